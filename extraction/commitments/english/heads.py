"""English heads: the verb groups and nouns that commit.

Remit: finding candidates, placing them in their clause, and letting the rules judge. How far an undertaking reaches
belongs to `members`, lists under a lead-in to `lists`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.clauses import HEAD_COLUMNS, Rule, find_words, in_clause, judged
from extraction.commitments.english.patterns import (
    ADVERB,
    BE,
    BEFORE_INFINITIVE,
    BOUNDARY,
    CREATION,
    DECREED,
    EDGE,
    GLAD,
    GRANTING,
    GROUP_AFTER,
    GROUP_BEFORE,
    MADE,
    MODAL,
    MONEY,
    OPENING_PRONOUN,
    POLICY,
    PREPOSITION,
    PREPOSITIONAL,
    REPORTED,
    any_of,
    is_one_of,
)
from extraction.commitments.english.rules import future_rules, stated_rules
from extraction.commitments.english.subjects import subject_acts
from extraction.commitments.vocabulary import forms, verbs
from extraction.lexicons import alternation, words
from extraction.periods.frames import settled
from extraction.spans import find_all


def _finite_forms() -> list[str]:
    """Forms that stand without auxiliary; the bare form of the other verbs is too often a noun or an infinitive."""
    known = forms("commitment_verbs", "en")
    bare = (
        pl.col("takes").str.contains(r"(?:^| )to(?: |$)|commissive")
        | (pl.col("force") == "reaffirm")
        | pl.col("verb").is_in(["announce", "unveil", "direct"])
    )
    return known.filter((pl.col("tense") != "gerund") & ((pl.col("tense") != "verb") | bare))["form"].to_list()


# The scan looks for one word; `GROUP_BEFORE` and `GROUP_AFTER` then complete the verb group around it.
HEAD = (
    rf" (?:will|shall|won't|going to|hereby|{POLICY}|taking|{MADE}|includes?{CREATION}|{GRANTING}|{any_of('giving')}"
    rf"|{alternation(_finite_forms())}|{alternation(words('commitment_verbs', 'en', column='gerund'))}){EDGE}|'ll "
)
_HEAD_WORDS = sorted(
    {
        "'ll ",
        *(
            f" {word}"
            for word in (
                "will",
                "shall",
                "won't",
                "going to",
                "hereby",
                "the policy of",
                "taking",
                "made",
                "make",
                "include",
            )
        ),
        *(f" {word}" for role in ("giving", "granting") for word in words("commitment_words", "en", role=role)),
        *(f" {word}" for word in (*_finite_forms(), *words("commitment_verbs", "en", column="gerund"))),
    },
    key=lambda word: (-len(word), word),
)
NOUN = (
    rf" {any_of('noun_pledge')} (?:from|by) [^.;:]{{3,150}}?,? to [a-z]+|"
    rf" {any_of('noun_pledge')}(?: [^ ,;.:]+){{0,12}}? to (?:the |its |this |[a-z-]+ly )?[A-Za-z-]+"
    rf"| {any_of('noun_resolve')} to [a-z-]+"
)


def _complement() -> pl.Expr:
    """What follows the head: to, gerund, that, on, out, money, commissive, object or none."""
    after = pl.col("after")
    qualifier = rf"(?:(?:{any_of('qualifier')}|[a-z]+ly|[a-z]+ed|[a-z-]+al) )*"
    noun = any_of("noun_pledge", "noun_resolve")
    aside = rf"(?: (?:with|in|on|at|this|today|last)(?: [^ ,;]+){{1,4}}?|{ADVERB})*"
    subject = r"(?:it|they|he|she|we|the [A-Z][a-z]+ [A-Z][a-z]+|[A-Z][A-Za-z]+)"
    finite = "(?:will|is|are|would|shall|have|has|pledges|plans|intends)"
    kinds = (
        ("to", rf"^{ADVERB}*(?: (?:with|in) [^,;]{{1,40}}?)?,?{ADVERB}* to [a-z]"),
        ("that", rf"^,? (?:(?:\w+|on [A-Z]\w+|(?:this|last) \w+),? )?that |^ {subject} {finite} "),
        ("on", r"^ (?:on|upon) "),
        ("gerund", r"^ [a-z]+ing "),
        ("money", rf"^(?: to)? (?:{any_of('amount')} )*(?:{MONEY}|{any_of('means')}{EDGE})"),
        ("commissive", rf"^ {qualifier}(?:(?:[a-z'-]+ (?:and |of )?){{0,6}}?{noun}|(?:efforts|support)){EDGE}"),
        ("out", r"^ out "),
        ("object", rf"^{aside} (?:{any_of('object_start')}|[0-9$€£A-Z]){EDGE}|^{aside} [$€£]"),
        ("none", rf"^ (?:{PREPOSITION}|{any_of('not_object')}){EDGE}|^(?:[^ ]|$)"),
    )
    binding = (pl.col("commissive") == "commit") & after.str.contains(
        r"^ (?:both|the two|the|all|each)(?: [a-z]+){1,3} to [a-z]"
    )
    return pl.coalesce(
        pl.when(binding).then(pl.lit("to")),
        *(pl.when(after.str.contains(pattern)).then(pl.lit(kind)) for kind, pattern in kinds),
        pl.lit("object"),
    )


def _verb_groups(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Words of HEAD with the verb group around them as `match`, from `match_start` to `match_end`."""
    told = sentences.filter(pl.col("text").str.contains(REPORTED))
    match = pl.col("match").str.strip_chars_end(" ")
    following = pl.col("text").str.slice(pl.col("match_end"), 80)
    window = pl.max_horizontal(pl.lit(0), pl.col("match_start") - 60)
    modal = match.str.contains(rf"^{MODAL}$")
    before = pl.col("text").str.slice(window, pl.col("match_start") - window).str.extract(GROUP_BEFORE).fill_null("")
    after = (
        pl.when(modal)
        .then(following.str.extract(GROUP_AFTER))
        .when(match == " hereby")
        .then(following.str.extract(DECREED))
        .fill_null("")
    )
    return (
        pl.concat([find_words(sentences, _HEAD_WORDS, HEAD), find_all(told, " would ")], how="diagonal")
        .with_columns(
            match.alias("match"), (pl.col("match_start") + match.str.len_chars().cast(pl.Int64)).alias("match_end")
        )
        .with_columns(modal.alias("modal"), before.alias("_before"))
        .with_columns(after.alias("_after"))
        .filter(~pl.col("modal") | (pl.col("_after") != ""))
        .with_columns(
            pl.concat_str("_before", "match", "_after").alias("match"),
            (pl.col("match_start") - pl.col("_before").str.len_chars().cast(pl.Int64)).alias("match_start"),
            (pl.col("match_end") + pl.col("_after").str.len_chars().cast(pl.Int64)).alias("match_end"),
        )
        .drop("_before", "_after")
    )


