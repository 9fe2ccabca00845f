"""The noun phrase after a number: where its head noun ends and what kind of thing that noun counts.

Words that the lexicons `unit_nouns`, `irregular_plurals` and `stop_words` do not hold are judged by their ending.
Money and percent are read in `money` and `units`.
"""

from __future__ import annotations

import polars as pl

from extraction.lexicons import lexicon
from extraction.periods.frames import settled

_REACH = 8  # words after the number among which the head noun is sought
_PERSON_ENDING = {
    "en": r"[a-z]{2}(?:ers|ors|ants|ees|ists|ians)$|^[A-Z][a-z]+(?:ans|ese|is)$",
    "es": r"[a-záéíóúñ](?:istas|antes|entes|enses|dores|doras)$",
}
_NO_PLURAL = r"[a-z](?:ous|ss|us|is)$"
_PLURAL = r"[a-záéíóúñ][a-záéíóúñ]+s$|^[A-Z]{2,}s$"
_PUNCTUATION = r"""^([^.;:?!()\[\]"–—…/]*(?:\.[\p{L}][^.;:?!()\[\]"–—…/]*)*)"""
# Links between a number and its noun: "two of its programs", "130 mil de esas personas", "un millón de personas".
_LINK = {
    "en": r"^ of (?:(?:the|its|our|their|his|her|these|those|all|my|your)(?: (?:the|these|those|its|our|existing))? )?",
    "es": r"^ de (?:est[ao]s|es[ao]s|l[ao]s|sus|nuestr[ao]s) ",
}
_LINK_OF_SCALE = r"^ de (?:est[ao]s |es[ao]s |l[ao]s |sus )?"
_SCALE = r"(?i:ill[oó]n|illones|illar(?:es)?|illardos?|cenas?|entenas?|enar(?:es)?)$"
# What may stand between a number and its noun: "300+ beds", "12 or more forms".
_QUALIFIED = r"^(\+|[ -]plus|,? (?:or (?:more|fewer|less|so)|o (?:más|menos)|y pico))(?:$|[^\p{L}])"
# No noun phrase begins so: the common cases, before words are looked up one by one.
_NO_NOUN = (
    r"^ (?:in|to|and|or|for|at|on|from|with|by|as|is|are|was|were|the|that|per|than|but|percent|y|o|en|que|se|por) "
)
_ACCENTS = {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"}


def without_accents(word: pl.Expr) -> pl.Expr:
    """Lower-case Spanish letters without their accents, as dictionary forms are compared."""
    return word.str.replace_many(list(_ACCENTS), list(_ACCENTS.values()))


def _singular(word: pl.Expr, language: str) -> pl.Expr:
    """The dictionary form of a lower-case plural, by its ending; Spanish without accents."""
    english = (
        pl.when(word.str.contains("[a-z]{2}ies$")).then(word.str.replace("ies$", "y"))
        .when(word.str.contains("(?:ch|sh|x|ss|zz)es$")).then(word.str.replace("es$", ""))
        .when(word.str.contains("[^s]s$")).then(word.str.replace("s$", ""))
        .otherwise(word)
    )  # fmt: skip
    bare = without_accents(word)
    consonant = bare.str.contains("(?:[lnrdzy]|[^cfh]ch)es$") & ~bare.str.contains(
        "(?:br|bl|cr|dr|fr|gr|pr|tr|gl|pl|fl|cl|ll|nd|rd)es$"
    )
    spanish = (
        pl.when(bare.str.contains("ces$")).then(bare.str.replace("ces$", "z"))
        .when(consonant).then(bare.str.replace("es$", ""))
        .otherwise(bare.str.replace("s$", ""))
    )  # fmt: skip
    return english if language == "en" else spanish


def _known_nouns(language: str) -> pl.LazyFrame:
    lower = pl.col("noun").str.to_lowercase()
    lemma = (lower if language == "en" else without_accents(lower)).alias("lemma")
    nouns = lexicon("unit_nouns", language).lazy().select(lemma, "unit_kind", "unit")
    return nouns.unique(subset="lemma", keep="first", maintain_order=True)


def _printed(language: str) -> pl.Expr:
    """An unknown noun as a unit: its dictionary form, Spanish "-ción" with its accent again."""
    lemma = pl.col("lemma")
    return lemma if language == "en" else lemma.str.replace("([cs])ion$", "${1}ión")


def classify(words: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """What each distinct `word` of a `language` can be in a noun phrase.

    Out: plus `class` (stop, and, comma, adjective, attributive, word), `noun` (may head the phrase), `known` (stands in
    the lexicon), `lemma`, `noun_kind` and `noun_unit`.
    """
    lower = pl.col("word").str.to_lowercase()
    english = pl.lit(language == "en")
    irregular = (
        lexicon("irregular_plurals", language)
        .lazy()
        .select(
            pl.col("plural").str.to_lowercase().alias("_lower"),
            without_accents(pl.col("singular").str.to_lowercase()).alias("_irregular"),
        )
    )
    irregular = irregular.unique(subset="_lower", keep="first", maintain_order=True)
    classes = lexicon("stop_words", language).lazy().select(pl.col("word").alias("_lower"), "class")
    classes = classes.unique(subset="_lower", keep="first", maintain_order=True)
    nouns = _known_nouns(language).rename({"unit_kind": "_kind", "unit": "_unit"})
    whole = nouns.rename({"lemma": "_whole", "_kind": "_whole_kind", "_unit": "_whole_unit"})
    person = pl.col("word").str.contains(_PERSON_ENDING[language])
    plural = pl.col("word").str.contains(_PLURAL) & ~(english & pl.col("_lower").str.contains(_NO_PLURAL))
    upper_plural = (
        english
        & pl.col("word").str.contains(r"^[A-Z]+S$")
        & ~pl.col("_lower").str.contains(_NO_PLURAL)
        & pl.col("word").str.contains("^.{5,}$")
    )
    return (
        words.with_columns(lower.alias("_lower"))
        .join(irregular, on="_lower", how="left")
        .join(classes, on="_lower", how="left")
        .with_columns(pl.coalesce("_irregular", _singular(pl.col("_lower"), language)).alias("_whole"))
        .with_columns(pl.col("_whole").str.extract(r"([^-]+)$", 1).alias("lemma"))
        .join(nouns, on="lemma", how="left")
        .join(whole, on="_whole", how="left")
        .select(
            "word",
            pl.col("class").fill_null("word"),
            "lemma",
            (plural | upper_plural | pl.col("_irregular").is_not_null()).alias("_plural"),
            pl.coalesce("_whole_kind", "_kind").is_not_null().alias("known"),
            pl.coalesce("_whole_kind", "_kind", pl.when(person).then(pl.lit("people")), pl.lit("count")).alias(
                "noun_kind"
            ),
            pl.coalesce("_whole_unit", "_unit", pl.when(person).then(pl.lit("person")), _printed(language)).alias(
                "noun_unit"
            ),
        )
        .with_columns((pl.col("_plural") & pl.col("class").is_in(["word", "attributive"])).alias("noun"))
        .with_columns((pl.col("known") & (pl.col("class") == "word")).alias("known"))
        .drop("_plural")
    )


def _tokens(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """The words after each number: `key`, `language`, `word`, `end` (code points after the number), `position`."""
    after = pl.col("after").str.slice("_qualified")
    qualified = pl.col("after").str.extract(_QUALIFIED, 1).str.len_chars().cast(pl.Int64).fill_null(0)
    scale = pl.col("number").str.contains(_SCALE)
    plain_link = after.str.extract(f"({_LINK[language]})", 1)
    if language == "en":
        link: pl.Expr = pl.when(pl.col("high") != 1).then(plain_link)
    else:
        link = pl.when(scale).then(after.str.extract(f"({_LINK_OF_SCALE})", 1)).otherwise(plain_link)
    skipped = pl.coalesce(link.str.len_chars(), pl.lit(1)).cast(pl.Int64)
    phrase = after.str.slice(pl.col("_skipped")).str.extract(_PUNCTUATION, 1)
    separated = phrase.str.replace_all(", ", " , ", literal=True).str.replace(",$", " ,")
    lengths = pl.element().str.len_chars().cast(pl.Int64) + pl.when(pl.element() == ",").then(0).otherwise(1)
    return (
        numbers.with_columns(qualified.alias("_qualified"))
        .filter(after.str.contains(r"^ [\p{L}]") & ~after.str.contains(_NO_NOUN) & pl.col("currency").is_null())
        .with_columns(skipped.alias("_skipped"))
        .select(
            "key",
            pl.col("_skipped") + pl.col("_qualified"),
            separated.str.split(" ").list.head(_REACH).alias("word"),
        )
        .with_columns(
            (pl.col("word").list.eval(lengths.cum_sum()) - 1).alias("end"),
            pl.int_ranges(0, pl.col("word").list.len()).alias("position"),
        )
        .explode("word", "end", "position")
        .with_columns(pl.col("end") + pl.col("_skipped"))
    )


def with_head_noun(numbers: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Find the head noun after each number.

    In: `key` (unique, ascending), `language`, `number`, `high`, `after` (the text that follows). Out: plus `head` (the
    noun as written, null where none follows), `head_end` (code points from the start of `after` to the end of the noun
    and of nouns coordinated with it), `head_position` (words before it), `noun_lemma`, `known` (it stands in the
    lexicon), `noun_kind` (a unit_kind) and `noun_unit`.
    """
    tokens = settled(_tokens(numbers, language))
    classes = classify(tokens.select("word").unique(maintain_order=True), language)
    name = pl.col("class")
    first = pl.col("position") == 0
    english = pl.lit(language == "en")
    noun = pl.col("noun") | (pl.col("known") & ~english)
    # In Spanish the noun comes first; only listed adjectives may precede it.
    blocked = ~english & (name == "word") & ~noun
    numeral = pl.col("word").str.contains("^(?:[0-9$€£]|per-)")
    stop = name.is_in(["stop", "comma"]) | numeral | ((name == "and") & first) | blocked
    total = stop.cast(pl.Int32).cum_sum()
    base = pl.when(first).then(total - stop.cast(pl.Int32)).forward_fill()
    same = pl.col("key").shift(-1) == pl.col("key")
    follows = same & (pl.col("noun").shift(-1) & (name.shift(-1) == "word")) & english
    attributive = (name == "attributive") & follows
    joined = (
        same
        & (name.shift(-1) == "and")
        & (pl.col("key").shift(-2) == pl.col("key"))
        & pl.col("known").shift(-2)
        & pl.col("noun").shift(-2)
    )
    marked = (
        tokens.join(classes, on="word", how="left", maintain_order="left")
        .with_columns((total == base).alias("_open"))
        .with_columns(
            (pl.col("_open") & noun & ~attributive).alias("_head"),
            pl.when(joined).then(pl.col("end").shift(-2)).otherwise("end").alias("_head_end"),
        )
    )
    found = marked.filter("_head").unique(subset="key", keep="first", maintain_order=True)
    # A known singular counts where the phrase ends with it and holds no plural ("staff", "2 million euro"), but things
    # counted stand in the plural: "the 911 call centre" is a name.
    collective = ~pl.col("noun_kind").is_in(["count", "visas"])
    last_known = marked.filter(pl.col("_open") & pl.col("known") & collective & english).unique(
        subset="key", keep="last", maintain_order=True
    )
    heads = pl.concat([found, last_known.join(found.select("key"), on="key", how="anti")])
    return numbers.join(
        heads.select(
            "key",
            pl.col("word").alias("head"),
            pl.col("_head_end").alias("head_end"),
            pl.col("position").alias("head_position"),
            "noun_kind",
            "noun_unit",
            pl.col("lemma").alias("noun_lemma"),
            "known",
        ),
        on="key",
        how="left",
        maintain_order="left",
    )
