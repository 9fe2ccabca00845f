"""Running rules through Great Expectations and returning what they found in plain values.

Which rules there are does not belong here. Importing this module costs seconds: do so inside the function that
validates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import duckdb
import great_expectations as gx
import pandas as pd
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metadata_types import FailureSeverity

from expectations.rules import Rule
from warehouse.results import RuleResult

_EXAMPLES = 5
_SEVERITY = {"error": FailureSeverity.CRITICAL, "warning": FailureSeverity.WARNING}


class ExpectQueryToReturnNoRow(BatchExpectation):
    """Expect a DuckDB query over the Parquet files of a folder to return no row."""

    folder: str
    query: str

    domain_keys: ClassVar[tuple[str, ...]] = ("batch_id",)
    metric_dependencies: ClassVar[tuple[str, ...]] = ()
    args_keys: ClassVar[tuple[str, ...]] = ("folder", "query")

    def _validate(self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None) -> Any:
        wrapped = (
            "SELECT count(*), coalesce(list(row::VARCHAR ORDER BY row::VARCHAR)[1:"
            f"{_EXAMPLES}], []) FROM ({self.query}) AS broken"
        )
        count, examples = _connection(self.folder).execute(wrapped).fetchall()[0]
        return {"success": count == 0, "result": {"observed_value": count, "details": {"examples": examples}}}


@cache
def _connection(folder: str) -> duckdb.DuckDBPyConnection:
    """A connection with one view for every Parquet file of the folder. Views read the file anew for every query."""
    connection = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    for path in sorted(Path(folder).glob("*.parquet")):
        quoted = str(path).replace("'", "''")
        connection.execute(f"CREATE VIEW {path.stem} AS SELECT * FROM read_parquet('{quoted}')")
    return connection


@cache
def _context() -> Any:
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
    return context


def validate(rules: Iterable[Rule], folder: Path) -> list[RuleResult]:
    """Run rules against the tables of a folder of Parquet files, sorted by table and rule.

    A rule whose query fails is a failed rule: its result says what the database answered.
    """
    ordered = sorted(rules, key=lambda rule: (rule.table, rule.name))
    if not ordered:
        return []
    suite = gx.ExpectationSuite(
        name="migcoop",
        expectations=[
            ExpectQueryToReturnNoRow(
                folder=str(folder),
                query=rule.query,
                meta={"rule": rule.name},
                description=rule.description,
                severity=_SEVERITY[rule.severity],
            )
            for rule in ordered
        ],
    )
    try:
        outcome = _batch().validate(suite, result_format="COMPLETE")
    finally:
        _connection(str(folder)).close()
        _connection.cache_clear()
    found = {result.expectation_config.meta["rule"]: result for result in outcome.results}
    return [_plain(rule, found[rule.name]) for rule in ordered]


def _batch() -> Any:
    """The batch a suite runs on. The rules name their files themselves, so it holds nothing but a name."""
    source = _context().data_sources.add_or_update_pandas("tables")
    definition = source.add_dataframe_asset("folder").add_batch_definition_whole_dataframe("all")
    return definition.get_batch({"dataframe": pd.DataFrame({"name": ["tables"]})})


def _plain(rule: Rule, result: Any) -> RuleResult:
    messages = [info["exception_message"] for info in _exceptions(result.exception_info)]
    details = result.result.get("details", {}) if result.result else {}
    return RuleResult(
        rule=rule.name,
        table=rule.table,
        severity=rule.severity,
        description=rule.description,
        passed=bool(result.success),
        failing_rows=int(result.result.get("observed_value", 0)) if result.result else 0,
        examples=tuple(details.get("examples", ())),
        detail=re.sub(r"\s+", " ", "; ".join(messages)),
    )


def _exceptions(info: Any) -> list[Any]:
    """The exceptions in what Great Expectations reports, which is one record or a mapping of several."""
    records = [info] if "raised_exception" in (info or {}) else list((info or {}).values())
    return [record for record in records if record.get("raised_exception")]
