"""Numbers in digits, words and mixtures are read to the right value, bound, unit and words of evidence."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.extraction.figures.reading import figures

# text, then for each figure: surface, low, high, bound, unit_kind, unit
Case = tuple[str, list[tuple[str, float | None, float | None, str, str, str | None]]]

ENGLISH: dict[str, list[Case]] = {
    "GBR": [
        ("The agency spent £1.3bn on hostels.", [("£1.3bn", 1.3e9, 1.3e9, "exact", "money", "GBP")]),
        ("It costs 40 pounds a week.", [("40 pounds", 40, 40, "exact", "money", "GBP")]),
        ("Ministers found an extra $9 million.", [("$9 million", 9e6, 9e6, "exact", "money", "USD")]),
    ],
    "AUS": [("The fund holds $75m.", [("$75m", 75e6, 75e6, "exact", "money", "AUD")])],
    "CAN": [
        ("It set aside C$2.5 million.", [("C$2.5 million", 2.5e6, 2.5e6, "exact", "money", "CAD")]),
        ("It paid $18 to $20 per meal.", [("$18 to $20", 18, 20, "range", "money", "CAD")]),
    ],
    "EU": [
        (
            "The Union pledged over €4.2 billion and nearly 900 million in loans.",
            [
                ("over €4.2 billion", 4.2e9, None, "more_than", "money", "EUR"),
                ("nearly 900 million", 900e6, 900e6, "approximate", "money", "EUR"),
            ],
        ),
        ("Grants of up to EUR 1,500 are paid.", [("up to EUR 1,500", None, 1500, "at_most", "money", "EUR")]),
    ],
    "USA": [
        ("Crews moved 2,300 pounds of flour.", [("2,300 pounds", 2300, 2300, "exact", "mass", "pound")]),
        ("Half a million returnees registered.", [("Half a million returnees", 5e5, 5e5, "exact", "people", "person")]),
        (
            "Two and a half million meals were served.",
            [("Two and a half million meals", 2.5e6, 2.5e6, "exact", "count", "meal")],
        ),
        ("One hundred and seven buses left.", [("One hundred and seven buses", 107, 107, "exact", "count", "bus")]),
        ("Three dozen nurses arrived.", [("Three dozen nurses", 36, 36, "exact", "people", "person")]),
        ("Between 40 and 45 shelters opened.", [("Between 40 and 45 shelters", 40, 45, "range", "count", "shelter")]),
        ("They need 3 to 4 million vaccines.", [("3 to 4 million vaccines", 3e6, 4e6, "range", "count", "vaccine")]),
        ("About 60-70 percent agreed.", [("About 60-70 percent", 60, 70, "range", "percent", "percent")]),
        ("No fewer than 31 mayors came.", [("No fewer than 31 mayors", 31, None, "at_least", "people", "person")]),
        (
            "It will not admit more than 800 pupils.",
            [("more than 800 pupils", None, 800, "at_most", "people", "person")],
        ),
        ("They can't charge more than $35.", [("more than $35", None, 35, "at_most", "money", "USD")]),
        ("Some 25 percent or more stayed.", [("Some 25 percent or more", 25, 25, "approximate", "percent", "percent")]),
        ("Bring 12 forms or more.", [("12 forms or more", 12, None, "at_least", "count", "form")]),
        ("The clinic has 300+ beds.", [("300+ beds", 300, None, "more_than", "count", "bed")]),
        (
            "A 1,200-mile river and a three-year ban.",
            [
                ("1,200-mile", 1200, 1200, "exact", "distance", "mile"),
                ("three-year", 3, 3, "exact", "duration", "year"),
            ],
        ),
        ("They spoke for nearly an hour.", [("nearly an hour", 1, 1, "approximate", "duration", "hour")]),
        ("The 27 000 places were filled.", [("27 000 places", 27000, 27000, "exact", "visas", "place")]),
        ("Six of its current offices moved.", [("Six of its current offices", 6, 6, "exact", "count", "office")]),
        (
            "Arrests doubled and more than half of them were minors.",
            [
                ("doubled", 2, 2, "exact", "ratio", None),
                ("more than half of them", 0.5, None, "more_than", "ratio", None),
            ],
        ),
        (
            "One in five farmers pays three times as much.",
            [
                ("One in five", 0.2, 0.2, "exact", "ratio", "person"),
                ("three times", 3, 3, "exact", "ratio", None),
            ],
        ),
        ("The rate was 30 per 100,000.", [("30 per 100,000", 0.0003, 0.0003, "exact", "ratio", None)]),
        (
            "Roughly two-thirds of the ports closed.",
            [("Roughly two-thirds of the ports", 2 / 3, 2 / 3, "approximate", "ratio", "port")],
        ),
    ],
}
SPANISH: dict[str, list[Case]] = {
    "MEX": [
        (
            "Se dieron doce mil quinientos permisos.",
            [("doce mil quinientos permisos", 12500, 12500, "exact", "visas", "permit")],
        ),
        ("Llegaron 7 mil 40 familias.", [("7 mil 40 familias", 7040, 7040, "exact", "people", "person")]),
        ("Costó 2.5 millones de pesos.", [("2.5 millones de pesos", 2.5e6, 2.5e6, "exact", "money", "MXN")]),
        (
            "El fondo es de 640 mdp y 35 mdd.",
            [
                ("640 mdp", 640e6, 640e6, "exact", "money", "MXN"),
                ("35 mdd", 35e6, 35e6, "exact", "money", "USD"),
            ],
        ),
        (
            "Al menos mil doscientas niñas volvieron.",
            [("Al menos mil doscientas niñas", 1200, None, "at_least", "people", "person")],
        ),
        (
            "No más de treinta y dos oficinas abren.",
            [("No más de treinta y dos oficinas", None, 32, "at_most", "count", "office")],
        ),
        ("Cobran $300 por trámite.", [("$300", 300, 300, "exact", "money", "MXN")]),
    ],
    "ESP": [
        ("Se acogió a 3.400 personas.", [("3.400 personas", 3400, 3400, "exact", "people", "person")]),
        (
            "Destina 1.234,5 millones de euros.",
            [("1.234,5 millones de euros", 1234.5e6, 1234.5e6, "exact", "money", "EUR")],
        ),
        ("El 12,5 % de las plazas quedó libre.", [("12,5 %", 12.5, 12.5, "exact", "percent", "percent")]),
        ("Un billón de euros es mucho.", [("Un billón de euros", 1e12, 1e12, "exact", "money", "EUR")]),
    ],
    "COL": [
        ("Ganan $1'300.000 al mes.", [("$1'300.000", 1.3e6, 1.3e6, "exact", "money", "COP")]),
        ("Duró dos años y medio.", [("dos años y medio", 2.5, 2.5, "exact", "duration", "year")]),
        ("Se giraron $80.000 millones.", [("$80.000 millones", 80e9, 80e9, "exact", "money", "COP")]),
        (
            "De 10 a 15 mil solicitudes entran.",
            [("10 a 15 mil solicitudes", 10e3, 15e3, "range", "count", "application")],
        ),
    ],
    "GTM": [("Recibió Q900 millones.", [("Q900 millones", 900e6, 900e6, "exact", "money", "GTQ")])],
    "CHL": [
        ("Las visas se triplicaron.", [("triplicaron", 3, 3, "exact", "ratio", None)]),
        (
            "La mitad de los alumnos y uno de cada cuatro docentes.",
            [
                ("La mitad de los alumnos", 0.5, 0.5, "exact", "ratio", "person"),
                ("uno de cada cuatro", 0.25, 0.25, "exact", "ratio", "person"),
            ],
        ),
        (
            "Casi un tercio de las empresas cerró.",
            [("Casi un tercio de las empresas", 1 / 3, 1 / 3, "approximate", "ratio", "company")],
        ),
        (
            "Entre cinco y siete mil dólares cobran.",
            [("Entre cinco y siete mil dólares", 5000, 7000, "range", "money", "USD")],
        ),
        (
            "Dos millones y medio de árboles.",
            [("Dos millones y medio de árboles", 2.5e6, 2.5e6, "exact", "count", "tree")],
        ),
    ],
}


def brief(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in ("surface", "value_low", "value_high", "bound", "unit_kind", "unit"))


@pytest.mark.parametrize(("language", "cases"), [("en", ENGLISH), ("es", SPANISH)])
def test_the_stated_quantity_is_read(language: str, cases: dict[str, list[Case]]) -> None:
    wrong = []
    for party, known in cases.items():
        found = figures([text for text, _ in known], language, party)
        for (text, expected), rows in zip(known, found, strict=True):
            read = [brief(row) for row in rows]
            close = len(read) == len(expected) and all(
                got
                == (
                    want[0],
                    pytest.approx(want[1]) if want[1] is not None else None,
                    pytest.approx(want[2]) if want[2] is not None else None,
                    *want[3:],
                )
                for got, want in zip(read, expected, strict=True)
            )
            if not close:
                wrong.append((text, read))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "language", "surface", "low", "high"),
    [
        ("Claims fell by a third.", "en", "a third", 1 / 3, 1 / 3),
        ("Some two thirds were families.", "en", "Some two thirds", 2 / 3, 2 / 3),
        ("Women are over a quarter of applicants.", "en", "over a quarter of applicants", 0.25, None),
        ("Recibieron a dos tercios de las familias.", "es", "dos tercios de las familias", 2 / 3, 2 / 3),
        ("La demanda se multiplicó por seis y bajó.", "es", "seis", 6, 6),
        ("El gasto llegó a más del doble que antes.", "es", "más del doble", 2, None),
        ("Entregó 900 H-2B visas.", "en", "900 H-2B visas", 900, 900),
        ("It sent a 14-person team.", "en", "14-person", 14, 14),
        ("It rests on six principles.", "en", "six principles", 6, 6),
        ("The call took almost an hour on Friday.", "en", "almost an hour", 1, 1),
        ("Stays last no more than 40 days.", "en", "no more than 40 days", None, 40),
        ("Works under two programs.", "en", "two programs", 2, 2),
        ("It paid €20 million (£17 million).", "en", "£17 million", 17e6, 17e6),
        ("Creció casi un 30 % este año.", "es", "casi un 30 %", 30, 30),
        ("Recibió menos del 60 por ciento.", "es", "menos del 60 por ciento", None, 60),
        ("Most claims are decided within 9 months.", "en", "within 9 months", None, 9),
        ("Training runs under a $31 million fund.", "en", "$31 million", 31e6, 31e6),
        ("It is raising the number of places in schools from 2,250 to 4,000.", "en", "2,250", 2250, 2250),
        ("Enviaron 2.7000 agentes.", "es", "2.7000 agentes", None, None),
    ],
)
def test_shares_limits_and_compounds(
    text: str, language: str, surface: str, low: float | None, high: float | None
) -> None:
    [rows] = figures([text], language, "USA" if language == "en" else "CHL")
    assert (surface, low, high) in [(row["surface"], row["value_low"], row["value_high"]) for row in rows]
