"""The rules that make a Spanish verb group a commitment: one for each way of undertaking something.

Remit: from candidates in their clause to method, force and voice. Finding candidates belongs to `heads`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.clauses import Rule
from extraction.commitments.spanish.patterns import (
    ADVERB,
    AUTHORITY,
    COMMITTED,
    DECIDED,
    END,
    FUTURE,
    GERUND,
    HAVING,
    NAME,
    PREPARED,
    START,
    STARTED,
    WIDENING,
    any_of,
    is_one_of,
)


def subject_acts() -> pl.Expr:
    """Whether the clause names a public authority outside its prepositional phrases, before or after the head."""
    follows = pl.col("after").str.contains(
        rf"^(?: (?:hoy|ayer|este \p{{Ll}}+))?(?: (?:el|la|los|las|ambos|ambas|su|nuestro))? ?(?:señora? )?{NAME}{END}"
    )
    adjoins = pl.col("clause").str.contains(
        rf"{START}(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|ambos|ambas) (?:dos |tres )?(?i:{any_of('authority')})$"
    )
    return pl.col("we") | pl.col("core").str.contains(AUTHORITY) | follows | adjoins


def rules() -> list[Rule]:
    """All ways of undertaking something, in the order in which they are tried."""
    match, after, core, link = (pl.col(name) for name in ("match", "after", "core", "link"))
    form, commissive, infinitive, complement = (
        pl.col(name) for name in ("form", "commissive", "infinitive", "complement")
    )
    acts, impersonal, modal = pl.col("acts"), pl.col("impersonal"), pl.col("modal")
    silent = core.str.contains(rf"^[ ,.\"'(–—-]*(?:(?i:{any_of('opening')}|[0-9]+|[a-z]\))[ ,]*)*$")
    told = pl.col("opening").str.contains(rf"(?:^|[^\p{{L}}]){any_of('reporting', 'announcing')} que[ ]?$")
    relative = (link == "que") & silent & ~pl.col("we") & ~told
    subordinate = (
        link.str.contains(is_one_of("unreal"))
        & ~pl.col("clause").str.contains(",")
        & ~pl.col("opening").str.contains(r"(?:^|[^\p{L}])[Aa]sí como$")
    )
    believed = pl.col("opening").str.contains(rf"(?i:{START}{any_of('belief')}(?: que| si)?[ ]?$)")
    unreal = subordinate | believed

    takes = pl.col("takes").str.split(" ").list.contains(complement)
    instrument = after.str.contains(
        rf"^(?:(?: hoy)?, [^;.]{{1,120}}?,)?(?: [^ ,;.]+){{0,6}}? (?i:{any_of('instrument')}){END}"
    ) & ~after.str.contains(r"^ (?:que|a|para) ")
    takes_more = (
        takes
        | pl.col("takes").str.contains("instrument") & instrument
        | pl.col("takes").str.contains("object") & complement.is_in(["amount", "commissive"])
    )
    reflexive = pl.col("reflexive").is_null() | match.str.contains(rf"{START}(?:[Ss]e|[Nn]os|[Mm]e) ")
    personal = (
        pl.when(pl.col("tense") == "participle").then(pl.col("perfect"))
        .when(pl.col("tense").is_in(["gerund", "verb"])).then(False)
        .otherwise(~pl.col("perfect"))
    )  # fmt: skip
    future_inside = (complement != "que") | after.str.contains(
        rf"^[^;]{{0,160}}?[^\p{{L}}](?:{FUTURE}|(?:[Vv]an?|[Vv]amos) a |se \p{{L}}+(?:en|an|e|a) "
        r"|\p{Ll}+(?:aran|ieran|ase|iera|ara) )"
    )
    agentless = impersonal & pl.col("reflexive").is_null() & (silent | (complement != "infinitive"))
    states = (
        commissive.is_not_null()
        & ~modal
        & personal
        & reflexive
        & future_inside
        & ~unreal
        & ~relative
        & (acts | silent | agentless)
    )
    weak = rf"^{ADVERB}*(?: a| en| de)? (?:{any_of('talk')}|{any_of('state')}|{any_of('agenda')}){END}"
    valued = after.str.contains(
        r"^(?:, [^,;.]{1,60},)?(?: (?:la|el|los|las|su|sus|nuestr[oa]s?|una?))?(?: \p{Ll}+)?"
        rf" {any_of('valued')}{END}"
    )
    done_before = commissive.str.contains(is_one_of("deed")) & (
        (pl.col("tense").is_in(["past", "past_plural", "participle"]))
        & ~pl.col("text").str.contains(
            r"(?i:[^\p{L}](?:hoy|ayer|este (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))[^\p{L}])"
        )
    )

    counts_on = (infinitive == "contar") & after.str.contains(r"^(?: [^,;.]{1,40})? con ")
    prepared = match.str.contains(PREPARED)
    widening = match.str.contains(WIDENING) & pl.col("clause").str.contains(
        r"^[ \"]*(?:(?:Esto|Ello|Lo anterior|Eso|esto|ello)"
        rf"|\p{{Lu}}\p{{Ll}}+ (?:\p{{Ll}}+ )?{any_of('program')})?(?: también)?,?[ ]*$"
    )
    started = match.str.contains(rf"{STARTED}$") & ~after.str.contains(r"^ (?:esto|eso|con est|hace )")
    excluded = infinitive.str.contains(rf"^(?:{any_of('talk', 'state', 'agenda')})$") | infinitive.str.contains(
        "^(?:hoy|lo|la)$"
    )
    excluded = excluded & ~counts_on & ~(pl.col("negated") & (infinitive == "permitir"))
    named = form.str.contains(r"r(?:á|án|emos)$") & match.str.contains(r"^ \p{Lu}\p{Ll}+$")
    future = modal & ~unreal & ~named & ~form.str.contains(is_one_of("not_future"))
    active = future & ~excluded & ~impersonal & (acts | silent) & ~relative
    meets = infinitive.is_in(["celebrar", "realizar", "llevar"]) & core.str.contains(
        rf"{START}(?i:reunión|encuentro|cita|sesión|cumbre|conferencia)$"
    )
    no_agent = future & ~excluded & ~meets & impersonal & ~after.str.contains(r"^ que ")
    participle = after.str.contains(r"^(?: siendo| también| ya)? \p{Ll}+(?:ad|id|st|ert|uest|it|ech)[oa]s?(?:[ ,.]|$)")
    by_program = (
        future
        & core.str.contains(
            rf"{START}(?:(?i:{any_of('program')})|[0-9][0-9.,]* (?:millones|mil)(?: [A-Z]{{3}})?)(?: restantes)?$"
        )
        & infinitive.str.contains(is_one_of("program_verb"))
    )
    enters = future & (infinitive == "entrar") & after.str.contains("^ en (?:vigor|vigencia|funcionamiento|operación)")
    passive = modal & ~unreal & form.is_in(["será", "serán", "estará", "estarán"]) & participle
    working = (
        modal
        & ~unreal
        & form.is_in(["estaremos", "estará", "estarán"])
        & after.str.contains(rf"^ {GERUND}[ ,.]")
        & (acts | silent)
    )
    status = (
        modal
        & form.is_in(["será", "serán", "estará", "estarán", "tendrá", "tendrán"])
        & after.str.contains(rf"^ {any_of('status')}{END}")
    )
    launches = infinitive.str.contains(is_one_of("launch")) | (infinitive == "poner") & (complement == "marcha")
    future_force = (
        pl.when(launches)
        .then(pl.lit("launch"))
        .when(infinitive.str.contains(is_one_of("hold")))
        .then(pl.lit("reaffirm"))
        .when(infinitive.is_in(["comprometer", "comprometerse", "acordar"]))
        .then(pl.lit("pledge"))
        .otherwise(pl.lit("plan"))
    )
    keeps = after.str.contains(r"^ (?:continuar|seguir|mantener)")
    having_force = pl.when(keeps).then(pl.lit("reaffirm")).otherwise(pl.lit("plan"))
    fresh = (
        pl.when(match.str.contains("dispuest"))
        .then(pl.lit("plan"))
        .when(match.str.contains("[Ee]stá|decidid|determinad|resuelt"))
        .then(pl.lit("pledge"))
        .otherwise(pl.lit("reaffirm"))
    )
    listing = after.str.contains(r"^ l[oa]s? siguientes?")
    force, stated = pl.col("force"), states & takes_more
    going_on = commissive.is_in(["continuar", "seguir"])
    continues = (
        states
        & going_on
        & takes
        & acts
        & ~pl.col("tense").is_in(["past", "past_plural"])
        & ~after.str.contains(rf"^ {any_of('idle_gerund')}")
    )
    announced = stated & (force == "launch") & ~done_before & ~after.str.contains(weak) & ~listing
    return [
        Rule("committed", match.str.contains(COMMITTED), fresh),
        Rule("decided", match.str.contains(DECIDED), pl.lit("pledge")),
        Rule("planned", match.str.contains(HAVING) & ~relative, having_force),
        Rule("prepared", prepared & ~relative, pl.lit("plan"), "passive"),
        Rule("widening", widening, pl.lit("plan")),
        Rule("started", started, pl.lit("launch")),
        Rule("future.active", active | working, future_force),
        Rule("future.program", by_program | enters, pl.lit("plan")),
        Rule("future.impersonal", no_agent, future_force, "impersonal"),
        Rule("future.passive", passive, pl.lit("plan"), "passive"),
        Rule("future.status", status, pl.lit("plan"), "passive"),
        Rule("reaffirmed", stated & (force == "reaffirm") & ~going_on & ~valued, pl.lit("reaffirm")),
        Rule("continued", continues, pl.lit("reaffirm")),
        Rule("announced", announced, pl.lit("launch")),
        Rule("pledged", stated & (force == "pledge") & ~listing, pl.lit("pledge")),
        Rule("planned", stated & (force == "plan") & ~after.str.contains(weak), pl.lit("plan")),
    ]
