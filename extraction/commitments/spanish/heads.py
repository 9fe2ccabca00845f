"""Spanish heads: the verb groups and nouns that commit.

Remit: finding candidates, placing them in their clause, and letting the rules judge. How far an undertaking reaches
belongs to `members`, lists under a lead-in to `lists`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.clauses import HEAD_COLUMNS, Rule, in_clause, judged
from extraction.commitments.spanish.patterns import (
    ADVERB,
    AMOUNT,
    BOUNDARY,
    CLITIC,
    COMMISSIVE_NOUN,
    COMMITTED,
    DECIDED,
    END,
    FUTURE,
    GERUND,
    GOING,
    HAVING,
    INFINITIVE,
    NEGATION,
    OPENING_PRONOUN,
    PERFECT,
    PREPARED,
    PREPOSITION,
    PREPOSITIONAL,
    START,
    STARTED,
    WIDENING,
    any_of,
    is_one_of,
)
from extraction.commitments.spanish.rules import rules, subject_acts
from extraction.commitments.vocabulary import forms
from extraction.lexicons import alternation, lexicon
from extraction.spans import find_all

_GROUPS = (
    COMMITTED,
    HAVING,
    DECIDED,
    PREPARED,
    WIDENING,
    STARTED,
    rf"(?:{CLITIC} )*(?:{GOING}|habrá(?:n|) de {INFINITIVE}|{FUTURE})",
    rf"(?:{CLITIC} )*(?:{PERFECT}{ADVERB}* )?(?i:{alternation(forms('commitment_verbs', 'es')['form'])})",
)
HEAD = rf"{START}(?:{NEGATION} )?(?:{'|'.join(_GROUPS)})"
_QUALITY = (
    rf"(?:{any_of('noun_quality')}|de (?:[A-Z]\p{{L}}+|ambos países|nuestros países|nuestro país)"
    r"|del? (?:\p{Ll}+ )?[A-Z]\p{L}+)"
)
NOUN = (
    rf"{START}{any_of('noun_pledge', 'noun_resolve')}(?: {_QUALITY})*(?:, [^,;.]{{1,90}},| el [^,;.]{{1,40}})?"
    rf" (?:de|a|con|para|en) {INFINITIVE}"
)


def _infinitive(form: pl.Expr) -> pl.Expr:
    """The infinitive behind a form in the future, or behind an infinitive with pronouns."""
    irregular = lexicon("commitment_futures", "es")
    stem = form.str.to_lowercase().str.replace(r"(?:án|á|emos)$", "")
    bare = stem.str.replace(r"r(?:se|nos|los?|las?|les?)$", "r").str.replace(r"ír$", "ir")
    return bare.replace(irregular["stem"].to_list(), irregular["verb"].to_list())


def _complement() -> pl.Expr:
    """What follows the head: commissive, a, infinitive, que, marcha, gerund, amount, object or none."""
    after = pl.col("after")
    aside = r"(?: (?:con|en|por|para|ante|desde|a) [^,;]{1,50}?)?"
    subject = r"(?: (?:el|la|los|las) [^,;]{1,60}?)?"
    determiner = rf"(?:{any_of('possessive')} )*"
    kinds = (
        ("a", rf"^{ADVERB}*{subject}(?:, [^;]{{1,80}}?,)?{ADVERB}* a (?:no )?{INFINITIVE}{END}"),
        ("infinitive", rf"^{ADVERB}*{aside}(?: en| por| con| de)?{ADVERB}* (?:no )?{INFINITIVE}(?:[ ,.;]|$)"),
        ("commissive", rf"^{ADVERB}*{aside} {determiner}{COMMISSIVE_NOUN}{END}"),
        ("que", rf"^{ADVERB}*{aside},? que "),
        ("marcha", r"^ en (?:marcha|funcionamiento|operación)"),
        ("gerund", rf"^{ADVERB}* {GERUND}{END}"),
        ("amount", rf"^{ADVERB}*{aside}{ADVERB}* {AMOUNT}"),
        ("object", r"^ (?:en|con|durante|desde|ante|por) [^.;]{1,60}? (?:una?|el|la|los|las|nuev[oa]s?) \p{L}"),
        ("object", r"^, [^,;.]{1,60}, (?:una?|el|la|los|las|nuev[oa]s?) "),
        ("none", rf"^(?: (?:{PREPOSITION}) |[^ ,]|$|, )"),
    )
    return pl.coalesce(
        *(pl.when(after.str.contains(pattern)).then(pl.lit(kind)) for kind, pattern in kinds), pl.lit("object")
    )


def _candidates(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Matches of HEAD with the lexicons' knowledge of their last word and with their clause."""
    match, form = pl.col("match"), pl.col("form")
    commissive = forms("commitment_verbs", "es").rename({"verb": "commissive"}).lazy()
    found = (
        find_all(sentences, HEAD)
        .filter(~pl.col("text").str.slice(pl.col("match_end"), 1).str.contains(r"^\p{L}"))
        .with_columns(match.str.extract(r"(\p{L}+)$").str.to_lowercase().alias("form"))
        .join(commissive, on="form", how="left", maintain_order="left")
        .with_columns(
            _infinitive(form).alias("infinitive"),
            match.str.contains(rf"{START}(?:{GOING}|habrán? de )").alias("going"),
            match.str.contains(rf"{START}(?:[Ss]e |(?:[Vv]an?) a (?:se )?\p{{L}}+se$)").alias("impersonal"),
            match.str.contains(rf"{START}(?:[Vv]amos|[Hh]emos|[Nn]os|\p{{L}}+[aei]mos)(?:[^\p{{L}}]|$)").alias("we"),
            match.str.contains(rf"{START}{NEGATION} ").alias("negated"),
            match.str.contains(PERFECT + " ").alias("perfect"),
        )
        .with_columns(
            (pl.col("going") | form.str.contains(r"r(?:á|án|emos)$") & pl.col("commissive").is_null()).alias("modal")
        )
    )
    return in_clause(found, BOUNDARY, OPENING_PRONOUN, PREPOSITIONAL).with_columns(_complement().alias("complement"))


