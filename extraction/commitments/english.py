"""English commissive heads: where a clause undertakes something, and with what force.

Remit: finding verb groups and nouns that commit, and judging by their subject and complement whether they do. How far
an undertaking reaches belongs to `members`, lists under a lead-in to `lists`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.clauses import HEAD_COLUMNS, Rule, in_clause, judged
from extraction.commitments.vocabulary import forms, names_of_authorities, role, verbs
from extraction.commitments.members import Coordination
from extraction.lexicons import alternation, words
from extraction.periods.frames import settled
from extraction.spans import find_all

_EDGE = r"(?-u:\b)"
_ADVERB = rf"(?:,? (?:{role('en', 'adverb')}|[a-z]+ly){_EDGE},?)"
_MODAL = r"(?: will| shall| would|'ll| won't| going to)"
_BE = rf"(?:'re|'m| is| are| am| was| were| been| being| be){_EDGE}"
_AUXILIARY = (
    r"(?:'ve|'re|'m| have| has| had| is| are| am| was| were| did| do| does| been| being| not"
    r"| remain| remains| remained| stand| stands| stay| stays)"
)
_GLAD = r"(?: (?:able|pleased|proud|happy|delighted|honored|honoured|glad|excited|thrilled) to)"
_MONEY = (
    r"(?:US|A|C|NZ)?[$€£¥] ?[0-9][0-9.,]*|(?:[0-9][0-9,.]*|several|one|two|three|five|ten) (?:million|billion|trillion)"
)
_GIVING = (
    r"(?:providing|investing|contributing|allocating|donating|awarding|dedicating|giving|offering|sending|deploying)"
)


def _finite_forms() -> list[str]:
    """Forms that stand without auxiliary; the bare form of the other verbs is too often a noun or an infinitive."""
    known = forms("commitment_verbs", "en")
    bare = (
        pl.col("takes").str.contains(r"(?:^| )to(?: |$)|commissive")
        | (pl.col("force") == "reaffirm")
        | (pl.col("verb") == "announce")
    )
    return known.filter((pl.col("tense") != "gerund") & ((pl.col("tense") != "verb") | bare))["form"].to_list()


# The scan looks for one word; `_GROUP_BEFORE` and `_GROUP_AFTER` then complete the verb group around it.
_GRANTING = r"(?:includes|allocates|appropriates|authorizes|earmarks|sets aside)"
_CREATION = r" the (?:creation|establishment|launch|opening|formation) of"
_MADE = r"(?:made|makes?)(?: [a-z]+,?){0,4}? (?:commitments?|pledges?)"
HEAD = (
    rf" (?:will|shall|won't|going to|hereby|taking|{_MADE}|includes?{_CREATION}"
    rf"|{_GRANTING} (?:up to |nearly |over |more than |an additional )?(?:{_MONEY})"
    rf"|{_GIVING}|{alternation(_finite_forms())}|{alternation(words('commitment_verbs', 'en', column='gerund'))})(?-u:\b)|'ll "
)
_REPORTED = r"(?:said|announced|confirmed|added|told|stated|declared|promised|pledged|agreed|vowed|insisted|reiterated) [^;]*? would "
_WOULD = r" would "
_GROUP_BEFORE = rf"((?:{_AUXILIARY}|{_ADVERB})*(?:{_GLAD}{_ADVERB}*)?)$"
_GROUP_AFTER = rf"^({_ADVERB}*(?: be| have been)?{_ADVERB}*(?: continue to| continue)?{_ADVERB}* [a-z][a-z-]+)"
NOUN = (
    rf" {role('en', 'noun_pledge')}(?: [^ ,;.:]+){{0,12}}? to (?:the |its |this |[a-z-]+ly )?[A-Za-z-]+"
    rf"| {role('en', 'noun_resolve')} to [a-z-]+"
)
_BOUNDARY = (
    r"[;:]|^(?:As|When|While|If|Because|Since|Once|Until|Unless|Although|Though|How|Why|What|Where)(?-u:\b)|(?:^|[ (,])(?:that|which|who|whom|whose|where|when|while|as|if|whether|because|since|so|but|how|what|why"
    r"|once|until|unless|although|though|said|says)(?-u:\b)|\x1f"
)
_OPENING_PRONOUN = r"( and )(we|they|he|she|it|I)(?-u:\b)"
_BEFORE_INFINITIVE = (
    r"(?:^|[ (])(?:to|can|could|should|would|must|may|might|cannot|can't|let's|please|help|helps|helped|by|of|for|in|on"
    r"|with|from|will|shall|would|'ll|won't|without|the|a|an|this|its|their|our|his|her|new|not|don't|didn't|doesn't|also to|and to)$"
)
_PREPOSITION = role("en", "preposition")
_PREPOSITIONAL = rf"^ ?(?i:{_PREPOSITION}) [^,]*,|,? {_PREPOSITION} [^,]*"
_NAME = rf"(?:{names_of_authorities('en')}|(?i:{role('en', 'title')})(?: [A-Z][\p{{L}}.-]*(?:'[A-Z]\p{{L}}+)?)+|(?i:{role('en', 'authority')})|[A-Z][A-Z.&]{{1,7}})"
_AUTHORITY = rf"(?:^|[ \"'/-]){_NAME}(?:'s?)?(?: \([^)]*\))?(?:,? (?:all|both|each|have|has|themselves|itself|also|today|now|then|tonight|yesterday|recently|[a-z]+ly))*\)?(?:(?: is| are)? [—–-]+)?(?:,|$| and )"
_ANY_AUTHORITY = rf"(?:^|[ \"'/-]){_NAME}{_EDGE}"
_PROGRAM = rf"(?:^|[ -])(?i:{role('en', 'program')})(?: \([^)]*\))?,?$"
_SUBORDINATE = ("if", "whether", "when", "how", "why", "what", "where", "whom", "whose", "until", "unless")
_PAST_TIME = r"(?i:earlier this|last (?:year|month|week|october|fall|spring|summer|winter|june)|ago(?-u:\b)|in (?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}(?-u:\b)|since )"
_LAUNCHING = (
    "launch",
    "establish",
    "create",
    "announce",
    "unveil",
    "inaugurate",
    "convene",
    "co-create",
    "institute",
    "initiate",
    "stand",
    "open",
    "start",
)
_PLEDGING = ("commit", "pledge", "agree", "promise")
_DEEDS = ("launch", "establish", "create", "inaugurate", "reopen", "start", "open")
_ANAPHOR = r"^[ \"]*(?:That|This|It|These|which|Which|This (?:\w+ )?\w+)?$"
_HOLDING = ("continue", "maintain", "keep", "remain", "uphold", "sustain", "preserve", "reaffirm")


def _complement() -> pl.Expr:
    """What follows the head: to, gerund, that, on, out, money, commissive, object or none."""
    after = pl.col("after")
    determiner = r"(?:(?:a|an|the|our|its|their|this|these|his|her|my|both|some|new|[a-z]+ly|[a-z]+ed|[a-z-]+al|joint|shared|strong|full|firm) )*"
    aside = rf"(?: (?:with|in|on|at|this|today|last)(?: [^ ,;]+){{1,4}}?|{_ADVERB})*"
    kinds = (
        ("to", rf"^{_ADVERB}*(?: (?:with|in) [^,;]{{1,40}}?)?,?{_ADVERB}* to [a-z]"),
        ("on", r"^ (?:on|upon) "),
        (
            "that",
            r"^,? (?:\w+,? )?that |^ (?:it|they|he|she|we|the [A-Z][a-z]+ [A-Z][a-z]+|[A-Z][A-Za-z]+) (?:will|is|are|would|shall|have|has|pledges|plans|intends) ",
        ),
        ("gerund", r"^ [a-z]+ing "),
        (
            "money",
            rf"^(?: to)? (?:(?:up|to|an|a|nearly|about|over|more|than|additional|the|almost|another|at|least|approximately|total|of|further) )*(?:{_MONEY}|(?:funds|funding|resources|troops|support|assistance)(?-u:\b))",
        ),
        (
            "commissive",
            rf"^ {determiner}(?:[a-z'-]+ (?:and |of )?){{0,6}}?{role('en', 'noun_pledge', 'noun_resolve')}{_EDGE}|^ {determiner}(?:efforts|support){_EDGE}",
        ),
        ("out", r"^ out "),
        (
            "object",
            rf"^{aside} (?:an?|the|its|their|our|his|new|nearly|over|more|up|all|several|additional|further|joint|[0-9$€£A-Z]){_EDGE}|^{aside} [$€£]",
        ),
        (
            "none",
            rf"^ (?:{_PREPOSITION}|and|or|as|when|if|that|today|by|than|alone|it|them|this|himself|herself){_EDGE}|^(?:[^ ]|$)",
        ),
    )
    return pl.coalesce(
        *(pl.when(after.str.contains(pattern)).then(pl.lit(kind)) for kind, pattern in kinds), pl.lit("object")
    )


def _verb_groups(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Words of HEAD with the verb group around them as `match`, from `match_start` to `match_end`."""
    told = sentences.filter(pl.col("text").str.contains(_REPORTED))
    match = pl.col("match").str.strip_chars_end(" ")
    window = pl.max_horizontal(pl.lit(0), pl.col("match_start") - 60)
    modal = match.str.contains(rf"^{_MODAL}$")
    before = pl.col("text").str.slice(window, pl.col("match_start") - window).str.extract(_GROUP_BEFORE).fill_null("")
    after = (
        pl.when(modal).then(pl.col("text").str.slice(pl.col("match_end"), 80).str.extract(_GROUP_AFTER)).fill_null("")
    )
    return (
        pl.concat([find_all(sentences, HEAD), find_all(told, _WOULD)])
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
    special = match.str.contains(
        rf"(?:'re|'m| is| are| am)(?-u:\b).* (?:taking|{_GIVING})$|hereby$|{_MADE}$|includes?{_CREATION}$|{_GRANTING} "
    )
    found = (
        _verb_groups(sentences)
        .with_columns(
            match.str.extract(r"([a-z-]+)$").alias("form"),
            match.str.contains(rf"(?: not|n't| never| no longer){_EDGE}").alias("negated"),
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
                | pl.col("form").is_in(["focus", "include"])
            )
            .otherwise(commissive_verb & ~closed | pl.col("special"))
        )
        .with_columns(
            match.str.replace(r"(?: is| are| am|'re|'m| was| were)?(?: not)? going to", "")
            .str.contains(_BE)
            .alias("be"),
            match.str.contains(rf"(?: was| were| been){_EDGE}").alias("past_be"),
            match.str.contains(rf"(?:'ve| have| has| had){_EDGE}").alias("have"),
            match.str.contains(r" (?:remain|stand|stay|still|continu)").alias("still"),
            match.str.contains(_GLAD).alias("glad"),
        )
    )
    placed = in_clause(found, _BOUNDARY, _OPENING_PRONOUN, _PREPOSITIONAL).with_columns(
        _complement().alias("complement")
    )
    return placed.filter(
        modal | ~commissive_verb | (pl.col("complement") != "none") & ~pl.col("before").str.contains(_BEFORE_INFINITIVE)
    )


