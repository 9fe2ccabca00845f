"""The patterns of a phrase of time: date expressions, and the words that lead into and join them.

The words stand in the lexicons `months` and `period_words`. What a phrase means is read in `expressions` and `find`.
"""

from __future__ import annotations

from functools import cache

from extraction.lexicons import alternation, lexicon, words

YEAR = "(?:1[89][0-9]{2}|20[0-9]{2}|2100)"
DECADE = "(?:1[89]|20)[0-9]0s"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_NUMBER = r"[0-9]{1,3}"
_ISO = r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]"
_SLASHED = r"[0-3]?[0-9]/[0-3]?[0-9]/(?:19|20)?[0-9]{2}"


@cache
def role(language: str, *roles: str) -> str:
    """An alternation of the period words of some roles."""
    return alternation(word for each in roles for word in words("period_words", language, role=each))


@cache
def months(language: str) -> str:
    """An alternation of the names of the months."""
    return alternation(lexicon("months", language)["word"])


def _english() -> str:
    month, unit, count = months("en"), role("en", "unit"), role("en", "count")
    ordinal, part, edge, near = (role("en", each) for each in ("ordinal", "part", "edge", "day"))
    turn = role("en", "past", "next", "this")
    day = rf"{_DAY}(?:st|nd|rd|th)?(?-u:\b)"
    days = rf"{day}(?: ?(?:[-–]|to|through|and) ?{day})?"
    number = rf"(?:{_NUMBER}|{count}(?:[ -]{count})?)"
    fiscal = "(?i-u:fiscal|financial|calendar)"
    years = (
        rf"{YEAR}(?: ?[-–/] ?(?:FY ?)?(?:{YEAR}|[0-9]{{2}}(?-u:\b))|(?: and | through | to )(?:FY ?)?{YEAR})?(?-u:\b)"
    )
    calendar = (
        rf"{month} (?:{days}(?:,? {YEAR})?|(?:of |,)?(?:{YEAR}|(?i-u:{turn} year)(?-u:\b)))|{month}(?-u:\b)"
        rf"|{days}(?: of)? {month}(?:,? {YEAR})?|{_ISO}|{_SLASHED}"
        rf"|(?:{fiscal} )?(?i-u:years? )?(?:\(FY\) )?{years}(?: {fiscal} years?)?"
        rf"|(?:{fiscal} (?i-u:years?) ?|FYs? ?)'?[0-9]{{2}}(?: (?:and|through|to) (?:{fiscal} (?i-u:years?) ?|FYs? ?)?"
        rf"'[0-9]{{2}})?(?-u:\b)"
        rf"|FYs? ?'?(?:{years}|[0-9]{{2}}(?-u:\b)(?:[-–/][0-9]{{2}})?)|{DECADE}"
        rf"|Q[1-4](?:,?(?: of)? (?:FY ?)?{YEAR})?|H[12] {YEAR}"
    )
    relative = (
        rf"(?i-u:(?:this )?{turn} (?:{number} (?:full |fiscal |calendar |consecutive )?"
        rf"|{fiscal} )?(?:{unit}|{month})(?-u:\b)|{number}[ -]{unit} ago|{near}(?-u:\b))"
    )
    edged = (
        rf"(?i-u:(?:{ordinal}|[1-4](?:st|nd|rd|th)) (?:{fiscal} )?{part} of (?:the )?"
        rf"|{edge}[ -](?:of )?(?:the )?(?:in )?)"
    )
    the_year = rf"(?i-u:{ordinal} {part} of the (?:{fiscal} )?year|{edge} of the (?:{fiscal} )?{unit})(?-u:\b)"
    return rf"(?:the )?(?:{the_year}|(?:{edged})?(?:{edged})?(?:{calendar}|{relative}))"


