"""Number expressions: where they stand and which value they have, in digits, words and mixtures of both.

Says nothing about whether a number is a figure; that is `exclusions` and `selection`. The words are in the lexicons
`number_words`, `number_abbreviations`, `ratio_words` and `decimal_signs`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words
from extraction.periods.frames import settled
from extraction.spans import find_all

_CONTEXT = (
    "sentence",
    "document_id",
    "segment_id",
    "language",
    "published_on",
    "publisher_party",
    "speaker_role",
    "sentence_start",
    "text",
)
_LONGEST_DIGITS = 24  # longer runs of digits are keys and codes, not quantities
_DIGITS = r"(?:[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+(?:[.,'][0-9]+)*)"
# "One" is a pronoun or an article unless one of these follows; they are cut off again.
_AFTER_ONE = {
    "en": (
        r"(?:[ -](?:years?|months?|weeks?|days?|hours?|minutes?|decade|per ?cent"
        r"|miles?|kilomet(?:er|re)s?|acre|ton|tonne|in|out|to|or))"
    ),
    "es": (
        r"(?: (?:año|mes|semana|día|hora|década|por ciento|kilómetro|milla|hectárea"
        r"|tonelada|de cada|por cada|o|a)(?-u:\b))"
    ),
}
# "About an hour": an article counts where a qualifier stands before and a unit of time or distance after it.
_QUALIFIERS = (
    r"(?:about|nearly|almost|over|more than|less than|under|roughly|around"
    r"|approximately|at least|up to|just over|just under)"
)
_QUALIFIED_ARTICLE = (
    rf"{_QUALIFIERS} an? (?:hour|minute|day|week|month|year|decade|century"
    rf"|mile|kilomet(?:er|re)|acre|hectare|ton|tonne)"
)


def _role(language: str, *roles: str) -> str:
    return alternation(word for role in roles for word in words("number_words", language, role=role))


@cache
def number_pattern(language: str) -> str:
    """The pattern of a candidate: digits, number words or ratio words, without currency and unit."""
    return _english() if language == "en" else _spanish()


def _english() -> str:
    unit, ten, multiplier = (_role("en", role) for role in ("unit", "ten", "multiplier"))
    abbreviation = alternation(words("number_abbreviations", "en"))
    several = alternation(word for word in words("number_words", "en", role="unit") if word != "one")
    group = rf"(?:{ten}(?:[ -]{unit})?|{_role('en', 'teen')}|{several})"
    below = rf"(?:{ten}(?:[ -]{unit})?|{_role('en', 'teen', 'unit')})"
    half = "(?: and (?:a|one)[ -]half)"
    tail = rf"{half}?(?:(?:[ -]{multiplier})+(?:(?: and | ){below}(?-u:\b)|{half})?)*"
    article = (
        rf"(?:(?:half +)?(?:an?|one)[ -]{multiplier}|(?:a +)?half[ -](?:a +)?{multiplier})(?:(?: and "
        rf"| ){below}(?-u:\b))?{tail}"
    )
    ratio = alternation(words("ratio_words", "en"))
    digits = rf"{_DIGITS}(?:{half}?(?:[ -]{multiplier})+{half}?|(?-i:{abbreviation})(?-u:\b))?"
    return (
        rf"(?i-u:(?-u:\b)(?:{article}|{ratio}|{group}{tail}|one{_AFTER_ONE['en']}"
        rf"|{_QUALIFIED_ARTICLE})(?-u:\b)|{digits})"
    )


def _spanish() -> str:
    unit, ten, hundreds, multiplier = (_role("es", role) for role in ("unit", "ten", "hundred", "multiplier"))
    abbreviation = alternation(words("number_abbreviations", "es"))
    several = alternation(word for word in words("number_words", "es", role="unit") if not word.startswith("un"))
    teen = _role("es", "teen")
    group = rf"(?:{hundreds}(?: (?:{ten}(?: y {unit})?|{teen}|{unit}))?|{ten}(?: y {unit})?|{teen}|{several})"
    half = "(?: y medi[oa])"
    below = (
        rf"(?:{hundreds}(?: (?:{ten}(?: y {unit})?|{teen}|{unit}))?|{ten}(?: y {unit})?"
        rf"|{teen}|{unit}|{_DIGITS})(?-u:\b)"
    )
    tail = rf"{half}?(?:(?: {multiplier})+(?: {below})?)*{half}?"
    alone = rf"(?:mil|un[oa]? {multiplier}|mill[oó]n y medio|medio mill[oó]n|media docena)(?: {below})?"
    ratio = alternation(words("ratio_words", "es"))
    digits = (
        rf"{_DIGITS}(?:{half}?(?: {multiplier})+(?: {below}(?: {multiplier})*)*{half}?| ?(?-i:{abbreviation})(?-u:\b))?"
    )
    return rf"(?i:(?-u:\b)(?:{ratio}|(?:{alone}|{group}){tail}|un[oa]?{_AFTER_ONE['es']})|{digits})"


def find_numbers(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """All candidates of the sentences of one language, in reading order.

    In: the sentence frame. Out: the columns of it that figures need, plus `number` (the words), `start`, `end` (code
    points in `text`).
    """
    found = find_all(sentences.filter(pl.col("language") == language).select(_CONTEXT), number_pattern(language))
    one = pl.col("match").str.extract(rf"^((?i:one|un[oa]?)){_AFTER_ONE[language]}$", 1)
    article = pl.col("match").str.extract(rf"^(?i:{_QUALIFIERS}) (an?) ", 1)
    qualifier = (
        pl.col("match").str.extract(rf"^((?i:{_QUALIFIERS}) )an? ", 1).str.len_chars().cast(pl.Int64).fill_null(0)
    )
    return (
        found.with_columns(
            pl.coalesce(one, article, _without_cut_word(language)).alias("number"), pl.col("match_start") + qualifier
        )
        .with_columns((pl.col("match_start") + pl.col("number").str.len_chars().cast(pl.Int64)).alias("end"))
        .rename({"match_start": "start"})
        .drop("match", "match_end")
    )


def _without_cut_word(language: str) -> pl.Expr:
    """The match without an abbreviation that is the head of a word: the m of "300 médicos" is no million."""
    cut = pl.col("text").str.slice("match_end", 1).str.contains(r"\p{L}")
    abbreviation = rf" ?{alternation(words('number_abbreviations', language))}$"
    return pl.when(cut).then(pl.col("match").str.replace(abbreviation, "")).otherwise("match")


def with_values(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Read every candidate.

    In: `document_id`, `number`, `publisher_party`, `after`. Out: plus `value` (null where the text prints it wrongly),
    `multiplier` (the product of its multipliers, 1 where none), `ambiguous` (the separator could be read both ways),
    `ratio_role` (null for numbers proper) and `ratio_change`.
    """
    signs = (
        lexicon("decimal_signs")
        .lazy()
        .select(pl.col("party").alias("publisher_party"), pl.col("decimal").alias("_sign"))
    )
    decimal = pl.lit(".") if language == "en" else pl.coalesce("_sign", "_own", pl.lit("?"))
    percent = pl.col("after").str.contains(r"^ ?(?:%|per ?cent|por ?ciento|puntos)")
    keyed = settled(
        numbers.join(signs, on="publisher_party", how="left", maintain_order="left")
        .with_columns(_document_sign().alias("_own"), percent.alias("_percent"))
        .with_columns(decimal.alias("_decimal"))
        .drop("_sign", "_own")
    )
    key = ["number", "_decimal", "_percent"]
    distinct = keyed.select(key).unique(maintain_order=True)
    return keyed.join(_read(distinct), on=key, how="left", maintain_order="left").drop("_decimal", "_percent")


