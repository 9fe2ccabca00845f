"""The ground floor: table schemas, Parquet and DuckDB writers, release layout, reading and verifying releases.

Imports nothing of the other folders.
"""
