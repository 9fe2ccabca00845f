"""A run that meets unusable input, a broken rule, or another run: what is kept, what is said, with which exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import dagster as dg
import polars as pl
import pytest

from assets import steps
from assets.resources import Settings
from pipelines.definitions import defs
from tests.sample_tables import TEXT
from warehouse.home import Home
from warehouse.release.layout import list_versions

MIGCOOP = Path(sys.executable).parent / "migcoop"
SCORES = {"documents": 0, "scores": [], "linking": {"precision": 0.0, "recall": 0.0, "f1": 0.0}}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "statement.txt").write_text(TEXT)
    (corpus / "empty.txt").write_text("")
    (corpus / "scan.txt").write_bytes(b"\x00\x01\x02\xff")
    return tmp_path


def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> dg.ExecuteInProcessResult:
    monkeypatch.setattr("assets.release.run_scorecard", lambda _: SCORES)
    settings = {"home": str(home), "corpora": [str(home / "corpus")], "released_on": "2026-03-01"}
    return defs.resolve_job_def("build").execute_in_process(
        run_config={"resources": {"settings": {"config": settings}}}, raise_on_error=False
    )


def test_unusable_input_lands_in_rejects_and_stops_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(home, monkeypatch).success
    data = home / "releases" / "latest" / "data"
    rejects = pl.read_parquet(data / "rejects.parquet").sort("source_name")
    assert rejects.select("source_name", "reason").rows() == [("empty.txt", "empty_text"), ("scan.txt", "not_text")]
    assert pl.read_parquet(data / "documents.parquet")["source_name"].to_list() == ["statement.txt"]
    for sha256 in rejects["raw_sha256"]:
        assert (home / "var" / "raw" / sha256[:2] / sha256).exists()


def test_every_table_shows_rows_bytes_preview_and_columns(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(home, monkeypatch)
    for event in result.get_asset_materialization_events():
        metadata = event.materialization.metadata
        if event.asset_key and event.asset_key.to_user_string() == "figures":
            assert {"dagster/row_count", "bytes", "preview", "dagster/column_schema"} <= set(metadata)
            return
    raise AssertionError("figures was not materialised")


def test_a_broken_rule_keeps_the_last_release(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(home, monkeypatch).success
    resolve = steps.run_resolution

    def resolve_wrongly(where: Home) -> None:
        resolve(where)
        path = where.tables / "programs.parquet"
        pl.read_parquet(path).with_columns(pl.lit(99, dtype=pl.Int64).alias("mention_count")).write_parquet(path)

    (home / "corpus" / "second.txt").write_text("Norland signed the Fair Passage Accord on asylum with Sudland.")
    monkeypatch.setattr("assets.tables.run_resolution", resolve_wrongly)
    result = run(home, monkeypatch)
    failed = {event.step_key for event in result.all_events if event.is_step_failure}
    assert not result.success
    assert failed == {"validate_resolve"}
    assert [str(version) for version in list_versions(home / "releases")] == ["2026.3.0"]


def test_a_corpus_that_is_not_there_stops_at_once(home: Path) -> None:
    environment = os.environ | {"MIGCOOP_HOME": str(home)}
    command = [str(MIGCOOP), "build", "--corpus", str(home / "nowhere")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not (home / "releases").exists()


def test_the_settings_of_a_run_reach_the_assets(home: Path) -> None:
    assert Settings(home=str(home)).folders.releases == home / "releases"
