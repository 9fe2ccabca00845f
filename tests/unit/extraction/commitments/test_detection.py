"""What is a commitment and what is not, phenomenon by phenomenon, in both languages; `[` and `]` mark the spans."""

from __future__ import annotations

import pytest

from tests.unit.extraction.commitments.reading import Case, marked, surfaces_of

SPOKEN = {"genre": "transcript", "speaker_role": "official"}

ENGLISH: list[Case] = [
    # Explicit commissive verbs in their tenses and voices.
    ("Norway [committed to reopen two reception centres].", {}),
    ("Ghana and Togo [have agreed to patrol the lagoon together].", {}),
    ("Chile [pledged $4 million for shelters in Arica].", {}),
    ("The ministers [vowed to dismantle the forgery rings].", {}),
    ("Kenya [is committed to closing the camp humanely].", {}),
    ("Portugal [remains committed to resettling 900 people].", {}),
    ("The Commission [will also commit to funding ten advisers].", {}),
    ("The two governments [intend to open a visa desk in Praia].", {}),
    ("Denmark [plans to hire 40 caseworkers].", {}),
    # Announcements and launches.
    ("The Prime Minister [announced the creation of a joint patrol].", {}),
    ("Canada [is announcing today $12 million for schools in Cúcuta].", {}),
    ("The President [was pleased to announce a new seasonal scheme].", {}),
    ("Italy and Niger [signed a memorandum of understanding on returns].", {}),
    ("Peru [unveiled an amnesty for undocumented cooks].", {}),
    # Reaffirmations.
    ("We [reaffirm our commitment to protect unaccompanied children].", {"genre": "joint_statement"}),
    ("The parties [reiterated their commitment to sharing flight data].", {}),
    ("Spain [continues to fund the legal clinic in Ceuta].", {}),
    ("Lisbon [will continue to admit seasonal nurses].", {}),
    # Nouns that commit.
    ("They discussed their shared [commitment to expand family visas].", {}),
    ("The visit underlined Malta's [determination to go after boat brokers].", {}),
    # The future.
    ("The Ministry of Labour [will train 200 inspectors].", {}),
    ("We [are going to double the number of interpreters].", {"genre": "speech"}),
    ("The Secretary [shall publish the list within 60 days].", {"genre": "other"}),
    ("Rescued passengers [will be transferred to Lampedusa].", {"genre": "fact_sheet"}),
    ("Late applicants [will be ineligible for the scheme].", {"genre": "fact_sheet"}),
    ("The minister said that Ghana [would send three liaison officers].", {"genre": "news_article"}),
    ("Algeria sent a note. It [will reopen the crossing in May].", {"genre": "news_article"}),
    ("People who arrive by raft [will never settle in the islands].", {"genre": "fact_sheet"}),
    ("The pilot program [will support 300 bakers].", {"genre": "fact_sheet"}),
    # Steps, money, law.
    ("Both countries [are taking immediate steps to clear the queue].", {"genre": "joint_statement"}),
    ("We [are providing an additional €9 million to the clinics].", {"genre": "speech"}),
    ("The Infrastructure Act [includes $700 million for two bridges].", {"genre": "fact_sheet"}),
    ("The levy of March [is hereby withdrawn].", {"genre": "other"}),
    ("Jordan [made firm commitments on work permits].", {"genre": "transcript", "speaker_role": "official"}),
    # Passives and effects of a policy, rights of those it is for, and what programs do for an authority.
    ("Migrants [will be restricted from renting boats].", SPOKEN),
    ("Visits [will be closely coordinated with the port of Sfax].", {"genre": "fact_sheet"}),
    ("This ban [will remain in place until May].", SPOKEN),
    ("The new rules [will apply from May].", {}),
    ("Successful applicants [will receive a permit].", {}),
    ("The annual quota [will rise from 300 to 450 places].", {}),
    ("Of the new amount, $8 million [will go to nurses].", {}),
    # Decrees, policies and steps of the day.
    ("I [hereby suspend the entry of quarry workers] and [direct the Minister to publish a list].", {"genre": "other"}),
    ("It [is the policy of the United Kingdom to admit nurses] and to [refuse forgers].", {"genre": "other"}),
    ("I [direct that the harbour be closed until June].", {"genre": "other"}),
    ("This decree [suspends the issue of fishing permits until May].", {"genre": "other"}),
    ("The Secretaries [shall review the list of harbours].", {"genre": "other"}),
    ("Today, the Interior Ministry [designated four forgery rings].", {}),
    ("Today the ministries [are issuing a warning to airlines].", {}),
    ("Norway [has allocated $9 million to the clinics].", {}),
    ("The department [has proposed new rules to hire nurses].", {}),
    ("The Harbour Plan [commits both countries to post guards].", {}),
    ("The Commission [will ensure that the rules are applied].", {}),
    # Commitments received, kept and offered.
    ("They received [commitments from the governments of Ghana, Mali, and Togo, to fund the school].", {}),
    ("We [remain committed to the Turku Process].", {}),
    ("We [will remain in close contact with the harbours].", {"genre": "joint_statement"}),
    ("Jamaica [will host the ninth Caribbean Harbour Summit in 2033].", {}),
    ("Fiji has indicated that it [intends to align its quota].", {}),
    # A contraction is no part of the span.
    ("We'll [protect the valley].", SPOKEN),
    ("They've [agreed to open a desk].", {"genre": "news_article"}),
    # Negated undertakings are commitments too.
    ("Kenya [will not become a transit hub].", {}),
    ("The government [will not reopen the island camp].", {}),
    ("Greece [ruled out a return to detention].", {}),
]

