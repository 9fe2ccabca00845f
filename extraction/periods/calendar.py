"""The days a date expression covers, seen from the document it stands in.

Months without a year, "last year" and fiscal years need the document's date and its publisher's country; without them
the days stay null. Takes the parts read in `expressions`.
"""

from __future__ import annotations

import polars as pl

from extraction.lexicons import lexicon

_TODAY = pl.col("published_on")
_DIRECTION, _UNIT, _EDGE = pl.col("direction"), pl.col("unit"), pl.col("edge")
_STEP = pl.when(_DIRECTION == "past").then(-1).when(_DIRECTION == "next").then(1).otherwise(0)
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "term": 72, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def with_days(rows: pl.LazyFrame, *, leans_back: pl.Expr) -> pl.LazyFrame:
    """Turn the parts of expressions into days.

    In: the fields of `read_expressions`, `published_on`, `publisher_party`; `leans_back` tells where a month without
    year must lie before the document ("since April"). Out: plus `grain` (date, month, quarter, year, fiscal_year,
    decade, window, near, vague), `first` and `last` (inclusive, null where open, unknown or impossible).
    """
    return (
        rows.join(_fiscal_years(), on="publisher_party", how="left", maintain_order="left")
        .with_columns(_is_fiscal().alias("fiscal"))
        .with_columns(_in_written_order("month", "day"), _in_written_order("day", "month"))
        .with_columns(_grain().alias("grain"), _month_year(leans_back).alias("_month_year"), *_year_span())
        .with_columns(*_spans())
        .with_columns(_chosen("_first").alias("_first"), _chosen("_last").alias("_last"))
        .with_columns(_first().alias("first"), _last().alias("last"))
        .select(pl.exclude("^_.*$"))
    )


def _fiscal_years() -> pl.LazyFrame:
    return (
        lexicon("fiscal_years")
        .lazy()
        .select(
            pl.col("party").alias("publisher_party"),
            pl.col("first_month").cast(pl.Int32).alias("_fiscal_month"),
            (pl.col("named_by") == "end").alias("_named_by_end"),
        )
    )


def _is_fiscal() -> pl.Expr:
    """Fiscal by name, or "2022-23" from a country whose fiscal year straddles two calendar years and that writes so."""
    straddling = pl.col("split_year") & pl.col("_fiscal_month").is_not_null() & (pl.col("publisher_party") != "USA")
    return pl.col("fiscal") | straddling.fill_null(False)


def _in_written_order(name: str, other: str) -> pl.Expr:
    """Outside the United States, 5/6/2024 is the fifth of June."""
    swapped = pl.col("either_order") & (pl.col("publisher_party") != "USA")
    return pl.when(swapped).then(pl.col(other)).otherwise(pl.col(name)).alias(name)


def _shift(day: pl.Expr, count: pl.Expr | int, unit: str) -> pl.Expr:
    if isinstance(count, int):
        return day.dt.offset_by(f"{count}{unit}")
    return day.dt.offset_by(pl.format("{}" + unit, count.cast(pl.Int64)))


