"""What changed between two sets of tables, row by row, each with a reason."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from warehouse.schema import TABLES, Table

CHANGES_SCHEMA = pl.Schema(
    {
        "table_name": pl.String(),
        "row_id": pl.String(),
        "change": pl.String(),
        "columns": pl.List(pl.String()),
        "reason": pl.String(),
    }
)


def changes_between(before: Path | None, after: Path) -> pl.DataFrame:
    """Rows added, changed or removed between two folders of published Parquet files.

    `before` is None for a first release. Out: `table_name`, `row_id` (primary key), `change` (added, changed,
    removed), `columns` (the columns whose value changed), `reason` (first_release, new_document, withdrawn_document,
    metadata_changed, extraction_changed, resolution_changed), sorted by table and row.
    """
    frames = [_table_changes(table, before, after) for table in TABLES.values() if table.primary_key]
    return pl.concat(frames).sort("table_name", "row_id")


def _read(folder: Path | None, table: Table) -> pl.DataFrame | None:
    path = folder / f"{table.name}.parquet" if folder else None
    return pl.read_parquet(path) if path and path.exists() else None


def _table_changes(table: Table, before_folder: Path | None, after_folder: Path) -> pl.DataFrame:
    key = table.primary_key
    assert key is not None
    after = pl.read_parquet(after_folder / f"{table.name}.parquet")
    before = _read(before_folder, table)
    if before is None:
        return _finished(after, table, key, "added", pl.lit("first_release"))
    known = set(_documents(before_folder))
    present = set(_documents(after_folder))
    added = _finished(
        after.join(before, on=key, how="anti"), table, key, "added", _reason(table, "new_document", known)
    )
    removed = _finished(
        before.join(after, on=key, how="anti"), table, key, "removed", _reason(table, "withdrawn_document", present)
    )
    return pl.concat([added, removed, _changed(before, after, table, key)])


def _documents(folder: Path | None) -> list[str]:
    if folder is None:
        return []
    return pl.read_parquet(folder / "documents.parquet", columns=["document_id"])["document_id"].to_list()


def _reason(table: Table, when_document_is_not_among: str, documents: set[str]) -> pl.Expr:
    if "document_id" not in table.column_index:
        return pl.lit(_standing_reason(table))
    foreign = ~pl.col("document_id").is_in(sorted(documents))
    return pl.when(foreign).then(pl.lit(when_document_is_not_among)).otherwise(pl.lit(_standing_reason(table)))


def _standing_reason(table: Table) -> str:
    if table.name in ("programs", "commitment_threads"):
        return "resolution_changed"
    return "metadata_changed" if table.group == "ingest" else "extraction_changed"


def _changed(before: pl.DataFrame, after: pl.DataFrame, table: Table, key: str) -> pl.DataFrame:
    shared = [name for name in after.columns if name in before.columns and name != key]
    both = after.join(before.select(key, *shared), on=key, how="inner", suffix="|before")
    differs = [pl.when(pl.col(name).ne_missing(pl.col(f"{name}|before"))).then(pl.lit(name)) for name in shared]
    columns = pl.concat_list(differs).list.drop_nulls()
    moved = both.with_columns(columns.alias("columns")).filter(pl.col("columns").list.len() > 0)
    return moved.select(
        pl.lit(table.name).alias("table_name"),
        pl.col(key).alias("row_id"),
        pl.lit("changed").alias("change"),
        "columns",
        pl.lit(_standing_reason(table)).alias("reason"),
    )


def _finished(rows: pl.DataFrame, table: Table, key: str, change: str, reason: pl.Expr) -> pl.DataFrame:
    return rows.select(
        pl.lit(table.name).alias("table_name"),
        pl.col(key).alias("row_id"),
        pl.lit(change).alias("change"),
        pl.lit([], dtype=pl.List(pl.String)).alias("columns"),
        reason.alias("reason"),
    ).cast(CHANGES_SCHEMA)


def summarise(changes: pl.DataFrame) -> list[dict[str, object]]:
    """Counts of changes by table, change and reason, sorted."""
    counts = changes.group_by("table_name", "change", "reason").len("rows")
    return counts.sort("table_name", "change", "reason").to_dicts()