SPANISH: list[Case] = [
    ("Noruega [se comprometió a reabrir dos centros de acogida].", {}),
    ("Chile y Bolivia [acordaron patrullar juntos el altiplano].", {}),
    ("[Nos comprometemos a atender a las niñas no acompañadas].", {"genre": "declaration"}),
    ("[Reafirmamos nuestro compromiso de ampliar las visas familiares].", {"genre": "declaration"}),
    ("[Pretendemos crear una ventanilla común].", {"genre": "declaration"}),
    ("[Tenemos la intención de formar a 90 intérpretes].", {"genre": "declaration"}),
    ("[Seguimos comprometidos con la reunificación de las familias].", {"genre": "declaration"}),
    ("La Secretaría de Trabajo [pondrá en marcha una bolsa de empleo].", {}),
    ("[Se van a instalar cuatro oficinas en Tumbes].", SPOKEN),
    ("[Vamos a contratar a 50 abogadas].", SPOKEN),
    ("[Se establecerán dos albergues en Arica].", {}),
    ("Los migrantes rescatados [serán trasladados a Las Palmas].", {}),
    ("La directora [habrá de publicar la lista en mayo].", {}),
    ("Perú [anunció la creación de una patrulla conjunta].", {}),
    ("El presidente [ha tomado la decisión de cerrar el campamento].", {}),
    ("España y Senegal [firmaron un memorando sobre retornos].", {}),
    ("Colombia [seguirá aceptando solicitudes hasta junio].", {}),
    ("Los fondos [se destinarán a la construcción de escuelas].", {}),
    ("Las obras [empezarán en mayo].", {}),
    ("12 millones [financiarán la aduana].", {}),
    ("El instrumento [entrará en vigor en mayo].", {}),
    ("El plan [prevé, además, la apertura de dos aulas].", {}),
    ("El canciller [anunció, a su vez, la creación de una ventanilla].", {}),
    ("El Gobierno [ha aprobado hoy, a propuesta de la ministra, el convenio de pesca].", {}),
    ("El canciller dijo que [no permitirá que el puerto sea un vertedero].", {}),
    ("El Gobierno [no reabrirá la isla].", {}),
    ("Ecuador [descartó firmar el convenio].", {}),
    ("Existe la [voluntad de repartir los gastos].", {}),
]

