"""Commands that look after releases and the installation: list, verify, doctor."""

from __future__ import annotations

import json
import os
import platform
from typing import Annotated

import typer

from pipelines.command_line.console import UsageProblemError, errors, output
from warehouse.home import REPOSITORY, Home

_PACKAGES = ("polars", "duckdb", "pyarrow", "dagster", "dagster-webserver", "great-expectations")


def releases() -> None:
    """List the published releases, oldest first."""
    from rich.table import Table

    from warehouse.release.layout import list_versions

    home = Home.from_environment()
    versions = list_versions(home.releases)
    if not versions:
        raise UsageProblemError(f"no release in {home.releases} yet; make one with: migcoop build")
    table = Table("version", "released on", "documents", "figures", "commitments", "programs", box=None, pad_edge=False)
    for version in versions:
        manifest = json.loads((home.releases / str(version) / "manifest.json").read_text())
        rows = manifest["row_counts"]
        counts = (f"{rows[name]:,}" for name in ("documents", "figures", "commitments", "programs"))
        table.add_row(str(version), manifest["released_on"], *counts)
    output.print(table)
    output.print(f"latest: {home.releases / 'latest'}", soft_wrap=True)


def verify(
    version: Annotated[str | None, typer.Argument(help="Version to verify; the latest when not given.")] = None,
) -> None:
    """Verify a release: every checksum, every column, the evidence of every row."""
    from warehouse.release.layout import NoReleaseError, release_folder
    from warehouse.release.verify import verify_release

    try:
        folder = release_folder(Home.from_environment().releases, version)
    except NoReleaseError as error:
        raise UsageProblemError(str(error)) from error
    results = verify_release(folder)
    faults = [result for result in results if not result.passed]
    for fault in faults:
        errors.print(f"  {fault.sentence()}", markup=False, soft_wrap=True)
    if faults:
        errors.print(f"release {folder.name}: {len(faults)} of {len(results)} checks failed", style="bold")
        raise typer.Exit(1)
    output.print(f"release {folder.name}: {len(results)} checks passed")


def doctor() -> None:
    """Say what is installed, where data lies, and what is missing."""
    from importlib.metadata import PackageNotFoundError, version

    home = Home.from_environment()
    problems = []
    output.print(f"python             {platform.python_version()}")
    for package in _PACKAGES:
        try:
            output.print(f"{package:18} {version(package)}")
        except PackageNotFoundError:
            output.print(f"{package:18} missing")
            problems.append(f"{package} is not installed; run: make setup")
    output.print(f"home               {home.root}", soft_wrap=True)
    places = {
        "bundled corpus": REPOSITORY / "corpus" / "documents",
        "inbox": home.inbox,
        "raw store": home.raw,
        "releases": home.releases,
    }
    for name, path in places.items():
        output.print(f"{name:18} {path}{'' if path.exists() else ' (not there yet)'}", soft_wrap=True)
    if not places["bundled corpus"].is_dir():
        problems.append(
            f"the bundled corpus is missing from {places['bundled corpus']}; check out the repository again"
        )
    writable = home.root if home.root.exists() else home.root.parent
    if not os.access(writable, os.W_OK):
        problems.append(f"{writable} cannot be written to; set MIGCOOP_HOME to a folder that can")
    problems += _release_problems(home)
    for problem in problems:
        errors.print(f"missing: {problem}", markup=False, soft_wrap=True)
    if problems:
        raise typer.Exit(1)
    output.print("nothing is missing")


def _release_problems(home: Home) -> list[str]:
    from warehouse.release.layout import latest_version

    latest = latest_version(home.releases)
    if latest is None:
        return ["there is no release yet; make one with: migcoop build"]
    output.print(f"latest release     {latest}")
    return []
