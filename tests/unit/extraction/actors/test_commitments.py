"""Who undertakes a commitment, to or with whom, and in whose words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.marked_document import attached

HOME_OFFICE = {"publisher": "Home Office"}
TREATY = {"title": "Joint statement of Spain and Morocco", "genre": "joint_statement"}
JOINT_ES = {"language": "es", "title": "Declaración conjunta de Colombia y Perú", "genre": "joint_statement"}
ES = {"language": "es"}
MOROCCO = {"language": "es", "speaker_party": "MAR", "genre": "transcript"}

# Marked text, the parties expected, and what is known of the document.
ENGLISH: list[tuple[str, list[str], dict[str, Any]]] = [
    ("The United Kingdom and Albania [will exchange police liaison officers].", ["ALB", "GBR"], {}),
    ("Kenya, Uganda and Ethiopia [agreed to open a shared registration centre].", ["ETH", "KEN", "UGA"], {}),
    ("The Prime Minister of Fiji [announced a seasonal work scheme].", ["FJI"], {}),
    ("Guatemalan President Julia Ramos [promised to reopen two shelters].", ["GTM"], {}),
    ("Vice President Ana Castro of Costa Rica [pledged to give permits].", ["CRI"], {}),
    ("In Nairobi, the Danish foreign minister [pledged 40 million kroner].", ["DNK"], {}),
    ("The Home Secretary [will publish new rules in May].", ["GBR"], {}),
    ("The Minister of Labour, Maria Costa, [will sign the decree].", ["CAN"], {"publisher": "Government of Canada"}),
    ("Prime Minister Trudeau [announced 20,000 places].", ["CAN"], {"published_on": date(2021, 8, 1)}),
    ("Ottawa [will take 20,000 refugees].", ["CAN"], {}),
    ("Ghana's Labour Ministry [will vet recruiters].", ["GHA"], {}),
    ("The German and Ghanaian authorities [will open two centres].", ["DEU", "GHA"], {}),
    ("The European Commission [will mobilise 90 million euros for Jordan].", ["European Union"], {}),
    ("UNHCR and IOM [will register new arrivals].", ["IOM", "UNHCR"], {}),
    ("The US-Honduras working group [will meet the deadline].", ["HND", "USA"], {}),
    # Not the subject: what a preposition governs, whom the act befalls.
    ("Under its cooperation with Tunisia, Italy [will train 300 coast guards].", ["ITA"], {}),
    ("Thanks to the support of Japan, the Philippines [will build a new school].", ["PHL"], {}),
    ("Cooperation with Tunisia [will be expanded] next year.", ["GBR"], HOME_OFFICE),
    ("Nigerian migrants [will be returned] to Lagos.", ["GBR"], HOME_OFFICE),
    ("Refugees [will be resettled by Norway] in spring.", ["NOR"], HOME_OFFICE),
    # Relative clauses, reported speech, pronouns, ellipsis.
    ("Denmark signed an agreement with Kosovo, which [will host 300 detainees].", ["XKX"], {}),
    ("The minister said that Chile [will fund ten more shelters].", ["CHL"], {}),
    ("Colombia said it [will regularise migrants].", ["COL"], {}),
    ("Peru met Chile in Lima. It [will grant temporary permits].", ["PER"], {}),
    ("Greece opened camps and [will close three of them].", ["GRC"], {}),
    ("The ministers of Benin and Togo met, and they [agreed to lift the visa fee].", ["BEN", "TGO"], {}),
    ("Malta praised its partners for their efforts and its [commitment to rescue at sea] stands.", ["MLT"], {}),
    ("Mali's and Niger's [commitment to rescue at sea] stands.", ["MLI", "NER"], {}),
    # Whom "we" and "both" mean.
    ("Both governments [agreed to set up a hotline].", ["ESP", "MAR"], TREATY),
    ("We [will review the plan each year].", ["ESP", "MAR"], TREATY),
    ("We [will fund ten more shelters].", ["CHL"], {"speaker_party": "CHL", "genre": "transcript"}),
    (
        "We [will launch a joint survey with them].",
        ["ESP", "MAR"],
        {**TREATY, "genre": "transcript", "speaker_party": "ESP"},
    ),
    # Groups that name nobody, or those just named.
    ("Partner countries [agreed to open two schools].", [], HOME_OFFICE),
    ("Endorsing countries [agreed to open two schools].", [], HOME_OFFICE),
    ("The endorsing countries [agreed to open two schools].", ["ESP", "MAR"], TREATY),
    ("UN member states [adopted a pledge] on ferries.", [], HOME_OFFICE),
    ("Peru hosted Chile and Bolivia in Tacna. The three countries [agreed to share data].", ["BOL", "CHL", "PER"], {}),
    ("Ghana and Togo met. Both governments [agreed to share data].", ["GHA", "TGO"], {"publisher": "Home Office"}),
    ("The countries of the region [agreed to share data].", [], TREATY),
    ("Mali and its neighbours [agreed to share data].", ["MLI"], {}),
    # A person acts for the state with which the text introduced the name.
    ("The Danish foreign minister Ida Lund met Ken Holt. Minister Lund [announced two flights].", ["DNK"], HOME_OFFICE),
    ("The Danish foreign minister Ida Lund met Ken Holt. Minister Holt [announced two flights].", ["GBR"], HOME_OFFICE),
    ('Danish Minister Ida Lund said:\n"Sea rescue matters.\n"We [will buy two boats]."', ["DNK"], HOME_OFFICE),
    ('Danish Minister Ida Lund said:\n"Sea rescue matters."\nWe [will buy two boats].', ["GBR"], HOME_OFFICE),
    # Acts done together, and what is not.
    ("Togo, [in a letter, said that boats are bought by Ghana's fund].", ["TGO"], {}),
    ("Denmark [signed an agreement with Kosovo on prison places].", ["DNK", "XKX"], {}),
    ("Germany, in partnership with Ghana, [will open two centres].", ["DEU", "GHA"], {}),
    ("Germany, in cooperation with Ghana, [will open two centres].", ["DEU"], {}),
    ("Germany [made pledges, and Ghana did as well].", ["DEU", "GHA"], {}),
]
SPANISH: list[tuple[str, list[str], dict[str, Any]]] = [
    ("España y Marruecos [acordaron crear un equipo conjunto].", ["ESP", "MAR"], ES),
    ("El presidente del Gobierno, Pedro Sánchez, [anunció nuevas vías].", ["ESP"], ES),
    ("La canciller colombiana Marta Ruiz [se comprometió a abrir dos oficinas].", ["COL"], ES),
    ("El Gobierno de Chile [pondrá en marcha un registro].", ["CHL"], ES),
    ("El Gobierno chileno [pondrá en marcha un registro].", ["CHL"], ES),
    ("Según el ministro, Ecuador [otorgará permisos] a los menores.", ["ECU"], ES),
    ("La Unión Europea, junto con Mauritania, [financiará patrullas].", ["European Union", "MRT"], ES),
    ("Costa Rica [firmó un acuerdo con Panamá] sobre tránsito.", ["CRI", "PAN"], ES),
    ("Costa Rica firmó con Panamá un pacto y [abrirá un puesto].", ["CRI"], ES),
    ("Nicaragua, que [recibirá vuelos], protestó.", ["NIC"], ES),
    # The subject after the verb, the agent of a passive, the pronoun of another.
    ("Ayer [anunció el ministro del Interior de Uruguay un nuevo plan].", ["URY"], ES),
    ("Anunció la presidenta de Honduras que su gobierno [abrirá consulados].", ["HND"], ES),
    ("Las personas [serán trasladadas por el Gobierno de Panamá] a la frontera.", ["PAN"], ES),
    ("Chile [creará, junto a Perú, un registro].", ["CHL", "PER"], ES),
    ("Malta [actuará en el marco de la Asociación Túnez-Libia].", ["MLT"], ES),
    ("Los Países Bajos [crearán un registro].", ["NLD"], ES),
    ("Los ministros [acordaron crear un registro].", ["COL", "PER"], JOINT_ES),
    ("Países socios [acordaron crear un registro].", [], {"language": "es", "publisher": "La Moncloa"}),
    # No subject: the ending of the verb, the document, the sentence before.
    ("[Acordamos intercambiar datos] cada mes.", ["COL", "PER"], JOINT_ES),
    ("Ambos países [acordaron intercambiar datos].", ["COL", "PER"], JOINT_ES),
    ("[Vamos a construir albergues] en el sur.", ["MAR"], MOROCCO),
    ("Nuestro [compromiso de regularizar] sigue firme.", ["MAR"], MOROCCO),
    ("Perú y Chile se reunieron en Arica. [Acordaron compartir datos].", ["CHL", "PER"], ES),
    ("[Se otorgarán 500 visas] este año.", ["ESP"], {"language": "es", "publisher": "La Moncloa"}),
]


@pytest.mark.parametrize(("marked", "parties", "document"), ENGLISH + SPANISH)
def test_the_subject_undertakes(marked: str, parties: list[str], document: dict[str, Any]) -> None:
    assert attached(marked, **document)["actors"] == parties


def test_items_of_a_list_are_undertaken_by_the_subject_of_its_introduction() -> None:
    text = "The minister thanked Japan.\nThe Netherlands will:\n- [Open two offices] this year."
    assert attached(text, lead="The Netherlands")["actors"] == ["NLD"]


@pytest.mark.parametrize(
    ("marked", "towards"),
    [
        ("Iceland [will give six boats to Cabo Verde].", ["CPV"]),
        ("Iceland, in cooperation with Ghana, [will open two centres].", ["GHA"]),
        ("Iceland [will send back visitors who return to Ghana].", []),
        ("Iceland [signed an agreement with Ghana].", []),
    ],
)
def test_counterparties_are_those_with_or_to_whom_it_is_done(marked: str, towards: list[str]) -> None:
    assert attached(marked)["counterparties"] == towards


@pytest.mark.parametrize(
    ("marked", "document", "attribution"),
    [
        ("We [will open an office].", HOME_OFFICE, "direct"),
        ("Albania [will open an office].", HOME_OFFICE, "reported"),
        ("Albania [will open an office].", {"publisher": "The Daily Caller", "genre": "news_article"}, "reported"),
        ("Morocco [will open an office].", TREATY, "direct"),
        ("We [will open an office].", {"speaker_party": "CHL", "genre": "transcript"}, "direct"),
    ],
)
def test_attribution_tells_whose_words_they_are(marked: str, document: dict[str, Any], attribution: str) -> None:
    assert attached(marked, **document)["attribution"] == attribution
