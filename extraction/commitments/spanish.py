"""Spanish commissive heads: where a clause undertakes something, and with what force.

Remit: finding verb groups and nouns that commit, and judging by their subject and complement whether they do. How far
an undertaking reaches belongs to `members`, lists under a lead-in to `lists`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.english import _KEPT
from extraction.commitments.vocabulary import commissive_forms, names_of_authorities, role
from extraction.lexicons import alternation, lexicon
from extraction.spans import find_all

_START = r"(?:^|[^\p{L}])"
_END = r"(?:$|[^\p{L}])"
INFINITIVE = r"\p{Ll}+[aeií]r(?:se|nos|los?|las?|les?)?"
_ADVERB = rf"(?: (?:{role('es', 'adverb')}|\p{{Ll}}+mente),?)"
_CLITIC = r"(?:[Ss]e|[Nn]os|[Mm]e|[Ll]es?|[Ll]os?|[Ll]as?)"
_COMMISSIVE = alternation(commissive_forms("es")["form"].to_list())
_PERFECT = r"(?:ha|han|hemos|había|habían|habíamos)"
_FUTURE = r"\p{L}?\p{Ll}+r(?:á|án|emos)"
_GOING = rf"(?:va|van|vamos){_ADVERB}* a (?:se )?{INFINITIVE}"
_COMMITTED = (
    r"(?:[Ss]eguimos|[Ee]stamos|está|están|sigue|siguen|continúan?|[Cc]ontinuamos|[Pp]ermanecemos|permanecen?|mantiene|mantienen)"
    rf"{_ADVERB}* (?:comprometid[oa]s?|dispuest[oa]s?|decidid[oa]s?|determinad[oa]s?) (?:con|a|en)"
)
_HAVE = r"(?:[Tt]enemos|tiene|tienen) (?:previsto|prevista|la intención de|el propósito de|la voluntad de|el compromiso de|planead[oa])"
HEAD = (
    rf"{_START}(?:(?:[Nn]o|[Tt]ambién|[Aa]demás) )?(?:{_COMMITTED}|{_HAVE}"
    rf"|(?:{_CLITIC} )*(?:{_GOING}|habrá(?:n|)? de {INFINITIVE}|{_PERFECT}{_ADVERB}* {_COMMISSIVE}|(?i:{_COMMISSIVE})|{_FUTURE}))"
)
_BOUNDARY = (
    r"(?:[;:]|(?:^|[ (,])(?:que|quien|quienes|cuyo|cuya|donde|cuando|mientras|si|como|porque|pues|pero|sino|dijo|señaló|indicó|afirmó"
    r"|aseguró|y que))"
)
NOUN = (
    rf"{_START}(?:{role('es', 'noun_pledge')}|{role('es', 'noun_resolve')})"
    rf"(?: (?:compartid[oa]|polític[oa]|firme|común|conjunt[oa]|mutu[oa]|permanente|inquebrantable|total|plen[oa]|de [A-Z]\p{{L}}+|del? [\p{{Ll}}]+ de [A-Z]\p{{L}}+))*"
    rf"(?:, [^,;.]{{1,90}},| el [^,;.]{{1,40}})? (?:de|a|con|para|en) "
)


def _prepositional() -> str:
    return rf"(?:^ ?(?i:{role('es', 'preposition')}) [^,]*,|,? {role('es', 'preposition')} [^,]*)"


_AUTHORITY = rf"{_START}(?:{names_of_authorities('es')}|(?i:{role('es', 'authority')})|[A-Z][A-Z.]{{1,8}}){_END}"


def _with_context(found: pl.LazyFrame) -> pl.LazyFrame:
    match = pl.col("match")
    lead = match.str.contains(r"^[^\p{L}]").cast(pl.Int64)
    return (
        found.with_columns(
            (pl.col("match_start") + lead).alias("head_start"),
            pl.col("text").str.slice(pl.col("match_end"), 200).alias("after"),
        )
        .with_columns(pl.col("text").str.slice(0, pl.col("head_start")).alias("before"))
        .with_columns(pl.col("before").str.extract(r"^(?s:.*)" + _BOUNDARY + r"([^\p{L}].*)$", 1).fill_null(pl.col("before")).alias("clause"))
        .with_columns((pl.col("head_start") - pl.col("clause").str.len_chars()).cast(pl.Int64).alias("clause_start"))
        .with_columns(
            pl.col("before").str.head(pl.col("clause_start")).str.extract(r"(\p{L}+|[;:])$", 1).str.to_lowercase().fill_null("").alias("link"),
            pl.col("clause").str.replace_all(_prepositional(), "").alias("core"),
        )
    )


def _infinitive(form: pl.Expr) -> pl.Expr:
    """The infinitive behind a future form or an infinitive with pronouns."""
    table = lexicon("commitment_futures", "es")
    stem = form.str.to_lowercase().str.replace(r"(?:á|án|emos)$", "")
    regular = stem.str.replace(r"r(?:se|nos|los?|las?|les?)$", "r")
    return regular.replace(table["stem"].to_list(), table["verb"].to_list())


def _complement() -> pl.Expr:
    after = pl.col("after")
    nouns = rf"(?:{role('es', 'noun_pledge')}|{role('es', 'noun_resolve')})"
    return (
        pl.when(after.str.contains(rf"^{_ADVERB}*(?: [^,;.]{{1,60}}?)?(?: (?:su|sus|nuestr[oa]s?|el|la|este|un)(?: \p{{L}}+)? {nouns})"))
        .then(pl.lit("commissive"))
        .when(after.str.contains(rf"^{_ADVERB}*(?: el [^,;]{{1,60}}?| la [^,;]{{1,60}}?|, [^;]{{1,80}}?,)? a (?:no )?{INFINITIVE}[ ,.]"))
        .then(pl.lit("a"))
        .when(after.str.contains(rf"^{_ADVERB}*(?: en| por| con)? ?{INFINITIVE}(?:[ ,.]|$)"))
        .then(pl.lit("infinitive"))
        .when(after.str.contains(r"^,? que "))
        .then(pl.lit("que"))
        .when(after.str.contains(r"^ en marcha"))
        .then(pl.lit("marcha"))
        .when(after.str.contains(rf"^{_ADVERB}* \p{{Ll}}+(?:ando|iendo|yendo)"))
        .then(pl.lit("gerund"))
        .when(after.str.contains(rf"^(?: {role('es', 'preposition')} |[^ ]|$)"))
        .then(pl.lit("none"))
        .otherwise(pl.lit("object"))
    )


def verb_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Verb groups that undertake something, judged. In: sentences in Spanish. Out: as in `english`."""
    commissive = commissive_forms("es").rename({"verb": "_commissive"}).lazy()
    match = pl.col("match")
    words_of = match.str.extract(r"(\p{L}+)$").str.to_lowercase()
    found = _with_context(
        find_all(sentences, HEAD)
        .with_columns(words_of.alias("form"))
        .join(commissive, on="form", how="left", maintain_order="left")
    ).with_columns(
        _complement().alias("complement"),
        match.str.contains(_COMMITTED).alias("_committed"),
        match.str.contains(_HAVE).alias("_have"),
        (match.str.contains(r"(?:va|van|vamos)(?: .*)? a |habrán? de ") | (pl.col("_commissive").is_null() & pl.col("form").str.contains(r"r(?:á|án|emos)$"))).alias("_modal"),
        match.str.contains(r"(?:^|[^\p{L}])[Ss]e |(?:^|[^\p{L}])(?:va|van) a se ").alias("_se"),
        match.str.contains(r"(?:amos|emos|imos)(?:[^\p{L}]|$)").alias("_we"),
        match.str.contains(r"(?:^|[^\p{L}])[Nn]o ").alias("_negated"),
        pl.col("text").str.slice(pl.col("match_end"), 1).str.contains(r"^[\p{L}]").fill_null(False).alias("_broken"),
    ).with_columns(
        _infinitive(pl.col("form")).alias("_infinitive"),
    )
    acts = pl.col("_we") | pl.col("core").str.contains(_AUTHORITY)
    after_subject = pl.col("after").str.contains(rf"^(?: (?:el|la|los|las|ambos|su|nuestro))? ?(?:\p{{L}}+ )?{_AUTHORITY}")
    null_subject = pl.col("core").str.contains(r"^[ ,\"'(]*(?:(?:y|e|También|Además|Asimismo|Entonces|también|además|así|Así|Bueno|Igualmente|Y|por lo tanto|ya)[ ,]*)*$")
    infinitive = pl.col("_infinitive")
    excluded = infinitive.str.contains(rf"^(?:{role('es', 'talk')}|{role('es', 'state')}|{role('es', 'agenda')})$")
    takes = pl.col("takes").str.split(" ").list.contains(pl.col("complement"))
    reflexive = pl.col("reflexive").is_null() | match.str.contains(r"(?:^|[^\p{L}])(?:[Ss]e|[Nn]os|[Mm]e) ")
    person = pl.when(pl.col("tense") == "gerund").then(False).when(pl.col("tense") == "participle").then(match.str.contains(_PERFECT)).when(pl.col("tense") == "verb").then(False).otherwise(True)
    que_future = (pl.col("complement") != "que") | pl.col("after").str.contains(rf"^[^;]{{0,140}}?(?:[^\p{{L}}]{_FUTURE}|[^\p{{L}}](?:va|van|vamos) a |[^\p{{L}}]se \p{{L}}+(?:en|an|e|a) )")
    subordinate = pl.col("link").is_in(["si", "como", "cuando", "porque", "pues", "cuyo", "cuya", "mientras"]) | (
        (pl.col("link") == "que") & pl.col("core").str.contains(r"^[ ,]*$") & ~pl.col("_we")
    )
    finite = (
        pl.col("_commissive").is_not_null() & ~pl.col("_modal") & takes & reflexive & person & que_future & ~subordinate
        & (acts | after_subject | null_subject | (pl.col("_se") & pl.col("reflexive").is_null()))
    )
    modal = (
        pl.col("_modal") & ~excluded & ~subordinate & ~pl.col("_broken")
        & (pl.when(pl.col("_se")).then(True).otherwise(acts | null_subject | after_subject))
    )
    participle = pl.col("after").str.extract(r"^(?: siendo)? (\p{Ll}+(?:ad|id|st|ert|it|t)[oa]s?)(?:[^\p{L}]|$)")
    passive = pl.col("form").is_in(["será", "serán", "estará", "estarán"]) & participle.is_not_null() & ~subordinate
    working = pl.col("form").is_in(["estaremos", "estará", "estarán"]) & pl.col("after").str.contains(r"^ \p{Ll}+(?:ando|iendo)[ ,.]") & (acts | null_subject)
    force = (
        pl.when(pl.col("_committed")).then(pl.when(match.str.contains(r"(?:[Ee]stamos|está)")).then(pl.lit("pledge")).otherwise(pl.lit("reaffirm")))
        .when(pl.col("_have")).then(pl.when(pl.col("after").str.contains(r"^ (?:continuar|seguir|mantener)")).then(pl.lit("reaffirm")).otherwise(pl.lit("plan")))
        .when(pl.col("_modal") & infinitive.str.contains(rf"^{role('es', 'launch')}$")).then(pl.lit("launch"))
        .when(pl.col("_modal") & infinitive.str.contains(rf"^{role('es', 'hold')}$")).then(pl.lit("reaffirm"))
        .when(pl.col("_modal")).then(pl.lit("plan"))
        .otherwise(pl.col("force"))
    )
    return found.filter((pl.col("_committed") | pl.col("_have") | finite | modal | passive | working) & ~pl.col("_broken")).with_columns(
        force.alias("force"),
        pl.coalesce("_commissive", "_infinitive").alias("verb"),
        pl.when(pl.col("_se") & pl.col("_modal") | passive).then(pl.lit("passive")).otherwise(pl.lit("active")).alias("voice"),
        pl.when(pl.col("_modal")).then(pl.lit("verb")).when(pl.col("_committed") | pl.col("_have")).then(pl.lit("infinitive")).otherwise(pl.col("complement")).alias("complement"),
        pl.when(pl.col("_negated") | pl.col("_commissive").is_in(["negar", "oponer", "rechazar", "descartar", "rehusar"])).then(pl.lit("negated"))
        .when(pl.col("before").str.contains(r"(?:^|[ (])(?:[Ss]i|[Ee]n caso de|[Ss]iempre que|[Ss]iempre y cuando|[Ee]n cuanto [^,]*|[Aa] menos que)[ ]")).then(pl.lit("conditional"))
        .otherwise(pl.lit("affirmed")).alias("polarity"),
        pl.col("match_end").alias("head_end"),
        pl.when(pl.col("_modal")).then(pl.lit("future")).otherwise(pl.lit("commissive_verb")).alias("method"),
    ).select(_KEPT)


