"""Status of a figure (reported, committed, requested, projected) and whether it is a rise or a fall, from its clause.

The words stand in the lexicons `status_cues` and `change_words`. Periods are `times`' business.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from extraction.lexicons import alternation, lexicon, words

_BEFORE, _AFTER, _NEAR = 110, 90, 30
# The Spanish future is an ending; what a government says it will do is committed.
_FUTURE = {"en": "'ll", "es": r"\p{L}{2,}(?:[aeidbr]rá|[aeidbr]rán|[aeidbr]remos)"}


@cache
def _cue(language: str) -> str:
    cue = alternation(words("status_cues", language, "phrase"))
    if language == "en":
        return rf"(?i-u:(?-u:\b){cue}|{_FUTURE['en']})(?:$|[^\p{{L}}])"
    return rf"(?i:(?:(?-u:\b){cue}|{_FUTURE['es']})(?:$|[^\p{{L}}]))"


def _status(cue: pl.Expr, language: str) -> pl.Expr:
    table = dict(lexicon("status_cues", language).select("phrase", "status").iter_rows())
    plain = cue.str.to_lowercase().str.replace_all(" +", " ").str.strip_chars(" ,.;:)")
    future = pl.when(plain.str.contains(r"(?:rá|rán|remos)$|^'ll$")).then(pl.lit("committed"))
    return plain.replace_strict(table, default=future, return_dtype=pl.String)


# The figure stands as subject of the verb after it: at the start, or after a comma or conjunction.
_SUBJECT = (
    r"(?i:(?:^|[,;:] |[ ,](?:and|but|while|that|y|pero|que|mientras) )[\"'(•*–— -]*"
    r"(?:(?:the|an?|another|additional|further|other|total of|los|las|el|la|otr[oa]s|esos|esas|son|an additional) )*)$"
)
_RELATIVE = r"(?i:^ (?:that|which|who|we|they|que|en l[oa]s que|a l[oa]s que)(?-u:\b))"
# What the amount is said to be is a promise: "a $40 million commitment".
_PROMISE = (
    r"(?i:^ (?:[\p{L}-]+ ){0,3}(?:commitment|commitments|pledge|pledges|announcement"
    r"|initiative|package|compromiso))(?-u:\b)"
)
# An amount that a package, fund or pilot is endowed with is set apart, not spent, unless its verb says so.
_ENDOWED = (
    r"(?i:(?:^|[^\p{L}])(?:packages?|programmes?|programs?|pilots?|funds?|facility|initiatives?|projects?|schemes?|tranche"
    r"|grants?|loans?|memorandum|paquetes?|fondos?|programas?|proyectos?|iniciativas?|planes?|pilotos?|línea|partida"
    r"|subvención|aportación|inversión|presupuesto|memorando)(?:,? [\p{L}'-]+){0,5},? "
    r"(?:of|worth|with|totaling|totalling|de|con|por valor de|por un monto de|por importe de)"
    r"(?: (?:its|an|a|un|una|additional|más de|more than|about|su))? )$"
)
_AUXILIARY = r"^(?:has|have|had|is|are|been|ha|han|hemos|es|son|está|están|adopted|adoptó|adoptaron|prev[\p{L}]+)$"
_FORESEEN = r"^(?:se )?(?:est[\p{L}]+ )?prev(?:é|én|ist[oa]s?)$"
_NEW_MONEY = r"(?i:^ (?:in|of) (?:new|additional|fresh|further) )"
# A definite number of things is there already ("in the 40 offices we will …"), and so is what a relative clause says.
_DEFINITE = r"(?i:(?:^|[^\p{L}])(?:the|los|las|its|their|our|sus|nuestr[oa]s) )$"
_RELATIVE_BEFORE = (
    r"(?i:(?: (?:in|of|for|to|with) (?:which|whom)|, (?:which|who|where|donde|que)"
    r"|[ ,](?:en|de|a|con|por) (?:el|la|los|las) (?:que|cual|cuales)) )"
)
# What a government is reported to say that it "would" do.
_SAID_WOULD = (
    r"(?i:(?:said|says|announced|promised|noted|confirmed|added|told|declared|explained)[^.;]{0,80} would"
    r" (?:also |then |now )?(?:put|give|pay|provide|invest|spend|send|receive|accept|take|admit|resettle|open|build"
    r"|hire|deploy|contribute|donate|allocate|welcome|host|grant|issue|fund))(?-u:\b)"
)
_FUTURE_ENDING = r"(?:[aeidbr]rá|[aeidbr]rán|[aeidbr]remos)$"
_ADVERBS = r"(?i: (?:also|now|further|therefore|jointly|additionally|today|hereby|también|además))(?-u:\b)"
_ADDITIONAL = r"(?i:(?:^|[^\p{L}])(?:additional|adicional|adicionales|further|new)) $"
# A law, budget or plan that "includes" money appropriates it.
_APPROPRIATES = (
    r"(?i:(?:^|[^\p{L}])(?:law|act|bill|budget|package|plan|request|appropriations?|ley|presupuesto|plan|paquete|partida)"
    r"(?: [\p{L}'-]+){0,4} (?:includes?|provides?|contains?|proposes?|invests?|incluye|contempla|prevé|destina) "
    r"(?:an? |the |un |una |additional |more than |over |about |nearly |up to |más de |hasta )*)$"
)
_GERUND = r"(?i:^[a-z]+ing$)"


def with_status(figures: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Read the status from the verb that governs the figure.

    A figure in subject position is governed by the first cue after it, any other by the nearest cue before it in the
    sentence, else by the first one after it. In: `text`, `number`, `bound`, `unit_kind`, `unqualified`, `rest`,
    `surface_start`, `surface_end`. Out: plus `status`.
    """
    start, end, rest = pl.col("surface_start"), pl.col("surface_end"), pl.col("rest")
    unqualified = pl.col("unqualified")
    clause = pl.col("text").str.slice(pl.max_horizontal(start - _BEFORE, 0), pl.min_horizontal(start, _BEFORE))
    before = clause.str.replace_all(_ADVERBS, "")
    after = pl.col("text").str.slice(end, _AFTER)
    marked = (
        figures.with_columns(
            before.str.extract("([^;]*)$", 1).str.extract_all(_cue(language)).list.last().alias("_last_cue"),
            before.str.extract(f"{_RELATIVE_BEFORE}([^;,]*)$", 1).alias("_relative"),
            (unqualified.str.contains(_SUBJECT) | rest.str.contains(_RELATIVE)).alias("_governs_ahead"),
        )
        .with_columns(
            # The verb of a relative clause, where it is none of the cues, only describes.
            pl.when(pl.col("_relative").is_not_null() & ~pl.col("_relative").str.contains(_cue(language)))
            .then(pl.lit("reported"))
            .otherwise(_status(pl.col("_last_cue"), language))
            .alias("_last"),
            pl.col("_last_cue").str.to_lowercase().str.strip_chars(" ,.;:)").alias("_last_cue"),
        )
        .with_columns(
            pl.when(pl.col("_last").is_null()).then(after.str.extract(r"^([^;:?!]*)", 1)).alias("_clause_after"),
            pl.when("_governs_ahead").then(after.str.extract(r"^([^,;:?!]{0,60})", 1)).alias("_predicate"),
        )
    )
    first = _status(pl.col("_clause_after").str.extract(f"({_cue(language)})", 1), language)
    next_cue = _status(pl.col("_predicate").str.extract(f"({_cue(language)})", 1), language)
    marked = marked.with_columns(
        first.alias("_first"),
        next_cue.alias("_next_cue"),
    )
    governed = pl.coalesce("_last", "_first")
    subject = unqualified.str.contains(_SUBJECT) & pl.col("_next_cue").is_not_null()
    promised_later = rest.str.contains(_RELATIVE) & (pl.col("_next_cue") == "committed") & governed.eq("reported")
    money = pl.col("unit_kind") == "money"
    promise = rest.str.contains(_PROMISE) | unqualified.str.contains(_APPROPRIATES)
    auxiliary = pl.col("_last_cue").str.contains(_AUXILIARY).fill_null(True)
    endowed = money & auxiliary & (unqualified.str.contains(_ENDOWED) | rest.str.contains(_NEW_MONEY))
    foreseen = money & pl.col("_last_cue").str.contains(_FORESEEN)
    definite = (pl.col("unit_kind") == "count") & unqualified.str.contains(_DEFINITE) & (pl.col("bound") != "at_most")
    will_multiply = (pl.col("unit_kind") == "ratio") & pl.col("number").str.contains(_FUTURE_ENDING)
    ceiling = (pl.col("bound") == "at_most") & pl.col("unit_kind").is_in(["people", "visas"]) & governed.is_null()
    heading = before.str.contains("^[ •*–—-]*$") & pl.col("number").str.contains(_GERUND)
    extent = pl.col("unit_kind").is_in(["distance"]) | unqualified.str.contains(r"(?i:population of |población de )$")
    status = (
        pl.when(extent).then(pl.lit("reported"))
        .when(definite).then(pl.lit("reported"))
        .when(heading | (money & promise) | endowed | foreseen | will_multiply | ceiling).then(pl.lit("committed"))
        .when(before.str.contains(_SAID_WOULD) & (pl.col("_last") == "projected")).then(pl.lit("committed"))
        .when(subject | promised_later).then("_next_cue")
        .when(governed.is_null() & money & unqualified.str.contains(_ADDITIONAL)).then(pl.lit("committed"))
        .otherwise(governed)
        .fill_null("reported")
    )  # fmt: skip
    return marked.with_columns(status.alias("status")).drop(
        "_governs_ahead", "_clause_after", "_predicate", "_last", "_last_cue", "_relative", "_first", "_next_cue"
    )


def with_change(figures: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Say whether the figure is the size of a rise or fall.

    In: `unqualified` (text before), `rest` (text after the figure), `ratio_change`. Out: plus `change` (increase,
    decrease, null).
    """
    return figures.with_columns(pl.coalesce("ratio_change", _change(language)).alias("change"))


def _change(language: str) -> pl.Expr:
    sides = {}
    for side in ("before", "after"):
        phrases = alternation(words("change_words", language, "phrase", side=side))
        table = dict(
            lexicon("change_words", language).filter(pl.col("side") == side).select("phrase", "change").iter_rows()
        )
        pattern = (
            rf"(?:^|[^\p{{L}}])(?i:({phrases})) $"
            if side == "before"
            else rf"^ (?:year-on-year |net )?(?i:({phrases}))(?:$|[^\p{{L}}])"
        )
        text = pl.col("unqualified").str.tail(_NEAR) if side == "before" else pl.col("rest").str.head(_NEAR)
        sides[side] = (
            text.str.extract(pattern, 1).str.to_lowercase().replace_strict(table, default=None, return_dtype=pl.String)
        )
    return pl.coalesce(sides["before"], sides["after"])
