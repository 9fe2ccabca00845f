"""The registry: cooperation instruments known beforehand, and every form their names take in texts.

Remit: reading `programs.csv` and `program_names.csv` and expanding each name into the spellings that occur (hyphens and
dashes, "U.S." and "United States", "on" and "for", British spelling, letter case). Searching texts for them belongs to
`extraction.programs`, linking to `resolution.programs`. Adding an instrument is adding rows to the two tables.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from pathlib import Path

import polars as pl

_FOLDER = Path(__file__).parent

# Each pair of a pattern and what may stand in its place; the first alternative is the text as written.
_SPELLINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?<=[^\W\d]{2})-(?=[^\W\d]{3})", ("-", "–", " ")),
    (r"(?<=\.)-(?=[^\W\d]{3})", ("-", "–")),
    (r"\b(?:U\.S\.|US|United States)(?=[ \-–])", ("U.S.", "US", "United States")),
    (r"EE\. ?UU\.|Estados Unidos", ("EE.UU.", "EE. UU.", "Estados Unidos")),
    (r"(eclaration|greement|trategy|nership|ompact) (?:on|for) ", (r"\1 on ", r"\1 for ")),
    (r"(eclaración|strategia|cuerdo) (?:sobre|para|en materia de) ", (r"\1 sobre ", r"\1 para ", r"\1 en materia de ")),
    (r", and ", (", and ", " and ")),
    (r"\b([Ll])abor\b", (r"\1abor", r"\1abour")),
    (r"\b([Pp])rogram\b", (r"\1rogram", r"\1rogramme")),
    (r"\b([Cc])enter(s?)\b", (r"\1enter\2", r"\1entre\2")),
)
_UNACCENTED = str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "for",
        "in",
        "of",
        "on",
        "the",
        "to",
        "with",
        "by",
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "sobre",
        "para",
        "y",
        "en",
        "a",
    ]
)


@cache
def programs() -> pl.DataFrame:
    """The registered instruments, one row each.

    Columns: `program_id`, `name` (English where one is known), `name_es`, `kind`, `topic`, `countries` and
    `lead_organisations` (lists, sorted), `start_year` and `end_year` (int64), `reference`, `note`.
    """
    table = pl.read_csv(_FOLDER / "programs.csv", infer_schema=False)
    lists = [
        pl.col(column).str.split("|").fill_null([]).list.sort().alias(column)
        for column in ("countries", "lead_organisations")
    ]
    return table.with_columns(*lists, pl.col("start_year", "end_year").cast(pl.Int64)).sort("program_id")


@cache
def program_names() -> pl.DataFrame:
    """Every spelling by which a text may name a registered instrument, one row each.

    Columns: `form` (the exact characters to look for, unique), `program_id`, `language`, `role` (canonical, alias,
    acronym, short), `context` (regex that must occur in the same document, or null), `kind`, `topic`, `countries`.
    A form that two instruments could claim goes to the one whose table row spells it out.
    """
    table = pl.read_csv(_FOLDER / "program_names.csv", infer_schema=False)
    rows = [
        {**row, "form": form, "_rank": rank}
        for row in table.iter_rows(named=True)
        for rank, form in enumerate(_forms(row["name"], row.get("extension"), row["case"], row["role"]))
    ]
    return (
        pl.DataFrame(rows, infer_schema_length=None)
        .sort("form", "_rank", "program_id")
        .unique("form", keep="first", maintain_order=True)
        .join(programs().select("program_id", "kind", "topic", "countries"), on="program_id", maintain_order="left")
        .select("form", "program_id", "language", "role", "context", "kind", "topic", "countries")
    )


def _forms(name: str, extension: str | None, case: str, role: str) -> list[str]:
    """The spellings of one name, as written first. `extension`: words that may follow it, joined by `|`."""
    wholes = [name]
    if extension:
        wholes += [name + ("" if words.startswith(",") else " ") + words for words in extension.split("|")]
    if role == "acronym" and name.isupper():
        wholes.append(name + "s")
    spelled = [variant for whole in wholes for variant in _spellings(whole)]
    cased = [variant for form in spelled for variant in ((form,) if case == "exact" else _cases(form))]
    return list(dict.fromkeys(cased))


def _spellings(name: str) -> list[str]:
    """All combinations of the alternatives, plus the name without accents (common in capitals and headlines)."""
    applicable = [(pattern, options) for pattern, options in _SPELLINGS if re.search(pattern, name)]
    variants = [name]
    for choice in product(*(options for _, options in applicable)):
        variant = name
        for (pattern, _), replacement in zip(applicable, choice, strict=True):
            variant = re.sub(pattern, replacement, variant)
        variants.append(variant)
    variants += [variant.replace("Leaders' ", "Leaders ") for variant in variants if "Leaders' " in variant]
    variants += [variant.translate(_UNACCENTED) for variant in variants]
    return list(dict.fromkeys(variants))


def _cases(form: str) -> tuple[str, ...]:
    """A form as written, in title case, as a sentence begins, in small letters and in capitals."""
    words = form.split(" ")
    title = " ".join(word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in words)
    return (form, title, form[:1].upper() + form[1:], form[:1].lower() + form[1:], form.lower(), form.upper())
