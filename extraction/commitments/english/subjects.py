"""What surrounds an English verb group: whether an authority is its subject, and whether its clause is meant.

Remit: tests on the clause of a candidate. Which verbs commit belongs to `rules`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.english.patterns import (
    ADVERB,
    ANY_AUTHORITIES,
    AUTHORITIES,
    EDGE,
    STATE_BEFORE_RELATIVE,
    any_of,
    is_one_of,
)


def _contains_first(text: pl.Expr, patterns: tuple[str, str]) -> pl.Expr:
    """Whether one of two patterns matches; the second is tried only where the first does not."""
    cheap, costly = patterns
    found = text.str.contains(cheap)
    return found | pl.when(found).then(pl.lit("")).otherwise(text).str.contains(costly)


def subject_acts() -> pl.Expr:
    """Whether the subject of the clause is a public authority, alone or coordinated with one."""
    core, clause, before = pl.col("core"), pl.col("clause"), pl.col("before")
    pronoun = core.str.contains(
        r"(?:^|[ \"'(])(?:[Ww]e|[Tt]hey|I|[Hh]e|[Ss]he)(?: both| all| each| also| now| today)?$"
    )
    name = pl.when(pronoun).then(pl.lit("")).otherwise(core)
    resumes = core.str.contains(r"(?:^|,) ?[Ii]t(?: also)?$")
    joins = clause.str.contains(r"(?:^|[ ,])(?:and|or|but|then|also),?$|,$")
    wider = pl.when(resumes).then(pl.concat_str("previous", before)).when(joins).then(clause).otherwise(pl.lit(""))
    relative = pl.col("link").is_in(["which", "who"]) & (core == "")
    antecedent = pl.when(relative).then(before).otherwise(pl.lit(""))
    goes_on = joins & clause.str.contains(r"^ ?(?:it|they|we|he|she|I)(?-u:\b)")
    states_itself = resumes & pl.col("commissive").is_not_null() & ~pl.col("modal")
    return (
        pronoun
        | states_itself
        | goes_on
        | _contains_first(name, AUTHORITIES)
        | _contains_first(wider, ANY_AUTHORITIES)
        | antecedent.str.contains(STATE_BEFORE_RELATIVE)
    )


def unreal() -> pl.Expr:
    """Whether the clause is a condition, a relative clause, a belief, boilerplate of law, a company's or a lead-in."""
    clause, link, opening, text = (pl.col(name) for name in ("clause", "link", "opening", "text"))
    given = clause.str.contains(rf"^ (?:not )?{any_of('met_condition')}{EDGE}")
    subordinate = (
        link.str.contains(is_one_of("unreal"))
        & ~given
        & ~clause.str.contains(",")
        & ~opening.str.contains(r"(?:is|was) why$")
    ) | (link.is_in(["which", "who", "that"]) & clause.str.contains(rf"^{ADVERB}* ?$") & ~pl.col("acts"))
    believed = opening.str.contains(
        rf"(?:^|[ (]){any_of('belief')}(?:,| that| if| whether)?[ ]?$"
    ) | clause.str.contains(rf"(?:^|[ (]){any_of('belief')} [^,]*$")
    introduces = text.str.contains(r"[Ff]ollowing[^:]*:[ ]*$")
    company = pl.col("core").str.contains(rf"(?:^|[ (-])(?i:{any_of('company')})(?:$|[ .,)])")
    return company | introduces | subordinate | believed | text.str.contains(any_of("boilerplate"))


def idle() -> pl.Expr:
    """Whether the verb with its object is talk, ceremony or the course of the meeting itself."""
    after = pl.col("after")
    ceremony = pl.col("form").str.contains(is_one_of("attending")) & after.str.contains(
        rf"^ (?:the|a|an|this|its|their|our)? ?(?:[A-Z]?[A-Za-z-]+ ){{0,3}}?(?i:{any_of('gathering')}){EDGE}"
    )
    visits = pl.col("form").str.contains(is_one_of("visiting")) & pl.col("core").str.contains(
        r"(?:^|[ ])(?:[Hh]e|[Ss]he|I|[Ww]e|[Tt]hey|President|Secretary|Minister|Lady|leaders)(?: [A-Z][a-z]+)*,?$"
    )
    return (
        ceremony
        | visits
        | pl.concat_str("form", after).str.head(60).str.to_lowercase().str.contains(rf"^{any_of('idle')}{EDGE}")
        | after.str.contains(
            r"^ (?:what|whatever|whether|how|why|where|there|here|me|you)(?-u:\b)|^ (?:this|it)[ ]?(?:[.,;]|$)"
        )
        | after.str.contains(
            r"^ that (?:the|we|they|it|he|she|I|this|these|those|our|their|you|an?|there|all|no|some|[A-Z])(?-u:\b)"
        )
        & ~pl.col("form").str.contains(is_one_of("bringing_about"))
        | after.str.contains(r"^ so(?-u:\b)") & (pl.col("form") != "do")
    )
