"""What the explorer carries inside: the rows of a release that fit, as columns a browser can read.

How the page looks and what it does with the rows does not belong here.
"""

from __future__ import annotations

import base64
import gzip
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.parquet import scan_tables
from warehouse.reference import load
from warehouse.schema import TABLES

ROW_LIMIT = 100_000
SHOWN_TABLES = (
    "documents",
    "segments",
    "programs",
    "program_mentions",
    "figures",
    "commitments",
    "commitment_threads",
)
# A segment is found by its document and offsets, hashes mean nothing to a reader: both would only make the page large.
_UNSHOWN_COLUMNS = frozenset({"segment_id", "raw_sha256", "text_sha256"})
_PARTY_COLUMNS = (
    ("programs", "countries"),
    ("figures", "actors"),
    ("commitments", "actors"),
    ("commitments", "counterparties"),
    ("commitment_threads", "actors"),
)


def payload(
    data: Path, *, version: str, released_on: str, scorecard: dict[str, Any], row_limit: int = ROW_LIMIT
) -> dict[str, Any]:
    """Everything the page shows, as JSON values: tables by column, names of parties, counts, quality scores.

    `left_out` counts the rows of each table that did not fit.
    """
    frames = scan_tables(data, SHOWN_TABLES)
    totals = {name: frame.select(pl.len()).collect().item() for name, frame in frames.items()}
    if sum(totals.values()) > row_limit:
        frames = _that_fit(frames, row_limit)
    tables = {name: frame.drop(_UNSHOWN_COLUMNS, strict=False).collect() for name, frame in frames.items()}
    rejects = pl.scan_parquet(data / "rejects.parquet").group_by("reason").len().sort("reason").collect()
    return {
        "version": version,
        "released_on": released_on,
        "row_limit": row_limit,
        "rows": totals,
        "left_out": {name: totals[name] - table.height for name, table in tables.items()},
        "rejects": dict(rejects.iter_rows()),
        "scorecard": scorecard,
        "parties": _party_names(tables),
        "tables": {name: _encode_table(name, table) for name, table in tables.items()},
    }


def compress(value: dict[str, Any]) -> str:
    """JSON, gzip, base64: the same value always gives the same text, in which no character means anything to HTML."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return base64.b64encode(gzip.compress(text.encode(), compresslevel=9, mtime=0)).decode()


def _that_fit(frames: dict[str, pl.LazyFrame], row_limit: int) -> dict[str, pl.LazyFrame]:
    """Keep whole documents, the most relevant first, with all their rows and the programs and threads these need."""
    order = (
        frames["documents"]
        .sort("relevance", "document_id", descending=[True, False])
        .select("document_id")
        .with_row_index("place")
    )
    placed = {
        name: frames[name].join(order, on="document_id", how="left", maintain_order="left")
        for name in ("documents", "segments", "program_mentions", "figures", "commitments")
    }
    for name, key, statements in (
        ("programs", "program_id", "program_mentions"),
        ("commitment_threads", "thread_id", "commitments"),
    ):
        first = placed[statements].group_by(key).agg(pl.col("place").min())
        placed[name] = frames[name].join(first, on=key, how="left", maintain_order="left")
    rows = pl.concat([frame.select("place") for frame in placed.values()]).group_by("place").len().sort("place")
    kept = rows.filter(pl.col("len").cum_sum() <= row_limit).select(pl.len()).collect().item()
    return {name: frame.filter(pl.col("place") < kept).drop("place") for name, frame in placed.items()}


def _encode_table(name: str, table: pl.DataFrame) -> dict[str, Any]:
    types = {column.name: column.type for column in TABLES[name].columns if column.name in table.columns}
    return {
        "key": TABLES[name].primary_key if TABLES[name].primary_key in types else None,
        "types": types,
        "rows": table.height,
        "columns": {column: _encode_column(table[column].to_list()) for column in types},
    }


def _encode_column(values: list[Any]) -> dict[str, Any]:
    """The values as they are, or as codes into their distinct values when these repeat."""
    plain = [_plain(value) for value in values]
    codes: dict[Any, int] = {}
    coded = [codes.setdefault(tuple(value) if isinstance(value, list) else value, len(codes)) for value in plain]
    if 2 * len(codes) > len(plain):
        return {"values": plain}
    return {"distinct": list(codes), "codes": coded}


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _party_names(tables: dict[str, pl.DataFrame]) -> dict[str, list[str]]:
    """English and Spanish name of every party code in the tables; codes without a name stand for themselves."""
    listed = [tables[table].select(pl.col(column).explode().alias("code")) for table, column in _PARTY_COLUMNS]
    spoken_for = tables["segments"].select(pl.col("speaker_party").alias("code"))
    codes = pl.concat([*listed, spoken_for]).unique().drop_nulls()
    names = pl.concat([load(name).select("code", "name_en", "name_es") for name in ("countries", "organisations")])
    found = names.join(codes, on="code", how="semi").unique("code", keep="first").sort("code")
    return {code: [english, spanish or english] for code, english, spanish in found.iter_rows()}
