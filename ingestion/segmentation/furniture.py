"""Web furniture: menus, share bars, newsletter pitches, credits, links to other pages.

Furniture is marked, never cut. Its phrases are in the lexicon `boilerplate`, words that open a link in parentheses at
the end of a paragraph in `link_openers`.
"""

from __future__ import annotations

import polars as pl

from ingestion import lexicon

_LONGEST = 600
_MARKUP = r"^<(?:figure|img|svg|div|iframe|script|style|video|audio|source|span|nav|a|p|ul|li)[\s>/]"


def split_trailing_links(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Part a link in parentheses at the end of a paragraph, "(RELATED: ...)", from the paragraph.

    Takes and returns the columns of `paragraphs`; both parts keep exact offsets.
    """
    openers = lexicon.alternatives(lexicon.phrases("link_openers", "phrase"))
    pattern = rf"(?i)\s*([(\[]\s*{openers}\s*:[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?[)\]])$"
    link = pl.col("text").str.extract(pattern)
    candidates = pl.col("text").str.contains(r"[)\]]$")
    parted = (
        paragraphs.lazy()
        .filter(candidates)
        .with_columns(link=link)
        .filter(pl.col("link").is_not_null() & (pl.col("link") != pl.col("text")))
        .with_columns(link_start=pl.col("char_end") - pl.col("link").str.len_chars())
        .with_columns(
            lead=pl.col("text")
            .str.slice(0, pl.col("link_start").cast(pl.Int64) - pl.col("char_start"))
            .str.strip_chars_end()
        )
        .collect()
    )
    if parted.is_empty():
        return paragraphs
    leads = parted.with_columns(text=pl.col("lead"), char_end=pl.col("char_start") + pl.col("lead").str.len_chars())
    links = parted.with_columns(text=pl.col("link"), char_start=pl.col("link_start"), after_blank=pl.lit(value=False))
    untouched = paragraphs.join(parted, on=["document", "char_start"], how="anti")
    parts = [untouched, leads.select(paragraphs.columns), links.select(paragraphs.columns)]
    return pl.concat(parts, how="vertical_relaxed").sort("document", "char_start")


def is_furniture(text: pl.Expr) -> pl.Expr:
    """Whether a paragraph is web furniture by its words, or holds no letter or digit at all."""
    normal = text.str.to_lowercase().str.replace_all("’", "'").str.replace_all(r"\s+", " ")
    words = normal.str.count_matches(r"\S+")
    limited = lexicon.read("boilerplate").with_columns(pl.col("max_words").cast(pl.UInt32))
    found = [
        normal.str.contains(_pattern(match, group["phrase"].to_list())) & (words <= limit)
        for (match, limit), group in sorted(limited.group_by("match", "max_words"), key=lambda item: str(item[0]))
    ]
    openers = lexicon.alternatives(lexicon.phrases("link_openers", "phrase"))
    link = text.str.contains(rf"(?i)^[(\[]\s*{openers}\s*:[^()]*(?:\([^()]*\)[^()]*)?[)\]]$")
    by_words = (text.str.len_chars() <= _LONGEST) & (pl.any_horizontal(found) | link)
    return by_words | text.str.contains(_MARKUP) | ~text.str.contains(r"[\p{L}\p{N}]")


def _pattern(match: object, phrases: list[str]) -> str:
    group = lexicon.alternatives(phrases)
    return {
        "whole": rf"^{group}[\s.:!…»›>|]*$",
        "start": rf"^[\s«‹<|(\[]*{group}(?:$|[^\p{{L}}\p{{N}}]|[^\p{{L}}\p{{N}}]$)",
        "anywhere": rf"(?:^|[^\p{{L}}\p{{N}}]){group}(?:$|[^\p{{L}}\p{{N}}])",
        "end": rf"(?:^|[^\p{{L}}\p{{N}}]){group}[\s.:)]*$",
    }[str(match)]
