"""The pieces names of instruments are made of, as regexes without look-around.

Only the shapes live here; head nouns and other words come from the lexicons, and what is done with a match is said in the
sibling modules. Letters are those of Latin-1: the full Unicode classes make the automata of patterns this long
a hundred times slower.
"""

from __future__ import annotations

from functools import cache

from extraction.lexicons import alternation, lexicon

UPPER = "A-ZÀ-ÖØ-Þ"
LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
YEAR = "(?:19|20)[0-9]{2}"
_INITIALS = rf"(?:[{UPPER}]\.)+"
CAPITAL = rf"(?:{_INITIALS}|[{UPPER}][{LETTER}0-9']*|[0-9]{{1,3}}-[{UPPER}][a-z]+)(?:[-–/](?:{_INITIALS}|[{LETTER}0-9']+))*"
END = rf"(?:$|[^{LETTER}0-9])"

_ENGLISH_STEP = rf" (?:(?:(?:of|for|in|on|to|with|between|against)(?: the| its| our| all)?|and|&|the|our) )?{CAPITAL}"
_ENGLISH_LIST = rf"(?:, {CAPITAL}(?: {CAPITAL})*)+,? (?:and|&) {CAPITAL}"
ENGLISH_LEFT = rf"(?:{CAPITAL} (?:(?:(?:of|for|against)(?: the)?|and|&|the) )?)"
# Statutes have freer titles: "Freedom to Vote Act", "Food, Drug, and Cosmetic Act".
STATUTE_LEFT = rf"(?:{CAPITAL}(?:, (?:and )?| (?:(?:(?:of|for)(?: the)?|against|in|on|to|with|from|and|&|the) )?))"
ENGLISH_RIGHT = (
    rf" (?:on|for|of|to|against|in|between|with)(?: the| our| its| all)? {CAPITAL}(?:{_ENGLISH_STEP}|{_ENGLISH_LIST})*(?: {YEAR})?"
)
_SPANISH_LINK = "(?:de|del|sobre|para|por|en|entre|con|contra|y|e|a|al)(?: la| las| el| los)?"
_SPANISH_STEP = rf" (?:(?:{_SPANISH_LINK}|la|las|los) )?{CAPITAL}"
_SPANISH_LIST = rf"(?:, {CAPITAL}(?:{_SPANISH_STEP})*)+ (?:y|e) {CAPITAL}"
SPANISH_RIGHT = rf"(?:{_SPANISH_STEP}|{_SPANISH_LIST})+"


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
