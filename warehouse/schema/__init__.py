"""The single source of what the published tables are.

Arrow and polars types, the DuckDB file and its comments, validation suites, descriptors and the data dictionary are
all derived from here; nothing repeats a column's meaning by hand.
"""

from warehouse.schema.documents import DOCUMENTS, REJECTS, SEGMENTS
from warehouse.schema.extracted import COMMITMENTS, FIGURES, PROGRAM_MENTIONS
from warehouse.schema.model import Column, ForeignKey, Ordering, Table
from warehouse.schema.resolved import COMMITMENT_THREADS, PROGRAMS
from warehouse.schema.types import arrow_schema, conform, describe, duckdb_type, empty, polars_schema

SCHEMA_VERSION = "1.0.0"

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        DOCUMENTS,
        SEGMENTS,
        PROGRAMS,
        PROGRAM_MENTIONS,
        FIGURES,
        COMMITMENTS,
        COMMITMENT_THREADS,
        REJECTS,
    )
}

__all__ = [
    "SCHEMA_VERSION",
    "TABLES",
    "Column",
    "ForeignKey",
    "Ordering",
    "Table",
    "arrow_schema",
    "conform",
    "describe",
    "duckdb_type",
    "empty",
    "polars_schema",
]
