"""Verifying a release from its files alone: checksums, schema, evidence. Changes nothing."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from warehouse.database import run_query
from warehouse.files import sha256_of
from warehouse.release.publish import CHECKSUMS, DATABASE
from warehouse.results import RuleResult
from warehouse.schema import TABLES, Table, arrow_schema


def verify_release(folder: Path) -> list[RuleResult]:
    """Check a release folder. Every finding names the file, table or rows it is about."""
    results = _checksums(folder)
    for table in TABLES.values():
        path = folder / "data" / f"{table.name}.parquet"
        schema = _schema(table, path)
        results.append(schema)
        if schema.passed and table.evidence_column:
            results.append(_evidence(table, path, folder / "data" / "segments.parquet"))
    results.append(_database(folder))
    return results


def _result(rule: str, table: str, description: str, problems: list[str], detail: str = "") -> RuleResult:
    return RuleResult(
        rule=rule,
        table=table,
        severity="error",
        description=description,
        passed=not problems,
        failing_rows=len(problems),
        examples=tuple(problems[:5]),
        detail=detail,
    )


def _checksums(folder: Path) -> list[RuleResult]:
    listing = folder / CHECKSUMS
    if not listing.exists():
        return [_result("checksums", "release", f"{CHECKSUMS} is present", [CHECKSUMS])]
    lines = (line.split("  ", 1) for line in listing.read_text().splitlines())
    listed = {name: sha256 for sha256, name in lines}
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != CHECKSUMS}
    changed = [name for name in sorted(present & set(listed)) if sha256_of(folder / name) != listed[name]]
    return [
        _result("checksums.equal", "release", "every file has its listed checksum", changed),
        _result("checksums.complete", "release", "every listed file is there", sorted(set(listed) - present)),
        _result("checksums.nothing_else", "release", "every file is listed", sorted(present - set(listed))),
    ]


def _schema(table: Table, path: Path) -> RuleResult:
    description = "the Parquet file has the columns and types of the schema"
    if not path.exists():
        return _result("schema", table.name, description, [path.name], "the file is missing")
    expected, found = arrow_schema(table), pq.read_schema(path)
    problems = [
        field.name for field in expected if field.name not in found.names or found.field(field.name).type != field.type
    ]
    problems += [name for name in found.names if name not in expected.names]
    return _result("schema", table.name, description, problems)


def _evidence(table: Table, path: Path, segments: Path) -> RuleResult:
    """Every row's words stand at its offsets in its segment; a segment's length fits its offsets."""
    description = "the words of every row stand at its offsets"
    rows = pl.scan_parquet(path)
    if table.name == "segments":
        broken = rows.filter(pl.col("text").str.len_chars() != pl.col("char_end") - pl.col("char_start"))
    else:
        source = pl.scan_parquet(segments).select("segment_id", pl.col("char_start").alias("_start"), "text")
        start = pl.col("char_start") - pl.col("_start")
        found = pl.col("text").str.slice(start, pl.col("char_end") - pl.col("char_start"))
        broken = rows.join(source, on="segment_id", how="left").filter(found.ne_missing(pl.col("surface")))
    keys = broken.select(pl.col(table.primary_key or "").sort()).collect().to_series().to_list()
    return _result("evidence", table.name, description, keys)


def _database(folder: Path) -> RuleResult:
    """The DuckDB file opens and holds as many rows as the Parquet files."""
    description = "the DuckDB file holds the rows of the Parquet files"
    path = folder / DATABASE
    if not path.exists():
        return _result("database", "release", description, [DATABASE], "the file is missing")
    query = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS n FROM {name}" for name in TABLES)
    try:
        counts = dict(run_query(path, query).rows())
    except ValueError as error:
        return _result("database", "release", description, [DATABASE], str(error))
    parquet = {name: folder / "data" / f"{name}.parquet" for name in TABLES}
    differing = [n for n, p in parquet.items() if p.exists() and counts[n] != pq.read_metadata(p).num_rows]
    return _result("database", "release", description, differing)
