"""From records to rows: the documents, segments and rejects that a batch of readable texts makes.

Reading files and keeping raw bytes belong to `ingestion.run`; this is the vectorised part, a pure function of a batch.
"""

from __future__ import annotations

import polars as pl

from ingestion.metadata.dates import dates_in, given_date
from ingestion.metadata.genre import genre
from ingestion.metadata.language import given_language, language_of
from ingestion.metadata.publisher import publishers_in
from ingestion.metadata.title import cleaned_title, title, titles_in
from ingestion.parties import holders_of_office, publishers, speaker_parties
from ingestion.relevance import relevance
from ingestion.segmentation import segments as segmented
from warehouse.identifiers import identifier
from warehouse.schema import enumerations

CANDIDATE_SCHEMA = pl.Schema(
    {
        "document_id": pl.String,
        "source_name": pl.String,
        "source_uri": pl.String,
        "title": pl.String,
        "publisher": pl.String,
        "genre": pl.String,
        "language": pl.String,
        "published_on": pl.String,
        "media_type": pl.String,
        "rights": pl.String,
        "raw_sha256": pl.String,
        "text_sha256": pl.String,
        "text": pl.String,
    }
)
"""A readable text with what its source says about it, as written there."""


def tables(candidates: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the documents (but for `near_duplicate_of`) and the segments of a batch of candidates.

    `candidates` has the columns of `CANDIDATE_SCHEMA` and distinct texts that hold a letter or digit.
    """
    given = _as_given(candidates)
    parts = segmented(given.select("document", "text", "genre", "public", "press"))
    documents = _described(given, parts)
    return documents, _attributed(parts, documents)


def _as_given(candidates: pl.DataFrame) -> pl.DataFrame:
    """Add the key `document`; bring what the source says into the form of the table, else to null."""
    languages = [
        given_language(language) or language_of(text)
        for language, text in candidates.select("language", "text").iter_rows()
    ]
    return (
        candidates.with_columns(
            title=pl.Series([cleaned_title(given) for given in candidates["title"]], dtype=pl.String),
            genre=pl.when(pl.col("genre").is_in(enumerations.GENRE)).then("genre"),
            published_on=given_date(pl.col("published_on")),
            language=pl.Series(languages, dtype=pl.String),
        )
        .pipe(_with_publisher_facts)
        .with_row_index("document")
        .with_columns(
            public=pl.col("publisher_kind").is_in(["government", "organisation"]).fill_null(value=False),
            press=(pl.col("publisher_kind") == "press").fill_null(value=False)
            | (pl.col("genre") == "news_article").fill_null(value=False),
        )
    )


def _with_publisher_facts(documents: pl.DataFrame) -> pl.DataFrame:
    """Add `publisher_party` and `publisher_kind`."""
    return documents.join(publishers(documents["publisher"]), on="publisher", how="left", maintain_order="left")


def _described(given: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """Fill what the source did not say from the text and its segments."""
    known_turn = (pl.col("kind") == "turn") & (pl.col("speaker_role") != "unknown").fill_null(value=False)
    counts = parts.group_by("document").agg(
        segment_count=pl.len(),
        turn_count=known_turn.sum(),
        voice_count=pl.col("speaker").filter(known_turn).n_unique(),
    )
    return (
        given.drop("publisher_party", "publisher_kind")
        .join(counts, on="document", how="left", maintain_order="left")
        .join(titles_in(parts), on="document", how="left", maintain_order="left")
        .join(dates_in(parts), on="document", how="left", maintain_order="left")
        .join(publishers_in(parts), on="document", how="left", maintain_order="left")
        .with_columns(
            title=title(pl.col("title"), pl.col("stated_title")),
            publisher=pl.coalesce("publisher", "stated_publisher"),
            published_on=pl.coalesce("published_on", "stated_date"),
        )
        .pipe(_with_publisher_facts)
        .with_columns(
            genre=pl.coalesce("genre", genre()),
            retrieved_at=pl.lit(None, dtype=pl.Datetime("us")),
            char_count=pl.col("text").str.len_chars(),
            relevance=relevance(),
        )
    )


def _attributed(parts: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Add ids and the parties of officials to segments; a speaker known by name as a holder of office is one."""
    facts = documents.select("document", "document_id", "published_on", "publisher_party")
    known = parts.join(facts, on="document", how="left", maintain_order="left")
    named = holders_of_office(known.filter(speaker_role="unknown").select("speaker", "published_on"))
    on_the_day = ["speaker", "published_on"]
    is_named = (pl.col("speaker_role") == "unknown") & pl.col("holder_party").is_not_null()
    roles = known.join(named, on=on_the_day, how="left", nulls_equal=True, maintain_order="left").with_columns(
        speaker_role=pl.when(is_named).then(pl.lit("official")).otherwise("speaker_role")
    )
    officials = roles.filter(speaker_role="official").select("speaker", "published_on", "publisher_party").unique()
    parties = speaker_parties(officials).with_columns(speaker_role=pl.lit("official"))
    return roles.join(
        parties,
        on=["speaker", "published_on", "publisher_party", "speaker_role"],
        how="left",
        nulls_equal=True,
        maintain_order="left",
    ).with_columns(segment_id=identifier("seg_", pl.col("document_id"), pl.col("char_start"), pl.col("char_end")))