def _subject_acts() -> pl.Expr:
    """Whether the subject of the clause is a public authority, alone or coordinated with one."""
    core, clause, before = pl.col("core"), pl.col("clause"), pl.col("before")
    pronoun = core.str.contains(
        r"(?:^|[ \"'(])(?:[Ww]e|[Tt]hey|I|[Hh]e|[Ss]he)(?: both| all| each| also| now| today)?$"
    )
    name = pl.when(pronoun).then(pl.lit("")).otherwise(core)
    resumes = core.str.contains(r"(?:^|, ?)[Ii]t(?: also)?$")
    joins = clause.str.contains(r"(?:^|[ ,])(?:and|or|but|then|also),?$|,$")
    wider = pl.when(resumes).then("previous").when(joins).then(clause).otherwise(pl.lit(""))
    relative = pl.col("link").is_in(["which", "who"]) & (core == "")
    antecedent = pl.when(relative).then(before).otherwise(pl.lit(""))
    states_itself = resumes & pl.col("commissive").is_not_null() & ~pl.col("modal")
    return (
        pronoun
        | states_itself
        | name.str.contains(_AUTHORITY)
        | wider.str.contains(_ANY_AUTHORITY)
        | antecedent.str.contains(rf"(?:{names_of_authorities('en')}), (?:which|who)$")
    )


