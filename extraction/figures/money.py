"""Currencies before and after a number, and which country's dollar or peso is meant."""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon
from warehouse.reference import load

_MILLION = 1e6  # nobody tells a weight in millions of pounds
_LONGEST_SIGN = 10  # code points of a currency sign before a number, with room to spare


@cache
def _symbol_before(language: str) -> str:
    return rf"(?:^|[^\p{{L}}\p{{N}}])({alternation(lexicon('currency_symbols', language)['symbol'])}) ?$"


@cache
def _name_after(language: str) -> str:
    listed = lexicon("currencies", language)["name"].to_list()
    names = {form for name in listed for form in (name, name.upper(), name.title(), name[0].upper() + name[1:])}
    symbols = lexicon("currency_symbols", language)["symbol"]
    link = "(?:de )?" if language == "es" else ""
    return rf"^[ -]?({link}(?:{alternation([*names, *symbols])}))(?:$|[^\p{{L}}\p{{N}}])"


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """Code and family (only where the family is shared) of every symbol and name."""
    codes: dict[str, str] = {}
    families: dict[str, str] = {}
    for row in lexicon("currencies").iter_rows(named=True):
        codes[row["name"].lower()] = row["code"]
        if row["kind"] == "generic":
            families[row["name"].lower()] = row["family"]
    for row in lexicon("currency_symbols").iter_rows(named=True):
        if row["code"]:
            codes[row["symbol"].lower()] = row["code"]
        else:
            families[row["symbol"].lower()] = row["family"]
    return codes, families


@cache
def _family_of_party() -> pl.DataFrame:
    """`publisher_party`, `_own_code`, `_own_family` of each country's currency."""
    families = (
        lexicon("currencies", "en").filter(pl.col("kind") == "full").unique("code", keep="first", maintain_order=True)
    )
    return (
        load("countries")
        .select(pl.col("code").alias("publisher_party"), pl.col("currency").alias("_own_code"))
        .join(
            families.select(pl.col("code").alias("_own_code"), pl.col("family").alias("_own_family")),
            on="_own_code",
            how="left",
        )
    )


def _sign_width() -> pl.Expr:
    """Code points of the currency sign before the number, with the space after it."""
    sign = pl.col("currency_sign").str.len_chars() + pl.col("before").str.ends_with(" ").cast(pl.UInt32)
    return sign.cast(pl.Int64).fill_null(0)


def with_currency(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Find the currency of each number.

    In: `number`, `multiplier`, `before`, `after`, `publisher_party`. Out: plus `currency_sign` (sign before the
    number, null where none), `sign_width`, `currency_name` (name after it), `currency` (ISO 4217, null where not
    money), `currency_assumed` and `lead` (`before` without the sign).
    """
    sign = pl.col("before").str.tail(_LONGEST_SIGN).str.extract(_symbol_before(language), 1)
    name = pl.col("after").str.extract(_name_after(language), 1)
    codes, families = _names()
    word = (
        pl.coalesce(pl.col("currency_name").str.replace("^(?i:de )", ""), pl.col("currency_sign"))
        .str.to_lowercase()
        .str.replace_all(" +", " ")
    )
    family = word.replace_strict(families, default=None, return_dtype=pl.String)
    code = word.replace_strict(codes, default=None, return_dtype=pl.String)
    signed = (pl.col("currency_sign") == "$") & pl.col("currency_name").is_null()
    dollar_sign = signed & pl.col("_own_family").is_in(["dollar", "peso"])
    # A pound is money only to those who pay in pounds; to others it is a weight.
    weight = (
        (family == "pound")
        & (pl.col("_own_family") != "pound").fill_null(True)
        & pl.col("currency_sign").is_null()
        & (pl.col("multiplier") < _MILLION)
    )
    own = (family == pl.col("_own_family")) | dollar_sign
    generic = family.is_not_null()
    # "Dollars" of a state that has none of its own are those of the United States.
    guessed = signed | pl.col("_own_family").is_null() | (family != "dollar")
    millions = pl.col("number").str.to_lowercase().str.extract("[0-9] ?m?(md[dp])$", 1)
    fallback = pl.coalesce(code, pl.lit("USD"))
    return (
        numbers.with_columns(sign.alias("currency_sign"), name.alias("currency_name"))
        .join(_family_of_party().lazy(), on="publisher_party", how="left", maintain_order="left")
        .with_columns(
            pl.when(millions.is_not_null())
            .then(pl.when(millions == "mdd").then(pl.lit("USD")).otherwise(pl.lit("MXN")))
            .when(weight)
            .then(None)
            .when(generic & own)
            .then(pl.col("_own_code"))
            .when(generic)
            .then(fallback)
            .otherwise(code)
            .alias("currency"),
            (generic & ~own.fill_null(False) & guessed).alias("currency_assumed"),
            _sign_width().alias("sign_width"),
        )
        .with_columns(pl.col("before").str.head(pl.col("before").str.len_chars() - pl.col("sign_width")).alias("lead"))
        .drop("_own_code", "_own_family")
    )
