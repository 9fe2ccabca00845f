"""The pages of a release that people read: README, change log, citation, data dictionary, validation report.

All are rendered from the schema and from counted facts; nothing is typed in twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt

from warehouse.results import RuleResult
from warehouse.schema import SCHEMA_VERSION, TABLES

TEMPLATES = Path(__file__).parents[1] / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False
    )


def render(template: str, **values: object) -> str:
    """A template of `warehouse/templates` filled with values. A missing value is an error."""
    return _environment().get_template(template).render(**values)


def html_page(title: str, markdown: str) -> str:
    """A self-contained page from Markdown. Raw HTML in it is shown as text, never interpreted."""
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    environment = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True)
    return environment.get_template("page.html.j2").render(title=title, body=renderer.render(markdown))


def fill_rates(data: Path) -> dict[str, dict[str, str]]:
    """Share of rows in which each column holds a value, as text such as `97 %`; empty lists count as none."""
    rates = {}
    for table in TABLES.values():
        frame = pl.scan_parquet(data / f"{table.name}.parquet")
        filled = [
            (pl.col(c.name).list.len() > 0 if c.type.startswith("list") else pl.col(c.name).is_not_null())
            .mean()
            .alias(c.name)
            for c in table.columns
        ]
        row = frame.select(filled).collect().row(0, named=True)
        rates[table.name] = {name: "–" if rate is None else f"{100 * rate:.0f} %" for name, rate in row.items()}
    return rates


def data_dictionary(data: Path, version: str) -> str:
    """Every column with meaning, type, unit, example and fill rate, as Markdown."""
    tables = list(TABLES.values())
    return render("data_dictionary.md.j2", version=version, tables=tables, fill_rates=fill_rates(data))


def validation_report(results: Sequence[RuleResult], version: str) -> str:
    """All rules with their outcome, failures first, as Markdown."""
    lines = [f"# Validation of migcoop {version}", "", "| outcome | severity | rule | finding |", "|---|---|---|---|"]
    for result in sorted(results, key=lambda r: (r.passed, r.severity, r.table, r.rule)):
        outcome = "holds" if result.passed else "fails"
        sentence = result.sentence().replace("|", "\\|")
        lines.append(f"| {outcome} | {result.severity} | `{result.rule}` | {sentence} |")
    return "\n".join(lines) + "\n"


def scorecard_table(scorecard: dict[str, Any]) -> str:
    """The headline figures of the scorecard as a Markdown table."""
    lines = [
        "| table | language | measure | precision | recall | F1 | gold rows |",
        "|---|---|---|---:|---:|---:|---:|",
    ]
    for row in scorecard["scores"]:
        lines.append(
            f"| {row['table']} | {row['language']} | {row['measure']} | {row['precision']:.2f} "
            f"({row['precision_low']:.2f}–{row['precision_high']:.2f}) | {row['recall']:.2f} "
            f"({row['recall_low']:.2f}–{row['recall_high']:.2f}) | {row['f1']:.2f} | {row['gold']} |"
        )
    return "\n".join(lines) + f"\n\n{scorecard['documents']} annotated documents; in brackets the 95 % interval.\n"


def readme(
    data: Path,
    *,
    version: str,
    released_on: str,
    row_counts: dict[str, int],
    results: Sequence[RuleResult],
    scorecard: dict[str, Any],
) -> str:
    """The first page of a release."""
    documents = pl.read_parquet(data / "documents.parquet", columns=["language", "published_on"])
    languages = documents.group_by("language").len().sort("len", "language", descending=[True, False]).rows()
    return render(
        "README.md.j2",
        version=version,
        released_on=released_on,
        schema_version=SCHEMA_VERSION,
        tables=list(TABLES.values()),
        row_counts=row_counts,
        languages=languages,
        first_published_on=documents["published_on"].min() or "unknown",
        last_published_on=documents["published_on"].max() or "unknown",
        scorecard=scorecard_table(scorecard),
        passed=sum(result.passed for result in results),
        rules=len(results),
        warnings=[result.sentence() for result in results if not result.passed],
    )


def change_log(version: str, released_on: str, summary: Sequence[dict[str, object]], earlier: str | None) -> str:
    """The change log with a section for this release in front of what earlier releases wrote."""
    title = "# Changes from release to release\n"
    lines = [f"\n## {version} ({released_on})\n"]
    lines += [f"- {r['table_name']}: {r['rows']} {r['change']} ({str(r['reason']).replace('_', ' ')})" for r in summary]
    if not summary:
        lines.append("- no rows changed")
    return title + "\n".join(lines) + "\n" + (earlier or title).removeprefix(title)
