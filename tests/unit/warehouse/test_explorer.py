"""The explorer's page is whole, safe and honest before any browser opens it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.explorer_release import HOSTILE, scorecard, write_release
from warehouse.explorer import HERE, SCRIPTS, write_explorer
from warehouse.explorer.payload import SHOWN_TABLES, compress, payload
from warehouse.schema import TABLES, enumerations

STRINGS: dict[str, list[str]] = json.loads((HERE / "strings.json").read_text(encoding="utf-8"))
SCRIPT = "\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)
DERIVED = ("document", "segment")
ENUMERATIONS = {
    "genre": enumerations.GENRE,
    "speaker_role": enumerations.SPEAKER_ROLE,
    "program_kind": enumerations.PROGRAM_KIND,
    "topic": enumerations.TOPIC,
    "registry_status": enumerations.REGISTRY_STATUS,
    "bound": enumerations.BOUND,
    "unit_kind": enumerations.UNIT_KIND,
    "figure_status": enumerations.FIGURE_STATUS,
    "flag": enumerations.FIGURE_FLAG,
    "change": enumerations.CHANGE,
    "force": enumerations.FORCE,
    "polarity": enumerations.POLARITY,
    "attribution": enumerations.ATTRIBUTION,
    "thread_status": enumerations.THREAD_STATUS,
    "gcm": tuple(str(number) for number in range(1, 24)),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_release(tmp_path_factory.mktemp("release") / "data")


def content(data: Path, row_limit: int = 100_000) -> dict[str, Any]:
    return payload(data, version="2031.2.0", released_on="2031-02-03", scorecard=scorecard(), row_limit=row_limit)


def page(data: Path, folder: Path) -> str:
    write_explorer(data, folder, version="2031.2.0", released_on="2031-02-03", scorecard=scorecard())
    return (folder / "index.html").read_text(encoding="utf-8")


def column(table: dict[str, Any], name: str) -> list[Any]:
    packed = table["columns"][name]
    return packed["values"] if "values" in packed else [packed["distinct"][code] for code in packed["codes"]]


def test_same_release_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    assert page(data, tmp_path / "one") == page(data, tmp_path / "two")


def test_policy_allows_the_pages_own_script_and_style_only(data: Path, tmp_path: Path) -> None:
    html = page(data, tmp_path)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert "unsafe" not in policy[1]
    assert policy[1].startswith("default-src 'none'; ")
    for tag in ("script", "style"):
        inlined = re.findall(rf"<{tag}(?: type=\"module\")?>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256("".join(inlined).encode()).digest()).decode()
        assert len(inlined) == 1
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_nothing_in_the_page_loads_from_elsewhere(data: Path, tmp_path: Path) -> None:
    html = page(data, tmp_path)
    assert not re.search(
        r"<[^>]+\s(?:src|srcset|action|onload|onerror|style)\s*=", html.split('<script type="module">')[0]
    )
    assert re.findall(r"https?://[^\s\"'`]+", html) == ["http://www.w3.org/2000/svg"]
    assert not re.search(
        r"\b(?:fetch|XMLHttpRequest|WebSocket|importScripts|eval|innerHTML|outerHTML|document\.write)\b", SCRIPT
    )


def test_text_of_documents_stands_only_in_the_compressed_part(data: Path, tmp_path: Path) -> None:
    html = page(data, tmp_path)
    assert HOSTILE not in html
    assert "window.stolen" not in html
    packed = re.search(r'<script type="text/plain" id="payload">([^<]*)</script>', html)
    assert packed
    assert (
        HOSTILE
        in json.loads(gzip.decompress(base64.b64decode(packed[1])))["tables"]["documents"]["columns"]["title"]["values"]
    )


def test_every_row_of_a_small_release_is_inside(data: Path) -> None:
    inside = content(data)
    assert set(inside["left_out"].values()) == {0}
    for name in SHOWN_TABLES:
        frame = pl.read_parquet(data / f"{name}.parquet")
        table = inside["tables"][name]
        assert table["rows"] == frame.height > 0
        for column_name in table["types"]:
            expected = json.loads(json.dumps(frame[column_name].to_list(), default=str))
            assert json.loads(json.dumps(column(table, column_name))) == expected, (name, column_name)


def test_a_large_release_is_cut_by_whole_documents_and_counts_what_it_lacks(data: Path) -> None:
    total = sum(content(data)["rows"].values())
    inside = content(data, row_limit=total - 1)
    shown = {name: table["rows"] for name, table in inside["tables"].items()}
    assert sum(shown.values()) <= total - 1
    assert {name: shown[name] + inside["left_out"][name] for name in shown} == inside["rows"]
    kept = set(column(inside["tables"]["documents"], "document_id"))
    assert kept == {f"doc_{number:016x}" for number in range(5)}, "the least relevant document is the one left out"
    for name in ("segments", "figures", "commitments", "program_mentions"):
        ids = pl.read_parquet(data / f"{name}.parquet")["document_id"]
        assert shown[name] == ids.is_in(list(kept)).sum()
    assert set(column(inside["tables"]["commitments"], "thread_id")) == set(
        column(inside["tables"]["commitment_threads"], "thread_id")
    )


def test_a_release_that_just_fits_is_whole(data: Path) -> None:
    total = sum(content(data)["rows"].values())
    assert set(content(data, row_limit=total)["left_out"].values()) == {0}


def test_a_limit_below_the_first_document_leaves_out_all_rows(data: Path) -> None:
    inside = content(data, row_limit=3)
    assert inside["left_out"] == inside["rows"]


def test_numbers_that_json_lacks_are_refused() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        compress({"value": float("nan")})


def test_parties_have_names_in_both_languages(data: Path) -> None:
    parties = content(data)["parties"]
    assert parties["ESP"] == ["Spain", "España"]
    assert set(parties) == {"CAN", "CHL", "ESP", "IOM"}


def test_all_words_of_the_interface_are_there_in_both_languages() -> None:
    assert [key for key, texts in STRINGS.items() if len(texts) != 2 or not all(texts)] == []
    used = set(re.findall(r'\bt\("([a-z_.0-9]+)"', SCRIPT))
    shown = {f"column.{key}" for key in re.findall(r'\bkey: "([a-z_]+)"', SCRIPT)}
    labels = {f"{group}.{value}" for group, values in ENUMERATIONS.items() for value in values}
    assert len(used) > 60
    assert sorted((used | shown | labels) - set(STRINGS)) == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    def placeholders(text: str) -> set[str]:
        return set(re.findall(r"\{\w+\}", text))

    assert [key for key, (english, spanish) in STRINGS.items() if placeholders(english) != placeholders(spanish)] == []


def test_scripts_and_columns_match_the_folder_and_the_schema() -> None:
    assert set(SCRIPTS) == {path.name for path in HERE.glob("*.js")}
    assert "</script" not in SCRIPT
    assert "<!--" not in SCRIPT
    for table, column_name in re.findall(r"\b(figures|commitments|programs|commitment_threads)\.([a-z_]+)\[", SCRIPT):
        assert column_name in TABLES[table].column_index or column_name in DERIVED, (table, column_name)


@pytest.mark.skipif(shutil.which("node") is None, reason="node, which checks the syntax, is not installed")
def test_the_joined_script_parses() -> None:
    checked = subprocess.run(
        ["node", "--check", "--input-type=module"], input=SCRIPT, text=True, capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
