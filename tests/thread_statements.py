"""Statements for the tests of threads, as rows of commitments with the documents that state them."""

from __future__ import annotations

from datetime import date

import polars as pl

from resolution.threads import thread_commitments


def statement(surface: str, **values: object) -> dict[str, object]:
    """One statement; what `values` do not say is the same for all: who, when, in which language."""
    return {
        "surface": surface,
        "action": None,
        "actors": ["NOR", "SEN"],
        "force": "pledge",
        "polarity": "affirmed",
        "topic": "security",
        "period_start": None,
        "period_end": None,
        "program_ids": [],
        "figure_values": [],
        "language": "en",
        "published_on": date(2019, 5, 4),
        "publisher": "A ministry",
        "near_duplicate_of": None,
        "document": None,
        **values,
    }


def tables(*statements: dict[str, object]) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Commitments and documents; every statement stands in a document of its own unless it names one."""
    rows = pl.DataFrame(
        [
            {**each, "document_id": each["document"] or f"doc_{number}", "char_start": 10 * number}
            for number, each in enumerate(statements)
        ],
        schema_overrides={
            "action": pl.String,
            "program_ids": pl.List(pl.String),
            "figure_values": pl.List(pl.Float64),
            "actors": pl.List(pl.String),
            "published_on": pl.Date,
            "period_start": pl.Date,
            "period_end": pl.Date,
            "near_duplicate_of": pl.String,
        },
    ).with_columns(
        commitment_id=pl.format("com_{}_{}", "document_id", "surface"),
        char_end=pl.col("char_start") + pl.col("surface").str.len_chars(),
    )
    of_documents = ("document_id", "language", "published_on", "publisher", "near_duplicate_of")
    documents = rows.select(of_documents).unique("document_id", keep="first", maintain_order=True)
    return rows.drop("document", *of_documents[1:]).lazy(), documents.lazy()


def threaded(*statements: dict[str, object]) -> tuple[list[str], pl.DataFrame]:
    """The thread of each statement, in the order given, and the table of threads."""
    members, threads = thread_commitments(*tables(*statements))
    return members.collect()["thread_id"].to_list(), threads.collect()
