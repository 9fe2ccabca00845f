"""Commands that make something: a release, extracted tables, the operator's view."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.command_line.console import UsageProblemError, errors, output, printable
from warehouse.home import REPOSITORY, Home

if TYPE_CHECKING:
    from assets.steps import Progress


@contextmanager
def _progress_bars() -> Iterator[Progress]:
    """A bar for each stage on standard error; nothing where that is not a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=errors, disable=not errors.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield report


@contextmanager
def _dagster_instance(home: Home) -> Iterator[Any]:
    """The Dagster instance that the UI shows too: `dagster.yaml` of the checkout, storage below the home folder."""
    import dagster as dg

    home.dagster.mkdir(parents=True, exist_ok=True)
    before = Path.cwd()
    os.chdir(home.root)
    try:
        with dg.DagsterInstance.from_config(str(REPOSITORY)) as instance:
            yield instance
    finally:
        os.chdir(before)


def _existing(paths: list[Path]) -> list[Path]:
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise UsageProblemError(f"no such file or folder: {', '.join(missing)}")
    return [path.resolve() for path in paths]


def _check_date(text: str) -> None:
    try:
        date.fromisoformat(text or "2000-01-01")
    except ValueError as error:
        raise UsageProblemError(f"--released-on {text}: not a date of the form YYYY-MM-DD") from error


def build(
    corpus: Annotated[
        list[Path] | None,
        typer.Option(help="Folder, text file, Parquet or JSONL file to read; may be given several times."),
    ] = None,
    released_on: Annotated[
        str, typer.Option(help="Date that names the release, YYYY-MM-DD; today when not given.")
    ] = "",
) -> None:
    """Build the dataset and publish a release.

    Without --corpus the bundled corpus and the inbox are read. A release holds what the corpora of its build hold, so
    keep different collections apart by setting MIGCOOP_HOME. Input that cannot be used is listed in the table `rejects`
    and stops nothing. When nothing changed, no new release is made.
    """
    import logging

    corpora = [str(path) for path in _existing(corpus or [])]
    _check_date(released_on)
    home = Home.from_environment()
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    from dagster._core.errors import DagsterExecutionInterruptedError

    from assets.resources import reporting_to
    from pipelines.definitions import defs

    job = defs.resolve_job_def("build")
    run_config = {
        "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
        "resources": {"settings": {"config": {"home": str(home.root), "corpora": corpora, "released_on": released_on}}},
    }
    try:
        with _dagster_instance(home) as instance, _progress_bars() as progress, reporting_to(progress):
            result = job.execute_in_process(run_config=run_config, instance=instance, raise_on_error=False)
    except (KeyboardInterrupt, DagsterExecutionInterruptedError) as interruption:
        errors.print("stopped; the latest release is as it was, run the same command again")
        raise typer.Exit(130) from interruption
    if not result.success:
        _explain_failure(result, home)
        raise typer.Exit(1)
    _summarise(result, home)


def _explain_failure(result: Any, home: Home) -> None:
    """Say which rules withhold the release, or which step failed and why."""
    from warehouse.results import load_results

    failed = [
        r for path in sorted(home.validation.glob("*.json")) if path.stem != "scorecard" for r in load_results(path)
    ]
    blocking = [found for found in failed if found.blocks]
    checked = {e.step_key for e in result.all_events if e.is_step_failure}
    if blocking and any(step.startswith("validate_") for step in checked):
        errors.print("no release: rules that must hold are broken; the latest release stays as it was", style="bold")
        for found in blocking:
            errors.print(f"  {found.sentence()}", markup=False)
        return
    for event in result.all_events:
        if event.is_step_failure:
            failure = event.step_failure_data.error
            cause = failure.cause or failure
            errors.print(f"migcoop: {event.step_key} failed: {cause.message.strip()}", markup=False, soft_wrap=True)
    errors.print("the latest release stays as it was; details: migcoop ui")


