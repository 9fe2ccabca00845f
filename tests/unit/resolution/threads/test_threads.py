"""Statements of one undertaking are one thread; different undertakings never are."""

from __future__ import annotations

from datetime import date

import pytest

from tests.thread_statements import statement, threaded
from warehouse.schema import TABLES, polars_schema

PATROL = "will set up a joint coastal patrol unit to stop fuel smuggling"

SAME = {
    "the same words in another document": [statement(PATROL), statement(PATROL)],
    "another force and voice of the same verb": [
        statement(PATROL),
        statement("pledged to establish a coastal patrol unit against fuel smuggling"),
    ],
    "a noun for the verb and another purpose added": [
        statement(PATROL),
        statement("announced the creation of a coastal patrol unit to stop fuel smuggling from three harbours"),
    ],
    "another language": [
        statement("will open three registration offices for seasonal workers in coastal towns"),
        statement("abrirán tres oficinas de registro para trabajadores temporales", language="es", action="abrir"),
    ],
    "another language and the same amount": [
        statement("will invest $40 million in schools for displaced children", figure_values=[40e6]),
        statement(
            "destinarán 40 millones de dólares a escuelas para niños desplazados",
            language="es",
            figure_values=[40e6],
            action="destinar",
        ),
    ],
    "the same large amount in other words": [
        statement("will spend $40 million on classrooms near the harbour", figure_values=[40e6], action="spend"),
        statement("pledged to build classrooms worth $40 million", figure_values=[40e6], action="build"),
    ],
    "the same program, whatever is said of it": [
        statement("will set up a maritime rescue unit off the western coast", program_ids=["dakar-rescue-unit"]),
        statement(
            "announced the creation of a maritime rescue unit with crews of nine nations",
            program_ids=["dakar-rescue-unit"],
        ),
    ],
    "one party alone restates what both said": [statement(PATROL), statement(PATROL, actors=["SEN"])],
    "a year later, in the same words": [statement(PATROL), statement(PATROL, published_on=date(2020, 4, 1))],
    "a date is not known": [statement(PATROL), statement(PATROL, published_on=None)],
}
DIFFERENT = {
    "another object": [
        statement("will open a registration office for seasonal workers"),
        statement("will open a vaccination clinic for cattle herders"),
    ],
    "an object with one more word in common": [
        statement("will train border guards in first aid"),
        statement("will train border judges in labour law"),
    ],
    "another amount": [
        statement("will invest $40 million in schools for displaced children", figure_values=[40e6]),
        statement("will invest $15 million in schools for displaced children", figure_values=[15e6]),
    ],
    "one amount twice in one document": [
        statement("will pay the first $40 million for classrooms", figure_values=[40e6], document="doc_both"),
        statement("will raise another $40 million for classrooms", figure_values=[40e6], document="doc_both"),
    ],
    "two items of one list": [
        statement("will review trade rules on harbour fees for fishing fleets", document="doc_list"),
        statement("will review trade rules on labour law for fishing fleets", document="doc_list"),
    ],
    "the same small number": [
        statement("will open 12 clinics in harbour towns", figure_values=[12.0]),
        statement("will open 12 ferry lines between harbour islands", figure_values=[12.0]),
    ],
    "another actor": [statement(PATROL, actors=["NOR"]), statement(PATROL, actors=["SEN"])],
    "no actor known": [statement(PATROL, actors=[]), statement(PATROL, actors=[])],
    "another action": [
        statement("will open the ferry terminal shelters for stranded families"),
        statement("will close the ferry terminal shelters for stranded families"),
    ],
    "another place": [
        statement("will open a registration office for seasonal workers in Ghana"),
        statement("will open a registration office for seasonal workers in Togo"),
    ],
    "another program": [
        statement(PATROL, program_ids=["atlantic-compact"]),
        statement(PATROL + " and oil theft", program_ids=["sahel-compact"]),
    ],
    "another period": [
        statement("will admit 900 seasonal workers", period_start=date(2019, 1, 1), period_end=date(2019, 12, 31)),
        statement("will admit 900 seasonal workers", period_start=date(2020, 1, 1), period_end=date(2020, 12, 31)),
    ],
    "many years between": [statement(PATROL), statement(PATROL + " again", published_on=date(2023, 5, 4))],
    "only the instrument in common": [
        statement("will expand visas for nurses under the Dakar Oslo Labour Compact"),
        statement("will expand night flights of the police under the Dakar Oslo Labour Compact"),
    ],
    "words that say little": [statement("will continue to do so"), statement("will continue to do so")],
}


