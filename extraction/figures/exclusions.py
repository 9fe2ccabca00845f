"""Numbers that are no figures for the words next to them: names, dates, times, ordinals, labels, codes, list marks.

Each rule is a pattern over the text right before or after the number. Phrases of time are `times`' business, small
counts and numbers without a noun `selection`'s.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words

_NEAR = 20  # code points that hold what stands right before a number
# Part of a longer code, name or decimal: "H-2B", "116-94", "3.2.1", "@5".
_GLUED = r"[\p{L}0-9/_#@+§№]$|[\p{L}0-9][-–.]$|[0-9][:,]$|[$€£]$"
_YEAR = "^(?:1[89]|20|21)[0-9]{2}$"
_COUNTS_THINGS = (
    r"^ (?:\p{Ll}[\p{L}-]+ )?(?:\p{Ll}[\p{L}-]*s|people|children|women|men)(?:$"
    r"|[^\p{L}])|^ ?(?:%|€|£)|^ (?:de )?(?:d[oó]lares|pesos|euros|dollars)"
)
_MONEY = r"[$€£¥₡₲₱] ?$|(?:^|[^\p{L}])[A-Z]{3} $"
_LIST_MARK = r"^[ (\[•*-]*$"
_MARK_END = r"^[.)\]](?: |$)"
# "2.3 Chile has …": the number of a section before its first sentence.
_SECTION_MARK = r"^[0-9]{1,2}\.[0-9]{1,2}$"
_TELEPHONE = r"(?:\+[0-9]{1,3}|(?i:tel(?:ephone|éfono|\.)?|phone|fax)[.:]*)[0-9 ()-]*$"
_SANCTIONS = r"(?i:^ (?:(?:un|isil|al-qaida|daesh|and) )*(?:sanctions?|committee|regime|list|designations?)(?-u:\b))"
_READING_TIME = r"(?i:(?:lectura|reading time|tiempo de lectura)(?: de|:)? $)"
_FOLLOW = {
    "en": (
        r"(?i-u:^(?:st|nd|rd|th)(?-u:\b)|^[:/][0-9]|^ ?(?:a\.?m|p\.?m)(?:\.|(?-u:\b))"
        r"|^ (?:u\.? ?s\.? ?c|c\.? ?f\.? ?r|usc|cfr|stat\.|fed\. reg|f\.[23]d)"
        r"|^ (?:o'clock|noon|gmt|edt|est|utc)(?-u:\b)|^ min(?:ute)?s? read(?-u:\b)|^ ?\([a-z0-9]{1,3}\)"
        r"|^[a-z]|^-[0-9]|^[.][0-9a-z]|^'?s(?-u:\b)"
        r"|^-(?:way|star|fold|d|on|to|year-olds?|ever|sided|pronged|legged|time"
        r"|page|point plan|ish|and)(?-u:\b)|^ years?[ -](?:old|of age)"
        r"|^ of (?:you|them all)(?-u:\b)|^ (?:another|other|more time)(?-u:\b)"
        r"|^ by [0-9]|^(?:-| )(?:percenter|cents)|^ degrees)"
    ),
    "es": (
        r"(?i:^[.]?[ºª°]|^(?:er|ra|ro|do|da|to|ta|vo|va|mo|ma)(?-u:\b)|^[:/][0-9]"
        r"|^ ?(?:a\. ?m|p\. ?m|am|pm|hrs|horas? del|h)(?:\.|(?-u:\b))"
        r"|^ ?\([a-z0-9]{1,3}\)|^[\p{L}]|^-[0-9\p{L}]|^[.][0-9]|^ (?:de )?(?:ellos"
        r"|ellas|nosotros|ustedes)(?-u:\b)|^ años de edad|^ grados)"
    ),
}
_IDIOM = {
    "en": (
        r"(?i:^ (?:hours a day|days a week|cents|of a kind|or another|on one|by one"
        r"|way or|day|thing|another|and only|size fits|and all|moment|voice|degrees))(?-u:\b)"
    ),
    "es": (
        r"(?i:^ (?:por ciento de los días|sobre todo|horas al día|días a la semana"
        r"|de los|de las|por uno|a uno|u otro|u otra|y otro|a otro))(?:$|[^\p{L}])"
    ),
}


@cache
def _labels(language: str) -> str:
    """A label or name that the number belongs to, at the end of the text before it."""
    label = alternation(words("number_labels", language, "word"))
    return rf"(?:^|[^\p{{L}}])(?i:{label})(?: ?[#(]| n[o.º°]+\.?)? ?$"


@cache
def _months(language: str) -> str:
    return alternation(lexicon("months", language)["word"])


def _date(language: str) -> pl.Expr:
    month = _months(language)
    before, after = pl.col("before"), pl.col("after")
    day_or_year = pl.col("number").str.contains("^(?:[0-3]?[0-9]|(?:1[89]|20|21)[0-9]{2})$")
    month_before = before.str.tail(_NEAR).str.contains(rf"(?:^|[^\p{{L}}]){month},? (?:the )?$")
    month_after = after.str.contains(rf"^(?:st|nd|rd|th|º|°)?,? (?:of |de )?{month}(?-u:\b)")
    return day_or_year & (month_before | month_after)


def named(language: str) -> pl.Expr:
    """Whether a candidate is part of a date, a plain year or a labelled thing ("Title 42"), whatever it joins with."""
    labelled, dated = pl.col("before").str.tail(2 * _NEAR).str.contains(_labels(language)), _date(language)
    year = (
        pl.col("number").str.contains(_YEAR)
        & ~pl.col("after").str.contains(_COUNTS_THINGS)
        & ~pl.col("before").str.tail(_NEAR).str.contains(_MONEY)
    )
    # "por ciento" is a percent sign, not the number 100.
    percent_sign = (pl.col("number").str.to_lowercase() == "ciento") & pl.col("before").str.contains("(?i:por )$")
    ratio = pl.col("number").str.contains("(?i:^(?:dou|tri|tre|qua|qui|half|halv|twi|dup|cua|cuad|quin))")
    return year | (labelled & ~ratio) | dated | percent_sign


def excluded(language: str) -> pl.Expr:
    """Whether a number of this language, with `lead`, `before`, `after` and `number`, is no figure."""
    before, after, number = (pl.col(name) for name in ("before", "after", "number"))
    lead = pl.col("lead").str.tail(_NEAR)
    in_words = number.str.contains("^[^0-9]")
    # "Air Force One", "Official Two]": a capitalised number that ends a name.
    named = (
        number.str.contains(r"^\p{Lu}")
        & before.str.tail(2 * _NEAR).str.contains(r"\p{Lu}[\p{L}.]* $")
        & after.str.contains(r"^(?:$|[^ \p{L}]| \p{Ll}| \p{Lu}[\p{Ll}]+ (?:is|was|will|has)(?-u:\b))")
    )
    inside_word = (in_words & lead.str.contains(r"[\p{L}0-9]$")) | after.str.contains(r"^[\p{L}0-9_]")
    mark = before.str.contains(_LIST_MARK) & after.str.contains(_MARK_END)
    section = before.str.contains(_LIST_MARK) & number.str.contains(_SECTION_MARK) & after.str.contains(r"^ \p{Lu}")
    bracketed = (
        lead.str.contains(r"[\[(]$")
        & after.str.contains(r"^[\])]")
        & pl.col("currency").is_null()
        & (pl.col("multiplier") == 1)
    )
    telephone = before.str.contains(_TELEPHONE) & ~in_words
    military_time = number.str.contains("^[0-2][0-9]{3}$") & after.str.contains(r"^ hours(?-u:\b)")
    # Sanctions are named by the number of their resolution.
    resolution = number.str.contains("^[0-9]{4}$") & after.str.contains(_SANCTIONS)
    possessive = lead.str.contains("(?i:(?:^| )the $)") & after.str.contains(r"^ [\p{L}-]+s' \p{L}")
    footnote = lead.str.contains(r"[.,;\p{L}\"]\[?$") & pl.col("currency").is_null() & ~lead.str.contains(" $")
    return (
        after.str.contains(_FOLLOW[language])
        | after.str.contains(_IDIOM[language])
        | lead.str.contains(_GLUED)
        | named
        | inside_word
        | mark
        | section
        | bracketed
        | telephone
        | military_time
        | possessive
        | resolution
        | lead.str.contains(_READING_TIME)
        | footnote
    )
