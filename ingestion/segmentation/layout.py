"""Where the segments of a text begin and end: lines, joined again where the text was wrapped to a fixed width.

What a segment is (heading, turn, ...) is decided in the sibling modules.
"""

from __future__ import annotations

import polars as pl

_LIST_MARKER = r"^(?:[-–—•*·▪◦‣●○■□➢✓»]\s|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s)"
_LABEL = r"^(?:[\p{Lu}][\p{Lu}\p{N}.,'’ -]{0,60}:|Q\s\s)"
_CLOSED = r"[.!?:;…]['\"”’»)\]]*$"

# A text counts as wrapped when its lines are as long as a page is wide, and many go on in lower case in the next.
_NARROWEST, _WIDEST = 40, 130
_FULL, _FEWEST_FLOWING, _FLOWING_SHARE = 0.93, 2, 0.2

_BARE_MARKER = r"^(?:[•*·▪◦‣●○■□➢✓»]|\(?[0-9a-zA-Z]{1,3}[.)])$"
_OPEN_SENTENCE = r"^[\"“‘¿¡(]?\p{Lu}.*[\p{L}\p{N}]$"
_SHORTEST_TORN = 30


def paragraphs(documents: pl.DataFrame) -> pl.DataFrame:
    """Split texts into paragraphs.

    `documents` has `document` (a key) and `text` (canonical). One row per paragraph in order: `document`,
    `char_start`, `char_end` (code points into the text), `text` (exactly between them, without white space at its
    ends), `after_blank` (whether a blank line precedes). White space aside, the rows cover the text once.
    """
    return (
        _lines(documents)
        .lazy()
        .with_columns(starts=~pl.col("blank") & ~_joins())
        .with_columns(paragraph=pl.col("starts").cum_sum())
        .group_by("document", "paragraph", maintain_order=True)
        .agg(
            pl.col("char_start", "after_blank").first(),
            pl.col("line").str.join("\n").str.strip_chars().alias("text"),
        )
        .filter(pl.col("text") != "")
        .with_columns(char_end=pl.col("char_start") + pl.col("text").str.len_chars())
        .select("document", "char_start", "char_end", "text", "after_blank")
        .collect()
    )


def _lines(documents: pl.DataFrame) -> pl.DataFrame:
    """One row per line: its text, what it holds beside white space (`core`), where that begins, the core before."""
    length = pl.col("line").str.len_chars().cast(pl.Int64)
    indent = length - pl.col("line").str.strip_chars_start().str.len_chars()
    filled = pl.when(~pl.col("blank")).then("core")
    return (
        documents.lazy()
        .select("document", pl.col("text").str.split("\n").alias("line"))
        .explode("line")
        .with_columns(
            char_start=(length + 1).cum_sum().over("document") - length - 1 + indent,
            core=pl.col("line").str.strip_chars(),
        )
        .with_columns(blank=pl.col("core") == "")
        .with_columns(
            before=filled.forward_fill().shift(1).over("document"),
            after_blank=pl.col("blank").shift(1).over("document").fill_null(value=True),
        )
        .collect()
    )


def _joins() -> pl.Expr:
    """Whether a line goes on with the paragraph of the line before."""
    core, before = pl.col("core"), pl.col("before")
    wide = pl.when(~pl.col("blank")).then(core.str.len_chars())
    width = wide.quantile(0.9).over("document")
    first_word = core.str.extract(r"^(\S+)").str.len_chars()
    adjacent = ~pl.col("after_blank") & ~pl.col("blank")
    # The line before is full when the first word of this one would not have fitted on it.
    full = before.str.len_chars() + 1 + first_word > width * _FULL
    flows = core.str.contains(r"^\p{Ll}") & ~before.str.contains(_CLOSED)
    flowing = (flows & adjacent).sum().over("document")
    wrapped = (
        width.is_between(_NARROWEST, _WIDEST)
        & (flowing >= _FEWEST_FLOWING)
        & (flowing >= _FLOWING_SHARE * adjacent.sum().over("document"))
    )
    starts_anew = core.str.contains(_LIST_MARKER) | core.str.contains(_LABEL)
    continues = (wrapped & (full | flows)) | before.str.contains(_BARE_MARKER)
    # A sentence torn apart by a blank line, as by the transport from a page.
    torn = (
        flows
        & before.str.contains(_OPEN_SENTENCE)
        & ~before.str.contains(_LIST_MARKER)
        & (before.str.len_chars() >= _SHORTEST_TORN)
    )
    return ((adjacent & continues & ~starts_anew) | torn).fill_null(value=False)
