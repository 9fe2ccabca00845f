"""How far an undertaking reaches, and which coordinated undertakings one head governs.

Remit: from judged heads to spans. Which heads commit belongs to `english` and `spanish`.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

_CLOSING = " .,;:!?\"')]([*-–—…"
_SHORTEST = 8
# Characters that may stand between a head and the clause it governs ("announced on Tuesday that").
_TO_COMPLEMENT = 20
_COORDINATING = ("to", "verb", "that", "gerund", "a", "infinitive", "commissive", "que")


@dataclass(frozen=True)
class Coordination:
    """How one language joins undertakings: patterns over the words after a head.

    `tail` begins what no longer belongs to the undertaking. `later` matches from the coordinator to the verb of a later
    member and the character after it; `verb` takes that verb, with its adverb, out of such a match. `light` is the verb
    phrase that only leads to the verb that matters ("work together to"), `light_verb` its first word. `nested` opens a
    phrase inside an undertaking; what is coordinated after it belongs to that phrase, unless the match is `explicit`.
    `verbless` holds when nothing but verbs stands between the head and a coordinator: two verbs on one object are one
    undertaking. `ambiguous` verbs can be nouns and need an `object` after them; `pronoun` objects repeat the object
    before. `aside` is a relative clause that a later member may follow, `contraction` what is left of an auxiliary at
    the beginning of a head. `trailing` words are cut from the end of a span. `joined` holds before a head that is
    coordinated with the head before it, `conjunction`s join clauses, `bare` is all that stands between two heads with
    one object. `gerund` tells later members in the gerund, which follow a head whose own verb is one (`gerund_head`).
    Verbs that are `launching` or `holding` decide the force of later members of a head in the future.
    """

    tail: str
    later: str
    verb: str
    light: str
    light_verb: str
    nested: str
    explicit: str
    verbless: str
    ambiguous: str
    object: str
    pronoun: str
    aside: str
    contraction: str
    trailing: str
    joined: str
    conjunction: str
    bare: str
    gerund: str
    gerund_head: str
    launching: str
    holding: str


def _before(column: str) -> pl.Expr:
    """The value of the head before this one in the same sentence, null for the first head."""
    return pl.when(pl.col("sentence").shift(1) == pl.col("sentence")).then(pl.col(column).shift(1))


def _governing(heads: pl.LazyFrame, language: Coordination) -> pl.LazyFrame:
    """Drop heads that only belong to the undertaking of the head before, and give each its `reach` of text.

    A head stands by itself when it opens a clause, is coordinated with the head before, comes after the reach of that
    head, or is a finite verb with a subject of its own behind a coordinator. It ends the reach of the head before.
    """
    following = pl.col("text").str.slice(pl.col("head_end"))
    direct = following.str.split(language.tail, literal=False).list.first()
    aside = following.str.slice(direct.str.len_chars()).str.extract(f"^({language.aside}){language.later}")
    resumed = following.str.slice(direct.str.len_chars() + aside.str.len_chars())
    reach = pl.concat_str(
        direct, pl.concat_str(aside, resumed.str.split(language.tail, literal=False).list.first()).fill_null("")
    )
    reached = pl.col("head_end") + pl.col("reach").str.len_chars().cast(pl.Int64)
    introduction = pl.col("text").str.head(pl.col("head_start")).str.tail(24)
    between = pl.col("text").str.slice(pl.col("_governed_from"), pl.col("head_start") - pl.col("_governed_from"))
    coordinator = pl.coalesce(
        between.str.extract(r"^(?s:.*)([,;] (?:" + language.conjunction + r") .*)$"),
        between.str.extract(r"^(?s:.*)( (?:" + language.conjunction + r") .*)$"),
    )
    in_complement = _before("complement").is_in(["that", "que"]) & (
        pl.col("clause_start") <= _before("head_end") + _TO_COMPLEMENT
    )
    own_clause = (pl.col("clause_start") >= _before("head_end")) & ~in_complement
    finite = ~pl.col("method").str.starts_with("noun")
    shares_object = between.str.contains(language.bare)
    opens = (
        pl.when(shares_object)
        .then(None)
        .when(own_clause)
        .then("clause_start")
        .when(introduction.str.contains(language.joined) | (pl.col("head_start") >= pl.col("_reached_before")))
        .then("head_start")
        .when(finite & pl.col("_coordinator").is_not_null())
        .then(pl.col("head_start") - pl.col("_coordinator").str.len_chars())
    )
    limit = pl.when(pl.col("sentence").shift(-1) == pl.col("sentence")).then(pl.col("_opens").shift(-1))
    return (
        heads.sort("sentence", "head_start", "head_end", "method")
        .filter(_before("head_end").is_null() | (pl.col("head_start") >= _before("head_end")))
        .with_columns(reach.alias("reach"))
        .with_columns(reached.alias("_reached"), _before("head_end").alias("_governed_from"))
        .with_columns(_before("_reached").alias("_reached_before"), coordinator.alias("_coordinator"))
        .with_columns(opens.cast(pl.Int64).alias("_opens"))
        .filter(pl.col("_governed_from").is_null() | pl.col("_opens").is_not_null())
        .with_columns((limit - pl.col("head_end")).alias("_limit"))
        .with_columns(
            pl.when(pl.col("_limit") < pl.col("reach").str.len_chars())
            .then(pl.col("reach").str.head(pl.max_horizontal("_limit", 0)))
            .otherwise("reach")
            .alias("reach")
        )
    )


def _members(governing: pl.LazyFrame, language: Coordination) -> pl.LazyFrame:
    """One row for the head and each coordinator in its reach: `match` (empty for the head itself) and its offsets."""
    coordinates = pl.col("complement").is_in(_COORDINATING)
    searched = pl.when(coordinates).then("reach").otherwise(pl.lit(""))
    ends = pl.col("_pieces").list.head(pl.col("match").list.len()).list.eval(pl.element().str.len_chars().cum_sum())
    return (
        governing.with_columns(searched.alias("_searched"))
        .with_columns(
            pl.col("_searched").str.extract_all(language.later).alias("match"),
            pl.col("_searched").str.split(language.later, literal=False, inclusive=True).alias("_pieces"),
        )
        .with_columns(
            pl.concat_list(pl.lit([""]), "match").alias("match"),
            pl.concat_list(pl.lit([0], pl.List(pl.Int64)), ends.cast(pl.List(pl.Int64))).alias("match_end"),
        )
        .drop("_pieces", "_searched")
        .explode("match", "match_end")
        .with_columns((pl.col("match_end") - pl.col("match").str.len_chars().cast(pl.Int64)).alias("match_start"))
    )


def with_members(heads: pl.LazyFrame, language: Coordination) -> pl.LazyFrame:
    """One row per undertaking.

    In: judged heads. Out: their columns plus `start` and `end` (code points into the sentence), `own_verb` (the verb of
    a later member, null for the first) and `surface` in normal form.
    """
    match, reach = pl.col("match"), pl.col("reach")
    led = pl.when(pl.col("complement") == "verb").then(pl.concat_str(pl.lit(" "), "verb")).otherwise(pl.lit(""))
    preceding = reach.str.head(pl.col("match_start"))
    prefix = pl.concat_str(led, preceding).str.replace_all(language.aside, ",").str.replace(language.light, " ")
    nested = prefix.str.contains(language.nested)
    explicit = match.str.contains(language.explicit) & (prefix.str.count_matches(language.nested) < 2)
    following = reach.str.slice(pl.col("match_end"), 40)
    verb = match.str.extract(language.verb)
    is_head = match == ""
    undertakes = (
        (~nested | explicit)
        & ~preceding.str.contains(language.verbless)
        & (match.str.contains(language.gerund) == prefix.str.contains(language.gerund_head))
        & (~verb.str.contains(language.ambiguous) | explicit | following.str.contains(language.object))
        & ~following.str.contains(language.pronoun)
    )
    futural = pl.col("method").str.starts_with("future") & pl.col("force").is_in(["launch", "plan", "reaffirm"])
    own_force = (
        pl.when(pl.col("_continues") | pl.col("own_verb").str.contains(language.holding))
        .then(pl.lit("reaffirm"))
        .when(pl.col("force") == "reaffirm")
        .then(pl.lit("reaffirm"))
        .when(pl.col("own_verb").str.contains(language.launching))
        .then(pl.lit("launch"))
        .otherwise(pl.lit("plan"))
    )
    leads = pl.col("complement").is_in(_COORDINATING)
    light_head = pl.concat_str(pl.lit(" "), "verb", reach.str.head(120)).str.replace(language.light, " ")
    governed = (
        pl.when(leads & (pl.col("complement") != "verb"))
        .then(reach.str.head(160).str.replace(language.light, " "))
        .when(pl.col("verb").str.contains(rf"^{language.light_verb}$"))
        .then(light_head)
    )
    opening = pl.col("text").str.slice(pl.col("head_start"), 4).str.extract(language.contraction)
    contracted = opening.str.len_chars().fill_null(0).cast(pl.Int64)
    start = pl.col("head_end") + pl.col("match_end") - 1 - verb.str.len_chars().cast(pl.Int64)
    same_head = (pl.col("sentence").shift(-1) == pl.col("sentence")) & (
        pl.col("head_start").shift(-1) == pl.col("head_start")
    )
    reached = pl.col("head_end") + reach.str.len_chars().cast(pl.Int64)
    end = pl.when(same_head).then(pl.col("_joint").shift(-1)).otherwise(reached)
    surface = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    # A verb without anything after it is a false start, a relative clause or an answer, save in the passive.
    empty = is_head & (pl.col("voice") == "active") & ((pl.col("end") - pl.col("head_end")) < 2)
    return (
        _members(_governing(heads, language), language)
        .filter(is_head | undertakes.fill_null(False))
        .with_columns(
            pl.when(is_head).then(pl.col("head_start") + contracted).otherwise(start).alias("start"),
            (pl.col("head_end") + pl.col("match_start")).alias("_joint"),
            governed.alias("governed"),
            verb.str.extract(r"(\S+)$").alias("own_verb"),
            verb.str.contains(r"^continue to |^(?:seguir|continuar) ").fill_null(False).alias("_continues"),
        )
        .with_columns(pl.when(futural & (match != "")).then(own_force).otherwise("force").alias("force"))
        .with_columns(end.alias("end"))
        .with_columns(surface.str.split(language.tail, literal=False).list.first().alias("surface"))
        .with_columns(
            pl.col("surface").str.replace(language.trailing, "").str.strip_chars_end(_CLOSING).alias("surface")
        )
        .with_columns((pl.col("start") + pl.col("surface").str.len_chars().cast(pl.Int64)).alias("end"))
        .filter(~empty & (pl.col("surface").str.len_chars() > _SHORTEST))
    )
