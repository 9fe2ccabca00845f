"""Which mention undertakes what a verb group says: the rules that choose a subject.

Whom the mentions mean is decided in `meaning`; what else a commitment needs (joint acts, counterparties) in
`commitments`.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.text import any_of, between, by_language, contains, until
from extraction.lexicons import LANGUAGES

_PASSIVE = {
    "en": r"(?i)^(?:(?:will|shall|would|should|can|may|must|has|have|had|to|also|not|now|soon|expected|due|set|"
    r"\p{L}+ly) ){0,5}?(?:be|been|being|is|are|was|were) (?:[a-z]+ly )?"
    r"[a-z]+(?:ed|en|wn|ght|ld|lt|nt|id|de|ne)(?-u:\b)",
    "es": r"(?i)^(?:[\p{L}]+ ){0,3}?(?:(?:ser|siendo|sido|fue|fueron|es|son|será|serán|sería|estar[áa]n?|está|están) "
    r"(?:[\p{L}]+ )?[\p{L}]+(?:ad|id|ost|rit|ert|ech|ist)[oa]s?|se )",
}
_NEW_CLAUSE = {"en": r"[;:]| (?:that|which|who) ", "es": r"[;:]| que "}
_AGENT = {"en": r"(?i)^by$", "es": r"(?i)^por$"}
_WE_VERB = (
    r"(?i)^(?:(?:también|además|ya|no|nos|les|le|se|lo|la|los|las|hoy|mañana|y) )*"
    r"[\p{L}]*(?:amos|emos|imos)(?:$|[^\p{L}])"
)
_THEY_VERB = (
    r"(?i)^(?:(?:también|además|ya|no|les|le|lo|la|los|las|hoy|mañana|y) )*"
    r"(?:se (?:compromet|propus|propon)[\p{L}]+|[\p{L}]+(?:aron|ieron|arán|erán|irán))(?:$|[^\p{L}])"
)
_OWNED = r"^(?:'s?)?(?: [\p{L}\p{N}$.-]+){0,6} *$"
_INSERTED = r"(?:, ?[^,;:]{1,160},|(?: ?\([^)]*\))|(?: [-–—] ?[^-–—]{1,160}[-–—]))?"


def _adverbs(language: str) -> str:
    manner = r"\p{L}+ly" if language == "en" else r"\p{L}+mente"
    return rf"(?:,? (?:{any_of('adverb', language)}|{manner}|[-–—]),?)*"


def _adjacent(language: str) -> str:
    others = (
        r"(?: (?:and|along with|together with) (?:its|their|his|her|other|several) [^,;:.]{1,60})?"
        if language == "en"
        else r"(?: (?:y|junto con) (?:sus?|otros|otras) [^,;:.]{1,60})?"
    )
    return rf"^\)?{others}{_INSERTED}{_adverbs(language)} *$"


def _picked_out(language: str) -> str:
    """After "countries": "of the region", up to the verb."""
    preposition = "(?:of|in|from|across)" if language == "en" else "(?:del?|en)"
    return rf"^ {preposition} [^,;:.]{{1,40}}{_adverbs(language)} *$"


def _relative(language: str) -> str:
    return rf"^\)?,? {any_of('relative', language)}{_adverbs(language)} *$"


def _elliptic(language: str) -> str:
    return rf"(?:,|[^\p{{L}}](?:{any_of('coordination', language)}|to|a|de))(?: (?:to|a))?{_adverbs(language)} *$"


def _gerund() -> pl.Expr:
    """Whether the verb group is a gerund that a preposition ties to the clause before it: "by ordering"."""
    return (pl.col("language") == "en") & between(pl.col("head_start"), pl.col("span_end")).str.contains(r"^\p{L}+ing ")


def _said_by_us(language: str) -> str:
    us = "(?:we|I)" if language == "en" else "(?:nosotros|nosotras|yo)"
    return rf"(?i)(?:^|[^\p{{L}}]){us}{_adverbs(language)} *$"


def _speech(language: str) -> str:
    return rf"[^\p{{L}}]{any_of('speech', language)}[^\p{{L}}]"


def _made_by(language: str) -> str:
    who = "(?:made |given |announced )?(?:by )?" if language == "en" else "(?:del? |asumido por |hecho por )"
    return rf"(?i)^(?:[\p{{L}}]+ )?{any_of('head_noun', language)} {who}(?:{any_of('determiner', language)} )*$"


def _may_act() -> pl.Expr:
    """Whether a group can be chosen: it means a party, or says that those who act are not named."""
    nameless = (pl.col("kind") == "joint") | (pl.col("kind").is_in(["signatories", "unnamed"]) & pl.col("_near"))
    return (pl.col("parties").list.len() > 0) | nameless


def subjects(rows: pl.LazyFrame, groups: pl.LazyFrame) -> pl.LazyFrame:
    """The group of mentions that undertakes each row, for the rows whose sentence names one.

    In: `rows` with `row`, `sentence`, `language`, `text`, `head_start` and `span_end` (both offsets into the text of
    the sentence) and the groups of `actor_groups`. Out: `row`, `actors`, `subject_kind`, `subject_end`, `implied`
    (whether "we" or "the government" was meant rather than named) and `rule`.
    """
    languages = LANGUAGES
    said_before = {
        each: rf"[^\p{{L}}]{any_of('speech', each)} (?:{any_of('determiner', each)} )*$" for each in languages
    }
    said_after = {each: rf"^,? {any_of('speech', each)}[^\p{{L}}]" for each in languages}
    head, end, start = pl.col("head_start"), pl.col("end"), pl.col("start")
    gap = between(end, head)
    after_head = between(head, start)
    span = between(head, pl.col("span_end"))
    before = end <= head
    free = ~pl.col("position").is_in(["prepositional"])
    pronominal = pl.col("first_type").is_in(["our", "possessive"]) & (pl.col("first_type") == pl.col("last_type"))
    passive_agent = (
        (start >= head)
        & ~pl.col("owns")
        & (start < pl.col("span_end"))
        & contains(pl.col("word_before").fill_null(""), _AGENT)
        & contains(span, _PASSIVE)
        & ~contains(after_head, _NEW_CLAUSE)
    )
    adjacent = (
        before
        & free
        & ~pl.col("owns")
        & (
            contains(gap, {each: _adjacent(each) for each in languages})
            | (pl.col("kind") == "unnamed") & contains(gap, {each: _picked_out(each) for each in languages})
        )
    )
    we_verb = (pl.col("language") == "es") & span.str.contains(_WE_VERB)
    relative = before & ~pl.col("owns") & contains(gap, {each: _relative(each) for each in languages})
    owner = before & pl.col("owns") & gap.str.contains(_OWNED) & (free | pronominal)
    made_by = (start >= head) & contains(after_head, {each: _made_by(each) for each in languages})
    elliptic = (
        before
        & (pl.col("position") == "open")
        & ~pl.col("owns")
        & ~gap.str.contains(";", literal=True)
        & (
            contains(gap, {each: _elliptic(each) for each in languages})
            | _gerund() & gap.str.contains(r" (?:by|while|through|after|before|including|in) *$")
        )
    )
    inverted = (
        (pl.col("language") == "es")
        & (start > head)
        & (start < pl.col("span_end"))
        & free
        & ~pl.col("kind").is_in(["we", "pronoun"])
        & ~after_head.str.contains(" que ", literal=True)
        & after_head.str.contains(r"^[^,;:]{1,60} (?:el|la|los|las|ambos|ambas) (?:señor |señora )?$")
    )
    we_before = by_language({each: until(head, 40).str.contains(_said_by_us(each)) for each in languages})
    quoted = (
        (start >= head)
        & (we_before | we_verb)
        & after_head.str.contains('"', literal=True)
        & ~pl.col("kind").is_in(["we", "pronoun"])
        & (contains(until(start, 40), said_before) | contains(pl.col("text").str.slice(end, 30), said_after))
    )
    spoken = (
        before
        & (pl.col("position") == "open")
        & ~pl.col("owns")
        & ~gap.str.contains(";", literal=True)
        & contains(gap, {each: _speech(each) for each in languages})
    )
    rules = {
        "quoted": quoted,
        "agent": passive_agent,
        "adjacent": adjacent & ~pronominal,
        "relative": relative,
        "owner": owner,
        "made_by": made_by,
        "elliptic": elliptic & ~we_verb,
        "inverted": inverted & ~we_verb,
        "spoken": spoken & ~we_verb,
        "clause": before & (pl.col("position") == "open") & ~pl.col("owns") & ~we_verb,
    }
    choice = pl.coalesce(pl.when(rule).then(pl.lit(rank)) for rank, rule in enumerate(rules.values()))
    return (
        rows.select("row", "sentence", "head_start", "span_end")
        .join(groups, on="sentence")
        .with_columns(choice.alias("_choice"))
        .with_columns((pl.col("_choice") <= list(rules).index("elliptic")).alias("_near"))
        .filter(pl.col("_choice").is_not_null() & _may_act())
        .sort("row", "_choice", (pl.col("start") - pl.col("head_start")).abs(), "start")
        .group_by("row", maintain_order=True)
        .agg(
            pl.col("parties").first().alias("actors"),
            pl.col("kind").first().alias("subject_kind"),
            pl.col("end").first().alias("subject_end"),
            pl.col("implied").first(),
            pl.col("_choice").first().replace_strict(dict(enumerate(rules))).alias("rule"),
        )
    )


def speaks_as_we() -> pl.Expr:
    """Whether a Spanish verb group is in the first person plural, which needs no subject."""
    return (pl.col("language") == "es") & between(pl.col("head_start"), pl.col("span_end")).str.contains(_WE_VERB)


def speaks_of_several() -> pl.Expr:
    """Whether a Spanish verb group is in the third person plural, which needs no subject."""
    return (pl.col("language") == "es") & between(pl.col("head_start"), pl.col("span_end")).str.contains(_THEY_VERB)
