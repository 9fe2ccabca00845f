"""How far an undertaking reaches, and which coordinated undertakings one head governs.

Remit: from judged heads to spans. Which heads commit belongs to `english` and `spanish`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.vocabulary import role, verb_forms
from extraction.spans import find_all

_EDGE = r"(?-u:\b)"
_TAIL = (
    r"(?:, (?:who|which|where|whose|because|as (?:we|it|they|the)|but|so|thus|thereby|fulfilling|enabling|bringing|acknowledging|recognizing"
    r"|putting|potentially|demonstrating|marking|making|noting|allowing|giving|sending|with its|said|added|a phenomenon"
    r"|according to)(?-u:\b)"
    r"|,?\" |, and (?:we|they|it|he|she|that|the|this|these|I)(?-u:\b)| because(?-u:\b)| - | – | — | which | to be clear|, one [a-z]+ [a-z]+ [a-z]+ told)"
)
_CLOSING = " .,;:!?\"')]*-–—"


_TAIL_ES = (
    r"(?:, (?:que|quien|quienes|donde|lo que|lo cual|porque|ya que|pero|máxime|esto|eso|es decir)(?: .*)?$|\"?,? (?:dijo|señaló|indicó) |[,;]? porque | en tanto son | - | – | — |, y (?:el|la|los|las) [^,]* (?:va|van) a )"
)


def _later_es() -> str:
    return (
        r"(?:(?:;|,)? (?:y|e|o|así como|además de)(?:,? también)?(?:, [^,;]{1,40},)?(?: a| de)?|[,;](?: a| de)?) \p{Ll}+[aeií]r(?:se|nos|los?|las?|les?)?[ ,]"
    )


def _later(language: str) -> str:
    if language == "es":
        return _later_es()
    verbs = rf"(?:{verb_forms(language, 'verb')}|{verb_forms(language, 'gerund')})"
    return rf"(?:(?:;|,)? (?:and|as well as|or)(?: also)?(?: to)?|[,;](?: to)?)(?: [a-z]+ly)? {verbs} "


def with_members(heads: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """One row per undertaking.

    In: judged heads. Out: their columns plus `start`, `end` (code points into the sentence) and `member` (0 first).
    """
    previous = pl.col("head_end").shift(1).over("sentence")
    coordinated = pl.col("text").str.slice(0, pl.col("head_start")).str.contains(r"(?:,|;| and| or| y| e|,? as well as|así como) *(?:also |también )?$")
    own_clause = (pl.col("clause_start") >= previous) & ~(
        (pl.col("complement").shift(1).over("sentence").is_in(["that", "que"])) & (pl.col("clause_start") <= previous + 8)
    )
    kept = (
        heads.sort("sentence", "head_start", "head_end")
        .with_columns((own_clause | coordinated).fill_null(True).alias("_independent"))
        .filter(pl.col("_independent"))
        .with_columns(pl.max_horizontal("head_end", pl.when(own_clause).then("clause_start").otherwise("head_start")).alias("_opens"))
        .with_columns(
            pl.when(pl.col("clause_start").shift(-1).over("sentence") >= pl.col("head_end")).then(pl.col("clause_start").shift(-1).over("sentence")).otherwise(pl.col("head_start").shift(-1).over("sentence")).alias("_limit"),
            pl.col("text").str.slice(pl.col("head_end")).str.replace((_TAIL if language == "en" else _TAIL_ES) + r"(?s:.*)$", "").alias("reach"),
        )
    )
    cut = pl.col("reach").str.head(
        pl.min_horizontal(pl.col("reach").str.len_chars().cast(pl.Int64), pl.col("_limit") - pl.col("head_end"))
    )
    first = kept.with_columns(cut.alias("reach"))
    later = _later_members(first) if language == "en" else _later_members_es(first)
    starts = pl.concat(
        [
            first.with_columns(pl.col("head_start").alias("start"), pl.col("head_start").alias("joint"), pl.lit(None, pl.String).alias("own_verb")),
            later,
        ],
        how="diagonal",
    ).sort("sentence", "head_start", "start")
    group = ("sentence", "head_start")
    raw_end = pl.coalesce(pl.col("joint").shift(-1).over(group), pl.col("head_end") + pl.col("reach").str.len_chars().cast(pl.Int64))
    surface = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    return (
        starts.with_columns(raw_end.alias("end"))
        .with_columns(surface.alias("surface"))
        .with_columns(pl.col("surface").str.replace(r"(?:,? (?:and|or|as well as|but|while|that|which|also|to|the|y|e|así como|que|como|en))+[ ,]*$", "").str.strip_chars_end(_CLOSING).alias("surface"))
        .with_columns((pl.col("start") + pl.col("surface").str.len_chars().cast(pl.Int64)).alias("end"))
        .filter(pl.col("surface").str.len_chars() > 8)
    )


def _later_members(first: pl.LazyFrame) -> pl.LazyFrame:
    found = find_all(first.filter(pl.col("complement").is_in(["to", "verb", "that"])), _later("en"), text="reach")
    prefix = pl.col("reach").str.head(pl.col("match_start")).str.replace_all(
        r"(?:^|[a-z ]* )(?:work(?:ing)?(?: [a-z]+)?|partner|continue|continuing|together|jointly|announce joint actions)(?: with [A-Z]\w+)? to ", " "
    )
    prefix = prefix.str.replace(r"^ to ", "")
    nested = prefix.str.contains(rf" (?:to (?:{verb_forms('en', 'verb')})|that|who|which|by [a-z]+ing|in [a-z]+ing|for [a-z]+ing|can|designed){_EDGE}")
    explicit = pl.col("match").str.contains(r"^;| to ") & (pl.col("complement") == "to")
    verb_text = pl.col("match").str.extract(r"((?:[a-z]+ly )?[a-z-]+ )$")
    gerund = pl.col("match").str.contains(r"ing $")
    gerund_head = pl.col("text").str.slice(pl.col("head_end"), 60).str.contains(r"^(?: to| that it is| that they are| it is)?(?: [a-z]+ly)? [a-z-]+ing ")
    noun = pl.col("match").str.contains(rf" {verb_forms('en', 'verb', noun='yes')} $")
    object_follows = pl.col("reach").str.slice(pl.col("match_end"), 24).str.contains(
        r"^(?:the|a|an|our|its|their|his|her|this|that|these|those|all|any|more|new|additional|greater|up|on|to|with|[A-Z$0-9]|[a-z]+ed |[a-z]+(?:al|ive|ic|ous|able|ible|ing|ed|ful) )"
    )
    pronoun = pl.col("reach").str.slice(pl.col("match_end"), 6).str.contains(r"^(?:it|them)(?-u:\b)")
    return (
        found.filter((~nested | explicit) & (gerund == gerund_head) & (~noun | object_follows) & ~pronoun)
        .with_columns(
            (pl.col("head_end") + pl.col("match_end") - verb_text.str.len_chars().cast(pl.Int64)).alias("start"),
            (pl.col("head_end") + pl.col("match_start")).alias("joint"),
            verb_text.str.extract(r"([a-z-]+) $").alias("own_verb"),
        )
        .drop("match", "match_start", "match_end")
    )


def _later_members_es(first: pl.LazyFrame) -> pl.LazyFrame:
    found = find_all(first.filter(pl.col("complement").is_in(["a", "verb", "infinitive", "commissive", "que", "en"])), _later_es(), text="reach")
    prefix = pl.col("reach").str.head(pl.col("match_start")).str.replace_all(
        r"(?:cooperar|trabajar|colaborar|explorar|ayudar)[^,;]*? (?:para|a) ", " "
    )
    nested = prefix.str.contains(r" (?:para|que|a fin de|con el fin de|con el objeto de|mediante|con miras a|a efecto de) ")
    explicit = pl.col("match").str.contains(r"^;|así como| a ")
    verb_text = pl.col("match").str.extract(r"(\p{Ll}+[ ,])$")
    noun = verb_text.str.contains(rf"^{role('es', 'not_infinitive')}[ ,]$")
    pair = pl.col("reach").str.head(pl.col("match_start")).str.contains(r"^(?: a| de)? ?\p{Ll}+[aei]r$|^$")
    return (
        found.filter((~nested | explicit) & ~noun & ~pair)
        .with_columns(
            (pl.col("head_end") + pl.col("match_end") - verb_text.str.len_chars().cast(pl.Int64)).alias("start"),
            (pl.col("head_end") + pl.col("match_start")).alias("joint"),
            verb_text.str.extract(r"(\p{Ll}+)").alias("own_verb"),
        )
        .drop("match", "match_start", "match_end")
    )
