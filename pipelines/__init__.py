"""Dagster definitions, schedule and sensor, and the command line. The work itself is done by the folders below."""