def _document_sign() -> pl.Expr:
    """The decimal sign that the document itself shows ("3,4 millones"), null where it shows none or both."""
    comma, point = (pl.col("number").str.contains(rf"^[0-9]+{sign}[0-9]{{1,2}}(?:$|[^0-9])") for sign in (",", r"\."))
    comma = (comma | pl.col("number").str.contains(r"^[0-9]{1,3}\.[0-9]{3}\.[0-9]{3}")).any().over("document_id")
    point = (point | pl.col("number").str.contains(r"^[0-9]{1,3},[0-9]{3},[0-9]{3}")).any().over("document_id")
    return pl.when(comma & ~point).then(pl.lit(",")).when(point & ~comma).then(pl.lit("."))


@cache
def _word_values() -> tuple[dict[str, float], list[str]]:
    """Value of every number word and abbreviation, and which of them multiply."""
    table = pl.concat(
        [
            lexicon("number_words").select("word", "value", "role"),
            lexicon("number_abbreviations").select("word", "value", role=pl.lit("multiplier")),
        ]
    )
    values = {row["word"]: float(row["value"]) for row in table.iter_rows(named=True)}
    return values, table.filter(pl.col("role") == "multiplier")["word"].unique().sort().to_list()


def _read(distinct: pl.LazyFrame) -> pl.LazyFrame:
    """Values of distinct expressions: tokens in columns, folded from left to right."""
    values, multipliers = _word_values()
    ratios = (
        lexicon("ratio_words")
        .lazy()
        .select(
            pl.col("word").alias("_low"),
            pl.col("value").cast(pl.Float64).alias("_ratio"),
            pl.col("role").alias("ratio_role"),
            pl.col("change").alias("ratio_change"),
        )
    )
    tokens = (
        pl.col("number")
        .str.replace("(?i)(?:a )?half(?:[ -]an?)?[ -]", "half ")
        .str.extract_all(r"[0-9]+(?:[.,' ]?[0-9]+)*|mill\.|[\p{L}]+")
    )
    tokens = tokens.list.filter(~pl.element().is_in(["and", "And", "y", "Y", "a", "A", "an", "An"]))
    rows = (
        distinct.with_columns(pl.col("number").str.to_lowercase().alias("_low"))
        .join(
            ratios.unique(subset="_low", keep="first", maintain_order=True),
            on="_low",
            how="left",
            maintain_order="left",
        )
        .with_columns(pl.when(pl.col("_ratio").is_null()).then(tokens).alias("_tokens"))
        .with_columns(
            total=pl.lit(0.0),
            group=pl.lit(0.0),
            scale=pl.lit(0.0),
            multiplier=pl.lit(1.0),
            ambiguous=pl.lit(False),
            broken=pl.lit(False),
        )
    )
    rows = settled(rows)
    longest = rows.select(pl.col("_tokens").list.len().max()).collect().item() or 0
    many = pl.col("_tokens").list.len() > 1
    for position in range(longest):
        token = pl.col("_tokens").list.get(position, null_on_oob=True)
        cased = pl.when(token.is_in(list(values))).then(token).otherwise(token.str.to_lowercase())
        digits, ambiguous = _digits_value(token, pl.col("_percent") | many)
        is_digits = token.str.contains("^[0-9]")
        word = cased.replace_strict(values, default=None, return_dtype=pl.Float64)
        rows = rows.with_columns(
            pl.when(is_digits).then(digits).otherwise(word).alias("_value"),
            cased.is_in(multipliers).fill_null(False).alias("_multiplies"),
            token.is_not_null().alias("_present"),
            (pl.col("ambiguous") | (is_digits & ambiguous).fill_null(False)).alias("ambiguous"),
        ).with_columns(_fold())
    value = (
        pl.when(pl.col("_low").is_in(["a", "an"]))
        .then(1.0)
        .when(~pl.col("broken") & pl.col("_tokens").is_not_null())
        .then(pl.col("total") + pl.col("group"))
    )
    return rows.select(
        "number",
        "_decimal",
        "_percent",
        pl.coalesce("_ratio", value.round(6)).alias("value"),
        "multiplier",
        "ambiguous",
        "ratio_role",
        "ratio_change",
    )


