"""Short forms a text defines for the names it uses, and where it uses them: "High-Level Dialogue (HLD) ... the HLD".

A short form holds in the document that defines it and nowhere else. Short forms known beforehand are the registry's.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.patterns import LETTER, UPPER
from extraction.spans import find_all

_ACRONYM = rf"[{UPPER}][A-Za-z0-9&/-]*[{UPPER}0-9][A-Za-z0-9]*"
_LEAD = "(?:the |el |la |los |las |or |o |also known as |hereinafter |hereafter |henceforth |known as |en adelante,? )*"
_IN_BRACKETS = rf"^(?: [a-z]+)? ?\({_LEAD}[\"']?({_ACRONYM})[\"']?(?:[,;/:][^)]{{0,80}})?\)"
_IN_QUOTES = rf"^(?: [a-z]+)? ?\({_LEAD}\"(?:the |el |la )?([{UPPER}][^\"]{{3,60}})\"[^)]{{0,40}}\)"
_NOT_SHORT_FORMS = ("US", "USA", "UK", "UN", "EU", "EEUU", "ONU", "UE", "II", "III", "IV")


def defined_forms(found: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Short forms defined for finds.

    In: finds with `sentence`, `end`, `name`, `short` (null unless quoted). Out: one row for each `document_id` and
    `form`, with the `program_id`, `name`, `kind`, `topic`, `language` of the name it stands for and `acronym` (null
    when the form is made of words). The first definition in the document counts.
    """
    after = (
        found.join(sentences.select("sentence", "text"), on="sentence")
        .with_columns(pl.col("text").str.slice(pl.col("end"), 140).alias("_after"))
        .with_columns(
            pl.col("_after").str.extract(_IN_BRACKETS, 1).alias("_acronym"),
            pl.col("_after").str.extract(_IN_QUOTES, 1).alias("_quoted"),
        )
    )
    columns = ["document_id", "sentence", "start", "program_id", "name", "kind", "topic", "language"]
    acronyms = after.filter(pl.col("_acronym").is_not_null(), ~pl.col("_acronym").is_in(_NOT_SHORT_FORMS)).select(
        *columns, pl.col("_acronym").alias("form"), pl.col("_acronym").alias("acronym")
    )
    worded = [pl.col("_quoted"), pl.col("short"), _proper_part()]
    words = pl.concat([after.select(*columns, form.alias("form")) for form in worded]).filter(
        pl.col("form").str.contains(" ", literal=True)
    )
    return (
        pl.concat([acronyms, words.with_columns(pl.lit(None, dtype=pl.String).alias("acronym"))])
        .sort("document_id", "form", "sentence", "start", "name")
        .unique(["document_id", "form"], keep="first", maintain_order=True)
        .drop("sentence", "start")
    )


def _proper_part() -> pl.Expr:
    """The words of a name that mean it by themselves: without the noun ("Programa Manos Abiertas")."""
    proper = rf"^[{LETTER}]+ ((?:[{UPPER}][{LETTER}]+)(?: (?:(?:el|la|con|y) )?[{UPPER}][{LETTER}]+)+)$"
    spanish_name = (pl.col("language") == "es") & (pl.col("method") == "name.headed")
    return pl.when(spanish_name).then(pl.col("name").str.extract(proper, 1))


def uses_of(forms: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Where the short forms are used in the documents that define them.

    Out: `sentence`, `document_id`, `start`, `end`, `method`, and the columns of `forms` but the form itself.
    """
    there = sentences.join(forms.select("document_id").unique(), on="document_id", how="semi")
    acronyms = (
        find_all(there.select("sentence", "document_id", "text"), _ACRONYM)
        .with_columns(pl.col("match").str.strip_suffix("s").alias("form"))
        .join(
            forms.filter(pl.col("acronym").is_not_null()).with_columns(pl.col("form").str.strip_suffix("s")),
            on=["document_id", "form"],
        )
        .filter(
            ~pl.col("text").str.slice(pl.col("match_start") - 1, 1).str.contains(rf"[{LETTER}0-9-]")
            | (pl.col("match_start") == 0)
        )
        .with_columns(
            pl.col("match_start").alias("start"),
            pl.col("match_end").alias("end"),
            pl.lit("defined.acronym").alias("method"),
        )
    )
    worded = forms.filter(pl.col("acronym").is_null())
    words = (
        there.select("sentence", "document_id", "text")
        .join(worded, on="document_id")
        .filter(pl.col("text").str.contains(pl.col("form"), literal=True))
        .with_columns(
            pl.col("text")
            .str.split(pl.col("form"))
            .list.eval(pl.element().str.len_chars())
            .cast(pl.List(pl.Int64))
            .alias("_gaps"),
            pl.col("form").str.len_chars().cast(pl.Int64).alias("_length"),
        )
        .with_columns(pl.col("_gaps").list.head(pl.col("_gaps").list.len() - 1).alias("_gaps"))
        .with_columns(
            pl.int_ranges(0, pl.col("_gaps").list.len()).alias("_nth"),
            pl.col("_gaps").list.eval(pl.element().cum_sum()),
        )
        .explode("_gaps", "_nth")
        .with_columns((pl.col("_gaps") + pl.col("_nth") * pl.col("_length")).alias("start"))
        .with_columns((pl.col("start") + pl.col("_length")).alias("end"), pl.lit("defined.short_form").alias("method"))
    )
    columns = (
        "sentence",
        "document_id",
        "start",
        "end",
        "program_id",
        "name",
        "kind",
        "topic",
        "language",
        "acronym",
        "method",
    )
    return pl.concat([acronyms.select(columns), words.select(columns)])
