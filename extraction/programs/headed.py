"""Proper names headed by an instrument noun: "Quito Process", "Plan Frontera Norte", "Compact for Migration".

English names end in their head, or go on after it with a preposition; Spanish names begin with it. Here is said where
such a name begins and ends; whether its words are enough to be a name is said in `substance`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import words
from extraction.programs.patterns import (
    CAPITAL,
    ENGLISH_LEFT,
    ENGLISH_RIGHT,
    LETTER,
    SPANISH_RIGHT,
    STATUTE_LEFT,
    UPPER,
    YEAR,
    any_of,
    heads,
    small_heads,
)
from extraction.programs.substance import with_substance
from extraction.spans import find_all

_STAND_IN = "\x02"
_APART = "\x1e"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# A line with a smaller share of words in small letters is a headline: its capitals tell nothing.
_HEADLINE_SHARE = 0.25


def running_text(text: pl.Expr) -> pl.Expr:
    """Whether capital letters mean something here: not so in headlines and lines in capitals."""
    small = text.str.count_matches(rf"(?:^| )[\"'(]?[a-zà-öø-ÿ][{LETTER}]{{2,}}").cast(pl.Float64)
    capital = text.str.count_matches(rf"(?:^| )[\"'(]?[{UPPER}][{LETTER}]{{2,}}")
    begins = text.str.contains(rf"^[\"'¿¡•*–-]?[ ]?[{UPPER}0-9]")
    return ~begins | (small >= _HEADLINE_SHARE * (small + capital))


def headed_names(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Names headed by an instrument noun in running text.

    Out: `sentence`, `document_id`, `start`, `end`, `name` (as written, in normal form), `head`, `language`, `method`.
    """
    return with_substance(pl.concat([_english_names(sentences), _spanish_names(sentences)]))


@cache
def _english_pattern() -> str:
    capital, small = any_of(heads("en")), any_of(small_heads("en"))
    tail = rf"(?: of {YEAR}| {YEAR})?(?:{ENGLISH_RIGHT})?"
    alone = any_of(tuple(words("program_heads", "en", "head", weight="alone")))
    return (
        rf"{STATUTE_LEFT}+Act(?-u:\b){tail}|{ENGLISH_LEFT}+{capital}(?-u:\b){tail}|{ENGLISH_LEFT}+{small}(?-u:\b)"
        rf"|{capital}(?-u:\b){ENGLISH_RIGHT}|{alone}(?-u:\b)"
    )


def _english_names(sentences: pl.LazyFrame) -> pl.LazyFrame:
    small = any_of(small_heads("en"))
    text = pl.col("text")
    likely = text.str.contains_any(list(heads("en"))) | text.str.contains(rf"[A-Z][A-Za-z.-]+ {small}")
    matches = find_all(
        sentences.filter(pl.col("language") == "en", likely, running_text(text)).select(
            "sentence", "document_id", "text"
        ),
        _english_pattern(),
    )
    return _english_parts(_one_by_one(matches))


def _one_by_one(matches: pl.LazyFrame) -> pl.LazyFrame:
    """Names listed in one match each by itself: "Cotonou Agreement, Rabat Process and Valletta Action Plan"."""
    apart = pl.col("match").str.replace_all(rf"({any_of(heads('en'))})(, and |, | and )", "${1}" + _APART + "${2}")
    lengths = pl.element().str.len_chars().cum_sum().shift(1, fill_value=0)
    joint = pl.col("match").str.extract_all("^(?:, and |, | and )").list.first().fill_null("")
    return (
        matches.with_columns(apart.str.split(_APART).alias("match"))
        .with_columns(pl.col("match").list.eval(lengths).cast(pl.List(pl.Int64)).alias("_offset"))
        .explode("match", "_offset")
        .with_columns((pl.col("match_start") + pl.col("_offset") + joint.str.len_chars()).alias("match_start"))
        .with_columns(pl.col("match").str.slice(joint.str.len_chars()))
        .drop("_offset", "match_end")
    )


def _english_parts(matches: pl.LazyFrame) -> pl.LazyFrame:
    """Split matches into what stands before the head, the head, and what stands after it, each within its edges."""
    either = any_of((*heads("en"), *small_heads("en")))
    up_to_head = pl.col("match").str.extract_all(rf"^(?:{STATUTE_LEFT}+Act|{ENGLISH_LEFT}*{either})(?-u:\b)").list.first()
    return (
        matches.with_columns(up_to_head.alias("_upto"))
        .with_columns(
            pl.col("_upto").str.extract_all(rf"{either}$").list.first().alias("head"),
            pl.col("match").str.slice(pl.col("_upto").str.len_chars()).alias("_right"),
        )
        .drop_nulls("head")
        .pipe(_without_loose_noun)
        .with_columns(pl.col("_upto").str.head(-pl.col("head").str.len_chars().cast(pl.Int64)).alias("_whole"))
        .with_columns(_english_left(pl.col("_whole")).alias("_left"), _english_right(pl.col("_right")).alias("_right"))
        .with_columns(
            (pl.col("_left") + pl.col("head") + pl.col("_right")).alias("name"),
            (pl.col("match_start") + pl.col("_whole").str.len_chars() - pl.col("_left").str.len_chars()).alias("start"),
        )
        .select(
            "sentence",
            "document_id",
            pl.col("start").cast(pl.Int64),
            (pl.col("start") + pl.col("name").str.len_chars()).cast(pl.Int64).alias("end"),
            "name",
            "head",
            "_left",
            "_right",
            (
                pl.col("text").str.slice(pl.max_horizontal(pl.col("start").cast(pl.Int64) - 12, 0), 12)
                + pl.col("_whole")
            ).alias("_before"),
            pl.lit("en").alias("language"),
        )
    )


