"""What looks like an instrument and is none."""

import pytest

from tests.unit.extraction.programs.reading import surfaces_of

ENGLISH = {
    "government": "The Government of Peru and the Biden Administration spoke for hours.",
    "ministry": "The Ministry of Labour and the Department of Homeland Security spoke for hours.",
    "parliament": "The House Judiciary Committee heard her for hours.",
    "agency": "Staff of the Office of Management and Budget and the European Commission spoke for hours.",
    "organisation": "The World Food Programme and the UN Children's Fund spoke for hours.",
    "agency by acronym": "They asked the National Migration Commission (COMAR) for more beds.",
    "person": "The deputy Senator Maria Concept of Ohio spoke for hours.",
    "place": "They met at the Kigali Convention Centre for hours.",
    "publication": "As the World Migration Report says, numbers rose.",
    "school": "She studied at the Boston College School of Law for years.",
    "generic noun": "We need legal pathways, an asylum system and labor programs now.",
    "bare anaphora": "Under the Declaration, the Agreement and the Initiative they will meet.",
    "lower-case anaphora": "They praised this program, the initiative and that agreement.",
    "one-off meeting": "They spoke at the Madrid Summit after lunch.",
    "headline": "Minister Announces New Migration Plan and Border Strategy Act",
    "capitals": "NEW MIGRATION COMPACT AND TRADE AGREEMENT SIGNED IN LIMA",
    "company": "NorthMark Strategies paid for the dinner that evening.",
    "plain creation": "They will create a working group and launch an initiative soon.",
    "creation out of the field": "The company launched a program to sell cheaper bread.",
    "bare pathway": "They want more parole programs and visa processes soon.",
}
SPANISH = {
    "government": "El Gobierno de Perú y la Secretaría de Gobernación hablaron por horas.",
    "organisation": "El Programa Mundial de Alimentos y la Comisión Europea hablaron por horas.",
    "anaphora": "Con la Declaración y el Acuerdo se reunirán otra vez.",
    "generic noun": "Hacen falta vías regulares, programas laborales y un sistema de asilo.",
    "one-off meeting": "Hablaron en la Cumbre de Madrid después de comer.",
    "council": "El Consejo de Ministros aprobó las cuentas sin cambios.",
    "policy in general": "La Política Exterior de siempre sigue igual.",
}


@pytest.mark.parametrize("what", sorted(ENGLISH))
def test_english(what: str) -> None:
    assert surfaces_of(tuple(ENGLISH.values()), "en")[ENGLISH[what]] == []


@pytest.mark.parametrize("what", sorted(SPANISH))
def test_spanish(what: str) -> None:
    assert surfaces_of(tuple(SPANISH.values()), "es")[SPANISH[what]] == []