def verb_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Verb groups that undertake something. In: sentences in Spanish. Out: `HEAD_COLUMNS`."""
    condition = rf"{START}(?:{any_of('condition')}|[Ee]n cuanto [^,]*nos) |^De {INFINITIVE} "
    proviso = rf"^[^.;:]{{0,140}}? (?:si (?:el|la|los|las|ambos|hay|se|así|es)|{any_of('proviso')}) "
    refuses = pl.col("commissive").str.contains(is_one_of("refusing")).fill_null(False)
    governed = pl.when(pl.col("modal")).then(pl.lit("verb"))
    return (
        judged(_candidates(sentences).with_columns(subject_acts().alias("acts")), rules())
        .with_columns(
            pl.when(pl.col("modal"))
            .then("infinitive")
            .when(pl.col("method") == "widening")
            .then(pl.lit("incluir"))
            .otherwise(pl.coalesce("commissive", "infinitive"))
            .alias("verb"),
            governed.when(pl.col("commissive").is_null())
            .then(pl.lit("infinitive"))
            .otherwise("complement")
            .alias("complement"),
            pl.when(pl.col("before").str.contains(condition) | pl.col("after").str.contains(proviso))
            .then(pl.lit("conditional"))
            .when(pl.col("negated") | refuses | pl.col("before").str.contains(" ni$"))
            .then(pl.lit("negated"))
            .otherwise(pl.lit("affirmed"))
            .alias("polarity"),
        )
        .select(HEAD_COLUMNS)
    )


def noun_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Nouns that commit ("su compromiso de …"). In and out as in `verb_heads`."""
    noun = pl.col("match").str.extract(r"^[^\p{L}]?(\p{L}+)").str.to_lowercase()
    pledge = noun.str.contains(rf"^{any_of('noun_pledge')}$")
    owned = pl.col("before").str.contains(r"(?:^|[ (])(?:su|sus|nuestr[oa]s?|el|la|los|un|una|de|del)(?: \p{Ll}+)?$")
    verb = pl.col("match").str.extract(r"(\p{L}+)$")
    rules = [
        Rule("noun.commitment", pledge & owned, pl.lit("reaffirm")),
        Rule("noun.resolve", ~pledge & owned & ~verb.str.contains(rf"^{any_of('talk')}$"), pl.lit("pledge")),
    ]
    found = in_clause(find_all(sentences, NOUN), BOUNDARY, OPENING_PRONOUN, PREPOSITIONAL)
    return (
        judged(found, rules)
        .with_columns(
            (pl.col("head_end") - verb.str.len_chars().cast(pl.Int64) - 1).alias("head_end"),
            verb.alias("verb"),
            pl.lit("infinitive").alias("complement"),
            pl.lit("affirmed").alias("polarity"),
        )
        .select(HEAD_COLUMNS)
    )
