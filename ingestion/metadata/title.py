"""Titles: those given with a text, cleaned of the traces of their transport, and those read from the text."""

from __future__ import annotations

import polars as pl

_LONGEST = 300


def cleaned_title(title: pl.Expr) -> pl.Expr:
    r"""A given title without escapes (`\u2013`, `\_`); null when a backslash at its end shows that it was cut."""
    hexadecimal = r"\\u([0-9a-fA-F]{4})"
    decoded = title
    for code in ("2013", "2014", "2018", "2019", "201c", "201d", "2026", "00a0", "00e1", "00e9", "00ed", "00f3"):
        decoded = decoded.str.replace_all(rf"(?i)\\u{code}", chr(int(code, 16)))
    whole = pl.when(~title.str.contains(r"\\\s*$")).then(decoded)
    return (
        whole.str.replace_all(hexadecimal, "")
        .str.replace_all(r"\\_|\x{a0}", " ")
        .str.replace_all(r"\\", "")
        .str.replace_all(r"\s+", " ")
        .str.strip_chars()
        .replace("", None)
    )


def titles_in(segments: pl.DataFrame) -> pl.DataFrame:
    """The title that each text states: its first heading, else its first short line (`document`, `stated_title`)."""
    short = segments.filter(
        pl.col("kind").is_in(["heading", "paragraph"]),
        pl.col("text").str.len_chars() <= _LONGEST,
        pl.col("ordinal") < 8,
    )
    return (
        short.sort("document", pl.col("kind") != "heading", "ordinal")
        .group_by("document", maintain_order=True)
        .agg(pl.col("text").first().str.replace_all(r"\s+", " ").alias("stated_title"))
    )
