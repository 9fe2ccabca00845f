"""The rules that make an English verb group a commitment: one for each way of undertaking something.

Remit: from candidates in their clause to method, force and voice. Finding candidates belongs to `heads`, tests on the
clause to `subjects`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.clauses import Rule
from extraction.commitments.english.patterns import (
    ADVERB,
    ANAPHOR,
    BEFORE_INFINITIVE,
    CREATION,
    DECREE,
    EDGE,
    GRANTING,
    MADE,
    MONEY,
    PASSIVE,
    PAST_TIME,
    POLICY,
    PROGRAM,
    RECURRING,
    TODAY,
    WEAK_VERB,
    any_of,
    is_one_of,
)
from extraction.commitments.english.subjects import idle, unreal


def _held(force: str) -> pl.Expr:
    return pl.when(pl.col("still")).then(pl.lit("reaffirm")).otherwise(pl.lit(force))


def future_rules() -> list[Rule]:
    """Undertakings in the future: "will", "shall", "is going to", and "would" in reported speech."""
    match, before, after, clause, core = (pl.col(name) for name in ("match", "before", "after", "clause", "core"))
    form, commissive, link, opening = (pl.col(name) for name in ("form", "commissive", "link", "opening"))
    acts, be, spoken = pl.col("acts"), pl.col("be"), pl.col("spoken")
    words_after = pl.concat_str(form, after)
    would = match.str.contains(" would")
    told = opening.str.contains(
        rf"(?:^|[ ]){any_of('reporting')}(?: [A-Z]\w+)?(?: (?:today|on [A-Z]\w+))?,?(?: that)?[ ]?$"
    )
    real = ~unreal() & (~would | told) & ~match.str.contains(r"(?:was|were|been)(?: not)? going to")
    leads_in = after.str.contains(r"^(?: [a-z]+){0,2}(?: to)?:[ ]*$")
    future = real & ~leads_in & ~before.str.contains(r"(?:^| )(?:there|There|this|This|that|That)$")
    in_first_person = core.str.contains(r"(?:^|[ \"])I,?$")
    known = pl.col("role") == "action"
    undertaken = known | match.str.contains("^ shall") | commissive.is_not_null() | (pl.col("role").is_null() & ~spoken)
    focused = (form == "focus") & ~after.str.contains(r"^ on (?:the|a|how|what|our|their|its|these|this)(?-u:\b)")
    casual = (spoken & form.str.contains(rf"^{any_of('casual')}$") & in_first_person) | (in_first_person & ~known)
    idling = idle()
    active = (
        future
        & ~be
        & acts
        & (undertaken | focused)
        & ~form.is_in(["be", "have"])
        & ~idling
        & ~casual
        & (after.str.contains(r"^[^.;:?!]*[a-z0-9]"))
    )
    progressive = future & be & form.str.ends_with("ing") & known & acts & ~idling & (form != "doing")
    passive = (
        future
        & match.str.contains(rf" be{ADVERB}* [a-z-]+$")
        & (~acts | core.str.contains(r"(?:^|[ ,])(?:[Tt]hey|[Ii]t|he or she)$"))
        & words_after.str.contains(rf"^{PASSIVE}{EDGE}")
        & (~spoken | clause.str.contains(rf"(?i:{any_of('beneficiary')}|they)(?:$|[ ,])"))
    )
    status = (
        real
        & words_after.str.contains(rf"^{any_of('status')}{EDGE}")
        & ~(spoken & core.str.contains(r"(?:^|[ ])(?:I|[Ww]e|[Hh]e|[Ss]he)$"))
    )
    entitled = (
        future
        & ~spoken
        & form.str.contains(is_one_of("receiving"))
        & clause.str.contains(rf"(?:^|[ ])(?i:{any_of('beneficiary')})(?:$|[ ,])")
    )
    stays_out = future & pl.col("negated") & acts & form.is_in(["become", "consider"])
    resized = (
        future
        & form.str.contains(is_one_of("resizing"))
        & core.str.contains(rf"(?:^|[ ])(?i:{any_of('allowance')})$")
        & after.str.contains(r"^[^.;]* (?:to|by) [^ ]*[0-9]")
    )
    keeps_in = future & acts & (form == "remain") & after.str.contains("^ in ")
    hosts = future & acts & (form == "host") & after.str.contains(RECURRING)
    named_program = core.str.contains(PROGRAM) & (known | (form == "focus") & after.str.contains("^ on [a-z]+ing "))
    program = future & ~be & ~acts & named_program & ~form.str.contains(rf"^{any_of('outcome')}$") & ~idling & ~spoken
    sum_of_money = rf"(?:^|[ ,])(?:[Tt]he |some |another )?(?:{any_of('amount')} )*(?:further |extra )?{MONEY}[^,]*$"
    money = future & ~be & core.str.contains(sum_of_money) & form.is_in(["pay", "go", "fund", "finance", "support"])
    beneficiary = rf"(?:^|[ ])(?i:{any_of('beneficiary')})"
    barred = (
        pl.col("negated")
        & ~would
        & (
            clause.str.contains(beneficiary + r"(?:$|[ ,])")
            | (link == "who") & opening.str.contains(beneficiary + ",? who$")
        )
    )
    barred = (
        barred
        & ~pl.col("text").str.contains(any_of("boilerplate"))
        & ~opening.str.contains(rf"{any_of('belief')}(?: that)?[ ]?$")
    )
    creating = (form == "include") & after.str.contains(rf"^{CREATION}") & clause.str.contains(ANAPHOR)
    lemma = pl.coalesce("action", "commissive", "form")
    opens_program = after.str.contains(
        rf"^(?: (?:an?|the|its|their|our|this|that|new|[0-9]+|two|three|four|five))(?: [^ ,;.]+){{0,8}}?"
        rf" (?i:{any_of('program', 'instrument', 'established')}){EDGE}"
    )
    force = (
        pl.when(pl.col("still") | lemma.str.contains(is_one_of("holding"))).then(pl.lit("reaffirm"))
        .when(commissive.str.contains(is_one_of("pledging"))).then(pl.lit("pledge"))
        .when(lemma.str.contains(is_one_of("opening")) & ~opens_program).then(pl.lit("plan"))
        .when(lemma.str.contains(is_one_of("launching")) & (~be | form.str.ends_with("ing"))).then(pl.lit("launch"))
        .otherwise(pl.lit("plan"))
    )  # fmt: skip
    pledging = (
        future
        & commissive.str.contains(is_one_of("pledging"))
        & acts
        & ~idling
        & pl.col("complement").is_in(["to", "that", "money"])
        & ~after.str.contains(r"^ to just(?-u:\b)")
    )
    return [
        Rule("future.commissive", pledging, _held("pledge")),
        Rule("future.active", active | progressive, force),
        Rule("future.passive", resized, pl.lit("plan"), "passive"),
        Rule("future.active", keeps_in, pl.lit("reaffirm")),
        Rule("future.host", hosts, pl.lit("plan")),
        Rule("future.status", entitled, pl.lit("plan"), "passive"),
        Rule("future.active", stays_out, pl.lit("plan")),
        Rule("future.status", status, pl.lit("plan"), "passive"),
        Rule("future.passive", passive, force, "passive"),
        Rule("future.program", program | money, force),
        Rule("future.barred", barred, pl.lit("plan"), "passive"),
        Rule("creation", creating, pl.lit("launch")),
    ]


def stated_rules() -> list[Rule]:
    """Undertakings stated by a commissive verb, or by a deed that the text itself performs."""
    match, before, after, clause, core = (pl.col(name) for name in ("match", "before", "after", "clause", "core"))
    form, commissive, complement, link, opening = (
        pl.col(name) for name in ("form", "commissive", "complement", "link", "opening")
    )
    acts, meant, tense, be = pl.col("acts"), ~unreal(), pl.col("tense"), pl.col("be")
    adjective = pl.col("adjective").is_not_null() & tense.is_in(["past", "participle"])
    finite = (
        pl.when(tense == "gerund")
        .then(be & ~pl.col("past_be") & ~commissive.str.contains(is_one_of("plain_progressive")))
        .when(be & ~pl.col("glad"))
        .then(adjective & (complement == "to"))
        .when((tense == "past") & commissive.str.contains(is_one_of("past_hope")))
        .then(pl.lit(False))
        .when(tense == "participle")
        .then(pl.col("have") | match.str.contains(r"(?:remain|stand|stay)"))
        .otherwise(True)
    )
    that_future = (complement != "that") | after.str.contains(
        r"(?: will| shall| would| is [a-z]+ing| are [a-z]+ing|'ll| going to| pledges| intends| plans| commits)(?-u:\b)"
    )
    directing = commissive.is_in(["direct", "order"])
    told_where = (link == "where") & opening.str.contains(", where $")
    meant = meant | told_where
    states = (
        ~pl.col("special") & commissive.is_not_null() & finite & (that_future | directing) & acts & meant
        & ~(link.is_in(["as", "because", "since"]) & ~clause.str.contains(", "))
    )  # fmt: skip
    takes = pl.col("takes")
    named = pl.when(takes.str.contains("instrument")).then(after)
    told = pl.when(takes == "order").then(after)
    instrument = named.str.contains(
        rf"^(?: [a-z-]+){{0,3}}?(?: [A-Za-z-]+){{0,5}}? (?i:{any_of('instrument')}){EDGE}"
    ) & ~after.str.contains("^[^.;]* into law")
    order = told.str.contains(r"^ (?:the |his |her |all |relevant )?(?:[A-Za-z.,'-]+ ){1,12}?to [a-z]+ ")
    reported = states & (
        takes.str.split(" ").list.contains(complement)
        | takes.str.contains("instrument") & instrument
        | (takes == "order") & order
        | (takes == "progressive") & (tense == "gerund") & complement.is_in(["object", "money", "commissive"])
        | takes.str.contains("object") & complement.is_in(["commissive", "money"])
    )
    weak = after.str.contains(rf"^{ADVERB}* to (?:[a-z]+ly )?(?:{WEAK_VERB}|{any_of('idle')}){EDGE}")
    today = pl.col("text").str.contains(TODAY)
    meeting = pl.col("genre").is_in(["joint_statement", "readout", "declaration"]) & ~pl.col("text").str.contains(
        PAST_TIME
    )
    background = tense.is_in(["past", "participle"]) & commissive.str.contains(is_one_of("deed")) & ~today & ~meeting
    fresh = (
        pl.col("have")
        & after.str.contains(rf"^(?: [a-z]+){{0,2}}? (?:new|{MONEY})")
        & ~pl.col("text").str.contains(PAST_TIME)
    )
    enacted = (
        takes.str.contains("enacted")
        & complement.is_in(["object", "money", "commissive"])
        & meant
        & (
            (tense == "third") & core.str.contains(DECREE)
            | acts & tense.is_in(["past", "participle"]) & ~be & (today | fresh)
            | acts & (tense == "gerund") & be & ~pl.col("past_be") & today
        )
    )
    binding = (
        (complement == "to")
        & (commissive == "commit")
        & (tense == "third")
        & meant
        & core.str.contains(rf"(?:^|[ ])(?i:{any_of('program', 'instrument')})(?:,| also)?$")
    )
    valued = after.str.contains(
        rf"^ (?:the |our |its |their |his |her |a |an )?(?:[a-z-]+ (?:and )?){{0,2}}?{any_of('valued')}{EDGE}"
    )
    promised = after.str.contains(rf"^(?: [^ ,;.]+){{0,7}}? (?:commitments?|pledges?){EDGE}")
    intended = after.str.contains(rf"^(?: [^ ,;.]+){{0,3}}? (?:plans?|intent|intention|intentions) to{EDGE}")
    kept_up = after.str.contains(r" (?:will|shall) (?:be )?(?:maintain|continue|remain|keep)")
    listing = after.str.contains(
        r"^(?: to| on)? the following|^ that (?:he|she|they|we) (?:have|has|had)"
        r"|^ on the (?:need|importance|value|urgency)(?-u:\b)"
    )
    announcing = commissive.is_in(["announce", "unveil"])
    steps = (
        (form == "taking")
        & after.str.contains(rf"^ (?:\w+,? ){{0,5}}?(?:steps|measures|actions?){EDGE}")
        & ~after.str.contains(r"^ (?:(?:the|some|those|these|many) |actions?[.,])")
    )
    giving = ~after.str.contains("^ an? reward") & after.str.contains(rf"^ (?:\w+ ){{0,5}}?(?:{MONEY})")
    hereby = (
        match.str.contains("hereby$")
        & after.str.contains(r"^,? (?:[a-z]+ly )?[a-z]+(?:ed|drawn|ven|made)(?-u:\b)")
        & ~after.str.contains("^ (?:ordered(?:[ :,]|$)|authori[sz]ed)")
        & meant
    )
    decreed = (
        match.str.contains(rf"hereby{ADVERB}* [a-z]+$")
        & core.str.contains(r"(?:^|[ ,])(?:I|we|We)(?:[ ,]|$)|,$")
        & (pl.col("role") == "action")
        & ~after.str.contains("^ the following")
        & ((complement != "that") | form.str.contains(is_one_of("bringing_about")))
        & meant
    )
    policy = match.str.contains(rf"{POLICY}$") & complement.is_in(["to", "that"])
    law = core.str.contains(r"(?:Law|Act|Bill|[Bb]udget|[Aa]ppropriations?|[Pp]ackage|[Ll]egislation)$")
    done = pl.col("special") & acts & meant
    force = pl.col("force")
    pledges_inside = (complement == "that") & after.str.contains(
        r"^[^.;]{0,60}? (?:pledges|commits|agrees|undertakes)(?-u:\b)"
    )
    continues = (
        (commissive == "continue")
        & ~tense.is_in(["past", "participle"])
        & ~weak
        & ~after.str.contains(r"^ to work on (?:this|that|it|these)(?-u:\b)")
    )
    creates = match.str.contains(CREATION) & clause.str.contains(ANAPHOR)
    made = match.str.contains(MADE) & ~before.str.contains(BEFORE_INFINITIVE)
    announced = reported & announcing
    reaffirmed = reported & (force == "reaffirm") & (commissive != "continue") & ~valued
    performed = pl.col("special")
    return [
        Rule("announced.pledge", announced & promised & (complement != "that"), pl.lit("pledge")),
        Rule("announced.pledge", announced & pledges_inside, pl.lit("pledge")),
        Rule("announced.plan", announced & intended, pl.lit("plan")),
        Rule("announced.kept", announced & kept_up & (complement == "that"), pl.lit("reaffirm")),
        Rule("announced", reported & (force == "launch") & ~background & ~listing, pl.lit("launch")),
        Rule("confirmed", reported & (commissive == "confirm") & (complement == "that") & ~kept_up, pl.lit("plan")),
        Rule("reaffirmed", reaffirmed, pl.lit("reaffirm")),
        Rule("continued", reported & continues, pl.lit("reaffirm")),
        Rule("pledged", reported & (force == "pledge") & ~listing, _held("pledge")),
        Rule(
            "planned",
            reported & (force == "plan") & ~weak,
            pl.when(commissive.is_in(["ready", "prepare", "poise"])).then(pl.lit("plan")).otherwise(_held("plan")),
        ),
        Rule("enacted", enacted, pl.when(commissive == "allocate").then(pl.lit("plan")).otherwise(pl.lit("launch"))),
        Rule("binding", binding, pl.lit("pledge")),
        Rule("steps", done & steps & be, pl.lit("plan")),
        Rule("giving", done & giving & be & (form != "taking"), pl.lit("launch")),
        Rule("hereby", performed & hereby, pl.lit("launch"), "passive"),
        Rule("decreed", performed & decreed, pl.lit("launch")),
        Rule("policy", performed & policy, pl.lit("plan")),
        Rule("made_commitment", done & made, pl.lit("pledge")),
        Rule("appropriated", performed & law & match.str.contains(GRANTING), pl.lit("plan")),
        Rule("creation", performed & creates, pl.lit("launch")),
    ]
