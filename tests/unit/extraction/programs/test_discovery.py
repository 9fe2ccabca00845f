"""Instruments nobody registered, in both languages: their edges, kinds, topics and short forms."""

import pytest

from tests.unit.extraction.programs.reading import mentions, surfaces, surfaces_of

ENGLISH_NAMES = [
    ("Ministers endorsed the Nairobi Declaration on Refugees and Host Communities last week.",
     "Nairobi Declaration on Refugees and Host Communities"),
    ("Both sides praised the Compact for Safe, Orderly and Lawful Movement during the talks.",
     "Compact for Safe, Orderly and Lawful Movement"),
    ("They met under the Kenya-Uganda High-Level Labour Dialogue in the morning.",
     "Kenya-Uganda High-Level Labour Dialogue"),
    ("Work continues through the Pacific Anti-Smuggling Task Force every month.", "Pacific Anti-Smuggling Task Force"),
    ("Places under the Homeward Visa Scheme doubled over the year.", "Homeward Visa Scheme"),
    ("Parliament passed the Freedom to Travel Act after long debate.", "Freedom to Travel Act"),
    ("It was set out in the Seasonal Labour Act of 1987 and never changed.", "Seasonal Labour Act of 1987"),
    ("She praised Canada's Northern Welcome Program in her speech.", "Northern Welcome Program"),
    ("In 2031 President Ana Torres's Open Doors Initiative reached many towns.", "Open Doors Initiative"),
    ("Funds come from the Feed Our Valleys program every spring.", "Feed Our Valleys program"),
    ('The ministry will pay for the "Roots and Wings" initiative this year.', '"Roots and Wings" initiative'),
    ("It follows Executive Order 15021 and its annex to the letter.", "Executive Order 15021"),
    ("Applicants hold a subclass 999 visa until they leave.", "subclass 999 visa"),
    ("Rules follow Regulation (EU) 2031/77 in all member states.", "Regulation (EU) 2031/77"),
    ("The state opened a humanitarian parole process for Sudanese and Eritreans in May.",
     "humanitarian parole process for Sudanese and Eritreans"),
    ("Ministers of the Khartoum Process spoke for hours.", "Khartoum Process"),
    ("Italy signed the Protocol with Albania last autumn.", "Protocol with Albania"),
    ("Families came through the Homes for Georgians scheme last year.", "Homes for Georgians scheme"),
    ("Fixing the Rural Settlement Program took many years.", "Rural Settlement Program"),
    ("Norway's refugee resettlement program takes more families this year.", "refugee resettlement program"),
]  # fmt: skip
SPANISH_NAMES = [
    ("Los ministros firmaron el Acuerdo de Cooperación Migratoria entre Perú y Ecuador en Lima.",
     "Acuerdo de Cooperación Migratoria entre Perú y Ecuador"),
    ("Se aplica la Ley Orgánica 9/2031 desde el verano.", "Ley Orgánica 9/2031"),
    ("Chile publicó el Decreto 345 de 2031 sin cambios.", "Decreto 345 de 2031"),
    ("El gobierno amplió el Programa Caminos Seguros en la costa.", "Programa Caminos Seguros"),
    ("Respaldaron la Declaración de Quito sobre Movilidad Humana con reservas.",
     "Declaración de Quito sobre Movilidad Humana"),
    ('El país lanzó la iniciativa "Puertas del Sur" con fondos propios.', 'iniciativa "Puertas del Sur"'),
    ("El Real Decreto 2255/2031 cambia las reglas desde mayo.", "Real Decreto 2255/2031"),
    ("Ofrecen permisos humanitarios para personas haitianas y cubanas que tengan familia.",
     "permisos humanitarios para personas haitianas y cubanas"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), ENGLISH_NAMES)
def test_english_names_with_their_edges(text: str, name: str) -> None:
    assert surfaces_of(tuple(text for text, _ in ENGLISH_NAMES), "en")[text] == [name]


@pytest.mark.parametrize(("text", "name"), SPANISH_NAMES)
def test_spanish_names_with_their_edges(text: str, name: str) -> None:
    assert surfaces_of(tuple(text for text, _ in SPANISH_NAMES), "es")[text] == [name]


