"""Figures: from sentences to rows. Each step is a module of this package; this one only puts them in order."""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.figures.bounds import with_bounds
from extraction.figures.exclusions import excluded, named
from extraction.figures.inheritance import with_context_of_twins, with_inherited_units
from extraction.figures.measures import with_measure
from extraction.figures.money import with_currency
from extraction.figures.nouns import with_head_noun
from extraction.figures.numbers import find_numbers, with_values
from extraction.figures.parts import with_context_of_wholes
from extraction.figures.ranges import join_ranges
from extraction.figures.ratios import join_ratios
from extraction.figures.selection import is_figure, with_small_role
from extraction.figures.statuses import with_change, with_status
from extraction.figures.times import outside_times, times_of, with_periods
from extraction.lexicons import LANGUAGES, alternation, lexicon
from extraction.periods.frames import deferred, settled

_SCHEMA = pl.Schema(
    {
        "sentence": pl.UInt32(),
        "document_id": pl.String(),
        "segment_id": pl.String(),
        "char_start": pl.Int64(),
        "char_end": pl.Int64(),
        "value_low": pl.Float64(),
        "value_high": pl.Float64(),
        "bound": pl.String(),
        "unit_kind": pl.String(),
        "unit": pl.String(),
        "measure": pl.String(),
        "change": pl.String(),
        "period_start": pl.Date(),
        "period_end": pl.Date(),
        "status": pl.String(),
        "speaker_role": pl.String(),
        "flags": pl.List(pl.String),
        "method": pl.String(),
    }
)
_BEFORE, _AFTER = 70, 120
_YEAR = r"^(?:1[89]|20|21)[0-9]{2}$"
_PERCENT = (
    r"^( ?%|[ -](?:per ?cent|pct\.?|por ?ciento)(?-u:\b)|[ -](?:percentage"
    r"|basis) points?(?-u:\b)| puntos (?:porcentuales|base)| punto porcentual)"
)
_PROPER = r"^((?: (?:de|del|para|de la|de los) \p{Lu}[\p{L}]+| \p{Lu}[\p{L}]+)+)"
_HALF = r"^( (?:y medi[oa]|and a half))(?:$|[^\p{L}])"
_MEASURES = ("duration", "distance", "mass", "area", "volume")


