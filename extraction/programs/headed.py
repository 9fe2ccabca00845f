"""Proper names headed by an instrument noun: "Quito Process", "Plan Frontera Norte", "Compact for Migration".

English names end in their head, or go on after it with a preposition; Spanish names begin with it. Here is said where
such a name begins and ends; whether its words are enough to be a name is said in `substance`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, words
from extraction.programs.patterns import (
    CAPITAL,
    ENGLISH_LEFT,
    ENGLISH_NAME,
    ENGLISH_RUN,
    HEAD,
    LETTER,
    MARKS,
    SMALL_HEAD,
    SPANISH_RIGHT,
    STATUTE_HEAD,
    STATUTE_LEFT,
    UPPER,
    YEAR,
    any_of,
    heads,
    small_heads,
    where,
)
from extraction.programs.substance import with_substance
from extraction.spans import find_all

_STAND_IN = "\x02"
_APART = "\x1e"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"


def running_text(text: pl.Expr) -> pl.Expr:
    """Whether capital letters mean something here: not so in English headlines and lines in capitals.

    A headline has no word in small letters but those that join others; a line that begins in small letters is the rest
    of a sentence.
    """
    joining = alternation(words("program_words", "en", role="joining"))
    small = text.str.count_matches(rf" [\"'(]?[a-zà-öø-ÿ][{LETTER}]{{3,}}")
    begins = text.str.contains(rf"^[\"'¿¡•*–-]?[ ]?[{UPPER}0-9]")
    return ~begins | (small > text.str.count_matches(rf" {joining} "))


def headed_names(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Names headed by an instrument noun in the running text of one language.

    Out: `sentence`, `document_id`, `start`, `end`, `name` (as written, in normal form), `head`, `language`, `method`.
    """
    if language == "es":
        return with_substance(_spanish_names(sentences)).filter(running_text(pl.col("text"))).drop("text")
    linked = pl.col("text").str.contains(r" (?:de|del|para|sobre|a) [A-ZÁÉÍÓÚ]")
    beside = _spanish_names(where(sentences, linked)).filter(pl.col("name").str.contains(" (?:de|del|para|sobre) "))
    named = with_substance(pl.concat([_english_names(sentences), beside]))
    return named.filter(running_text(pl.col("text"))).drop("text")


def _english_names(sentences: pl.LazyFrame) -> pl.LazyFrame:
    capital, small = list(heads("en")), any_of(small_heads("en"))
    text, run = pl.col("text"), pl.col("_run")
    likely = text.str.contains_any(capital) | text.str.contains(rf"[A-Z][A-Za-z.-]+ {small}")
    runs = (
        find_all(where(sentences.select("sentence", "document_id", "text"), likely), ENGLISH_RUN)
        .select("sentence", "document_id", "text", _marked("match").alias("_run"), pl.col("match_start").alias("_from"))
        .filter(run.str.contains(MARKS))
    )
    ahead = _unmarked(pl.col("_run").str.head(pl.col("match_start"))).str.len_chars()
    matches = find_all(runs, ENGLISH_NAME, text="_run").select(
        "sentence", "document_id", "text", "match", (pl.col("_from") + ahead).alias("match_start")
    )
    joints = ["\x03, and ", "\x03 and ", "\x03, "]
    apart = pl.col("match").str.replace_many(joints, [joint.replace("\x03", f"\x03{_APART}") for joint in joints])
    return _english_parts(_one_by_one(matches, apart, ", and |, | and "))


@cache
def _marks() -> dict[str, str]:
    """Head nouns with the sign after them, and the same with the noun marked; the longest first."""
    capital = {f"{head}{sign}": f"\x02{head}\x03{sign}" for head in heads("en") for sign in (" ", ",", "'")}
    small = {f" {head}{sign}": f" \x04{head}\x05{sign}" for head in small_heads("en") for sign in (" ", ",", "'")}
    return dict(sorted({**capital, **small}.items(), key=lambda pair: (-len(pair[0]), pair)))


def _marked(column: str) -> pl.Expr:
    """The run with its head nouns marked; a space at the end stands for the sign after the last."""
    marks = _marks()
    spaced = pl.concat_str(pl.col(column), pl.lit(" "))
    return spaced.str.replace_many(list(marks), list(marks.values()), leftmost=True)


def _unmarked(marked: pl.Expr) -> pl.Expr:
    return marked.str.replace_all(MARKS, "")


def _one_by_one(matches: pl.LazyFrame, apart: pl.Expr, joint: str) -> pl.LazyFrame:
    """Names listed in one match each by itself: "Cotonou Agreement, Rabat Process and Valletta Action Plan".

    `apart` is the match with a separator in front of each joint, `joint` the pattern of what a piece then begins with.
    """
    lengths = pl.element().str.replace_all(MARKS, "").str.len_chars().cum_sum().shift(1, fill_value=0)
    lead = pl.col("match").str.extract_all(f"^(?:{joint})").list.first().fill_null("").str.len_chars()
    return (
        matches.with_columns(apart.str.split(_APART).alias("match"))
        .with_columns(pl.col("match").list.eval(lengths).cast(pl.List(pl.Int64)).alias("_offset"))
        .explode("match", "_offset")
        .with_columns(
            (pl.col("match_start") + pl.col("_offset") + lead).cast(pl.Int64).alias("match_start"),
            pl.col("match").str.slice(lead),
        )
        .drop("_offset")
    )


