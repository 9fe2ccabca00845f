"""How English joins undertakings: the patterns that `members` asks for."""

from __future__ import annotations

from extraction.commitments.english.patterns import ADVERB, EDGE, VERB, any_of, is_one_of
from extraction.commitments.members import Coordination
from extraction.commitments.vocabulary import verbs

_NEW_CLAUSE = (
    r",? and (?:the|a|an|our|its|their|this|these|those|[A-Z]\w+) (?:[^ ,;]+ ){0,8}?"
    r"(?:will|shall|would|is|are|was|were|has|have) "
)
_FINITE = "(?:will|shall|would|is|are|was|were|has|have|had|can|cannot|must|committed|pledged|promised|agreed)"
_NEW_STATEMENT = (
    rf"(?::|;(?: and| but)?) (?:(?:since|in|as of|from|by) [^,;:]{{1,40}}, ?)?(?:[^ ,;:]+ ){{1,7}}?{_FINITE} "
    rf"|, (?:the|[A-Z]\w+)(?: [A-Z]\w+){{0,3}} {_FINITE} "
)
_NOUN = rf"(?: (?:our|their|its|his|her|the)(?: [a-z-]+){{0,4}}? {any_of('noun_pledge', 'noun_resolve')})?"
_REPORTED = r"(?: that [^,;]{0,60}? (?:is|are|will))?"
_LIGHT = rf"(?: {any_of('light')}(?: [^,;]{{0,40}}?)?(?: to| on))*"

COORDINATION = Coordination(
    tail=(
        rf"(?:, {any_of('tail')}{EDGE}|, one \w+ \w+ \w+ told(?-u:\b)|,?\" (?:said|says|he|she|they|the|one|[A-Z])"
        r"|, and (?:we|they|it|he|she|that|the|this|these|I)(?-u:\b)|,? and that (?:we|they|it|the)(?-u:\b)|,? and if "
        rf"| under which | in which |{_NEW_CLAUSE}|,? because(?-u:\b)|,? although(?-u:\b)| - | – | — | -- |, which "
        rf"|{_NEW_STATEMENT})"
    ),
    later=(
        r"(?:(?:;|,)? (?:and|as well as|or)(?: also| then)?(?: to)?|[,;](?: to)?)(?: continue to)?(?: [a-z]+ly)?"
        rf" {VERB} "
    ),
    verb=rf"((?:continue to )?(?:[a-z]+ly )?{VERB}) $",
    light=rf"^{_NOUN}{ADVERB}*{_REPORTED}(?: to)?{ADVERB}*{_LIGHT}{ADVERB}* ",
    light_verb=r"(?:work|partner|cooperate|collaborate|coordinate|continue|join|seek|aim|strive|endeavou?r)",
    nested=(
        rf" (?:to (?:[a-z]+ly )?{verbs('en')}|{any_of('nesting')}|(?:by|in|for|of) [a-z]+ing"
        r"|(?:if|when|once|until|because|after|before) [a-z]+|(?:as|while|where) (?:we|you|they|the|it|their))"
        rf"{EDGE}"
    ),
    explicit=r"^;|(?:and|as well as|or)(?: also)? to ",
    verbless=(
        rf"^(?:[ ,]|and |or |to |[a-z]+ly |{VERB} )*(?:{VERB})?$"
        rf"|(?:[;,]| and| or)(?: to)?(?: [a-z]+ly)? {VERB}$"
    ),
    ambiguous=rf"(?:^| ){verbs('en', noun='yes')}$",
    object=(
        rf"^[A-Z$€£0-9]|^(?:{any_of('determiner')}|[a-z-]+ed (?:[a-z-]+)"
        rf"|[a-z-]+(?:al|ive|ic|ous|able|ible|ing|ful|ary|ant|ent) [a-z]+){EDGE}"
    ),
    pronoun=r"^(?:it|them)(?-u:\b)|^,",
    aside=r", (?:which|who|where) [^,;]*",
    contraction=r"^'?((?:ll|re|ve|m|d) )",
    trailing=rf"(?:,? {any_of('trailing')})+[ ,]*$",
    bare=r"^[, ]*(?:and|or)?[ ]*$",
    conjunction="and|but|nor|while|whereas",
    joined=r"(?:,|;| and| or| but|,? as well as),?(?: also| then| to)? *$",
    gerund=r"ing $",
    gerund_head=r"^ *(?:[a-z]+ly )?[a-z-]+ing ",
    launching=is_one_of("launching"),
    holding=is_one_of("holding"),
)
