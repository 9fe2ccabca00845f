"""Spanish commissive heads: where a clause undertakes something, and with what force.

Remit: finding verb groups and nouns that commit, and judging by their subject and complement whether they do. How far
an undertaking reaches belongs to `members`, lists under a lead-in to `lists`.
"""

from __future__ import annotations

import polars as pl

from extraction.commitments.clauses import HEAD_COLUMNS, Rule, in_clause, judged
from extraction.commitments.members import Coordination
from extraction.commitments.vocabulary import forms, names_of_authorities, role
from extraction.lexicons import alternation, lexicon
from extraction.spans import find_all

_START = r"(?:^|[^\p{L}])"
_END = r"(?:$|[^\p{L}])"
_BARE = r"\p{Ll}*[aeií]r"
INFINITIVE = r"\p{Ll}*[aeií]r(?:se|nos|los?|las?|les?)?"
_GERUND = r"\p{Ll}+(?:ando|iendo|yendo)(?:se|los?|las?|les?|nos)?"
_ADVERB = rf"(?: (?:{role('es', 'adverb')}|\p{{Ll}}+mente),?)"
_CLITIC = r"(?:[Ss]e|[Nn]os|[Mm]e|[Ll]es?|[Ll]os?|[Ll]as?)"
_NEGATION = r"(?:[Nn]o|[Tt]ampoco|[Nn]unca|[Jj]amás)"
_PERFECT = r"(?:[Hh]an?|[Hh]emos|había|habían|habíamos)"
_FUTURE = r"\p{L}\p{Ll}*r(?:án|á|emos)"
_GOING = rf"(?:[Vv]an?|[Vv]amos){_ADVERB}* a (?:se )?{INFINITIVE}"
_COMMITTED = (
    r"(?:[Ss]eguimos|[Ee]stamos|[Ee]stá|[Ee]stán|sigue|siguen|continúan?|[Cc]ontinuamos|[Pp]ermanecemos|permanecen?)"
    rf"{_ADVERB}* (?:comprometid[oa]s?|dispuest[oa]s?|decidid[oa]s?|determinad[oa]s?|resuelt[oa]s?)(?: firmemente)? (?:con|a|en)"
)
_HAVING = (
    r"(?:[Tt]enemos|[Tt]iene|[Tt]ienen|se fij(?:ó|aron)|[Nn]os fijamos|mantenemos) (?:previst[oa]|planead[oa]|como objetivo"
    r"|(?:la|el|nuestr[oa]|su)(?: firme)? (?:intención|propósito|voluntad|compromiso|objetivo|meta|decisión) de)"
)
_DECIDED = r"(?:[Hh]an?|[Hh]emos) tomado la decisión[^,;.]{0,60}? de"
_PREPARED = r"[Yy]a está(?:n)?(?: \p{Ll}+)? (?:preparad|list|dispuest)[oa]s?"
_WIDENING = r"incluye la (?:ampliación|creación|instalación|apertura|construcción|puesta en marcha) de"
HEAD = (
    rf"{_START}(?:{_NEGATION} )?(?:"
    + "|".join(
        (
            _COMMITTED,
            _HAVING,
            _DECIDED,
            _PREPARED,
            _WIDENING,
            r"[Yy]a (?:iniciaron|iniciamos|comenzaron|comenzamos|empezaron|empezamos|arrancaron|arrancamos|inició|comenzó|empezó|arrancó)",
            rf"(?:{_CLITIC} )*(?:{_GOING}|habrá(?:n|) de {INFINITIVE}|{_FUTURE})",
            rf"(?:{_CLITIC} )*(?:{_PERFECT}{_ADVERB}* )?(?i:{alternation(forms('commitment_verbs', 'es')['form'])})",
        )
    )
    + ")"
)
_ADJECTIVE = (
    r"(?:compartid[oa]|polític[oa]|firme|común|conjunt[oa]|mutu[oa]|permanente|inquebrantable|total|plen[oa]|histórico"
    r"|de (?:[A-Z]\p{L}+|ambos países|nuestros países|nuestro país)|del? (?:\p{Ll}+ )?[A-Z]\p{L}+)"
)
NOUN = (
    rf"{_START}(?:{role('es', 'noun_pledge', 'noun_resolve')})(?: {_ADJECTIVE})*(?:, [^,;.]{{1,90}},| el [^,;.]{{1,40}})?"
    rf" (?:de|a|con|para|en) {INFINITIVE}"
)
_BOUNDARY = (
    r"[;:¿¡]|(?:^|[ (,])(?:que|quien|quienes|cuyo|cuya|cuyos|cuyas|donde|cuando|mientras|si|como|porque|pues|pero|sino"
    r"|dijo|señaló|indicó|afirmó|aseguró|añadió|agregó|explicó)(?-u:\b)|\x1f"
)
_OPENING_PRONOUN = r"( y )(nosotros|nosotras|ambos|ellos)(?-u:\b)"
_PREPOSITION = role("es", "preposition")
_PREPOSITIONAL = rf"^ ?(?i:{_PREPOSITION}) [^,]*,|,? {_PREPOSITION} [^,]*"
_NAME = rf"(?:{names_of_authorities('es')}|(?i:{role('es', 'authority')})|[A-Z][A-Z.]{{1,8}})"
_AUTHORITY = rf"{_START}{_NAME}{_END}"
_COMMISSIVE_NOUN = role("es", "noun_pledge", "noun_resolve", "noun_support")
_AMOUNT = r"(?:(?:más|hasta|cerca|alrededor|unos|unas|otros|otras|casi|de|a|los|las|un|una) )*(?:[0-9]|US\$|\$|€|miles|cien|mil|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|medio)"


