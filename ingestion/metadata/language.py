"""The language of a text, among the languages that migration documents of the Americas and Europe are written in."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from py3langid.langid import MODEL_FILE, LanguageIdentifier

CANDIDATES = ("de", "en", "es", "fr", "it", "pt")
UNDETERMINED = "und"

_SAMPLE = 2048
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(CANDIDATES))
    return identifier


def language_of(text: str) -> str:
    """Return the most probable of `CANDIDATES` by the start of a text; `und` when it is not in Latin letters."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters == 0 or len(_LATIN.findall(sample)) < letters / 2:
        return UNDETERMINED
    return cast("str", _identifier().classify(sample)[0])


def given_language(value: str | None) -> str | None:
    """Return the ISO 639 code of a language tag given with a text ("en-US" is "en"), or null."""
    code = re.split(r"[-_]", (value or "").strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None
