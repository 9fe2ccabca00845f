"""Pathways without a proper name that say whose they are: a parole process for Cubans, Canada's sponsorship program.

A pathway noun with no beneficiaries, country or scheme names nothing and is left alone.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.programs.patterns import CAPITAL, END, LETTER, where
from extraction.spans import find_all
from warehouse.reference import load

_ENGLISH_WAY = (
    "(?:(?:[Hh]umanitarian|[Ff]amily [Rr]eunification|[Pp]rivate|[Cc]ommunity|[Tt]emporary|[Rr]efugee|[Ss]pecial) )*"
    "(?:[Pp]arole|[Rr]esettlement|[Ss]ponsorship|[Rr]eunification|[Rr]egulari[sz]ation|[Ll]abou?r [Mm]obility|"
    "[Aa]dmissions?)"
)
# Ways that name no scheme besides: "humanitarian pathway for Syrians".
_ENGLISH_PATH = (
    "(?:(?:[Hh]umanitarian|[Ff]amily [Rr]eunification|[Ee]conomic|[Ll]abou?r|[Ss]pecial|[Tt]emporary|"
    "[Cc]omplementary) )+"
    "(?:[Pp]athways?|(?:[Pp]rotect(?:ed|ion) )?[Ss]tatus|[Cc]ategory|[Pp]ermits?|[Vv]isas?)"
)
_ENGLISH_SCHEME = "(?:[Pp]rocess(?:es)?|[Pp]rogram(?:me)?s?|[Ss]chemes?|[Ii]nitiatives?)"
_ENGLISH_PATH_END = "(?:athways?|tatus|ategory|ermits?|isas?) for "
_ENGLISH_WAY_END = "(?:arole|ettlement|onsorship|unification|ari[sz]ation|obility|dmissions?)"
_STATE_WAY = (
    "(?:humanitarian|refugee(?: and humanitarian)?(?: quota| resettlement| admissions)?|resettlement|"
    "(?:private|community) sponsorship|seasonal workers?|guest ?worker|temporary (?:foreign )?workers?|"
    "family reunification|parole)"
)
_STATE_SCHEME = "(?:program(?:me)?s?|schemes?|process)"
_SPANISH_WAY = (
    "(?:[Vv]ías?|[Cc]ategorías?|[Pp]ermisos?|[Vv]isas?|[Vv]isados?|[Pp]arole|[Pp]rogramas?|[Pp]rocesos?|[Ee]statutos?|[Pp]lan(?:es)?)"
    "(?: (?:humanitari[oa]s?|temporal(?:es)?|especial(?:es)?|"
    "de (?:parole|reunificación(?: familiar)?|protección|regularización|reasentamiento|permanencia|residencia)))+"
)
_PEOPLE = rf"{CAPITAL}(?: {CAPITAL})?"
_PEOPLES = rf"{_PEOPLE}(?:(?:,|,? and|,? or|/) ?{_PEOPLE})*"
_GENTE = rf"[{LETTER}]+(?: [A-Z][{LETTER}]+)?"
_GENTES = rf"{_GENTE}(?:(?:,| y| e| o) (?:para )?(?:personas de )?{_GENTE})*"
_SPANISH_PERSONS = (
    "(?:(?:las|los|el|la) )?(?:(?:personas|ciudadan[oa]s|nacionales|migrantes|familias)"
    "(?: (?:de|desde|procedentes de|provenientes de))? )?"
)
_ENGLISH_PERSONS = "(?: (?:nationals|citizens|migrants|refugees|families))?"

# Language, which words of the match must hold a country or a people, and the pattern.
_RULES = (
    (
        "en",
        rf" for (?:certain |eligible )?(?:[a-z]+ (?:from|of) )?({_PEOPLES})(?: [a-z]+)?$",
        rf"(?:{_ENGLISH_WAY} {_ENGLISH_SCHEME}(?: [a-z]+){{0,4}}|{_ENGLISH_PATH}) for (?:[a-z]+ ){{0,2}}{_PEOPLES}"
        rf"{_ENGLISH_PERSONS}",
    ),
    ("en", rf"^({_PEOPLES}) ", rf"{_PEOPLES} {_ENGLISH_WAY} {_ENGLISH_SCHEME}"),
    ("es", r" para (.*)$", rf"{_SPANISH_WAY}(?: [a-zà-öø-ÿ]+){{0,6}} para {_SPANISH_PERSONS}{_GENTES}"),
)


def beneficiary_names(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Pathways named by their beneficiaries or by the state that runs them, in texts of one language.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `short` (the words the document may go on to use, null for
    beneficiaries), `kind`, `language`, `method`.
    """
    way = _SPANISH_WAY if language == "es" else rf"{_ENGLISH_WAY_END} {_ENGLISH_SCHEME}|{_ENGLISH_PATH_END}"
    likely = where(sentences, pl.col("text").str.contains(way))
    finds = [_for_whom(likely, asked, pattern) for spoken, asked, pattern in _RULES if spoken == language]
    if language == "en":
        finds.append(_of_a_state(sentences))
    return pl.concat(finds, how="diagonal")


