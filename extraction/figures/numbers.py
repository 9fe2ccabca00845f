"""Number expressions: where they stand and which value they have, in digits, words and mixtures of both.

Says nothing about whether a number is a figure; that is `exclusions`. The words are in the lexicons `number_words`,
`number_abbreviations` and `decimal_signs`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from extraction.spans import find_all

DIGITS = r"[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+(?:[.,'][0-9]+)*"
_LONGEST_EXPRESSION = 14


def _role(language: str, *roles: str) -> str:
    return alternation(word for role in roles for word in words("number_words", language, role=role))


@cache
def number_pattern(language: str) -> str:
    """The pattern of a number expression: digits, words, or digits with multipliers, without currency or unit."""
    unit, ten, multiplier = (_role(language, role) for role in ("unit", "ten", "multiplier"))
    abbreviation = alternation(words("number_abbreviations", language))
    if language == "en":
        group = rf"(?:{ten}(?:[ -]{unit})?|{_role('en', 'teen', 'unit')})"
        half = "(?: and (?:a|one)[ -]half)"
        tail = rf"{half}?(?:(?:[ -]{multiplier})+(?:(?: and | ){group}(?-u:\b)|{half})?)*"
        lead = rf"(?:half +an? +{multiplier}|an? +{multiplier}|(?:(?:a|one)[ -])?half(?:[ -]a)?[ -]{multiplier})"
        wordy = rf"(?:{lead}|{group}){tail}"
        numeric = rf"(?:{DIGITS})(?:{half}?(?:[ -]{multiplier}(?:[ -]{multiplier})*{half}?)|{abbreviation}(?-u:\b))?"
        return rf"(?i-u:(?-u:\b){wordy}(?-u:\b))|(?:(?i:{numeric.replace(abbreviation, '(?-i:' + abbreviation + ')')}))"
    small = _role(language, "teen", "unit")
    hundreds = _role(language, "hundred")
    below = rf"(?:{ten}(?: y {unit})?|{small})"
    group = rf"(?:{hundreds}(?: {below})?|{below})"
    digits = rf"(?:{DIGITS})"
    half = "(?: y medi[oa])"
    tail = rf"{half}?(?:(?: {multiplier})+(?: (?:{group}|{digits})(?-u:\b))?)*{half}?"
    alone = r"(?:mil|medio +mill[oó]n|media +docena)"
    wordy = rf"(?-u:\b)(?:{group}|{alone}){tail}"
    numeric = rf"{digits}(?:{half}?(?: {multiplier})+(?: (?:{group}|{digits})(?-u:\b)(?: {multiplier})*)*{half}?| ?(?-i:{abbreviation})(?-u:\b))?"
    return rf"(?i:{wordy}|{numeric})"


def find_numbers(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """All number expressions of the sentences, per language.

    In: the sentence frame. Out: its columns plus `number` (the words), `start`, `end` (code points in `text`), in
    reading order.
    """
    found = [
        find_all(sentences.filter(pl.col("language") == language), number_pattern(language))
        for language in ("en", "es")
    ]
    return (
        pl.concat(found)
        .rename({"match": "number", "match_start": "start", "match_end": "end"})
        .sort("sentence", "start", maintain_order=True)
    )


def _digits_value(token: pl.Expr, decimal: pl.Expr, scaled: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Value of a digit token and whether its separator was ambiguous; a null value means it is printed wrongly.

    `decimal` is the decimal sign of the publisher's country ("." or "," or null where unknown); `scaled` says that a
    multiplier or a percent sign follows, which is when three decimals are believable.
    """
    plain = token.str.replace_all("[ ']", "")
    point = pl.when(decimal == ",").then(plain.str.replace_all(r"([.,])", "${1}")).otherwise(plain)
    as_points = point.str.replace_all(",", "", literal=True)
    as_commas = point.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    single_point = plain.str.contains(r"^[0-9]+\.[0-9]+$")
    single_comma = plain.str.contains(r"^[0-9]+,[0-9]+$")
    threes = plain.str.contains(r"^[1-9][0-9]{0,2}[.,][0-9]{3}$")
    comma_groups = plain.str.contains(
        r"^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?$|^[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}$"
    )
    point_groups = plain.str.contains(r"^[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?$")
    decimal_point, decimal_comma = decimal == ".", decimal == ","
    without = plain.str.replace_all("[.,]", "")
    value = (
        pl.when(plain.str.contains("^[0-9]+$"))
        .then(plain)
        .when(threes & single_comma)
        .then(pl.when(decimal_comma & scaled).then(as_commas).otherwise(without))
        .when(threes & single_point)
        .then(pl.when(scaled & ~decimal_comma.fill_null(False)).then(as_points).otherwise(without))
        .when(comma_groups)
        .then(as_points)
        .when(point_groups)
        .then(as_commas)
        .when(single_point & ~(decimal_comma.fill_null(False) & plain.str.contains(r"\.[0-9]{4,}$")))
        .then(as_points)
        .when(
            single_comma
            & (decimal_comma.fill_null(False) | (plain.str.contains(r",[0-9]{1,2}$") & (decimal.is_null() | scaled)))
        )
        .then(as_commas)
        .otherwise(None)
        .cast(pl.Float64, strict=False)
    )
    ambiguous = (
        (threes & single_point & decimal_point.fill_null(True) & ~scaled)
        | (threes & single_comma & decimal_comma & ~scaled)
        | (threes & scaled & decimal.is_null())
        | (single_comma & ~threes & decimal_point.fill_null(False))
        | (single_point & ~threes & decimal_comma.fill_null(False))
    ) & value.is_not_null()
    return value, ambiguous.fill_null(False)


