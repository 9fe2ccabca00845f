"""The commands that read a release: what they print, what they refuse, with which exit code."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.command_line import main
from pipelines.command_line.console import printable
from tests.release.test_publish import content
from tests.sample_tables import sample_rows, write_sample
from warehouse.release.publish import publish

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("MIGCOOP_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["migcoop", *arguments])
        code = 0
        try:
            main()
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return command


@pytest.fixture
def release(tmp_path: Path) -> Path:
    rows = sample_rows()
    rows["documents"][0]["title"] = "=HYPERLINK(1) \x1b[31mJoint statement"
    return publish(content(write_sample(tmp_path / "tables", rows)), tmp_path / "releases").folder


def test_help_names_every_command(run: Run) -> None:
    code, text, _ = run("--help")
    assert code == 0
    for command in ("build", "extract", "query", "show", "releases", "verify", "doctor", "ui"):
        assert command in text


@pytest.mark.parametrize("arguments", [("query", "SELECT 1"), ("show", "x"), ("releases",), ("verify",)])
def test_without_a_release_commands_say_how_to_make_one(run: Run, arguments: tuple[str, ...]) -> None:
    code, _, error = run(*arguments)
    assert code == 2
    assert error.count("\n") == 1
    assert "migcoop build" in error


@pytest.mark.usefixtures("release")
class TestWithRelease:
    def test_query_prints_a_table(self, run: Run) -> None:
        code, text, _ = run("query", "SELECT surface, value_low, actors FROM figures")
        assert code == 0
        assert "three visa offices" in text
        assert "NLD" in text

    def test_query_as_json(self, run: Run) -> None:
        _, text, _ = run(
            "query", "SELECT actors, published_on FROM commitments JOIN documents USING (document_id)", "--json"
        )
        assert json.loads(text) == [{"actors": ["NLD"], "published_on": "2024-03-01"}]

    def test_query_as_csv_disarms_formulas_and_joins_lists(self, run: Run) -> None:
        _, text, _ = run(
            "query", "SELECT title, [1, 2] AS numbers, ['a', 'b'] AS words, -1 AS n FROM documents", "--csv"
        )
        [row] = csv.DictReader(io.StringIO(text))
        assert row["title"].startswith("'=HYPERLINK")
        assert (row["numbers"], row["words"], row["n"]) == ("1|2", "a|b", "-1")

    def test_wrong_sql_is_one_clear_error(self, run: Run) -> None:
        code, text, error = run("query", "SELECT nothing FROM figures")
        assert (code, text) == (2, "")
        assert "nothing" in error

    def test_show_prints_the_sentence_and_where_it_stands(self, run: Run) -> None:
        code, text, _ = run("show", "com_00000000000000aa")
        assert code == 0
        assert "Norland and Sudland will open three visa offices." in text
        assert "Fair Passage Accord goes on" not in text
        for part in ("Ministry of Norland", "2024-03-01", "https://www.example.org/statement", "affirmed"):
            assert part in text
        assert "\x1b" not in text

    @pytest.mark.parametrize(
        ("row_id", "found"),
        [
            ("thr_00000000000000aa", "will open three visa offices"),
            ("fair-passage-accord", "Fair Passage Accord"),
            ("doc_00000000000000aa", "fig_00000000000000aa"),
        ],
    )
    def test_show_lists_what_is_stated_of_a_thread_program_or_document(self, run: Run, row_id: str, found: str) -> None:
        code, text, _ = run("show", row_id)
        assert code == 0
        assert found in text

    def test_show_of_an_unknown_row(self, run: Run) -> None:
        code, _, error = run("show", "fig_' OR 1=1")
        assert code == 2
        assert "no row" in error

    def test_releases_and_verify(self, run: Run, release: Path) -> None:
        assert "2026.3.0" in run("releases")[1]
        assert run("verify")[0] == 0
        assert run("verify", "2020.1.0")[0] == 2
        (release / "LICENSE").unlink()
        code, _, error = run("verify")
        assert code == 1
        assert "LICENSE" in error


def test_doctor_says_what_is_missing(run: Run, tmp_path: Path) -> None:
    code, text, error = run("doctor")
    assert code == 1
    assert str(tmp_path) in text
    assert "there is no release yet" in error


def test_build_and_extract_refuse_missing_paths(run: Run, tmp_path: Path) -> None:
    for arguments in (("build", "--corpus", "nowhere"), ("extract", "nowhere", "--out", str(tmp_path / "out"))):
        code, _, error = run(*arguments)
        assert code == 2
        assert "no such file or folder: nowhere" in error


def test_text_of_documents_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2Jb\u202ec\nd") == "a\N{REPLACEMENT CHARACTER}[2Jb\N{REPLACEMENT CHARACTER}c\nd"
