"""Small documents for the tests of this folder; `[` and `]` in their text mark the span of a commitment."""

from __future__ import annotations

from datetime import date

import polars as pl

from extraction.actors import attach_actors
from extraction.sentences import split_sentences


def frames(
    text: str,
    *,
    language: str = "en",
    publisher: str | None = None,
    genre: str = "press_release",
    title: str | None = None,
    published_on: date | None = date(2022, 3, 1),
    speaker_party: str | None = None,
) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """`documents` and `segments` of one document; each line of `text` is a segment."""
    documents = pl.LazyFrame(
        {
            "document_id": ["doc_1"],
            "language": [language],
            "published_on": [published_on],
            "genre": [genre],
            "title": [title],
            "publisher": [publisher],
        },
        schema_overrides={"published_on": pl.Date, "title": pl.String, "publisher": pl.String},
    )
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    segments = pl.LazyFrame(
        {
            "segment_id": [f"seg_{number}" for number in range(len(lines))],
            "document_id": ["doc_1"] * len(lines),
            "ordinal": list(range(len(lines))),
            "kind": ["list_item" if line.startswith("- ") else "paragraph" for line in lines],
            "speaker": [None] * len(lines),
            "speaker_role": [None] * len(lines),
            "speaker_party": [speaker_party] * len(lines),
            "char_start": starts,
            "char_end": [start + len(line) for start, line in zip(starts, lines, strict=True)],
            "text": lines,
        },
        schema_overrides={"speaker": pl.String, "speaker_role": pl.String, "speaker_party": pl.String},
    )
    return documents, segments


def attached(marked: str, *, lead: str | None = None, **document: object) -> dict[str, object]:
    """The commitment marked in `marked`, with its parties; `lead` is the start of the sentence that introduces it."""
    opening = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    closing = marked.index("]") - 1
    sentences = split_sentences(*frames(text, **document)).collect()  # type: ignore[arg-type]
    place = sentences.filter(pl.col("sentence_start") <= opening).tail(1)
    led = sentences.filter(pl.col("text").str.starts_with(lead)) if lead else None
    commitments = pl.LazyFrame(
        {
            "sentence": place["sentence"],
            "document_id": ["doc_1"],
            "segment_id": place["segment_id"],
            "char_start": [opening],
            "char_end": [closing],
            "head_start": opening - place["sentence_start"],
            "voice": ["active"],
            "lead_sentence": pl.Series([led["sentence"][0] if led is not None else None], dtype=pl.UInt32),
        }
    )
    return attach_actors(commitments, sentences.lazy()).collect().row(0, named=True)