def _candidates(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Verb groups with the lexicons' knowledge of their last word and with their clause, less what cannot commit."""
    match, modal = pl.col("match"), pl.col("modal")
    commissive = forms("commitment_verbs", "en").rename({"verb": "commissive"}).lazy()
    actions = forms("commitment_actions", "en").select("form", pl.col("verb").alias("action"), "role").lazy()
    commissive_verb = pl.col("commissive").is_not_null()
    spoken = (pl.col("genre") == "transcript") | pl.col("speaker").is_not_null()
    closed = pl.col("text").str.slice(pl.col("match_end"), 1).is_in([".", ",", "?", ";", ":", "-", ""])
    acting = rf"(?:'re|'m| is| are| am)(?-u:\b).* (?:taking|{any_of('giving')})$"
    special = match.str.contains(rf"{acting}|hereby(?: [a-z]+)*$|{POLICY}$|{MADE}$|includes?{CREATION}$|{GRANTING}")
    found = (
        _verb_groups(sentences)
        .with_columns(
            match.str.extract(r"([a-z-]+)$").alias("form"),
            match.str.contains(rf"(?: not|n't| never| no longer){EDGE}").alias("negated"),
        )
        .join(commissive, on="form", how="left", maintain_order="left")
        .join(actions, on="form", how="left", maintain_order="left")
        .with_columns(spoken.alias("spoken"), special.alias("special"))
        .filter(
            pl.when(modal)
            .then(
                ~pl.col("role").is_in(["talk", "state", "agenda"]).fill_null(False)
                & (pl.col("role").is_not_null() | commissive_verb | ~pl.col("spoken"))
                | pl.col("negated")
                | match.str.contains(r"^ shall(?-u:\b)") & (pl.col("role") == "agenda")
                | pl.col("form").is_in(
                    ["focus", "include", "host", "go", "become", "get", "consider", "remain", "rise"]
                )
            )
            .otherwise(commissive_verb & ~closed | pl.col("special"))
        )
        .with_columns(
            match.str.replace(r"(?: is| are| am|'re|'m| was| were)?(?: not)? going to", "")
            .str.contains(BE)
            .alias("be"),
            match.str.contains(rf"(?: was| were| been){EDGE}").alias("past_be"),
            match.str.contains(rf"(?:'ve| have| has| had){EDGE}").alias("have"),
            match.str.contains(r" (?:remain|stand|stay|still|continu)").alias("still"),
            match.str.contains(GLAD).alias("glad"),
        )
    )
    placed = in_clause(found, BOUNDARY, OPENING_PRONOUN, PREPOSITIONAL).with_columns(_complement().alias("complement"))
    takes = pl.col("takes")
    fits = takes.str.split(" ").list.contains(pl.col("complement")) | takes.str.contains(
        "instrument|order|progressive|object|enacted"
    )
    return placed.filter(
        modal
        | ~commissive_verb
        | pl.col("special")
        | (pl.col("complement") != "none") & fits & ~pl.col("before").str.contains(BEFORE_INFINITIVE)
    )


def verb_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Verb groups that undertake something. In: sentences in English. Out: `HEAD_COLUMNS`."""
    before, modal = pl.col("before"), pl.col("modal")
    proviso = (
        rf"^[^.;:,—]{{0,160}}?,? (?:{any_of('proviso')}|if (?:the|it|they|we|he|she|funds|[A-Z]\w+)"
        rf"|until (?:the|it|they) \w+ (?:agree|pass|approve)){EDGE}"
    )
    condition = (
        r"(?:^|[ (])(?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ii]n the event|[Ss]hould [a-z]+ [a-z]+ [a-z]+,)(?-u:\b)"
    )
    negated = (
        pl.col("negated")
        | pl.col("commissive").str.contains(is_one_of("refusing")).fill_null(False)
        | pl.concat_str("form", "after").str.contains(r"^no (?:\w+ )?(?:exempt|except)")
    )
    governed = (pl.col("method") == "decreed") | modal & ~(
        (pl.col("method") == "future.commissive") & (pl.col("complement") == "to")
    )
    neighbour = pl.when(pl.col("document_id") == pl.col("document_id").shift(1)).then(pl.col("text").shift(1))
    preceded = sentences.with_columns(neighbour.fill_null("").str.head(120).alias("previous"))
    candidates = settled(_candidates(preceded).with_columns(subject_acts().alias("acts")))
    lasts = pl.col("be") | pl.col("form").is_in(["remain", "stay", "take", "enter", "come"])
    future = candidates.filter(modal & (pl.col("acts") | ~pl.col("spoken") | pl.col("negated") | lasts))
    enacts = (pl.col("takes").str.contains("enacted") | (pl.col("commissive") == "commit")).fill_null(False)
    stated = candidates.filter(~modal & (pl.col("acts") | pl.col("special") | enacts))
    return (
        pl.concat([judged(future, future_rules()), judged(stated, stated_rules())])
        .with_columns(
            pl.when(pl.col("method") == "policy")
            .then(pl.lit("ensure"))
            .otherwise(pl.coalesce("action", "commissive", "form"))
            .alias("verb"),
            pl.when(governed).then(pl.lit("verb")).otherwise("complement").alias("complement"),
            pl.when(before.str.contains(condition + r"|(?:^| )if$") | pl.col("after").str.contains(proviso))
            .then(pl.lit("conditional"))
            .when(negated)
            .then(pl.lit("negated"))
            .otherwise(pl.lit("affirmed"))
            .alias("polarity"),
        )
        .select(HEAD_COLUMNS)
    )


def noun_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Nouns that commit ("their commitment to …"). In and out as in `verb_heads`."""
    noun = pl.col("match").str.extract(r"^ ([a-z]+)")
    word = pl.col("match").str.extract(r"([A-Za-z-]+)$")
    pledge = noun.str.contains(rf"^{any_of('noun_pledge')}$")
    verbal = word.str.contains(rf"^(?:{verbs('en')}|{verbs('en', 'gerund')})$")
    owned = pl.col("before").str.contains(rf"(?:[ (]{any_of('possessive')}|'s?(?: [a-z-]+)?)$")
    aside = pl.col("clause").str.contains(rf"(?i:{any_of('aside')})[^,]*$")
    fulfils = pl.col("clause").str.contains(r"(?:fulfil|deliver|honou?r)[a-z]*(?-u:\b)|appreciat")
    announced = noun.str.contains("^(?:plan|inten|decision|agreement)") & pl.col("before").str.contains(
        r"(?:announc|declar|stat|reaffirm|reiterat|confirm)[a-z]* (?:\w+ )?(?:its|their|his|her|our|the|a)$"
    )
    resolved = noun.is_in(["determination", "resolve"])
    whole = ~pl.col("match").str.contains(" and to ")
    received = pl.col("match").str.contains(rf"^ {any_of('noun_pledge')} (?:from|by) ") & verbal
    declared = pl.col("match").str.contains(r" to the [A-Z]") & pl.col("before").str.contains(
        r"(?:our|their|its) (?:continued|full|strong|firm) *$"
    )
    rules = [
        Rule("noun.fulfilled", pledge & verbal & owned & whole & fulfils & ~aside, pl.lit("pledge")),
        Rule("noun.received", received & ~aside, pl.lit("pledge")),
        Rule("noun.commitment", pledge & whole & ((verbal & owned) | declared) & ~aside, pl.lit("reaffirm")),
        Rule("noun.resolve", (resolved & verbal & owned | announced & verbal) & ~aside, pl.lit("pledge")),
    ]
    found = in_clause(find_all(sentences, NOUN), BOUNDARY, OPENING_PRONOUN, PREPOSITIONAL)
    return (
        judged(found, rules)
        .with_columns(
            (
                pl.col("head_end") - pl.col("match").str.extract(r"( to [^ ]* ?[^ ]*)$").str.len_chars().cast(pl.Int64)
            ).alias("head_end"),
            word.alias("verb"),
            pl.lit("to").alias("complement"),
            pl.lit("affirmed").alias("polarity"),
        )
        .select(HEAD_COLUMNS)
    )
