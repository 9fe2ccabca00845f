"""Read program mentions from invented sentences, many at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import polars as pl

from extraction.programs import extract_program_mentions

NO_NAMES = pl.DataFrame(
    schema={
        "form": pl.String,
        "program_id": pl.String,
        "language": pl.String,
        "role": pl.String,
        "context": pl.String,
        "kind": pl.String,
        "topic": pl.String,
        "countries": pl.List(pl.String),
    }
)


def registered(*forms: tuple[str, str], context: str | None = None, kind: str = "framework") -> pl.DataFrame:
    """A table of names with one row per (form, program_id)."""
    rows = [
        {"form": form, "program_id": program_id, "language": "any", "role": "alias", "context": context, "kind": kind}
        for form, program_id in forms
    ]
    columns = [pl.lit("other").alias("topic"), pl.lit([], dtype=pl.List(pl.String)).alias("countries")]
    return pl.DataFrame(rows, schema_overrides={"context": pl.String}).with_columns(columns).select(NO_NAMES.columns)


def sentence_frame(texts: Sequence[str], language: str, *, one_document: bool) -> pl.LazyFrame:
    """A sentence frame with one paragraph per text, each its own document unless `one_document`."""
    count = len(texts)
    return pl.LazyFrame(
        {
            "sentence": pl.Series(range(count), dtype=pl.UInt32),
            "document_id": pl.Series([f"doc_{0 if one_document else row}" for row in range(count)], dtype=pl.String),
            "segment_id": pl.Series([f"seg_{row}" for row in range(count)], dtype=pl.String),
            "kind": pl.Series(["paragraph"] * count, dtype=pl.String),
            "language": pl.Series([language] * count, dtype=pl.String),
            "sentence_start": pl.Series([0] * count, dtype=pl.Int64),
            "text": pl.Series(texts, dtype=pl.String),
        }
    )


@cache
def surfaces_of(texts: tuple[str, ...], language: str) -> dict[str, list[str]]:
    """The surfaces found in each of many texts, each its own document, read in one go."""
    return dict(zip(texts, surfaces(*texts, language=language), strict=True))


def mentions(
    *texts: str, language: str = "en", names: pl.DataFrame = NO_NAMES, one_document: bool = False
) -> pl.DataFrame:
    """All mentions in the texts, with `surface` added."""
    frame = sentence_frame(texts, language, one_document=one_document)
    length = pl.col("char_end") - pl.col("char_start")
    return (
        extract_program_mentions(frame, names)
        .join(frame.select("sentence", "text"), on="sentence", maintain_order="left")
        .with_columns(pl.col("text").str.slice(pl.col("char_start"), length).alias("surface"))
        .collect()
    )


def surfaces(*texts: str, language: str = "en", names: pl.DataFrame = NO_NAMES) -> list[list[str]]:
    """The surfaces found in each text, each text its own document."""
    found = mentions(*texts, language=language, names=names)
    by_sentence: dict[int, list[str]] = {row: [] for row in range(len(texts))}
    for sentence, surface in found.select("sentence", "surface").iter_rows():
        by_sentence[sentence].append(surface)
    return list(by_sentence.values())
