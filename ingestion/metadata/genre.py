"""The genre of a text by its title, its form and who published it.

The words of titles are in the lexicon `genre`; turns were found before by `ingestion.segmentation`.
"""

from __future__ import annotations

import polars as pl

from ingestion import lexicon

# So many turns in so many voices are a conversation, whatever the title says.
_TURNS, _VOICES = 4, 2
_TEXT_START = 400
_LAST = 99


def genre() -> pl.Expr:
    """The genre of a document.

    Reads `title`, `text`, `publisher_kind` (government, press, organisation or null), `turn_count` and `voice_count`
    (turns of, and number of, speakers whose role is known). A talk with questions and answers is a transcript even
    under the title of a speech.
    """
    named = pl.min_horizontal(_priorities()).fill_null(_LAST)
    by_title = pl.coalesce(
        [pl.when(priority == named).then(pl.lit(genre)) for genre, priority in _ordered_priorities()]
    )
    conversation = (pl.col("turn_count") >= _TURNS) & (pl.col("voice_count") >= _VOICES)
    return (
        pl.when(conversation)
        .then(pl.lit("transcript"))
        .when(pl.col("publisher_kind") == "press")
        .then(pl.lit("news_article"))
        .when(named < _LAST)
        .then(by_title)
        .otherwise(pl.lit("other"))
        .fill_null("other")
    )


def _priorities() -> list[pl.Expr]:
    return [priority for _, priority in _ordered_priorities()]


def _ordered_priorities() -> list[tuple[str, pl.Expr]]:
    """For every genre and priority of the lexicon, the priority where one of its phrases is found, else null."""
    title = pl.col("title").fill_null("").str.to_lowercase()
    text = pl.col("text").str.slice(0, _TEXT_START).str.to_lowercase()
    groups = lexicon.read("genre").group_by("priority", "genre", "match").agg("phrase")
    ordered = groups.sort(pl.col("priority").cast(pl.Int64), "genre", "match")
    found: list[tuple[str, pl.Expr]] = []
    for priority, name, match, phrases in ordered.select("priority", "genre", "match", "phrase").iter_rows():
        group = lexicon.alternatives(phrases)
        anywhere = rf"(?:^|[^\p{{L}}\p{{N}}]){group}(?:$|[^\p{{L}}\p{{N}}])"
        at_start = rf"^(?:[^\p{{L}}\p{{N}}])*{group}(?:$|[^\p{{L}}\p{{N}}])"
        where = {
            "title_anywhere": title.str.contains(anywhere),
            "title_start": title.str.contains(at_start),
            "text_start": text.str.contains(anywhere),
        }[match]
        found.append((name, pl.when(where).then(pl.lit(int(priority)))))
    return found
