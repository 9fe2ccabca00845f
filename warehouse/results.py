"""What a rule found, in plain values: the form in which validation reaches a release, a check and a reader."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from warehouse.files import write_text

Severity = Literal["error", "warning"]


@dataclass(frozen=True, kw_only=True)
class RuleResult:
    """The outcome of one rule on one table.

    `failing_rows` counts the rows that break it; `examples` names up to a few of them by key, so that a reader can
    look at them. An `error` that failed withholds a release, a `warning` shows.
    """

    rule: str
    table: str
    severity: Severity
    description: str
    passed: bool
    failing_rows: int = 0
    examples: tuple[str, ...] = ()
    detail: str = ""

    @property
    def blocks(self) -> bool:
        """Whether this result withholds a release."""
        return self.severity == "error" and not self.passed

    def sentence(self) -> str:
        """One line for people."""
        if self.passed:
            return f"{self.table}: {self.description}"
        rows = f"{self.failing_rows} row{'s' if self.failing_rows != 1 else ''}" if self.failing_rows else "failed"
        named = f" ({', '.join(self.examples)})" if self.examples else ""
        note = f": {self.detail}" if self.detail else ""
        return f"{self.table}: {self.description}: {rows}{named}{note}"


def save_results(results: Iterable[RuleResult], path: Path) -> None:
    """Write results as JSON, sorted by table and rule."""
    ordered = sorted(results, key=lambda result: (result.table, result.rule))
    write_text(path, json.dumps([asdict(result) for result in ordered], indent=1, ensure_ascii=False) + "\n")


def load_results(path: Path) -> list[RuleResult]:
    """Read results that `save_results` wrote."""
    return [RuleResult(**{**row, "examples": tuple(row["examples"])}) for row in json.loads(path.read_text())]