def _spanish() -> str:
    month, unit, count = months("es"), role("es", "unit"), role("es", "count")
    ordinal, part, edge, near = (role("es", each) for each in ("ordinal", "part", "edge", "day"))
    turn = role("es", "past", "next", "this")
    day = rf"(?:{_DAY}(?-u:\b)[º°]?|primero)"
    days = rf"{day}(?:(?: (?:a|al|y|y el) | ?[-–] ?)(?:el )?{day})?"
    number = rf"(?:{_NUMBER}|{count}(?: y {count})?)"
    years = rf"{YEAR}(?: ?[-–/] ?(?:{YEAR}|[0-9]{{2}}(?-u:\b))|(?: y | al? ){YEAR})?(?-u:\b)"
    of_year = rf"(?:,? (?:del? )?(?:(?:año )?{YEAR}|(?:{turn} año|año {turn})(?: en curso)?(?-u:\b)))"
    calendar = (
        rf"{days}(?: de)? {month}{of_year}?|{month} (?:{_DAY}, {YEAR}|{turn})|(?:mes de )?{month}{of_year}?(?-u:\b)"
        rf"|{_ISO}|{_SLASHED}"
        rf"|(?:(?:año|ejercicio|ciclo|periodo|período|bienio)s? (?:fiscal(?:es)? )?(?:del? )?"
        rf"|(?:AF|FY) ?)?(?:{years}|(?:AF|FY) ?[0-9]{{2}}(?-u:\b))"
    )
    relative = (
        rf"{turn} (?:{number} )?(?:año fiscal|{unit}|{month})(?-u:\b)(?: en curso)?"
        rf"|{number} {turn} {unit}|(?:{number} )?(?:{unit}|año fiscal) {turn}(?-u:\b)"
        rf"|hace (?:más de |casi |unos |apenas )?{number} {unit}|{near}(?-u:\b)"
    )
    edged = rf"(?:{ordinal} {part}|{edge}) del? (?:(?:el|la|los|las) )?"
    the_year = rf"{ordinal} {part} del año|{edge} del? (?:año|mes|sexenio)"
    return rf"(?:(?:el|la|los|las|del) )?(?:(?:{edged})?(?:{edged})?(?i:{calendar}|{relative})|{the_year}(?-u:\b))"


@cache
def expression(language: str) -> str:
    """One date expression: a date, month, quarter, year, fiscal year or a relative time."""
    return _english() if language == "en" else _spanish()


LEADS = ("since", "from", "after", "until", "deadline", "before", "so_far", "between", "in")


@cache
def anchor(language: str) -> str:
    """A cheap pattern that every phrase of time contains: a year, a month, a unit of time or a day like "today"."""
    named = alternation([*lexicon("months", language)["word"], "FY", "AF"])
    return (
        rf"(?-u:\b)(?:(?:1[89]|20|21)[0-9]{{2}}|[QH][1-4] |FY|AF[0-9 ]|{named}"
        rf"|(?i:{role(language, 'unit', 'day')}))|/[0-9]{{2}}(?-u:\b)"
    )


@cache
def phrase(language: str) -> str:
    """A phrase of time: with the words that lead into it and, in a range, both its ends; or a plain span of time."""
    return f"{span(language)}|{_phrase(language, '(?:')}"


@cache
def phrase_parts(language: str) -> str:
    """The same phrase, with groups for lead, first expression, joining words and second expression."""
    return f"^{_phrase(language, '(')}$"


def _phrase(language: str, group: str) -> str:
    leads, joints, one = role(language, *LEADS), role(language, "through"), expression(language)
    return (
        rf"(?:{group}(?-u:\b)(?i:{leads}) )?)?{group}(?-u:\b){one})"
        rf"(?:{group} ?(?:(?i:{joints}) |[-–—] ?)(?:in )?){group}{one}))?"
    )


@cache
def span(language: str) -> str:
    """A span of time that hangs on no date ("within 90 days", "en 30 años", "two weeks later")."""
    unit, count = role(language, "unit"), role(language, "count")
    number = rf"(?:{_NUMBER}|{count}(?:(?:[ -]| y ){count})?)"
    parts = ("lead", "about", "adjective", "after", "anchor")
    lead, about, more, later, anchored = (role(language, f"span_{part}") for part in parts)
    return (
        rf"(?i:(?-u:\b){lead} (?:{about} )?{number} (?:{more} )?{unit}(?-u:\b)(?: {anchored}(?-u:\b))?"
        rf"|(?-u:\b){number} {unit} {later}(?-u:\b))"
    )
