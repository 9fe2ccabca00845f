"""Spanish patterns made from the word tables: verb groups, clauses and who can act.

Remit: expressions of the regex engine only. What their matches mean belongs to `rules`.
"""

from __future__ import annotations

from extraction.commitments.vocabulary import names_of_authorities, role


def any_of(*roles: str) -> str:
    """An alternation of the Spanish words that play one of the roles."""
    return role("es", *roles)


def is_one_of(*roles: str) -> str:
    """A pattern for exactly one of the Spanish words that play one of the roles."""
    return f"^{any_of(*roles)}$"


# The engine's cheap word boundary splits words with accents: the neighbour is consumed instead.
START = r"(?:^|[^\p{L}])"
END = r"(?:$|[^\p{L}])"
BARE = r"\p{Ll}*[aeií]r"
INFINITIVE = rf"{BARE}(?:se|nos|los?|las?|les?)?"
GERUND = r"\p{Ll}+(?:ando|iendo|yendo)(?:se|los?|las?|les?|nos)?"
ADVERB = rf"(?: (?:{any_of('adverb')}|\p{{Ll}}+mente),?)"
CLITIC = r"(?:[Ss]e|[Nn]os|[Mm]e|[Ll]es?|[Ll]os?|[Ll]as?)"
NEGATION = r"(?:[Nn]o|[Tt]ampoco|[Nn]unca|[Jj]amás)"
PERFECT = r"(?:[Hh]an?|[Hh]emos|había|habían|habíamos)"
FUTURE = r"\p{L}\p{Ll}*r(?:án|á|emos)"
GOING = rf"(?:[Vv]an?|[Vv]amos){ADVERB}* a (?:se )?{INFINITIVE}"
COMMITTED = (
    r"(?:[Ss]eguimos|[Ee]stamos|[Ee]stá|[Ee]stán|sigue|siguen|continúan?|[Cc]ontinuamos|[Pp]ermanecemos|permanecen?)"
    rf"{ADVERB}* (?:comprometid|dispuest|decidid|determinad|resuelt)[oa]s?(?: firmemente)? (?:con|a|en)"
)
HAVING = (
    r"(?:[Tt]enemos|[Tt]iene|[Tt]ienen|se fij(?:ó|aron)|[Nn]os fijamos|mantenemos)"
    r" (?:previst[oa]|planead[oa]|como objetivo"
    r"|(?:la|el|nuestr[oa]|su)(?: firme)? (?:intención|propósito|voluntad|compromiso|objetivo|meta|decisión) de)"
)
DECIDED = r"(?:[Hh]an?|[Hh]emos) tomado la decisión[^,;.]{0,60}? de"
PREPARED = r"[Yy]a están?(?: \p{Ll}+)? (?:preparad|list|dispuest)[oa]s?"
WIDENING = (
    r"(?:incluyen?|prevén?|contemplan?)(?:,? (?:además|también|asimismo),?)? (?:la|el|una?)(?: \p{Ll}+)?"
    rf" {any_of('widening')} (?:de|a|en)"
)
STARTED = rf"[Yy]a {any_of('started')}"

BOUNDARY = rf"[;:¿¡]|(?:^|[ (,]){any_of('subordinator')}(?-u:\b)|\x1f"
OPENING_PRONOUN = r"( y )(nosotros|nosotras|ambos|ellos)(?-u:\b)"
PREPOSITION = any_of("preposition")
PREPOSITIONAL = rf"^ ?(?i:{PREPOSITION}) [^,]*,|,? {PREPOSITION} [^,]*"
NAME = rf"(?:{names_of_authorities('es')}|(?i:{any_of('authority')})|[A-Z][A-Z.]{{1,8}})"
AUTHORITY = rf"{START}{NAME}{END}"
COMMISSIVE_NOUN = any_of("noun_pledge", "noun_resolve", "noun_support")
AMOUNT = rf"(?:{any_of('quantity')} )*(?:[0-9]|US\$|\$|€|{any_of('number')})"
