"""A release of the shared seeds answers the questions it was made for, with evidence; a second build is a no-op."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from tests.shared_data import SHARED, needs_shared
from warehouse.database import run_query
from warehouse.release.verify import verify_release

pytestmark = needs_shared

MIGCOOP = Path(sys.executable).parent / "migcoop"


def build(home: Path) -> str:
    environment = os.environ | {"MIGCOOP_HOME": str(home), "NO_COLOR": "1", "COLUMNS": "200"}
    seeds = str(SHARED / "corpus" / "seeds")
    command = [str(MIGCOOP), "build", "--corpus", seeds, "--released-on", "2026-03-01"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    build(folder)
    return folder


def ask(home: Path, query: str) -> pl.DataFrame:
    return run_query(home / "releases" / "2026.3.0" / "migcoop.duckdb", query)


@pytest.mark.parametrize(
    ("low", "unit", "where"),
    [
        (
            1.5e9,
            "USD",
            "period_start = DATE '2022-01-01' AND period_end = DATE '2024-12-31' AND list_contains(actors, 'MEX')",
        ),
        (3.4e9, "USD", "value_high = value_low"),
        (26, "project", "unit_kind = 'count'"),
        (11_500, "visa", "list_contains(program_ids, 'h-2b-visa')"),
        (
            300_000,
            "visa",
            "bound = 'more_than' AND period_start = DATE '2020-10-01' AND period_end = DATE '2021-09-30'",
        ),
        (482_000, "person", "bound = 'more_than' AND period_start = DATE '2023-05-12' AND period_end IS NULL"),
    ],
)
def test_figures_can_be_asked_for(home: Path, low: float, unit: str, where: str) -> None:
    found = ask(home, f"SELECT surface FROM figures WHERE value_low = {low} AND unit = '{unit}' AND {where}")
    assert found.height >= 1


def test_a_number_printed_wrongly_is_flagged_and_not_guessed(home: Path) -> None:
    found = ask(home, "SELECT value_low, value_high FROM figures WHERE list_contains(flags, 'malformed_number')")
    assert found.rows() == [(None, None)]


def test_the_los_angeles_declaration_is_one_program_under_all_its_names(home: Path) -> None:
    names = ask(
        home,
        "SELECT DISTINCT program_id, surface FROM program_mentions WHERE contains(surface, 'Los Angeles Declaration')",
    )
    assert names["program_id"].n_unique() == 1
    assert names.height >= 3


def test_the_operational_task_force_is_one_thread_across_three_documents(home: Path) -> None:
    threads = ask(
        home,
        "SELECT thread_id, count(DISTINCT document_id) AS documents FROM commitments "
        "WHERE contains(surface, 'operational task force') GROUP BY thread_id",
    )
    assert threads["documents"].to_list() == [3]


def test_every_row_shows_in_its_sentence(home: Path) -> None:
    rows = ask(home, "SELECT row_id FROM evidence_rows")["row_id"].to_list()
    for row_id in rows[:: max(1, len(rows) // 20)]:
        [shown] = ask(home, f"SELECT surface, title, publisher FROM evidence('{row_id}')").rows()
        assert all(shown)


def test_the_release_verifies_and_a_second_build_makes_none(home: Path) -> None:
    assert [result.sentence() for result in verify_release(home / "releases" / "2026.3.0") if not result.passed] == []
    assert "no new release made" in build(home)
    assert [path.name for path in (home / "releases").iterdir() if path.is_dir() and not path.is_symlink()] == [
        "2026.3.0"
    ]
