"""The stages of a run as plain functions over one home folder: load, do, save. Dagster does not belong here.

Stages hand over through Parquet files in `home.tables`, so that each can be run again on its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from extraction.tables import EXTRACTED, extract_tables
from ingestion import RawStore, ingest
from resolution.registry import program_names, programs
from resolution.tables import RESOLVED, resolve_tables
from warehouse.extraction_store import ExtractionStore, fingerprint_of
from warehouse.home import REPOSITORY, Home
from warehouse.parquet import write_table
from warehouse.release.publish import Publication, ReleaseContent, publish
from warehouse.results import RuleResult, load_results, save_results
from warehouse.schema import TABLES, empty

Progress = Callable[[str, int, int], None]
INGESTED = ("documents", "segments", "rejects")

# Characters of text that are extracted at a time: bounds memory whatever the size of the corpus.
_BATCH_CHARACTERS = 8_000_000
_READ_BY_EXTRACTION = ("extraction", "warehouse/schema", "warehouse/reference", "resolution/registry")


def silent(stage: str, done: int, total: int) -> None:
    """A progress report that nobody reads."""


def fingerprint() -> str:
    """Identity of everything that decides how a text is read: extractor code, word tables, schema, registry."""
    return fingerprint_of([REPOSITORY / folder for folder in _READ_BY_EXTRACTION])


def run_ingestion(home: Home, corpora: Sequence[Path], progress: Progress = silent) -> None:
    """Corpora become documents, segments and rejects. Raises `ingestion.CorpusNotFoundError`."""
    found = ingest(corpora, RawStore(home.raw), progress=lambda done, total: progress("ingest", done, total))
    shutil.rmtree(home.tables, ignore_errors=True)
    home.tables.mkdir(parents=True)
    for name in INGESTED:
        write_table(
            getattr(found, name).select(TABLES[name].column_names), TABLES[name], home.tables / f"{name}.parquet"
        )
    found.documents.select("document_id", "source_name", "text").write_parquet(home.tables / "texts.parquet")
    found.inputs.write_parquet(home.tables / "inputs.parquet")


def run_extraction(home: Home, progress: Progress = silent) -> int:
    """Documents that were not read before are read, in batches. Returns how many they were."""
    documents = pl.read_parquet(home.tables / "documents.parquet")
    store = ExtractionStore(home.extracted, fingerprint())
    missing = store.missing(documents)
    names = program_names()
    segments = pl.scan_parquet(home.tables / "segments.parquet")
    for done, batch in _batches(missing):
        progress("extract", done, missing.height)
        tables = extract_tables(batch.lazy(), segments.join(batch.lazy(), on="document_id", how="semi"), names)
        store.add(batch["document_id"], tables)
    progress("extract", missing.height, missing.height)
    for name, frame in _stored(store, documents, names).items():
        frame.sink_parquet(home.tables / f"extracted_{name}.parquet", row_group_size=131_072)
    return missing.height


def _batches(documents: pl.DataFrame) -> list[tuple[int, pl.DataFrame]]:
    """Documents in order, cut where the text of a batch grows too long; each with the number of those before it."""
    numbered = documents.with_columns((pl.col("char_count").cum_sum() // _BATCH_CHARACTERS).alias("_batch"))
    parts = numbered.partition_by("_batch", maintain_order=True, include_key=False)
    done = 0
    batches = []
    for part in parts:
        batches.append((done, part))
        done += part.height
    return batches


def _stored(store: ExtractionStore, documents: pl.DataFrame, names: pl.DataFrame) -> dict[str, pl.LazyFrame]:
    if documents.is_empty():
        nothing = extract_tables(documents.lazy(), empty(TABLES["segments"]).lazy(), names)
        return {name: frame.lazy() for name, frame in nothing.items()}
    return {name: store.scan(name, documents) for name in EXTRACTED}


def run_resolution(home: Home) -> None:
    """Extracted rows of all documents become programs, mentions, figures, commitments and threads."""
    tables = home.tables
    resolved = resolve_tables(
        {name: pl.scan_parquet(tables / f"extracted_{name}.parquet") for name in EXTRACTED},
        pl.scan_parquet(tables / "documents.parquet"),
        pl.scan_parquet(tables / "segments.parquet"),
        programs(),
    )
    for name in RESOLVED:
        write_table(resolved[name], TABLES[name], tables / f"{name}.parquet")


def run_validation(home: Home, tables: Sequence[str]) -> list[RuleResult]:
    """The rules of some tables are checked; the results are kept for the release."""
    from expectations.all_rules import rules_of
    from expectations.runner import validate

    results = validate([rule for table in tables for rule in rules_of(table)], home.tables)
    for table in tables:
        save_results([result for result in results if result.table == table], home.validation / f"{table}.json")
    return results


def run_scorecard(home: Home) -> dict[str, Any]:
    """Quality of this very extractor on the bundled gold, whatever the corpus of the run."""
    from expectations.scorecard import scorecard

    corpus = REPOSITORY / "corpus"
    found = ingest([corpus / "documents"], RawStore(home.raw))
    extracted = extract_tables(found.documents.lazy(), found.segments.lazy(), program_names())
    resolved = resolve_tables(
        {name: frame.lazy() for name, frame in extracted.items()},
        found.documents.lazy(),
        found.segments.lazy(),
        programs(),
    )
    return scorecard(corpus / "gold", found.documents, {"documents": found.documents, **resolved})


def run_publishing(home: Home, scorecard: dict[str, Any], released_on: date) -> Publication:
    """Validated tables become a release, unless the latest one already says the same.

    Raises `ReleaseBlockedError` when a table was not validated or a rule that blocks does not hold.
    """
    content = ReleaseContent(
        tables=home.tables,
        inputs=pl.read_parquet(home.tables / "inputs.parquet"),
        results=[result for name in TABLES for result in load_results(home.validation / f"{name}.json")],
        scorecard=scorecard,
        fingerprint=fingerprint(),
        released_on=released_on,
    )
    return publish(content, home.releases)