def _fold() -> list[pl.Expr]:
    """One step from left to right: `total` so far, and the `group` below the last large multiplier (`scale`)."""
    value, total, group, scale, product = (pl.col(name) for name in ("_value", "total", "group", "scale", "multiplier"))
    whole = pl.when(group > 0).then(group).otherwise(1.0)
    multiplies, small = pl.col("_multiplies"), pl.col("_multiplies") & (value < 1000)
    # "mil millones", "mil doscientos millones": a larger multiplier takes all that came before.
    swallows = multiplies & ~small & (value > scale) & (total > 0)
    large = multiplies & ~small & ~swallows
    # "un millón y medio": the half is one of the multiplier before.
    half_of_scale = (value == 0.5) & ~multiplies & (scale > 0) & (group == 0)
    return [
        pl.when(swallows).then((total + group) * value)
        .when(large).then(total + whole * value)
        .when(half_of_scale).then(total + value * scale)
        .otherwise(total).alias("total"),
        pl.when(large | swallows).then(0.0)
        .when(small).then(whole * value)
        .when(half_of_scale | value.is_null()).then(group)
        .otherwise(group + value).alias("group"),
        pl.when(large | swallows).then(value).otherwise(scale).alias("scale"),
        pl.when(multiplies).then(product * value).otherwise(product).alias("multiplier"),
        (pl.col("broken") | (pl.col("_present") & value.is_null())).alias("broken"),
    ]  # fmt: skip