def test_an_acronym_and_a_noun_after_them_make_words_a_name() -> None:
    text = "Growers praised Iceland's Recognised Harvest Careers (RHC) scheme last week."
    assert surfaces(text) == [["Recognised Harvest Careers", "RHC"]]


def test_names_in_a_list_are_told_apart() -> None:
    text = "They cited the Lomé Convention, Khartoum Compact and the Accra Dialogue on Refugees as models."
    assert surfaces(text) == [["Lomé Convention", "Khartoum Compact", "Accra Dialogue on Refugees"]]


def test_the_place_where_an_instrument_works_is_not_part_of_its_name() -> None:
    assert surfaces("More people apply at Orderly Mobility Offices in Peru these days.") == [
        ["Orderly Mobility Offices"]
    ]


def test_a_meeting_counts_when_it_recurs() -> None:
    assert surfaces(
        "She opened the 4th Andean Summit with a short speech.",
        "The Paris Summit was loud and ended early that day.",
    ) == [["Andean Summit"], []]


def test_an_acronym_holds_in_the_document_that_defines_it() -> None:
    texts = ("They launched the Lakes Mobility Partnership (LMP) together.", "The LMP office opened in June.")
    together = mentions(*texts, one_document=True)
    assert together["surface"].to_list() == ["Lakes Mobility Partnership", "LMP", "LMP"]
    assert together["candidate_name"].unique().to_list() == ["Lakes Mobility Partnership"]
    assert together["acronym"].to_list() == [None, "LMP", "LMP"]
    assert surfaces(*texts)[1] == []


def test_a_short_form_stands_for_the_full_name_of_its_document() -> None:
    found = mentions(
        "They signed the Tunis Declaration on Return and Readmission yesterday.",
        "Under the Tunis Declaration they will meet often.",
        one_document=True,
    )
    assert found["surface"].to_list() == ["Tunis Declaration on Return and Readmission", "Tunis Declaration"]
    assert found["candidate_name"].n_unique() == 1


def test_a_quoted_name_is_found_again_without_marks() -> None:
    found = mentions(
        'Presentaron el programa "Raíces Firmes" para la región.', "Raíces Firmes llega a más familias.",
        language="es", one_document=True,
    )  # fmt: skip
    assert found["surface"].to_list() == ['programa "Raíces Firmes"', "Raíces Firmes"]


def test_what_the_sentence_creates_is_described() -> None:
    assert surfaces(
        "The two ministers will establish a joint working group on migrant smuggling and border management.",
        "Kenya and Oman signed a memorandum of understanding to protect migrant domestic workers.",
    ) == [
        ["joint working group on migrant smuggling and border management"],
        ["memorandum of understanding to protect migrant domestic workers"],
    ]


def test_what_the_sentence_creates_is_described_in_spanish() -> None:
    assert surfaces(
        "Ambos países crearán un grupo de trabajo sobre retorno de migrantes, que sesionará cada mes.",
        "Panamá y Perú firmaron un convenio para regularizar a trabajadores migrantes.",
        language="es",
    ) == [
        ["grupo de trabajo sobre retorno de migrantes"],
        ["convenio para regularizar a trabajadores migrantes"],
    ]


@pytest.mark.parametrize(
    ("text", "kind", "topic"),
    [
        ("They renewed the Baltic Readmission Agreement in spring.", "agreement", "enforcement"),
        ("They praised the Sahel Refugee Compact in spring.", "framework", "protection"),
        ("They use the Orchard Worker Visa in spring.", "pathway", "migration_pathways"),
        ("They joined the Andes Climate Pact in spring.", "agreement", "climate"),
        ("They pay the Cedar Jobs Fund in spring.", "fund", "economy"),
        ("They host the Delta Migration Task Force in spring.", "body", "migration_management"),
    ],
)
def test_kind_and_topic_come_from_the_words(text: str, kind: str, topic: str) -> None:
    found = mentions(text)
    assert found.select("kind", "topic").rows() == [(kind, topic)]


def test_countries_named_with_a_candidate() -> None:
    found = mentions("They renewed the Ghana-Togo Border Mobility Agreement in spring.")
    assert found["countries"].to_list() == [["GHA", "TGO"]]
