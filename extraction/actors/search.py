"""Where the names of those who may act stand in the text, and for whom a person held office at that time.

Which neighbouring names make one mention is decided in `mentions`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.actors.names import holders, names

# Names that open with a small letter are searched for with the sign before them, not inside other words.
_SIGNS_BEFORE = [" ", "(", "[", '"', "-", "–", "—", "/", "¿", "¡"]
_LETTER = r"^[\p{L}\p{N}]$"
# How long before and after a term of office a person is still, or already, named for it.
_BEFORE_OFFICE, _AFTER_OFFICE = "365d", "730d"


@cache
def _patterns(language: str) -> pl.DataFrame:
    """What to search for, longest first, as `pattern` with the `name` it stands for.

    Names that open with a small letter carry the sign before them; `skip` is its length.
    """
    table = names(language).select("word", pl.col("word").str.contains(r"^[^\p{Lu}]").alias("small"))
    return (
        table.with_columns(
            pl.when("small").then(pl.lit(_SIGNS_BEFORE, pl.List(pl.String))).otherwise(pl.lit([""])).alias("sign")
        )
        .explode("sign")
        .select(
            (pl.col("sign") + pl.col("word")).alias("pattern"), pl.col("sign").str.len_chars().alias("skip"), "word"
        )
        .sort(pl.col("pattern").str.len_chars(), "pattern", descending=[True, False])
    )


def names_in(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Every name of the language in the text, longest first, with its type; whole words only."""
    patterns = _patterns(language)
    search = patterns["pattern"].to_list()
    padded = pl.col("_padded")
    return (
        sentences.filter(pl.col("language") == language)
        .with_columns((" " + pl.col("text")).alias("_padded"))
        .select(
            "sentence",
            "document_id",
            "language",
            "published_on",
            "publisher_party",
            "text",
            "_padded",
            padded.str.extract_many(search, leftmost=True).alias("pattern"),
            padded.str.find_many(search, leftmost=True).alias("_byte"),
        )
        .filter(pl.col("pattern").list.len() > 0)
        .explode("pattern", "_byte")
        .join(patterns.lazy(), on="pattern", how="left", maintain_order="left")
        .with_columns(
            (
                padded.cast(pl.Binary).bin.head(pl.col("_byte")).cast(pl.String).str.len_chars().cast(pl.Int64)
                + pl.col("skip").cast(pl.Int64)
                - 1
            ).alias("start")
        )
        .with_columns((pl.col("start") + pl.col("word").str.len_chars().cast(pl.Int64)).alias("end"))
        .filter(
            ~padded.str.slice(pl.col("start"), 1).str.contains(_LETTER)
            & ~padded.str.slice(pl.col("end") + 1, 1).str.contains(_LETTER)
        )
        .join(names(language).lazy(), on="word", how="left", maintain_order="left")
        .drop("_byte", "skip", "pattern", "_padded")
    )


def with_holders(atoms: pl.LazyFrame) -> pl.LazyFrame:
    """Give persons the party they held office for at the document's date; whoever held none then acts for nobody."""
    published = pl.col("published_on")
    in_office = published.is_null() | (
        (published >= pl.col("from").dt.offset_by("-" + _BEFORE_OFFICE)).fill_null(True)
        & (published <= pl.col("to").dt.offset_by(_AFTER_OFFICE)).fill_null(True)
    )
    people = atoms.filter(pl.col("type") == "holder").select("word", "published_on").unique()
    parties = (
        people.join(holders().lazy().rename({"party": "_party"}), on="word")
        .filter(in_office)
        .group_by("word", "published_on")
        .agg(pl.col("_party").unique())
        .filter(pl.col("_party").list.len() == 1)
        .select("word", "published_on", pl.col("_party").list.first())
    )
    return (
        atoms.join(parties, on=["word", "published_on"], how="left", nulls_equal=True, maintain_order="left")
        .with_columns(
            pl.coalesce("party", "_party").alias("party"),
            pl.when((pl.col("type") == "holder") & pl.col("_party").is_null())
            .then(pl.lit("other"))
            .otherwise("type")
            .alias("type"),
        )
        .drop("_party")
    )