def _day(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """A date, or null where the text prints none that exists (30 February)."""
    shifted = _shift(pl.date(year, pl.when(month.is_between(1, 12)).then(month), 1), day - 1, "d")
    return pl.when(shifted.dt.month() == month).then(shifted)


def _grain() -> pl.Expr:
    has_month, has_year = pl.col("month").is_not_null(), pl.col("year").is_not_null()
    counted = _DIRECTION.is_in(["past", "next"]) & (pl.col("count").is_not_null() | pl.col("article")) & ~has_year
    of_the_year = (_UNIT == "year") & (_DIRECTION.is_not_null() | _EDGE.is_not_null())
    yearly = pl.when("fiscal").then(pl.lit("fiscal_year")).otherwise(pl.lit("year"))
    return (
        pl.when(pl.col("offset").is_not_null()).then(pl.lit("near"))
        .when("vague").then(pl.lit("vague"))
        .when(has_month & pl.col("day").is_not_null()).then(pl.lit("date"))
        .when(has_month).then(pl.lit("month"))
        .when(pl.col("part").is_not_null() & pl.col("nth").is_not_null()).then(pl.lit("quarter"))
        .when(counted).then(pl.lit("window"))
        .when("decade").then(pl.lit("decade"))
        .when(has_year | of_the_year).then(yearly)
        .when(_DIRECTION.is_not_null() & _UNIT.is_in(["month", "quarter", "week"])).then(pl.lit("near"))
        .otherwise(pl.lit("vague"))
    )  # fmt: skip


def _year_span() -> tuple[pl.Expr, pl.Expr]:
    """First and last day of a calendar or fiscal year, or of a range of them: `_year_first`, `_year_last`."""
    year, year2, today = pl.col("year"), pl.col("year2"), _TODAY
    month = pl.when("fiscal").then(pl.coalesce("_fiscal_month", pl.lit(1))).otherwise(1)
    by_end = pl.col("fiscal") & pl.col("_named_by_end").fill_null(False) & (month > 1)
    # "2022-23" names both calendar years of one fiscal year; "2023" alone names it by its end or start.
    one_split_year = pl.col("fiscal") & pl.col("dashed") & (year2 == year + 1)
    began = today.dt.year() - (today.dt.month() < month).cast(pl.Int32)
    first_year = pl.coalesce(
        pl.when(by_end & ~one_split_year).then(year - 1).otherwise(year),
        pl.when("fiscal").then(began + _STEP),
        today.dt.year() + pl.when(_UNIT == "year").then(_STEP).otherwise(0),
    )
    last_year = (
        pl.when(one_split_year | year2.is_null()).then(first_year)
        .when(by_end).then(year2 - 1)
        .otherwise(year2)
    )  # fmt: skip
    end = _shift(_shift(pl.date(last_year, month, 1), 12, "mo"), -1, "d")
    return pl.date(first_year, month, 1).alias("_year_first"), end.alias("_year_last")


def _month_year(leans_back: pl.Expr) -> pl.Expr:
    """The year of a month; without one, the month nearest to the document unless the words point back or forward."""
    this, ahead = _TODAY.dt.year(), pl.col("month") - _TODAY.dt.month()
    guess = (
        pl.when(_UNIT.eq("year") & _DIRECTION.is_not_null()).then(this + _STEP)
        .when((_DIRECTION == "past") & (ahead >= 0)).then(this - 1)
        .when((_DIRECTION == "next") & (ahead <= 0)).then(this + 1)
        .when(_DIRECTION.is_not_null()).then(this)
        .when(leans_back).then(pl.when(ahead > 0).then(this - 1).otherwise(this))
        .when(ahead > 6).then(this - 1)
        .when(ahead < -6).then(this + 1)
        .otherwise(this)
    )  # fmt: skip
    return pl.coalesce("year", guess)


def _window() -> tuple[pl.Expr, pl.Expr]:
    """The time up to or from the document ("the past three years", "the next 90 days")."""
    count = pl.coalesce("count", pl.lit(1)) * pl.when(_DIRECTION == "past").then(-1).otherwise(1)
    months, days = (_UNIT.replace_strict(each, default=None, return_dtype=pl.Int32) for each in (_MONTHS_IN, _DAYS_IN))
    far = pl.coalesce(_shift(_TODAY, count * months, "mo"), _shift(_TODAY, count * days, "d"))
    past = _DIRECTION == "past"
    first, last = pl.when(past).then(far).otherwise(_TODAY), pl.when(past).then(_TODAY).otherwise(far)
    # "The next two fiscal years" are whole ones.
    whole = pl.col("fiscal") & (_UNIT == "year") & pl.col("_fiscal_month").is_not_null()
    began = _TODAY.dt.year() - (_TODAY.dt.month() < pl.col("_fiscal_month")).cast(pl.Int32)
    current = pl.date(began, pl.col("_fiscal_month"), 1)
    first_whole = pl.when(past).then(_shift(current, count * 12, "mo")).otherwise(_shift(current, 12, "mo"))
    after_whole = pl.when(past).then(current).otherwise(_shift(current, (count + 1) * 12, "mo"))
    return (
        pl.when(whole).then(first_whole).otherwise(first),
        pl.when(whole).then(_shift(after_whole, -1, "d")).otherwise(last),
    )


def _near() -> tuple[pl.Expr, pl.Expr]:
    """Days, weeks, months and quarters around the document ("yesterday", "last month")."""
    day = _shift(_TODAY, pl.col("offset"), "d")
    month, quarter, week = (
        _shift(_TODAY.dt.truncate(f"1{unit}"), _STEP * size, shift)
        for unit, size, shift in (("mo", 1, "mo"), ("q", 3, "mo"), ("w", 7, "d"))
    )
    units = {"month": (month, "1mo"), "quarter": (quarter, "3mo"), "week": (week, "1w")}
    first, last = day, day
    for unit, (start, length) in units.items():
        here = pl.col("offset").is_null() & _UNIT.eq(unit)
        first = pl.when(here).then(start).otherwise(first)
        last = pl.when(here).then(start.dt.offset_by(length).dt.offset_by("-1d")).otherwise(last)
    return first, last


_GRAINS = ("date", "month", "quarter", "decade", "window", "near")


def _spans() -> list[pl.Expr]:
    """First and last day by each grain but the year: `_date_first`, `_date_last` and so on."""
    month_first = _day(pl.col("_month_year"), pl.col("month"), pl.lit(1))
    quarter = pl.when(pl.col("nth") == -1).then(12 // pl.col("part")).otherwise("nth")
    quarter_first = _shift(pl.col("_year_first"), (quarter - 1) * pl.col("part"), "mo")
    quarter_end = _shift(pl.col("_year_first"), quarter * pl.col("part"), "mo")
    decade = pl.date("year", 1, 1)
    days = (pl.col("day"), pl.coalesce("day2", "day"))
    first_date, last_date = (_day(pl.col("_month_year"), pl.col("month"), day) for day in days)
    spans = {
        "date": (first_date, last_date),
        "month": (month_first, month_first.dt.month_end()),
        "quarter": (quarter_first, _shift(quarter_end, -1, "d")),
        "decade": (decade, decade.dt.offset_by("10y").dt.offset_by("-1d")),
        "window": _window(),
        "near": _near(),
    }
    return [
        pl.when(pl.col("grain") == grain).then(day).alias(f"_{grain}_{edge}")
        for grain, span in spans.items()
        for edge, day in zip(("first", "last"), span, strict=True)
    ]


def _chosen(edge: str) -> pl.Expr:
    years = pl.when(pl.col("grain").is_in(["year", "fiscal_year"])).then(f"_year{edge}")
    return pl.coalesce(*(f"_{grain}{edge}" for grain in _GRAINS), years)


def _first() -> pl.Expr:
    """The first day, narrowed to the edge that is named: the end of 2024 has only a last day."""
    first, last = pl.col("_first"), pl.col("_last")
    middle = first + (last - first + pl.duration(days=1)) / 2
    monthly = pl.when(pl.col("grain").is_in(["year", "fiscal_year"])).then(_shift(first, 6, "mo")).otherwise(middle)
    return (
        pl.when(_EDGE == "middle").then(monthly)
        .when(_EDGE == "rest").then(_TODAY)
        .when(_EDGE.is_in(["end", "late"])).then(None)
        .otherwise(first)
    )  # fmt: skip


def _last() -> pl.Expr:
    first, last = pl.col("_first"), pl.col("_last")
    middle = first + (last - first + pl.duration(days=1)) / 2
    monthly = pl.when(pl.col("grain").is_in(["year", "fiscal_year"])).then(_shift(first, 6, "mo")).otherwise(middle)
    return (
        pl.when(_EDGE == "middle").then(_shift(monthly, -1, "d"))
        .when(_EDGE.is_in(["start", "early"])).then(None)
        .otherwise(last)
    )  # fmt: skip
