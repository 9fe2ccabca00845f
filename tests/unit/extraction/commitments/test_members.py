"""How far an undertaking reaches and where it is split; `[` and `]` mark the spans."""

from __future__ import annotations

import pytest

from tests.unit.extraction.commitments.reading import Case, marked, surfaces_of

ENGLISH: list[Case] = [
    # Coordinated verbs with their own objects are rows, two verbs on one object are one.
    ("Ghana [commits to expand its patrols] and to [build a harbour].", {}),
    ("Ghana [will reopen the camp], [hire 20 nurses], and [publish the rules].", {}),
    ("Ghana [will reopen the camp]; [hire 20 nurses]; and [publish the rules].", {}),
    ("Ghana [will open and run a hostel].", {}),
    ("Ghana [will design, build, and run a hostel].", {}),
    ("Ghana [will extend the permit and offer it to Malians].", {}),
    ("Ghana and Mali [agreed to work together to close the quarry] and [move the market].", {}),
    ("Ghana [is announcing that it is reopening the camp], [hiring 20 nurses], and [publishing the rules].", {}),
    # A coordination inside a purpose or a relative clause belongs to it.
    ("Ghana [will fund clinics that treat burns and train nurses].", {}),
    ("Ghana [will send advisers to inspect the mines and improve the roads].", {}),
    # Nouns that look like verbs.
    ("Ghana [will help victims of fraud and process experts].", {}),
    # Clauses with a subject of their own.
    ("Ghana [will reopen the camp], and Mali [will hire 20 nurses].", {}),
    ("Ghana [will reopen the camp] and Mali [will hire 20 nurses].", {}),
    ("Ghana [will reopen the camp], but flows will increase.", {}),
    ("Kenya [committed $18 million], the African Union [has promised $3 million].", {}),
    ("Ghana [is committed to hiring nurses]: since 2019 more than 40 have come.", {}),
    # An aside between commas does not end the coordination.
    ("Ghana [will open a desk], which serves minors, and [hire nurses].", {}),
    # Descriptive tails are cut, means and manner stay.
    ("Ghana [will reopen the camp], which closed in 2019.", {}),
    ("Ghana [will reopen the camp], fulfilling an old promise.", {}),
    ("Ghana [will cut the queue by hiring 20 nurses, including 5 midwives].", {}),
    ('"We [will reopen the camp]," the minister said.', {"genre": "news_article"}),
    # A restated noun belongs to its verb; a relative clause of a state stands alone.
    ("Ghana [reaffirms its commitment to protect minors] and to [fund schools].", {}),
    ("They will leave for Ghana, which [will accept 50 of them].", {"genre": "fact_sheet"}),
]

SPANISH: list[Case] = [
    ("Perú [se compromete a ampliar el puerto] y a [construir una aduana].", {}),
    ("Perú [acordó reabrir el albergue], [contratar enfermeras] y [publicar las reglas].", {}),
    ("Perú [va a diseñar y construir un albergue].", {}),
    ("Perú [acordó enviar brigadas para revisar las minas y mejorar los caminos].", {}),
    ("Perú [ampliará el albergue], que cerró en 2019.", {}),
    ("Perú [reafirma su compromiso de proteger a las niñas]; [financiar escuelas]; y [abrir clínicas].", {}),
    ("Perú [convino crear un grupo], que deberá presentar un plan, e [intercambiar datos].", {}),
    ("Perú [no va a cerrar su puerto] ni [va a expulsar a nadie].", {}),
    ("Perú [reabrirá el albergue] y Bolivia [contratará enfermeras].", {}),
]

LISTS: list[Case] = [
    ("Under the deal, Ghana will:\n- [Reopen the camp at Tamale];\n- [Hire 20 nurses].\n- More details below.", {}),
    ("The ministry is:\n- [Hiring 20 nurses].", {}),
    ("The reasons are these:\n- Reopen the camp at Tamale.", {}),
    ("Ghana will:\n[Reopen the Camp at Tamale]\nThe camp is old.", {"kinds": {1: "heading"}}),
    ("Por lo anterior acordamos:\nPrimero. [Abrir un consulado en Arica].\n[Formar a los jueces].", {"language": "es"}),
    ("Por lo anterior acordamos:\nPrimero. [Abrir un aula].\nDescargar documento | Imprimir", {"language": "es"}),
    ("Las causas son:\n- Abrir un consulado en Arica.", {"language": "es"}),
]

FOUND = surfaces_of([*ENGLISH, *((text, {"language": "es", **facts}) for text, facts in SPANISH), *LISTS])


@pytest.mark.parametrize("text", [text for text, _ in [*ENGLISH, *SPANISH, *LISTS]])
def test_spans_of_undertakings(text: str) -> None:
    assert FOUND[text] == marked(text)
