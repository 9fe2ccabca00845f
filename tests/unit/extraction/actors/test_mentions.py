"""Which words name someone who may act."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from extraction.actors import actors_of_figures, document_parties, find_actors
from extraction.sentences import split_sentences
from tests.marked_document import frames


def found(text: str, **document: Any) -> list[tuple[str, list[str] | None, str]]:
    mentions = find_actors(split_sentences(*frames(text, **document))).collect()
    return mentions.select("surface", "parties", "kind").rows()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway left.", ("Norway", ["NOR"], "country")),
        ("The Norwegian government left.", ("Norwegian government", ["NOR"], "government")),
        (
            "The government of the Republic of Korea left.",
            ("government of the Republic of Korea", ["KOR"], "government"),
        ),
        ("Senegal's new labour ministry left.", ("Senegal's new labour ministry", ["SEN"], "government")),
        (
            "The Department of Homeland Security (DHS) left.",
            ("Department of Homeland Security (DHS)", ["USA"], "agency"),
        ),
        ("President Mona Lund left.", ("President Mona Lund", None, "leader")),
        ("Prime Minister of Fiji Mona Lund left.", ("Prime Minister of Fiji Mona Lund", ["FJI"], "leader")),
        ("Both delegations left.", ("Both delegations", None, "joint")),
        ("The UK-France hotline rang.", ("UK-France", ["FRA", "GBR"], "joint")),
        ("Norwegians left.", ("Norwegians", None, "people")),
        ("The U.S. Harbour Health Service left.", ("U.S. Harbour Health Service", ["USA"], "agency")),
        (
            "The Ministry of Lakes and Rivers of Peru left.",
            ("Ministry of Lakes and Rivers of Peru", ["PER"], "government"),
        ),
        ("The Ministry of Lakes and Rivers left.", ("Ministry of Lakes and Rivers", None, "government")),
        ("IOM left.", ("IOM", ["IOM"], "organisation")),
    ],
)
def test_the_words_around_a_name_belong_to_it(text: str, expected: tuple[str, list[str] | None, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El Gobierno peruano salió.", ("Gobierno peruano", ["PER"], "government")),
        ("La ministra de Trabajo de Honduras salió.", ("ministra de Trabajo de Honduras", ["HND"], "office")),
        ("Los dos presidentes salieron.", ("Los dos presidentes", None, "joint")),
    ],
)
def test_spanish_puts_the_state_after_the_office(text: str, expected: tuple[str, list[str] | None, str]) -> None:
    mentions = found(text, language="es")
    assert mentions[0] == expected or mentions[0][1:] == expected[1:]


@pytest.mark.parametrize(
    "text",
    ["New Mexico left.", "Latin America left.", "He read USAToday.", "Wearing chinos is allowed.", "Jersey left."],
)
def test_longer_names_and_parts_of_words_are_no_states(text: str) -> None:
    assert [mention for mention in found(text) if mention[1]] == []


def test_a_person_counts_for_the_office_held_at_the_date_of_the_document() -> None:
    text = "Justin Trudeau spoke."
    assert found(text, published_on=date(2018, 1, 1))[0][1:] == (["CAN"], "leader")
    assert found(text, published_on=date(1995, 1, 1))[0][1:] == (None, "other")
    assert found(text, published_on=None)[0][1:] == (["CAN"], "leader")


def test_an_introduced_name_that_two_parties_share_says_nothing() -> None:
    text = "The Danish foreign minister Ida Lund met the Finnish foreign minister Aki Lund. Minister Lund left."
    assert found(text)[-1] == ("Minister Lund", None, "leader")


@pytest.mark.parametrize(("text", "party"), [("Tirana agreed.", "ALB"), ("Nuakchot agreed.", "MRT")])
def test_capitals_stand_for_governments(text: str, party: str) -> None:
    assert found(text)[0][1] == [party]


def test_a_name_of_two_meanings_counts_only_when_its_document_bears_it_out() -> None:
    assert [mention for mention in found("Jordan left.") if mention[1]] == []
    assert ("Jordan", ["JOR"], "country") in found("Jordan left. The Jordanian government stayed.")


def test_offsets_point_at_the_surface_behind_letters_of_two_bytes() -> None:
    sentences = split_sentences(*frames("Según José, España y Perú acordarán más vuelos.", language="es"))
    rows = find_actors(sentences).join(sentences.select("sentence", "text"), on="sentence").collect()
    cut = rows.select(pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start")))["text"].to_list()
    assert cut == rows["surface"].to_list() == ["España", "Perú"]


@pytest.mark.parametrize(
    ("document", "parties", "joint_text"),
    [
        ({"title": "Joint statement of Spain and Morocco", "genre": "joint_statement"}, ["ESP", "MAR"], True),
        (
            {"title": "Readout of the meeting of President X of Ghana with Togo", "genre": "readout"},
            ["GHA", "TGO"],
            False,
        ),
        ({"title": "New visas for students from India", "publisher": "Home Office"}, ["GBR"], False),
        ({"title": None, "genre": "declaration"}, ["NOR", "SEN"], True),
    ],
)
def test_the_parties_of_a_document(document: dict[str, Any], parties: list[str], joint_text: bool) -> None:
    documents, segments = frames("Norway and Senegal met in Dakar. They spoke.", **document)
    told = document_parties(documents, split_sentences(documents, segments)).collect()
    assert told.select("parties", "joint_text").row(0) == (parties, joint_text)


@pytest.mark.parametrize(
    ("text", "figure", "parties"),
    [
        ("Norway welcomed 900 families.", "900 families", ["NOR"]),
        ("The fund spent 900 kroner in Norway.", "900 kroner", []),
        ("Some 900 families were welcomed by Norway.", "900 families", ["NOR"]),
        ("Norway thanked Senegal, which housed 900 families.", "900 families", ["SEN"]),
        ("Norway spoke; 900 families left.", "900 families", []),
    ],
)
def test_figures_go_with_the_party_that_acts_in_their_clause(text: str, figure: str, parties: list[str]) -> None:
    sentences = split_sentences(*frames(text))
    start = text.index(figure)
    rows = sentences.select("sentence", "document_id", char_start=start, char_end=start + len(figure))
    assert actors_of_figures(rows, sentences).collect()["actors"].to_list() == [parties]
