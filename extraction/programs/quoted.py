"""Names set in quotation marks beside an instrument noun: the "Open Hands" initiative, el programa "Puertas Abiertas".

Names told by capitals alone belong to `headed`.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.patterns import LETTER, UPPER, any_of, heads, small_heads, where
from extraction.spans import find_all

_INNER = f'[{UPPER}0-9][^"]*[{LETTER}0-9)!]'
_CALLED = (
    "(?:,? (?:titled|entitled|called|named|known as|dubbed|denominad[oa]s?|llamad[oa]s?|titulad[oa]s?|"
    "conocid[oa]s? como)(?: the| la| el)?)"
)
_CALLING = ["titled", "called", "named", "known as", "dubbed", "denominad", "llamad", "titulad", "conocid"]
_LONGEST = 12  # words
_SPANISH_BETWEEN = f"(?: (?:[{LETTER}]+)){{0,5}}"


def quoted_names(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Quoted names next to an instrument noun, in texts of one language.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `short` (the words between the marks), `head`, `language`,
    `method`. The noun belongs to the span where it directly adjoins the name.
    """
    quoting = where(sentences, pl.col("text").str.contains('"', literal=True))
    called = _called(where(quoting, pl.col("text").str.contains_any(_CALLING)), language)
    if language == "es":
        finds = [_noun_before(quoting, language), called]
    else:
        finds = [_noun_after(quoting, language), called, _policies(sentences)]
    return pl.concat(finds).filter(pl.col("name").str.count_matches(" ") < _LONGEST)


def _either(language: str) -> str:
    return any_of((*heads(language), *small_heads(language)))


def _noun_after(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    noun = _either(language)
    return _parts(
        find_all(sentences, rf'"{_INNER}" {noun}(?-u:\b)'),
        head=pl.col("match").str.extract_all(rf"{noun}$").list.last(),
        name=pl.col("match").str.replace_all('"', "", literal=True),
        language=language,
    )


def _noun_before(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    noun = _either(language)
    return _parts(
        find_all(sentences, rf'{noun}{_SPANISH_BETWEEN}:? "{_INNER}"'),
        head=pl.col("match").str.extract_all(rf"^{noun}").list.first(),
        name=_inner(),
        language=language,
    ).filter(~pl.col("match").str.contains(r' (?:de|del|la|el|las|los|en|a|y|con|que|como|por|para|sobre|es|se):? "'))


def _called(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Only the words between the marks: the noun stands apart ("an order of 3 May, titled ...")."""
    noun = _either(language)
    found = find_all(sentences, rf'{noun}(?: [^".;]*)?{_CALLED} "{_INNER}"')
    return _parts(
        found,
        head=pl.col("match").str.extract_all(rf"^{noun}").list.first(),
        name=_inner(),
        language=language,
        start=pl.col("match_end") - _inner().str.len_chars() - 1,
        end=pl.col("match_end") - 1,
    )


def _policies(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Policies known by a catchword, in small letters too: the "open door" policy, the principle of 'open doors'."""
    word = "[\"'][A-Za-z][a-z-]*(?: [A-Za-z][a-z-]*){1,3}[\"']"
    noun = "(?:policy|principle|rule|doctrine)"
    likely = pl.col("text").str.contains(rf"[\"'] {noun}|{noun} of [\"']")
    found = find_all(where(sentences, likely), rf" {word} {noun}(?-u:\b)|(?-u:\b){noun} of {word}")
    core = pl.col("match").str.strip_chars_start(" ")
    return _parts(
        found,
        head=pl.lit("policy"),
        name=core.str.replace_all("[\"']", "")
        .str.replace(rf"^{noun} of (.*)$", "${1} policy")
        .str.replace(rf"{noun}$", "policy"),
        language="en",
        start=pl.col("match_end") - core.str.len_chars(),
    ).with_columns(pl.lit(None, dtype=pl.String).alias("short"))


def _inner() -> pl.Expr:
    return pl.col("match").str.extract_all('"[^"]+"').list.last().str.strip_chars('"')


def _parts(
    found: pl.LazyFrame,
    *,
    head: pl.Expr,
    name: pl.Expr,
    language: str,
    start: pl.Expr | None = None,
    end: pl.Expr | None = None,
) -> pl.LazyFrame:
    return found.select(
        "sentence",
        "document_id",
        (pl.col("match_start") if start is None else start).cast(pl.Int64).alias("start"),
        (pl.col("match_end") if end is None else end).cast(pl.Int64).alias("end"),
        name.alias("name"),
        _inner().alias("short"),
        head.alias("head"),
        pl.lit(language).alias("language"),
        pl.lit("name.quoted").alias("method"),
        "match",
    )
