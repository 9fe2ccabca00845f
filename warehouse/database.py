"""The DuckDB file of a release: tables from the published Parquet files, comments, views and macros.

It is made once, at the end, from Parquet, and never written again. Keys are proven by validation and stated in the
descriptors, not in the DDL, where they would only slow readers down.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from warehouse.schema import TABLES, Column, Table, describe, duckdb_type

VIEWS = Path(__file__).parent / "views"
QUERIES = Path(__file__).parent / "queries"

# The oldest client that must be able to read the file.
_STORAGE_VERSION = "v1.2.0"
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


class QueryError(ValueError):
    """A query the database refused; the message says why."""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _enumeration_name(table: Table, column: Column) -> str:
    return f"{table.name}_{column.name}"


def _column_expression(table: Table, column: Column) -> str:
    enumerated = column.enumeration and not column.type.startswith("list")
    kind = _enumeration_name(table, column) if enumerated else duckdb_type(column)
    return f'"{column.name}"::{kind} AS "{column.name}"'


def _table_statements(table: Table, parquet: Path) -> list[str]:
    enumerated = [column for column in table.columns if column.enumeration and not column.type.startswith("list")]
    return [
        *(
            f"CREATE TYPE {_enumeration_name(table, column)} AS ENUM ({', '.join(map(_quoted, column.enumeration))})"
            for column in enumerated
        ),
        f"CREATE TABLE {table.name} AS SELECT {', '.join(_column_expression(table, c) for c in table.columns)} "
        f"FROM read_parquet({_quoted(str(parquet))}) "
        f"ORDER BY {', '.join(f'{key} NULLS LAST' for key in table.sort_key)}",
        f"COMMENT ON TABLE {table.name} IS {_quoted(f'{table.description} One row: {table.grain}.')}",
        *(f"COMMENT ON COLUMN {table.name}.{column.name} IS {_quoted(describe(column))}" for column in table.columns),
    ]


def view_files() -> list[Path]:
    """The SQL files that define views and macros, in the order in which they depend on each other."""
    return sorted(VIEWS.glob("*.sql"))


def create_database(data: Path, path: Path) -> None:
    """Make the DuckDB file `path` from the folder `data` of published Parquet files."""
    with duckdb.connect(config=_OFFLINE) as connection:
        connection.execute(f"ATTACH {_quoted(str(path))} AS migcoop (STORAGE_VERSION '{_STORAGE_VERSION}')")
        connection.execute("USE migcoop")
        for table in TABLES.values():
            for statement in _table_statements(table, data / f"{table.name}.parquet"):
                connection.execute(statement)
        for file in view_files():
            connection.execute(file.read_text())
        connection.execute("USE memory")
        connection.execute("DETACH migcoop")


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a published DuckDB file for reading, without network and without access to other files."""
    connection = duckdb.connect(str(path), read_only=True, config=_OFFLINE)
    connection.execute("SET enable_external_access = false")
    return connection


def run_query(path: Path, query: str) -> pl.DataFrame:
    """Run one query against a published DuckDB file. Raises `QueryError` with DuckDB's own explanation."""
    try:
        with connect(path) as connection:
            if len(connection.extract_statements(query)) != 1:
                raise QueryError("ask one question at a time: the query holds several statements, or none")
            relation = connection.sql(query)
            if relation is None:
                raise QueryError("the statement returns no rows; releases are read-only, ask with SELECT")
            frame: pl.DataFrame = relation.pl()
            return frame
    except duckdb.Error as error:
        raise QueryError(str(error)) from error