def _unreal() -> pl.Expr:
    """Whether the clause is a condition, a relative clause, somebody's belief, boilerplate of law, or only introduces a list."""
    clause, link, opening, text = (pl.col(name) for name in ("clause", "link", "opening", "text"))
    given = clause.str.contains(
        r"^ (?:not )?(?:found|deemed|determined|approved|selected|eligible|granted|necessary|required|needed|successful|requested|recogni[sz]ed)(?-u:\b)"
    )
    subordinate = (
        link.is_in(_SUBORDINATE) & ~given & ~clause.str.contains(",") & ~opening.str.contains(r"(?:is|was) why$")
    ) | (link.is_in(["which", "who", "that"]) & clause.str.contains(rf"^{_ADVERB}* ?$") & ~pl.col("acts"))
    believed = opening.str.contains(
        rf"(?:^|[ (]){role('en', 'belief')}(?:,| that| if| whether)?[ ]?$"
    ) | clause.str.contains(rf"(?:^|[ (]){role('en', 'belief')} [^,]*$")
    introduces = text.str.contains(r"[Ff]ollowing[^:]*:[ ]*$")
    company = pl.col("core").str.contains(rf"(?:^|[ (-])(?i:{role('en', 'company')})(?:$|[ .,)])")
    return company | introduces | subordinate | believed | text.str.contains(role("en", "boilerplate"))


