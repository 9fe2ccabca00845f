"""Phrases of time in sentences, with the interval each states."""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import LANGUAGES, alternation, lexicon, words
from extraction.periods.calendar import with_days
from extraction.periods.expressions import FIELDS, read_expressions
from extraction.periods.frames import deferred, settled
from extraction.periods.patterns import LEADS, YEAR, anchor, phrase, phrase_parts, role
from extraction.spans import find_all

_SCHEMA = pl.Schema(
    {
        "sentence": pl.UInt32(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "surface": pl.String(),
        "period_start": pl.Date(),
        "period_end": pl.Date(),
        "kind": pl.String(),
    }
)
_CONTEXT = ("sentence", "language", "published_on", "publisher_party", "text")
# A bare four-digit number is no year where a label or currency sign stands before it or it is part of an amount.
_LABELLED = (
    r"(?i:(?:[$€£¥#§/@_.,-]|u\.s\.c\.|section|sections|§§?|no\.|part|pub\. l\."
    r"|h\.r\.|order|artículo|núm\.|form|room|suite|c\.f\.r\.|stat\.) ?)$"
)
_AMOUNT = r"^(?:[,.'][0-9]|[0-9]| ?%| ?per ?cent| million| billion| mil(?:l[oó]n|es)?(?:$|[^\p{L}])|[-–]?[\p{L}])"


_FISCAL = r"(?i:fiscal)|(?-u:\b)(?:FY|AF)"
_UNITED_STATES = r"Estados Unidos|EE\. ?UU|United States|(?:^|[^\p{L}])U\.S\.|Washington|H-2[AB]?(?:$|[^\p{L}0-9])"


@cache
def _lead_kinds(language: str) -> dict[str, str]:
    return {word: lead for lead in reversed(LEADS) for word in words("period_words", language, role=lead)}


def _taken_apart(surfaces: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Split distinct phrases into lead, expressions and joint, and read both expressions into fields `1_…`, `2_…`."""
    groups = pl.col("surface").str.extract_groups(phrase_parts(language))
    lead = groups.struct.field("1").str.to_lowercase().str.replace_all(" +", " ").str.strip_chars_end()
    parts = surfaces.with_columns(
        lead.alias("lead"),
        lead.replace_strict(_lead_kinds(language), default=None, return_dtype=pl.String).alias("lead_kind"),
        pl.coalesce(groups.struct.field("2"), _deadline_as_window(language)).alias("1_expression"),
        groups.struct.field("4").alias("2_expression"),
        _deadline_as_window(language).is_not_null().alias("is_deadline"),
    )
    parts = settled(parts)
    both = pl.concat([parts.select(pl.col(f"{which}_expression").alias("expression")) for which in ("1", "2")])
    expressions = settled(read_expressions(both.unique(maintain_order=True), language))
    for which in ("1", "2"):
        named = expressions.rename({name: f"{which}_{name}" for name in ("expression", *FIELDS)})
        parts = parts.join(named, on=f"{which}_expression", how="left", maintain_order="left")
    # "from January to March 2023": the first expression borrows the year of the second, and the other way round.
    months = pl.col("1_month").is_not_null() & pl.col("2_month").is_not_null()
    return parts.with_columns(
        pl.coalesce("1_year", pl.when(months).then("2_year")).alias("1_year"),
        pl.coalesce("2_year", pl.when(months).then("1_year")).alias("2_year"),
    )


def _deadline_as_window(language: str) -> pl.Expr:
    """A deadline counted from the document ("within 90 days") as the window it closes ("next 90 days"), else null."""
    spans = lexicon("period_words", language).filter(pl.col("role") == "span_lead", pl.col("value") == "within")
    within = rf"^(?i:{alternation(spans['word'])}) (?:{role(language, 'span_about')} )?"
    anchored = pl.col("surface").str.contains(rf"(?i:(?-u:\b){role(language, 'span_anchor')})$")
    coming = words("period_words", language, role="next")[0]
    window = pl.col("surface").str.replace(within, f"{coming} ")
    return pl.when(pl.col("surface").str.contains(within) & ~anchored).then(window)


def _interval(rows: pl.LazyFrame, which: str) -> pl.LazyFrame:
    """Days of the first ("1") or second ("2") expression, as `<which>_first`, `<which>_last`, `<which>_grain`."""
    named = rows.with_columns(*(pl.col(f"{which}_{field}").alias(field) for field in FIELDS))
    days = {name: f"{which}_{name}" for name in ("first", "last", "grain")}
    return with_days(named, leans_back=pl.col("lead_kind") == "since").drop(FIELDS).rename(days)


def _is_time() -> pl.Expr:
    """Whether a phrase is one of time at all: years inside amounts, labels and bare month names are not."""
    before = pl.col("text").str.slice(pl.max_horizontal(pl.col("start") - 12, 0), pl.min_horizontal("start", 12))
    after = pl.col("text").str.slice(pl.col("end"), 12)
    plain_year = (
        pl.col("surface").str.contains(rf"^(?:.* )?{YEAR}$") & pl.col("1_month").is_null() & ~pl.col("1_fiscal")
    )
    bare_year = pl.col("lead").is_null() & plain_year
    bare_month = (
        (pl.col("1_grain") == "month")
        & pl.col("lead").is_null()
        & pl.col("1_year").is_null()
        & pl.col("1_direction").is_null()
    )
    measured = (
        pl.col("surface").str.contains("^(?i:over|more than) ")
        & pl.col("lead_kind").is_null()
        & before.str.contains("(?i:(?:for|of|than|been|last|lasts|takes?|lasted)) $")
    )
    return ~(
        (bare_year & before.str.contains(_LABELLED))
        | (plain_year & after.str.contains(_AMOUNT))
        | bare_month
        | measured
    )


def find_periods(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """All phrases of time in the sentences, with the days they cover.

    In: the sentence frame (`sentence`, `language`, `published_on`, `publisher_party`, `text`). Out, in reading order:
    `sentence`, `start`, `end` (code points in `text`, half open), `surface`, `period_start`, `period_end` (dates,
    inclusive; null where the phrase leaves them open or nothing anchors it) and `kind`: date, month, quarter, year,
    fiscal_year, decade, since, until, deadline, between, relative. Fiscal years are those of the publisher's country;
    relative times count from `published_on`.
    """
    return deferred(sentences.select(_CONTEXT), _find, _SCHEMA)


def _find(sentences: pl.LazyFrame) -> pl.LazyFrame:
    sentences = settled(sentences)
    languages = sentences.select(pl.col("language").unique()).collect()["language"]
    present = [each for each in LANGUAGES if each in languages]
    if not present:
        return pl.LazyFrame(schema=_SCHEMA)
    found = pl.concat([_found(sentences, language) for language in present])
    first_read = settled(_interval(found, "1").filter(_is_time()))
    second = pl.col("2_expression")
    rows = pl.concat(
        [_interval(first_read.filter(second.is_not_null()), "2"), first_read.filter(second.is_null())], how="diagonal"
    )
    lead, word = pl.col("lead_kind"), pl.col("lead")
    first, last, last2 = pl.col("1_first"), pl.col("1_last"), pl.col("2_last")
    is_range = pl.col("2_expression").is_not_null()
    double = pl.col("1_day2").is_not_null() | (pl.col("1_year2").is_not_null() & (pl.col("1_grain") != "fiscal_year"))
    opens = (lead.is_in(["since", "from"]) | word.is_in(["from", "desde"])) & ~double
    closes = lead.is_in(["until", "deadline"])
    deadline = pl.col("is_deadline")
    start = (
        pl.when(is_range).then(first)
        .when(closes | (lead == "before") | deadline).then(None)
        .when(lead == "after").then(last.dt.offset_by("1d"))
        .when(opens).then(pl.coalesce(first, last))
        .otherwise(first)
    )  # fmt: skip
    end = (
        pl.when(is_range).then(last2)
        .when(opens | (lead == "after")).then(None)
        .when(lead == "before").then(pl.coalesce(first.dt.offset_by("-1d"), last))
        .when(lead == "so_far").then(pl.min_horizontal(last, "published_on"))
        .otherwise(last)
    )  # fmt: skip
    # The beginning, middle or end of something is no interval of its own, only a bound for since, until and by.
    bounding = (opens | closes | (lead == "before")).fill_null(False) | is_range
    edge_alone = pl.col("1_edge").is_in(["start", "early", "middle", "late", "end"]).fill_null(False) & ~bounding
    # "At the end of 2023" is a day; "late 2023" is none.
    point = pl.col("1_edge").is_in(["start", "end"]) & (lead == "in")
    kind = (
        pl.when(is_range | (double & (pl.col("1_grain") == "year")))
        .then(pl.lit("between"))
        .when(opens | (lead == "after"))
        .then(pl.lit("since"))
        .when(lead == "until")
        .then(pl.lit("until"))
        .when((lead == "deadline") | (lead == "before") | deadline)
        .then(pl.lit("deadline"))
        .when(pl.col("1_grain").is_in(["date", "month", "quarter", "year", "fiscal_year", "decade"]))
        .then(pl.col("1_grain"))
        .otherwise(pl.lit("relative"))
    )
    return (
        rows.select(
            "sentence",
            "start",
            "end",
            "surface",
            pl.when(~edge_alone).then(start).when(point).then(pl.coalesce(start, end)).alias("period_start"),
            pl.when(~edge_alone).then(end).when(point).then(pl.coalesce(start, end)).alias("period_end"),
            kind.alias("kind"),
        )
        .with_columns(
            # An interval that runs backwards ("from 2031 to 2030") is a misprint or a misreading: no interval.
            *(pl.when(~_backwards().fill_null(False)).then(name).alias(name) for name in ("period_start", "period_end"))
        )
        .sort("sentence", "start", maintain_order=True)
    )


def _backwards() -> pl.Expr:
    return pl.col("period_end") < pl.col("period_start")


def _whose_fiscal_year() -> pl.Expr:
    """The party whose fiscal year is meant: the publisher's, or the one the sentence is about where that has none."""
    fiscal = pl.col("surface").str.contains(_FISCAL)
    publisher_has_one = pl.col("publisher_party").is_in(lexicon("fiscal_years")["party"].unique().to_list())
    of_the_united_states = fiscal & ~publisher_has_one.fill_null(False) & pl.col("text").str.contains(_UNITED_STATES)
    return pl.when(of_the_united_states).then(pl.lit("USA")).otherwise("publisher_party")


def _found(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    likely = sentences.filter(pl.col("language") == language, pl.col("text").str.contains(anchor(language)))
    names = {"match": "surface", "match_start": "start", "match_end": "end"}
    phrases = settled(find_all(likely.select(_CONTEXT), phrase(language)).rename(names))
    phrases = settled(phrases.with_columns(_whose_fiscal_year().alias("publisher_party")))
    surfaces = phrases.select("surface").unique(maintain_order=True)
    return phrases.join(_taken_apart(surfaces, language), on="surface", how="left", maintain_order="left")