def _summarise(result: Any, home: Home) -> None:
    """What was made, where, and how good it is."""
    import json

    from rich.table import Table

    from warehouse.results import load_results
    from warehouse.schema import TABLES

    metadata = result.asset_materializations_for_node("release")[0].metadata
    version, created = metadata["version"].value, metadata["created"].value
    rows = metadata["rows"].value
    if created:
        output.print(f"release {version}", style="bold")
    else:
        output.print(f"nothing changed: release {version} already says this, no new release made", style="bold")
    _print_counts(rows)
    _print_rejects(home.tables / "rejects.parquet")
    scores = json.loads((home.validation / "scorecard.json").read_text())
    quality = Table("quality", "measure", "precision", "recall", "F1", box=None, pad_edge=False)
    for score in scores["scores"]:
        if score["language"] == "all":
            numbers = [f"{score[name]:.2f}" for name in ("precision", "recall", "f1")]
            quality.add_row(score["table"], score["measure"], *numbers)
    output.print(f"\nmeasured on {scores['documents']} annotated documents of the bundled corpus:")
    output.print(quality)
    results = [r for name in TABLES for r in load_results(home.validation / f"{name}.json")]
    warnings = [found for found in results if not found.passed]
    output.print(f"\n{len(results) - len(warnings)} of {len(results)} rules hold")
    for warning in warnings:
        output.print(f"  warning: {warning.sentence()}", markup=False)
    folder = home.releases / version
    output.print(f"\n{folder}", soft_wrap=True)
    output.print(
        f"open {folder / 'README.md'}, or: migcoop query 'SELECT surface, actors FROM commitments LIMIT 5'",
        soft_wrap=True,
    )


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Text files, folders, Parquet or JSONL files.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the tables, one Parquet file each.")],
) -> None:
    """Extract tables from any texts, without Dagster and without a release.

    Writes documents, segments, programs, program_mentions, figures, commitments, commitment_threads and rejects as
    Parquet files, in the form in which a release holds them. Files of these names in the folder are replaced.
    """
    import shutil
    import tempfile

    inputs = _existing(paths)
    if out.exists() and not out.is_dir():
        raise UsageProblemError(f"{out} is a file; --out names a folder")
    from assets.steps import run_extraction, run_ingestion, run_resolution
    from warehouse.schema import TABLES

    with tempfile.TemporaryDirectory(prefix="migcoop-") as folder, _progress_bars() as progress:
        home = Home(Path(folder))
        run_ingestion(home, inputs, progress)
        run_extraction(home, progress)
        run_resolution(home)
        out.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            shutil.copyfile(home.tables / f"{name}.parquet", out / f"{name}.parquet")
    _print_counts({name: _count_rows(out / f"{name}.parquet") for name in TABLES})
    _print_rejects(out / "rejects.parquet")
    output.print(f"\n{len(TABLES)} tables in {out}", soft_wrap=True)


def _count_rows(path: Path) -> int:
    import pyarrow.parquet as pq

    rows: int = pq.read_metadata(path).num_rows
    return rows


def _print_counts(rows: dict[str, int]) -> None:
    from rich.table import Table

    from warehouse.schema import TABLES

    table = Table("table", "rows", "one row is", box=None, pad_edge=False)
    for name, count in rows.items():
        table.add_row(name, f"{count:,}", TABLES[name].grain)
    output.print(table)


def _print_rejects(path: Path) -> None:
    """Which inputs could not be used, by reason, with one of each."""
    import polars as pl

    rejects = pl.read_parquet(path)
    if rejects.is_empty():
        return
    output.print(f"\n{rejects.height} inputs could not be used (table rejects):")
    reasons = rejects.group_by("reason").agg(pl.len(), pl.col("source_name").sort().first()).sort("reason")
    for reason, count, example in reasons.iter_rows():
        output.print(f"  {reason}: {count}, such as {printable(example)}", markup=False, soft_wrap=True)


def _refuse_busy_port(port: int) -> None:
    import socket

    if not 1 <= port <= 65535:
        raise UsageProblemError(f"--port {port}: a port lies between 1 and 65535")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise UsageProblemError(f"--port {port} is in use; name another one") from error


def ui(port: Annotated[int, typer.Option(help="Port of the web page.")] = 3000) -> None:
    """Open the operator's view: Dagster with the asset graph, runs, checks, schedule and sensor."""
    import sys

    _refuse_busy_port(port)
    home = Home.from_environment()
    home.dagster.mkdir(parents=True, exist_ok=True)
    # The daemon wants an absolute home: the checkout, whose dagster.yaml names folders below the current one.
    os.chdir(home.root)
    command = [sys.executable, "-m", "dagster", "dev", "-m", "pipelines.definitions", "-p", str(port)]
    output.print(f"http://127.0.0.1:{port} (stop with Ctrl-C)")
    os.execve(sys.executable, command, os.environ | {"DAGSTER_HOME": str(REPOSITORY)})