def noun_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Nouns that commit ("su compromiso de …"), in the columns of `verb_heads`."""
    framed = _with_context(find_all(sentences, NOUN)).with_columns(
        pl.col("match").str.extract(r"^[^\p{L}]?(\p{L}+)").str.to_lowercase().alias("_noun")
    )
    strong = pl.col("_noun").str.contains(rf"^{role('es', 'noun_pledge')}$")
    infinitive = pl.col("after").str.contains(rf"^{INFINITIVE}[ ,]")
    owned = pl.col("before").str.contains(r"(?:^|[ (])(?:su|sus|nuestr[oa]s?|el|la|los|un|una|de|del)(?: \p{Ll}+)? $")
    return framed.filter(infinitive & owned).select(
        *[c for c in _KEPT if c not in ("head_end", "verb", "force", "complement", "voice", "polarity", "method")],
        pl.col("match_end").alias("head_end"),
        pl.lit("comprometerse").alias("verb"),
        pl.when(strong).then(pl.lit("reaffirm")).otherwise(pl.lit("pledge")).alias("force"),
        pl.lit("infinitive").alias("complement"),
        pl.lit("active").alias("voice"),
        pl.lit("affirmed").alias("polarity"),
        pl.lit("commissive_noun").alias("method"),
    ).select(_KEPT)
