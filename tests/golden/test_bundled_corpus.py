"""The bundled corpus is whole and its gold annotations fit their texts and the codebook. Extraction is not run here."""

from __future__ import annotations

import csv
import itertools
import json
import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from warehouse.reference import load
from warehouse.schema import enumerations

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
LANGUAGES = ("en", "es")
MANIFEST_COLUMNS = (
    "source_name",
    "title",
    "publisher",
    "genre",
    "language",
    "published_on",
    "rights",
    "source_uri",
    "restates_title",
    "restates_publisher",
)
OPEN_ABOVE = ("more_than", "at_least")
OPEN_BELOW = ("less_than", "at_most")
SHINGLE_WORDS = 5
NEAR_COPY_SHARE = 0.25

Row = dict[str, Any]


def manifest_rows(language: str) -> list[dict[str, str]]:
    with (CORPUS / "documents" / language / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def canonical_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


MANIFEST = {row["source_name"]: row for language in LANGUAGES for row in manifest_rows(language)}
TEXTS = {path.name: canonical_text(path) for path in sorted((CORPUS / "documents").glob("*/*.txt"))}
GOLD: dict[str, Row] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((CORPUS / "gold").glob("*/*.json"))
}


@pytest.fixture(params=sorted(GOLD))
def gold(request: pytest.FixtureRequest) -> Row:
    return GOLD[request.param]


def span(gold_row: Row, text: str) -> tuple[int, int]:
    start = -1
    for _ in range(gold_row["nth"]):
        start = text.find(gold_row["surface"], start + 1)
        assert start >= 0, f"occurrence {gold_row['nth']} of {gold_row['surface']!r} is not in the text"
    return start, start + len(gold_row["surface"])


def mentions(gold: Row) -> list[Row]:
    return [mention for program in gold["programs"] for mention in program["mentions"]]


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1)}


def is_iso_date(value: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)) and date.fromisoformat(value) is not None


# --- the manifests and the files


@pytest.mark.parametrize("language", LANGUAGES)
def test_manifest_lists_exactly_the_files(language: str) -> None:
    rows = manifest_rows(language)
    listed = [row["source_name"] for row in rows]
    assert tuple(rows[0]) == MANIFEST_COLUMNS
    assert len(set(listed)) == len(listed)
    assert sorted([*listed, "manifest.csv"]) == sorted(
        path.name for path in (CORPUS / "documents" / language).iterdir()
    )
    assert {row["language"] for row in rows} == {language}


def test_every_document_names_its_source_and_licence() -> None:
    for name, row in MANIFEST.items():
        missing = [column for column in MANIFEST_COLUMNS if column != "source_uri" and not row[column]]
        assert not missing, f"{name} lacks {missing}"
        assert row["rights"] == "CC-BY-4.0", name
        assert is_iso_date(row["published_on"]), name


def test_sizes_promised_by_the_readme() -> None:
    by_language = Counter(row["language"] for row in MANIFEST.values())
    assert sum(by_language.values()) >= 30
    assert by_language["en"] >= 20
    assert by_language["es"] >= 10


def test_every_genre_occurs() -> None:
    assert {row["genre"] for row in MANIFEST.values()} == set(enumerations.GENRE)


def test_no_document_is_a_near_copy_of_another() -> None:
    pieces = {name: shingles(text) for name, text in TEXTS.items()}
    for one, other in itertools.combinations(sorted(pieces), 2):
        shared = len(pieces[one] & pieces[other]) / min(len(pieces[one]), len(pieces[other]))
        assert shared < NEAR_COPY_SHARE, f"{one} and {other} share {shared:.0%} of their runs of {SHINGLE_WORDS} words"


def test_misprints_line_ends_and_spaces_that_readers_must_survive_are_there() -> None:
    raw = [path.read_bytes() for path in (CORPUS / "documents").glob("*/*.txt")]
    assert any(b"\r\n" in content for content in raw)
    assert any("\u00a0".encode() in content for content in raw)
    assert any("malformed_number" in figure["flags"] for gold in GOLD.values() for figure in gold["figures"])


# --- the annotations


def test_every_document_has_gold_and_the_reverse() -> None:
    assert sorted(GOLD) == sorted(Path(name).stem for name in MANIFEST)


def test_head_of_gold_agrees_with_the_manifest(gold: Row) -> None:
    row = MANIFEST[gold["doc"]]
    for column in ("title", "publisher", "genre", "language", "published_on"):
        assert gold[column] == row[column], column


def test_surfaces_stand_in_the_text(gold: Row) -> None:
    text = TEXTS[gold["doc"]]
    for table in (gold["figures"], mentions(gold), gold["commitments"]):
        spans = [span(row, text) for row in table]
        assert len(set(spans)) == len(spans)
        assert all(row["surface"] == row["surface"].strip() for row in table)


