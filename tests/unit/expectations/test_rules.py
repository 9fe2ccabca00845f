"""Every rule holds for valid tables and fails for a row that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from expectations.all_rules import all_rules
from expectations.rules import Rule
from expectations.runner import validate
from tests.sample_tables import sample_rows, write_sample
from warehouse.schema import TABLES

Rows = dict[str, list[dict[str, Any]]]


def _set(table: str, column: str, value: Any) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[table][0][column] = value

    return change


def _again(table: str) -> Callable[[Rows], None]:
    return lambda rows: rows[table].append(dict(rows[table][0]))


def _both(*changes: Callable[[Rows], None]) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        for each in changes:
            each(rows)

    return change


# A way to break each rule between tables; those made from the schema are broken by their kind, below.
CROSS_TABLE: dict[str, Callable[[Rows], None]] = {
    "figures.span.same_document": _set("figures", "document_id", "doc_00000000000000bb"),
    "program_mentions.span.same_document": _set("program_mentions", "document_id", "doc_00000000000000bb"),
    "commitments.span.same_document": _set("commitments", "document_id", "doc_00000000000000bb"),
    "documents.segment_count.counts": _set("documents", "segment_count", 3),
    "segments.ordinal.contiguous": _set("segments", "ordinal", 7),
    "segments.overlap.none": _set("segments", "char_end", 60),
    "documents.near_duplicate_of.not_itself": _set("documents", "near_duplicate_of", "doc_00000000000000aa"),
    "programs.mention_count.counts": _set("programs", "mention_count", 9),
    "commitment_threads.statement_count.counts": _set("commitment_threads", "statement_count", 9),
    "commitments.figure_ids.inside": _set("figures", "char_end", 60),
    "figures.bound.agrees": _set("figures", "bound", "more_than"),
    "figures.value.missing": _both(_set("figures", "value_low", None), _set("figures", "value_high", None)),
    "figures.unit.money": _both(_set("figures", "unit_kind", "money"), _set("figures", "unit", "dollars")),
    "commitments.actors.filled": _set("commitments", "actors", []),
    "documents.rows.any": lambda rows: rows["documents"].clear(),
}


def _break(rule: Rule) -> Callable[[Rows], None]:
    if rule.name in CROSS_TABLE:
        return CROSS_TABLE[rule.name]
    table = TABLES[rule.table]
    _, column_name, kind = rule.name.split(".")
    column = table.column_index[column_name]
    is_list = column.type.startswith("list")
    if kind == "unique":
        return _again(rule.table)
    if kind == "order":
        ordering = next(each for each in table.orderings if each.lower == column_name)
        upper = sample_rows()[rule.table][0][ordering.upper]
        above = upper.replace(year=upper.year + 1) if hasattr(upper, "year") else upper + 1
        return _set(rule.table, column_name, above)
    value = {
        "required": None,
        "not_empty": " ",
        "enumeration": "no such value",
        "pattern": "<no such form>",
        "minimum": (column.minimum or 0) - 1,
        "maximum": (column.maximum or 0) + 1,
        "foreign_key": "missing",
        "evidence": "other words",
        "fill_rate": None,
    }[kind]
    return _set(rule.table, column_name, [value] if is_list and value is not None else value)


def test_valid_tables_pass_every_rule(tmp_path: Path) -> None:
    results = validate(all_rules(), write_sample(tmp_path / "tables"))
    assert [result.sentence() for result in results if not result.passed] == []
    assert len(results) == len(all_rules())


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_row_that_breaks_the_rule_fails_it(rule: Rule, tmp_path: Path) -> None:
    rows = sample_rows()
    _break(rule)(rows)
    [result] = validate([rule], write_sample(tmp_path / "tables", rows))
    assert not result.passed
    assert result.failing_rows >= 1
    assert result.detail == "", "the rule must fail for its row, not for an error in its query"


def test_a_query_that_cannot_run_is_a_failed_rule(tmp_path: Path) -> None:
    rule = Rule(
        name="documents.typo",
        table="documents",
        severity="error",
        description="typo",
        query="SELECT nothing FROM nowhere",
    )
    [result] = validate([rule], write_sample(tmp_path / "tables"))
    assert result.blocks
    assert "nowhere" in result.detail


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in all_rules()]
    assert len(names) == len(set(names))
    assert set(CROSS_TABLE) <= set(names)
