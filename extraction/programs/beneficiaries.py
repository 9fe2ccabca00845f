"""Pathways without a proper name that say whom they are for: a parole process for Cubans, visas for seasonal workers of Peru.

A pathway noun with no beneficiaries, country or scheme names nothing and is left alone.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation
from extraction.programs.patterns import END
from extraction.spans import find_all
from warehouse.reference import load

_ENGLISH_WAY = (
    "(?:[Hh]umanitarian |[Ff]amily [Rr]eunification |[Pp]rivate |[Cc]ommunity |[Tt]emporary |[Rr]efugee |[Ss]pecial )*"
    "(?:[Pp]arole|[Rr]esettlement|[Ss]ponsorship|[Rr]eunification|[Rr]egulari[sz]ation|[Ll]abou?r [Mm]obility|[Aa]dmissions?)"
)
_ENGLISH_SCHEME = "(?:[Pp]rocess(?:es)?|[Pp]rogram(?:me)?s?|[Ss]chemes?|[Ii]nitiatives?)"
_STATE_WAY = (
    "(?:humanitarian|refugee(?: and humanitarian)?(?: quota| resettlement| admissions)?|resettlement|private sponsorship|"
    "community sponsorship|seasonal workers?|guest ?worker|temporary (?:foreign )?workers?|family reunification|parole)"
)
_STATE_SCHEME = "(?:program(?:me)?s?|schemes?|process)"
_SPANISH_WAY = (
    "(?:[Pp]ermisos?|[Vv]isas?|[Vv]isados?|[Pp]arole|[Pp]rogramas?|[Pp]rocesos?|[Ee]statutos?|[Pp]lan(?:es)?)"
    "(?: (?:humanitari[oa]s?|temporal(?:es)?|especial(?:es)?|"
    "de (?:parole|reunificación(?: familiar)?|protección|regularización|reasentamiento|permanencia|residencia)))+"
)


@cache
def _people(language: str) -> str:
    """One or several peoples or countries in a row."""
    table = load("country_names").filter(pl.col("language") == language, pl.col("kind") != "capital_metonym")
    one = alternation(table["name"])
    joined = r"(?:, ?(?:and |or |y |e )?| and | or | y | e |/)" + (
        "(?:para )?(?:personas de )?" if language == "es" else ""
    )
    return f"{one}(?:{joined}{one})*"


def beneficiary_names(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Pathways named by their beneficiaries.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `kind`, `topic`, `language`, `method`.
    """
    english = sentences.filter(
        pl.col("language") == "en",
        pl.col("text").str.contains("(?i:parole|resettle|sponsorship|reunif|regulari|mobility|admission)"),
    )
    spanish = sentences.filter(
        pl.col("language") == "es",
        pl.col("text").str.contains("(?i:permiso|visa|parole|programa|proceso|estatuto|plan)"),
    )
    patterns = (
        (english, f"{_ENGLISH_WAY} {_ENGLISH_SCHEME}(?: [a-z]+){{0,4}} for (?:[a-z]+ ){{0,2}}{_people('en')}{END}"),
        (english, f"{_people('en')} {_ENGLISH_WAY} {_ENGLISH_SCHEME}{END}"),
        (
            spanish,
            f"{_SPANISH_WAY}(?: [a-zà-öø-ÿ]+){{0,6}} para (?:(?:las|los|el|la) )?"
            f"(?:(?:personas|ciudadan[oa]s|nacionales|migrantes|familias)(?: (?:de|desde|procedentes de|provenientes de))? )?"
            f"{_people('es')}{END}",
        ),
    )
    return pl.concat(
        [*(_found(frame, pattern) for frame, pattern in patterns), _of_a_country(sentences)], how="diagonal"
    )


def _of_a_country(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Pathways told apart by the state that runs them: "New Zealand's refugee quota program"."""
    likely = pl.col("text").str.contains(rf"'s? (?:[a-z]+ ){{0,2}}{_STATE_WAY}")
    owner = rf"{_people('en')}(?:'s|') "
    return (
        find_all(
            sentences.filter(pl.col("language") == "en", likely),
            rf"{owner}(?:[a-z]+ ){{0,2}}{_STATE_WAY} {_STATE_SCHEME}(?-u:\b)",
        )
        .with_columns(pl.col("match").str.extract_all(rf"{_STATE_WAY} {_STATE_SCHEME}$").list.first().alias("short"))
        .select(
            "sentence",
            "document_id",
            (pl.col("match_end") - pl.col("short").str.len_chars()).alias("start"),
            pl.col("match_end").alias("end"),
            pl.concat_str(pl.col("match").str.extract(r"^(.*?)'s? ", 1), pl.lit(" "), "short").alias("name"),
            "short",
            pl.lit("pathway").alias("kind"),
            "language",
            pl.lit("pathway.state").alias("method"),
        )
    )


def _found(sentences: pl.LazyFrame, pattern: str) -> pl.LazyFrame:
    name = pl.col("match").str.replace(r"[^A-Za-zÀ-ÖØ-öø-ÿ]$", "")
    return (
        find_all(sentences, pattern)
        .with_columns(name.alias("name"))
        .select(
            "sentence",
            "document_id",
            pl.col("match_start").alias("start"),
            (pl.col("match_start") + pl.col("name").str.len_chars()).alias("end"),
            "name",
            pl.lit("pathway").alias("kind"),
            pl.lit("migration_pathways").alias("topic"),
            "language",
            pl.lit("pathway.beneficiaries").alias("method"),
        )
    )