def _english_parts(matches: pl.LazyFrame) -> pl.LazyFrame:
    """Split matches into what stands before the head, the head, and what stands after it, each within its edges."""
    up_to_head = rf"^(?:{STATUTE_LEFT}+{STATUTE_HEAD}|{ENGLISH_LEFT}*(?:{HEAD}|{SMALL_HEAD}))"
    # At the start of a sentence a noun with its capital may lead to the name: "Signatories of the ...".
    described = pl.col("_whole").str.replace("^[A-Z][a-z]+ (?:of|for|to) the ", "")
    with_loose_noun = rf"^.*{HEAD} {SMALL_HEAD}$"
    return (
        matches.with_columns(pl.col("match").str.extract_all(up_to_head).list.first().alias("_upto"))
        .drop_nulls("_upto")
        .with_columns(pl.col("match").str.slice(pl.col("_upto").str.len_chars()).alias("_right"))
        # A small noun after a name that has a head already does not belong to it: "Relief Act funds" names the act.
        .with_columns(
            pl.when(pl.col("_upto").str.contains(with_loose_noun))
            .then(pl.col("_upto").str.replace(f" {SMALL_HEAD}$", ""))
            .otherwise("_upto")
            .alias("_upto")
        )
        .with_columns(
            pl.col("_upto").str.extract_all(f"{MARKS}[^\x02-\x05]+{MARKS}$").list.first().alias("head"),
            _unmarked(pl.col("_upto").str.replace(f"{MARKS}[^\x02-\x05]+{MARKS}$", "")).alias("_whole"),
        )
        .with_columns(
            _unmarked(pl.col("head")).alias("head"),
            _english_left(pl.when(pl.col("match_start") == 0).then(described).otherwise("_whole")).alias("_left"),
            _english_right(_unmarked(pl.col("_right"))).alias("_right"),
        )
        .with_columns(
            (pl.col("_left") + pl.col("head") + pl.col("_right")).alias("name"),
            (pl.col("match_start") + pl.col("_whole").str.len_chars() - pl.col("_left").str.len_chars())
            .cast(pl.Int64)
            .alias("start"),
        )
        .select(
            "sentence",
            "document_id",
            "start",
            (pl.col("start") + pl.col("name").str.len_chars()).cast(pl.Int64).alias("end"),
            "name",
            "head",
            "_left",
            "_right",
            pl.col("text").str.slice(*_before("start")).alias("_before"),
            pl.col("text").str.slice(pl.col("start") + pl.col("name").str.len_chars(), 4).alias("_after"),
            pl.lit("en").alias("language"),
            "text",
        )
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
        "^[A-Z][a-z]+ing (?:the|our) ",
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
    """Names that begin with their head; in English texts too, where they stand beside a translation."""
    capital, small = any_of(heads("es")), any_of(small_heads("es"))
    alone = any_of(tuple(words("program_heads", "es", "head", weight="alone")))
    adjective = "[a-zà-öø-ÿ]{4,}(?:al|iva|ivo|ca|co|ada|ado|ales|ivas|icos|icas)"
    proper = rf"{CAPITAL}(?: (?:(?:de|el|la|con) )?[\"']?{CAPITAL}[\"']?)+"
    pattern = rf"{capital}(?: {adjective})?{SPANISH_RIGHT}(?: (?:de )?{YEAR})?|{small} {proper}|{alone}"
    inside_a_word = pl.col("text").str.slice(pl.col("match_start") - 1, 1).str.contains(f"[{LETTER}]")
    either = any_of((*heads("es"), *small_heads("es")))
    joint = "(?:, | y | e |, y )(?:(?:del|de la|el|la|los|las) )?"
    apart = pl.col("match").str.replace_all(f"({joint})({capital} )", f"{_APART}${{1}}${{2}}")
    matches = find_all(sentences.select("sentence", "document_id", "text"), pattern).filter(
        (pl.col("match_start") == 0) | ~inside_a_word
    )
    at_work = rf" en {CAPITAL}(?:(?:,| y)? {CAPITAL})*$"
    # "Atención en Frontera" names a matter, "en Lima" the place where an instrument is at work.
    matter = pl.col("match").str.contains(rf" en {any_of(tuple(words('program_words', 'es', role='after_en')))}$")
    return (
        _one_by_one(matches, apart, joint)
        .with_columns(pl.when(matter).then("match").otherwise(pl.col("match").str.replace(at_work, "")).alias("name"))
        .with_columns(pl.col("name").str.extract_all(rf"^{either}").list.first().alias("head"))
        .drop_nulls("head")
        .select(
            "sentence",
            "document_id",
            pl.col("match_start").alias("start"),
            (pl.col("match_start") + pl.col("name").str.len_chars()).cast(pl.Int64).alias("end"),
            "name",
            "head",
            pl.lit("").alias("_left"),
            pl.col("name").str.slice(pl.col("head").str.len_chars()).alias("_right"),
            pl.col("text").str.slice(*_before("match_start")).alias("_before"),
            pl.col("text").str.slice(pl.col("match_start") + pl.col("name").str.len_chars(), 4).alias("_after"),
            pl.lit("es").alias("language"),
            "text",
        )
    )


def _before(start: str) -> tuple[pl.Expr, pl.Expr]:
    """Offset and length of the few characters before a name, where an ordinal may stand."""
    return pl.max_horizontal(pl.col(start) - 12, 0), pl.min_horizontal(start, 12)