def _idle() -> pl.Expr:
    """Whether the verb with its object is talk, ceremony or the course of the meeting itself."""
    after = pl.col("after")
    ceremony = pl.col("form").is_in(
        ["open", "join", "attend", "address", "kick", "begin", "close", "convene"]
    ) & after.str.contains(
        r"^ (?:the|a|an|this|its|their|our)? ?(?:[A-Z]?[A-Za-z-]+ ){0,3}?(?:[Ss]ummit|[Mm]eeting|[Cc]onference|[Cc]eremony|[Rr]eception|[Ss]ession|[Ee]vent|[Bb]riefing|[Cc]all)(?-u:\b)"
    )
    visits = (pl.col("form") == "visit") & pl.col("core").str.contains(
        r"(?:^|[ ])(?:[Hh]e|[Ss]he|I|[Ww]e|[Tt]hey|President|Secretary|Minister|Lady|leaders)(?: [A-Z][a-z]+)*,?$"
    )
    return (
        ceremony
        | visits
        | pl.concat_str("form", after).str.head(60).str.to_lowercase().str.contains(rf"^{role('en', 'idle')}{_EDGE}")
        | after.str.contains(
            r"^ (?:what|whatever|whether|how|why|that|where|there|here|me|you)(?-u:\b)|^ (?:this|it)[ ]?(?:[.,;]|$)"
        )
        | after.str.contains(r"^ so(?-u:\b)") & (pl.col("form") != "do")
    )


def _held(force: str) -> pl.Expr:
    return pl.when(pl.col("still")).then(pl.lit("reaffirm")).otherwise(pl.lit(force))


