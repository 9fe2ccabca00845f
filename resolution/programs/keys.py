"""What a name comes down to when its language, spelling and order of words are set aside.

Remit: names to sets of content words. Which names are then one instrument is decided in `clusters`.
"""

from __future__ import annotations

import re
from functools import cache

from anyascii import anyascii

from extraction.lexicons import lexicon
from warehouse.reference import load

_SMALL_WORDS = frozenset(
    [
        *("a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or", "our", "the", "to", "with"),
        *("al", "con", "contra", "de", "del", "e", "el", "en", "entre", "la", "las", "los", "para", "por", "se"),
        *("sobre", "su", "un", "una", "y"),
    ]
)
# Words that tell no instrument from another when only one of two names has them.
GENERIC = frozenset(["program", "programme", "project", "initiative", "process", "scheme", "new", "joint", "national"])
_SPELLINGS = {"programme": "program", "centre": "center", "labour": "labor", "defence": "defense", "vs": "v"}


def content_words(name: str) -> tuple[str, ...]:
    """The content words of a name in their order: plain letters, English, singular, countries as codes."""
    plain = anyascii(name).lower().replace("&", " and ").replace("'s ", " ")
    coded = _country_pattern().sub(lambda match: f" {_country_codes()[match.group(1)]} ", f" {plain} ")
    words = re.findall(r"[a-z0-9_$]+(?:[-/.][a-z0-9]+)*", coded)
    parts = [part for word in words for part in ([word] if re.search(r"[0-9]", word) else re.split(r"[-/.]", word))]
    return tuple(_english(part) for part in parts if part and part not in _SMALL_WORDS)


def is_spanish(name: str) -> bool:
    """Whether the words that join the name are Spanish."""
    return bool(re.search(r"(?:^| )(?:de|del|la|las|los|el|para|sobre|y|en) ", name.lower()))


def _english(word: str) -> str:
    translated = _translations().get(word, word)
    spelled = _SPELLINGS.get(translated, translated)
    if len(spelled) > 3 and spelled.endswith("ies"):
        return spelled[:-3] + "y"
    return (
        spelled[:-1]
        if len(spelled) > 3 and spelled.endswith("s") and not spelled.endswith(("ss", "us", "is"))
        else spelled
    )


@cache
def _translations() -> dict[str, str]:
    table = lexicon("program_translations", "es")
    return {anyascii(row["word"]): row["english"] for row in table.iter_rows(named=True)}


@cache
def _country_codes() -> dict[str, str]:
    """Plain lower-case names and adjectives of countries and the code they stand for."""
    names = load("country_names").sort("name", "code")
    told = (
        row for row in names.iter_rows(named=True) if row["ambiguous"] != "true" and row["kind"] != "capital_metonym"
    )
    codes = {anyascii(row["name"]).lower(): row["code"].lower() for row in told}
    return {name: code for name, code in codes.items() if len(name) > 2 or name in ("us", "uk")}


@cache
def _country_pattern() -> re.Pattern[str]:
    names = sorted(_country_codes(), key=lambda name: (-len(name), name))
    return re.compile(r"(?<![a-z0-9])(" + "|".join(map(re.escape, names)) + r")(?![a-z0-9])")


@cache
def country_codes() -> frozenset[str]:
    """The codes `content_words` may hold."""
    return frozenset(_country_codes().values())
