"""English commissive heads: where a clause undertakes something, and with what force.

Remit: finding verb groups and nouns that commit, and judging by their subject and complement whether they do. How far
an undertaking reaches belongs to `members`, lists under a lead-in to `lists`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.clauses import HEAD_COLUMNS, Rule, in_clause, judged
from extraction.commitments.vocabulary import forms, names_of_authorities, role, verbs
from extraction.commitments.members import Coordination
from extraction.lexicons import alternation
from extraction.spans import find_all

_EDGE = r"(?-u:\b)"
_ADVERB = rf"(?:,? (?:{role('en', 'adverb')}|[a-z]+ly){_EDGE},?)"
_MODAL = r"(?: will| shall| would|'ll| won't|(?: is| are| am|'s|'re|'m)(?: not)? going to)"
_BE = rf"(?:'re|'m| is| are| am| was| were| been| being| be){_EDGE}"
_AUXILIARY = (
    r"(?:'ve|'re|'m| have| has| had| is| are| am| was| were| did| do| does| been| being| not"
    r"| remain| remains| remained| stand| stands| stay| stays)"
)
_GLAD = r"(?: (?:able|pleased|proud|happy|delighted|honored|honoured|glad|excited|thrilled) to)"
_MONEY = r"(?:US|A|C|NZ)?[$€£¥] ?[0-9]|(?:[0-9][0-9,.]*|several|one|two|three|five|ten) (?:million|billion|trillion)"
_GIVING = r"(?:providing|investing|contributing|allocating|donating|awarding|dedicating|giving|offering|sending|deploying)"
HEAD = "|".join(
    (
        rf"{_MODAL}{_ADVERB}*(?: be| have been)?{_ADVERB}*(?: continue to| continue)?{_ADVERB}* [a-z][a-z-]+",
        rf"{_AUXILIARY}*{_ADVERB}*{_GLAD}?{_ADVERB}* {alternation(forms('commitment_verbs', 'en')['form'])}{_EDGE}",
        rf"(?: is| are| am|'re|'m){_ADVERB}* (?:taking|{_GIVING}){_EDGE}",
        r"(?: is| are| am|'m|'re)?,? hereby,?(?: [a-z]+ly)? [a-z]+",
        rf"(?: have| has)?{_ADVERB}* (?:made|makes|make)(?: [a-z]+,?){{0,4}}? (?:commitments?|pledges?)(?: [a-z]+ed)?{_EDGE}",
        rf" (?:includes|allocates|appropriates|authorizes|earmarks|sets aside) (?:up to |nearly |over |more than )?(?:{_MONEY})",
        r" includes the(?-u:\b)",
    )
)
NOUN = (
    rf" {role('en', 'noun_pledge')}(?: [^ ,;.:]+){{0,12}}? to (?:the |its |this |[a-z-]+ly )?[A-Za-z-]+"
    rf"| {role('en', 'noun_resolve')} to [a-z-]+"
)
_BOUNDARY = (
    r"[;:]|(?:^|[ (,])(?:that|which|who|whom|whose|where|when|while|as|if|whether|because|since|so|but|how|what|why"
    r"|once|until|unless|said|says)(?-u:\b)|\x1f"
)
_OPENING_PRONOUN = r"( and )(we|they|he|she|it|I)(?-u:\b)"
_BEFORE_INFINITIVE = (
    r"(?:^|[ (])(?:to|can|could|should|would|must|may|might|cannot|can't|let's|please|help|helps|helped|by|of|for|in|on"
    r"|with|from|without|the|a|an|this|its|their|our|his|her|new|who|that|which|not|don't|didn't|doesn't|also to|and to)$"
)
_PREPOSITION = role("en", "preposition")
_PREPOSITIONAL = rf"^ ?(?i:{_PREPOSITION}) [^,]*,|,? {_PREPOSITION} [^,]*"
_NAME = rf"(?:{names_of_authorities('en')}|(?i:{role('en', 'title')})(?: [A-Z][\p{{L}}.'-]*)+|(?i:{role('en', 'authority')})|[A-Z][A-Z.&]{{1,7}})"
_AUTHORITY = rf"(?:^|[ (\"'/-]){_NAME}(?:'s?)?(?: \([^)]*\))?(?:,? (?:all|both|each|have|has|themselves|itself|also|today|now|then|tonight|yesterday|recently|[a-z]+ly))*\)?(?:(?: is| are)? [—–-]+)?(?:,|$| and )"
_ANY_AUTHORITY = rf"(?:^|[ (\"'/-]){_NAME}{_EDGE}"
_PROGRAM = rf"(?:^|[ -])(?i:{role('en', 'program')})(?: \([^)]*\))?,?$"
_SUBORDINATE = ("if", "whether", "when", "how", "why", "what", "where", "whom", "whose", "until", "unless")
_PAST_TIME = r"(?i:earlier this|last (?:year|month|week|october|fall|spring|summer|winter|june)|ago(?-u:\b)|in (?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}(?-u:\b)|since )"
_LAUNCHING = ("launch", "establish", "create", "announce", "unveil", "inaugurate", "convene", "co-create", "institute", "initiate", "stand", "open", "start")
_HOLDING = ("continue", "maintain", "keep", "remain", "uphold", "sustain", "preserve", "reaffirm")


def _complement() -> pl.Expr:
    """What follows the head: to, gerund, that, on, out, money, commissive, object or none."""
    after = pl.col("after")
    determiner = r"(?:(?:a|an|the|our|its|their|this|these|his|her|my|both|some|new|[a-z]+ly|[a-z]+ed|[a-z-]+al|joint|shared|strong|full|firm) )*"
    aside = rf"(?: (?:with|in|on|at|this|today|last)(?: [^ ,;]+){{1,4}}?|{_ADVERB})*"
    kinds = (
        ("to", rf"^{_ADVERB}*(?: (?:with|in) [^,;]{{1,40}}?)?,?{_ADVERB}* to [a-z]"),
        ("that", r"^,? (?:\w+,? )?that |^ (?:it|they|he|she|we|the [A-Z][a-z]+ [A-Z][a-z]+|[A-Z][A-Za-z]+) (?:will|is|are|would|shall|have|has|pledges|plans|intends) "),
        ("gerund", r"^ [a-z]+ing "),
        ("money", rf"^(?: to)? (?:(?:up|to|an|a|nearly|about|over|more|than|additional|the|almost|another|at|least|approximately|total|of|further) )*(?:{_MONEY}|(?:funds|funding|resources|troops|support|assistance)(?-u:\b))"),
        ("commissive", rf"^ {determiner}(?:[a-z'-]+ (?:and |of )?){{0,6}}?{role('en', 'noun_pledge', 'noun_resolve')}{_EDGE}|^ {determiner}(?:efforts|support){_EDGE}"),
        ("on", r"^ (?:on|upon) "),
        ("out", r"^ out "),
        ("object", rf"^{aside} (?:an?|the|its|their|our|his|new|nearly|over|more|up|all|several|additional|further|joint|[0-9$€£A-Z]){_EDGE}|^{aside} [$€£]"),
        ("none", rf"^ (?:{_PREPOSITION}|and|or|as|when|if|that|today|by|than|alone|it|them|this|himself|herself){_EDGE}|^(?:[^ ]|$)"),
    )
    return pl.coalesce(*(pl.when(after.str.contains(pattern)).then(pl.lit(kind)) for kind, pattern in kinds), pl.lit("object"))


def _candidates(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Matches of HEAD with the lexicons' knowledge of their last word and with their clause."""
    match = pl.col("match")
    commissive = forms("commitment_verbs", "en").rename({"verb": "commissive"}).lazy()
    actions = forms("commitment_actions", "en").select("form", pl.col("verb").alias("action"), "role").lazy()
    found = (
        find_all(sentences, HEAD)
        .with_columns(
            match.str.extract(r"([a-z-]+)$").alias("form"),
            match.str.contains(_MODAL).alias("modal"),
            match.str.replace(_MODAL, "").str.contains(_BE).alias("be"),
            match.str.contains(rf"(?: was| were| been){_EDGE}").alias("past_be"),
            match.str.contains(rf"(?:'ve| have| has| had){_EDGE}").alias("have"),
            match.str.contains(rf"(?: not|n't| never| no longer){_EDGE}").alias("negated"),
            match.str.contains(r" (?:remain|stand|stay|still|continu)").alias("still"),
            match.str.contains(_GLAD).alias("glad"),
        )
        .join(commissive, on="form", how="left", maintain_order="left")
        .join(actions, on="form", how="left", maintain_order="left")
        .filter(pl.col("modal") | pl.col("commissive").is_not_null() | match.str.contains(r"hereby|ing$|made|make|includ|ates|ears|zes|sets"))
    )
    return in_clause(found, _BOUNDARY, _OPENING_PRONOUN, _PREPOSITIONAL).with_columns(_complement().alias("complement"))


