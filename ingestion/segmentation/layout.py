"""Where the segments of a text begin and end: lines, joined again where the text was wrapped to a fixed width.

What a segment is (heading, turn, ...) is decided in the sibling modules.
"""

from __future__ import annotations

import polars as pl

_LIST_MARKER = r"^(?:[-–—•*·▪◦‣●○■□➢✓»]\s|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s)"
_LABEL = r"^(?:[\p{Lu}][\p{Lu}\p{N}.,'’ -]{0,60}:|Q\s\s)"
_CLOSED = r"[.!?:;…]['\"”’»)\]]*$"

# A text counts as wrapped when its lines are as long as a page is wide and most of them are full.
_NARROWEST, _WIDEST = 45, 130
_FULL_SHARE, _LOWER_CASE_SHARE = 0.5, 0.1


def paragraphs(documents: pl.DataFrame) -> pl.DataFrame:
    """Split texts into paragraphs.

    `documents` has `document` (a key) and `text` (canonical). One row per paragraph in order: `document`,
    `char_start`, `char_end` (code points into the text), `text` (exactly between them, without white space at its
    ends), `after_blank` (whether a blank line precedes). White space aside, the rows cover the text once.
    """
    lines = _lines(documents)
    return (
        lines.lazy()
        .with_columns(joins=_joins())
        .with_columns(paragraph=(~pl.col("joins")).cum_sum())
        .group_by("paragraph", maintain_order=True)
        .agg(
            pl.col("document", "char_start", "after_blank").first(),
            pl.col("char_end").last(),
            pl.col("line").str.join("\n").str.strip_chars().alias("text"),
        )
        .select("document", "char_start", "char_end", "text", "after_blank")
        .collect()
    )


def _lines(documents: pl.DataFrame) -> pl.DataFrame:
    """One row per line that holds more than white space, with the offsets of what it holds."""
    length = pl.col("line").str.len_chars().cast(pl.Int64)
    core = pl.col("line").str.strip_chars()
    indent = length - pl.col("line").str.strip_chars_start().str.len_chars()
    after = pl.col("number") - pl.col("number").shift(1).over("document")
    return (
        documents.lazy()
        .select("document", pl.col("text").str.split("\n").alias("line"))
        .explode("line")
        .with_columns(
            line_start=(length + 1).cum_sum().over("document") - length - 1,
            number=pl.int_range(pl.len()).over("document"),
        )
        .with_columns(core=core, char_start=pl.col("line_start") + indent)
        .filter(pl.col("core") != "")
        .with_columns(
            char_end=pl.col("char_start") + pl.col("core").str.len_chars(),
            after_blank=(after > 1).fill_null(value=True),
        )
        .collect()
    )


def _joins() -> pl.Expr:
    """Whether a line goes on with the paragraph of the line before."""
    core, before = pl.col("core"), pl.col("core").shift(1)
    width = core.str.len_chars().quantile(0.9).over("document")
    first_word = core.str.extract(r"^(\S+)").str.len_chars()
    adjacent = ~pl.col("after_blank")
    # The line before is full when the first word of this one would not have fitted on it.
    full = before.str.len_chars() + 1 + first_word > width * 0.93
    lower_case = core.str.contains(r"^\p{Ll}")
    wrapped = (
        width.is_between(_NARROWEST, _WIDEST)
        & ((full & adjacent).sum().over("document") > _FULL_SHARE * adjacent.sum().over("document"))
        & ((lower_case & adjacent).sum().over("document") > _LOWER_CASE_SHARE * adjacent.sum().over("document"))
    )
    starts_anew = core.str.contains(_LIST_MARKER) | core.str.contains(_LABEL)
    goes_on = full | (lower_case & ~before.str.contains(_CLOSED))
    bare_marker = before.str.contains(r"^(?:[-–—•*·▪◦‣●○■□➢✓»]|\(?[0-9a-zA-Z]{1,3}[.)])$")
    return (adjacent & ((wrapped & goes_on & ~starts_anew) | bare_marker)).fill_null(value=False)
