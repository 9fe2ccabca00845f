"""The task force that three of the seed documents tell of is one thread."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from extraction.tables import extract_tables
from ingestion import RawStore, ingest
from resolution.registry import program_names, programs
from resolution.tables import resolve_tables
from tests.shared_data import SHARED, needs_shared


@needs_shared
def test_the_operational_task_force_is_one_thread_of_three_documents(tmp_path: Path) -> None:
    read = ingest([SHARED / "corpus" / "seeds"], RawStore(tmp_path))
    documents, segments = read.documents.lazy(), read.segments.lazy()
    extracted = extract_tables(documents, segments, program_names())
    resolved = resolve_tables(
        {name: frame.lazy() for name, frame in extracted.items()}, documents, segments, programs()
    )
    statements = resolved["commitments"].filter(pl.col("surface").str.contains("operational task force"))
    told = statements.join(read.documents.select("document_id", "source_name"), on="document_id")
    assert sorted(told["source_name"].str.head(3)) == ["000", "003", "004"]
    assert told["thread_id"].n_unique() == 1
