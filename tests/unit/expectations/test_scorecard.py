"""The scorecard counts as the shared evaluation does, and its intervals are Wilson's."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from expectations.gold import GoldError, load_gold
from expectations.scorecard import b_cubed, match_rows, scores, wilson_interval
from tests.sample_tables import TEXT, sample_rows, write_sample
from tests.shared_data import SHARED, needs_shared
from warehouse.schema import TABLES, polars_schema

GOLD = {
    "doc": "statement.txt",
    "genre": "joint_statement",
    "language": "en",
    "published_on": "2024-03-01",
    "title": "Joint statement",
    "publisher": "Ministry of Norland",
    "programs": [
        {
            "program": "Fair Passage Accord",
            "kind": "agreement",
            "mentions": [{"surface": "Fair Passage Accord", "nth": 1}],
        }
    ],
    "figures": [
        {
            "surface": "three visa offices",
            "nth": 1,
            "low": 3,
            "high": 3,
            "bound": "exact",
            "unit_kind": "count",
            "unit": "office",
        }
        | {"status": "committed", "period": None, "speaker_role": None, "flags": [], "measure": "visa offices"}
    ],
    "commitments": [
        {
            "surface": "will open three visa offices",
            "nth": 1,
            "actor": ["NLD", "BEL"],
            "force": "plan",
            "polarity": "affirmed",
        }
        | {"period": None, "amounts": [], "programs": []},
        {"surface": "goes on", "nth": 1, "actor": ["NLD"], "force": "reaffirm", "polarity": "affirmed"}
        | {"period": None, "amounts": [], "programs": []},
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "statement.json").write_text(json.dumps(GOLD))
    return folder


def _tables() -> dict[str, pl.DataFrame]:
    return {name: pl.DataFrame(rows, schema=polars_schema(TABLES[name])) for name, rows in sample_rows().items()}


def test_scores_of_a_known_case(gold: Path) -> None:
    card = scores(load_gold(gold, {"statement.txt": TEXT}), _tables())
    counted = {
        (s["table"], s["measure"]): (s["hits"], s["gold"], s["found"]) for s in card["scores"] if s["language"] == "en"
    }
    assert counted == {
        ("figures", "detection"): (1, 1, 1),
        ("figures", "whole row"): (1, 1, 1),
        ("program_mentions", "detection"): (1, 1, 1),
        ("commitments", "detection"): (1, 2, 1),
        ("commitments", "whole row"): (0, 2, 1),
    }
    assert card["linking"]["f1"] == 1.0


@needs_shared
def test_the_shared_evaluation_counts_the_same(gold: Path, tmp_path: Path) -> None:
    tables = write_sample(tmp_path / "tables")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "statement.txt").write_text(TEXT)
    result = tmp_path / "score.json"
    command = [sys.executable, str(SHARED / "evaluation" / "score.py"), "--docs", str(tmp_path / "docs"), "--gold"]
    subprocess.run(
        [*command, str(gold), "--release", str(tables), "--json", str(result)], check=True, capture_output=True
    )
    theirs = json.loads(result.read_text())
    card = scores(load_gold(gold, {"statement.txt": TEXT}), _tables())
    names = {"figures": "figures", "program_mentions": "programs", "commitments": "commitments"}
    for row in card["scores"]:
        if row["language"] == "all":
            their = theirs[names[row["table"]]]["detect" if row["measure"] == "detection" else "whole_row"]
            assert (row["hits"], row["gold"], row["found"]) == (their["hit"], their["gold"], their["pred"])


def test_a_surface_that_is_not_in_the_text_is_an_error(gold: Path) -> None:
    with pytest.raises(GoldError, match=r"statement\.json, figures: occurrence 1 of 'three visa offices'"):
        load_gold(gold, {"statement.txt": "Other words."})


def test_rows_match_one_to_one_best_overlap_first() -> None:
    gold = [{"start": 0, "end": 10}, {"start": 10, "end": 20}]
    found = [{"start": 8, "end": 20}, {"start": 0, "end": 9}]
    assert match_rows("figures", gold, found) == [(gold[0], found[1]), (gold[1], found[0])]


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 0, 0.0, 1.0), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (0, 10, 0.0, 0.2775)],
)
def test_wilson_interval(hits: int, total: int, low: float, high: float) -> None:
    assert wilson_interval(hits, total) == pytest.approx((low, high), abs=1e-4)


def test_b_cubed_of_a_split_program() -> None:
    linking = b_cubed([("a", "x"), ("a", "y"), ("b", "z"), ("b", "z")])
    assert linking["precision"] == 1.0
    assert linking["recall"] == pytest.approx(0.75)
