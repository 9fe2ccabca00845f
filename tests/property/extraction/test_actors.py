"""Actors are found at true offsets in any text, and parties depend on their own document only."""

from __future__ import annotations

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.actors import attach_actors, find_actors
from extraction.sentences import split_sentences
from tests.marked_document import frames
from warehouse.schema.documents import PARTY

NAMES = ["Norway", "Perú", "the United States", "México", "Minister of Health", "President", "presidenta", "UN", "IOM"]
WORDS = [
    "and",
    "y",
    "of",
    "de",
    "we",
    "They",
    "its",
    "the government",
    "both countries",
    "said",
    "will open",
    "who",
    "que",
]
SIGNS = ["'s", "’s", ",", ".", "(", ")", "—", "-", "200", "Zoë", "東京", "\u00a0", "É", "was agreed by"]
PIECES = st.sampled_from(NAMES + WORDS + SIGNS)
TEXTS = st.one_of(st.lists(PIECES, min_size=1, max_size=25).map(" ".join), st.text(min_size=1, max_size=80))
LANGUAGES = st.sampled_from(["en", "es"])


@settings(max_examples=80, deadline=None)
@given(TEXTS, LANGUAGES)
def test_surfaces_stand_where_they_are_said_to_and_do_not_overlap(text: str, language: str) -> None:
    sentences = split_sentences(*frames(text.replace("\n", " "), language=language)).collect()
    found = find_actors(sentences.lazy()).collect().join(sentences.select("sentence", "text"), on="sentence")
    cut = found.select(pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start")))["text"]
    assert cut.to_list() == found["surface"].to_list()
    assert (found["start"] < found["end"]).all()
    following = found.with_columns(pl.col("start").shift(-1).over("sentence").alias("next"))
    assert following.filter(pl.col("next") < pl.col("end")).is_empty()
    parties = found["parties"].explode().drop_nulls()
    assert parties.str.contains(PARTY).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=3), LANGUAGES)
def test_parties_do_not_depend_on_other_documents(texts: list[str], language: str) -> None:
    documents, segments = [], []
    for number, text in enumerate(texts):
        of_document = [
            frame.with_columns(document_id=pl.lit(f"doc_{number}"))
            for frame in frames(text.replace("\n", " "), language=language)
        ]
        documents.append(of_document[0])
        segments.append(
            of_document[1].with_columns(pl.format("{}_{}", "segment_id", pl.lit(number)).alias("segment_id"))
        )
    together = _attached(split_sentences(pl.concat(documents), pl.concat(segments)))
    apart = pl.concat([_attached(split_sentences(one, other)) for one, other in zip(documents, segments, strict=True)])
    assert together.equals(apart)


def _attached(sentences: pl.LazyFrame) -> pl.DataFrame:
    """The parties of commitments that span the second half of every sentence."""
    rows = sentences.select(
        "sentence",
        "document_id",
        "segment_id",
        char_start=pl.col("sentence_start") + pl.col("text").str.len_chars() // 2,
        char_end=pl.col("sentence_start") + pl.col("text").str.len_chars(),
        head_start=(pl.col("text").str.len_chars() // 2).cast(pl.Int64),
        voice=pl.lit("active"),
        lead_sentence=pl.lit(None, pl.UInt32),
    )
    attached = attach_actors(rows, sentences).collect()
    assert attached.height == rows.collect().height
    return attached.select("document_id", "segment_id", "char_start", "actors", "counterparties", "attribution")
