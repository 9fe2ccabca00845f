"""Whatever the text, mentions reproduce it, do not overlap, and depend on their own document alone."""

from __future__ import annotations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.programs import extract_program_mentions
from tests.unit.extraction.programs.reading import registered, sentence_frame

NAMES = registered(("Blue Harbor", "blue-harbor"), ("BH", "blue-harbor"), ("Amber Order", "amber"))
PIECES = st.sampled_from(
    [
        "the", "Blue Harbor", "BH", "Amber Order", "Nairobi Declaration", "on Refugees", "(ND)", "ND", "Task Force",
        "Pacific Border", "program", "will establish a", "working group on migrant smuggling", "and", ",", "'s", "🙂",
        "ñandú €5 —", "Acuerdo de Movilidad", "programa", '"Manos Abiertas"', "Manos Abiertas", "Ley 21.400", "Visa",
        "Act of 2031", "parole process for Haitians and Cubans", "Executive Order 15001", "ministers met yesterday",
    ]
)  # fmt: skip
TEXTS = st.lists(st.lists(PIECES, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=5)
LANGUAGES = st.sampled_from(["en", "es"])


@given(TEXTS, LANGUAGES)
@settings(max_examples=30, deadline=None)
def test_spans_lie_in_their_sentence_and_do_not_overlap(texts: list[str], language: str) -> None:
    found = extract_program_mentions(sentence_frame(texts, language, one_document=True), NAMES).collect()
    for sentence, rows in found.partition_by("sentence", as_dict=True).items():
        ends = 0
        for start, end in rows.select("char_start", "char_end").iter_rows():
            assert ends <= start < end <= len(texts[int(sentence[0])])
            ends = end


@given(TEXTS, LANGUAGES)
@settings(max_examples=20, deadline=None)
def test_a_registered_mention_holds_a_form_of_its_program(texts: list[str], language: str) -> None:
    found = extract_program_mentions(sentence_frame(texts, language, one_document=True), NAMES).collect()
    registry = found.filter(pl.col("method").str.starts_with("registry"))
    for row in registry.iter_rows(named=True):
        surface = texts[row["sentence"]][row["char_start"] : row["char_end"]]
        forms = NAMES.filter(pl.col("program_id") == row["program_id"])["form"]
        assert any(form in surface for form in forms)


@given(TEXTS, LANGUAGES)
@settings(max_examples=15, deadline=None)
def test_other_documents_change_nothing(texts: list[str], language: str) -> None:
    frame = sentence_frame(texts, language, one_document=False)
    together = extract_program_mentions(frame, NAMES).collect()
    alone = [
        extract_program_mentions(frame.filter(pl.col("sentence") == row), NAMES).collect() for row in range(len(texts))
    ]
    assert together.equals(pl.concat(alone))
