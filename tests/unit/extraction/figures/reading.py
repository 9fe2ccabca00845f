"""Read figures and phrases of time from single sentences, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from extraction.figures import extract_figures
from extraction.periods import find_periods

PUBLISHED_ON = date(2031, 8, 15)


def sentences(
    texts: Sequence[str],
    language: str,
    party: str | None,
    published_on: date | None = PUBLISHED_ON,
    one_document: bool = False,
) -> pl.LazyFrame:
    """A sentence frame with one sentence per text, each its own document unless `one_document`."""
    count = len(texts)
    return pl.LazyFrame(
        {
            "sentence": pl.Series(range(count), dtype=pl.UInt32),
            "document_id": pl.Series([f"doc_{0 if one_document else row}" for row in range(count)], dtype=pl.String),
            "segment_id": pl.Series([f"seg_{row}" for row in range(count)], dtype=pl.String),
            "language": pl.Series([language] * count, dtype=pl.String),
            "publisher_party": pl.Series([party] * count, dtype=pl.String),
            "published_on": pl.Series([published_on] * count, dtype=pl.Date),
            "speaker_role": pl.Series([None] * count, dtype=pl.String),
            "sentence_start": pl.Series([0] * count, dtype=pl.Int64),
            "text": pl.Series(texts, dtype=pl.String),
        }
    )


def figures(
    texts: Sequence[str], language: str, party: str | None = None, **options: Any
) -> list[list[dict[str, Any]]]:
    """The figures of each text, with their `surface`."""
    found = extract_figures(sentences(texts, language, party, **options)).collect()
    rows: list[list[dict[str, Any]]] = [[] for _ in texts]
    for row in found.iter_rows(named=True):
        row["surface"] = texts[row["sentence"]][row["char_start"] : row["char_end"]]
        rows[row["sentence"]].append(row)
    return rows


def periods(
    texts: Sequence[str], language: str, party: str | None = None, **options: Any
) -> list[list[dict[str, Any]]]:
    """The phrases of time of each text."""
    found = find_periods(sentences(texts, language, party, **options)).collect()
    rows: list[list[dict[str, Any]]] = [[] for _ in texts]
    for row in found.iter_rows(named=True):
        assert row["surface"] == texts[row["sentence"]][row["start"] : row["end"]]
        rows[row["sentence"]].append(row)
    return rows