def _without_loose_noun(parts: pl.LazyFrame) -> pl.LazyFrame:
    """Drop a noun in small letters after a name that has a head already: "Relief Act funds" names the act."""
    inner = pl.col("_upto").str.extract(rf"^(.*{any_of(heads('en'))}) [a-z]+$", 1)
    return (
        parts.with_columns(pl.coalesce(inner, "_upto").alias("_upto"))
        .with_columns(pl.col("_upto").str.extract_all(rf"{any_of((*heads('en'), *small_heads('en')))}$").list.first().alias("head"))
        .drop_nulls("head")
    )


def _english_left(left: pl.Expr) -> pl.Expr:
    """What stands before the head without owners, offices, persons and words that open a sentence."""
    owners = words("program_words", "en", role="owner")
    masked = [owner.replace("'", _STAND_IN) for owner in owners]
    holders = any_of(tuple(words("program_words", "en", role="holder")))
    titles = any_of(tuple(words("program_words", "en", role="title")))
    openers = any_of(tuple(words("program_words", "en", role="opener")))
    ordinals = any_of(tuple(words("program_words", "en", role="ordinal")))
    cuts = (
        r"^.*(?:[A-Za-zÀ-ÿ.]'s|s') ",
        rf"^(?:.* )?{holders} (?:of (?:the )?)?",
        rf"^(?:.* )?{titles} (?:{CAPITAL} ){{1,2}}(?:and )?",
        rf"^(?:.* )?{any_of(tuple(words('program_words', 'en', role='part')))} (?:of|to|for|on) (?:the )?",
        r"^(?:.* )?(?:Title|Section|Part|Chapter|Subtitle|Article|Division) [A-Z0-9]+ (?:of|to) (?:the )?",
        rf"^(?:{openers} |of |and |for |& |against |the |in |on |to |with |from )+",
        rf"^(?:{ordinals} )+",
    )
    rest = left.str.replace_many(owners, masked)
    for cut in cuts:
        rest = rest.str.replace(cut, "")
    return rest.str.replace_all(_STAND_IN, "'", literal=True)


def _english_right(right: pl.Expr) -> pl.Expr:
    """What follows the head, without the place where it is at work ("Safe Mobility Offices in Ecuador")."""
    return right.str.replace(rf"(?:^ in .*| (?:on|in|of|for) {_MONTH}|'s)$", "").str.strip_chars_end(" .,'-")


def _spanish_names(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Names that begin with their head; also in English texts, where they stand beside a translation."""
    capital, small = any_of(heads("es")), any_of(small_heads("es"))
    adjective = "[a-zà-öø-ÿ]{4,}(?:al|iva|ivo|ca|co|ada|ado|ales|ivas|icos|icas)"
    pattern = (
        rf"{capital}(?: {adjective})?{SPANISH_RIGHT}(?: (?:de )?{YEAR})?|{small} {CAPITAL}(?: (?:(?:de|el|la|con) )?[\"']?{CAPITAL}[\"']?)+"
        rf"|{any_of(tuple(words('program_heads', 'es', 'head', weight='alone')))}"
    )
    text = pl.col("text")
    spanish = pl.col("language") == "es"
    linked = text.str.contains(r" (?:de|del|para|sobre|a) [A-ZÁÉÍÓÚ]")
    possible = pl.when(spanish | linked).then(text)
    likely = possible.str.contains_any([f"{head} " for head in (*heads("es"), *small_heads("es"))])
    either = any_of((*heads("es"), *small_heads("es")))
    return (
        find_all(
            sentences.filter(likely, running_text(text)).select(
                "sentence", "document_id", "text", "language"
            ),
            pattern,
        )
        .filter((pl.col("language") == "es") | pl.col("match").str.contains(" (?:de|del|para|sobre) "))
        .with_columns(pl.col("match").str.extract_all(rf"^{either}").list.first().alias("head"))
        .with_columns(pl.col("match").str.slice(pl.col("head").str.len_chars()).alias("_right"))
        .filter(
            ~pl.col("text").str.slice(pl.col("match_start") - 1, 1).str.contains(f"[{LETTER}]")
            | (pl.col("match_start") == 0)
        )
        .select(
            "sentence",
            "document_id",
            pl.col("match_start").alias("start"),
            pl.col("match_end").alias("end"),
            pl.col("match").alias("name"),
            "head",
            pl.lit("").alias("_left"),
            "_right",
            pl.col("text")
            .str.slice(pl.max_horizontal(pl.col("match_start") - 12, 0), pl.min_horizontal("match_start", 12))
            .alias("_before"),
            pl.lit("es").alias("language"),
        )
    )
