"""Whether the words around a head noun make it a name: how much each head asks for.

The column `weight` of the lexicon `program_heads` says what a head asks for. Where names begin and end is the matter of
`headed`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import LANGUAGES, alternation, lexicon, words
from extraction.programs.patterns import LETTER, YEAR, heads
from warehouse.reference import load

# A name that a document uses this often with its capitals is one, even with a single word of its own.
_OFTEN = 3


def with_substance(found: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the finds whose words are enough for their head.

    In: finds with `head`, `language`, `name`, `_left` and `_right` (words before and after the head), `_before` and
    `_after` (text around the name), `text`. Out: `sentence`, `document_id`, `start`, `end`, `name`, `head`, `language`,
    `method`, `text`.
    """
    counted = found.join(_weights().lazy(), on=["language", "head"]).with_columns(
        _own_words("_left").alias("_own"),
        (_own_words("_right") + pl.col("_right").str.contains(YEAR)).alias("_told"),
        pl.col("head").str.contains(r"^\p{Lu}").alias("_capital"),
        pl.len()
        .over("document_id", pl.col("name").str.to_lowercase().str.replace("s ", " ").str.strip_suffix("s"))
        .alias("_uses"),
    )
    # "Act of Congress", "Amendment to ...": statutes have their title in front.
    untitled = pl.col("head").str.contains("^(?:Act|Law|Amendment)s?$") & (pl.col("_left") == "")
    return counted.filter(_enough(), ~untitled).select(
        "sentence",
        "document_id",
        "start",
        "end",
        "name",
        "head",
        "language",
        pl.lit("name.headed").alias("method"),
        "text",
    )


def _enough() -> pl.Expr:
    own, told, capital = pl.col("_own"), pl.col("_told"), pl.col("_capital")
    known = own + told
    many = pl.col("_left").str.count_matches(" ") >= 2
    joined = pl.col("_left").str.contains(" and ", literal=True)
    placed = pl.col("_left").str.contains(r"[A-Z]") | pl.col("_right").str.contains("[A-Z]")
    often = capital & (known >= 1) & (pl.col("_uses") >= _OFTEN)
    recurs = pl.col("_before").str.contains(_ordinal()) | _of_a_region()
    # A short form is defined only for what has a name.
    named = pl.col("_after").str.contains(r"^ \([A-Z]{2}") & ~pl.col("kind").is_in(["body", "facility"])
    pact = (pl.col("kind") == "agreement") & pl.col("_right").str.contains("^ (?:with|between|entre|con) ")
    linked = pl.col("_left").str.contains(" (?:for|of|the) ")
    spanish_small = (pl.col("language") == "es") & ~capital
    return (
        pl.when(spanish_small)
        .then(told >= 2)
        .when(pl.col("weight") == "alone")
        .then(capital)
        .when(pl.col("weight") == "strong")
        .then(capital & ((known >= 1) | many | pact & placed) | ((own >= 2) | (own >= 1) & linked) & ~joined)
        .when(pl.col("weight") == "telling")
        .then(capital & placed | (own >= 2) & ~joined)
        .when(pl.col("weight") == "weak")
        .then(capital & ((known >= 2) | (known >= 1) & (many | named)) | often)
        .when(pl.col("weight") == "cued")
        .then(capital & (known >= 2) & (_cued() | named) | often & _cued() | _process())
        .when(pl.col("weight") == "recurring")
        .then(capital & placed & recurs & ~pl.col("name").str.contains(r"^(?:Leaders'?|Ministerial) \S+$"))
        .otherwise(False)
    )


@cache
def _ordinal() -> str:
    """Pattern of an ordinal (4th, Fourth, cuarta, IV, annual) at the end of what stands before a name."""
    said = [word for language in LANGUAGES for word in words("program_words", language, role="ordinal")]
    either = alternation([*said, *(word.lower() for word in said if not word.isupper())])
    return f"(?:[0-9](?:st|nd|rd|th|ª|º|[.]ª)|(?:^|[^{LETTER}]){either}) $"


def _process() -> pl.Expr:
    """Consultations named after a capital ("Khartoum Process")."""
    capitals = load("country_names").filter(pl.col("kind") == "capital_metonym")["name"].unique().sort()
    return (pl.col("head") == "Process") & pl.col("_left").str.strip_chars(" ").is_in(capitals.implode())


def _cued() -> pl.Expr:
    lower = pl.col("name").str.to_lowercase()
    return (
        pl.when(pl.col("language") == "es")
        .then(lower.str.contains_any(words("program_words", "es", role="cue")))
        .otherwise(lower.str.contains_any(words("program_words", "en", role="cue")))
    )


def _of_a_region() -> pl.Expr:
    """A meeting of a region or of leaders recurs under its name; one of a city or a person does not."""
    return pl.col("_right").str.contains(
        r"^ (?:of (?:the )?|de (?:las? |los )(?:Líderes|Jefes|Naciones)?|Iberoamericana)"
    ) & (pl.col("_left").str.len_chars() == 0) | pl.col("_left").str.contains(
        r"(?:Leaders'?|Ministers'?|G-?[0-9]+|ASEAN|APEC|CELAC|NATO|EU|AU|Ministerial) $"
    )


@cache
def _weights() -> pl.DataFrame:
    """What each form of a head asks for: `language`, `head`, `weight`, `kind`."""
    table = lexicon("program_heads")
    forms = [
        table.select("language", pl.col(form).alias("head"), "weight", "kind").drop_nulls("head")
        for form in ("head", "plural")
    ]
    nouns = pl.concat(forms)
    small = nouns.with_columns(pl.col("head").str.to_lowercase())
    return pl.concat([nouns, small]).unique(["language", "head"], keep="first", maintain_order=True)


@cache
def _common(language: str) -> tuple[str, ...]:
    countries = load("country_names").filter(
        pl.col("language") == language, pl.col("ambiguous") != "true", pl.col("kind") != "capital_metonym"
    )["name"]
    return tuple(sorted({*countries, *words("program_words", language, role="generic"), *heads(language)}))


def _own_words(column: str) -> pl.Expr:
    """How many capitalised words are neither countries nor words that any instrument may bear."""
    spaced = pl.concat_str(pl.lit(" "), pl.col(column).str.replace_all("[ –-]", "  "), pl.lit(" "))

    def counted(language: str) -> pl.Expr:
        forms = [f" {word.replace(' ', '  ')} " for word in _common(language)]
        rest = spaced.str.replace_many(forms, [" "] * len(forms), leftmost=True)
        return rest.str.count_matches(r" [\"']?[A-ZÀ-ÖØ-Þ]").cast(pl.Int64)

    return pl.when(pl.col("language") == "es").then(counted("es")).otherwise(counted("en"))
