"""The names by which texts call those who act, per language: reference data and lexicon words in one table.

Which neighbouring words make one mention is decided in `mentions`, whom "we" or "both countries" mean in `meaning`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon
from warehouse.reference import load

# Where one word stands in several tables, the type that comes first here counts.
_PRECEDENCE = (
    "not",
    "region",
    "holder",
    "joint",
    "signatories",
    "unnamed",
    "we",
    "our",
    "pronoun",
    "possessive",
    "country",
    "metonym",
    "agency",
    "organisation",
    "title",
    "other",
    "authority",
    "demonym",
    "people",
)
_COUNTRY_TYPES = {
    "name": "country",
    "capital_metonym": "metonym",
    "demonym_adjective": "demonym",
    "demonym_people": "people",
}
_ACCENTED, _PLAIN = "áéíóúüñÁÉÍÓÚÜÑçãõâêô", "aeiouunAEIOUUNcaoaeo"


def _capitalised(word: pl.Expr) -> pl.Expr:
    return word.str.head(1).str.to_uppercase() + word.str.slice(1)


def _plain(word: pl.Expr) -> pl.Expr:
    return word.str.replace_many(list(_ACCENTED), list(_PLAIN))


def _rows(frame: pl.DataFrame, word: str | pl.Expr, type_: str | pl.Expr, party: str | pl.Expr | None) -> pl.DataFrame:
    """Rows of the table of names; a string names a column for `word` and `party` and is the value for `type_`."""
    return frame.select(
        (pl.col(word) if isinstance(word, str) else word).alias("word"),
        (pl.lit(type_) if isinstance(type_, str) else type_).alias("type"),
        (pl.lit(None, pl.String) if party is None else pl.col(party) if isinstance(party, str) else party).alias(
            "party"
        ),
        (pl.col("ambiguous") == "true" if "ambiguous" in frame.columns else pl.lit(False)).alias("ambiguous"),
    ).filter(pl.col("word").str.len_chars() > 1)


def _with_aliases(table: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """One row per name: the values of `columns` and each of the `aliases` as `word`."""
    names = [pl.col(column).fill_null("") for column in columns]
    return (
        table.with_columns(pl.concat_str(*names, pl.col("aliases").fill_null(""), separator="|").alias("word"))
        .with_columns(pl.col("word").str.split("|"))
        .explode("word")
        .filter(pl.col("word") != "")
    )


def _countries(language: str) -> pl.DataFrame:
    table = load("country_names").filter(pl.col("language") == language)
    rows = _rows(table, "name", pl.col("kind").replace_strict(_COUNTRY_TYPES), "code")
    article = r"^(?:the|la|las|los|el) "
    bare = pl.col("word").str.replace(article, "")
    rows = rows.filter(~pl.col("word").str.contains(article) | ~bare.is_in(rows["word"].to_list()))
    shouted = rows.filter((pl.col("type") == "country") & ~pl.col("ambiguous") & (pl.col("word").str.len_chars() > 4))
    capitalised = rows.filter(pl.col("type") == "demonym").with_columns(_capitalised(pl.col("word")))
    return pl.concat([rows, shouted.with_columns(pl.col("word").str.to_uppercase()), capitalised])


def _titles(language: str) -> pl.DataFrame:
    """Titles of office in the casings of running text; legislators and those who only speak bind nobody."""
    table = load("offices").filter(pl.col("language") == language)
    plural = (
        "s"
        if language == "en"
        else pl.when(pl.col("title").str.contains("[aeiou]$")).then(pl.lit("s")).otherwise(pl.lit("es"))
    )
    table = pl.concat([table, table.with_columns(pl.col("title") + plural)])
    rows = _rows(
        table,
        "title",
        pl.when(pl.col("kind") == "legislator").then(pl.lit("other")).otherwise(pl.lit("title")),
        "country",
    )
    return pl.concat([rows, rows.with_columns(_capitalised(pl.col("word")))])


def _joint(language: str, countries: pl.DataFrame) -> pl.DataFrame:
    """Phrases that mean every party of a document: quantifier and noun, or a bare plural with its determiner."""
    table = lexicon("actor_words", language)
    pairs = [
        ("joint_quantifier", "joint_noun"),
        ("joint_determiner", "joint_bare_noun"),
    ]
    phrases = [
        table.filter(pl.col("type") == first)
        .select(pl.col("word").alias("first"))
        .join(table.filter(pl.col("type") == second).select(pl.col("word").alias("second")), how="cross")
        .select((pl.col("first") + " " + pl.col("second")).alias("word"))
        for first, second in pairs
    ]
    spoken = pl.concat([*phrases, table.filter(pl.col("type").is_in(["joint", "joint_bare"])).select("word")])
    last = pl.col("word").str.extract(r"([^ ]+)$")
    # "los Países" may open the name of a country.
    opens_a_name = countries["word"].str.extract(r"^([^ ]+) ").drop_nulls().unique().to_list()
    dignified = spoken.filter(~_capitalised(last).is_in(opens_a_name)).select(
        pl.col("word").str.replace(r"[^ ]+$", "") + _capitalised(last)
    )
    spoken = pl.concat([spoken, dignified])
    return _rows(pl.concat([spoken, spoken.select(_capitalised(pl.col("word")))]), "word", "joint", None)


def _words(language: str) -> pl.DataFrame:
    voices = ("we", "our", "pronoun", "possessive")
    kinds = [*voices, "authority", "title", "signatories", "unnamed", "not", "region", "people"]
    table = lexicon("actor_words", language).filter(pl.col("type").is_in(kinds))
    rows = _rows(table, "word", pl.col("type"), None)
    titled = rows.filter(pl.col("type").is_in(["authority", "title"]) & pl.lit(language == "en"))
    return pl.concat(
        [
            rows,
            rows.with_columns(_capitalised(pl.col("word"))),
            titled.with_columns(pl.col("word").str.to_titlecase()),
        ]
    )


def holders() -> pl.DataFrame:
    """Who held an office when: `word` (a form of the name), `party`, `from`, `to` (dates; null where open)."""
    table = _with_aliases(load("office_holders"), "name")
    rows = table.select("word", "party", pl.col("from").str.to_date(), pl.col("to").str.to_date())
    return pl.concat([rows, rows.with_columns(_plain(pl.col("word")))]).unique(maintain_order=True)


@cache
def names(language: str) -> pl.DataFrame:
    """Every name of `language`, once: `word`, `type`, `party` (null where the text must say), `ambiguous`.

    Types: country, metonym (a capital for its government), demonym (adjective), people (no authority), agency,
    organisation, title, holder (a person, whose party depends on the date), authority (a noun such as "government"),
    joint, signatories, unnamed ("partner countries"), we, our, pronoun, possessive, other (persons who bind no state)
    and not (longer names that hold a country's name and mean no state).
    """
    countries, spoken = _countries(language), _words(language)
    national = countries["word"].to_list()
    authority = spoken.filter(pl.col("type") == "authority")["word"].to_list()
    agencies = _with_aliases(load("agencies").filter(pl.col("language").is_in([language, "any"])), "name")
    # "British government" is read from its two words, as "British governments" must be.
    two_words = rf"^(?:[Tt]he )?{alternation(national)} {alternation(authority)}$"
    agencies = agencies.filter(~pl.col("word").str.contains(two_words))
    organisations = _with_aliases(load("organisations"), f"name_{language}")
    acronym = pl.col("word").str.contains(r"^\p{Lu}{4,}$")  # "Acnur" beside "ACNUR"
    tables = [
        countries,
        _titles(language),
        _joint(language, countries),
        spoken,
        _rows(agencies, "word", "agency", "party"),
        _rows(organisations.filter(acronym), pl.col("word").str.to_titlecase(), "organisation", "code"),
        _rows(organisations, pl.col("word").str.strip_prefix("the ").str.strip_prefix("la "), "organisation", "code"),
        _rows(holders(), "word", "holder", None),
    ]
    return (
        pl.concat(tables)
        .with_columns(
            pl.col("type").replace_strict({type_: rank for rank, type_ in enumerate(_PRECEDENCE)}).alias("rank")
        )
        .sort("word", "rank", "party", nulls_last=True)
        .unique("word", keep="first", maintain_order=True)
        .drop("rank")
        .sort(pl.col("word").str.len_chars(), "word", descending=[True, False])
    )
