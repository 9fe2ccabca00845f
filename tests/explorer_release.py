"""A small invented release for tests of the explorer: the tables of the schema, every span exact, no real text."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.parquet import write_table
from warehouse.schema import TABLES, empty

HOSTILE = (
    "<script>window.stolen = 1</script> </script><img src=x onerror='window.stolen = 2'> <!-- "
    "\u202egnp.exe\u202c 🌊 {{ 7 * 7 }} ${7 * 7} </textarea></style>"
)
PARTIES: tuple[list[str], ...] = (["CAN"], ["CAN", "CHL"], ["ESP"], [], ["IOM"])
FORCES = ("pledge", "plan", "launch", "reaffirm")
PROGRAMS = (
    ("northern-lights-accord", "Northern Lights Accord", "Acuerdo Aurora Boreal", "agreement"),
    ("harbour-workers-scheme", "Harbour Workers Scheme", None, "pathway"),
    ("fondo-araucaria", "Araucaria Fund", "Fondo Araucaria", "fund"),
)
Row = dict[str, Any]


def scorecard() -> Row:
    """A scorecard of the shape the release writes."""
    measured = {"precision": 0.91, "precision_low": 0.88, "precision_high": 0.94}
    measured |= {
        "recall": 0.84,
        "recall_low": 0.8,
        "recall_high": 0.88,
        "f1": 0.87,
        "hits": 84,
        "gold": 100,
        "found": 92,
    }
    return {
        "documents": 12,
        "scores": [
            {"table": table, "language": language, "measure": "detection", **measured}
            for table in ("commitments", "figures", "program_mentions")
            for language in ("all", "en", "es")
        ],
        "linking": {"precision": 0.9, "recall": 0.8, "f1": 0.85},
    }


def write_release(data: Path, document_count: int = 6) -> Path:
    """Write every table of the schema for that many documents, the first of them hostile. Returns `data`."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for number in range(document_count):
        _add_document(rows, number)
    _add_programs(rows)
    _add_threads(rows)
    data.mkdir(parents=True, exist_ok=True)
    for name, table in TABLES.items():
        schema = empty(table).schema
        write_table(
            pl.DataFrame(rows[name], schema=schema) if rows[name] else empty(table), table, data / f"{name}.parquet"
        )
    return data


def _add_document(rows: dict[str, list[Row]], number: int) -> None:
    document_id = f"doc_{number:016x}"
    spanish = number % 2 == 1
    published_on = date(2019, 1, 1) + timedelta(days=37 * number) if number % 7 != 6 else None
    texts = list(_texts(number, spanish))
    start = 0
    for ordinal, (text, evidence) in enumerate(texts):
        segment: Row = {
            "segment_id": f"seg_{number:08x}{ordinal:08x}",
            "document_id": document_id,
            "ordinal": ordinal,
            "kind": "heading" if ordinal == 0 else "turn" if ordinal == 1 else "paragraph",
            "speaker": "MINISTRA SOTO" if ordinal == 1 else None,
            "speaker_role": "official" if ordinal == 1 else None,
            "speaker_party": "CHL" if ordinal == 1 else None,
            "char_start": start,
            "char_end": start + len(text),
            "text": text,
        }
        rows["segments"].append(segment)
        if evidence:
            _add_evidence(rows, segment, number, evidence)
        start += len(text) + 2
    rows["documents"].append(
        {
            "document_id": document_id,
            "source_name": f"document-{number}.txt",
            "source_uri": "javascript:window.stolen=3" if number == 0 else f"https://example.org/{number}?a=1&b=2",
            "title": HOSTILE if number == 0 else f"{'Comunicado' if spanish else 'Statement'} {number}",
            "publisher": "=HYPERLINK(1)" if number == 0 else ("Cancillería" if spanish else "Harbour Office"),
            "genre": "press_release",
            "language": "es" if spanish else "en",
            "published_on": published_on,
            "retrieved_at": None,
            "media_type": "text/plain",
            "rights": None,
            "raw_sha256": f"{number:064x}",
            "text_sha256": f"{number:064x}",
            "char_count": start - 2,
            "segment_count": len(texts),
            "near_duplicate_of": None,
            "relevance": 1 - number / 100_000,
        }
    )