def _infinitive(form: pl.Expr) -> pl.Expr:
    """The infinitive behind a form in the future, or behind an infinitive with pronouns."""
    irregular = lexicon("commitment_futures", "es")
    stem = form.str.to_lowercase().str.replace(r"(?:án|á|emos)$", "")
    bare = stem.str.replace(r"r(?:se|nos|los?|las?|les?)$", "r").str.replace(r"ír$", "ir")
    return bare.replace(irregular["stem"].to_list(), irregular["verb"].to_list())


def _complement() -> pl.Expr:
    """What follows the head: commissive, a, infinitive, que, marcha, gerund, amount, object or none."""
    after = pl.col("after")
    aside = rf"(?: (?:con|en|por|para|ante|desde|a) [^,;]{{1,50}}?)?"
    subject = r"(?: (?:el|la|los|las) [^,;]{1,60}?)?"
    determiner = r"(?:(?:su|sus|nuestr[oa]s?|el|la|los|las|este|esta|un|una|ambos|firme|pleno|mutuo|común|total|histórico|claro) )*"
    kinds = (
        ("a", rf"^{_ADVERB}*{subject}(?:, [^;]{{1,80}}?,)?{_ADVERB}* a (?:no )?{INFINITIVE}{_END}"),
        ("infinitive", rf"^{_ADVERB}*{aside}(?: en| por| con| de)?{_ADVERB}* (?:no )?{INFINITIVE}(?:[ ,.;]|$)"),
        ("commissive", rf"^{_ADVERB}*{aside} {determiner}{_COMMISSIVE_NOUN}{_END}"),
        ("que", rf"^{_ADVERB}*{aside},? que "),
        ("marcha", r"^ en (?:marcha|funcionamiento|operación)"),
        ("gerund", rf"^{_ADVERB}* {_GERUND}{_END}"),
        ("amount", rf"^{_ADVERB}*{aside}{_ADVERB}* {_AMOUNT}"),
        ("object", r"^ (?:en|con|durante|desde|ante|por) [^.;]{1,60}? (?:una?|el|la|los|las|nuev[oa]s?) \p{L}"),
        ("none", rf"^(?: (?:{_PREPOSITION}) |[^ ,]|$|, )"),
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
            match.str.contains(rf"{_START}(?:{_GOING}|habrán? de )").alias("going"),
            match.str.contains(rf"{_START}(?:[Ss]e |(?:[Vv]an?) a (?:se )?\p{{L}}+se$)").alias("impersonal"),
            match.str.contains(rf"{_START}(?:[Vv]amos|[Hh]emos|[Nn]os|\p{{L}}+[aei]mos)(?:[^\p{{L}}]|$)").alias("we"),
            match.str.contains(rf"{_START}{_NEGATION} ").alias("negated"),
            match.str.contains(_PERFECT + " ").alias("perfect"),
        )
        .with_columns(
            (pl.col("going") | form.str.contains(r"r(?:á|án|emos)$") & pl.col("commissive").is_null()).alias("modal")
        )
    )
    return in_clause(found, _BOUNDARY, _OPENING_PRONOUN, _PREPOSITIONAL).with_columns(_complement().alias("complement"))


