"""Registered names: boundaries, context, longest form, and what counts as the same instrument."""

from tests.unit.extraction.programs.reading import mentions, registered, surfaces


def test_the_longest_form_wins_and_words_are_whole() -> None:
    names = registered(("Amber Order", "amber"), ("Amber Order policy", "amber"), ("AO", "amber"))
    assert surfaces("The Amber Order policy and AOs ended; AO stays, AOX not.", names=names) == [
        ["Amber Order policy", "AO"]
    ]


def test_a_form_with_context_needs_it_in_its_own_document() -> None:
    names = registered(("TPF", "transit-fund"), context="Transit Protection")
    assert surfaces(
        "TPF money went to Transit Protection shelters.", "The TPF is a sailing club here.", names=names
    ) == [["TPF"], []]


def test_a_head_noun_after_a_registered_name_belongs_to_it() -> None:
    names = registered(("Blue Harbor", "blue-harbor"))
    found = mentions("We run the Blue Harbor initiative and the Blue Harbor partners met.", names=names)
    assert found["surface"].to_list() == ["Blue Harbor initiative", "Blue Harbor"]
    assert set(found["program_id"]) == {"blue-harbor"}


def test_a_spanish_head_noun_before_a_name_belongs_to_it() -> None:
    names = registered(("Manos Abiertas", "manos-abiertas"))
    assert surfaces(
        'Presentamos la estrategia nacional de acogida "Manos Abiertas" y el programa Manos Abiertas sigue en marcha.',
        "Los acuerdos de Manos Abiertas siguen en pie para todos.",
        language="es",
        names=names,
    ) == [['estrategia nacional de acogida "Manos Abiertas"', "programa Manos Abiertas"], ["Manos Abiertas"]]


def test_a_further_head_makes_another_instrument() -> None:
    names = registered(("Tallinn Compact", "tallinn-compact"))
    found = mentions("Officials of the Tallinn Compact Secretariat praised the Tallinn Compact today.", names=names)
    assert found["surface"].to_list() == ["Tallinn Compact Secretariat", "Tallinn Compact"]
    assert found["program_id"].to_list() == [None, "tallinn-compact"]


def test_a_registered_acronym_in_brackets_names_what_stands_before_it() -> None:
    names = registered(("RPX", "response-plan-x"))
    found = mentions("Agencies launched the Sahel Response Plan (RPX) in the capital.", names=names)
    assert found["program_id"].to_list() == ["response-plan-x", "response-plan-x"]
