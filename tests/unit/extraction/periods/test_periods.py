"""Phrases of time are found whole and dated as the document's date and country say."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extraction.figures.reading import periods

# Documents are of 15 August 2031.
Expected = tuple[str, date | None, date | None, str]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


ENGLISH: dict[str, list[tuple[str, str, str | None, str | None, str]]] = {
    "USA": [
        ("It opened on March 5, 2030.", "on March 5, 2030", "2030-03-05", "2030-03-05", "date"),
        ("It ran June 8-10, 2030.", "June 8-10, 2030", "2030-06-08", "2030-06-10", "date"),
        ("It rained in April 2030.", "in April 2030", "2030-04-01", "2030-04-30", "month"),
        ("It rained in April.", "in April", "2031-04-01", "2031-04-30", "month"),
        ("Since November, it rained.", "Since November", "2030-11-01", None, "since"),
        ("It counts FY29 only.", "FY29", "2028-10-01", "2029-09-30", "fiscal_year"),
        ("in fiscal years 2029 and 2030", "in fiscal years 2029 and 2030", "2028-10-01", "2030-09-30", "fiscal_year"),
        ("this fiscal year", "this fiscal year", "2030-10-01", "2031-09-30", "fiscal_year"),
        ("the second quarter of 2030", "the second quarter of 2030", "2030-04-01", "2030-06-30", "quarter"),
        ("in the first half of last year", "in the first half of last year", "2030-01-01", "2030-06-30", "quarter"),
        ("between 2027 and 2029", "between 2027 and 2029", "2027-01-01", "2029-12-31", "between"),
        ("from May to July 2030", "from May to July 2030", "2030-05-01", "2030-07-31", "between"),
        ("through the end of 2032", "through the end of 2032", None, "2032-12-31", "until"),
        ("by December 31, 2033", "by December 31, 2033", None, "2033-12-31", "deadline"),
        ("by the end of the year", "by the end of the year", None, "2031-12-31", "deadline"),
        ("no later than 2040", "no later than 2040", None, "2040-12-31", "deadline"),
        ("before June 2032", "before June 2032", None, "2032-05-31", "deadline"),
        ("within 60 days", "within 60 days", None, "2031-10-14", "deadline"),
        ("within 60 days of the order", "within 60 days of", None, None, "relative"),
        ("in the past two years", "in the past two years", "2029-08-15", "2031-08-15", "relative"),
        ("over the next six months", "over the next six months", "2031-08-15", "2032-02-15", "relative"),
        ("the past few years", "the past few years", None, None, "relative"),
        ("last month", "last month", "2031-07-01", "2031-07-31", "relative"),
        ("last year", "last year", "2030-01-01", "2030-12-31", "year"),
        ("so far this year", "so far this year", "2031-01-01", "2031-08-15", "year"),
        ("from mid-2030", "from mid-2030", "2030-07-01", None, "since"),
        ("late 2030", "late 2030", None, None, "year"),
        ("at the end of 2030", "at the end of 2030", "2030-12-31", "2030-12-31", "year"),
        ("in the 1990s", "in the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("three years ago", "three years ago", None, None, "relative"),
        ("on 04/05/2030", "on 04/05/2030", "2030-04-05", "2030-04-05", "date"),
        ("February 30, 2030", "February 30, 2030", None, None, "date"),
    ],
    "AUS": [
        ("in 2029-30", "in 2029-30", "2029-07-01", "2030-06-30", "fiscal_year"),
        ("on 04/05/2030", "on 04/05/2030", "2030-05-04", "2030-05-04", "date"),
    ],
    "GBR": [
        ("in the 2029/30 financial year", "in the 2029/30 financial year", "2029-04-01", "2030-03-31", "fiscal_year")
    ],
}
SPANISH: dict[str, list[tuple[str, str, str | None, str | None, str]]] = {
    "MEX": [
        ("el 5 de marzo de 2030", "el 5 de marzo de 2030", "2030-03-05", "2030-03-05", "date"),
        ("del 2 al 6 de mayo de 2030", "del 2 al 6 de mayo de 2030", "2030-05-02", "2030-05-06", "date"),
        ("en abril pasado", "en abril pasado", "2031-04-01", "2031-04-30", "month"),
        ("desde noviembre", "desde noviembre", "2030-11-01", None, "since"),
        ("a partir del 1 de octubre de 2031", "a partir del 1 de octubre de 2031", "2031-10-01", None, "since"),
        ("entre 2028 y este año", "entre 2028 y este año", "2028-01-01", "2031-12-31", "between"),
        ("de enero a marzo de 2030", "de enero a marzo de 2030", "2030-01-01", "2030-03-31", "between"),
        ("en el primer semestre de 2030", "en el primer semestre de 2030", "2030-01-01", "2030-06-30", "quarter"),
        ("en los últimos tres años", "en los últimos tres años", "2028-08-15", "2031-08-15", "relative"),
        ("en los próximos 90 días", "en los próximos 90 días", "2031-08-15", "2031-11-13", "relative"),
        ("el año pasado", "el año pasado", "2030-01-01", "2030-12-31", "year"),
        ("el mes pasado", "el mes pasado", "2031-07-01", "2031-07-31", "relative"),
        ("a más tardar el 30 de junio de 2032", "a más tardar el 30 de junio de 2032", None, "2032-06-30", "deadline"),
        ("para 2040", "para 2040", None, "2040-12-31", "deadline"),
        ("hasta finales de 2033", "hasta finales de 2033", None, "2033-12-31", "until"),
        ("en un plazo de seis meses", "en un plazo de seis meses", None, "2032-02-15", "deadline"),
        ("en lo que va de este año", "en lo que va de este año", "2031-01-01", "2031-08-15", "year"),
        ("hace dos años", "hace dos años", None, None, "relative"),
        ("ejercicio fiscal 2030", "ejercicio fiscal 2030", "2030-01-01", "2030-12-31", "fiscal_year"),
    ]
}


@pytest.mark.parametrize(("language", "cases"), [("en", ENGLISH), ("es", SPANISH)])
def test_the_phrase_and_its_days(
    language: str, cases: dict[str, list[tuple[str, str, str | None, str | None, str]]]
) -> None:
    wrong = []
    for party, known in cases.items():
        for (text, *expected), rows in zip(known, periods([case[0] for case in known], language, party), strict=True):
            surface, start, end, kind = expected
            read = [(row["surface"], row["period_start"], row["period_end"], row["kind"]) for row in rows]
            if read != [(surface, day(start), day(end), kind)]:
                wrong.append((text, read))
    assert not wrong


@pytest.mark.parametrize(
    "text",
    [
        "May God bless you on the march.",
        "It cost $2030 and 2,029 people came.",
        "50 U.S.C. 1901 and section 2030 apply.",
        "He waited for over two years.",
    ],
)
def test_no_phrase_of_time(text: str) -> None:
    assert periods([text], "en", "USA") == [[]]


def test_an_interval_never_runs_backwards() -> None:
    for [row] in periods(["from May 2031 to March 2030", "between May 2031 and April 2029"], "en", "USA"):
        assert (row["period_start"], row["period_end"]) == (None, None)


def test_relative_times_need_the_documents_date() -> None:
    [[past], [year]] = periods(["in the past two years", "in 2030"], "en", "USA", published_on=None)
    assert (past["period_start"], past["period_end"]) == (None, None)
    assert (year["period_start"], year["period_end"]) == (date(2030, 1, 1), date(2030, 12, 31))


def test_an_empty_frame_gives_an_empty_table() -> None:
    assert periods([], "es") == []
