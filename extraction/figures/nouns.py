"""The noun phrase after a number: where its head noun ends and what kind of thing that noun counts.

Words the lexicons `unit_nouns`, `irregular_plurals` and `stop_words` do not hold are judged by their ending. Money,
percent and ratios are not nouns and are read elsewhere.
"""

from __future__ import annotations

import polars as pl

from extraction.lexicons import lexicon

_REACH = 9  # words after the number among which the head noun is sought
_PERSON_ENDING = {
    "en": r"(?:[a-z]{2}(?:ers|ors|ants|ees|ists|ians)|^[A-Z][a-z]+(?:ans|ians|ese|is))$",
    "es": r"(?:[a-zé](?:istas|antes|entes|dores|doras|eros|eras))$",
}
_NOT_NOUN_S = r"(?:[a-z]ous|[a-z]ss|[a-z]us|[a-z]is)$"
_ACCENTS = {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"}


def _plain(word: pl.Expr) -> pl.Expr:
    return word.str.replace_many(list(_ACCENTS), list(_ACCENTS.values()))


def _singular(word: pl.Expr, language: pl.Expr) -> pl.Expr:
    """The dictionary form of a plural by ending; Spanish without accents."""
    english = (
        pl.when(word.str.contains("[a-z]{2}ies$")).then(word.str.replace("ies$", "y"))
        .when(word.str.contains("(?:ch|sh|x|ss|zz)es$")).then(word.str.replace("es$", ""))
        .when(word.str.contains("[^s]s$")).then(word.str.replace("s$", ""))
        .otherwise(word)
    )  # fmt: skip
    bare = _plain(word)
    spanish = (
        pl.when(bare.str.contains("ces$")).then(bare.str.replace("ces$", "z"))
        .when(bare.str.contains("[^aeiou]es$") & ~bare.str.contains("(?:[bcdfgjkmpqtvx]|tr|bl|br|ch|ll|nt|st|rt|sc)es$")).then(bare.str.replace("es$", ""))
        .when(bare.str.contains("(?:ad|ud|ed)es$")).then(bare.str.replace("es$", ""))
        .when(bare.str.contains("s$")).then(bare.str.replace("s$", ""))
        .otherwise(bare)
    )  # fmt: skip
    return pl.when(language == "en").then(english).otherwise(spanish)


def _classified(words: pl.LazyFrame) -> pl.LazyFrame:
    """Class, plural mark and unit of each distinct (`language`, `word`)."""
    lower = pl.col("word").str.to_lowercase()
    irregular = (
        lexicon("irregular_plurals")
        .lazy()
        .select("language", pl.col("plural").alias("_lower"), pl.col("singular").alias("_irregular"))
    )
    classes = (
        lexicon("stop_words").lazy().select("language", pl.col("word").alias("_lower"), pl.col("class").alias("class"))
    )
    english = pl.col("language") == "en"
    nouns = (
        lexicon("unit_nouns").lazy()
        .select("language", pl.when(english).then(pl.col("noun").str.to_lowercase()).otherwise(_plain(pl.col("noun"))).alias("_lemma"), pl.col("unit_kind").alias("_kind"), pl.col("unit").alias("_unit"))
        .unique(subset=["language", "_lemma"], keep="first", maintain_order=True)
    )  # fmt: skip
    ending = (
        pl.when(english)
        .then(pl.col("word").str.contains(_PERSON_ENDING["en"]))
        .otherwise(pl.col("word").str.contains(_PERSON_ENDING["es"]))
    )
    plural_ending = lower.str.contains("[a-záéíóú][a-záéíóúñ]+s$|^[A-Z]{2,}s$") & ~(
        english & lower.str.contains(_NOT_NOUN_S)
    )
    kind, unit = pl.col("_kind"), pl.col("_unit")
    return (
        words.with_columns(lower.alias("_lower"))
        .join(irregular, on=["language", "_lower"], how="left")
        .join(classes, on=["language", "_lower"], how="left")
        .with_columns(
            pl.coalesce(pl.col("_irregular").str.to_lowercase(), _singular(pl.col("_lower"), pl.col("language"))).alias(
                "_last"
            )
        )
        .with_columns(pl.col("_last").str.extract(r"([^-]+)$", 1).fill_null(pl.col("_last")).alias("_lemma"))
        .join(nouns, on=["language", "_lemma"], how="left")
        .join(
            nouns.rename({"_kind": "_whole_kind", "_unit": "_whole_unit", "_lemma": "_last"}),
            on=["language", "_last"],
            how="left",
        )
        .select(
            "language",
            "word",
            pl.col("class").fill_null("word"),
            (plural_ending | pl.col("_irregular").is_not_null() | pl.col("word").str.contains(r"^[A-Z]{2,}s$")).alias(
                "plural"
            ),
            pl.coalesce("_whole_kind", kind).is_not_null().alias("known"),
            pl.coalesce(
                pl.col("_whole_kind"), kind, pl.when(ending).then(pl.lit("people")).otherwise(pl.lit("count"))
            ).alias("noun_kind"),
            pl.coalesce(
                pl.col("_whole_unit"), unit, pl.when(ending).then(pl.lit("person")).otherwise(pl.col("_lemma"))
            ).alias("noun_unit"),
        )
        .with_columns(
            (pl.col("plural") & (pl.col("class") == "word") | (pl.col("known") & (pl.col("class") != "stop"))).alias(
                "noun"
            )
        )
    )


def with_head_noun(numbers: pl.LazyFrame) -> pl.LazyFrame:
    """Find the head noun after each number.

    In: a frame with `key` (unique), `language`, `after` (text that follows the number). Out: plus `head` (the noun,
    null where none follows), `head_end` (code points from the start of `after` to its end), `noun_kind`, `noun_unit`,
    `between` (the words before the head).
    """
    phrase = (
        pl.col("after")
        .str.extract(r"^([^.;:?!()\[\]\"–—…/]*(?:[.][\p{L}][^.;:?!()\[\]\"–—…/]*)*)", 1)
        .str.replace_all(",", " ,", literal=True)
    )
    tokens = (
        numbers.filter(pl.col("after").str.contains(r"^ \p{L}"))
        .select("key", "language", phrase.str.slice(1).str.split(" ").list.head(_REACH).alias("word"))
        .explode("word")
        .with_columns(
            pl.int_range(pl.len()).over("key").cast(pl.Int64).alias("position"),
            (pl.when(pl.col("word") == ",").then(0).otherwise(pl.col("word").str.len_chars().cast(pl.Int64) + 1)).alias(
                "_length"
            ),
        )
        .with_columns(pl.col("_length").cum_sum().over("key").alias("end"))
    )
    distinct = tokens.select("language", "word").unique(maintain_order=True)
    classed = tokens.join(_classified(distinct), on=["language", "word"], how="left", maintain_order="left")
    spanish = pl.col("language") == "es"
    first_of = spanish & (pl.col("class") == "of") & (pl.col("position") == 0)
    stop = (
        (pl.col("class") == "stop") | (spanish & (pl.col("class") == "of") & ~first_of) | (pl.col("class") == "comma")
    ) & ~(spanish & (pl.col("position") == 1) & (pl.col("class").shift(1).over("key") == "of"))
    stop = stop | ((pl.col("class") == "and") & (pl.col("position") == 0))
    # A Spanish noun stands first; only adjectives of the list may come before it.
    blocked = spanish & (pl.col("class") == "word") & ~pl.col("noun")
    attributive = (pl.col("class") == "attributive") & pl.col("plural")
    marked = classed.with_columns(
        (stop | blocked).cum_sum().over("key").eq(0).alias("_open"),
    ).with_columns(
        (pl.col("_open") & pl.col("noun") & ~attributive & ~(spanish & (pl.col("class") == "adjective"))).alias(
            "_candidate"
        )
    )
    heads = (
        marked.filter(pl.col("_candidate"))
        .group_by("key", maintain_order=True)
        .agg(
            pl.col("word").first().alias("head"),
            pl.col("end").first().alias("head_end"),
            pl.col("position").first().alias("_position"),
            pl.col("noun_kind").first(),
            pl.col("noun_unit").first(),
        )
    )
    return numbers.join(heads.drop("_position"), on="key", how="left", maintain_order="left")
