"""English commissive heads: where a clause undertakes something, and with what force.

Remit: finding verb groups and nouns that commit, and judging by their subject and complement whether they do. How far
an undertaking reaches belongs to `members`, lists under a lead-in to `lists`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.vocabulary import (
    action_forms,
    commissive_forms,
    names_of_authorities,
    role,
    verb_forms,
)
from extraction.lexicons import alternation
from extraction.spans import find_all

_EDGE = r"(?-u:\b)"
_ADVERB = rf"(?:,? (?:{role('en', 'adverb')}|[a-z]+ly){_EDGE},?)"
_MODAL = r"(?: will| shall|'ll| won't|(?: is| are| am|'s|'re|'m)(?: not)? going to)"
_AUXILIARY = (
    r"(?:'ve|'re|'m| have| has| had| is| are| am| was| were| did| do| does| been| being| not"
    r"| remain| remains| remained| stand| stands| stay| stays)"
)
_GLAD = r"(?: (?:able|pleased|proud|happy|delighted|honored|honoured|glad) to)"
_COMMISSIVE = alternation(commissive_forms("en")["form"])
HEAD = (
    rf"(?:{_MODAL}{_ADVERB}*(?: be| have)?{_ADVERB}*(?: continue to| continue)?{_ADVERB}* [a-z][a-z-]+"
    rf"|{_AUXILIARY}*{_ADVERB}*{_GLAD}?{_ADVERB}* {_COMMISSIVE}{_EDGE}"
    rf"|(?: is| are| am|'re|'m){_ADVERB}* taking{_EDGE})"
)
_PLEDGE_NOUN = rf" {role('en', 'noun_pledge')}(?: [^ ,;.:]+){{0,12}}? to "
_RESOLVE_NOUN = rf" {role('en', 'noun_resolve')} to "
NOUN = rf"(?:{_PLEDGE_NOUN}|{_RESOLVE_NOUN})"
_BOUNDARY = (
    r"(?:[;:]|(?:^|[ (,])(?:that|which|who|whom|whose|where|when|while|as|if|whether|because|since|so|but|how|what|why"
    r"|once|until|unless|said|says|(?:and )(?:we|they|he|she|it|I)))"
)
_BEFORE_INFINITIVE = (
    r"(?:^|[ (])(?:to|can|could|should|would|must|may|might|cannot|can't|let's|please|help|helps|helped|by|of|for|in|on|with|from"
    r"|without|the|a|an|this|its|their|our|his|her|new|who|that|which|not|don't|didn't)$"
)
_PREPOSITIONAL = rf"(?:^ ?(?i:{role('en', 'preposition')}) [^,]*,|,? {role('en', 'preposition')} [^,]*)"
_AUTHORITY = (
    rf"(?:^|[ (\"'/-])(?:{names_of_authorities('en')}|(?i:{role('en', 'authority')})|[A-Z][A-Z.&]{{1,7}})"
    rf"(?:'s?)?(?: \([^)]*\))?(?: (?:[A-Z][\p{{L}}.'-]*|all|both|each|have|has))*\)?(?:,|$| and )"
)
_PROGRAM = rf"(?:^|[ -])(?i:{role('en', 'program')})(?: \([^)]*\))?,?$"



_SPOKEN = (pl.col("genre") == "transcript") | pl.col("speaker").is_not_null()
_KEPT = ("sentence", "document_id", "segment_id", "speaker", "speaker_role", "language", "genre", "published_on",
         "sentence_start", "text", "head_start", "head_end", "verb", "force", "complement", "voice", "polarity",
         "clause_start", "method")


def _with_context(found: pl.LazyFrame) -> pl.LazyFrame:
    """Add `head_start`, `before`, `after`, `clause` (the words from the start of the clause to the head)."""
    match = pl.col("match")
    lead = match.str.len_chars() - match.str.strip_chars_start(" ,").str.len_chars()
    return (
        found.with_columns(
            (pl.col("match_start") + lead).cast(pl.Int64).alias("head_start"),
            pl.col("text").str.slice(pl.col("match_end"), 200).alias("after"),
            pl.col("text").str.slice(0, pl.col("match_start")).alias("before"),
        )
        .with_columns(pl.col("before").str.extract(r"^(?s:.*)" + _BOUNDARY + r"(.*)$", 1).fill_null(pl.col("before")).alias("clause"))
        .with_columns((pl.col("match_start") - pl.col("clause").str.len_chars()).cast(pl.Int64).alias("clause_start"))
        .with_columns(
            pl.col("before").str.head(pl.col("clause_start")).str.extract(r"([A-Za-z]+|[;:])$", 1).str.to_lowercase().fill_null("").alias("link"),
            pl.col("clause").str.replace_all(_PREPOSITIONAL, "").alias("core"),
        )
    )


def _complement() -> pl.Expr:
    after = pl.col("after")
    rest = rf"^(?: (?:{role('en', 'preposition')}|and|or|as|when|if|that|today|by|than){_EDGE}|[^ ]|$)"
    return (
        pl.when(after.str.contains(rf"^{_ADVERB}*(?: (?:with|in) [^,;]{{1,40}}?|,)?{_ADVERB}* to [a-z]"))
        .then(pl.lit("to"))
        .when(after.str.contains(r"^,? (?:\w+,? )?that |^ (?:it|they|he|she|we|[A-Z][A-Za-z]+) (?:will|is|are|would|shall) "))
        .then(pl.lit("that"))
        .when(after.str.contains(r"^ (?:on|upon) "))
        .then(pl.lit("on"))
        .when(after.str.contains(r"^ out "))
        .then(pl.lit("out"))
        .when(after.str.contains(rest))
        .then(pl.lit("none"))
        .otherwise(pl.lit("object"))
    )


def _subject_acts() -> pl.Expr:
    """Whether the subject of the clause is a public authority, alone or coordinated with one."""
    core = pl.col("core")
    coordinated = core.str.contains(r"(?:^|[ ,])(?:and|or|but|then|also)?,?$") & pl.col("clause").str.contains(
        rf"(?:^|[ (\"'/-])(?:{names_of_authorities('en')}|{role('en', 'authority')}){_EDGE}"
    )
    relative = pl.col("link").is_in(["which", "who"]) & (core == "") & pl.col("before").str.contains(
        rf"(?:{names_of_authorities('en')}), (?:which|who)$"
    )
    return core.str.contains(_AUTHORITY) | coordinated | relative


def verb_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Verb groups that undertake something, judged.

    In: sentences in English. Out: `_KEPT`.
    """
    commissive = commissive_forms("en").rename({"verb": "_commissive"}).lazy()
    actions = action_forms("en").rename({"verb": "_action", "role": "_role"}).drop("noun").lazy()
    match = pl.col("match")
    found = (
        find_all(sentences, HEAD)
        .with_columns(
            match.str.extract(r"([a-z-]+)$").alias("form"),
            match.str.contains(_MODAL).alias("_modal"),
            match.str.contains(rf"(?:'re|'m| is| are| am| was| were| been| be| being){_EDGE}").alias("_be"),
            match.str.contains(r"(?: was| were| been)(?-u:\b)").alias("_past_be"),
            match.str.contains(r"(?:'ve| have| has| had)(?-u:\b)").alias("_have"),
            match.str.contains(r"(?: not|n't| never| no longer)(?-u:\b)").alias("_negated"),
            match.str.contains(r"(?: remain| stand| stay| still| continue)").alias("_still"),
            match.str.contains(_GLAD).alias("_glad"),
        )
        .join(commissive, on="form", how="left", maintain_order="left")
        .join(actions, on="form", how="left", maintain_order="left")
    )
    framed = _with_context(found).with_columns(_complement().alias("complement"))
    adjective = pl.col("adjective").is_not_null() & pl.col("tense").is_in(["past", "participle", "verb"])
    takes = pl.col("takes").str.split(" ").list.contains(pl.col("complement"))
    that_future = (pl.col("complement") != "that") | pl.col("after").str.contains(
        r"^[^;]{0,120}?(?: will| shall| would| is \w+ing| are \w+ing|'ll| going to| be )"
    )
    acts = _subject_acts()
    not_infinitive = ~pl.col("before").str.contains(_BEFORE_INFINITIVE)

    # Finite commissive verbs.
    finite = (
        ~pl.col("_modal")
        & pl.col("_commissive").is_not_null()
        & takes
        & that_future
        & not_infinitive
        & (
            pl.when(pl.col("tense") == "gerund").then(pl.col("_be") & ~pl.col("_past_be"))
            .when(pl.col("_be") & ~pl.col("_glad")).then(adjective & (pl.col("complement") != "object"))
            .when(pl.col("tense") == "participle").then(pl.col("_have") | (pl.col("form") == "ready"))
            .otherwise(True)
        )
        & acts
        & ~(pl.col("link").is_in(["if", "whether", "when", "where", "how", "as", "what", "why", "because", "unless"]) & ~pl.col("clause").str.contains(", "))
    )
    # The future of an authority.
    policy = (pl.col("_role") == "action") | (pl.col("_role").is_null() & pl.col("_commissive").is_null() & ~_SPOKEN) | pl.col("_commissive").is_not_null()
    second = pl.col("after").str.extract(rf"^{_ADVERB}* ([a-z-]+)")
    active = pl.col("_modal") & ~pl.col("form").is_in(["be", "have"]) & ~pl.col("_be") & policy & acts
    passive = (
        pl.col("_modal")
        & pl.col("match").str.contains(rf" be{_ADVERB}* [a-z-]+$")
        & ~acts
        & pl.col("form").str.contains(rf"^{role('en', 'passive')}$")
    )
    progressive = pl.col("_modal") & pl.col("_be") & pl.col("form").str.ends_with("ing") & (pl.col("_role") == "action") & acts
    status = (
        pl.col("_modal")
        & (pl.concat_str(pl.col("form"), pl.col("after")).str.contains(rf"^{role('en', 'status')}{_EDGE}"))
    )
    program = (
        pl.col("_modal") & ~pl.col("_be") & ~acts & (pl.col("_role") == "action")
        & pl.col("core").str.contains(_PROGRAM)
        & ~pl.col("form").is_in(["help", "create", "reduce", "promote", "make", "bolster", "give", "allow", "send", "ensure", "enable", "build", "include"])
    )
    steps = pl.col("form").eq("taking") & pl.col("after").str.contains(r"^ (?:\w+,? ){0,5}(?:steps|measures|action|actions)(?-u:\b)") & acts
    relative = pl.col("link").is_in(["which", "who", "that"]) & pl.col("clause").str.contains(rf"^{_ADVERB}* ?$") & ~acts
    subordinate = relative | (pl.col("link").is_in(["if", "whether", "when", "how", "why", "what", "where", "whom", "whose", "until", "unless"]) & ~pl.col("clause").str.contains(", "))
    believed = pl.col("before").str.head(pl.col("clause_start")).str.contains(
        r"(?:think|thinks|believe|believes|hope|hopes|expect|expects|confident|suspect|sure|know|knows|guess|doubt|doubts|predict|fear|fears|asked|ask|urge|urged|demand|demanded|insist|insisted|clear)(?:,| that)?$"
    )
    modal = (active | passive | progressive | status | program) & ~subordinate & ~believed
    launches = pl.coalesce(pl.col("_action"), pl.col("_commissive")).is_in(
        ["launch", "establish", "create", "announce", "unveil", "inaugurate", "convene", "co-create", "sign", "introduce", "institute", "initiate", "open", "form"]
    )
    force = (
        pl.when(pl.col("_modal") & (pl.col("_still") | pl.coalesce(pl.col("_action"), pl.col("_commissive"), pl.lit("")).is_in(["continue", "maintain", "keep", "remain", "uphold", "sustain", "preserve", "reaffirm"])))
        .then(pl.lit("reaffirm"))
        .when(pl.col("_modal") & pl.col("_commissive").is_in(["commit", "pledge", "agree", "promise"]))
        .then(pl.lit("pledge"))
        .when(pl.col("_modal") & launches & ~pl.col("_be"))
        .then(pl.lit("launch"))
        .when(pl.col("_modal") & launches & pl.col("_be") & pl.col("form").str.ends_with("ing"))
        .then(pl.lit("launch"))
        .when(pl.col("_modal"))
        .then(pl.lit("plan"))
        .when(pl.col("_still"))
        .then(pl.lit("reaffirm"))
        .when(steps)
        .then(pl.lit("plan"))
        .otherwise(pl.col("force"))
    )
    return framed.filter(finite | modal | steps).with_columns(
        force.alias("force"),
        pl.coalesce(pl.col("_action"), pl.col("_commissive"), pl.col("form")).alias("verb"),
        pl.when(pl.col("_modal") & passive).then(pl.lit("passive")).otherwise(pl.lit("active")).alias("voice"),
        pl.when(pl.col("_modal") & ~((pl.col("_commissive").is_not_null()) & (pl.col("complement") == "to"))).then(pl.lit("verb")).otherwise(pl.col("complement")).alias("complement"),
        pl.when(pl.col("_negated") | pl.col("_commissive").is_in(["refuse", "decline", "rule"])).then(pl.lit("negated"))
        .when(pl.col("before").str.contains(r"(?:^|[ (])(?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ii]n the event|[Ss]hould [a-z]+ [a-z]+ [a-z]+,)(?-u:\b)")).then(pl.lit("conditional"))
        .otherwise(pl.lit("affirmed")).alias("polarity"),
        pl.col("match_end").alias("head_end"),
        pl.when(pl.col("_modal")).then(pl.lit("future")).when(steps).then(pl.lit("steps")).otherwise(pl.lit("commissive_verb")).alias("method"),
    ).select(_KEPT)