@cache
def _token_values() -> tuple[dict[str, float], dict[str, str]]:
    values: dict[str, float] = {}
    roles: dict[str, str] = {}
    for row in lexicon("number_words").iter_rows(named=True):
        values[row["word"]], roles[row["word"]] = float(row["value"]), row["role"]
    for row in lexicon("number_abbreviations").iter_rows(named=True):
        values[row["word"]], roles[row["word"]] = float(row["value"]), "multiplier"
    return values, roles


def with_values(numbers: pl.LazyFrame) -> pl.LazyFrame:
    """Read every number expression.

    In: a frame with `number`, `language`, `publisher_party`. Out: plus `value` (null where malformed), `mantissa`
    (the value without its multipliers, for ranges that share one), `multiplier` (their product, 1 where none),
    `malformed`, `ambiguous`.
    """
    signs = (
        lexicon("decimal_signs").lazy().select(pl.col("party").alias("publisher_party"), pl.col("decimal").alias("_es"))
    )
    decimal = pl.when(pl.col("language") == "en").then(pl.lit(".")).otherwise(pl.col("_es"))
    keyed = numbers.join(signs, on="publisher_party", how="left", maintain_order="left").with_columns(
        decimal.fill_null("?").alias("_decimal"),
        pl.col("after").str.contains(r"^ ?(?:%|per ?cent|por ciento|percentage)").alias("_percent"),
    )
    distinct = keyed.select("number", "_decimal", "_percent").unique(maintain_order=True).with_row_index("_key")
    tokens = (
        distinct.with_columns(
            pl.col("number")
            .str.replace_all(r"(?i)(?:half )an? ", "half ")
            .str.extract_all(r"[0-9]+(?:[.,' ]?[0-9]+)*|mill\.|[\p{L}]+")
            .alias("_token")
        )
        .explode("_token")
        .filter(~pl.col("_token").str.contains("^(?i:and|y)$"))
        .with_columns(pl.int_range(pl.len()).over("_key").alias("_position"))
    )
    values, roles = _token_values()
    token = pl.col("_token")
    cased = pl.when(token.is_in(list(values))).then(token).otherwise(token.str.to_lowercase())
    scaled = pl.col("_percent") | (pl.col("_position").max().over("_key") > 0)
    digits, ambiguous = _digits_value(token, pl.when(pl.col("_decimal") != "?").then(pl.col("_decimal")), scaled)
    is_digits = token.str.contains("^[0-9]")
    read = tokens.with_columns(
        pl.when(is_digits)
        .then(digits)
        .otherwise(cased.replace_strict(values, default=None, return_dtype=pl.Float64))
        .alias("_value"),
        pl.when(is_digits)
        .then(pl.lit("unit"))
        .otherwise(cased.replace_strict(roles, default="unit", return_dtype=pl.String))
        .alias("_role"),
        pl.when(is_digits).then(ambiguous).otherwise(False).alias("_ambiguous"),
    )
    folded = (
        read.group_by("_key")
        .agg(pl.col("_value").sort_by("_position"), pl.col("_role").sort_by("_position"), pl.col("_ambiguous").any())
        .with_columns(
            pl.lit(0.0).alias("_total"),
            pl.lit(0.0).alias("_group"),
            pl.lit(0.0).alias("_scale"),
            pl.lit(1.0).alias("multiplier"),
        )
    )
    for position in range(_LONGEST_EXPRESSION):
        folded = folded.with_columns(_fold(position))
    result = folded.select(
        "_key",
        pl.when(pl.col("_value").list.eval(pl.element().is_null()).list.any())
        .then(None)
        .otherwise(pl.col("_total") + pl.col("_group"))
        .alias("value"),
        "multiplier",
        pl.col("_ambiguous").alias("ambiguous"),
    )
    table = distinct.join(result, on="_key").drop("_key")
    return (
        keyed.join(table, on=["number", "_decimal", "_percent"], how="left", maintain_order="left")
        .with_columns(pl.col("value").is_null().alias("malformed"))
        .drop("_decimal", "_percent", "_es")
    )


def _fold(position: int) -> list[pl.Expr]:
    """One step of reading number words from left to right: total, current group below the last multiplier."""
    value = pl.col("_value").list.get(position, null_on_oob=True)
    role = pl.col("_role").list.get(position, null_on_oob=True)
    total, group, scale, product = pl.col("_total"), pl.col("_group"), pl.col("_scale"), pl.col("multiplier")
    whole = pl.when(group > 0).then(group).otherwise(1.0)
    is_multiplier = role == "multiplier"
    small = is_multiplier & (value < 1000)
    swallow = is_multiplier & ~small & (value > scale) & (total > 0)
    large = is_multiplier & ~small & ~swallow
    trailing_half = (role == "half") & (scale > 0) & (group == 0)
    return [
        pl.when(swallow).then((total + group) * value)
        .when(large).then(total + whole * value)
        .when(trailing_half).then(total + value * scale)
        .otherwise(total).alias("_total"),
        pl.when(large | swallow).then(0.0)
        .when(small).then(whole * value)
        .when(trailing_half | value.is_null() | (role == "article")).then(group)
        .otherwise(group + value).alias("_group"),
        pl.when(large | swallow).then(value).otherwise(scale).alias("_scale"),
        pl.when(is_multiplier).then(product * value).otherwise(product).alias("multiplier"),
    ]  # fmt: skip
