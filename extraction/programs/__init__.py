"""Mentions of cooperation instruments: registered names, and names nobody registered.

Remit: from sentences to spans with the instrument each names, per document. Which discovered names are one instrument
across documents is decided in `resolution.programs`; the known names are handed in, never imported.
"""

from __future__ import annotations

import polars as pl

from extraction.lexicons import LANGUAGES
from extraction.programs.beneficiaries import beneficiary_names
from extraction.programs.bracketed import bracketed_names
from extraction.programs.classification import classified
from extraction.programs.definitions import defined_forms, uses_of
from extraction.programs.descriptions import described_instruments
from extraction.programs.edges import with_head_nouns
from extraction.programs.exclusions import without_authorities, without_excluded
from extraction.programs.headed import headed_names
from extraction.programs.labels import labels
from extraction.programs.linking import linked_within_documents
from extraction.programs.names import registered_names
from extraction.programs.numbered import numbered_names
from extraction.programs.phrases import phrased_instruments
from extraction.programs.quoted import quoted_names
from extraction.programs.selection import without_overlaps

_NAMES = (headed_names, numbered_names, quoted_names, bracketed_names, beneficiary_names, labels)
_DESCRIPTIONS = (described_instruments, phrased_instruments)
_FOUND = pl.Schema(
    {
        "sentence": pl.UInt32(),
        "document_id": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "program_id": pl.String(),
        "name": pl.String(),
        "short": pl.String(),
        "head": pl.String(),
        "kind": pl.String(),
        "topic": pl.String(),
        "language": pl.String(),
        "acronym": pl.String(),
        "method": pl.String(),
    }
)


def extract_program_mentions(sentences: pl.LazyFrame, names: pl.DataFrame) -> pl.LazyFrame:
    """Every mention of an instrument, registered or discovered.

    In: the sentence frame of whole documents; `names` as `resolution.registry.program_names` makes them. Out, in
    reading order: `sentence`, `document_id`, `segment_id`, `char_start`, `char_end`, `program_id` (null when
    discovered), `candidate_name` (canonical form of a discovered instrument, else null), `kind`, `topic`, `countries`
    (parties named with a discovered instrument), `acronym` (when the text defines one), `method`.
    """
    # Each stage is computed before the next reads it: polars would push the cheap tests at the end of one large plan
    # down into every rule and compute for each reader anew what several of them read.
    read = sentences.select(
        "sentence", "document_id", "segment_id", "kind", "language", "sentence_start", "text"
    ).collect()
    spoken = {language: read.filter(pl.col("language") == language).lazy() for language in LANGUAGES}
    named, described = (
        pl.concat(
            pl.collect_all([_shaped(rule(spoken[language], language)) for rule in rules for language in LANGUAGES])
        )
        for rules in (_NAMES, _DESCRIPTIONS)
    )
    known = _shaped(registered_names(read.lazy(), names)).collect()
    candidates = pl.concat([known, without_excluded(named.lazy()).collect()])
    texts = _sentences_of(candidates, read)
    standing = (
        without_overlaps(candidates.lazy())
        .pipe(without_authorities, texts)
        .pipe(linked_within_documents, texts)
        .collect()
    )
    forms = defined_forms(classified(standing.lazy()), texts).collect().lazy()
    used = _shaped(uses_of(forms, read.lazy())).collect()
    found = pl.concat([standing, used, without_excluded(described.lazy()).collect()])
    texts = _sentences_of(found, read)
    return (
        without_overlaps(with_head_nouns(found.lazy(), texts))
        .pipe(classified)
        .join(texts.select("sentence", "segment_id", "sentence_start"), on="sentence")
        .select(
            "sentence",
            "document_id",
            "segment_id",
            (pl.col("sentence_start") + pl.col("start")).alias("char_start"),
            (pl.col("sentence_start") + pl.col("end")).alias("char_end"),
            "program_id",
            pl.when(pl.col("program_id").is_null()).then("name").alias("candidate_name"),
            "kind",
            "topic",
            "countries",
            "acronym",
            "method",
        )
        .sort("sentence", "char_start", "char_end")
    )


def _sentences_of(found: pl.DataFrame, read: pl.DataFrame) -> pl.LazyFrame:
    """The few sentences in which something was found."""
    return read.join(found.select("sentence").unique(), on="sentence", how="semi").lazy()


def _shaped(found: pl.LazyFrame) -> pl.LazyFrame:
    """The columns every rule's finds are brought to; what a rule does not know is null."""
    have = found.collect_schema().names()
    return found.select(
        (pl.col(column) if column in have else pl.lit(None)).cast(dtype).alias(column)
        for column, dtype in _FOUND.items()
    )