def _for_whom(sentences: pl.LazyFrame, asked: str, pattern: str) -> pl.LazyFrame:
    match = pl.col("match").str.extract_all(rf"^{pattern}").list.first()
    return (
        find_all(sentences, rf"{pattern}{END}")
        .with_columns(match.alias("name"))
        .pipe(_without_strangers)
        .pipe(_without_strangers)
        .filter(_names_a_people(pl.col("name").str.extract(asked, 1)))
        .select(
            "sentence",
            "document_id",
            pl.col("match_start").alias("start"),
            (pl.col("match_start") + pl.col("name").str.len_chars()).alias("end"),
            "name",
            pl.lit("pathway").alias("kind"),
            "language",
            pl.lit("pathway.beneficiaries").alias("method"),
        )
    )


def _without_strangers(found: pl.LazyFrame) -> pl.LazyFrame:
    """Cut a last member that is no people from the list at the end of `name` ("para venezolanos y abrirá ...")."""
    last = pl.col("name").str.extract(r"(?:,| y| e| o) ([^,]*?)$", 1)
    without = pl.col("name").str.replace(r"(?:,| y| e| o) [^,]*?$", "")
    stranger = (pl.col("language") == "es") & last.is_not_null() & ~_names_a_people(last)
    return found.with_columns(pl.when(stranger).then(without).otherwise("name").alias("name"))


def _of_a_state(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Pathways told apart by the state that runs them: "New Zealand's refugee quota program"."""
    english = where(sentences, pl.col("text").str.contains(rf"{_STATE_WAY} {_STATE_SCHEME}"))
    owned = rf"{_PEOPLE}'s? (?:[a-z]+ ){{0,2}}{_STATE_WAY} {_STATE_SCHEME}(?-u:\b)"
    owner = pl.col("match").str.extract(r"^(.*?)'s? ", 1)
    return (
        find_all(english, owned)
        .filter(_names_a_people(owner))
        .with_columns(pl.col("match").str.extract_all(rf"{_STATE_WAY} {_STATE_SCHEME}$").list.first().alias("short"))
        .select(
            "sentence",
            "document_id",
            (pl.col("match_end") - pl.col("short").str.len_chars()).alias("start"),
            pl.col("match_end").alias("end"),
            pl.concat_str(owner, pl.lit(" "), "short").alias("name"),
            "short",
            pl.lit("pathway").alias("kind"),
            "language",
            pl.lit("pathway.state").alias("method"),
        )
    )


@cache
def _people_forms() -> list[str]:
    table = load("country_names").filter(pl.col("kind") != "capital_metonym")
    return [f" {name} " for name in table["name"].unique().sort()]


def _names_a_people(words: pl.Expr) -> pl.Expr:
    """Whether the words hold the name of a country or a people."""
    spaced = pl.concat_str(pl.lit(" "), words.str.replace_all("[ ,/]", "  "), pl.lit(" "))
    return spaced.str.contains_any(_people_forms()).fill_null(False)
