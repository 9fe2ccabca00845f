"""The states a document speaks for, and with whom: read from its title, its opening sentences and its publisher.

Whom a single mention means is decided in `meaning`.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.context import with_coordination, with_position
from extraction.actors.mentions import mentions
from extraction.actors.text import any_of, until
from extraction.lexicons import LANGUAGES, words
from extraction.sentences import normal_form
from warehouse.reference import load

_OPENING_SENTENCES = 8
_TITLES = 2**31  # sentence numbers from here on are titles
_ISSUED = r"(?i)(?:statement|declaration|communiqué|message) from (?:the )?$"
_JOINT_GENRES = ("joint_statement", "declaration")
_TOLD_GENRES = ("transcript", "news_article", "readout", "speech")
_CONTEXT = ("document_id", "language", "published_on", "genre", "title", "publisher_party", "publisher_kind")


def is_opening() -> pl.Expr:
    """Whether a sentence stands at the beginning of its document."""
    return pl.col("sentence") < pl.col("sentence").min().over("document_id") + _OPENING_SENTENCES


def context_of(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """One row per document of the sentence frame, with the columns that `document_context` gives."""
    return sentences.select(_CONTEXT).unique("document_id", keep="first", maintain_order=True)


def with_titles(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """What is searched for mentions: the sentences, and the titles of their documents as sentences of high numbers."""
    columns = ("sentence", "document_id", "language", "published_on", "publisher_party", "text")
    titles = (
        context_of(sentences)
        .filter(pl.col("title").is_not_null())
        .with_row_index("sentence", offset=_TITLES)
        .with_columns(normal_form(pl.col("title")).alias("text"))
    )
    return pl.concat([sentences.select(columns), titles.select(columns)])


def in_text() -> pl.Expr:
    """Whether a mention stands in the text, not in the title, of its document."""
    return pl.col("sentence") < _TITLES


def _title_parties(found: pl.LazyFrame) -> pl.LazyFrame:
    """Parties a title names, but for the places and topics it is about: `document_id`, `party`."""
    issued = until(pl.col("start")).str.contains(_ISSUED)
    return (
        with_coordination(found.filter(~in_text()))
        .with_columns(pl.col("word_before").first().over("group"))
        .filter(
            (~pl.col("word_before").str.to_lowercase().is_in(_topic_words()).fill_null(False) | issued)
            & (pl.col("position") != "former")
            & ~pl.col("kind").is_in(["people", "other"])
        )
        .select("document_id", pl.col("parties").alias("party"))
        .explode("party")
        .drop_nulls()
    )


def _topic_words() -> list[str]:
    return [word for language in LANGUAGES for word in words("actor_context", language, role="topic_preposition")]


def _opening_names(sentences: pl.LazyFrame, found: pl.LazyFrame) -> pl.LazyFrame:
    """Parties each opening sentence names: `document_id`, `sentence`, `party`.

    Places and topics ("in Spain", "for Mali") do not count.
    """
    opening = sentences.filter(is_opening()).select("sentence")
    return (
        found.join(opening, on="sentence", how="semi")
        .filter(
            ~pl.col("kind").is_in(["people", "demonym", "organisation", "other"])
            & ~pl.col("word_before").str.to_lowercase().is_in(_topic_words()).fill_null(False)
        )
        .select("document_id", "sentence", pl.col("parties").alias("party"))
        .explode("party")
        .drop_nulls()
        .unique()
    )


def _named_together(named: pl.LazyFrame, size: int) -> pl.LazyFrame:
    """The parties of the first opening sentence that names `size` of them: `document_id` and a list."""
    return (
        named.group_by("document_id", "sentence")
        .agg(pl.col("party").sort())
        .filter(pl.col("party").list.len() == size)
        .sort("sentence")
        .group_by("document_id", maintain_order=True)
        .agg(pl.col("party").first())
    )


def _opening_parties(named: pl.LazyFrame) -> pl.LazyFrame:
    """Parties of the opening sentence that names most of them, at least two: `document_id`, `party`."""
    return (
        named.with_columns(pl.len().over("document_id", "sentence").alias("_count"))
        .filter((pl.col("_count") > 1) & (pl.col("_count") == pl.col("_count").max().over("document_id")))
        .filter(pl.col("sentence") == pl.col("sentence").min().over("document_id"))
        .select("document_id", "party")
    )


def _ranked(found: pl.LazyFrame) -> pl.LazyFrame:
    """The states a document names more than once, most named first: `document_id`, `named`."""
    return (
        found.filter(~pl.col("kind").is_in(["people", "demonym", "organisation", "other"]))
        .select("document_id", pl.col("parties").alias("party"))
        .explode("party")
        .drop_nulls()
        .group_by("document_id", "party")
        .len()
        .filter(pl.col("len") > 1)
        .sort("len", "party", descending=[True, False])
        .group_by("document_id", maintain_order=True)
        .agg(pl.col("party").alias("named"))
    )


def parties_of(sentences: pl.LazyFrame, found: pl.LazyFrame) -> pl.LazyFrame:
    """`document_parties` of the documents of the sentences, from the mentions in them and in their titles.

    Also `two` and `three`: the parties the first opening sentence names that names so many; null without one.
    """
    context, in_texts = context_of(sentences), found.filter(in_text())
    joint_words = "|".join(any_of("joint_title", language) for language in LANGUAGES)
    titled = _title_parties(found).group_by("document_id").agg(pl.col("party").unique().sort().alias("_titled"))
    opening = _opening_names(sentences, in_texts)
    two, three = (_named_together(opening, size).rename({"party": name}) for size, name in ((2, "two"), (3, "three")))
    opened = _opening_parties(opening).group_by("document_id").agg(pl.col("party").unique().sort().alias("_opened"))
    own = pl.concat_list("publisher_party").list.drop_nulls()
    several = pl.col("_titled").list.len() > 1
    # Two states named first are those a text is about, if the text is not of a third.
    among_own = pl.col("publisher_party").is_null() | pl.col("_opened").list.contains(pl.col("publisher_party"))
    marked = pl.col("genre").is_in(_JOINT_GENRES) | (
        pl.col("title").str.to_lowercase().str.contains(rf"(?-u:\b)(?:{joint_words})(?-u:\b)").fill_null(False)
        & ~pl.col("genre").is_in(_TOLD_GENRES)
    )
    states = load("countries")["code"].implode()
    of_members = (pl.col("_titled").list.len() == 1) & ~pl.col("_titled").list.first().is_in(states)
    return (
        context.join(titled, on="document_id", how="left", maintain_order="left")
        .join(opened, on="document_id", how="left", maintain_order="left")
        .join(_ranked(in_texts), on="document_id", how="left", maintain_order="left")
        .join(two, on="document_id", how="left", maintain_order="left")
        .join(three, on="document_id", how="left", maintain_order="left")
        .with_columns(pl.col("_titled", "_opened", "named").fill_null([]), own.alias("_own"))
        .with_columns(
            pl.when(marked & (several | of_members.fill_null(False)))
            .then("_titled")
            .when(marked & (pl.col("_opened").list.len() > 1))
            .then("_opened")
            .when(~several & (pl.col("_opened").list.len() == 2) & among_own)
            .then("_opened")
            .otherwise(pl.concat_list("_titled", "_own"))
            .list.unique()
            .list.sort()
            .alias("parties")
        )
        .select(
            "document_id",
            "parties",
            (marked & ((pl.col("parties").list.len() > 1) | of_members.fill_null(False))).alias("joint_text"),
            pl.col("named").list.set_difference("parties").list.first().alias("partner"),
            "two",
            "three",
        )
    )


def document_parties(documents: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """The states each document speaks for or tells of.

    In: published `documents` and their sentence frame. Out: `document_id`, `parties` (sorted; whom "both countries"
    means), `joint_text` (the text speaks for all of them, so "we" means all) and `partner` (the other state that the
    document names most, null when none is named twice).
    """
    told = sentences.join(documents, on="document_id", how="semi", maintain_order="left")
    return parties_of(told, with_position(mentions(with_titles(told))).collect().lazy()).drop("two", "three")
