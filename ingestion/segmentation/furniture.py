"""Web furniture: menus, share bars, newsletter pitches, credits, links to other pages.

Furniture is marked, never cut. Its phrases are in the lexicon `boilerplate`, words that open a link in parentheses at
the end of a paragraph in `link_openers`.
"""

from __future__ import annotations

import polars as pl

from ingestion import lexicon

_LONGEST = 600
_MARKUP = r"^<[a-z!/]"
_PAGE_NUMBER = (
    r"^(?:[-–—|\s]*[0-9]{1,4}[-–—|\s]*|(?:[Pp]age|PAGE|[Pp]ágina|PÁGINA)\s+[0-9]{1,4}(?:\s+(?:of|de)\s+[0-9]{1,4})?)$"
)
_TAG = r"<[^<>]*>"
_FEWEST_WORDS_OF_TEXT = 8
_BYLINES_END = 8
_CAPITALS_LINE = r"^(?:[^\p{Ll}\s]+\s+){4,}[^\p{Ll}\s]+$"


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
    """Add `is_furniture`: whether a paragraph is web furniture by its words, or holds no letter or digit at all.

    Reads `document`, `char_start`, `text` and `press` (whether the press published the text): there, bylines near the
    top and lines in capitals between paragraphs, which link to other articles, are furniture too.
    """
    text = pl.col("text")
    # Left-over markup around a line of text is text; around nothing but a caption it is furniture.
    markup = pl.when(text.str.contains(_MARKUP)).then(text.str.replace_all(_TAG, " "))
    bare_markup = (markup.str.count_matches(r"\S+") < _FEWEST_WORDS_OF_TEXT).fill_null(value=False)
    without_words = ~text.str.contains(r"[\p{L}\p{N}]")
    page_number = text.str.contains(_PAGE_NUMBER)
    return (
        paragraphs.with_columns(place=pl.int_range(pl.len()).over("document"))
        .pipe(_with_worded)
        .with_columns(is_furniture=pl.col("worded") | bare_markup | without_words | page_number)
        .drop("worded", "place")
    )


def _with_worded(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Add `worded`: whether the words of a paragraph are those of furniture."""
    names = ("boilerplate", "bylines", "link_openers")
    phrases = sorted({phrase for name in names for phrase in lexicon.phrases(name, "phrase")})
    text, normal = pl.col("text"), pl.col("normal")
    lower = text.str.to_lowercase().str.replace_all("’", "'").str.replace_all(r"[\s\x{a0}]+", " ")
    openers = lexicon.alternatives(lexicon.phrases("link_openers", "phrase"))
    link = normal.str.contains(rf"^[(\[] ?{openers} ?:[^()]*(?:\([^()]*\)[^()]*)?[)\]]$")
    byline = pl.col("press") & (pl.col("place") < _BYLINES_END) & _is_any_of("bylines", normal)
    linked_title = pl.col("press") & (pl.col("place") > 0) & text.str.contains(_CAPITALS_LINE)
    # The regular expressions see only what holds one of the phrases, found by one fast search for all of them.
    found = (
        paragraphs.lazy()
        .filter(text.str.len_chars() <= _LONGEST)
        .with_columns(normal=lower)
        .filter(normal.str.contains_any(phrases) | linked_title)
        .filter(_is_any_of("boilerplate", normal) | link | byline | linked_title)
        .select("document", "char_start", worded=True)
        .collect()
    )
    joined = paragraphs.join(found, on=["document", "char_start"], how="left", maintain_order="left")
    return joined.with_columns(pl.col("worded").fill_null(value=False))


def _is_any_of(name: str, normal: pl.Expr) -> pl.Expr:
    """Whether a paragraph (lower case, single spaces) is worded as a row of the lexicon says."""
    words = normal.str.count_matches(" ") + 1
    limited = lexicon.read(name).with_columns(pl.col("max_words").cast(pl.UInt32))
    groups = limited.group_by("match", "max_words").agg("phrase").sort("match", "max_words")
    return pl.any_horizontal(
        normal.str.contains(_pattern(match, phrases)) & (words <= limit) for match, limit, phrases in groups.iter_rows()
    )


def _pattern(match: str, phrases: list[str]) -> str:
    """A regular expression for lower case text with single spaces."""
    group = lexicon.alternatives(phrases)
    return {
        "whole": rf"^{group}[ .:!…»›>|]*$",
        "start": rf"^[ «‹<|(\[]*{group}(?:$|[^\p{{L}}\p{{N}}])",
        "anywhere": rf"(?:^|[^\p{{L}}\p{{N}}]){group}(?:$|[^\p{{L}}\p{{N}}])",
        "end": rf"(?:^|[^\p{{L}}\p{{N}}]){group}[ .:)]*$",
    }[match]
