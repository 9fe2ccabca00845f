"""Commands that read a release: queries in SQL, and single rows in their sentence."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.command_line.console import UsageProblemError, output, printable
from warehouse.home import Home

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

_ROWS_SHOWN = 50
_SENTENCE_ENDS = (". ", "! ", "? ", "\n")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def _database(release: str | None) -> Path:
    from warehouse.release.layout import NoReleaseError, release_folder
    from warehouse.release.publish import DATABASE

    try:
        return release_folder(Home.from_environment().releases, release) / DATABASE
    except NoReleaseError as error:
        raise UsageProblemError(str(error)) from error


def _run(database: Path, sql: str) -> pl.DataFrame:
    from warehouse.database import QueryError, run_query

    try:
        return run_query(database, sql)
    except QueryError as error:
        raise UsageProblemError(str(error)) from error


def query(
    sql: Annotated[str, typer.Argument(help="One SELECT statement in DuckDB's SQL; - reads it from standard input.")],
    csv: Annotated[bool, typer.Option("--csv", help="Comma-separated output; list members are joined by |.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON output, one array of objects.")] = False,
    release: Annotated[str | None, typer.Option(help="Version to ask; the latest when not given.")] = None,
) -> None:
    """Ask the latest release a question in SQL.

    Tables: documents, segments, programs, program_mentions, figures, commitments, commitment_threads, rejects.
    In --csv, text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    if csv and as_json:
        raise UsageProblemError("choose one of --csv and --json")
    frame = _run(_database(release), sys.stdin.read() if sql == "-" else sql)
    if csv:
        sys.stdout.write(_as_csv(frame))
    elif as_json:
        sys.stdout.write(json.dumps(frame.to_dicts(), ensure_ascii=False, default=str, indent=1) + "\n")
    else:
        _print_frame(frame)


def _as_csv(frame: pl.DataFrame) -> str:
    import polars as pl
    import polars.selectors as cs

    flat = frame.with_columns(
        cs.by_dtype(pl.List(pl.String)).list.join("|"),
        (cs.list() - cs.by_dtype(pl.List(pl.String))).list.eval(pl.element().cast(pl.String)).list.join("|"),
    ).with_columns(cs.categorical().cast(pl.String), cs.enum().cast(pl.String))
    risky = cs.string()
    guarded = pl.when(risky.str.contains_any(list(_FORMULA_STARTS)) & risky.str.head(1).is_in(_FORMULA_STARTS))
    return flat.with_columns(guarded.then(pl.lit("'") + risky).otherwise(risky).name.keep()).write_csv()


def _print_frame(frame: pl.DataFrame) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in frame.columns:
        table.add_column(Text(printable(name)), overflow="fold")
    for row in frame.head(_ROWS_SHOWN).iter_rows():
        table.add_row(*(Text(_cell(value)) for value in row))
    output.print(table)
    if frame.height > _ROWS_SHOWN:
        output.print(f"… {frame.height - _ROWS_SHOWN:,} more rows; use --csv or --json for all, or LIMIT in the query")
    elif frame.is_empty():
        output.print("no rows")


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return printable(", ".join(map(str, value)))
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return printable(value)


def show(
    row_id: Annotated[str, typer.Argument(help="Id of a figure, mention, commitment, thread, program or document.")],
    release: Annotated[str | None, typer.Option(help="Version to look in; the latest when not given.")] = None,
) -> None:
    """Show a row in its sentence, with the document's title, publisher, date and link.

    For a thread, a program or a document: everything that is stated of it, in order of date.
    """
    database = _database(release)
    quoted = "'" + row_id.replace("'", "''") + "'"
    evidence = _run(database, f"SELECT * FROM evidence({quoted})")
    if not evidence.is_empty():
        _show_evidence(database, row_id, evidence.row(0, named=True))
        return
    for title, sql in _COLLECTIONS.items():
        frame = _run(database, sql.format(wanted=quoted))
        if not frame.is_empty():
            output.print(f"{title} {printable(row_id)}", style="bold", markup=False)
            _print_frame(frame)
            return
    raise UsageProblemError(
        f"no row {row_id!r} in release {database.parent.name}; ids are in the columns figure_id, mention_id, "
        "commitment_id, thread_id, program_id and document_id"
    )


_COLLECTIONS = {
    "thread": "SELECT commitment_id, published_on, publisher, force, surface FROM thread_timeline({wanted})",
    "program": "SELECT m.mention_id, d.published_on, d.publisher, m.surface FROM program_mentions AS m "
    "JOIN documents AS d USING (document_id) WHERE m.program_id = {wanted} ORDER BY ALL",
    "document": "SELECT table_name, row_id, surface FROM evidence_rows WHERE document_id = {wanted} "
    "ORDER BY char_start, char_end, table_name",
}


def _show_evidence(database: Path, row_id: str, found: dict[str, Any]) -> None:
    from rich.text import Text

    table = found["table_name"]
    key = {"figures": "figure_id", "program_mentions": "mention_id", "commitments": "commitment_id"}[table]
    row = _run(database, f"SELECT * FROM {table} WHERE {key} = '{row_id}'").row(0, named=True)
    before, after = _sentence(found["before"], found["after"])
    speaker = f"{printable(found['speaker'])}: " if found["speaker"] else ""
    words = Text(speaker, style="dim") + Text(before) + Text(printable(found["surface"]), style="bold reverse")
    output.print(words + Text(after), soft_wrap=False)
    output.print()
    origin = [found["title"], found["publisher"], found["published_on"], found["source_uri"] or found["source_name"]]
    output.print(Text("\n".join(printable(part) for part in origin if part)), style="italic")
    output.print()
    hidden = {"surface", "document_id", "segment_id", "char_start", "char_end"}
    for name, value in row.items():
        if name not in hidden and value not in (None, []):
            output.print(Text(f"{name:16} {_cell(value)}"))


def _sentence(before: str, after: str) -> tuple[str, str]:
    """What stands around the words in their sentence, cut at the nearest full stop on either side."""
    start = max((before.rfind(mark) + len(mark) for mark in _SENTENCE_ENDS if mark in before), default=0)
    end = min((after.find(mark) + 1 for mark in _SENTENCE_ENDS if mark in after), default=len(after))
    return printable(before[start:]), printable(after[:end])