def _future_rules() -> list[Rule]:
    """Undertakings in the future: "will", "shall", "is going to", and "would" in reported speech."""
    match, before, after, clause, core = (pl.col(name) for name in ("match", "before", "after", "clause", "core"))
    form, commissive, link, opening = (pl.col(name) for name in ("form", "commissive", "link", "opening"))
    acts, be, spoken = pl.col("acts"), pl.col("be"), pl.col("spoken")
    words_after = pl.concat_str(form, after)
    would = match.str.contains(" would")
    told = opening.str.contains(
        r"(?:^|[ ])(?:said|announced|confirmed|added|stated|declared|promised|pledged|agreed|vowed|insisted|told [^,]*|reiterated|made clear)(?: (?:today|on [A-Z]\w+))?,?(?: that)?[ ]?$"
    )
    real = ~_unreal() & (~would | told) & ~match.str.contains(r"(?:was|were|been)(?: not)? going to")
    future = real & ~before.str.contains(r"(?:^| )(?:there|There|this|This|that|That)$")
    in_first_person = core.str.contains(r"(?:^|[ \"])I,?$")
    known = pl.col("role") == "action"
    undertaken = known | commissive.is_not_null() | (pl.col("role").is_null() & ~spoken)
    focused = (form == "focus") & ~after.str.contains(r"^ on (?:the|a|how|what|our|their|its|these|this)(?-u:\b)")
    casual = (spoken & form.str.contains(rf"^{role('en', 'casual')}$") & in_first_person) | (in_first_person & ~known)
    idle = _idle()
    active = (
        future
        & ~be
        & acts
        & (undertaken | focused)
        & ~form.is_in(["be", "have"])
        & ~idle
        & ~casual
        & (after.str.contains(r"^[^.;:?!]*[a-z0-9]"))
    )
    progressive = future & be & form.str.ends_with("ing") & known & acts & ~idle & (form != "doing")
    passive = (
        future
        & match.str.contains(rf" be{_ADVERB}* [a-z-]+$")
        & (~acts | core.str.contains(r"(?:^|[ ,])(?:[Tt]hey|[Ii]t|he or she)$"))
        & words_after.str.contains(rf"^{role('en', 'passive')}{_EDGE}")
        & ~spoken
    )
    status = real & words_after.str.contains(rf"^{role('en', 'status')}{_EDGE}") & ~spoken
    named_program = core.str.contains(_PROGRAM) & (known | (form == "focus") & after.str.contains("^ on [a-z]+ing "))
    program = future & ~be & ~acts & named_program & ~form.str.contains(rf"^{role('en', 'outcome')}$") & ~idle & ~spoken
    sum_of_money = rf"(?:^|[ ,])(?:The |the |an? |another |up to |some |over |nearly )*(?:additional |further |extra )?(?:{_MONEY})[^,]*$"
    money = future & ~be & core.str.contains(sum_of_money) & form.is_in(["pay", "go", "fund", "finance", "support"])
    beneficiary = rf"(?:^|[ ])(?i:{role('en', 'beneficiary')})"
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
        & ~pl.col("text").str.contains(role("en", "boilerplate"))
        & ~opening.str.contains(rf"{role('en', 'belief')}(?: that)?[ ]?$")
    )
    creating = (form == "include") & after.str.contains(rf"^{_CREATION}") & clause.str.contains(_ANAPHOR)
    lemma = pl.coalesce("action", "commissive", "form")
    force = (
        pl.when(pl.col("still") | lemma.is_in(_HOLDING)).then(pl.lit("reaffirm"))
        .when(commissive.is_in(_PLEDGING)).then(pl.lit("pledge"))
        .when(lemma.is_in(_LAUNCHING) & (~be | form.str.ends_with("ing"))).then(pl.lit("launch"))
        .otherwise(pl.lit("plan"))
    )  # fmt: skip
    pledging = (
        future
        & commissive.is_in(_PLEDGING)
        & acts
        & ~idle
        & pl.col("complement").is_in(["to", "that", "money"])
        & ~after.str.contains(r"^ to just(?-u:\b)")
    )
    return [
        Rule("future.commissive", pledging, _held("pledge")),
        Rule("future.active", active | progressive, force),
        Rule("future.status", status, pl.lit("plan"), "passive"),
        Rule("future.passive", passive, force, "passive"),
        Rule("future.program", program | money, force),
        Rule("future.barred", barred, pl.lit("plan"), "passive"),
        Rule("creation", creating, pl.lit("launch")),
    ]


