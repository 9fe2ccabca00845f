"""Table descriptions in the type systems of polars, Arrow and DuckDB, and frames brought into their shape.

Reading or writing files does not belong here.
"""

from __future__ import annotations

import json

import polars as pl
import pyarrow as pa

from warehouse.schema.model import Column, Table

_POLARS: dict[str, pl.DataType] = {
    "string": pl.String(),
    "int64": pl.Int64(),
    "double": pl.Float64(),
    "date": pl.Date(),
    "timestamp": pl.Datetime("us"),
    "list<string>": pl.List(pl.String()),
    "list<int64>": pl.List(pl.Int64()),
}
_ARROW: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int64": pa.int64(),
    "double": pa.float64(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us"),
    "list<string>": pa.list_(pa.field("element", pa.string())),
    "list<int64>": pa.list_(pa.field("element", pa.int64())),
}
_DUCKDB = {
    "string": "VARCHAR",
    "int64": "BIGINT",
    "double": "DOUBLE",
    "date": "DATE",
    "timestamp": "TIMESTAMP",
    "list<string>": "VARCHAR[]",
    "list<int64>": "BIGINT[]",
}


def polars_schema(table: Table) -> pl.Schema:
    """Column names and polars types of `table`, in the published order."""
    return pl.Schema({column.name: _POLARS[column.type] for column in table.columns})


def describe(column: Column) -> str:
    """One sentence for people: meaning, unit and allowed values of a column."""
    parts = [column.meaning]
    if column.unit:
        parts.append(f"Unit: {column.unit}.")
    if column.enumeration:
        parts.append(f"One of: {', '.join(column.enumeration)}.")
    return " ".join(parts)


def arrow_schema(table: Table) -> pa.Schema:
    """Arrow schema of `table` with a description on every field and on the table."""
    fields = [
        pa.field(
            column.name,
            _ARROW[column.type],
            nullable=column.nullable,
            metadata={"description": describe(column)},
        )
        for column in table.columns
    ]
    return pa.schema(
        fields,
        metadata={
            "table": table.name,
            "description": table.description,
            "grain": table.grain,
            "columns": json.dumps({column.name: describe(column) for column in table.columns}),
        },
    )


def duckdb_type(column: Column) -> str:
    """DuckDB type of a column."""
    return _DUCKDB[column.type]


def conform(frame: pl.LazyFrame | pl.DataFrame, table: Table) -> pl.LazyFrame:
    """Bring a frame into the published shape: the table's columns, types and order of columns and rows.

    Columns that the frame lacks are an error of the caller (polars raises `ColumnNotFoundError`); null lists become
    empty lists, since a list column answers "which ones" and nobody should need to tell null from none.
    """
    expressions = []
    for column in table.columns:
        expression = pl.col(column.name).cast(_POLARS[column.type])
        if column.type.startswith("list"):
            expression = expression.fill_null([])
        expressions.append(expression)
    return frame.lazy().select(expressions).sort(table.sort_key, nulls_last=True)


def empty(table: Table) -> pl.DataFrame:
    """A frame of the published shape without rows."""
    return pl.DataFrame(schema=polars_schema(table))