def _subject_acts() -> pl.Expr:
    """Whether the subject of the clause is a public authority, alone or coordinated with one."""
    core, clause = pl.col("core"), pl.col("clause")
    coordinated = clause.str.contains(r"(?:^|[ ,])(?:and|or|but|then|also),?$|,$") & clause.str.contains(_ANY_AUTHORITY)
    relative = (
        pl.col("link").is_in(["which", "who"])
        & (core == "")
        & pl.col("before").str.contains(rf"(?:{names_of_authorities('en')}), (?:which|who)$")
    )
    resumed = core.str.contains(r"(?:^|, ?)(?:It|it)(?: also)?$") & pl.col("previous").str.contains(_ANY_AUTHORITY)
    return core.str.contains(_AUTHORITY) | coordinated | relative | resumed


def _rules() -> list[Rule]:
    match, before, after, clause = (pl.col(name) for name in ("match", "before", "after", "clause"))
    form, commissive, complement, link = (pl.col(name) for name in ("form", "commissive", "complement", "link"))
    spoken = (pl.col("genre") == "transcript") | pl.col("speaker").is_not_null()
    acts = pl.col("acts")
    in_first_person = pl.col("core").str.contains(r"(?:^|[ \"])I,?$")
    given = clause.str.contains(r"^ (?:not )?(?:found|deemed|determined|approved|selected|eligible|granted|necessary|required|needed|successful|requested|recogni[sz]ed)(?-u:\b)")
    subordinate = (link.is_in(_SUBORDINATE) & ~given & ~clause.str.contains(", ") & ~pl.col("opening").str.contains(r"(?:is|was) why$")) | (
        link.is_in(["which", "who", "that"]) & clause.str.contains(rf"^{_ADVERB}* ?$") & ~acts
    )
    believed = pl.col("opening").str.contains(rf"(?:^|[ (]){role('en', 'belief')}(?:,| that| if| whether)?[ ]?$") | clause.str.contains(rf"(?:^|[ (]){role('en', 'belief')} [^,]*$")
    introduces = pl.col("text").str.contains(r"(?i:following)[^:]*:[ ]*$")
    unreal = introduces | subordinate | believed | pl.col("text").str.contains(role("en", "boilerplate"))
    words = pl.concat_str(form, after)
    idle = words.str.contains(rf"^{role('en', 'idle')}{_EDGE}") | after.str.contains(r"^ (?:what|whatever|whether|how|why|that|where|so|there|here|me|you)(?-u:\b)|^ (?:this|it)[ ]?(?:[.,;]|$)")

    # Commissive verbs in a finite form.
    determiner = r"(?:[a-z-]+ ){0,3}"
    instrument = after.str.contains(rf"^ {determiner}(?:[A-Za-z-]+ ){{0,5}}?(?i:{role('en', 'instrument')}){_EDGE}") & ~after.str.contains("^[^.;]* into law")
    order = after.str.contains(rf"^ (?:the |his |her |all |relevant )?(?:[A-Za-z.,'-]+ ){{1,12}}?to (?:{verbs('en')}) ")
    takes = (
        pl.col("takes").str.split(" ").list.contains(complement)
        | (pl.col("takes") == "instrument") & instrument
        | (pl.col("takes") == "order") & order
        | (pl.col("takes") == "progressive") & (pl.col("tense") == "gerund") & complement.is_in(["object", "money", "commissive"])
        | pl.col("takes").str.contains("instrument") & instrument
        | pl.col("takes").str.contains("object") & complement.is_in(["commissive", "money"])
    )
    adjective = pl.col("adjective").is_not_null() & pl.col("tense").is_in(["past", "participle"])
    finite = (
        pl.when(pl.col("tense") == "gerund")
        .then(pl.col("be") & ~pl.col("past_be") & ~commissive.is_in(["seek", "aim", "expect", "agree"]))
        .when(pl.col("be") & ~pl.col("glad"))
        .then(adjective & (complement == "to"))
        .when(pl.col("tense") == "participle")
        .then(pl.col("have") | match.str.contains(r"(?:remain|stand|stay)"))
        .otherwise(True)
    )
    that_future = (complement != "that") | after.str.contains(
        r"^[^;]{0,140}?(?: will| shall| would| is \w+ing| are \w+ing|'ll| going to| pledges| intends| plans| commits)(?-u:\b)"
    )
    states = ~pl.col("modal") & commissive.is_not_null() & finite & that_future & acts & ~unreal & ~before.str.contains(_BEFORE_INFINITIVE) & ~(link.is_in(["as", "because", "since"]) & ~clause.str.contains(", "))
    reported = takes & states
    weak = rf"^{_ADVERB}* to (?:[a-z]+ly )?(?:name|specify|speculate|{verbs('en', role='state')}|{verbs('en', role='talk')}|{verbs('en', role='agenda')}|{role('en', 'idle')}){_EDGE}"
    done_before = (pl.col("tense").is_in(["past", "participle"]) & commissive.is_in(["launch", "establish", "create", "inaugurate", "reopen"])) & (
        ~pl.col("text").str.contains(r"(?i:(?:^|[ ,])today(?:$|[ ,.'])|hereby)") & (~pl.col("genre").is_in(["joint_statement", "readout", "declaration"]) | pl.col("text").str.contains(_PAST_TIME))
    )
    valued = after.str.contains(rf"^ (?:the |our |its |their |his |her |a |an )?(?:[a-z-]+ (?:and )?){{0,2}}?{role('en', 'valued')}{_EDGE}")
    promised = after.str.contains(rf"^(?: [^ ,;.]+){{0,7}}? (?:commitments?|pledges?){_EDGE}")
    intended = after.str.contains(rf"^(?: [^ ,;.]+){{0,3}}? (?:plans?|intent|intention|intentions) to{_EDGE}")
    kept_up = after.str.contains(r"^[^;]{0,140}? (?:will|shall) (?:be )?(?:maintain|continue|remain|keep)")

    # The future.
    known = pl.col("role") == "action"
    undertaken = known | commissive.is_not_null() | (pl.col("role").is_null() & ~spoken)
    focused = (form == "focus") & ~after.str.contains(r"^ on (?:the|a|how|what|our|their|its|these|this)(?-u:\b)")
    told = pl.col("opening").str.contains(r"(?:^|[ ])(?:said|announced|confirmed|added|stated|declared|promised|pledged|agreed|vowed|insisted|told [^,]*|announcing|reiterated|made clear)(?: (?:today|on [A-Z]\w+))?,?(?: that)?[ ]?$")
    reported_future = ~match.str.contains(" would") | told
    spoken_of_others = match.str.contains(" would")
    future = pl.col("modal") & reported_future & ~unreal & ~before.str.contains(r"(?:^| )(?:there|There|this|This|that|That)$")
    casual = (spoken & form.str.contains(rf"^{role('en', 'casual')}$") & in_first_person) | (in_first_person & ~known)
    active = future & ~pl.col("be") & acts & (undertaken | focused) & ~form.is_in(["be", "have"]) & ~idle & ~casual
    progressive = future & pl.col("be") & form.str.ends_with("ing") & known & acts & ~idle
    passive = future & match.str.contains(rf" be{_ADVERB}* [a-z-]+$") & ~acts & words.str.contains(rf"^{role('en', 'passive')}{_EDGE}") & ~spoken
    status = pl.col("modal") & reported_future & ~unreal & words.str.contains(rf"^{role('en', 'status')}{_EDGE}") & ~spoken
    program = future & ~pl.col("be") & ~acts & (known | (form == "focus") & after.str.contains("^ on [a-z]+ing ")) & pl.col("core").str.contains(_PROGRAM) & ~form.str.contains(rf"^{role('en', 'outcome')}$") & ~idle & ~spoken
    money = future & ~pl.col("be") & pl.col("core").str.contains(rf"(?:^|[ ,])(?:The |the |an? |another |up |to |some |over |nearly )*(?:additional |further |extra )?(?:{_MONEY})[^,]*$") & form.is_in(["pay", "go", "fund", "finance", "support"])
    legal = pl.col("text").str.contains(role("en", "boilerplate"))
    barred = ~legal & pl.col("modal") & pl.col("negated") & ~believed & ~spoken_of_others & pl.col("clause").str.contains(rf"(?:^|[ ])(?i:{role('en', 'beneficiary')})(?:$|[ ,])") | ~legal & pl.col("modal") & pl.col("negated") & ~believed & (link == "who") & pl.col("opening").str.contains(rf"(?:^|[ ])(?i:{role('en', 'beneficiary')}),? who$")
    lemma = pl.coalesce("action", "commissive", "form")
    future_force = (
        pl.when(pl.col("still") | lemma.is_in(_HOLDING)).then(pl.lit("reaffirm"))
        .when(commissive.is_in(["commit", "pledge", "agree", "promise"])).then(pl.lit("pledge"))
        .when(lemma.is_in(_LAUNCHING) & (~pl.col("be") | form.str.ends_with("ing"))).then(pl.lit("launch"))
        .otherwise(pl.lit("plan"))
    )  # fmt: skip
    steps = (form == "taking") & after.str.contains(rf"^ (?:\w+,? ){{0,5}}?(?:steps|measures|actions?){_EDGE}") & ~after.str.contains(r"^ (?:the|some|those|these|many) ") & acts & ~unreal
    giving = form.str.contains(rf"^{_GIVING}$") & after.str.contains(rf"^ (?:\w+ ){{0,5}}?(?:{_MONEY})") & acts & ~unreal
    hereby = match.str.contains("hereby") & (form.str.ends_with("ed") | form.str.contains("(?:drawn|ven|oked|made)$") | in_first_person)
    made = match.str.contains(r"(?:made|makes?) ") & match.str.contains(r"(?:commitment|pledge)") & acts & ~unreal
    law = match.str.contains(rf"(?:{_MONEY})$") & pl.col("core").str.contains(r"(?:Law|Act|Bill|[Bb]udget|[Aa]ppropriations?|[Pp]ackage|[Ll]egislation)$")
    creating = pl.concat_str(match, after).str.contains(rf"includes? the (?:creation|establishment|launch|opening|formation) of") & clause.str.contains(r"^[ \"]*(?:That|This|It|These|which|Which|This (?:\w+ )?\w+)?$")

    def held(expression: pl.Expr) -> pl.Expr:
        return pl.when(pl.col("still")).then(pl.lit("reaffirm")).otherwise(expression)

    announcing = commissive.is_in(["announce", "unveil"])
    return [
        Rule("future.commissive", future & commissive.is_in(["commit", "pledge", "agree", "promise"]) & takes & acts & ~idle & ~after.str.contains(r"^ to just(?-u:\b)"), held(pl.lit("pledge"))),
        Rule("future.active", active | progressive, future_force),
        Rule("future.status", status, pl.lit("plan"), "passive"),
        Rule("future.passive", passive, future_force, "passive"),
        Rule("future.program", program | money, future_force),
        Rule("future.barred", barred, pl.lit("plan"), "passive"),
        Rule("announced.pledge", reported & announcing & promised & (complement != "that"), pl.lit("pledge")),
        Rule("announced.plan", reported & announcing & intended, pl.lit("plan")),
        Rule("announced.kept", reported & announcing & kept_up & (complement == "that"), pl.lit("reaffirm")),
        Rule("announced", reported & (pl.col("force") == "launch") & ~done_before & ~after.str.contains(r"^ the following|^ that (?:he|she|they|we) (?:have|has|had)"), pl.lit("launch")),
        Rule("confirmed", reported & (commissive == "confirm") & (complement == "that") & ~kept_up, pl.lit("plan")),
        Rule("reaffirmed", states & (pl.col("force") == "reaffirm") & (commissive != "continue") & takes & ~valued, pl.lit("reaffirm")),
        Rule("continued", reported & (commissive == "continue") & ~pl.col("tense").is_in(["past", "participle"]) & ~after.str.contains(weak) & ~after.str.contains(r"^ to [a-z]+ on(?-u:\b)"), pl.lit("reaffirm")),
        Rule("pledged", reported & (pl.col("force") == "pledge"), held(pl.lit("pledge"))),
        Rule("planned", reported & (pl.col("force") == "plan") & ~after.str.contains(weak), held(pl.lit("plan"))),
        Rule("steps", steps, pl.lit("plan")),
        Rule("giving", giving, pl.lit("launch")),
        Rule("hereby", hereby, pl.lit("launch"), "passive"),
        Rule("made_commitment", made, pl.lit("pledge")),
        Rule("appropriated", law, pl.lit("plan")),
        Rule("creation", creating, pl.lit("launch")),
    ]  # fmt: skip


