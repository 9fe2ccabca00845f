"""How Spanish joins undertakings: the patterns that `members` asks for."""

from __future__ import annotations

from extraction.commitments.members import Coordination
from extraction.commitments.spanish.patterns import BARE, INFINITIVE, any_of, is_one_of

COORDINATION = Coordination(
    tail=(
        rf"(?:, {any_of('tail')}(?:[ ,]|$)|\"?,? {any_of('reporting')} |[,;]? porque | en tanto son | - | – | — "
        r"|, y (?:el|la|los|las) [^,]* (?:va|van) a "
        r"|(?::|;(?: y)?) (?:(?:desde|en|a partir de) [^,;:]{1,40}, ?)?(?:[^ ,;:]+ ){1,8}?"
        r"(?:ha|han|es|son|está|están|era|eran|fue|fueron|\p{Ll}{2,}(?:rá|rán)) )"
    ),
    later=(
        r"(?:(?:;|,)? (?:y|e|o|u|ni|así como|además de)(?:,? también| además)?(?:, [^,;]{1,40},)?(?: a| de| para)?"
        rf"|[,;](?: a| de)?)(?: no)? {INFINITIVE}[ ,]"
    ),
    verb=rf"((?:no )?{INFINITIVE})[ ,]$",
    light=rf"^(?: [^,;]{{0,60}}?)?(?: (?:a|de|con|en))? ?{any_of('light')}[^,;]*? (?:para|a|por|en) ",
    light_verb=r"(?:trabajar|cooperar|colaborar|seguir|continuar)",
    nested=rf" (?:que [^;]*?{INFINITIVE}|{any_of('purpose')}) ",
    explicit=r"^;|así como| a ",
    verbless=rf"^(?: a| de)? ?(?:{BARE})?$|(?:[;,]| y| e| o| así como)(?: a| de)? {BARE}$",
    ambiguous=is_one_of("not_infinitive"),
    object=r"^$",
    pronoun=r"^,",
    aside=r", (?:que|quien|quienes|el cual|la cual|donde) [^,;]*",
    contraction=r"^(\x00)",
    trailing=rf"(?:,? {any_of('trailing')})+[ ,]*$",
    bare=r"^[, ]*(?:y|o|e|u|ni)?[ ]*(?:se )?$",
    conjunction="y|e|ni|pero|mientras que|en tanto que",
    joined=r"(?:,|;| y| e| o| ni| así como| pero),?(?: también| además)? *$",
    gerund=r"ndo[ ,]$",
    gerund_head=r"^\x00",
    launching=is_one_of("launch"),
    holding=is_one_of("hold"),
)