@pytest.mark.parametrize("table", ["figures", "commitments"])
def test_rows_of_a_table_do_not_overlap(gold: Row, table: str) -> None:
    spans = sorted(span(row, TEXTS[gold["doc"]]) for row in gold[table])
    for (_, end), (start, _) in itertools.pairwise(spans):
        assert end <= start


def test_values_are_those_of_the_codebook(gold: Row) -> None:
    assert gold["genre"] in enumerations.GENRE
    for program in gold["programs"]:
        assert program["kind"] in enumerations.PROGRAM_KIND, program["program"]
        assert program["topic"] in enumerations.TOPIC, program["program"]
        assert program["mentions"], program["program"]
    for figure in gold["figures"]:
        assert figure["bound"] in enumerations.BOUND, figure["surface"]
        assert figure["unit_kind"] in enumerations.UNIT_KIND, figure["surface"]
        assert figure["status"] in enumerations.FIGURE_STATUS, figure["surface"]
        assert figure["speaker_role"] is None or figure["speaker_role"] in enumerations.SPEAKER_ROLE
        assert set(figure["flags"]) <= set(enumerations.FIGURE_FLAG), figure["surface"]
        assert figure["unit"] and figure["measure"], figure["surface"]
    for commitment in gold["commitments"]:
        assert len(set(commitment["actor"])) == len(commitment["actor"]), commitment["surface"]
        assert commitment["force"] in enumerations.FORCE, commitment["surface"]
        assert commitment["polarity"] in enumerations.POLARITY, commitment["surface"]


def test_bounds_agree_with_the_values(gold: Row) -> None:
    for figure in gold["figures"]:
        low, high, bound, surface = figure["low"], figure["high"], figure["bound"], figure["surface"]
        if "malformed_number" in figure["flags"]:
            assert low is None and high is None, surface
        elif bound in OPEN_ABOVE:
            assert low is not None and high is None, surface
        elif bound in OPEN_BELOW:
            assert low is None and high is not None, surface
        elif bound == "range":
            assert low < high, surface
        else:
            assert low is not None and low == high, surface


def test_units_agree_with_their_kind(gold: Row) -> None:
    for figure in gold["figures"]:
        if figure["unit_kind"] == "money":
            assert re.fullmatch("[A-Z]{3}", figure["unit"]), figure["surface"]
        elif figure["unit_kind"] in ("people", "percent"):
            assert figure["unit"] == {"people": "person", "percent": "percent"}[figure["unit_kind"]], figure["surface"]


def test_periods_are_intervals(gold: Row) -> None:
    for row in (*gold["figures"], *gold["commitments"]):
        if row["period"] is None:
            continue
        start, end = row["period"]
        stated = [day for day in (start, end) if day is not None]
        assert stated and all(is_iso_date(day) for day in stated), row["surface"]
        assert stated == sorted(stated), row["surface"]


def test_commitments_refer_to_annotated_figures_and_programs(gold: Row) -> None:
    text = TEXTS[gold["doc"]]
    figures = [(span(figure, text), figure["surface"]) for figure in gold["figures"]]
    programs = {program["program"] for program in gold["programs"]}
    for commitment in gold["commitments"]:
        start, end = span(commitment, text)
        inside = [surface for (first, last), surface in figures if start <= first and last <= end]
        assert Counter(commitment["amounts"]) == Counter(inside), commitment["surface"]
        assert set(commitment["programs"]) <= programs, commitment["surface"]


def test_actors_are_states_by_code_or_organisations_by_an_english_name(gold: Row) -> None:
    organisations = load("organisations")
    names = {*organisations["name_en"], *"|".join(organisations["aliases"].drop_nulls()).split("|")}
    known = {*load("countries")["code"], *names}
    assert {actor for commitment in gold["commitments"] for actor in commitment["actor"]} <= known


def test_signing_is_a_launch(gold: Row) -> None:
    signed = [row for row in gold["commitments"] if re.match("sign|firm(?:a|ó)|suscri", row["surface"])]
    assert {row["force"] for row in signed} <= {"launch"}


def test_only_transcripts_give_figures_a_speaker(gold: Row) -> None:
    roles = {figure["speaker_role"] for figure in gold["figures"]}
    if gold["genre"] != "transcript":
        assert roles <= {None}


def test_a_program_is_the_same_thing_in_every_document() -> None:
    described = defaultdict(set)
    for gold in GOLD.values():
        for program in gold["programs"]:
            described[program["program"]].add((program["kind"], program["topic"]))
    assert {name: seen for name, seen in described.items() if len(seen) > 1} == {}


def test_some_programs_run_through_documents_of_several_publishers() -> None:
    publishers = defaultdict(set)
    for gold in GOLD.values():
        for program in gold["programs"]:
            publishers[program["program"]].add(gold["publisher"])
    assert sum(len(seen) >= 3 for seen in publishers.values()) >= 4
