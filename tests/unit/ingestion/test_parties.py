"""For whom publishers and speakers speak."""

from datetime import date

import polars as pl
import pytest

from ingestion.parties import publishers, speaker_parties


def party(speaker: str, publisher: str | None, day: date | None = None) -> str | None:
    rows = pl.DataFrame(
        {"speaker": [speaker], "published_on": [day], "publisher_party": [publisher]},
        schema={"speaker": pl.String, "published_on": pl.Date, "publisher_party": pl.String},
    )
    found: str | None = speaker_parties(rows)["speaker_party"].item()
    return found


@pytest.mark.parametrize(
    ("speaker", "publisher", "expected"),
    [
        ("THE PRESIDENT", "USA", "USA"),
        ("MINISTRA DE MIGRACIONES", "ESP", "ESP"),
        ("SENIOR ADMINISTRATION OFFICIAL ONE", "USA", "USA"),
        ("OFFICIAL", None, None),
    ],
)
def test_officials_speak_for_the_publisher(speaker: str, publisher: str | None, expected: str | None) -> None:
    assert party(speaker, publisher) == expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("MINISTER OF THE INTERIOR OF HONDURAS", "HND"),
        ("AMBASSADOR OF MEXICO TO THE UNITED STATES", "MEX"),
        ("AMBASSADOR TO MEXICO", "CAN"),
        ("PRESIDENTE DE GUATEMALA, JUAN GIL", "GTM"),
    ],
)
def test_a_state_named_in_the_label_comes_first(speaker: str, expected: str) -> None:
    assert party(speaker, "CAN") == expected


def test_a_holder_of_office_speaks_for_the_own_state_while_in_office() -> None:
    assert party("PRESIDENT LÓPEZ OBRADOR", "USA", date(2022, 7, 12)) == "MEX"
    assert party("PRESIDENT LÓPEZ OBRADOR", "USA", date(2030, 7, 12)) is None
    assert party("President Lopez Obrador", "USA", None) == "MEX"


def test_an_office_that_one_state_has_tells_the_state() -> None:
    assert party("HOME SECRETARY", None) == "GBR"


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("PRESIDENTA DE LA COMISIÓN EUROPEA", "European Union"),
        ("MINISTRO DE ASUNTOS EXTERIORES, UNIÓN EUROPEA Y COOPERACIÓN", "ESP"),
    ],
)
def test_officers_of_organisations_speak_for_them(speaker: str, expected: str) -> None:
    assert party(speaker, "ESP") == expected


def test_heads_of_government_from_elsewhere_do_not_speak_for_the_publisher() -> None:
    assert party("PRIME MINISTER", "USA") is None
    assert party("PRIME MINISTER", "AUS") == "AUS"
    assert party("PRESIDENT NOBODYEVERHEARDOF", "USA") is None


def test_every_row_comes_back_in_order() -> None:
    rows = pl.DataFrame(
        {"speaker": ["B", "A", "B"], "published_on": [None, None, None], "publisher_party": ["USA", "MEX", "ESP"]},
        schema_overrides={"published_on": pl.Date},
    )
    assert speaker_parties(rows)["speaker_party"].to_list() == ["USA", "MEX", "ESP"]


def test_publishers_are_found_in_longer_names() -> None:
    names = pl.Series(["The White House, Office of the Press Secretary", "A Private Blog", None])
    assert publishers(names).rows() == [
        ("A Private Blog", None, None),
        ("The White House, Office of the Press Secretary", "USA", "government"),
    ]
