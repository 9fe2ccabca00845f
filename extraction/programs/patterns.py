"""The pieces names of instruments are made of, as regexes without look-around.

Only the shapes live here; head nouns and other words come from the lexicons, and what is done with a match is said in
the sibling modules. Letters are those of Latin-1: the full Unicode classes make the automata of patterns this long a
hundred times slower.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon

UPPER = "A-ZÀ-ÖØ-Þ"
LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
YEAR = "(?:19|20)[0-9]{2}"
_INITIALS = rf"(?:[{UPPER}]\.)+"
CAPITAL = (
    rf"(?:{_INITIALS}|[{UPPER}][{LETTER}0-9']*|[0-9]{{1,3}}-[{UPPER}][a-z]+)(?:[-–/](?:{_INITIALS}|[{LETTER}0-9']+))*"
)
END = rf"(?:$|[^{LETTER}0-9])"

# In English runs heads are marked before the shapes are looked for: their long alternation inside the loops below would
# make an automaton of too many states, thirty times slower.
HEAD = "\x02[^\x03]+\x03"
SMALL_HEAD = "\x04[^\x05]+\x05"
MARKS = "[\x02-\x05]"
_TOKEN = f"(?:{HEAD}|{CAPITAL})"
_STEP = rf" (?:(?:(?:of|for|in|on|to|with|between|against)(?: the| its| our| all)?|and|&|the|our) )?{_TOKEN}"
_LIST = rf"(?:, {_TOKEN}(?: {_TOKEN})*)+,? (?:and|&) {_TOKEN}"
ENGLISH_LEFT = rf"(?:{_TOKEN} (?:(?:(?:of|for|against)(?: the)?|and|&|the) )?)"
# Statutes have freer titles: "Freedom to Vote Act", "Food, Drug, and Cosmetic Act".
STATUTE_LEFT = rf"(?:{_TOKEN}(?:, (?:and )?| (?:(?:(?:of|for)(?: the)?|against|in|on|to|with|from|and|&|the) )?))"
STATUTE_HEAD = "\x02Acts?\x03"
ENGLISH_RIGHT = (
    rf"(?: of {YEAR}| {YEAR})?"
    rf"(?: (?:on|for|of|to|against|in|between|with)(?: the| our| its| all)? {_TOKEN}(?:{_STEP}|{_LIST})*(?: {YEAR})?)?"
)
ENGLISH_NAME = (
    f"{STATUTE_LEFT}+{STATUTE_HEAD}{ENGLISH_RIGHT}|{ENGLISH_LEFT}*{HEAD}{ENGLISH_RIGHT}|{ENGLISH_LEFT}+{SMALL_HEAD}"
)
_SPANISH_LINK = "(?:de|del|sobre|para|por|en|entre|con|contra|y|e|a|al)(?: la| las| el| los)?"
_SPANISH_STEP = rf" (?:(?:{_SPANISH_LINK}|la|las|los) )?{CAPITAL}"
_SPANISH_LIST = rf"(?:, {CAPITAL}(?:{_SPANISH_STEP})*)+ (?:y|e) {CAPITAL}"
SPANISH_RIGHT = rf"(?:{_SPANISH_STEP}|{_SPANISH_LIST})+"


# Capitalised words with whatever small words may join them, year and small noun at the end: cheap to find, and every
# English name lies inside one.
ENGLISH_RUN = rf"{CAPITAL}(?:,? (?:[a-z&]{{1,7}} ){{0,2}}(?:{CAPITAL}|{YEAR}))*(?: [a-z-]+){{0,2}}"


def where(sentences: pl.LazyFrame, condition: pl.Expr) -> pl.LazyFrame:
    """The sentences that meet a cheap condition, computed now.

    Left in the plan, the filter would be merged with the costly pattern after it, and that tried on every sentence.
    """
    return sentences.filter(condition).collect().lazy()


@cache
def heads(language: str, *, described: bool = False) -> tuple[str, ...]:
    """Head nouns of a language, singular and plural; only those that may head a description when `described`."""
    table = lexicon("program_heads", language)
    if described:
        table = table.filter(table["described"] == "yes")
    return tuple(sorted({*table["head"], *table["plural"].drop_nulls()}))


@cache
def small_heads(language: str) -> tuple[str, ...]:
    """Head nouns in small letters, as they follow a name ("Feed the Future program")."""
    return tuple(sorted({head.lower() for head in heads(language) if not head.isupper()}))


def any_of(words: tuple[str, ...]) -> str:
    """Alternation of words, the longest first."""
    return alternation(words)
