"""Figures and programs belong together when their clause is the same; contents of a commitment lie inside it."""

from __future__ import annotations

import polars as pl

from resolution.links import contents_of_commitments, programs_of_figures

TEXT = "The Fair Passage Accord pays 40 euros; the Blue Door Scheme pays nothing to 7 ports."


def _row(words: str, **more: object) -> dict[str, object]:
    start = TEXT.index(words)
    span = {"char_start": start, "char_end": start + len(words)}
    return {"document_id": "d", "segment_id": "s", "sentence_start": 0, **span, **more}


MENTIONS = pl.LazyFrame(
    [_row("Fair Passage Accord", program_id="accord"), _row("Blue Door Scheme", program_id="blue-door")]
)
SEGMENTS = pl.LazyFrame({"segment_id": ["s"], "char_start": [0], "text": [TEXT]})
FIGURES = pl.LazyFrame([_row("40 euros", figure_id="f1"), _row("7 ports", figure_id="f2")])


def test_a_figure_goes_with_the_program_of_its_clause() -> None:
    linked = programs_of_figures(FIGURES, MENTIONS, SEGMENTS).collect()
    assert dict(linked.select("figure_id", "program_ids").iter_rows()) == {"f1": ["accord"], "f2": ["blue-door"]}


def test_figures_of_other_sentences_and_far_away_stay_alone() -> None:
    elsewhere = FIGURES.with_columns(pl.lit(5).alias("sentence_start"))
    assert programs_of_figures(elsewhere, MENTIONS, SEGMENTS).collect()["program_ids"].to_list() == [[], []]


def test_a_commitment_holds_what_lies_inside_its_span() -> None:
    commitments = pl.LazyFrame(
        [_row("pays 40 euros; the Blue Door Scheme", commitment_id="c1"), _row("pays", commitment_id="c2")]
    )
    held = contents_of_commitments(commitments, MENTIONS, FIGURES).collect()
    assert held.select("commitment_id", "program_ids", "figure_ids").rows() == [
        ("c1", ["blue-door"], ["f1"]),
        ("c2", [], []),
    ]
