"""Publishers speak for the state or organisation that their name tells, listed or not."""

from __future__ import annotations

import polars as pl
import pytest

from warehouse.reference.publishers import publisher_facts


def facts(publisher: str | None) -> tuple[str | None, str | None]:
    frame = pl.DataFrame({"publisher": [publisher]}, schema={"publisher": pl.String})
    row: tuple[str | None, str | None] = frame.select(publisher_facts(pl.col("publisher"))).row(0)
    return row


@pytest.mark.parametrize(
    ("publisher", "party"),
    [
        ("The White House", "USA"),
        ("Home Office", "GBR"),
        ("Prime Minister’s Office, 10 Downing Street", "GBR"),
        ("Prime Minister (Fiji)", "FJI"),
        ("Presidencia de la República (Chile)", "CHL"),
        ("Secretaría de Relaciones Exteriores (Honduras)", "HND"),
        ("Secretaría de Relaciones Exteriores", "MEX"),
        ("Embassy of Kenya in Spain", "KEN"),
        ("Ministry of Home Affairs, Singapore", "SGP"),
        ("Cancillería del Perú", "PER"),
        ("Migración Colombia", "COL"),
    ],
)
def test_governments(publisher: str, party: str) -> None:
    assert facts(publisher) == (party, "government")


@pytest.mark.parametrize(
    ("publisher", "party"),
    [
        ("European Commission", "European Union"),
        ("International Organization for Migration (IOM)", "IOM"),
        ("ACNUR", "UNHCR"),
        ("Human Rights Watch", None),
    ],
)
def test_organisations(publisher: str, party: str | None) -> None:
    assert facts(publisher) == (party, "organisation")


@pytest.mark.parametrize("publisher", ["Reuters", "Agencia EFE", "ABC (España)", "Washington Examiner"])
def test_the_press_speaks_for_nobody(publisher: str) -> None:
    assert facts(publisher) == (None, "press")


@pytest.mark.parametrize(
    "publisher",
    [
        None,
        "Ministry of Foreign Affairs",  # of which state?
        "Jefatura de Gabinete",  # holds the letters of a news agency
        "Corte Suprema",
        "Mexican Food Weekly",  # a state's adjective without a public office
        "Office of the Governor of Georgia",  # a state of the United States or the country
    ],
)
def test_what_is_not_known(publisher: str | None) -> None:
    assert facts(publisher) == (None, None)
