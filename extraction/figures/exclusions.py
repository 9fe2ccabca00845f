"""Numbers that are no figures: names, dates, times, sections, list marks, phone keys, anaphora.

Each rule is a pattern over the text before or after the number. What is left may still need a noun to be a figure.
"""

from __future__ import annotations

import polars as pl

# A name or label that a number belongs to, right before it.
_LABEL = {
    "en": r"(?i-u:(?-u:\b)(?:title|section|sections|sec\.|§|article|articles|art\.|chapter|part|paragraph|para\.?|subsection|subparagraph|clause|annex|appendix|schedule|form|resolution|proclamation|order|directive|rule|regulation|act|law|bill|pillar|phase|tier|level|stage|step|track|group|class|category|type|version|volume|vol\.|number|no\.|nos\.|page|pages|pp?\.|figure|table|box|note|footnote|line|item|items|goal|sdg|objective|objectives|chart|question|lesson|day|room|suite|floor|building|gate|terminal|flight|bus|route|highway|interstate|exit|channel|district|ward|precinct|zone|area|region|unit|apollo|army|press|dial|extension|ext\.|tel\.?|phone|fax|call|covid|covid-|official|officials|grade|public law|pub\. l\.|stat\.|cfr|u\.s\.c\.|part[ys]|age|ages|aged|verse|psalm|vision|agenda|windows|top|super bowl|world war|apartment|apt\.|box|case|docket|opinion|h\.r\.|s\.|h\.res\.|fr|eo|e\.o\.) #?\(?$|(?:#|§|№|/|@)$)",
    "es": r"(?i:(?:^|[^\p{L}])(?:título|titulo|sección|artículo|artículos|art\.|capítulo|parte|párrafo|apartado|fracción|inciso|anexo|formulario|forma|resolución|decreto|ley|pilar|fase|nivel|etapa|paso|grupo|clase|categoría|tipo|versión|volumen|número|numero|núm\.|no\.|n\.º|nº|página|páginas|pág\.|pp?\.|figura|tabla|cuadro|recuadro|nota|línea|punto|objetivo|objetivos|ods|pregunta|día|sala|piso|edificio|puerta|terminal|vuelo|ruta|carretera|autopista|canal|distrito|zona|región|covid|covid-|agenda|visión|tel\.|teléfono|ext\.|marque|grado|edad|expediente|caso|orden|convenio|protocolo|visa|visas|calle|avenida|av\.|sesión|opción|nro\.|real decreto) #?\(?$|(?:#|§|№|/|@)$)",
}
# What follows makes it a date, time, ordinal, clause mark or part of a longer code.
_FOLLOW = {
    "en": r"(?i-u:^(?:st|nd|rd|th)(?-u:\b)|^[:/][0-9]|^ ?(?:a\.?m\.?|p\.?m\.?)(?-u:\b)|^ (?:u\.s\.c|c\.f\.r|cfr|usc|stat\.|fed\. reg)|^ o'clock|^ noon|^\([a-z0-9]|^[a-z]|^-[0-9a-z]?[0-9]|^[.][0-9a-z]|^(?:'s|s)(?-u:\b)|^ percenters|^-?(?:on|way|star|fold-|d)(?-u:\b)|^ (?:of|to) (?:them|us|you)(?-u:\b)|^ (?:another|other)(?-u:\b)|^-year-olds?|^-to-one|^ years? old|^ years? of age|^-time)",
    "es": r"(?i:^[ºª°]|^[.][ºª]|^(?:er|ra|ro|do|da|to|ta|vo|va|mo|ma)(?-u:\b)|^[:/][0-9]|^ ?(?:a\.? ?m\.?|p\.? ?m\.?|hrs?\.?|h)(?-u:\b)|^\([a-z0-9]|^[\p{L}]|^-[0-9]|^[.][0-9]|^ de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)|^ (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|^ de (?:ellos|ellas|nosotros)|^ años de edad|^°)",
}
_GLUED = r"[\p{L}0-9/_#@+]$|[\p{L}0-9][-–.]$|[0-9]:$|[0-9][,.]$"
_YEAR = r"^(?:1[5-9]|20|21)[0-9]{2}$"
_MARKER = r"^[ (\[]*$"


def excluded(language: str) -> pl.Expr:
    """Whether a number with `before`, `after`, `number` in this language is no figure for its immediate context."""
    before, after, number, lead = (pl.col(name) for name in ("before", "after", "number", "lead"))
    month = "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept\\.|Sep\\.|Oct\\.|Nov\\.|Dec\\."
    date = before.str.contains(rf"(?:{month}),? ?$") | after.str.contains(rf"^,? (?:of )?(?:{month})(?-u:\b)")
    label = before.str.contains(_LABEL[language])
    follow = after.str.contains(_FOLLOW[language])
    glued = lead.str.contains(_GLUED)
    marker = before.str.contains(_MARKER) & after.str.contains(r"^[.)\]] |^[.)\]]$")
    bracket = before.str.contains(r"[\[(]$") & after.str.contains(r"^[\])]")
    time = after.str.contains(r"^:[0-9]")
    return date | label | follow | glued | marker | bracket | time