def extract_figures(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """All figures of the sentences.

    In: the sentence frame of `extraction.sentences`. Out, in reading order: `sentence`, `document_id`, `segment_id`,
    `char_start`, `char_end` (code points of the document, half open), `value_low`, `value_high` (base units; null where
    open or, with the flag `malformed_number`, unreadable), `bound`, `unit_kind`, `unit`, `measure`, `change`,
    `period_start`, `period_end`, `status`, `speaker_role`, `flags`, `method`. The rules are those of the codebook's
    section "Figure".
    """
    return deferred(sentences, _extract, _SCHEMA)


def _extract(sentences: pl.LazyFrame) -> pl.LazyFrame:
    sentences = settled(sentences)
    languages = sentences.select(pl.col("language").unique()).collect()["language"]
    found = [_in_language(sentences, each) for each in LANGUAGES if each in languages]
    return pl.concat([*found, _empty()]).sort("sentence", "char_start", "char_end")


def _in_language(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    candidates = with_currency(_numbers(sentences, language), language).with_row_index("key")
    numbers = settled(candidates.filter(pl.col("ratio") | ~excluded(language).fill_null(False)))
    counted = settled(_with_halves(_with_units(with_head_noun(numbers, language), language)))
    selected = settled(with_small_role(with_bounds(counted, language), language).filter(is_figure()))
    times = settled(times_of(selected))
    kept = settled(outside_times(selected, times))
    figures = settled(_with_surface(with_inherited_units(kept, language)))
    told = with_context_of_twins(with_status(with_periods(figures, times), language))
    told = with_context_of_wholes(told)
    return _published(with_measure(with_change(told, language), language))


def _empty() -> pl.LazyFrame:
    return pl.LazyFrame(schema=_SCHEMA)


def _numbers(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Numbers and ratios with their values; years, labels, and the second numbers of ranges and ratios are gone."""
    candidates = _with_context(find_numbers(sentences, language)).filter(~named(language))
    return join_ranges(join_ratios(with_values(candidates, language), language))


def _with_context(numbers: pl.LazyFrame) -> pl.LazyFrame:
    start = pl.col("start")
    return numbers.with_columns(
        pl.col("text")
        .str.slice(pl.max_horizontal(start - _BEFORE, 0), pl.min_horizontal(start, _BEFORE))
        .alias("before"),
        pl.col("text").str.slice("end", _AFTER).alias("after"),
    )


def _compounded() -> pl.DataFrame:
    """Nouns that join a number by a hyphen: measures, and persons ("a 12-person team")."""
    return lexicon("unit_nouns", "en").filter(pl.col("unit_kind").is_in(_MEASURES) | (pl.col("noun") == "person"))


@cache
def _compound() -> str:
    """A unit joined to its number by a hyphen ("2,000-mile", "five-year")."""
    return rf"^-({alternation(_compounded()['noun'])})(?-u:\b)"


@cache
def _compound_units() -> tuple[dict[str, str], dict[str, str]]:
    table = _compounded()
    kinds = {row["noun"]: row["unit_kind"] for row in table.iter_rows(named=True)}
    return kinds, {row["noun"]: row["unit"] for row in table.iter_rows(named=True)}


def _with_units(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Add `percent`, `compound`, `unit_kind`, `unit`, and the `width` of the unit's words after the number."""
    after = pl.col("after")
    percent, compound, currency = pl.col("percent"), pl.col("compound"), pl.col("currency_name")
    english = pl.lit(language == "en")
    kinds, units = _compound_units()
    counts = pl.col("currency").is_null() & percent.is_null() & compound.is_null() & pl.col("head").is_not_null()
    proper = pl.when(~english & counts & pl.col("head").str.contains(r"^\p{Lu}")).then(
        after.str.slice("head_end").str.extract(_PROPER, 1).str.len_chars()
    )
    width = (
        pl.when(percent.is_not_null())
        .then(percent.str.len_chars())
        .when(currency.is_not_null())
        .then(currency.str.len_chars() + after.str.contains("^[ -]").cast(pl.UInt32))
        .when(compound.is_not_null())
        .then(compound.str.len_chars() + 1)
        .when(counts & ~(pl.col("ratio") & ~after.str.contains("^ (?:of|de|del) ")))
        .then(pl.col("head_end") + pl.coalesce(proper, pl.lit(0)))
        .when("ratio")
        .then(pl.coalesce(after.str.extract("^( of (?:them|us|these|those))", 1).str.len_chars(), pl.lit(0)))
        .otherwise(0)
        .cast(pl.Int64)
    )
    kind = (
        pl.when("ratio")
        .then(pl.lit("ratio"))
        .when(pl.col("currency").is_not_null())
        .then(pl.lit("money"))
        .when(percent.is_not_null())
        .then(pl.lit("percent"))
        .when(compound.is_not_null())
        .then(compound.replace_strict(kinds, default=None, return_dtype=pl.String))
        .otherwise("noun_kind")
    )
    unit = (
        pl.when("ratio").then("noun_unit")
        .when(pl.col("currency").is_not_null()).then("currency")
        .when(percent.is_not_null()).then(pl.lit("percent"))
        .when(compound.is_not_null()).then(compound.replace_strict(units, default=None, return_dtype=pl.String))
        .otherwise("noun_unit")
    )  # fmt: skip
    not_ratio = ~pl.col("ratio")
    return (
        numbers.with_columns(
            pl.when(not_ratio).then(after.str.extract(_PERCENT, 1)).alias("percent"),
            pl.when(english & not_ratio).then(after.str.extract(_compound(), 1)).alias("compound"),
        )
        .with_columns(width.alias("width"), kind.alias("unit_kind"), unit.alias("unit"))
        .with_columns(
            after.str.slice("width").alias("rest"),
            pl.when(counts).then(after.str.head("width")).alias("noun_phrase"),
            pl.col("known").fill_null(False),
            _is_year().alias("is_year"),
            _counted_up().alias("counted_up"),
            _repeated().alias("repeated"),
        )
    )


def _is_year() -> pl.Expr:
    """A number that reads as a year, in digits or ("two thousand twenty-four") in words with nothing counted."""
    money = pl.col("currency").is_not_null() | pl.col("percent").is_not_null()
    in_words = (
        pl.col("number").str.contains("^[^0-9]") & pl.col("high").is_between(1900, 2100) & pl.col("head").is_null()
    )
    return (pl.col("number").str.contains(_YEAR) | in_words) & ~money


def _counted_up() -> pl.Expr:
    """A number recited in sequence: "one, two, three, four countries"."""
    step = (pl.col("high") == pl.col("high").shift(1) + 1) & (pl.col("sentence") == pl.col("sentence").shift(1))
    return (step & (pl.col("start") - pl.col("end").shift(1) <= 2) & ~pl.col("is_range")).fill_null(False)


def _repeated() -> pl.Expr:
    """Whether the document counted the same noun with the same number before."""
    return pl.col("key").cum_count().over("document_id", "high", "noun_lemma") > 1


def _with_halves(figures: pl.LazyFrame) -> pl.LazyFrame:
    """A half told after the unit belongs to the number ("dos años y medio", "two years and a half")."""
    half = pl.col("rest").str.extract(_HALF, 1)
    halved = half.is_not_null() & (pl.col("unit_kind") == "duration") & (pl.col("multiplier") == 1)
    more = pl.when(halved).then(0.5).otherwise(0.0)
    longer = pl.when(halved).then(half.str.len_chars().cast(pl.Int64)).otherwise(0)
    return figures.with_columns(
        pl.col("low") + more, pl.col("high") + more, pl.col("width") + longer, pl.col("rest").str.slice(longer)
    )


def _with_surface(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Where the evidence begins and ends in its sentence: qualifier, currency, number, unit, qualifier after it."""
    start = pl.col("start") - pl.col("sign_width") - pl.col("range_lead") - pl.col("qualifier_width")
    return figures.with_columns(
        start.alias("surface_start"),
        (pl.col("end") + pl.col("width") + pl.col("qualifier_after_width")).alias("surface_end"),
    )


def _published(figures: pl.LazyFrame) -> pl.LazyFrame:
    bound = pl.when("is_range").then(pl.lit("range")).otherwise("bound")
    malformed = pl.col("low").is_null()
    flags = pl.concat_list(
        pl.when(malformed).then(pl.lit("malformed_number")),
        pl.when(pl.col("ambiguous") & ~malformed).then(pl.lit("ambiguous_separator")),
        pl.when((pl.col("unit_kind") == "money") & pl.col("currency_assumed")).then(pl.lit("currency_assumed")),
    ).list.drop_nulls()
    method = (
        pl.when("ratio").then(pl.lit("ratio"))
        .when(pl.col("currency_sign").is_not_null()).then(pl.lit("money.symbol"))
        .when(pl.col("currency").is_not_null()).then(pl.lit("money.name"))
        .when(pl.col("percent").is_not_null()).then(pl.lit("percent"))
        .when(pl.col("compound").is_not_null()).then(pl.lit("count.compound"))
        .when(pl.col("head").is_not_null()).then(pl.lit("count.noun"))
        .otherwise(pl.lit("count.inherited"))
    )  # fmt: skip
    return figures.select(
        "sentence",
        "document_id",
        "segment_id",
        (pl.col("sentence_start") + pl.col("surface_start")).alias("char_start"),
        (pl.col("sentence_start") + pl.col("surface_end")).alias("char_end"),
        pl.when(~malformed & ~bound.is_in(["at_most", "less_than"])).then("low").alias("value_low"),
        pl.when(~malformed & ~bound.is_in(["at_least", "more_than"])).then("high").alias("value_high"),
        bound.alias("bound"),
        "unit_kind",
        "unit",
        "measure",
        "change",
        "period_start",
        "period_end",
        "status",
        "speaker_role",
        flags.alias("flags"),
        method.alias("method"),
    )
