"""Force, polarity, action, topic, objectives, period and the columns that lead to the actors."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.extraction.commitments.reading import Case, commitments, commitments_of

FORCES: list[tuple[str, str, dict[str, str]]] = [
    ("Ghana pledged to reopen the camp.", "pledge", {}),
    ("Ghana will commit to reopening the camp.", "pledge", {}),
    ("Ghana will hire nurses.", "plan", {}),
    ("Ghana intends to hire nurses.", "plan", {}),
    ("Ghana will launch a hostel scheme.", "launch", {}),
    ("Ghana will open its labour market.", "plan", {}),
    ("Ghana will open a consulate in Bamako.", "launch", {}),
    ("Ghana stands ready to hire nurses.", "plan", {}),
    ("Norway has allocated $9 million to the clinics.", "plan", {}),
    ("Ghana announced a hostel scheme.", "launch", {}),
    ("Ghana announced a $3 million pledge for hostels.", "pledge", {}),
    ("Ghana announced its intention to hire nurses.", "plan", {}),
    ("Ghana announced that the quota will be maintained.", "reaffirm", {}),
    ("Ghana will continue to hire nurses.", "reaffirm", {}),
    ("Ghana remains committed to hiring nurses.", "reaffirm", {}),
    ("Ghana reaffirmed its pledge to hire nurses.", "reaffirm", {}),
    ("Perú prometió contratar enfermeras.", "pledge", {"language": "es"}),
    ("Perú contratará enfermeras.", "plan", {"language": "es"}),
    ("Perú lanzará un fondo.", "launch", {"language": "es"}),
    ("Estamos decididos a contratar enfermeras.", "pledge", {"language": "es"}),
    ("Las obras empezarán en mayo.", "plan", {"language": "es"}),
    ("Perú seguirá contratando enfermeras.", "reaffirm", {"language": "es"}),
    ("Perú pondrá en marcha un fondo.", "launch", {"language": "es"}),
    ("Perú pondrá a disposición un fondo.", "plan", {"language": "es"}),
]

POLARITIES: list[tuple[str, str, dict[str, str]]] = [
    ("Ghana will not reopen the camp.", "negated", {}),
    ("Ghana refused to reopen the camp.", "negated", {}),
    ("If the rains stop, Ghana will reopen the camp.", "conditional", {}),
    ("Ghana will reopen the camp unless the rains stop.", "conditional", {}),
    ("Ghana will reopen the camp once the road is dry.", "affirmed", {}),
    ("Perú no reabrirá el albergue.", "negated", {"language": "es"}),
    ("Perú no cerrará el puerto ni expulsará a nadie.", "negated", {"language": "es"}),
    ("Si para la lluvia, Perú reabrirá el albergue.", "conditional", {"language": "es"}),
]

ACTIONS: list[tuple[str, list[str], dict[str, str]]] = [
    ("Ghana committed to expanding visas and building a port.", ["expand", "build"], {}),
    ("Ghana will be hiring nurses.", ["hire"], {}),
    ("Ghana will work with Mali to close the quarry.", ["close"], {}),
    ("Ghana announced a hostel scheme.", ["announce"], {}),
    ("Rescued passengers will be transferred to Accra.", ["transfer"], {}),
    ("Perú tendrá en cuenta y pondrá orden.", ["poner"], {"language": "es"}),
    ("Perú se comprometió a protegerlas y a financiar escuelas.", ["proteger", "financiar"], {"language": "es"}),
]


@pytest.mark.parametrize(("text", "force", "facts"), FORCES)
def test_force(text: str, force: str, facts: dict[str, str]) -> None:
    assert [row["force"] for row in commitments(text, **facts)] == [force]


@pytest.mark.parametrize(("text", "polarity", "facts"), POLARITIES)
def test_polarity(text: str, polarity: str, facts: dict[str, str]) -> None:
    assert {row["polarity"] for row in commitments(text, **facts)} == {polarity}


@pytest.mark.parametrize(("text", "actions", "facts"), ACTIONS)
def test_action_is_the_infinitive_of_what_is_undertaken(text: str, actions: list[str], facts: dict[str, str]) -> None:
    assert [row["action"] for row in commitments(text, **facts)] == actions


def test_later_members_of_a_future_have_the_force_of_their_own_verb() -> None:
    rows = commitments("Ghana will launch a hostel scheme, hire nurses, and continue to fund clinics.")
    assert [row["force"] for row in rows] == ["launch", "plan", "reaffirm"]


def test_topic_and_objectives_of_the_global_compact() -> None:
    cases: list[Case] = [
        ("Ghana will issue seasonal visas to bakers.", {}),
        ("Ghana will dismantle people smuggling rings.", {}),
        ("Ghana will paint the hall.", {}),
        ("Perú protegerá a las víctimas de trata de personas.", {"language": "es"}),
    ]
    rows = [rows[0] for rows in commitments_of(cases)]
    assert [row["topic"] for row in rows] == ["migration_pathways", "enforcement", "other", "protection"]
    assert [row["gcm_objectives"] for row in rows] == [[5], [9], None, [10]]


def test_period_is_the_first_one_in_the_clause_that_is_not_past() -> None:
    (row,) = commitments("Since 2019 the camp is closed, and Ghana will reopen it by 30 June 2033.")
    assert (row["period_start"], row["period_end"]) == (None, date(2033, 6, 30))


def test_no_period_when_none_is_stated() -> None:
    (row,) = commitments("Ghana will reopen the camp.")
    assert (row["period_start"], row["period_end"]) == (None, None)


def test_later_members_point_to_their_governing_head() -> None:
    text = "On Monday, Ghana will reopen the camp and hire 20 nurses."
    first, second = commitments(text)
    assert first["head_start"] == second["head_start"] == text.index("will reopen")
    assert first["clause_start"] == second["clause_start"] == 0


def test_list_items_point_to_their_lead_in() -> None:
    text = "The plan is old.\nGhana will:\n- Reopen the camp.\nMali will hire 20 nurses."
    item, other = commitments(text)
    assert (item["voice"], item["lead_sentence"]) == ("list_item", 1)
    assert (other["voice"], other["lead_sentence"]) == ("active", None)


def test_voice() -> None:
    cases: list[Case] = [
        ("Rescued passengers will be transferred to Accra.", {}),
        ("Se abrirán dos albergues.", {"language": "es"}),
    ]
    assert [rows[0]["voice"] for rows in commitments_of(cases)] == ["passive", "impersonal"]


def test_speaker_and_role_are_kept() -> None:
    (row,) = commitments("We will hire 20 nurses.", genre="transcript", speaker_role="official")
    assert (row["speaker"], row["speaker_role"]) == ("SPEAKER", "official")
