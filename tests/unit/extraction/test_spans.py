"""Offsets of matches and sentences are exact, whatever the text holds."""

from __future__ import annotations

import re

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from extraction.sentences import normal_form, split_sentences
from extraction.spans import find_all, with_surface
from tests.sample_tables import sample_rows
from warehouse.schema import TABLES, polars_schema

_TEXT = st.text(alphabet=st.sampled_from("ab 0123.¿é“”\u00a0—\n😀Ñ"), max_size=60)


@given(st.lists(_TEXT, max_size=6))
def test_find_all_agrees_with_the_standard_library(texts: list[str]) -> None:
    frame = pl.DataFrame({"row": range(len(texts)), "text": texts}, schema={"row": pl.Int64, "text": pl.String})
    found = find_all(frame.lazy(), "[0-9]+|é").select("row", "match", "match_start", "match_end").collect()
    expected = [
        (row, match.group(), *match.span()) for row, text in enumerate(texts) for match in re.finditer("[0-9]+|é", text)
    ]
    assert found.rows() == expected


@given(_TEXT)
def test_the_normal_form_keeps_every_offset(text: str) -> None:
    [normal] = pl.select(normal_form(pl.lit(text))).to_series()
    assert len(normal) == len(text)
    assert not re.search("[“”\u00a0\n]", normal)


def _sentences(text: str, language: str = "en") -> list[tuple[int, str]]:
    document = sample_rows()["documents"][0] | {"language": language, "char_count": len(text)}
    segment = sample_rows()["segments"][0] | {"char_start": 100, "char_end": 100 + len(text), "text": text}
    documents = pl.LazyFrame([document], schema=polars_schema(TABLES["documents"]))
    segments = pl.LazyFrame([segment], schema=polars_schema(TABLES["segments"]))
    return split_sentences(documents, segments).select("sentence_start", "text").collect().rows()


@given(_TEXT)
def test_sentences_partition_their_segment(text: str) -> None:
    sentences = _sentences(text)
    assert "".join(part for _, part in sentences) == pl.select(normal_form(pl.lit(text))).item()
    ends = [start + len(part) for start, part in sentences]
    assert [start for start, _ in sentences] == [100, *ends[:-1]]


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    text = "The U.S. Congress met Sec. Lund at 5 p.m. Monday. It gave $3.5 million. “Why?” asked Mr. Ortiz."
    assert [part.strip() for _, part in _sentences(text)] == [
        "The U.S. Congress met Sec. Lund at 5 p.m. Monday.",
        "It gave $3.5 million.",
        '"Why?" asked Mr. Ortiz.',
    ]
    spanish = "El Sr. Gil y EE. UU. firmaron. ¿Cuándo? El lunes."
    assert [part.strip() for _, part in _sentences(spanish, "es")] == [
        "El Sr. Gil y EE. UU. firmaron.",
        "¿Cuándo?",
        "El lunes.",
    ]


def test_boilerplate_and_languages_without_words_are_left_out() -> None:
    rows = sample_rows()
    rows["segments"][0]["kind"] = "boilerplate"
    documents = pl.DataFrame(rows["documents"], schema=polars_schema(TABLES["documents"]))
    segments = pl.LazyFrame(rows["segments"], schema=polars_schema(TABLES["segments"]))
    assert split_sentences(documents.lazy(), segments).collect()["text"].to_list() == [
        "The Fair Passage Accord goes on."
    ]
    french = documents.with_columns(pl.lit("fr").alias("language"))
    assert split_sentences(french.lazy(), segments).collect().is_empty()


def test_the_surface_is_the_original_words() -> None:
    segment = sample_rows()["segments"][0] | {"char_start": 7, "char_end": 20, "text": "a “b”\u00a0c, ok."}
    segments = pl.LazyFrame([segment], schema=polars_schema(TABLES["segments"]))
    rows = pl.LazyFrame({"segment_id": [segment["segment_id"]], "char_start": [9], "char_end": [14]})
    assert with_surface(rows, segments).collect()["surface"].to_list() == ["“b”\u00a0c"]
