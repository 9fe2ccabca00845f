"""What Dagster loads: the asset graph, the job, the schedule and the sensor, by evaluating their ticks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pytest

from assets.resources import Settings
from expectations.all_rules import all_rules
from extraction.tables import EXTRACTED
from pipelines.definitions import defs
from pipelines.jobs import inbox_sensor
from warehouse.home import REPOSITORY
from warehouse.schema import TABLES


def _groups() -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for key in defs.resolve_asset_graph().get_all_asset_keys():
        group = defs.resolve_asset_graph().get(key).group_name
        groups.setdefault(group, set()).add(key.to_user_string())
    return groups


def test_there_is_one_asset_for_each_table_in_its_group() -> None:
    assert _groups() == {
        "ingest": {"documents", "segments", "rejects"},
        "extract": {f"extracted_{name}" for name in EXTRACTED},
        "resolve": {"programs", "program_mentions", "figures", "commitments", "commitment_threads"},
        "publish": {"scorecard", "release"},
    }
    for table in TABLES.values():
        assert table.name in _groups()["resolve" if table.group == "resolve" else "ingest"]


def test_the_release_waits_for_every_table() -> None:
    parents = defs.resolve_asset_graph().get(dg.AssetKey("release")).parent_keys
    assert {key.to_user_string() for key in parents} == {*TABLES, "scorecard"}


def test_every_rule_is_an_asset_check_and_errors_block() -> None:
    graph = defs.resolve_asset_graph()
    checks = {key.name: graph.get_check_spec(key) for key in graph.asset_check_keys}
    assert set(checks) == {rule.name.replace(".", "__") for rule in all_rules()}
    for rule in all_rules():
        assert checks[rule.name.replace(".", "__")].blocking == (rule.severity == "error"), rule.name


def test_the_daily_schedule_asks_for_a_build() -> None:
    schedule = defs.resolve_schedule_def("daily_build")
    context = dg.build_schedule_context(scheduled_execution_time=datetime(2026, 3, 1, 6, tzinfo=UTC))
    tick = schedule.evaluate_tick(context)
    assert tick.run_requests is not None
    assert len(tick.run_requests) == 1
    assert (schedule.cron_schedule, schedule.execution_timezone, schedule.job_name) == ("0 6 * * *", "UTC", "build")


def _tick(home: Path, cursor: str | None) -> tuple[dg.SkipReason | dg.RunRequest, str | None]:
    context = dg.build_sensor_context(cursor=cursor, resources={"settings": Settings(home=str(home))})
    result = inbox_sensor(context)
    assert isinstance(result, dg.SkipReason | dg.RunRequest)
    return result, context.cursor


def test_the_sensor_asks_once_for_each_change_of_the_inbox(tmp_path: Path) -> None:
    inbox = tmp_path / "var" / "inbox"
    result, cursor = _tick(tmp_path, None)
    assert isinstance(result, dg.SkipReason)
    assert str(inbox) in (result.skip_message or "")
    inbox.mkdir(parents=True)
    assert isinstance(_tick(tmp_path, cursor)[0], dg.SkipReason)
    (inbox / "note.txt").write_text("The two states will open an office.")
    first, cursor = _tick(tmp_path, cursor)
    assert isinstance(first, dg.RunRequest)
    assert isinstance(_tick(tmp_path, cursor)[0], dg.SkipReason)
    (inbox / "note.txt").write_text("The two states will open two offices.")
    second, _ = _tick(tmp_path, cursor)
    assert isinstance(second, dg.RunRequest)
    assert first.run_key != second.run_key


def test_settings_read_the_bundled_corpus_and_the_inbox_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIGCOOP_HOME", str(tmp_path))
    assert Settings().inputs == [REPOSITORY / "corpus" / "documents"]
    (tmp_path / "var" / "inbox").mkdir(parents=True)
    assert Settings().inputs[1:] == [tmp_path / "var" / "inbox"]
    assert Settings(corpora=["a.txt"]).inputs == [Path("a.txt")]
    assert Settings(released_on="2026-02-03").release_date.isoformat() == "2026-02-03"
