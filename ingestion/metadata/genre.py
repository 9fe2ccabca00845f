"""The genre of a text by its title, its form and who published it.

The words of titles are in the lexicon `genre`; turns were found before by `ingestion.segmentation`.
"""

from __future__ import annotations

import re

import polars as pl

from ingestion import lexicon

# So many turns in so many voices are a conversation, whatever the title says.
_TURNS, _VOICES = 4, 2
_TEXT_START = 400


def genre() -> pl.Expr:
    """The genre of a document.

    Reads `title`, `text`, `publisher_kind` (government, press, organisation or null), `turn_count` and `voice_count`
    (turns of, and number of, speakers whose role is known). A talk with questions and answers is a transcript even
    under the title of a speech.
    """
    by_words = pl.min_horizontal(_found()).replace_strict(_ranks()["rank"], _ranks()["genre"], default=None)
    conversation = (pl.col("turn_count") >= _TURNS) & (pl.col("voice_count") >= _VOICES)
    return (
        pl.when(conversation)
        .then(pl.lit("transcript"))
        .when(pl.col("publisher_kind") == "press")
        .then(pl.lit("news_article"))
        .otherwise(pl.coalesce(by_words, pl.lit("other")))
    )


def _ranks() -> pl.DataFrame:
    """The rows of the lexicon by `genre` and place (`match`), with their phrases and a `rank`: the lowest decides."""
    groups = lexicon.read("genre").group_by("priority", "genre", "match").agg("phrase")
    return groups.sort(pl.col("priority").cast(pl.Int64), "genre", "match").with_row_index("rank")


def _found() -> list[pl.Expr]:
    """For every rank, the rank where one of its phrases is found, else null."""
    title = _bare(pl.col("title").fill_null(""))
    text = _bare(pl.col("text").str.slice(0, _TEXT_START))
    found: list[pl.Expr] = []
    for rank, match, phrases in _ranks().select("rank", "match", "phrase").iter_rows():
        bare = [" ".join(re.findall(r"\w+", phrase)) for phrase in phrases]
        where = {
            "title_anywhere": title.str.contains_any([f" {phrase} " for phrase in bare]),
            "title_start": title.str.contains_any([f"^ {phrase} " for phrase in bare]),
            "text_start": text.str.contains_any([f" {phrase} " for phrase in bare]),
        }[match]
        found.append(pl.when(where).then(pl.lit(rank, dtype=pl.UInt32)))
    return found


def _bare(text: pl.Expr) -> pl.Expr:
    """Lower case words between single spaces, after a mark of the start."""
    return "^ " + text.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars() + " "