def _digits_value(token: pl.Expr, scaled: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Value of a digit token (null where printed wrongly), and whether its separator was ambiguous.

    `_decimal` is the decimal sign of the publisher's country ("?" where unknown); `scaled` says that a multiplier or a
    percent sign follows, which is when three decimals are believable.
    """
    # "1'200.000": with an apostrophe for millions every sign groups digits.
    grouped_twice = token.str.contains("^[0-9]{1,3}'[0-9]{3}(?:[.,'][0-9]{3})*$")
    plain = pl.when(grouped_twice).then(token.str.replace_all("[.,']", "")).otherwise(token.str.replace_all("[ ']", ""))
    point, comma = (pl.col("_decimal") == sign for sign in (".", ","))
    unknown = ~point & ~comma
    one_point, one_comma = plain.str.contains(r"^[0-9]+\.[0-9]+$"), plain.str.contains("^[0-9]+,[0-9]+$")
    threes = plain.str.contains("^[1-9][0-9]{0,2}[.,][0-9]{3}$")
    comma_groups = plain.str.contains(
        r"^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?$|^[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}$"
    )
    point_groups = plain.str.contains(r"^[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?$")
    grouped = plain.str.replace_all("[.,]", "")
    with_point = plain.str.replace_all(",", "", literal=True)
    with_comma = plain.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    # "1.5000": a group of thousands with a digit too many.
    misprint = plain.str.contains("^[1-9][0-9]{0,2}[.,][0-9]000$")
    short_comma = plain.str.contains(",[0-9]{1,2}$")
    text = (
        pl.when(plain.str.contains("^[0-9]+$")).then(plain)
        .when(threes & one_comma).then(pl.when(comma & scaled).then(with_comma).otherwise(grouped))
        .when(threes & one_point).then(pl.when(point & scaled).then(with_point).otherwise(grouped))
        .when(comma_groups).then(with_point)
        .when(point_groups).then(with_comma)
        .when(one_point & ~(comma & plain.str.contains(r"\.[0-9]{4,}$")) & ~misprint).then(with_point)
        .when(one_comma & (comma | (short_comma & (unknown | scaled)))).then(with_comma)
    )  # fmt: skip
    ambiguous = (
        (threes & one_point & ~scaled & ~comma)
        | (threes & one_comma & ~scaled & ~point)
        | (threes & scaled & unknown)
        | (one_comma & ~threes & point)
        | (one_point & ~threes & comma)
    )
    believable = plain.str.len_chars() <= _LONGEST_DIGITS
    return pl.when(believable).then(text.cast(pl.Float64, strict=False)), ambiguous
