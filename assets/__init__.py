"""Dagster assets and asset checks: one asset for each table, grouped by stage. They call the folders below."""
