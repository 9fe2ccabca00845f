"""Gold annotations in the codebook's file format, read to spans. How rows compare does not belong here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class GoldError(ValueError):
    """An annotation that does not fit its text; the message names file, table and surface."""


@dataclass(frozen=True)
class GoldDocument:
    """The annotations of one document: rows with `start` and `end` (code points) beside the codebook's attributes."""

    source_name: str
    language: str
    rows: dict[str, list[Row]] = field(default_factory=dict)


def load_gold(folder: Path, texts: Mapping[str, str]) -> list[GoldDocument]:
    """All annotation files below `folder` whose document is among `texts` (canonical text by source name), sorted.

    Raises `GoldError` when a surface does not stand in its text as often as its `nth` says.
    """
    documents = []
    for path in sorted(folder.rglob("*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        text = texts.get(annotation["doc"])
        if text is not None:
            documents.append(_document(annotation, text, path))
    return documents


def _document(annotation: Row, text: str, path: Path) -> GoldDocument:
    mentions = [
        {**mention, "program": program["program"], "kind": program["kind"]}
        for program in annotation["programs"]
        for mention in program["mentions"]
    ]
    tables = {
        "figures": annotation["figures"],
        "program_mentions": mentions,
        "commitments": annotation["commitments"],
    }
    rows = {
        table: [{**row, **_span(text, row, f"{path.name}, {table}")} for row in annotated]
        for table, annotated in tables.items()
    }
    return GoldDocument(annotation["doc"], annotation["language"], rows)


def _span(text: str, row: Row, where: str) -> dict[str, int]:
    start = -1
    for _ in range(row.get("nth", 1)):
        start = text.find(row["surface"], start + 1)
        if start < 0:
            raise GoldError(f"{where}: occurrence {row.get('nth', 1)} of {row['surface']!r} is not in the text")
    return {"start": start, "end": start + len(row["surface"])}
