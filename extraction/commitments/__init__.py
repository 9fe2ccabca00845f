"""Commitment statements: who undertakes what, with what force, in which words.

`extract_commitments` is the one thing to call. Who the actors are belongs to `extraction.actors`, the threads that join
statements of one undertaking to `resolution`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments import english, spanish
from extraction.commitments.clauses import HEAD_COLUMNS
from extraction.commitments.describe import with_action, with_period, with_subject_matter
from extraction.commitments.lists import list_heads
from extraction.commitments.members import with_members
from extraction.periods.frames import deferred, settled

_LANGUAGES = {"en": english, "es": spanish}
_NOT_SPEAKING_FOR_A_PARTY = ("journalist", "moderator", "operator")
_CONTEXT = (
    "sentence",
    "document_id",
    "segment_id",
    "ordinal",
    "kind",
    "speaker",
    "speaker_role",
    "language",
    "published_on",
    "genre",
    "publisher_party",
    "sentence_start",
    "text",
)
_COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "sentence": pl.UInt32,
    "document_id": pl.String,
    "segment_id": pl.String,
    "char_start": pl.Int64,
    "char_end": pl.Int64,
    "force": pl.String,
    "polarity": pl.String,
    "action": pl.String,
    "topic": pl.String,
    "gcm_objectives": pl.List(pl.Int64),
    "period_start": pl.Date,
    "period_end": pl.Date,
    "speaker": pl.String,
    "speaker_role": pl.String,
    "method": pl.String,
    "head_start": pl.Int64,
    "clause_start": pl.Int64,
    "voice": pl.String,
    "lead_sentence": pl.UInt32,
}
_SCHEMA = pl.Schema(_COLUMNS)


def extract_commitments(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Statements in which a public authority undertakes something, one row for each undertaking.

    In: the sentence frame. Out, in reading order: `sentence`, `document_id`, `segment_id`, `char_start`, `char_end`
    (document offsets, code points), `force`, `polarity`, `action` (infinitive, in the language of the text), `topic`,
    `gcm_objectives`, `period_start`, `period_end`, `speaker`, `speaker_role`, `method`; and for the actors:
    `head_start` and `clause_start` (code points into the sentence), `voice` (active, passive, impersonal, list_item,
    heading) and `lead_sentence` (the `sentence` of the lead-in of a list item, else null). Source of the rules: the
    codebook, "Commitment".
    """
    return deferred(sentences.select(_CONTEXT), _extract, _SCHEMA)


def _extract(sentences: pl.LazyFrame) -> pl.LazyFrame:
    spoken_outside = pl.col("speaker_role").is_in(_NOT_SPEAKING_FOR_A_PARTY).fill_null(False)
    said = settled(sentences.filter(~spoken_outside))
    rows = settled(with_subject_matter(pl.concat([_undertakings(said, code) for code in _LANGUAGES], how="diagonal")))
    return (
        with_period(rows, sentences)
        .with_columns(
            (pl.col("sentence_start") + pl.col("start")).alias("char_start"),
            (pl.col("sentence_start") + pl.col("end")).alias("char_end"),
        )
        .select(pl.col(name).cast(dtype) for name, dtype in _SCHEMA.items())
        .sort("sentence", "char_start", "char_end")
    )


def _undertakings(said: pl.LazyFrame, code: str) -> pl.LazyFrame:
    """The undertakings of one language with their spans and actions."""
    language = _LANGUAGES[code]
    part = said.filter(pl.col("language") == code)
    prose = part.filter(pl.col("kind") != "heading")
    asks = pl.col("text").str.strip_chars_end(" \"')").str.ends_with("?")
    heads = pl.concat(
        [
            language.verb_heads(prose),
            language.noun_heads(prose),
            list_heads(part, code).select(*HEAD_COLUMNS, "lead_sentence"),
        ],
        how="diagonal",
    )
    return with_action(with_members(settled(heads.filter(~asks)), language.COORDINATION), code)
