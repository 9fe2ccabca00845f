"""Instruments told by a phrase, bodies told by what they are for, and what only looks like either."""

import polars as pl
import pytest

from resolution.programs.clusters import slug
from tests.unit.extraction.programs.reading import mentions, registered, surfaces_of

# The second sentence makes the document one about migration.
_FIELD = {"en": " Refugees and migrants wait at the border.", "es": " Los migrantes esperan en la frontera."}
ENGLISH = {
    "Ghana praised the resettlement deal with Norway in its notes.": ["resettlement deal with Norway"],
    "It wants a readmission agreement with Armenia and hopes for quick talks.": ["readmission agreement with Armenia"],
    "Work at the reception centre near Tirana goes on.": ["reception centre near Tirana"],
    "They paid for a €12 million pilot project to help orchards find pickers.": ["€12 million pilot project"],
    "Staff of the bilateral working group on circular migration spoke.": [
        "bilateral working group on circular migration"
    ],
    "Both wish to form a joint task force on forgery and to open a technical working group on visas.": [
        "joint task force on forgery",
        "technical working group on visas",
    ],
    "Iceland opened a humanitarian pathway for Syrians and Eritreans.": [
        "humanitarian pathway for Syrians and Eritreans"
    ],
    "Officials decided on 2B visa restrictions yesterday.": ["2B visa restrictions"],
    "Executive Order 15021 (Opening Doors To Skilled Nurses) stands.": [
        "Executive Order 15021",
        "Opening Doors To Skilled Nurses",
    ],
}  # fmt: skip
SPANISH = {
    "Chile propuso un acuerdo de readmisión con Armenia.": ["acuerdo de readmisión con Armenia"],
    "Firmarán un memorando sobre migración circular en mayo.": ["memorando sobre migración circular"],
    "Habrá un paquete de ayuda por valor de 33 millones de euros.": [
        "paquete de ayuda por valor de 33 millones de euros"
    ],
    "Perú y Brasil acuerdan hoja de ruta para la acogida de familias.": ["hoja de ruta para la acogida de familias"],
    "Proponen un mecanismo trilateral de vigilancia fluvial.": ["mecanismo trilateral de vigilancia fluvial"],
    "La Operación Costa Serena sigue en el mar.": ["Operación Costa Serena"],
    "Inauguró el Centro Regional de Registro en Frontera ayer.": ["Centro Regional de Registro en Frontera"],
}
NOTHING = {
    "en": [
        "They had a 2031 plan and paid $4 million for fuel.",
        "The government will not sign a readmission agreement with Armenia.",
        "Shops near the shopping centre in Tirana were shut.",
        "They formed the working group that met on Monday.",
        "It was an agreement with the opposition.",
    ],
    "es": [
        "Chile descarta firmar un acuerdo de readmisión con Armenia.",
        "Gastaron 33 millones de euros en un paquete de galletas.",
        "Hubo un acuerdo igual con su vecino.",
    ],
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_phrases_with_their_edges(text: str) -> None:
    assert surfaces_of(tuple(each + _FIELD["en"] for each in ENGLISH), "en")[text + _FIELD["en"]] == ENGLISH[text]


@pytest.mark.parametrize("text", SPANISH)
def test_spanish_phrases_with_their_edges(text: str) -> None:
    assert surfaces_of(tuple(each + _FIELD["es"] for each in SPANISH), "es")[text + _FIELD["es"]] == SPANISH[text]


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in NOTHING for text in NOTHING[language]])
def test_no_phrase(language: str, text: str) -> None:
    texts = tuple(each + _FIELD[language] for each in NOTHING[language])
    assert surfaces_of(texts, language)[text + _FIELD[language]] == []


def test_an_amount_out_of_the_field_tells_no_instrument() -> None:
    text = "The bakery wants a $3 million pilot project."
    assert surfaces_of((text,), "en")[text] == []


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ("The Labour Bridge Treaty with Kenya holds.", None),
        ("The Labour Bridge Treaty between Kenya and India holds.", None),
        ("The Labour Bridge Treaty with India holds.", "labour-bridge"),
        ("The Labour Bridge Treaty holds.", "labour-bridge"),
    ],
)
def test_a_name_beside_other_parties_is_another_instrument(text: str, program: str | None) -> None:
    parties = pl.Series([["IND", "PER"]], dtype=pl.List(pl.String))
    names = registered(("Labour Bridge Treaty", "labour-bridge"), kind="agreement").with_columns(
        parties.alias("countries")
    )
    assert mentions(text, names=names)["program_id"].to_list() == [program]


@pytest.mark.parametrize("scope", ["", "doc_7"])
def test_ids_are_short_and_tell_long_names_apart(scope: str) -> None:
    one, other = (slug(f"{'Very Long Words ' * 8}{end}", scope) for end in ("Pact", "Treaty"))
    assert max(len(one), len(other)) <= 80
    assert one != other