def _stated_rules() -> list[Rule]:
    """Undertakings stated by a commissive verb, or by a deed that the text itself performs."""
    match, before, after, clause, core = (pl.col(name) for name in ("match", "before", "after", "clause", "core"))
    form, commissive, complement, link = (pl.col(name) for name in ("form", "commissive", "complement", "link"))
    acts, unreal, tense, be = pl.col("acts"), _unreal(), pl.col("tense"), pl.col("be")
    adjective = pl.col("adjective").is_not_null() & tense.is_in(["past", "participle"])
    finite = (
        pl.when(tense == "gerund")
        .then(
            be
            & ~pl.col("past_be")
            & ~commissive.is_in(["seek", "aim", "expect", "agree", "create", "conclude", "reach", "strike"])
        )
        .when(be & ~pl.col("glad"))
        .then(adjective & (complement == "to"))
        .when((tense == "past") & commissive.is_in(["seek", "expect", "aim"]))
        .then(pl.lit(False))
        .when(tense == "participle")
        .then(pl.col("have") | match.str.contains(r"(?:remain|stand|stay)"))
        .otherwise(True)
    )
    that_future = (complement != "that") | after.str.contains(
        r"(?: will| shall| would| is [a-z]+ing| are [a-z]+ing|'ll| going to| pledges| intends| plans| commits)(?-u:\b)"
    )
    states = (
        ~pl.col("special") & commissive.is_not_null() & finite & that_future & acts & ~unreal
        & ~(link.is_in(["as", "because", "since"]) & ~clause.str.contains(", "))
    )  # fmt: skip
    instrument = after.str.contains(
        rf"^(?: [a-z-]+){{0,3}}?(?: [A-Za-z-]+){{0,5}}? (?i:{role('en', 'instrument')}){_EDGE}"
    ) & ~after.str.contains("^[^.;]* into law")
    order = after.str.contains(r"^ (?:the |his |her |all |relevant )?(?:[A-Za-z.,'-]+ ){1,12}?to [a-z]+ ")
    takes = pl.col("takes")
    reported = states & (
        takes.str.split(" ").list.contains(complement)
        | takes.str.contains("instrument") & instrument
        | (takes == "order") & order
        | (takes == "progressive") & (tense == "gerund") & complement.is_in(["object", "money", "commissive"])
        | takes.str.contains("object") & complement.is_in(["commissive", "money"])
    )
    weak = after.str.contains(
        rf"^{_ADVERB}* to (?:[a-z]+ly )?(?:name|specify|speculate|{verbs('en', role='state')}|{verbs('en', role='talk')}|{verbs('en', role='agenda')}|{role('en', 'idle')}){_EDGE}"
    )
    today = pl.col("text").str.contains(r"(?:^|[ ,])(?:[Tt]oday|[Hh]ereby)(?:$|[ ,.'])")
    meeting = pl.col("genre").is_in(["joint_statement", "readout", "declaration"]) & ~pl.col("text").str.contains(
        _PAST_TIME
    )
    background = tense.is_in(["past", "participle"]) & commissive.is_in(_DEEDS) & ~today & ~meeting
    valued = after.str.contains(
        rf"^ (?:the |our |its |their |his |her |a |an )?(?:[a-z-]+ (?:and )?){{0,2}}?{role('en', 'valued')}{_EDGE}"
    )
    promised = after.str.contains(rf"^(?: [^ ,;.]+){{0,7}}? (?:commitments?|pledges?){_EDGE}")
    intended = after.str.contains(rf"^(?: [^ ,;.]+){{0,3}}? (?:plans?|intent|intention|intentions) to{_EDGE}")
    kept_up = after.str.contains(r" (?:will|shall) (?:be )?(?:maintain|continue|remain|keep)")
    listing = after.str.contains(r"^(?: to| on)? the following|^ that (?:he|she|they|we) (?:have|has|had)")
    announcing = commissive.is_in(["announce", "unveil"])
    steps = (
        (form == "taking")
        & after.str.contains(rf"^ (?:\w+,? ){{0,5}}?(?:steps|measures|actions?){_EDGE}")
        & ~after.str.contains(r"^ (?:(?:the|some|those|these|many) |actions?[.,])")
    )
    giving = after.str.contains(rf"^ (?:\w+ ){{0,5}}?(?:{_MONEY})")
    hereby = (
        match.str.contains("hereby")
        & after.str.contains(r"^,? (?:[a-z]+ly )?[a-z]+(?:ed|drawn|ven|made)(?-u:\b)")
        & ~after.str.contains("^ ordered(?:[ :,]|$)")
        & ~unreal
    )
    law = core.str.contains(r"(?:Law|Act|Bill|[Bb]udget|[Aa]ppropriations?|[Pp]ackage|[Ll]egislation)$")
    done = pl.col("special") & acts & ~unreal
    force = pl.col("force")
    return [
        Rule("announced.pledge", reported & announcing & promised & (complement != "that"), pl.lit("pledge")),
        Rule("announced.pledge", reported & announcing & (complement == "that") & after.str.contains(r"^[^.;]{0,60}? (?:pledges|commits|agrees|undertakes)(?-u:\b)"), pl.lit("pledge")),
        Rule("announced.plan", reported & announcing & intended, pl.lit("plan")),
        Rule("announced.kept", reported & announcing & kept_up & (complement == "that"), pl.lit("reaffirm")),
        Rule("announced", reported & (force == "launch") & ~background & ~listing, pl.lit("launch")),
        Rule("confirmed", reported & (commissive == "confirm") & (complement == "that") & ~kept_up, pl.lit("plan")),
        Rule("reaffirmed", reported & (force == "reaffirm") & (commissive != "continue") & ~valued, pl.lit("reaffirm")),
        Rule("continued", reported & (commissive == "continue") & ~tense.is_in(["past", "participle"]) & ~weak & ~after.str.contains(r"^ to work on (?:this|that|it|these)(?-u:\b)"), pl.lit("reaffirm")),
        Rule("pledged", reported & (force == "pledge") & ~listing, _held("pledge")),
        Rule("planned", reported & (force == "plan") & ~weak, _held("plan")),
        Rule("steps", done & steps & be, pl.lit("plan")),
        Rule("giving", done & giving & be & (form != "taking"), pl.lit("launch")),
        Rule("hereby", pl.col("special") & hereby, pl.lit("launch"), "passive"),
        Rule("made_commitment", done & match.str.contains(_MADE) & ~before.str.contains(_BEFORE_INFINITIVE), pl.lit("pledge")),
        Rule("appropriated", pl.col("special") & law & match.str.contains(_GRANTING), pl.lit("plan")),
        Rule("creation", pl.col("special") & match.str.contains(_CREATION) & clause.str.contains(_ANAPHOR), pl.lit("launch")),
    ]  # fmt: skip