def _subject_acts() -> pl.Expr:
    """Whether the clause names a public authority outside its prepositional phrases, before or after the head."""
    follows = pl.col("after").str.contains(
        rf"^(?: (?:hoy|ayer|este \p{{Ll}}+))?(?: (?:el|la|los|las|ambos|ambas|su|nuestro))? ?(?:señora? )?{_NAME}{_END}"
    )
    adjoins = pl.col("clause").str.contains(
        rf"{_START}(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|ambos|ambas) (?:dos |tres )?(?i:{role('es', 'authority')})$"
    )
    return pl.col("we") | pl.col("core").str.contains(_AUTHORITY) | follows | adjoins


def _rules() -> list[Rule]:
    match, after, core, link = (pl.col(name) for name in ("match", "after", "core", "link"))
    form, commissive, infinitive, complement = (
        pl.col(name) for name in ("form", "commissive", "infinitive", "complement")
    )
    acts, impersonal, modal = pl.col("acts"), pl.col("impersonal"), pl.col("modal")
    silent = core.str.contains(
        r"^[ ,.\"'(–—-]*(?:(?i:y|e|también|además|asimismo|entonces|así|bueno|igualmente|por lo tanto|por tanto|ya|de igual manera|asimismo|luego|después|hoy|mañana|[0-9]+)[ ,]*)*$"
    )
    relative = (link == "que") & silent & ~pl.col("we")
    subordinate = (
        link.is_in(["si", "como", "porque", "pues", "cuyo", "cuya", "cuyos", "cuyas", "mientras", "cuando", "¿"])
        & ~pl.col("clause").str.contains(",")
        & ~pl.col("opening").str.contains(r"(?:^|[^\p{L}])[Aa]sí como$")
    )
    believed = pl.col("opening").str.contains(rf"(?i:{_START}{role('es', 'belief')}(?: que| si)?[ ]?$)")
    unreal = subordinate | believed

    takes = pl.col("takes").str.split(" ").list.contains(complement)
    instrument = after.str.contains(rf"^(?: [^ ,;.]+){{0,6}}? {role('es', 'instrument')}{_END}") & ~after.str.contains(
        r"^ (?:que|a|para) "
    )
    takes_more = (
        takes
        | pl.col("takes").str.contains("instrument") & instrument
        | pl.col("takes").str.contains("object") & complement.is_in(["amount", "commissive"])
    )
    reflexive = pl.col("reflexive").is_null() | match.str.contains(rf"{_START}(?:[Ss]e|[Nn]os|[Mm]e) ")
    personal = (
        pl.when(pl.col("tense") == "participle").then(pl.col("perfect"))
        .when(pl.col("tense").is_in(["gerund", "verb"])).then(False)
        .otherwise(~pl.col("perfect"))
    )  # fmt: skip
    future_inside = (complement != "que") | after.str.contains(
        rf"^[^;]{{0,160}}?[^\p{{L}}](?:{_FUTURE}|(?:[Vv]an?|[Vv]amos) a |se \p{{L}}+(?:en|an|e|a) |\p{{Ll}}+(?:aran|ieran|ase|iera|ara) )"
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
    weak = rf"^{_ADVERB}*(?: a| en| de)? (?:{role('es', 'talk')}|{role('es', 'state')}|{role('es', 'agenda')}){_END}"
    valued = after.str.contains(
        rf"^(?: (?:la|el|los|las|su|sus|nuestr[oa]s?|una?))?(?: \p{{Ll}}+)? {role('es', 'valued')}{_END}"
    )
    done_before = commissive.is_in(
        ["lanzar", "iniciar", "inaugurar", "instalar", "establecer", "crear", "abrir", "emprender", "poner"]
    ) & (
        (pl.col("tense").is_in(["past", "past_plural", "participle"]))
        & ~pl.col("text").str.contains(
            r"(?i:[^\p{L}](?:hoy|ayer|este (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))[^\p{L}])"
        )
    )

    counts_on = (infinitive == "contar") & after.str.contains(r"^(?: [^,;.]{1,40})? con ")
    prepared = match.str.contains(_PREPARED)
    widening = match.str.contains(_WIDENING) & pl.col("clause").str.contains(
        r"^[ \"]*(?:Esto|Ello|Lo anterior|Eso|esto|ello)?(?: también)?[ ]*$"
    )
    started = match.str.contains(
        r"(?:^|[^\p{L}])[Yy]a (?:iniciaron|iniciamos|comenzaron|comenzamos|empezaron|empezamos|arrancaron|arrancamos|inició|comenzó|empezó|arrancó)$"
    ) & ~pl.col("after").str.contains(r"^ (?:esto|eso|con est|hace )")
    excluded = infinitive.str.contains(rf"^(?:{role('es', 'talk', 'state', 'agenda')})$") | infinitive.str.contains(
        "^(?:hoy|lo|la)$"
    )
    excluded = excluded & ~counts_on & ~(pl.col("negated") & (infinitive == "permitir"))
    named = form.str.contains(r"r(?:á|án|emos)$") & match.str.contains(r"^ \p{Lu}\p{Ll}+$")
    future = (
        modal
        & ~unreal
        & ~named
        & ~form.is_in(["queremos", "extremos", "esperemos", "procuremos", "logremos", "supremos", "remos"])
    )
    active = future & ~excluded & ~impersonal & (acts | silent) & ~relative
    no_agent = future & ~excluded & impersonal & ~after.str.contains(r"^ que ")
    participle = after.str.contains(r"^(?: siendo| también| ya)? \p{Ll}+(?:ad|id|st|ert|uest|it|ech)[oa]s?(?:[ ,.]|$)")
    passive = modal & ~unreal & form.is_in(["será", "serán", "estará", "estarán"]) & participle
    working = (
        modal
        & ~unreal
        & form.is_in(["estaremos", "estará", "estarán"])
        & after.str.contains(rf"^ {_GERUND}[ ,.]")
        & (acts | silent)
    )
    status = (
        modal
        & form.is_in(["será", "serán", "estará", "estarán", "tendrá", "tendrán"])
        & after.str.contains(
            r"^ (?:a disposición|disponibles?|exent[oa]s?|gratuit[oa]s?|acceso a|derecho a|elegibles?|sujet[oa]s? a)(?:[^\p{L}]|$)"
        )
    )
    future_force = (
        pl.when(infinitive.str.contains(rf"^{role('es', 'launch')}$") | (infinitive == "poner") & (complement == "marcha")).then(pl.lit("launch"))
        .when(infinitive.str.contains(rf"^{role('es', 'hold')}$")).then(pl.lit("reaffirm"))
        .when(infinitive.is_in(["comprometer", "comprometerse", "acordar"])).then(pl.lit("pledge"))
        .otherwise(pl.lit("plan"))
    )  # fmt: skip
    keeps = pl.col("after").str.contains(r"^ (?:continuar|seguir|mantener)")
    committed, having = match.str.contains(_COMMITTED), match.str.contains(_HAVING)
    return [
        Rule("committed", committed, pl.when(match.str.contains(r"[Ee]stá")).then(pl.lit("pledge")).otherwise(pl.lit("reaffirm"))),
        Rule("decided", match.str.contains(_DECIDED), pl.lit("pledge")),
        Rule("planned", having & ~relative, pl.when(keeps).then(pl.lit("reaffirm")).otherwise(pl.lit("plan"))),
        Rule("prepared", prepared & ~relative, pl.lit("plan"), "passive"),
        Rule("widening", widening, pl.lit("plan")),
        Rule("started", started, pl.lit("launch")),
        Rule("future.active", active | working, future_force),
        Rule("future.impersonal", no_agent, future_force, "impersonal"),
        Rule("future.passive", passive, pl.lit("plan"), "passive"),
        Rule("future.status", status, pl.lit("plan"), "passive"),
        Rule("reaffirmed", states & (pl.col("force") == "reaffirm") & ~commissive.is_in(["continuar", "seguir"]) & takes_more & ~valued, pl.lit("reaffirm")),
        Rule("continued", states & commissive.is_in(["continuar", "seguir"]) & takes & acts & ~pl.col("tense").is_in(["past", "past_plural"]) & ~after.str.contains(r"^ (?:siendo|habiendo|teniendo|leyendo|viendo|esperando|viviendo|avanzando|trabajando en esto)"), pl.lit("reaffirm")),
        Rule("announced", states & (pl.col("force") == "launch") & takes_more & ~done_before & ~after.str.contains(weak) & ~after.str.contains(r"^ l[oa]s? siguientes?"), pl.lit("launch")),
        Rule("pledged", states & (pl.col("force") == "pledge") & takes_more & ~after.str.contains(r"^ l[oa]s? siguientes?"), pl.lit("pledge")),
        Rule("planned", states & (pl.col("force") == "plan") & takes_more & ~after.str.contains(weak), pl.lit("plan")),
    ]  # fmt: skip


def verb_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Verb groups that undertake something. In: sentences in Spanish. Out: `HEAD_COLUMNS`."""
    condition = rf"{_START}(?:[Ss]i|[Ee]n caso de|[Ss]iempre que|[Ss]iempre y cuando|[Ee]n cuanto [^,]*nos|[Aa] menos que|[Aa] condición de) |^De {INFINITIVE} "
    proviso = r"^[^.;:]{0,140}? (?:si (?:el|la|los|las|ambos|hay|se|así|es)|siempre que|siempre y cuando|a condición de que|a menos que) "
    refuses = pl.col("commissive").is_in(["negar", "oponer", "rechazar", "descartar", "rehusar"])
    governed = pl.when(pl.col("modal")).then(pl.lit("verb"))
    return (
        judged(_candidates(sentences).with_columns(_subject_acts().alias("acts")), _rules())
        .with_columns(
            pl.when(pl.col("modal"))
            .then("infinitive")
            .otherwise(pl.coalesce("commissive", "infinitive"))
            .alias("verb"),
            governed.when(pl.col("commissive").is_null())
            .then(pl.lit("infinitive"))
            .otherwise("complement")
            .alias("complement"),
            pl.when(pl.col("before").str.contains(condition) | pl.col("after").str.contains(proviso))
            .then(pl.lit("conditional"))
            .when(pl.col("negated") | refuses)
            .then(pl.lit("negated"))
            .otherwise(pl.lit("affirmed"))
            .alias("polarity"),
        )
        .select(HEAD_COLUMNS)
    )


def noun_heads(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Nouns that commit ("su compromiso de …"). In and out as in `verb_heads`."""
    noun = pl.col("match").str.extract(r"^[^\p{L}]?(\p{L}+)").str.to_lowercase()
    pledge = noun.str.contains(rf"^{role('es', 'noun_pledge')}$")
    owned = pl.col("before").str.contains(r"(?:^|[ (])(?:su|sus|nuestr[oa]s?|el|la|los|un|una|de|del)(?: \p{Ll}+)?$")
    verb = pl.col("match").str.extract(r"(\p{L}+)$")
    rules = [
        Rule("noun.commitment", pledge & owned, pl.lit("reaffirm")),
        Rule("noun.resolve", ~pledge & owned & ~verb.str.contains(rf"^{role('es', 'talk')}$"), pl.lit("pledge")),
    ]
    found = in_clause(find_all(sentences, NOUN), _BOUNDARY, _OPENING_PRONOUN, _PREPOSITIONAL)
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


COORDINATION = Coordination(
    tail=(
        r"(?:, (?:que|quien|quienes|donde|lo que|lo cual|la cual|el cual|porque|ya que|pero|máxime|esto|eso|es decir|pues|puesto que)(?:[ ,]|$)"
        r"|\"?,? (?:dijo|señaló|indicó|afirmó|aseguró|precisó|informó|agregó|explicó) |[,;]? porque | en tanto son | - | – | — |, y (?:el|la|los|las) [^,]* (?:va|van) a )"
    ),
    later=rf"(?:(?:;|,)? (?:y|e|o|u|así como|además de)(?:,? también| además)?(?:, [^,;]{{1,40}},)?(?: a| de| para)?|[,;](?: a| de)?)(?: no)? {INFINITIVE}[ ,]",
    verb=rf"((?:no )?{INFINITIVE})[ ,]$",
    light=rf"^(?: [^,;]{{0,60}}?)?(?: (?:a|de|con|en))? ?(?:{role('es', 'light')})[^,;]*? (?:para|a|por|en) ",
    light_verb=r"(?:trabajar|cooperar|colaborar|seguir|continuar)",
    nested=rf" (?:que [^;]*?{INFINITIVE}|para|a fin de|con el fin de|con el objeto de|con el objetivo de|con el propósito de|mediante|con miras a|a efecto de|quienes|cuyos?|cuyas?) ",
    explicit=r"^;|así como| a ",
    verbless=rf"^(?: a| de)? ?(?:{_BARE})?$|(?:[;,]| y| e| o| así como)(?: a| de)? {_BARE}$",
    ambiguous=rf"^{role('es', 'not_infinitive')}$",
    object=r"^$",
    pronoun=r"^,",
    trailing=r"(?:,? (?:y|e|o|así como|que|como|en|para|a|de|pero|además))+[ ,]*$",
    bare=r"^[, ]*(?:y|o|e|u)?[ ]*(?:se )?$",
    conjunction="y|e|pero|mientras que|en tanto que",
    joined=r"(?:,|;| y| e| o| así como| pero),?(?: también| además)? *$",
    gerund=r"ndo[ ,]$",
    gerund_head=r"^\x00",
    launching=rf"^{role('es', 'launch')}$",
    holding=rf"^{role('es', 'hold')}$",
)  # fmt: skip