NOT_ENGLISH: list[Case] = [
    # Talk, agenda and the meeting itself.
    ("The leaders will discuss visas in Oslo.", {}),
    ("We'll turn it over to the next speaker.", SPOKEN),
    ("I'll put a finer edge on that.", SPOKEN),
    ("The President will welcome Prime Minister Okoro to the palace.", {}),
    ("The minister will open the conference on nursing.", {}),
    ("They will take stock of the pilot.", {}),
    # Beliefs, values, expectations, necessity.
    ("We believe the scheme will create jobs.", {}),
    ("I hope that Ghana will sign soon.", SPOKEN),
    ("We expect a productive meeting.", SPOKEN),
    ("They reaffirmed the importance of dialogue.", {}),
    ("We have to continue this work.", SPOKEN),
    # Those who are no public authority, and outcomes.
    ("Migrants will find jobs in the harbour.", {}),
    ("These measures will reduce waiting times.", {}),
    ("The drugmaker announced a plant in Cork.", {}),
    ("Flows will increase in summer.", {}),
    # Conditions, questions, relative clauses, infinitives.
    ("Will Ghana open a new office?", {}),
    ("It depends on whether Ghana will open an office.", {}),
    ("The island needs a clinic that will treat burns.", {}),
    ("Ghana wants to agree to terms.", {}),
    # The past as background, plain progressive.
    ("The ministry launched the scheme in March 2019.", {"genre": "fact_sheet"}),
    ("The program was launched last October.", {}),
    ("Ghana is seeking to rebuild trust.", {"genre": "news_article"}),
    ("We are working on it.", SPOKEN),
    ("The ministry designated four forgery rings in 2019.", {"genre": "fact_sheet"}),
    ("The ministry issued visas.", {}),
    ("Nurses are expanding their union.", {}),
    # Programs and people bring much about without an undertaking.
    ("We will be assisted by an interpreter.", SPOKEN),
    ("Applicants will receive him warmly, I think.", SPOKEN),
    ("Prices will rise to $40.", {}),
    ("The choir will remain in the hall.", {}),
    ("Ghana will host the minister.", {}),
    ("You are hereby authorized to use the reserve.", {"genre": "other"}),
    ("I hereby determine that the harbour is safe.", {"genre": "other"}),
    ("We expect the two leaders to discuss fish.", {}),
    ("The police are offering a reward of $500 for the forger.", {}),
    ("I'll just end by thanking the choir.", SPOKEN),
    ("The Secretary will assess operations at the quarry.", {}),
    ("Ghana and Mali will work together to:", {}),
    # Boilerplate of law and false starts.
    ("This decree shall be implemented consistent with applicable law.", {"genre": "other"}),
    ("We will, we will.", SPOKEN),
    # Others than officials.
    ("We will build ten clinics.", {"genre": "transcript", "speaker_role": "journalist"}),
    # Headlines only repeat what the text says.
    ("Ghana announces new patrols", {"kinds": {0: "heading"}}),
]

NOT_SPANISH: list[Case] = [
    ("Los cancilleres hablarán de visas en Oslo.", {}),
    ("Vamos a escuchar a la ministra.", SPOKEN),
    ("Creemos que el plan creará empleos.", SPOKEN),
    ("Esperamos que Chile firmará pronto.", SPOKEN),
    ("Reafirmamos la importancia del diálogo.", {"genre": "declaration"}),
    ("Las personas migrantes encontrarán trabajo en el puerto.", {}),
    ("Las medidas que reducirán la espera son caras.", {}),
    ("¿Abrirá Chile una oficina?", {}),
    ("No se sabe si Chile abrirá una oficina.", {}),
    ("El programa fue lanzado en 2019.", {}),
    ("Vamos a construir diez clínicas.", {"genre": "transcript", "speaker_role": "journalist"}),
    ("La ciudad de Durán espera.", {}),
    ("La próxima reunión se celebrará en Lima.", {}),
    ("Reafirmamos, además, la importancia del diálogo.", {"genre": "declaration"}),
    ("Los turistas empezarán en mayo.", {}),
    ("El informe prevé la apertura.", {}),
]


FOUND = surfaces_of(
    [
        *ENGLISH,
        *NOT_ENGLISH,
        *((text, {**facts, "language": "es"}) for text, facts in [*SPANISH, *NOT_SPANISH]),
    ]
)


@pytest.mark.parametrize("text", [text for text, _ in [*ENGLISH, *SPANISH]])
def test_an_undertaking_is_found_with_its_span(text: str) -> None:
    assert FOUND[text] == marked(text)


@pytest.mark.parametrize("text", [text for text, _ in [*NOT_ENGLISH, *NOT_SPANISH]])
def test_what_undertakes_nothing_gives_no_row(text: str) -> None:
    assert FOUND[text] == []
