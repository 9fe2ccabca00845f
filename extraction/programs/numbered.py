"""Instruments known by number or code: executive orders, titles, decrees, EU acts, visa classes.

Names made of words belong to `headed`.
"""

from __future__ import annotations

import polars as pl

from extraction.programs.patterns import LETTER, UPPER, YEAR, where
from extraction.spans import find_all

_MONTH = f"[{UPPER}][a-z]{{2,8}}"
_ENGLISH_DATE = f"(?:{_MONTH} [0-9]{{1,2}}, {YEAR}|[0-9]{{1,2}} {_MONTH} {YEAR})"
_SPANISH_DATE = f"[0-9]{{1,2}} de [a-z]{{4,10}}(?: de {YEAR})?"
_VISA_CODE = "(?:[A-Z]{1,2}-[0-9][A-Z]?|H[12][AB]?)"
_WORKER_CODE = "(?:H-?[1-4][A-C]?|EB-[1-5]|L-1[AB]?|J-1|TN)"
_EU_NUMBER = (
    r"(?:\((?:EU|UE|EC|CE|EEC|CEE)(?:, Euratom)?\) )?(?:[Nn][.º°o]*\.? ?)?[0-9]{2,4}/[0-9]{1,4}(?:/[A-Z]{2,3})?"
)
_LAW_NUMBER = r"(?:[Nn](?:[.º°o]|úm)+\.? ?)?[0-9]{1,3}(?:[.,]?[0-9]{3})?(?:[/-][0-9]{2,4})?"

# kind, topic (null: to be told from the words), language, method, pattern. No pattern begins with an optional part.
_RULES: tuple[tuple[str, str | None, str, str, str], ...] = (
    ("policy", None, "en", "number.executive_order", r"(?:Executive Order|E\.O\.|EO)(?: No\.)? [0-9]{5}"),
    ("policy", None, "en", "number.executive_order", f"(?:Executive Order|Presidential Memorandum|Proclamation) of {_ENGLISH_DATE}"),
    ("policy", None, "en", "number.proclamation", "(?:Presidential )?Proclamation (?:No\\. )?[0-9]{4,5}"),
    ("policy", None, "es", "number.executive_order", r"[OoÓó]rden(?:es)? [Ee]jecutivas? (?:[Nn][.º°]+ ?)?[0-9]{5}"),
    ("policy", "enforcement", "en", "number.title", "Title (?:8|42)(?: (?:public health )?(?:orders?|policy|authority|authorities)| immigration authorit(?:y|ies))?"),
    ("policy", "enforcement", "es", "number.title", "[Tt]ítulo (?:8|42)"),
    ("policy", "enforcement", "en", "number.section", r"(?:[Ss]ection )?(?:287\(g\)|212\(f\))(?: (?:agreements?|programs?|authority|proclamations?))?"),
    ("law", None, "en", "number.public_law", "Public Law(?: No\\.)? [0-9]{2,3}-[0-9]{1,3}"),
    ("law", None, "en", "number.eu_act", f"(?:Council )?(?:Implementing |Delegated )?(?:Regulation|Directive|Decision) {_EU_NUMBER}"),
    ("law", None, "es", "number.eu_act", f"(?:Reglamento|Directiva|Decisión) {_EU_NUMBER}"),
    ("law", None, "es", "number.law", f"Ley (?:Orgánica |Federal )?{_LAW_NUMBER}(?: de {YEAR}| del? {_SPANISH_DATE})?"),
    ("law", None, "es", "number.decree", f"(?:Real )?Decreto(?:[- ][Ll]ey| Supremo| Ejecutivo| Legislativo)? {_LAW_NUMBER}(?: de {YEAR}| del? {_SPANISH_DATE})?"),
    ("agreement", None, "en", "number.convention", "(?:ILO )?Convention(?:s)? (?:No\\. )?[0-9]{2,3}"),
    ("agreement", None, "es", "number.convention", r"Convenio (?:[Nn](?:[.º°]|úm)+\.? ?)?[0-9]{2,3}(?: de la OIT)?"),
    ("body", None, "en", "number.task_force", f"(?:Joint |Combined )?(?:Interagency )?Task Force (?:[0-9]{{2,3}}|Alpha|Bravo|Vulcan|North|South|East|West|[A-Z]{{3,}}(?:-[{LETTER}]+)?)"),
    ("campaign", None, "en", "number.operation", f"Operation (?:[{UPPER}][{LETTER}'-]+ )?[{UPPER}][{LETTER}'-]+"),
    ("pathway", "migration_pathways", "en", "number.visa_class", f"{_VISA_CODE} (?:[a-z-]{{4,15}} ){{0,3}}visas?(?: program(?:me)?s?)?"),
    ("pathway", "migration_pathways", "en", "number.visa_class", f"{_WORKER_CODE} (?:(?:[a-z-]{{4,15}}) ){{0,2}}(?:program(?:me)?s?|class|classification|status)"),
    ("pathway", "migration_pathways", "en", "number.visa_class", "(?:H-[12][AB]?s?|EB-5s?)"),
    ("pathway", "migration_pathways", "es", "number.visa_class", "H-?[12][AB]"),
    ("pathway", "migration_pathways", "en", "number.visa_class", r"\(?(?:[Ss]ubclass) [0-9]{3}\)?(?: visas?)?"),
    ("pathway", "migration_pathways", "es", "number.visa_class", f"(?:[Vv]isas?|[Vv]isados?|[Pp]rogramas?)(?: de visas?)?(?: de tipo| tipo)? (?:{_VISA_CODE}|{_WORKER_CODE})"),
)  # fmt: skip

# A sentence without any of these holds no match of any rule; looking for them costs a fraction of the rules.
_CUES = (
    *(
        "Order",
        "E.O.",
        "EO ",
        "Memorandum of ",
        "Proclamation",
        "Title ",
        "287(g)",
        "212(f)",
        "Public Law",
        "Regulation ",
    ),
    *(
        "Directive ",
        "Decision ",
        "Convention",
        "Task Force",
        "Operation ",
        "ubclass ",
        "visa",
        "EB-",
        "H-",
        "L-1",
        "J-1",
    ),
    *("H1", "H2", "rden", "ítulo ", "Reglamento", "Directiva", "Decisión", "Ley ", "Decreto", "Convenio", "Visa"),
)


def numbered_names(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Instruments that texts of one language name by a number or code.

    Out: `sentence`, `document_id`, `start`, `end`, `name`, `kind`, `topic`, `language`, `method`.
    """
    likely = where(sentences, pl.col("text").str.contains_any(list(_CUES)))
    return pl.concat([_rule(likely, *rule) for rule in _RULES if rule[2] == language])


def _rule(
    sentences: pl.LazyFrame, kind: str, topic: str | None, language: str, method: str, pattern: str
) -> pl.LazyFrame:
    bounded = rf"(?:^|[^{LETTER}0-9(-])(?:{pattern})(?:$|[^{LETTER}0-9-])"
    core = pl.col("match").str.extract_all(pattern).list.first()
    return (
        find_all(sentences, bounded)
        .with_columns(core.alias("name"))
        .with_columns((pl.col("match_start") + (~pl.col("match").str.starts_with(pl.col("name")))).alias("start"))
        .select(
            "sentence",
            "document_id",
            "start",
            (pl.col("start") + pl.col("name").str.len_chars()).alias("end"),
            "name",
            pl.lit(kind).alias("kind"),
            pl.lit(topic, dtype=pl.String).alias("topic"),
            "language",
            pl.lit(method).alias("method"),
        )
    )
