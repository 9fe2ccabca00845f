"""Undertakings listed under a lead-in: "The parties will:", "acordamos:", and headings that announce.

Remit: items whose first word is the verb of what is undertaken and whose lead-in carries the commissive head. How far
an item reaches belongs to `members`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.vocabulary import role
from extraction.commitments.vocabulary import verbs as verb_table

_MARK = r"^[ ]*(?:[-•*–·▪◦●■]+ *|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)] *)?"
_ORDINAL = (
    r"^[ ]*(?i:y |and )?(?i:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|séptim[oa]|octav[oa]|noven[oa]|décim[oa]"
    r"(?: ?\p{L}+)?|onceavo|undécim[oa]|once|doce|trece|catorce|quince|dieciséis|diecisiete|first|second|third|[0-9]{1,2})[.):-]*[ ]*$"
)
_LEAD = {
    "en": {
        "base": r"(?:will|shall|to|agree|agreed|resolved?|commit|pledge|committed|pledged|decided)(?: to)?(?: do the following| also| jointly| together| the following)?[:—-]+[ ]*$",
        "gerund": r"(?: is| are|'re| is also| are also)[:—-]+[ ]*$",
        "any": r"(?:following (?:\w+ ){0,3}(?:commitments|pledges|undertakings))(?: [^:]*)?:[ ]*$",
    },
    "es": {
        "base": r"(?i:acordamos|acordaron|acuerdan|convienen|convenimos|convinieron|nos comprometemos|se comprometen|se comprometieron|resolvemos|resuelven|decidimos|deciden|declaramos y acordamos|pactaron)(?: [^:;.]{0,40})?:[ ]*$",
        "any": r"(?i:los siguientes (?:\p{L}+ ){0,2}(?:compromisos|acuerdos)|las siguientes (?:acciones|medidas))[^:]*:[ ]*$",
    },
}
# Segments after its lead-in in which an item is still governed by it.
_REACH = 30
_INFINITIVE = r"\p{Lu}?\p{Ll}+[aeií]r(?:se|los?|las?)?"


def list_heads(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Items governed by a lead-in, in the columns of the verb heads plus `lead_sentence`."""
    text = pl.col("text")
    ends = text.str.strip_chars_end(" ").str.ends_with(":")
    label = text.str.contains(_ORDINAL)
    if language == "en":
        base = rf"(?i:{verb_table('en', 'verb')}) "
        gerund = rf"(?i:{verb_table('en', 'gerund')}) "
        verb = rf"{_MARK}(?:(?:[Jj]ointly|[Aa]lso|[Ff]urther|to) )?(?:{base}|{gerund})"
    else:
        verb = rf"{_MARK}(?i:{_INFINITIVE}) "
    item = text.str.contains(verb)
    framed = (
        sentences.filter(ends | label | item)
        .with_columns(
            ends.alias("_ends"),
            label.alias("_label"),
            (pl.col("kind") == "heading").alias("_heading"),
            text.str.extract("(" + verb + ")").alias("_opening"),
            pl.coalesce(
                [pl.when(text.str.contains(pattern)).then(pl.lit(form)) for form, pattern in _LEAD[language].items()]
                + [pl.lit("none")]
            ).alias("_form"),
        )
        .with_columns(
            (pl.col("segment_id") != pl.col("segment_id").shift(1)).fill_null(True).alias("_first"),
            (pl.col("_label").shift(1) & (pl.col("sentence").shift(1) == pl.col("sentence") - 1))
            .fill_null(False)
            .alias("_labelled"),
        )
    )
    lead = pl.col("_ends") & ~pl.col("_label")
    committing = lead & (pl.col("_form") != "none")
    tracked = framed.with_columns(
        pl.when(lead).then(pl.col("_form")).forward_fill().over("document_id").alias("_lead"),
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
    opening = pl.col("_opening").str.strip_chars()
    word = opening.str.extract(r"(\p{L}[\p{L}-]*)$").str.to_lowercase()
    is_gerund = word.str.ends_with("ing") if language == "en" else pl.lit(False)
    form = pl.when(is_gerund).then(pl.lit("gerund")).otherwise(pl.lit("base"))

    def led(column: str) -> pl.Expr:
        return pl.when(is_gerund).then(f"_gerund_{column}").otherwise(f"_base_{column}")

    near = (pl.col("ordinal") - led("ordinal")) <= _REACH
    headed = pl.col("_heading") | pl.col("_labelled") | (pl.lit(language == "es") & (pl.col("_lead") != "none"))
    fits = led("sentence").is_not_null() & near & (headed | (pl.col("_lead") == form) | (pl.col("_lead") == "any"))
    excluded = word.str.contains(rf"^{role(language, 'not_infinitive')}$") if language == "es" else pl.lit(False)
    return (
        tracked.filter(
            pl.col("_opening").is_not_null() & (pl.col("_first") | pl.col("_labelled")) & fits & ~excluded & ~lead
        )
        .with_columns(
            word.alias("verb"),
            (pl.col("_opening").str.len_chars() - 1 - word.str.len_chars()).cast(pl.Int64).alias("head_start"),
            (pl.col("_opening").str.len_chars() - 1).cast(pl.Int64).alias("head_end"),
            pl.when(is_gerund)
            .then(pl.lit("launch"))
            .when(led("text").str.contains(r"(?i:agree|commit|pledg|acord|acuerd|compromet|conven|convien|resol)"))
            .then(pl.lit("pledge"))
            .otherwise(pl.lit("plan"))
            .alias("force"),
            pl.lit("verb").alias("complement"),
            pl.when(pl.col("_heading")).then(pl.lit("heading")).otherwise(pl.lit("list_item")).alias("voice"),
            pl.lit("affirmed").alias("polarity"),
            pl.lit("list_item").alias("method"),
            led("sentence").alias("lead_sentence"),
        )
        .with_columns(pl.col("head_start").alias("clause_start"))
    )
