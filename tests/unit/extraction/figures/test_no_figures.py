"""What only looks like a figure is left out."""

from __future__ import annotations

import pytest

from tests.unit.extraction.figures.reading import figures

ENGLISH = (
    "The two ministers met on 4 May 2029 at 10:30 a.m. in Room 215.",
    "See section 212(d)(5), 8 CFR 212.5, Title 9, Resolution 1888 and Form I-999.",
    "Both countries and these four ministers raised two quick questions.",
    "It was the 3rd round, the second meeting and the 21st century.",
    "H-2B workers, COVID-19, the G7, Pillar 4 and Phase Two were discussed.",
    "Dial 1-800-555-0199, then press 1 or visit 15/07/2031.",
    "Dozens, thousands and tens of thousands of people came; a multibillion-dollar trade.",
    "One of the reasons is that no one in Air Force One knew.",
    "The largest intake in 30 years came two years ago and lasts until 2033.",
    "1. The first item (2) and note [3] say so.[4]",
    "They doubled down on double standards during the first half of 2030.",
    "Version 3.2.1 of the plan is on page 14.",
    "He is 45 years old and watched 60 Minutes.",
)
SPANISH = (
    "Los dos presidentes se reunieron el 3 de marzo de 2030 a las 10:30 horas.",
    "El artículo 11, la resolución 73/999 y el capítulo 3 del informe.",
    "Ambos países plantearon dos preguntas y tres temas.",
    "Es la 2ª reunión, el segundo encuentro y el siglo 21.",
    "Una de las razones es otra.",
    "Miles de personas, decenas de casos y cientos de vuelos.",
    "El mayor flujo en 30 años, hace dos años y hasta 2033.",
    "Los caídos, las familias y los leídos.",
    "Contamos: uno, dos, tres, cuatro países.",
    "La primera mitad de 2030 y la doble nacionalidad.",
)


@pytest.mark.parametrize(("language", "party", "texts"), [("en", "USA", ENGLISH), ("es", "MEX", SPANISH)])
def test_no_figure_is_found(language: str, party: str, texts: tuple[str, ...]) -> None:
    found = figures(texts, language, party)
    assert {text: [row["surface"] for row in rows] for text, rows in zip(texts, found, strict=True) if rows} == {}


NAMES_AND_MARKS = (
    "Call the 911 call centre or the 1718 sanctions committee.",
    "2.4 Peru has reported nothing on this.",
    "Press office: +41 22 555 12 34.",
    "Housing plan, 4 min read",
    "The two ministers' advisers stayed for the first half of the talks.",
    "I want to make three points and then set two goals.",
    "It grew over a quarter of a century.",
    "Within 45 days of this decree, the secretary shall report.",
    "It acts within 30 days after the hearing.",
)


def test_names_and_marks_with_numbers_are_no_figures() -> None:
    found = figures(NAMES_AND_MARKS, "en", "USA")
    assert {text: rows for text, rows in zip(NAMES_AND_MARKS, found, strict=True) if rows} == {}