def noun_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Nouns that commit ("their commitment to …"), in the columns of `verb_heads`."""
    framed = _with_context(find_all(sentences, NOUN)).with_columns(
        pl.col("match").str.extract(r"^ ([a-z]+)").alias("_noun"),
    )
    infinitive = pl.col("after").str.contains(rf"^(?:{verb_forms('en', 'verb')}|{verb_forms('en', 'gerund')}|[a-z]+ly){_EDGE}")
    owned = pl.col("before").str.contains(r"(?:[ (](?:our|their|its|his|her|my|a|the|of|joint|shared|continued|ongoing|firm|strong|full|mutual|steadfast|unwavering|collective|renewed)|'s?)$")
    fulfils = pl.col("clause").str.contains(r"(?:fulfil|deliver|deliver(?:s|ed|ing) on|meet|honou?r)[a-z]*(?-u:\b)")
    strong = pl.col("_noun").str.contains(rf"^{role('en', 'noun_pledge')}$")
    resolve = pl.col("_noun").is_in(["determination", "resolve"])
    announced = pl.col("_noun").is_in(["plan", "plans", "intention", "intent", "decision"]) & pl.col("before").str.contains(r"(?:announc|declar|stat|reaffirm|reiterat|confirm)[a-z]* (?:\w+ )?(?:its|their|his|her|our|the|a|plans?)$")
    return framed.filter(infinitive & owned & (strong | resolve | announced)).select(
        *[c for c in _KEPT if c not in ("head_end", "verb", "force", "complement", "voice", "polarity", "method")],
        pl.col("match_end").alias("head_end") - 4,
        pl.lit("commit").alias("verb"),
        pl.when(strong & ~fulfils).then(pl.lit("reaffirm")).otherwise(pl.lit("pledge")).alias("force"),
        pl.lit("to").alias("complement"),
        pl.lit("active").alias("voice"),
        pl.lit("affirmed").alias("polarity"),
        pl.lit("commissive_noun").alias("method"),
    ).select(_KEPT)
