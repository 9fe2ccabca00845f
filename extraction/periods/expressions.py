"""One date expression taken apart: year, month, day, quarter, direction, count and unit, each by its own pattern.

Which days the parts cover is told in `calendar`; the words that lead into an expression are `find`'s.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from extraction.periods.patterns import YEAR, role

FIELDS = (
    "year",
    "year2",
    "month",
    "day",
    "day2",
    "either_order",
    "part",
    "nth",
    "unit",
    "count",
    "direction",
    "edge",
    "fiscal",
    "decade",
    "offset",
    "dashed",
    "split_year",
    "article",
    "vague",
)
_WORD, _END = r"(?:^|[^\p{L}\p{N}])", r"(?:$|[^\p{L}\p{N}])"
_PLAIN = pl.col("_plain")


def read_expressions(expressions: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Take distinct date expressions of one language apart.

    In: `expression`. Out: plus `FIELDS`, null where the expression does not have them: `year` and `year2` (end of a
    range of years), `month`, `day`, `day2`, `either_order` (whether 5/6/2024 could be read both ways), `part` (months
    in the quarter or half that is named) and `nth`, `unit`, `count`, `direction` (past, next, this), `edge` (start,
    early, middle, late, end, rest), `offset` (days from the document), and whether it is `fiscal`, a `decade`, a
    `dashed` range, a `split_year` ("2022-23"), has an `article` or is `vague`.
    """
    plain = pl.col("expression").str.to_lowercase().str.replace_all(".", "", literal=True)
    return (
        expressions.with_columns(plain.alias("_plain"))
        .with_columns(_year().alias("year"), *_month_and_day(language), *_part(language), *_relative(language))
        .with_columns(_second_year().alias("year2"))
        .with_columns(_split_year().alias("split_year"))
        .drop("_plain")
    )


def _number(text: pl.Expr) -> pl.Expr:
    return text.cast(pl.Int32, strict=False)


def _found(pattern: str) -> pl.Expr:
    return _PLAIN.str.extract(f"{_WORD}({pattern}){_END}", 1)


@cache
def _values(language: str, name: str) -> dict[str, str]:
    table = lexicon("period_words", language).filter(pl.col("role") == name, pl.col("value").is_not_null())
    return dict(table.select("word", "value").iter_rows())


def _word_value(language: str, name: str, text: pl.Expr | None = None) -> pl.Expr:
    """The value of the first word of a role in the expression, as text."""
    word = _found(role(language, name)) if text is None else text
    return word.replace_strict(_values(language, name), default=None, return_dtype=pl.String)


def _slashed() -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    groups = _PLAIN.str.extract_groups("^([0-9]{1,2})/([0-9]{1,2})/([0-9]{2,4})$")
    first, second, third = (_number(groups.struct.field(name)) for name in ("1", "2", "3"))
    return first, second, third


def _year() -> pl.Expr:
    short = _slashed()[2]
    fiscal = _PLAIN.str.extract(r"(?:fys?|af|fiscal(?: de| years?)?) ?'?([0-9]{2})(?:$|[^0-9])", 1)
    return pl.coalesce(
        _number(_PLAIN.str.extract(f"({YEAR})", 1)),
        pl.when(short < 100).then(2000 + short).otherwise(short),
        2000 + _number(fiscal),
    )