def _texts(number: int, spanish: bool) -> list[tuple[str, tuple[str, str, str] | None]]:
    """Segments of a document, each with its commitment, figure and program in words, if it has them."""
    name = PROGRAMS[number % 3][2] or PROGRAMS[number % 3][1] if spanish else PROGRAMS[number % 3][1]
    hundreds = f"{number + 1},200"
    if spanish:
        promise, amount = f"abrirá {hundreds} plazas de formación", f"{hundreds} plazas"
        line = f"El país {promise} en el marco del {name}. Las delegaciones compartieron un café."
    else:
        promise, amount = f"will open {hundreds} training places", f"{hundreds} training places"
        line = f"The country {promise} under the {name}. The delegations shared a coffee."
    opening = f"{HOSTILE} " if number == 0 else ""
    return [
        (f"{opening}{'Título' if spanish else 'Title'} {number}", None),
        (f"{opening}MINISTRA SOTO: {line}", (promise, amount, name)),
        (f"Dr. A. Müller spoke {number} times before. {line}", (promise, amount, name)),
    ]


def _add_evidence(rows: dict[str, list[Row]], segment: Row, number: int, words: tuple[str, str, str]) -> None:
    promise, amount, name = words

    def span(surface: str) -> Row:
        start = segment["char_start"] + segment["text"].index(surface)
        keys = ("document_id", "segment_id")
        return {key: segment[key] for key in keys} | {
            "char_start": start,
            "char_end": start + len(surface),
            "surface": surface,
        }

    tail = segment["segment_id"].removeprefix("seg_")
    program_id, *_, kind = PROGRAMS[number % 3]
    shared = {
        "actors": PARTIES[number % 5],
        "program_ids": [program_id],
        "period_start": None,
        "period_end": date(2030, 12, 31) if number % 4 == 0 else None,
        "speaker_role": segment["speaker_role"],
    }
    value = float(1000 * (number + 1) + 200)
    figure = {
        "figure_id": f"fig_{tail}",
        "value_low": value,
        "value_high": value if number % 3 else None,
        "bound": "exact" if number % 3 else "at_least",
        "unit_kind": "count",
        "unit": "training place",
        "measure": None,
        "change": None,
        "status": "committed",
        "flags": [],
        "method": "count.noun",
    }
    commitment = {
        "commitment_id": f"com_{tail}",
        "counterparties": [],
        "force": FORCES[number % 4],
        "polarity": "negated" if number % 5 == 4 else "affirmed",
        "action": "open",
        "topic": "migration_pathways" if number % 2 else "economy",
        "gcm_objectives": [5, 18] if number % 2 else [],
        "figure_ids": [f"fig_{tail}"],
        "speaker": segment["speaker"],
        "attribution": "direct",
        "thread_id": f"thr_{number // 4:016x}",
        "method": "verb.modal",
    }
    mention = {"mention_id": f"men_{tail}", "program_id": program_id, "kind": kind, "method": "registry.name"}
    rows["figures"].append(span(amount) | shared | figure)
    rows["commitments"].append(span(promise) | shared | commitment)
    rows["program_mentions"].append(span(name) | mention)


def _add_programs(rows: dict[str, list[Row]]) -> None:
    for program_id, name, name_es, kind in PROGRAMS:
        mentions = [row for row in rows["program_mentions"] if row["program_id"] == program_id]
        if not mentions:
            continue
        rows["programs"].append(
            {
                "program_id": program_id,
                "name": name,
                "name_es": name_es,
                "kind": kind,
                "topic": "economy",
                "countries": ["CAN", "CHL"],
                "lead_organisations": [],
                "registry_status": "registered",
                "first_mentioned_on": date(2019, 1, 1),
                "last_mentioned_on": date(2024, 1, 1),
                "mention_count": len(mentions),
                "document_count": len({row["document_id"] for row in mentions}),
            }
        )


def _add_threads(rows: dict[str, list[Row]]) -> None:
    by_thread = itertools.groupby(
        sorted(rows["commitments"], key=lambda row: str(row["thread_id"])), lambda row: row["thread_id"]
    )
    for thread_id, group in by_thread:
        statements = list(group)
        document_count = len({row["document_id"] for row in statements})
        rows["commitment_threads"].append(
            {
                "thread_id": thread_id,
                "title": statements[0]["surface"],
                "actors": sorted({actor for row in statements for actor in row["actors"]}),
                "topic": "economy",
                "first_stated_on": date(2019, 1, 1),
                "last_stated_on": date(2024, 1, 1),
                "statement_count": len(statements),
                "document_count": document_count,
                "publisher_count": 2,
                "status": "reaffirmed",
            }
        )
