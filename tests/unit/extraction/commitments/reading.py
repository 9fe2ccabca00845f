"""Commitments of short invented texts, for the tests of commitments: many texts are read in one call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from extraction.commitments import extract_commitments
from extraction.sentences import split_sentences

PUBLISHED_ON = date(2031, 5, 2)
Case = tuple[str, dict[str, Any]]


def document_id(number: int) -> str:
    return f"doc_{number:016d}"


def sentence_frame(cases: Sequence[Case]) -> pl.LazyFrame:
    """The sentence frame of one document for each case; a line of its text is a segment."""
    documents, segments = [], []
    for number, (text, facts) in enumerate(cases):
        role = facts.get("speaker_role")
        documents.append(
            {
                "document_id": document_id(number),
                "language": facts.get("language", "en"),
                "published_on": PUBLISHED_ON,
                "genre": facts.get("genre", "press_release"),
                "title": None,
                "publisher": None,
            }
        )
        start = 0
        for ordinal, line in enumerate(text.split("\n")):
            kinds = facts.get("kinds", {})
            segments.append(
                {
                    "segment_id": f"seg_{number:08d}{ordinal:08d}",
                    "document_id": document_id(number),
                    "ordinal": ordinal,
                    "kind": kinds.get(ordinal, "list_item" if line.startswith("- ") else "paragraph"),
                    "speaker": "SPEAKER" if role else None,
                    "speaker_role": role,
                    "speaker_party": None,
                    "char_start": start,
                    "char_end": start + len(line),
                    "text": line,
                }
            )
            start += len(line) + 1
    names = ("speaker", "speaker_role", "speaker_party", "title", "publisher")
    texts = dict.fromkeys(names, pl.String)
    return split_sentences(
        pl.LazyFrame(documents, schema_overrides={name: texts[name] for name in ("title", "publisher")}),
        pl.LazyFrame(segments, schema_overrides={name: texts[name] for name in names[:3]}, infer_schema_length=None),
    )


def commitments_of(cases: Sequence[Case]) -> list[list[dict[str, Any]]]:
    """The commitments of each case, each with its exact words as `surface`."""
    rows = extract_commitments(sentence_frame(cases)).collect().rows(named=True)
    found: list[list[dict[str, Any]]] = [[] for _ in cases]
    for row in rows:
        number = int(row["document_id"].removeprefix("doc_"))
        found[number].append({**row, "surface": cases[number][0][row["char_start"] : row["char_end"]]})
    return found


def commitments(text: str, **facts: Any) -> list[dict[str, Any]]:
    """The commitments of one text."""
    return commitments_of([(text, facts)])[0]


def unmarked(text: str) -> str:
    """The text without the brackets that mark the spans expected in it."""
    return text.replace("[", "").replace("]", "")


def marked(text: str) -> list[str]:
    """The spans between brackets."""
    return [part.split("]")[0] for part in text.split("[")[1:]]


def surfaces_of(cases: Sequence[Case]) -> dict[str, list[str]]:
    """The words of the commitments of each case, by its marked text."""
    found = commitments_of([(unmarked(text), facts) for text, facts in cases])
    return {text: [row["surface"] for row in rows] for (text, _), rows in zip(cases, found, strict=True)}
