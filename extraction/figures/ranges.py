"""Ranges: two numbers that the text joins to one figure ("between 5 and 7 million", "de 10 a 15 mil", "40-50%")."""

from __future__ import annotations

import polars as pl

_REACH = 40
_SIGN = r"(?:[\p{L}.]{0,4} ?[$€£] ?|(?:USD|EUR|GBP|MXN) )?"
_UNIT = r"(?: ?%| ?per ?cent| percentage points| por ciento|(?: de)? [\p{L}]+)?"
# A dash right after a word joins that word to what follows ("900 H-2B visas"): after a unit it stands between spaces.
_DASH = rf"^(?: ?%)? ?[-–—] ?{_SIGN}$|^{_UNIT} [-–—] {_SIGN}$"
_TO = rf"^{_UNIT},? (?:to|up to|through|or|and|a|al|o|u|y|e|hasta|y hasta) (?:los |las |el )?{_SIGN}$"
_AND = rf"^{_UNIT},? (?:and|y|e) (?:los |las |el )?{_SIGN}$"
_OR = rf"^{_UNIT},? (?:or|o|u) {_SIGN}$"
_JOINT = rf"{_DASH}|{_TO}"
_BETWEEN = rf"((?i:(?:^|[^\p{{L}}])(?:between|entre)) (?:about |some |unos |unas |los |las |el )?){_SIGN}$"
# "rose from 5 to 7" tells two levels, not a range.
_ROSE_FROM = (
    r"(?i:(?:^|[^\p{L}])(?:ris|rais|rose|gr[eo]w|increas|expand|fell|drop|declin|decreas|reduc|went|doubl|tripl|jump|climb"
    r"|aument|pas[oóa]|sub|creci|incremen|baj|disminu|reduj|cay)[\p{L}]*(?: [\p{L}]+){0,7} (?:from"
    r"|de|desde)) [^ ]{0,4} ?$"
)
_YEAR = "^(?:1[89]|20|21)[0-9]{2}$"


def join_ranges(numbers: pl.LazyFrame) -> pl.LazyFrame:
    """Join the two numbers of a range into one row.

    In, in reading order: `sentence`, `text`, `start`, `end`, `number`, `value`, `multiplier`, `before`, `after`. Out:
    without the second number of each range, plus `low`, `high`, `is_range`, `range_lead` (code points of "between").
    A multiplier of the second number is shared by the first where the text can only mean that ("5 to 7 million"). A
    rise "from 5 to 7" stays two numbers.
    """
    value, multiplier = pl.col("value"), pl.col("multiplier")
    next_value, next_multiplier, next_start = value.shift(-1), multiplier.shift(-1), pl.col("start").shift(-1)
    near = (pl.col("sentence").shift(-1) == pl.col("sentence")) & (next_start - pl.col("end") < _REACH)
    gap = pl.when(near).then(pl.col("text").str.slice("end", pl.max_horizontal(next_start - pl.col("end"), 0)))
    shares = (multiplier == 1) & (next_multiplier > 1) & (value < next_value / next_multiplier)
    low = pl.when(shares).then((value * next_multiplier).round(6)).otherwise(value)
    joint = pl.col("_gap")
    before = pl.when(joint.str.contains(_JOINT)).then("before")
    between = before.str.extract(_BETWEEN, 1)
    after_dash = before.str.contains("[0-9][-–/]$")
    dash, alternative = joint.str.contains(_DASH) & ~after_dash, joint.str.contains(_OR)
    joined = (
        dash
        | (joint.str.contains(_TO) & ~joint.str.contains(_AND))
        | (joint.str.contains(_AND) & between.is_not_null())
    )
    close = ~alternative | (next_value <= 3 * low)
    years = pl.col("number").str.contains(_YEAR) & pl.col("number").shift(-1).str.contains(_YEAR)
    is_range = near & joined & close & ~years & ~before.str.contains(_ROSE_FROM) & (low < next_value)
    lead = pl.when(joint.str.contains(_AND) | between.is_not_null()).then(
        between.str.strip_chars_start(" ,;:(").str.len_chars()
    )
    marked = numbers.with_columns(gap.alias("_gap")).with_columns(
        is_range.fill_null(False).alias("is_range"), low.alias("_low"), lead.alias("_lead")
    )
    return (
        marked.with_columns(
            pl.when("is_range").then("_low").otherwise(value).alias("low"),
            pl.when("is_range").then(next_value).otherwise(value).alias("high"),
            pl.when("is_range").then(pl.col("end").shift(-1)).otherwise("end").alias("end"),
            pl.when("is_range").then(pl.col("after").shift(-1)).otherwise("after").alias("after"),
            pl.when("is_range")
            .then(pl.max_horizontal(multiplier, next_multiplier))
            .otherwise(multiplier)
            .alias("multiplier"),
            pl.when("is_range").then("_lead").cast(pl.Int64).fill_null(0).alias("range_lead"),
            pl.col("is_range").shift(1, fill_value=False).alias("_second"),
        )
        .filter(~pl.col("_second"))
        .drop("_gap", "_low", "_lead", "_second")
    )