def verb_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Verb groups that undertake something. In: sentences in English. Out: `HEAD_COLUMNS`."""
    before, modal = pl.col("before"), pl.col("modal")
    proviso = r"^[^.;:,—]{0,160}?,? (?:unless|provided that|only if|if (?:the|it|they|we|he|she|funds|[A-Z]\w+)|as long as|so long as|on condition that|on the condition that|until (?:the|it|they) \w+ (?:agree|pass|approve))(?-u:\b)"
    condition = r"(?:^|[ (])(?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ii]n the event|[Ss]hould [a-z]+ [a-z]+ [a-z]+,)(?-u:\b)"
    negated = pl.col("negated") | pl.col("commissive").is_in(["refuse", "decline", "rule"]) | pl.concat_str("form", "after").str.contains(r"^no (?:\w+ )?(?:exempt|except)")
    governed = modal & ~((pl.col("method") == "future.commissive") & (pl.col("complement") == "to"))
    return (
        judged(_candidates(sentences).with_columns(_subject_acts().alias("acts")), _rules())
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
    aside = pl.col("clause").str.contains(r"(?i:as part of|in light of|consistent with|in line with|thanks|based on)[^,]*$")
    fulfils = pl.col("clause").str.contains(r"(?:fulfil|deliver|honou?r)[a-z]*(?-u:\b)|appreciat")
    announced = noun.str.contains("^(?:plan|inten|decision|agreement)") & pl.col("before").str.contains(
        r"(?:announc|declar|stat|reaffirm|reiterat|confirm)[a-z]* (?:\w+ )?(?:its|their|his|her|our|the|a)$"
    )
    resolved = noun.is_in(["determination", "resolve"])
    declared = pl.col("match").str.contains(r" to the [A-Z]") & pl.col("before").str.contains(r"(?:our|their|its) (?:continued|full|strong|firm) *$")
    rules = [
        Rule("noun.fulfilled", pledge & verbal & owned & fulfils & ~aside, pl.lit("pledge")),
        Rule("noun.commitment", pledge & ((verbal & owned) | declared) & ~aside, pl.lit("reaffirm")),
        Rule("noun.resolve", (resolved & verbal & owned | announced & verbal) & ~aside, pl.lit("pledge")),
    ]
    found = in_clause(find_all(sentences, NOUN), _BOUNDARY, _OPENING_PRONOUN, _PREPOSITIONAL)
    return (
        judged(found, rules)
        .with_columns(
            (pl.col("head_end") - pl.col("match").str.extract(r"( to [^ ]* ?[^ ]*)$").str.len_chars().cast(pl.Int64)).alias("head_end"),
            word.alias("verb"),
            pl.lit("to").alias("complement"),
            pl.lit("affirmed").alias("polarity"),
        )
        .select(HEAD_COLUMNS)
    )


_VERB = rf"(?:{verbs('en')}|{verbs('en', 'gerund')})"
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
    light=rf"^{_ADVERB}*(?: that [^,;]{{0,60}}? (?:is|are|will))?(?: to)?{_ADVERB}*(?: {role('en', 'light')}(?: [^,;]{{0,40}}?)?(?: to| on))*{_ADVERB}* ",
    nested=(
        rf" (?:to (?:[a-z]+ly )?{verbs('en')}|that|who|which|whose|by [a-z]+ing|in [a-z]+ing|for [a-z]+ing|of [a-z]+ing|enabling|can|could|would|should"
        rf"|designed|(?:as|if|when|once|until|while|because|where) (?:we|you|they|the|it|their|appropriate|safe)){_EDGE}"
    ),
    explicit=r"^;|(?:and|as well as|or)(?: also)? to ",
    verbless=rf"^(?:[ ,]|and |or |to |[a-z]+ly |{_VERB} )*(?:{_VERB})?$",
    ambiguous=rf"(?:^| ){verbs('en', noun='yes')}$",
    object=(
        r"^(?:the|a|an|our|its|their|his|her|this|that|these|those|all|any|more|new|additional|greater|up|on|to|with|in|for|[A-Z$€£0-9]"
        r"|[a-z-]+ed (?:[a-z-]+)|[a-z-]+(?:al|ive|ic|ous|able|ible|ing|ful|ary|ant|ent) [a-z]+)(?-u:\b)"
    ),
    pronoun=r"^(?:it|them|and|or)(?-u:\b)|^,",
    trailing=r"(?:,? (?:and|or|as well as|but|while|that|which|also|to|the|then|if|as|when|because|where))+[ ,]*$",
    conjunction="and|but|while|whereas",
    joined=r"(?:,|;| and| or| but|,? as well as),?(?: also| then| to)? *$",
    gerund=r"ing $",
    gerund_head=r"^ (?: to| that [^,;]{0,60}? (?:is|are))?(?: [a-z]+ly)? [a-z-]+ing ",
)  # fmt: skip
