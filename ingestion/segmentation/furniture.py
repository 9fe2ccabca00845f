"""Web furniture: menus, share bars, newsletter pitches, credits, links to other pages.

Furniture is marked, never cut. Its phrases are in the lexicon `boilerplate`, words that open a link in parentheses at
the end of a paragraph in `link_openers`.
"""

from __future__ import annotations

import polars as pl

from ingestion import lexicon

_LONGEST = 600
_MARKUP = r"^<[a-z!/]"
_TAG = r"<[^<>]*>"
_FEWEST_WORDS_OF_TEXT = 8


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


def with_furniture(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Add `is_furniture`: whether a paragraph is web furniture by its words, or holds no letter or digit at all."""
    text = pl.col("text")
    phrases = lexicon.phrases("boilerplate", "phrase") + lexicon.phrases("link_openers", "phrase")
    normal = text.str.to_lowercase().str.replace_all("’", "'").str.replace_all(r"[\s\x{a0}]+", " ")
    # The regular expressions see only what holds one of the phrases, found by one fast search for all of them.
    worded = (
        paragraphs.lazy()
        .filter(text.str.len_chars() <= _LONGEST)
        .select("document", "char_start", "text", normal=normal)
        .filter(pl.col("normal").str.contains_any(sorted(set(phrases))))
        .filter(_by_words(pl.col("normal")))
        .select("document", "char_start", by_words=True)
        .collect()
    )
    # Left-over markup around a line of text is text; around nothing but a caption it is furniture.
    markup = pl.when(text.str.contains(_MARKUP)).then(text.str.replace_all(_TAG, " "))
    bare_markup = (markup.str.count_matches(r"\S+") < _FEWEST_WORDS_OF_TEXT).fill_null(value=False)
    without_words = ~text.str.contains(r"[\p{L}\p{N}]")
    return (
        paragraphs.join(worded, on=["document", "char_start"], how="left", maintain_order="left")
        .with_columns(is_furniture=pl.col("by_words").fill_null(value=False) | bare_markup | without_words)
        .drop("by_words")
    )


def _by_words(normal: pl.Expr) -> pl.Expr:
    """Whether the words of a paragraph (lower case, single spaces) are those of furniture."""
    words = normal.str.count_matches(" ") + 1
    limited = lexicon.read("boilerplate").with_columns(pl.col("max_words").cast(pl.UInt32))
    groups = limited.group_by("match", "max_words").agg("phrase").sort("match", "max_words")
    found = [
        normal.str.contains(_pattern(match, phrases)) & (words <= limit) for match, limit, phrases in groups.iter_rows()
    ]
    openers = lexicon.alternatives(lexicon.phrases("link_openers", "phrase"))
    link = normal.str.contains(rf"^[(\[] ?{openers} ?:[^()]*(?:\([^()]*\)[^()]*)?[)\]]$")
    return pl.any_horizontal(*found, link)


def _pattern(match: str, phrases: list[str]) -> str:
    """A regular expression for lower case text with single spaces."""
    group = lexicon.alternatives(phrases)
    return {
        "whole": rf"^{group}[ .:!…»›>|]*$",
        "start": rf"^[ «‹<|(\[]*{group}(?:$|[^\p{{L}}\p{{N}}])",
        "anywhere": rf"(?:^|[^\p{{L}}\p{{N}}]){group}(?:$|[^\p{{L}}\p{{N}}])",
        "end": rf"(?:^|[^\p{{L}}\p{{N}}]){group}[ .:)]*$",
    }[match]