def _second_year() -> pl.Expr:
    """The year that ends a range ("2022-24", "2022 and 2023"); it must lie after the first."""
    year = pl.col("year")
    full = _number(_PLAIN.str.extract_all(YEAR).list.get(1, null_on_oob=True))
    short = _number(_PLAIN.str.extract(r"[0-9] ?[-–/] ?(?:fy ?)?([0-9]{2})(?:$|[^0-9-])", 1))
    paired = 2000 + _number(_PLAIN.str.extract(r"'?[0-9]{2} (?:and|through|to) .*'([0-9]{2})$", 1))
    second = pl.coalesce(full, paired, pl.when(~_PLAIN.str.contains("[-/].*[-/]")).then(year // 100 * 100 + short))
    return pl.when(second > year).then(second)


def _split_year() -> pl.Expr:
    """Two consecutive years written as one ("2022-23", "2022/23")."""
    return (pl.col("year2") == pl.col("year") + 1).fill_null(False) & _PLAIN.str.contains(f"{YEAR}[-–/][0-9]{{2}}$")


def _month_and_day(language: str) -> tuple[pl.Expr, ...]:
    table = lexicon("months", language).select(pl.col("word").str.to_lowercase().str.replace_all(r"\.", ""), "month")
    months = dict(table.iter_rows())
    name = _found(alternation(months))
    iso = _PLAIN.str.extract_groups("^([0-9]{4})-([0-9]{2})-([0-9]{2})$")
    first, second, _ = _slashed()
    month_first = (second > 12) | ((language == "en") & (first <= 12))
    numbers = (
        _PLAIN.str.replace_all(f"{YEAR}|'[0-9]{{2}}", " ")
        .str.replace("primero de", "1 de", literal=True)
        .str.extract_all("(?-u:\\b)[0-3]?[0-9](?:st|nd|rd|th|º|°)?(?-u:\\b)")
    )
    day, day2 = (_number(numbers.list.get(i, null_on_oob=True).str.extract("([0-9]+)", 1)) for i in (0, 1))
    return (
        pl.coalesce(
            _number(name.replace_strict(months, default=None, return_dtype=pl.String)),
            _number(iso.struct.field("2")),
            pl.when(month_first).then(first).otherwise(second),
        ).alias("month"),
        pl.coalesce(
            pl.when(name.is_not_null()).then(day),
            _number(iso.struct.field("3")),
            pl.when(month_first).then(second).otherwise(first),
        ).alias("day"),
        pl.when(name.is_not_null()).then(day2).alias("day2"),
        ((first <= 12) & (second <= 12)).fill_null(False).alias("either_order"),
    )


def _part(language: str) -> tuple[pl.Expr, ...]:
    """Quarters and halves: how many months each has, and which of them is meant (-1: the last)."""
    short = _PLAIN.str.extract("^([qh])[1-4]", 1).replace_strict({"q": 3, "h": 6}, default=None, return_dtype=pl.Int32)
    named = _number(_word_value(language, "part"))
    ordinal = pl.coalesce(
        _number(_word_value(language, "ordinal")), _number(_PLAIN.str.extract("([1-4])(?:st|nd|rd|th)", 1))
    )
    nth = pl.coalesce(_number(_PLAIN.str.extract("^[qh]([1-4])", 1)), pl.when(named.is_not_null()).then(ordinal))
    return pl.coalesce(short, named).alias("part"), nth.alias("nth")


def _relative(language: str) -> tuple[pl.Expr, ...]:
    count_words = role(language, "count")
    tens = _PLAIN.str.extract(rf"{_WORD}({count_words})[ -]", 1)
    ones = _PLAIN.str.extract(rf"{_WORD}{count_words}[ -](?:y )?({count_words}) ", 1)
    in_words = _number(_word_value(language, "count", tens)) + _number(_word_value(language, "count", ones)).fill_null(
        0
    )
    count = pl.coalesce(_number(_PLAIN.str.extract("(?-u:\\b)([0-9]{1,3})[ -]", 1)), in_words)
    no_number = lexicon("period_words", language).filter(pl.col("role") == "count", pl.col("value").is_null())["word"]
    plurals = [word for word in words("period_words", language, role="unit") if len(word) > 3 and word.endswith("s")]
    uncounted = _PLAIN.str.contains(rf"^[^0-9]*{_WORD}{alternation(plurals)}$") & count.is_null()
    turned = pl.lit(None, dtype=pl.String)
    for direction in ("this", "next", "past"):
        named = _found(role(language, direction)).is_not_null()
        turned = pl.when(named).then(pl.lit(direction)).otherwise(turned)
    edge = pl.coalesce(_found(role(language, "edge")), _PLAIN.str.extract("^(mid)", 1))
    return (
        _word_value(language, "unit").alias("unit"),
        count.alias("count"),
        turned.alias("direction"),
        _word_value(language, "edge", edge).alias("edge"),
        _PLAIN.str.contains(r"fiscal|financial|^(?:the )?fys? ?'?[0-9]|^af ?[0-9]|ejercicio").alias("fiscal"),
        _PLAIN.str.contains("[0-9]0s$").alias("decade"),
        _number(_word_value(language, "day")).alias("offset"),
        _PLAIN.str.contains("[0-9] ?[-–/] ?[0-9]").alias("dashed"),
        _PLAIN.str.contains("^the (?:past|last|next|coming) |últim[oa]s? ").alias("article"),
        (_found(alternation(["ago", "hace", *no_number])).is_not_null() | uncounted).alias("vague"),
    )
