"""Names that label a list item whose text calls them a program: "- Highland Forest Care: this new program will ...".

Labels that only sum up their item are no names; the item itself has to say what they are.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.patterns import CAPITAL, END, UPPER, where
from extraction.spans import find_all

_NOUNS = {
    "en": "(?:program|programme|project|initiative|fund|partnership|pilot|campaign|scheme|task force)",
    "es": "(?:programa|proyecto|iniciativa|fondo|alianza|campaña|estrategia|plan)",
}
_THIS = {"en": "[Tt]his(?: new| joint| regional| bilateral)?", "es": "[Ee]st[ea](?: nuev[oa])?"}
_JOINT = "(?:of|for|and|the|&|de|del|la|el|y|para)"
_LABEL = rf"^[-•*–—· ]*[{UPPER}][a-zà-ÿ]+(?: (?:{_JOINT} )*{CAPITAL})+(?: \([A-Z][A-Za-z-]+\))?:"


def labels(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Labels of items that speak of "this program" right after, in texts of one language.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `head`, `language`, `method`.
    """
    pattern = rf"{_LABEL} (?:[^.:\"]{{0,60}} )?{_THIS[language]} {_NOUNS[language]}{END}"
    label = pl.col("match").str.extract(r"^([^:(]*)[:(]", 1).str.strip_chars_end(" ")
    items = where(sentences, (pl.col("kind") != "turn") & pl.col("text").str.contains(": ", literal=True))
    return (
        find_all(items, pattern)
        .with_columns(
            label.str.replace(r"^[-•*–—· ]*", "").alias("name"),
            label.str.len_chars().cast(pl.Int64).alias("end"),
            pl.col("match").str.extract(rf"({_NOUNS[language]}){END}$", 1).alias("head"),
        )
        .select(
            "sentence",
            "document_id",
            (pl.col("end") - pl.col("name").str.len_chars()).alias("start"),
            "end",
            "name",
            "head",
            "language",
            pl.lit("name.label").alias("method"),
        )
    )
