"""Asset checks made from the rules: one check for each rule, those of error level blocking."""

from collections.abc import Iterator

import dagster as dg

from assets.resources import Settings
from assets.steps import run_validation
from expectations.all_rules import rules_of
from expectations.rules import Rule
from warehouse.results import RuleResult
from warehouse.schema import TABLES


def check_name(rule: str) -> str:
    """The name of the check of a rule; Dagster allows letters, digits and underscores."""
    return rule.replace(".", "__")


def _spec(rule: Rule) -> dg.AssetCheckSpec:
    others = [name for name in TABLES if name != rule.table and name in rule.query]
    return dg.AssetCheckSpec(
        check_name(rule.name),
        asset=rule.table,
        description=rule.description,
        blocking=rule.severity == "error",
        additional_deps=others,
    )


def _outcome(result: RuleResult) -> dg.AssetCheckResult:
    severity = dg.AssetCheckSeverity.ERROR if result.severity == "error" else dg.AssetCheckSeverity.WARN
    return dg.AssetCheckResult(
        asset_key=result.table,
        check_name=check_name(result.rule),
        passed=result.passed,
        severity=severity,
        description=result.sentence(),
        metadata={"failing_rows": result.failing_rows, "examples": list(result.examples)},
    )


def _stage_checks(stage: str) -> dg.AssetChecksDefinition:
    """The checks of all tables of a stage. They look at each other's tables, so they run as one."""
    tables = [table.name for table in TABLES.values() if table.group == stage]
    rules = [rule for table in tables for rule in rules_of(table)]

    @dg.multi_asset_check(name=f"validate_{stage}", specs=[_spec(rule) for rule in rules])
    def checks(settings: Settings) -> Iterator[dg.AssetCheckResult]:
        for result in run_validation(settings.folders, tables):
            yield _outcome(result)

    return checks


STAGE_CHECKS = [_stage_checks(stage) for stage in ("ingest", "resolve")]
