"""The folders import only downwards, and the pure ones touch nothing but their words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ORDER = ("warehouse", "ingestion", "extraction", "resolution", "expectations", "assets", "pipelines")
MAY_IMPORT = {
    "warehouse": set[str](),
    "ingestion": {"warehouse"},
    "extraction": {"warehouse"},
    "resolution": {"warehouse", "extraction"},
    "expectations": {"warehouse"},
    "assets": {"warehouse", "ingestion", "extraction", "resolution", "expectations"},
    "pipelines": {"warehouse", "ingestion", "extraction", "resolution", "expectations", "assets"},
}
PURE = ("extraction", "resolution")
FORBIDDEN_IN_PURE = {
    *("dagster", "duckdb", "great_expectations", "requests", "httpx", "urllib", "socket", "subprocess"),
    *("random", "secrets", "uuid", "time", "datetime.now", "os"),
}
LONGEST_MODULE = 450


def _modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("folder", ORDER)
def test_imports_point_down(folder: str) -> None:
    for path in _modules(folder):
        ours = {name.split(".")[0] for name in _imports(path)} & set(ORDER) - {folder}
        assert ours <= MAY_IMPORT[folder], f"{path.relative_to(ROOT)} imports {sorted(ours - MAY_IMPORT[folder])}"


@pytest.mark.parametrize("folder", PURE)
def test_pure_folders_use_no_engine_clock_or_chance(folder: str) -> None:
    for path in _modules(folder):
        found = {name.split(".")[0] for name in _imports(path)} & FORBIDDEN_IN_PURE
        assert not found, f"{path.relative_to(ROOT)} imports {sorted(found)}"
        calls = {ast.unparse(node.func) for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)}
        clock = {call for call in calls if call.endswith((".now", ".today", ".utcnow"))}
        assert not clock, f"{path.relative_to(ROOT)} reads the clock: {sorted(clock)}"


@pytest.mark.parametrize("folder", ORDER)
def test_modules_are_short_and_say_what_they_are_for(folder: str) -> None:
    for path in _modules(folder):
        source = path.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(source)), f"{path.relative_to(ROOT)} has no docstring"
        assert source.count("\n") <= LONGEST_MODULE, f"{path.relative_to(ROOT)} is two things"


def test_definitions_stay_thin() -> None:
    assert (ROOT / "pipelines" / "definitions.py").read_text().count("\n") < 40
