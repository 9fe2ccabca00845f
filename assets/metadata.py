"""What an operator sees of a table in the Dagster UI: rows, bytes, preview, column schema. Made from the schema."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import polars as pl

from warehouse.schema import TABLES, Table, describe

_PREVIEW_ROWS = 5
_PREVIEW_CHARACTERS = 80


def column_schema(table: Table) -> dg.TableSchema:
    """The columns of a table with types, meanings and constraints."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name=column.name,
                type=column.type,
                description=describe(column),
                constraints=dg.TableColumnConstraints(
                    nullable=column.nullable, unique=column.name == table.primary_key
                ),
            )
            for column in table.columns
        ]
    )


def preview(path: Path) -> str:
    """The first rows of a Parquet file as a Markdown table; long values are cut, markup is shown as text."""
    frame = pl.scan_parquet(path).head(_PREVIEW_ROWS).collect()
    lines = ["| " + " | ".join(frame.columns) + " |", "|" + "---|" * frame.width]
    lines += ["| " + " | ".join(map(_cell, row)) + " |" for row in frame.iter_rows()]
    return "\n".join(lines)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    shortened = text[:_PREVIEW_CHARACTERS] + ("…" if len(text) > _PREVIEW_CHARACTERS else "")
    return shortened.replace("\n", " ").replace("|", "\\|").replace("<", "&lt;").replace("`", "'")


def file_metadata(path: Path) -> dict[str, dg.MetadataValue]:
    """Row count, size and preview of a Parquet file; its column schema when it is a published table."""
    table = TABLES.get(path.stem)
    rows = pl.scan_parquet(path).select(pl.len()).collect().item()
    metadata: dict[str, dg.MetadataValue] = {
        "dagster/row_count": dg.MetadataValue.int(rows),
        "bytes": dg.MetadataValue.int(path.stat().st_size),
        "path": dg.MetadataValue.path(path),
        "preview": dg.MetadataValue.md(preview(path)),
    }
    if table:
        metadata["dagster/column_schema"] = dg.MetadataValue.table_schema(column_schema(table))
    return metadata
