"""Commitment statements: who undertakes what, with what force, in which words.

`extract_commitments` is the one thing to call. Who the actors are belongs to `extraction.actors`, the threads that join
statements of one undertaking to `resolution`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments import english, spanish
from extraction.commitments.clauses import HEAD_COLUMNS
from extraction.commitments.describe import with_subject_matter
from extraction.commitments.lists import list_heads
from extraction.commitments.members import with_members

_NOT_SPEAKING_FOR_A_STATE = ("journalist", "moderator", "operator")


def _spoken_for_a_party(heads: pl.LazyFrame) -> pl.LazyFrame:
    """Drop questions and what journalists, moderators and operators say."""
    asks = pl.col("text").str.strip_chars_end(" \"')").str.ends_with("?")
    outside = pl.col("speaker_role").is_in(_NOT_SPEAKING_FOR_A_STATE).fill_null(False)
    return heads.filter(~asks & ~outside)


def extract_commitments(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Statements in which a public authority undertakes something, one row for each undertaking.

    In: the sentence frame. Out: `sentence`, `document_id`, `segment_id`, `char_start`, `char_end`, `force`, `polarity`,
    `action`, `topic`, `gcm_objectives`, `period_start`, `period_end`, `speaker`, `speaker_role`, `method`, and for the
    attachment of actors `head_start` and `clause_start` (code points into the sentence), `voice` (active, passive,
    impersonal, list_item, heading) and `lead_sentence` (the `sentence` of the lead-in of a list item, else null).
    """
    prose = pl.col("kind") != "heading"
    rows = [
        with_members(_spoken_for_a_party(pl.concat(heads, how="diagonal")), language.COORDINATION)
        for code, language in (("en", english), ("es", spanish))
        for part in [sentences.filter(pl.col("language") == code)]
        for heads in [
            (
                language.verb_heads(part.filter(prose)),
                language.noun_heads(part.filter(prose)),
                list_heads(part, code).select(*HEAD_COLUMNS, "lead_sentence"),
            )
        ]
    ]
    return with_subject_matter(pl.concat(rows, how="diagonal")).select(
        "sentence",
        "document_id",
        "segment_id",
        (pl.col("sentence_start") + pl.col("start")).alias("char_start"),
        (pl.col("sentence_start") + pl.col("end")).alias("char_end"),
        "force",
        "polarity",
        pl.coalesce("own_verb", "verb").alias("action"),
        "topic",
        "gcm_objectives",
        pl.lit(None, pl.Date).alias("period_start"),
        pl.lit(None, pl.Date).alias("period_end"),
        "speaker",
        "speaker_role",
        "method",
        "head_start",
        "clause_start",
        "voice",
        "lead_sentence",
    )