def verb_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Verb groups that undertake something. In: sentences in English. Out: `HEAD_COLUMNS`."""
    before, modal = pl.col("before"), pl.col("modal")
    proviso = r"^[^.;:,—]{0,160}?,? (?:unless|provided that|only if|if (?:the|it|they|we|he|she|funds|[A-Z]\w+)|as long as|so long as|on condition that|on the condition that|until (?:the|it|they) \w+ (?:agree|pass|approve))(?-u:\b)"
    condition = (
        r"(?:^|[ (])(?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ii]n the event|[Ss]hould [a-z]+ [a-z]+ [a-z]+,)(?-u:\b)"
    )
    negated = (
        pl.col("negated")
        | pl.col("commissive").is_in(["refuse", "decline", "rule"])
        | pl.concat_str("form", "after").str.contains(r"^no (?:\w+ )?(?:exempt|except)")
    )
    governed = modal & ~((pl.col("method") == "future.commissive") & (pl.col("complement") == "to"))
    neighbour = pl.when(pl.col("document_id") == pl.col("document_id").shift(1)).then(pl.col("text").shift(1))
    preceded = sentences.with_columns(neighbour.fill_null("").str.head(120).alias("previous"))
    candidates = settled(_candidates(preceded).with_columns(_subject_acts().alias("acts")))
    future = candidates.filter(modal & (pl.col("acts") | ~pl.col("spoken") | pl.col("negated")))
    stated = candidates.filter(~modal & (pl.col("acts") | pl.col("special")))
    return (
        pl.concat([judged(future, _future_rules()), judged(stated, _stated_rules())])
        .with_columns(
            pl.coalesce("action", "commissive", "form").alias("verb"),
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
    pledge = noun.str.contains(rf"^{role('en', 'noun_pledge')}$")
    verbal = word.str.contains(rf"^(?:{verbs('en')}|{verbs('en', 'gerund')})$")
    owned = pl.col("before").str.contains(
        r"(?:[ (](?:our|their|its|his|her|a|the|joint|shared|continued|ongoing|firm|strong|full|mutual|steadfast|unwavering"
        r"|collective|renewed|common|longstanding|deep|political)|'s?)$"
    )
    aside = pl.col("clause").str.contains(
        r"(?i:as part of|in light of|consistent with|in line with|thanks|based on)[^,]*$"
    )
    fulfils = pl.col("clause").str.contains(r"(?:fulfil|deliver|honou?r)[a-z]*(?-u:\b)|appreciat")
    announced = noun.str.contains("^(?:plan|inten|decision|agreement)") & pl.col("before").str.contains(
        r"(?:announc|declar|stat|reaffirm|reiterat|confirm)[a-z]* (?:\w+ )?(?:its|their|his|her|our|the|a)$"
    )
    resolved = noun.is_in(["determination", "resolve"])
    whole = ~pl.col("match").str.contains(" and to ")
    declared = pl.col("match").str.contains(r" to the [A-Z]") & pl.col("before").str.contains(
        r"(?:our|their|its) (?:continued|full|strong|firm) *$"
    )
    rules = [
        Rule("noun.fulfilled", pledge & verbal & owned & whole & fulfils & ~aside, pl.lit("pledge")),
        Rule("noun.commitment", pledge & whole & ((verbal & owned) | declared) & ~aside, pl.lit("reaffirm")),
        Rule("noun.resolve", (resolved & verbal & owned | announced & verbal) & ~aside, pl.lit("pledge")),
    ]
    found = in_clause(find_all(sentences, NOUN), _BOUNDARY, _OPENING_PRONOUN, _PREPOSITIONAL)
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


_VERB = rf"(?:{verbs('en', role='action')}|{verbs('en', role='agenda')}|{verbs('en', 'gerund', role='action')})"
COORDINATION = Coordination(
    tail=(
        r"(?:, (?:who|which|where|whose|because|as (?:we|it|they|the|he|she)|but|so|thus|thereby|fulfilling|enabling|bringing"
        r"|acknowledging|recogni[sz]ing|putting|potentially|demonstrating|marking|making|noting|allowing|giving|sending|leading"
        r"|resulting|building on|according to|said|says|added|told|a phenomenon|one \w+ \w+ \w+ told|with its)(?-u:\b)"
        r"|,?\" (?:said|says|he|she|they|the|one|[A-Z])|, and (?:we|they|it|he|she|that|the|this|these|I)(?-u:\b)"
        r"|,? and that (?:we|they|it|the)(?-u:\b)|,? and if | under which | in which |,? and (?:the|a|an|our|its|their|this|these|those|[A-Z]\w+) (?:[^ ,;]+ ){0,8}?(?:will|shall|would|is|are|was|were|has|have) "
        r"|,? because(?-u:\b)|,? although(?-u:\b)| - | – | — | -- |, which )"
    ),
    later=(
        rf"(?:(?:;|,)? (?:and|as well as|or)(?: also| then)?(?: to)?|[,;](?: to)?)(?: continue to)?(?: [a-z]+ly)? {_VERB} "
    ),
    verb=rf"((?:continue to )?(?:[a-z]+ly )?{_VERB}) $",
    light=rf"^(?: (?:our|their|its|his|her|the)(?: [a-z-]+){{0,4}}? {role('en', 'noun_pledge', 'noun_resolve')})?{_ADVERB}*(?: that [^,;]{{0,60}}? (?:is|are|will))?(?: to)?{_ADVERB}*(?: {role('en', 'light')}(?: [^,;]{{0,40}}?)?(?: to| on))*{_ADVERB}* ",
    light_verb=r"(?:work|partner|cooperate|collaborate|coordinate|continue|join|seek|aim|strive|endeavou?r)",
    nested=(
        rf" (?:to (?:[a-z]+ly )?{verbs('en')}|that|who|which|whose|by [a-z]+ing|in [a-z]+ing|for [a-z]+ing|of [a-z]+ing|enabling|can|could|would|should"
        rf"|designed|(?:if|when|once|until|because|after|before) [a-z]+|(?:as|while|where) (?:we|you|they|the|it|their)){_EDGE}"
    ),
    explicit=r"^;|(?:and|as well as|or)(?: also)? to ",
    verbless=rf"^(?:[ ,]|and |or |to |[a-z]+ly |{_VERB} )*(?:{_VERB})?$|(?:[;,]| and| or)(?: to)?(?: [a-z]+ly)? {_VERB}$",
    ambiguous=rf"(?:^| ){verbs('en', noun='yes')}$",
    object=(
        r"^[A-Z$€£0-9]|^(?:the|a|an|our|its|their|his|her|this|that|these|those|all|any|more|new|additional|greater|up|on|to|with"
        r"|[a-z-]+ed (?:[a-z-]+)|[a-z-]+(?:al|ive|ic|ous|able|ible|ing|ful|ary|ant|ent) [a-z]+)(?-u:\b)"
    ),
    pronoun=r"^(?:it|them)(?-u:\b)|^,",
    trailing=r"(?:,? (?:and|or|as well as|but|while|that|which|also|to|the|then|if|as|when|because|where))+[ ,]*$",
    bare=r"^[, ]*(?:and|or)?[ ]*$",
    conjunction="and|but|while|whereas",
    joined=r"(?:,|;| and| or| but|,? as well as),?(?: also| then| to)? *$",
    gerund=r"ing $",
    gerund_head=r"^ *(?:[a-z]+ly )?[a-z-]+ing ",
    launching=rf"^(?:{'|'.join(_LAUNCHING)}|launching|establishing|creating)$",
    holding=rf"^(?:{'|'.join(_HOLDING)})$",
)  # fmt: skip
