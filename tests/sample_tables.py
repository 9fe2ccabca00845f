"""A small, whole and valid set of published tables, for tests that break one thing at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.schema import TABLES, polars_schema

TEXT = "Norland and Sudland will open three visa offices.\nThe Fair Passage Accord goes on."
DOCUMENT, FIRST, SECOND = "doc_00000000000000aa", "seg_00000000000000aa", "seg_00000000000000ab"
THREAD, FIGURE = "thr_00000000000000aa", "fig_00000000000000aa"


def _span(surface: str) -> dict[str, Any]:
    start = TEXT.index(surface)
    segment = FIRST if start < TEXT.index("\n") else SECOND
    return {
        "document_id": DOCUMENT,
        "segment_id": segment,
        "char_start": start,
        "char_end": start + len(surface),
        "surface": surface,
    }


def sample_rows() -> dict[str, list[dict[str, Any]]]:
    """Rows of every table that agree with each other and with every rule."""
    first, second = TEXT.split("\n")
    speaker = {"speaker": "MINISTER", "speaker_role": "official"}
    return {
        "documents": [
            {
                "document_id": DOCUMENT,
                "source_name": "statement.txt",
                "source_uri": "https://www.example.org/statement",
                "title": "Joint statement",
                "publisher": "Ministry of Norland",
                "genre": "joint_statement",
                "language": "en",
                "published_on": date(2024, 3, 1),
                "retrieved_at": None,
                "media_type": "text/plain",
                "rights": "CC-BY-4.0",
                "raw_sha256": "a" * 64,
                "text_sha256": "b" * 64,
                "char_count": len(TEXT),
                "segment_count": 2,
                "near_duplicate_of": None,
                "relevance": 0.5,
            }
        ],
        "segments": [
            {
                "segment_id": FIRST,
                "document_id": DOCUMENT,
                "ordinal": 0,
                "kind": "turn",
                **speaker,
                "speaker_party": "NLD",
                "char_start": 0,
                "char_end": len(first),
                "text": first,
            },
            {
                "segment_id": SECOND,
                "document_id": DOCUMENT,
                "ordinal": 1,
                "kind": "paragraph",
                **speaker,
                "speaker_party": "NLD",
                "char_start": len(first) + 1,
                "char_end": len(TEXT),
                "text": second,
            },
        ],
        "programs": [
            {
                "program_id": "fair-passage-accord",
                "name": "Fair Passage Accord",
                "name_es": "Acuerdo de Paso Justo",
                "kind": "agreement",
                "topic": "migration_pathways",
                "countries": ["NLD"],
                "lead_organisations": ["Ministry of Norland"],
                "registry_status": "candidate",
                "first_mentioned_on": date(2024, 3, 1),
                "last_mentioned_on": date(2024, 3, 1),
                "mention_count": 1,
                "document_count": 1,
            }
        ],
        "program_mentions": [
            {
                "mention_id": "men_00000000000000aa",
                "program_id": "fair-passage-accord",
                **_span("Fair Passage Accord"),
                "kind": "agreement",
                "method": "discovery.headed",
            }
        ],
        "figures": [
            {
                "figure_id": FIGURE,
                **_span("three visa offices"),
                "value_low": 3.0,
                "value_high": 3.0,
                "bound": "exact",
                "unit_kind": "count",
                "unit": "office",
                "measure": "visa offices",
                "change": None,
                "period_start": date(2024, 1, 1),
                "period_end": date(2024, 12, 31),
                "status": "committed",
                "actors": ["NLD"],
                "program_ids": ["fair-passage-accord"],
                "speaker_role": "official",
                "flags": [],
                "method": "number.word",
            }
        ],
        "commitments": [
            {
                "commitment_id": "com_00000000000000aa",
                **_span("will open three visa offices"),
                "actors": ["NLD"],
                "counterparties": ["BEL"],
                "force": "plan",
                "polarity": "affirmed",
                "action": "open",
                "topic": "migration_pathways",
                "gcm_objectives": [5],
                "period_start": date(2024, 1, 1),
                "period_end": date(2024, 12, 31),
                "figure_ids": [FIGURE],
                "program_ids": ["fair-passage-accord"],
                **speaker,
                "attribution": "direct",
                "thread_id": THREAD,
                "method": "verb.will",
            }
        ],
        "commitment_threads": [
            {
                "thread_id": THREAD,
                "title": "open three visa offices",
                "actors": ["NLD"],
                "topic": "migration_pathways",
                "first_stated_on": date(2024, 3, 1),
                "last_stated_on": date(2024, 3, 1),
                "statement_count": 1,
                "document_count": 1,
                "publisher_count": 1,
                "status": "announced",
            }
        ],
        "rejects": [
            {
                "raw_sha256": "c" * 64,
                "source_name": "scan.bin",
                "source_uri": "inbox/scan.bin",
                "stage": "decode",
                "reason": "not_text",
                "detail": "a zero byte at offset 3",
            }
        ],
    }


def write_sample(folder: Path, rows: dict[str, list[dict[str, Any]]] | None = None) -> Path:
    """Write the tables, and the canonical texts beside them, as a run leaves them. Returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table_rows in (rows or sample_rows()).items():
        frame = pl.DataFrame(table_rows, schema=polars_schema(TABLES[name]))
        frame.write_parquet(folder / f"{name}.parquet")
    pl.DataFrame({"document_id": [DOCUMENT], "source_name": ["statement.txt"], "text": [TEXT]}).write_parquet(
        folder / "texts.parquet"
    )
    return folder
