"""Publishing: validated tables become a release folder, in one step that is either done or not begun.

What a release must satisfy is decided by the results handed in; what the tables hold is decided upstream.
"""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.database import QUERIES, create_database, run_query
from warehouse.explorer import write_explorer
from warehouse.files import sha256_of
from warehouse.parquet import write_table
from warehouse.release import descriptors, pages
from warehouse.release.changes import changes_between, summarise
from warehouse.release.layout import (
    commit_release,
    latest_version,
    next_version,
    publishing,
)
from warehouse.results import RuleResult, save_results
from warehouse.schema import SCHEMA_VERSION, TABLES

CHECKSUMS = "SHA256SUMS"
DATABASE = "migcoop.duckdb"
_COVERAGE = {
    "documents": "SELECT * FROM coverage",
    "rejects": "SELECT stage, reason, count(*) AS inputs FROM rejects GROUP BY ALL ORDER BY ALL",
    "methods": "SELECT table_name, method, count(*) AS rows FROM evidence_rows GROUP BY ALL ORDER BY ALL",
}
_TOOLS = ("polars", "duckdb", "pyarrow", "great-expectations", "dagster")


class ReleaseBlockedError(RuntimeError):
    """An error-level rule does not hold; the message says which rows break it."""


@dataclass(frozen=True, kw_only=True)
class ReleaseContent:
    """Everything a release is made of.

    `tables` is a folder with `<table>.parquet` for every table of the schema, `inputs` the raw objects
    (`source_name`, `source_uri`, `raw_sha256`, `media_type`, `byte_count`), `results` what validation found,
    `scorecard` the measured quality, `fingerprint` the identity of extractor code and lexicons.
    """

    tables: Path
    inputs: pl.DataFrame
    results: Sequence[RuleResult]
    scorecard: dict[str, Any]
    fingerprint: str
    released_on: date


@dataclass(frozen=True)
class Publication:
    """What came of publishing: the version now current, its folder, and whether it was made just now."""

    version: str
    folder: Path
    created: bool
    row_counts: dict[str, int]


def publish(content: ReleaseContent, releases: Path) -> Publication:
    """Publish a release, or find that the latest one already says the same.

    Raises `ReleaseBlockedError` when an error-level rule does not hold and `PublishingLockedError` when another run
    is publishing; in both cases, and when the process dies, the latest release stays as it was.
    """
    blocking = [result for result in content.results if result.blocks]
    if blocking:
        raise ReleaseBlockedError("; ".join(result.sentence() for result in blocking))
    with publishing(releases) as staging:
        row_counts = _write_tables(content.tables, staging / "data")
        content_sha256 = content_hash(staging / "data")
        latest = latest_version(releases)
        if latest and _content_of(releases / str(latest)) == content_sha256:
            return Publication(str(latest), releases / str(latest), created=False, row_counts=row_counts)
        version = next_version(releases, content.released_on)
        before = releases / str(latest) if latest else None
        _complete(
            staging,
            content,
            version=str(version),
            before=before,
            row_counts=row_counts,
            content_sha256=content_sha256,
        )
        folder = commit_release(staging, releases, version)
    return Publication(str(version), folder, created=True, row_counts=row_counts)


def content_hash(data: Path) -> str:
    """One hash over the bytes of all published tables and the version of their schema."""
    digest = hashlib.sha256(SCHEMA_VERSION.encode())
    for name in sorted(TABLES):
        digest.update(f"\n{name} {sha256_of(data / f'{name}.parquet')}".encode())
    return digest.hexdigest()


def _content_of(folder: Path) -> str | None:
    path = folder / "manifest.json"
    return json.loads(path.read_text()).get("content_sha256") if path.exists() else None


def _write_tables(tables: Path, data: Path) -> dict[str, int]:
    return {
        table.name: write_table(
            pl.scan_parquet(tables / f"{table.name}.parquet"), table, data / f"{table.name}.parquet"
        )
        for table in TABLES.values()
    }


def _complete(
    staging: Path,
    content: ReleaseContent,
    *,
    version: str,
    before: Path | None,
    row_counts: dict[str, int],
    content_sha256: str,
) -> None:
    """Write everything beside the tables: database, descriptors, pages, quality, diff, queries, checksums."""
    data = staging / "data"
    released_on = content.released_on.isoformat()
    create_database(data, staging / DATABASE)
    _write_quality(staging / "quality", content, version, staging / DATABASE)
    summary = _write_diff(staging / "diff", before, data)
    shutil.copytree(QUERIES, staging / "queries")
    write_explorer(data, staging / "explorer", version=version, released_on=released_on, scorecard=content.scorecard)
    dictionary = pages.data_dictionary(data, version)
    earlier = (before / "CHANGELOG.md").read_text() if before and (before / "CHANGELOG.md").exists() else None
    texts = {
        "README.md": pages.readme(
            data,
            version=version,
            released_on=released_on,
            row_counts=row_counts,
            results=content.results,
            scorecard=content.scorecard,
        ),
        "CHANGELOG.md": pages.change_log(version, released_on, summary, earlier),
        "LICENSE": (pages.TEMPLATES / "DATA_LICENSE.txt").read_text(),
        "CITATION.cff": pages.render(
            "CITATION.cff.j2", title=descriptors.TITLE, version=version, released_on=released_on
        ),
        "docs/data_dictionary.md": dictionary,
        "docs/data_dictionary.html": pages.html_page(f"Data dictionary, migcoop {version}", dictionary),
        "datapackage.json": _json(descriptors.data_package(staging, version, released_on)),
        "croissant.json": _json(descriptors.croissant(staging, version, released_on)),
        "manifest.json": _json(
            descriptors.manifest(
                version=version,
                released_on=released_on,
                content_sha256=content_sha256,
                row_counts=row_counts,
                inputs=content.inputs.sort(content.inputs.columns).to_dicts(),
                tools=_tool_versions(),
                fingerprint=content.fingerprint,
            )
        ),
    }
    for name, text in texts.items():
        path = staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    _write_checksums(staging)


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _tool_versions() -> dict[str, str]:
    return {"python": platform.python_version()} | {name: installed_version(name) for name in _TOOLS}


def _write_quality(folder: Path, content: ReleaseContent, version: str, database: Path) -> None:
    folder.mkdir()
    save_results(content.results, folder / "validation.json")
    report = pages.validation_report(content.results, version)
    (folder / "validation.html").write_text(pages.html_page(f"Validation of migcoop {version}", report))
    (folder / "scorecard.json").write_text(_json(content.scorecard))
    coverage = {name: run_query(database, query).to_dicts() for name, query in _COVERAGE.items()}
    (folder / "coverage.json").write_text(json.dumps(coverage, indent=1, ensure_ascii=False, default=str) + "\n")
    (folder / "scorecard.md").write_text(f"# Scorecard\n\n{pages.scorecard_table(content.scorecard)}")


def _write_diff(folder: Path, before: Path | None, data: Path) -> list[dict[str, object]]:
    folder.mkdir()
    changes = changes_between(before / "data" if before else None, data)
    changes.write_parquet(folder / "rows.parquet", compression="zstd", row_group_size=131_072)
    summary = summarise(changes)
    against = before.name if before else None
    (folder / "summary.json").write_text(_json({"against": against, "changes": summary}))
    return summary


def _write_checksums(folder: Path) -> None:
    """List the hash of every file, in the format of `sha256sum`.

    The DuckDB file is listed too: its bytes are not reproducible, but a download can be checked all the same.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS)
    lines = [f"{sha256_of(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / CHECKSUMS).write_text("".join(lines))
