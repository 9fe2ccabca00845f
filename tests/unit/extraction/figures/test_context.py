"""Units without a noun, flags, status, change, period and measure come from the words around a figure."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extraction.figures.reading import figures


def only(text: str, language: str = "en", party: str | None = "USA") -> dict[str, object]:
    [[row]] = figures([text], language, party)
    return row


def test_a_number_printed_wrongly_is_kept_without_a_value() -> None:
    row = only("They sent 2,3000 soldiers home.")
    assert (row["surface"], row["value_low"], row["value_high"]) == ("2,3000 soldiers", None, None)
    assert row["flags"] == ["malformed_number"]


def test_separators_that_could_be_read_both_ways_are_flagged() -> None:
    assert only("Se atendió a 1.500 personas.", "es", "MEX")["flags"] == ["ambiguous_separator"]
    assert only("Se atendió a 1.500 personas.", "es", "ESP")["flags"] == []
    assert only("It hosts 1.500 families.")["value_low"] == 1500


def test_the_document_decides_the_decimal_sign_where_the_country_does_not() -> None:
    texts = ["Suman 3,4 millones de personas.", "Faltan 1.720 millones de euros."]
    rows = figures(texts, "es", None, one_document=True)
    assert [row["value_low"] for [row] in rows] == [3.4e6, 1720e6]


def test_a_guessed_currency_is_flagged() -> None:
    assert only("It cost $40.", party=None)["flags"] == ["currency_assumed"]
    assert only("It cost $40.", party="NZL")["unit"] == "NZD"
    assert only("It cost $40.", party="NZL")["flags"] == []


def test_a_number_without_unit_repeats_an_earlier_figure() -> None:
    texts = ["Este año se dieron 70 mil visas.", "Repito, 70 mil.", "Y en total llevamos 90 mil."]
    rows = figures(texts, "es", "MEX", one_document=True)
    assert [(row["unit_kind"], row["value_low"]) for [row] in rows] == [("visas", 7e4), ("visas", 7e4), ("visas", 9e4)]
    assert rows[1][0]["period_start"] == date(2031, 1, 1)


def test_a_noun_before_the_number_gives_its_unit() -> None:
    assert only("It has a population of 9 million.")["unit_kind"] == "people"
    assert only("The government set an annual intake of 18,000.")["unit_kind"] == "visas"
    assert only("The number of flights rose to 1,900.")["unit"] == "flight"


def test_a_part_shares_the_unit_of_its_whole() -> None:
    [rows] = figures(["Only 2,000 of the 7,500 applicants were heard."], "en", "USA")
    assert [row["unit_kind"] for row in rows] == ["people", "people"]


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("The council will spend $3 million.", "en", "committed"),
        ("The council spent $3 million.", "en", "reported"),
        ("The agency is asking for 200 trucks.", "en", "requested"),
        ("The plan could reach 5,000 farmers.", "en", "projected"),
        ("Up to 80 boats are expected to sail.", "en", "projected"),
        ("A $6 million commitment was praised.", "en", "committed"),
        ("The Port Act includes $7 million for cranes.", "en", "committed"),
        ("The law was signed and includes 7 chapters.", "en", "reported"),
        ("- Doubling border staff", "en", "committed"),
        ("The 900 places we have committed remain.", "en", "committed"),
        ("El consejo impondrá 300 multas.", "es", "committed"),
        ("El consejo destinará 3 millones de pesos.", "es", "committed"),
        ("Se entregaron 300 becas.", "es", "reported"),
        ("La oficina solicitó 200 camiones.", "es", "requested"),
        ("El plan podría llegar a 5 mil campesinos.", "es", "projected"),
        ("Se van a abrir 12 oficinas.", "es", "committed"),
    ],
)
def test_the_verb_gives_the_status(text: str, language: str, status: str) -> None:
    assert only(text, language)["status"] == status


@pytest.mark.parametrize(
    ("text", "language", "change"),
    [
        ("Departures fell by 30 percent.", "en", "decrease"),
        ("There was a 12 percent rise in claims.", "en", "increase"),
        ("Claims tripled.", "en", "increase"),
        ("Las salidas aumentaron un 8 por ciento.", "es", "increase"),
        ("Hubo una reducción del 40 %.", "es", "decrease"),
        ("It covers 30 percent of claims.", "en", None),
    ],
)
def test_rises_and_falls_are_told(text: str, language: str, change: str | None) -> None:
    assert only(text, language)["change"] == change


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("In 2029, the port handled 700 cases.", "en", date(2029, 1, 1), date(2029, 12, 31)),
        ("As a result, in 2029, the port handled 700 cases.", "en", date(2029, 1, 1), date(2029, 12, 31)),
        ("The port handled 700 cases in fiscal year 2029.", "en", date(2028, 10, 1), date(2029, 9, 30)),
        ("Since March, 700 cases were heard.", "en", date(2031, 3, 1), None),
        ("The fund gives $2 million over the next two years.", "en", date(2031, 8, 15), date(2033, 8, 15)),
        ("It announced in 2029 an additional $5 million.", "en", None, None),
        ("It heard 700 cases, more than in 2029.", "en", None, None),
        ("The 2029 floods hit 700 homes.", "en", None, None),
        ("En 2029 se atendieron 700 casos.", "es", date(2029, 1, 1), date(2029, 12, 31)),
        ("Se atendieron 700 casos entre 2027 y 2029.", "es", date(2027, 1, 1), date(2029, 12, 31)),
        ("Desde abril se atendieron 700 casos.", "es", date(2031, 4, 1), None),
        ("Claims rose 10% on the previous year.", "en", None, None),
        ("Hubo un 10 % más que en 2029.", "es", None, None),
    ],
)
def test_the_clause_gives_the_period(text: str, language: str, start: date | None, end: date | None) -> None:
    row = only(text, language)
    assert (row["period_start"], row["period_end"]) == (start, end)


def test_a_later_figures_period_is_not_an_earlier_ones() -> None:
    [rows] = figures(["It gave $4 million to schools and $9 million in 2030."], "en", "USA")
    assert [row["period_start"] for row in rows] == [None, date(2030, 1, 1)]


def test_the_measure_says_what_is_counted_or_bought() -> None:
    assert only("The bank lent $5 million for rural schools.")["measure"] == "rural schools"
    assert only("It runs 12 clinics in northern towns.")["measure"] == "clinics in northern towns"
    assert only("Se abrieron 12 clínicas en pueblos del norte.", "es")["measure"] == "clínicas en pueblos del norte"


def test_the_speaker_role_is_the_sentences() -> None:
    assert only("It runs 12 clinics.")["speaker_role"] is None


def test_figures_do_not_depend_on_other_documents() -> None:
    texts = ["The city has 40 shelters.", "It cost $9 million and 3 million in repairs.", "More than 900 were hurt."]
    alone = [row for text in texts for row in figures([text], "en", "USA")[0]]
    together = [row for rows in figures(texts, "en", "USA") for row in rows]
    keys = ("surface", "value_low", "unit_kind", "unit", "status")
    assert [[row[key] for key in keys] for row in together] == [[row[key] for key in keys] for row in alone]


def test_an_empty_frame_gives_an_empty_table() -> None:
    assert figures([], "en") == []


@pytest.mark.parametrize(
    ("text", "language", "statuses"),
    [
        ("We are prepared to give $30 million in new aid.", "en", ["committed"]),
        ("Peru is starting a housing fund of $12 million for families.", "en", ["committed"]),
        ("Peru spent a fund of $12 million on housing.", "en", ["reported"]),
        ("The minister said Norway would take 900 refugees.", "en", ["committed"]),
        ("Experts said the plan would cost $40 million.", "en", ["projected"]),
        ("We will create an office with 60 new staff.", "en", ["committed"]),
        ("The plan will create 60 jobs.", "en", ["projected"]),
        ("It promised to join the accord in which 31 countries share data.", "en", ["reported"]),
        ("We will hire nurses in the 14 clinics.", "en", ["reported"]),
        ("We will hire nurses in 14 clinics.", "en", ["committed"]),
        ("They asked for 40,000 permits, half for nurses and half for cooks.", "en", ["requested"] * 3),
        ("Se prevén 20 millones de euros para escuelas.", "es", ["committed"]),
        ("Se prevén 20 mil llegadas.", "es", ["projected"]),
        ("El gobierno tiene previsto contratar a 300 médicos.", "es", ["committed"]),
        ("Perú ofreció 500 visas a pescadores.", "es", ["committed"]),
        ("Este año triplicaremos la ayuda.", "es", ["committed"]),
    ],
)
def test_the_governing_clause_gives_the_status(text: str, language: str, statuses: list[str]) -> None:
    [rows] = figures([text], language, "USA" if language == "en" else "CHL")
    assert [row["status"] for row in rows] == statuses


def test_parts_and_rows_hold_for_the_time_of_their_whole() -> None:
    [rows] = figures(["In 2029 it issued 8,000 permits, of which 3,000 went to nurses."], "en", "USA")
    assert [row["period_start"] for row in rows] == [date(2029, 1, 1)] * 2
    texts = [
        "We will admit up to 9,000 refugees during fiscal year 2030.",
        "Asia . . . . . . 4,000",
        "Europe: 70 buses",
    ]
    found = figures(texts, "en", "USA", one_document=True)
    assert [(row["status"], row["period_end"]) for [row] in found] == [
        ("committed", date(2030, 9, 30)),
        ("committed", date(2030, 9, 30)),
        ("reported", None),
    ]


@pytest.mark.parametrize(
    ("text", "language", "party", "start", "end"),
    [
        ("In 2030, theft was cut by 12% compared to the previous year.", "en", "USA", (2030, 1, 1), (2030, 12, 31)),
        ("El gasto subió un 8 % respecto al año anterior.", "es", "ESP", None, None),
        ("In November alone, there were 4,000 calls.", "en", "USA", (2031, 11, 1), (2031, 11, 30)),
        ("In June we announced 700 permits for nurses.", "en", "USA", None, None),
        ("In June we issued 700 permits.", "en", "USA", (2031, 6, 1), (2031, 6, 30)),
        ("In 2030 the other 19 member states met.", "en", "USA", None, None),
        ("Se contratará a 300 médicos para la campaña agrícola de 2032.", "es", "ESP", (2032, 1, 1), (2032, 12, 31)),
        ("Las obras comenzarán en octubre y darán empleo a 900 obreros.", "es", "COL", None, None),
        ("Entregaremos 50 becas antes de fines de 2033.", "es", "CHL", None, (2033, 12, 31)),
        ("2029: más de 300 vuelos.", "es", "PAN", (2029, 1, 1), (2029, 12, 31)),
        ("It took 60 nurses in Fiscal Year '29 and Fiscal Year '30.", "en", "USA", (2028, 10, 1), (2030, 9, 30)),
        ("It will take 60 nurses over the next two fiscal years.", "en", "USA", (2031, 10, 1), (2033, 9, 30)),
        ("Estados Unidos dio 90 visas en el año fiscal 2030.", "es", "MEX", (2029, 10, 1), (2030, 9, 30)),
        ("México dio 90 becas en el año fiscal 2030.", "es", "MEX", (2030, 1, 1), (2030, 12, 31)),
    ],
)
def test_the_time_belongs_to_what_was_counted(
    text: str, language: str, party: str, start: tuple[int, int, int] | None, end: tuple[int, int, int] | None
) -> None:
    row = only(text, language, party)
    assert (row["period_start"], row["period_end"]) == (start and date(*start), end and date(*end))


def test_a_level_and_a_total_in_places_hold_for_the_time_told_once() -> None:
    [rows] = figures(["Claims fell by 5 percent in 2030, to 700 files."], "en", "USA")
    assert [row["period_start"] for row in rows] == [date(2030, 1, 1)] * 2
    [rows] = figures(["They will reach 400 families in 17 countries during 2032."], "en", "USA")
    assert [row["period_start"] for row in rows] == [date(2032, 1, 1), None]
