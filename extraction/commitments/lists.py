"""Undertakings listed under a lead-in: "The parties will:", "acordamos:", and headings under one.

Remit: items whose first word is the verb of what is undertaken and whose lead-in carries the commissive head. How far
an item reaches belongs to `members`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.vocabulary import role, verbs

# Segments after its lead-in in which an item is still governed by it.
_REACH = 30
_LONGEST_LABEL = 40
_MARK = r"^[ ]*(?:[-•*–·▪◦●■]+ *|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)] *)?"
_INFINITIVE = r"\p{Lu}?\p{Ll}+[aeií]r(?:se|los?|las?)?"
_OPENING_VERB = {
    "en": (
        rf"{_MARK}(?:(?:[Jj]ointly|[Aa]lso|[Ff]urther|to) )?"
        rf"(?:(?i:{verbs('en')})|(?i:{verbs('en', 'gerund')})) "
    ),
    "es": rf"{_MARK}{_INFINITIVE} ",
}
_LEAD = {
    "en": {
        "base": rf"(?-u:\b){role('en', 'lead_base')}(?: the following)?[ ]*[:—-]+[ ]*$",
        "gerund": rf" {role('en', 'lead_gerund')}[:—-]+[ ]*$",
        "any": rf"following (?:\w+ ){{0,3}}{role('en', 'lead_noun')}(?: [^:]*)?:[ ]*$",
    },
    "es": {
        "base": rf"(?i:(?:^|[^\p{{L}}]){role('es', 'lead_base')}(?: [^:;.]{{0,40}})?:[ ]*$)",
        "any": rf"(?i:l[oa]s siguientes (?:\p{{L}}+ ){{0,2}}{role('es', 'lead_noun')}[^:]*:[ ]*$)",
    },
}


def _ordinal(language: str) -> str:
    return rf"^[ ]*(?i:y |and )?(?i:{role(language, 'ordinal')}|[0-9]{{1,2}})[.):-]*[ ]*$"


def _framed(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Lead-ins, labels of items and sentences that open with a verb, where such a sentence could be an item."""
    text = pl.col("text")
    ends = text.str.strip_chars_end(" ").str.ends_with(":")
    form = pl.coalesce(
        *(pl.when(text.str.contains(pattern)).then(pl.lit(form)) for form, pattern in _LEAD[language].items()),
        pl.lit("none"),
    )
    label = pl.when(text.str.len_bytes() < _LONGEST_LABEL).then(text).str.contains(_ordinal(language)).fill_null(False)
    opens = pl.col("_first") | pl.col("_labelled")
    labelled = pl.col("_label").shift(1) & (pl.col("sentence").shift(1) == pl.col("sentence") - 1)
    return (
        sentences.with_columns((pl.col("segment_id") != pl.col("segment_id").shift(1)).fill_null(True).alias("_first"))
        .with_columns(
            label.alias("_label"),
            (ends & ~label).alias("_leads"),
        )
        .with_columns(labelled.fill_null(False).alias("_labelled"))
        .with_columns(pl.when(opens).then(text).str.extract(f"({_OPENING_VERB[language]})").alias("_opening"))
        .filter(pl.col("_leads") | pl.col("_opening").is_not_null())
        .with_columns(pl.when("_leads").then(form).alias("_form"))
    )


def list_heads(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Items governed by a lead-in.

    In: sentences of one language. Out: the columns of the verb heads plus `lead_sentence`. An item follows the last
    lead-in of its document; headings, labelled items and Spanish infinitives follow the last one that commits.
    """
    committing = pl.col("_leads") & (pl.col("_form") != "none")
    tracked = _framed(sentences, language).with_columns(
        pl.col("_form").forward_fill().over("document_id").alias("_lead"),
        *(
            pl.when(committing & pl.col("_form").is_in([form, "any"]))
            .then(pl.col(column))
            .forward_fill()
            .over("document_id")
            .alias(f"_{form}_{column}")
            for form in ("base", "gerund")
            for column in ("sentence", "text", "ordinal")
        ),
    )
    word = pl.col("_opening").str.strip_chars().str.extract(r"(\p{L}[\p{L}-]*)$").str.to_lowercase()
    is_gerund = word.str.ends_with("ing") if language == "en" else pl.lit(False)

    def led(column: str) -> pl.Expr:
        return pl.when(is_gerund).then(f"_gerund_{column}").otherwise(f"_base_{column}")

    near = (pl.col("ordinal") - led("ordinal")) <= _REACH
    heading = pl.col("kind") == "heading"
    reaches_back = heading | pl.col("_labelled") | (pl.lit(language == "es") & (pl.col("_lead") != "none"))
    form = pl.when(is_gerund).then(pl.lit("gerund")).otherwise(pl.lit("base"))
    follows = reaches_back | (pl.col("_lead") == form) | (pl.col("_lead") == "any")
    no_verb = word.str.contains(rf"^{role(language, 'not_infinitive')}$") if language == "es" else pl.lit(False)
    pledges = led("text").str.contains(rf"(?i:{role(language, 'lead_pledge')})")
    return (
        tracked.filter(pl.col("_opening").is_not_null() & ~pl.col("_leads"))
        .filter(~pl.col("text").str.contains(" | ", literal=True))
        .filter(led("sentence").is_not_null() & near & follows & ~no_verb)
        .with_columns(
            word.alias("verb"),
            (pl.col("_opening").str.len_chars() - 1 - word.str.len_chars()).cast(pl.Int64).alias("head_start"),
            (pl.col("_opening").str.len_chars() - 1).cast(pl.Int64).alias("head_end"),
            pl.when(is_gerund)
            .then(pl.lit("launch"))
            .when(pledges)
            .then(pl.lit("pledge"))
            .otherwise(pl.lit("plan"))
            .alias("force"),
            pl.lit("verb").alias("complement"),
            pl.when(heading).then(pl.lit("heading")).otherwise(pl.lit("list_item")).alias("voice"),
            pl.lit("affirmed").alias("polarity"),
            pl.lit("list_item").alias("method"),
            led("sentence").alias("lead_sentence"),
        )
        .with_columns(pl.col("head_start").alias("clause_start"))
    )
