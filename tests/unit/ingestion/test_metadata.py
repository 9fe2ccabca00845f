"""What a text says about itself where its source is silent."""

from datetime import date

import polars as pl
import pytest

from ingestion.metadata.dates import dates_in, given_date
from ingestion.metadata.genre import genre
from ingestion.metadata.language import given_language, language_of
from ingestion.metadata.publisher import publishers_in
from ingestion.metadata.title import cleaned_title, title, titles_in
from ingestion.segmentation import segments


def parts(text: str) -> pl.DataFrame:
    documents = pl.DataFrame(
        {"document": [0], "text": [text], "genre": [None], "public": [True], "press": [False]},
        schema_overrides={"genre": pl.String},
    )
    return segments(documents)


def date_in(text: str) -> date | None:
    found = dates_in(parts(text))["stated_date"]
    return found.item() if found.len() else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two governments will open three offices in the harbours.", "en"),
        ("Los dos gobiernos abrirán tres oficinas en los puertos del sur.", "es"),
        ("Les deux gouvernements ouvriront trois bureaux dans les ports.", "fr"),
        ("Оба правительства откроют три бюро.", "und"),
        ("123", "und"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language_of(text) == expected


@pytest.mark.parametrize(
    ("given", "expected"), [("en", "en"), ("es-MX", "es"), ("EN_us", "en"), ("English", None), (None, None)]
)
def test_given_language(given: str | None, expected: str | None) -> None:
    assert given_language(given) == expected


@pytest.mark.parametrize(
    "given",
    ["2031-05-12", "2031-05-12T10:00:00Z", "May 12, 2031", "12 May 2031", "12 de mayo de 2031", "12th May, 2031"],
)
def test_given_dates(given: str) -> None:
    assert pl.select(given_date(pl.lit(given))).item() == date(2031, 5, 12)


@pytest.mark.parametrize("given", ["soon", "2031-13-45", "31 February 2031", "12/05/2031", ""])
def test_what_is_no_date_is_null(given: str) -> None:
    assert pl.select(given_date(pl.lit(given))).item() is None


LONG = "The two governments will open three offices in the harbours of the south this year."


@pytest.mark.parametrize(
    "text",
    [
        f"Joint Statement\n\nMay 12, 2031\n\n{LONG}",
        f"Press release\n\nFriday, 12 May 2031\n\n{LONG}",
        f"{LONG}\n\nTHE PALACE,\n\nMay 12, 2031.",
        f"LISBON, May 12, 2031 – {LONG}",
        f"Ciudad del Puerto, a 12 de mayo de 2031.- {LONG}",
        f"Conferencia de prensa de la presidenta del 12 de mayo de 2031\n\n{LONG}",
    ],
)
def test_dates_that_a_text_states_as_its_own(text: str) -> None:
    assert date_in(text) == date(2031, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        f"Joint Statement\n\nOn May 12, 2031 the ministers met in Lisbon and talked about ferries.\n\n{LONG}",
        f"Notice on Order 77 of May 12, 2031\n\n{LONG}",
        f"{LONG}\n\nThe offices stay open until the end of the mandate that began on May 12, 2031.",
    ],
)
def test_dates_of_other_things_do_not_count(text: str) -> None:
    assert date_in(text) is None


def test_titles() -> None:
    assert titles_in(parts(f"Sign Up\n\nFerries for All\n\n{LONG}"))["stated_title"].to_list() == ["Ferries for All"]
    assert titles_in(parts(LONG * 5)).is_empty()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (r"Ferries \u2013 all\_of them", "Ferries – all of them"),
        (r"Declaraci\xF3n de los", "Declaración de los"),
        ("  Ferries\n for all \\", "Ferries for all"),
        ("\\", None),
        (None, None),
    ],
)
def test_traces_of_transport_are_removed_from_titles(given: str | None, expected: str | None) -> None:
    assert cleaned_title(given) == expected


def test_a_title_that_was_cut_is_completed_from_the_text() -> None:
    frame = pl.DataFrame({"given": ["Ferries for", "Other", None], "stated": ["Ferries for All", "Ferries", "Ferries"]})
    assert frame.select(title(pl.col("given"), pl.col("stated"))).to_series().to_list() == [
        "Ferries for All",
        "Other",
        "Ferries",
    ]


@pytest.mark.parametrize(
    ("name", "kind", "turns", "voices", "expected"),
    [
        ("Fact sheet: ferries", None, 0, 0, "fact_sheet"),
        ("Joint Statement on Ferries", "government", 0, 0, "joint_statement"),
        ("Readout of a Call on Ferries", None, 0, 0, "readout"),
        ("Remarks by the Minister", None, 1, 1, "speech"),
        ("Remarks by the Minister", None, 12, 2, "transcript"),
        ("Remarks by the Minister", None, 12, 1, "speech"),
        ("Comunicado conjunto sobre puertos", None, 0, 0, "joint_statement"),
        ("Declaración de los puertos", None, 0, 0, "declaration"),
        ("Ferries run again", "press", 0, 0, "news_article"),
        ("Statement by the Minister", "government", 0, 0, "press_release"),
        ("Ferries run again", "government", 0, 0, "other"),
        (None, None, 0, 0, "other"),
    ],
)
def test_genre(name: str | None, kind: str | None, turns: int, voices: int, expected: str) -> None:
    frame = pl.DataFrame(
        {"title": [name], "text": [LONG], "publisher_kind": [kind], "turn_count": [turns], "voice_count": [voices]},
        schema_overrides={"title": pl.String, "publisher_kind": pl.String},
    )
    assert frame.select(genre()).item() == expected


def test_publishers_named_in_furniture_or_alone_on_a_line() -> None:
    assert publishers_in(parts(f"{LONG}\n\nTHE WHITE HOUSE,\n\nMay 12, 2031."))["stated_publisher"].to_list() == [
        "THE WHITE HOUSE"
    ]
    assert publishers_in(parts(f"{LONG}\n\nOriginally published at Reuters"))["stated_publisher"].to_list() == [
        "Reuters"
    ]
    assert publishers_in(parts(f"{LONG} The White House said so.")).is_empty()
