"""Everything the README shows is run here, as it stands there, against a release of the bundled corpus."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.MULTILINE | re.DOTALL)
SHELL = [line for kind, block in BLOCKS if kind == "bash" for line in block.splitlines()]
PYTHON = [block for kind, block in BLOCKS if kind == "python"]
BIN = Path(sys.executable).parent

# Run by whoever runs this test: the environment itself, and this very suite.
SETTING_UP = [line for line in SHELL if "venv .venv" in line or "pip install" in line]
THIS_SUITE = ["make test", ".venv/bin/python -m pytest"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def run(command: str, home: Path, folder: Path = ROOT) -> str:
    # A make that runs this suite would tell the one started here to talk about folders.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    environment = inherited | {"MIGCOOP_HOME": str(home), "NO_COLOR": "1", "COLUMNS": "160"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def local(line: str) -> str:
    """The line with the environment that runs this test in the place of `.venv`, and output outside the checkout."""
    return line.replace(".venv/bin/", f"{BIN}/").replace("var/extracted-tables", "$MIGCOOP_HOME/extracted-tables")


@pytest.fixture(scope="module")
def built(home: Path) -> str:
    assert "make dataset" in SHELL
    recipe = run("make --dry-run dataset", home).strip().splitlines()[-1]
    assert recipe == ".venv/bin/migcoop build", "make dataset runs the command that the README spells out"
    assert ".venv/bin/migcoop build" in SHELL
    return run(local(recipe), home)


def test_the_build_says_what_it_made_where_and_how_good_it_is(built: str, home: Path) -> None:
    assert re.search(r"release \d{4}\.\d{1,2}\.0", built)
    assert "commitments" in built
    assert "precision" in built
    assert str(home / "releases") in built


def test_make_test_runs_this_suite(home: Path) -> None:
    assert set(THIS_SUITE) <= set(SHELL)
    assert run("make --dry-run test", home).strip().splitlines()[-1] == THIS_SUITE[1]


@pytest.mark.parametrize(
    "line", [line for line in SHELL if line not in SETTING_UP + THIS_SUITE and line != "make dataset"]
)
def test_command(line: str, built: str, home: Path) -> None:
    assert built
    assert run(local(line), home).strip()


@pytest.mark.parametrize("code", PYTHON)
def test_python(code: str, built: str, home: Path) -> None:
    assert built
    (home / "example.py").write_text(code)
    assert run(f"{sys.executable} example.py", home, folder=home).strip()


def test_nothing_is_shown_that_is_not_run() -> None:
    assert {kind for kind, _ in BLOCKS} == {"bash", "python"}
    assert len(SETTING_UP) == 3


def test_targets_of_the_table_exist(home: Path) -> None:
    for target in re.findall(r"^\| `make (\w+)`", (ROOT / "README.md").read_text(), flags=re.MULTILINE):
        assert run(f"make --dry-run {target}", home).strip()
