"""English patterns made from the word tables: verb groups, clauses and who can act.

Remit: expressions of the regex engine only. What their matches mean belongs to `rules`.
"""

from __future__ import annotations

from extraction.commitments.vocabulary import names_of_authorities, role, verbs

EDGE = r"(?-u:\b)"


def any_of(*roles: str) -> str:
    """An alternation of the English words that play one of the roles."""
    return role("en", *roles)


def is_one_of(*roles: str) -> str:
    """A pattern for exactly one of the English words that play one of the roles."""
    return f"^{any_of(*roles)}$"


# Words in "-ply" are verbs ("apply", "comply", "supply") but for a few.
ADVERB = rf"(?:,? (?:{any_of('adverb')}|[a-z]+[a-oq-z]ly|(?:am|dee|shar|sim|stee)ply){EDGE},?)"
MODAL = r"(?: will| shall| would|'ll| won't| going to)"
BE = rf"(?:'re|'m| is| are| am| was| were| been| being| be){EDGE}"
GLAD = rf"(?: {any_of('glad')} to)"
MONEY = (
    r"(?:(?:US|A|C|NZ)?[$€£¥] ?[0-9][0-9.,]*"
    r"|(?:[0-9][0-9,.]*|several|one|two|three|five|ten) (?:million|billion|trillion))"
)
GRANTING = rf"{any_of('granting')} (?:up to |nearly |over |more than |an additional )?{MONEY}"
PASSIVE = f"(?:{any_of('passive')}|{verbs('en', 'participle', role='action')})"
POLICY = r"the policy of (?:the )?[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}"
RECURRING = (
    r"^ (?:the|its|their|our) (?:next|[a-z]+th|second|third|first|[0-9]+(?:st|nd|rd|th))(?: [A-Za-z-]+){0,6}?"
    r" (?i:ministerial|summit|forum|conference|dialogue|assembly|meeting)"
)
CREATION = rf" the {any_of('creation')} of"
MADE = r"(?:made|makes?)(?: [a-z]+,?){0,4}? (?:commitments?|pledges?)"
REPORTED = rf"{any_of('reporting')} [^;]*? would "
GROUP_BEFORE = rf"((?:'ve|'re|'m| {any_of('auxiliary')}{EDGE}|{ADVERB})*(?:{GLAD}{ADVERB}*)?)$"
DECREED = rf"^({ADVERB}*,? {verbs('en', role='action')}){EDGE}"
GROUP_AFTER = rf"^({ADVERB}*(?: be| have been)?{ADVERB}*(?: continue to| continue)?{ADVERB}* [a-z][a-z-]+)"

BOUNDARY = (
    r"[;:]|^(?:As|When|While|If|Because|Since|Once|Until|Unless|Although|Though|How|Why|What|Where)(?-u:\b)"
    rf"|(?:^|[ (,]){any_of('subordinator')}{EDGE}|\x1f"
)
OPENING_PRONOUN = r"( and )(we|they|he|she|it|I)(?-u:\b)"
BEFORE_INFINITIVE = rf"(?:^|[ (]){any_of('before_infinitive')}$"
PREPOSITION = any_of("preposition")
PREPOSITIONAL = rf"^ ?(?i:{PREPOSITION}) [^,]*,|,? {PREPOSITION} [^,]*"

_CAPITALISED = r"[A-Z][\p{L}.-]*(?:'[A-Z]\p{L}+)?"
# Nouns, titles and acronyms are tried before the thousands of proper names, which cost more.
_NOUN = rf"(?:(?i:{any_of('title')})(?: {_CAPITALISED})+|(?i:{any_of('authority')})|[A-Z][A-Z.&]{{1,7}})"
_NAME = names_of_authorities("en")
_SUBJECT = (
    r"(?:^|[ \"'/-]){}(?:'s?)?(?: \([^)]*\))?"
    r"(?:,? (?:all|both|each|have|has|themselves|itself|also|today|now|then|tonight|yesterday|recently|[a-z]+ly))*"
    r"\)?(?:(?: is| are)? [—–-]+)?(?:,|$| and )"
)
AUTHORITIES = (_SUBJECT.replace("{}", _NOUN), _SUBJECT.replace("{}", _NAME))
ANY_AUTHORITIES = (rf"(?:^|[ \"'/-]){_NOUN}{EDGE}", rf"(?:^|[ \"'/-]){_NAME}{EDGE}")
STATE_BEFORE_RELATIVE = rf"{names_of_authorities('en')}, (?:which|who)$"
PROGRAM = rf"(?:^|[ -])(?i:{any_of('program')})(?: \([^)]*\))?,?$"
DECREE = rf"(?:^|[ ])(?:[Tt]his|[Tt]he|[Aa]n?)(?: [A-Za-z]+){{0,2}}? (?i:{any_of('decree')})(?: also| further)?$"
TODAY = r"(?:^|[ ,])(?:[Tt]oday|[Hh]ereby|[Tt]his (?:morning|week|afternoon)|[Rr]ecently)(?:$|[ ,.'])"
PAST_TIME = (
    r"(?i:earlier this|last (?:year|month|week|october|fall|spring|summer|winter|june)|ago(?-u:\b)|since )"
    r"|in (?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}(?-u:\b)"
)
ANAPHOR = r"^[ \"]*(?:That|This|It|These|which|Which|This (?:\w+ )?\w+)?$"
VERB = f"(?:{verbs('en', role='action')}|{verbs('en', role='agenda')}|{verbs('en', 'gerund', role='action')})"
WEAK_VERB = (
    f"(?:name|specify|speculate|{verbs('en', role='state')}|{verbs('en', role='talk')}|{verbs('en', role='agenda')})"
)
