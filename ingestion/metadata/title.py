"""Titles: those given with a text, cleaned of the traces of their transport, and those read from the text."""

from __future__ import annotations

import re

import polars as pl

_LONGEST = 300
_FIRST_SEGMENTS = 8
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")


def cleaned_title(given: str | None) -> str | None:
    r"""Return a title given with a text without escapes (`\u2013`, `\_`, a backslash where it was cut), or null."""
    if given is None:
        return None
    decoded = _ESCAPE.sub(lambda match: chr(int(match.group(1) or match.group(2), 16)), given)
    plain = " ".join(decoded.replace("\\_", " ").replace("\\", "").split())
    return plain.encode("utf-8", "ignore").decode("utf-8") or None


def title(given: pl.Expr, stated: pl.Expr) -> pl.Expr:
    """The title given with a text, unless there is none or it is only the beginning of what the text states."""
    cut = stated.str.to_lowercase().str.starts_with(given.str.to_lowercase().str.strip_chars_end(" .…"))
    return pl.when(cut).then(stated).otherwise(pl.coalesce(given, stated))


def titles_in(segments: pl.DataFrame) -> pl.DataFrame:
    """The title that each text states: its first heading, else its first short line (`document`, `stated_title`)."""
    short = segments.filter(
        pl.col("kind").is_in(["heading", "paragraph"]),
        pl.col("text").str.len_chars() <= _LONGEST,
        pl.col("text").str.contains(r"\p{L}{3}"),
        pl.col("ordinal") < _FIRST_SEGMENTS,
    )
    stated = pl.col("text").str.strip_chars_start("# ").str.replace_all(r"\s+", " ")
    return (
        short.sort("document", pl.col("kind") != "heading", "ordinal")
        .group_by("document", maintain_order=True)
        .agg(stated.first().alias("stated_title"))
    )
