"""Measured quality: extracted tables against gold annotations, by table and language, with intervals.

Rows match one to one by overlap of their spans, best overlap first. Detection asks for a match alone; the whole row
also for its attributes: value, bound and unit of a figure; actors, force and polarity of a commitment. Intervals are
Wilson's at 95 %. Linking of mentions to programs is B-cubed over the matched mentions.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from expectations.gold import GoldDocument, Row, load_gold

_NORMAL_QUANTILE = 1.959963984540054
Pair = tuple[Row, Row]
Check = Callable[[Row, Row], bool]


def _overlap(gold: Row, found: Row) -> int:
    return int(min(gold["end"], found["end"]) - max(gold["start"], found["start"]))


def _length(row: Row) -> int:
    return int(row["end"] - row["start"])


def _same_number(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return math.isclose(left, right, rel_tol=1e-9)


def _figure_agrees(gold: Row, found: Row) -> bool:
    unit = gold["unit_kind"] != "money" or gold["unit"] == found["unit"]
    value = _same_number(gold["low"], found["value_low"]) and _same_number(gold["high"], found["value_high"])
    return value and unit and gold["bound"] == found["bound"] and gold["unit_kind"] == found["unit_kind"]


def _commitment_agrees(gold: Row, found: Row) -> bool:
    actors = sorted(gold["actor"]) == sorted(found["actors"])
    polarity = gold.get("polarity", "affirmed") == found["polarity"]
    return actors and polarity and gold["force"] == found["force"]


ENOUGH_OVERLAP: dict[str, Check] = {
    "figures": lambda gold, found: _overlap(gold, found) > 0,
    "program_mentions": lambda gold, found: 2 * _overlap(gold, found) >= max(_length(gold), _length(found)),
    "commitments": lambda gold, found: 2 * _overlap(gold, found) >= min(_length(gold), _length(found)),
}
WHOLE_ROW: dict[str, Check] = {"figures": _figure_agrees, "commitments": _commitment_agrees}


def match_rows(table: str, gold: list[Row], found: list[Row]) -> list[Pair]:
    """Pair gold and found rows of one document one to one, the pair with the largest shared part first."""
    candidates = sorted(
        (-_overlap(g, f) / (_length(g) + _length(f) - _overlap(g, f)), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if _overlap(g, f) > 0 and ENOUGH_OVERLAP[table](g, f)
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def wilson_interval(hits: int, total: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927); (0, 1) when there is nothing to count."""
    if not total:
        return 0.0, 1.0
    share, squared = hits / total, _NORMAL_QUANTILE**2
    centre = share + squared / (2 * total)
    spread = _NORMAL_QUANTILE * math.sqrt(share * (1 - share) / total + squared / (4 * total**2))
    scale = 1 + squared / total
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def b_cubed(links: list[tuple[str, str]]) -> dict[str, float]:
    """B-cubed precision, recall and F1 of (gold program, found program) pairs (Bagga and Baldwin 1998)."""
    by_gold, by_found = defaultdict(set), defaultdict(set)
    for index, (gold, found) in enumerate(links):
        by_gold[gold].add(index)
        by_found[found].add(index)
    if not links:
        return {"precision": 0.0, "recall": 0.0, "f1": 0.0}
    shared = [len(by_gold[gold] & by_found[found]) for gold, found in links]
    precision = sum(n / len(by_found[found]) for n, (_, found) in zip(shared, links, strict=True)) / len(links)
    recall = sum(n / len(by_gold[gold]) for n, (gold, _) in zip(shared, links, strict=True)) / len(links)
    return {"precision": precision, "recall": recall, "f1": _harmonic_mean(precision, recall)}


def _harmonic_mean(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _score(key: tuple[str, str, str], hits: int, gold: int, found: int) -> Row:
    table, language, measure = key
    precision, recall = hits / found if found else 0.0, hits / gold if gold else 0.0
    (precision_low, precision_high), (recall_low, recall_high) = (
        wilson_interval(hits, found),
        wilson_interval(hits, gold),
    )
    return {
        "table": table,
        "language": language,
        "measure": measure,
        "precision": precision,
        "precision_low": precision_low,
        "precision_high": precision_high,
        "recall": recall,
        "recall_low": recall_low,
        "recall_high": recall_high,
        "f1": _harmonic_mean(precision, recall),
        "hits": hits,
        "gold": gold,
        "found": found,
    }


def found_rows(tables: Mapping[str, pl.DataFrame]) -> dict[str, dict[str, list[Row]]]:
    """Extracted rows by table and document id, with `start` and `end` like gold rows."""
    rows: dict[str, dict[str, list[Row]]] = {}
    for table in ENOUGH_OVERLAP:
        by_document = rows[table] = defaultdict(list)
        for row in tables[table].iter_rows(named=True):
            by_document[row["document_id"]].append({**row, "start": row["char_start"], "end": row["char_end"]})
    return rows


def scores(gold: Iterable[GoldDocument], tables: Mapping[str, pl.DataFrame]) -> dict[str, Any]:
    """The scorecard of extracted tables on gold documents.

    `tables` holds documents, figures, program_mentions and commitments in published form. Out: `documents` (number
    scored), `scores` (a row by table, language and measure with precision, recall, F1, intervals and counts) and
    `linking` (B-cubed).
    """
    document_ids = dict(tables["documents"].select("source_name", "document_id").iter_rows())
    found = found_rows(tables)
    scored = [document for document in gold if document.source_name in document_ids]
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    links = []
    for document in scored:
        for table in ENOUGH_OVERLAP:
            candidates = found[table][document_ids[document.source_name]]
            pairs = match_rows(table, document.rows[table], candidates)
            measures = {"detection": len(pairs)}
            if table in WHOLE_ROW:
                measures["whole row"] = sum(WHOLE_ROW[table](g, f) for g, f in pairs)
            else:
                links += [(g["program"], f["program_id"]) for g, f in pairs]
            for measure, hits in measures.items():
                for language in ("all", document.language):
                    added = (hits, len(document.rows[table]), len(candidates))
                    total = counts[table, language, measure]
                    counts[table, language, measure] = [a + b for a, b in zip(total, added, strict=True)]
    return {
        "documents": len(scored),
        "scores": [_score(key, *counts[key]) for key in sorted(counts)],
        "linking": b_cubed(links),
    }


def scorecard(gold_folder: Path, texts: pl.DataFrame, tables: Mapping[str, pl.DataFrame]) -> dict[str, Any]:
    """`scores` for the annotations below a folder; `texts` holds `source_name` and `text` (canonical)."""
    by_name = dict(texts.select("source_name", "text").iter_rows())
    return scores(load_gold(gold_folder, by_name), tables)