@pytest.mark.parametrize("case", SAME)
def test_one_undertaking_is_one_thread(case: str) -> None:
    ids, threads = threaded(*SAME[case])
    assert len(set(ids)) == 1
    assert threads["statement_count"].to_list() == [len(ids)]


@pytest.mark.parametrize("case", DIFFERENT)
def test_different_undertakings_stay_apart(case: str) -> None:
    ids, threads = threaded(*DIFFERENT[case])
    assert len(set(ids)) == len(ids)
    assert sorted(threads["thread_id"]) == sorted(ids)


def test_likeness_does_not_pass_on_from_neighbour_to_neighbour() -> None:
    first = statement("will train coastal guards on night rescue with harbour pilots")
    middle = statement(
        "will train coastal guards on night rescue, radio use and first aid", published_on=date(2019, 6, 1)
    )
    last = statement("will train radio use and first aid trainers, tutors, mentors", published_on=date(2019, 7, 1))
    ids, _ = threaded(first, middle, last)
    assert ids[0] != ids[2]


def test_a_thread_keeps_its_id_when_later_documents_arrive() -> None:
    before, _ = threaded(statement(PATROL))
    after, _ = threaded(statement(PATROL), statement(PATROL, published_on=date(2019, 8, 1)))
    assert set(after) == set(before)


def test_the_table_has_the_published_columns() -> None:
    _, threads = threaded(statement(PATROL), statement(PATROL, published_on=None))
    published = polars_schema(TABLES["commitment_threads"])
    assert set(threads.columns) == set(published)
    assert all(threads.schema[name] == published[name] for name in published if name != "topic")


def test_a_row_tells_parties_dates_counts_and_the_shortest_complete_wording() -> None:
    _, threads = threaded(
        statement(PATROL + ", as both sides said with great pleasure", published_on=date(2019, 5, 1)),
        statement(PATROL, published_on=date(2019, 5, 2), publisher="Another ministry"),
        statement(PATROL, published_on=date(2019, 5, 3), actors=["SEN"]),
    )
    assert threads.select(
        "title", "actors", "first_stated_on", "last_stated_on", "statement_count", "document_count", "publisher_count"
    ).row(0) == (PATROL, ["NOR", "SEN"], date(2019, 5, 1), date(2019, 5, 3), 3, 3, 2)


def test_near_duplicate_documents_count_once() -> None:
    ids, threads = threaded(
        statement(PATROL, document="doc_original"),
        statement(PATROL, document="doc_copy", near_duplicate_of="doc_original", publisher="A mirror site"),
    )
    assert len(set(ids)) == 1
    assert threads.select("statement_count", "document_count", "publisher_count").row(0) == (1, 1, 1)


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ([], "announced"),
        ([{"force": "reaffirm"}], "reaffirmed"),
        ([{"force": "launch"}], "launched"),
        ([{"force": "launch"}, {"force": "reaffirm"}], "launched"),
        ([{"polarity": "negated"}], "contradicted"),
        ([{"polarity": "negated"}, {"force": "launch"}], "launched"),
    ],
)
def test_status_follows_the_life_of_the_undertaking(later: list[dict[str, object]], status: str) -> None:
    statements = [statement(PATROL, force="plan")]
    statements += [
        statement(PATROL, published_on=date(2019, 6 + number, 1), **values) for number, values in enumerate(later)
    ]
    _, threads = threaded(*statements)
    assert threads["status"].to_list() == [status]
