"""The date a text states as its own: on a line of its own or in a dateline near the top, or under its end.

Dates told in the running text are of other things and do not count.
"""

from __future__ import annotations

import polars as pl

from ingestion import lexicon

_TOP, _BOTTOM = 8, 3
_MOST_WORDS = 8
_DATELINE = 120


def given_date(value: pl.Expr) -> pl.Expr:
    """A date given with a text, in ISO form or spelled out; null when it is neither."""
    iso = value.str.extract(r"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?:$|[^0-9])").str.to_date("%Y-%m-%d", strict=False)
    return pl.coalesce(iso, _spelled(value))


def dates_in(segments: pl.DataFrame) -> pl.DataFrame:
    """The date that each text states, where it does (`document`, `stated_date`)."""
    text = pl.col("text")
    at_top = pl.col("ordinal") < _TOP
    at_end = pl.col("ordinal").max().over("document") - pl.col("ordinal") < _BOTTOM
    near = segments.filter(at_top | at_end, pl.col("kind") != "boilerplate")
    words = text.str.count_matches(r"\S+")
    # Day, month, year, perhaps after a word or, with a comma, a place: hardly more words than that.
    line = pl.when(words <= _MOST_WORDS).then(text.str.extract(r"^(?:[^0-9]{0,40}[,:|–—-]\s*(?:a |el )?)?(.+)$"))
    # "PLACE, July 12, 2022 - The two governments ..."
    dateline = text.str.slice(0, _DATELINE).str.extract(r"^([^.;:]*?[0-9]{4})\s*[).]?\s*(?:[–—]|-\s|\.-|/)")
    # "Conferencia de prensa ... del 5 de mayo de 2023", but not "Executive Order 12957 of March 15, 1995"
    end_of_heading = pl.when(pl.col("kind") == "heading").then(
        text.str.extract(r"(?: del |, | on |[–—(|] ?)([^,|–—(]{0,30}(?:, )?[0-9]{4})\)?$")
    )
    own_line = pl.when(_starts_with_date(line)).then(_spelled(text))
    heading = pl.when(_starts_with_date(end_of_heading)).then(_spelled(end_of_heading))
    return (
        near.with_columns(
            stated_date=pl.coalesce(own_line, _spelled(dateline), heading),
            rank=pl.when(own_line.is_not_null() & at_top).then(0).when(at_top).then(1).otherwise(2),
        )
        .drop_nulls("stated_date")
        .sort("document", "rank", "ordinal")
        .group_by("document", maintain_order=True)
        .agg(pl.col("stated_date").first())
    )


def _starts_with_date(text: pl.Expr) -> pl.Expr:
    """Whether a text opens with a date, perhaps after one word ("Friday", "Published")."""
    month = lexicon.alternatives(lexicon.phrases("months", "name"))
    day_first = rf"[0-9]{{1,2}}(?:st|nd|rd|th|º|°)?\s(?:de\s)?{month}"
    return text.str.to_lowercase().str.contains(
        rf"^(?:\p{{L}}+,?\s+)?(?:{month}\.?\s[0-9]|{day_first}|[0-9]{{4}}-[0-9])"
    )


def _spelled(text: pl.Expr) -> pl.Expr:
    """The first date spelled out in a text: "July 12, 2022", "12 July 2022", "12 de julio de 2022", "2022-07-12"."""
    lower = text.str.to_lowercase().str.replace_all(r"\s+", " ")
    months = lexicon.read("months")
    name = lexicon.alternatives(months["name"].to_list())
    month_first = lower.str.extract_groups(
        rf"(?:^|[^\p{{L}}])({name})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}})(?:$|[^0-9])"
    )
    day_first = lower.str.extract_groups(
        rf"(?:^|[^0-9])([0-9]{{1,2}})(?:st|nd|rd|th|º|°)?(?: de)? ({name})\.?,?(?: de| del)? ([0-9]{{4}})(?:$|[^0-9])"
    )
    iso = lower.str.extract(r"(?:^|[^0-9])([0-9]{4}-[0-9]{2}-[0-9]{2})(?:$|[^0-9])").str.to_date(
        "%Y-%m-%d", strict=False
    )
    field = month_first.struct.field
    first = _date(year=field("3"), month=field("1"), day=field("2"), months=months)
    field = day_first.struct.field
    second = _date(year=field("3"), month=field("2"), day=field("1"), months=months)
    return pl.coalesce(first, second, iso)


def _date(*, year: pl.Expr, month: pl.Expr, day: pl.Expr, months: pl.DataFrame) -> pl.Expr:
    number = month.replace_strict(months["name"], months["number"], default=None)
    written = pl.concat_str(year, number.str.zfill(2), day.str.zfill(2), separator="-")
    return written.str.to_date("%Y-%m-%d", strict=False)
