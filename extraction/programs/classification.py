"""What a discovered instrument is: kind, topic and the parties named with it.

Told from the words of its name alone, by the lexicons `program_heads`, `program_kinds` and `program_topics` and the
reference names of countries. Registered instruments come with these facts.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import LANGUAGES, lexicon
from warehouse.reference import load


@cache
def _head_kinds() -> pl.DataFrame:
    """Kind of each head noun, in capitals and in small letters: `language`, `head`, `kind`."""
    table = lexicon("program_heads")
    forms = [
        table.select("language", pl.col(form).alias("head"), "kind").drop_nulls("head") for form in ("head", "plural")
    ]
    nouns = pl.concat(forms)
    small = nouns.with_columns(pl.col("head").str.to_lowercase())
    return pl.concat([nouns, small]).unique(["language", "head"], keep="first", maintain_order=True)


def classified(found: pl.LazyFrame) -> pl.LazyFrame:
    """Fill `kind` and `topic` where they are null and add `countries` to discovered names.

    In: finds with `name`, `head`, `language`, `kind`, `topic`, `program_id`.
    """
    kinds = _head_kinds().lazy().rename({"kind": "_head_kind"})
    lower = pl.col("name").str.to_lowercase()
    return (
        found.join(kinds, on=["language", "head"], how="left", maintain_order="left")
        .with_columns(pl.coalesce("kind", _kind_by_words(lower), "_head_kind").alias("kind"))
        .with_columns(pl.coalesce("topic", _topic_by_words(lower), pl.lit("other")).alias("topic"))
        .drop("_head_kind")
        .pipe(_with_countries)
    )


def _kind_by_words(lower: pl.Expr) -> pl.Expr:
    rules = [
        (row["language"], row["head_kind"], row["pattern"], row["kind"])
        for row in lexicon("program_kinds").iter_rows(named=True)
    ]
    choices = [
        pl.when(
            (pl.col("language") == language) & (pl.col("_head_kind") == head_kind) & lower.str.contains(pattern)
        ).then(pl.lit(kind))
        for language, head_kind, pattern, kind in rules
    ]
    return pl.coalesce(choices)


def _topic_by_words(lower: pl.Expr) -> pl.Expr:
    choices = [
        pl.when((pl.col("language") == language) & lower.str.contains(row["pattern"])).then(pl.lit(row["topic"]))
        for language in LANGUAGES
        for row in lexicon("program_topics", language).iter_rows(named=True)
    ]
    return pl.coalesce(choices)


@cache
def _country_forms() -> dict[str, str]:
    """Forms of country names and what they stand for, longest first; the ambiguous ones are left out."""
    table = load("country_names").filter(pl.col("ambiguous") != "true", pl.col("kind") != "capital_metonym")
    pairs = [(row["name"], row["code"]) for row in table.iter_rows(named=True)]
    return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def countries_in(words: pl.Expr) -> pl.Expr:
    """The countries that the words name (ISO 3166-1 alpha-3), sorted."""
    codes = _country_forms()
    spaced = pl.concat_str(pl.lit(" "), words.str.replace_all(r"[^A-Za-zÀ-ÖØ-öø-ÿ. ]", "  "), pl.lit(" "))
    return spaced.str.extract_many([f" {form} " for form in codes], leftmost=True).list.eval(
        pl.element().str.strip_chars(" ").replace_strict(codes, default=None).drop_nulls().unique().sort()
    )


def _with_countries(found: pl.LazyFrame) -> pl.LazyFrame:
    """Parties named in the candidate's name; null for registered instruments."""
    return found.with_columns(
        pl.when(pl.col("program_id").is_null()).then(countries_in(pl.col("name"))).alias("countries")
    )


@cache
def _spaced_country_forms() -> list[str]:
    return sorted(f" {form} " for form in _country_forms())


def names_a_country(words: pl.Expr) -> pl.Expr:
    """Whether the words hold the name of a country or a people."""
    spaced = pl.concat_str(pl.lit(" "), words.str.replace_all("[ ,/-]", "  "), pl.lit(" "))
    return spaced.str.contains_any(_spaced_country_forms()).fill_null(False)
