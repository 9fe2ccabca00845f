"""Rules of single tables, made from the schema: required values, enumerations, patterns, bounds, keys, evidence.

A rule is a query that returns the keys of the rows that break it. Rules that no schema states are in
`cross_table.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from warehouse.results import Severity
from warehouse.schema import TABLES, Column, Table

# The canonical texts of the run (`document_id`, `text`), beside its tables.
TEXTS = "texts"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing that must hold in one table.

    `query` returns one column, `row`: the key (or, in a table without one, a description) of each row that breaks it.
    It may name any table of the run.
    """

    name: str
    table: str
    severity: Severity
    description: str
    query: str


def table_rules(table: Table) -> list[Rule]:
    """All rules that the schema states about one table, in the order of its columns."""
    rules = [rule for column in table.columns for rule in _column_rules(table, column)]
    return [*rules, *_key_rules(table), *_ordering_rules(table), *_evidence_rules(table)]


def schema_rules() -> list[Rule]:
    """All rules that the schema states about all tables."""
    return [rule for table in TABLES.values() for rule in table_rules(table)]


def row_name(table: Table) -> str:
    """SQL that names a row of the table for people: its key, or its source where it has none."""
    return table.primary_key or "source_name"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _rule(table: Table, name: str, description: str, condition: str, severity: Severity = "error") -> Rule:
    """A rule that holds where `condition`, an SQL predicate of what is wrong, is true of no row."""
    query = f"SELECT {row_name(table)} AS row FROM {table.name} WHERE {condition}"
    return Rule(name=f"{table.name}.{name}", table=table.name, severity=severity, description=description, query=query)


def _column_rules(table: Table, column: Column) -> Iterator[Rule]:
    name, is_list = column.name, column.type.startswith("list")
    if not column.nullable:
        yield _rule(table, f"{name}.required", f"{name} holds a value", f"{name} IS NULL")
    if column.type == "string" and not column.nullable:
        yield _rule(table, f"{name}.not_empty", f"{name} is not blank", f"trim({name}) = ''")
    member = "member" if is_list else name
    wrong = {
        "enumeration": f"{member} NOT IN ({', '.join(map(_text, column.enumeration))})" if column.enumeration else "",
        "pattern": f"NOT regexp_full_match({member}, {_text(column.pattern)})" if column.pattern else "",
        "minimum": f"{member} < {column.minimum}" if column.minimum is not None else "",
        "maximum": f"{member} > {column.maximum}" if column.maximum is not None else "",
    }
    descriptions = {
        "enumeration": f"{name} is one of {', '.join(column.enumeration)}",
        "pattern": f"{name} has the form {column.pattern}",
        "minimum": f"{name} is at least {column.minimum}",
        "maximum": f"{name} is at most {column.maximum}",
    }
    for kind, condition in wrong.items():
        if condition:
            where = f"len(list_filter({name}, lambda member: {condition})) > 0" if is_list else condition
            yield _rule(table, f"{name}.{kind}", descriptions[kind], where)
    if column.fill_rate_floor is not None:
        yield _fill_rate_rule(table, column, column.fill_rate_floor)


def _fill_rate_rule(table: Table, column: Column, floor: float) -> Rule:
    rate = f"avg(({column.name} IS NOT NULL)::INT)"
    return Rule(
        name=f"{table.name}.{column.name}.fill_rate",
        table=table.name,
        severity="warning",
        description=f"{column.name} is filled in at least {floor:.0%} of the rows",
        query=f"SELECT printf('filled in %.0f %%', 100 * {rate}) AS row FROM {table.name} HAVING {rate} < {floor}",
    )


def _key_rules(table: Table) -> Iterator[Rule]:
    if table.primary_key:
        key = table.primary_key
        yield Rule(
            name=f"{table.name}.{key}.unique",
            table=table.name,
            severity="error",
            description=f"{key} names one row only",
            query=f"SELECT {key} AS row FROM {table.name} GROUP BY {key} HAVING count(*) > 1",
        )
    for foreign in table.foreign_keys:
        target = TABLES[foreign.table]
        is_list = table.column_index[foreign.column].type.startswith("list")
        source = (
            f"(SELECT {row_name(table)} AS row, unnest({foreign.column}) AS target FROM {table.name})"
            if is_list
            else f"(SELECT {row_name(table)} AS row, {foreign.column} AS target FROM {table.name})"
        )
        yield Rule(
            name=f"{table.name}.{foreign.column}.foreign_key",
            table=table.name,
            severity="error",
            description=f"{foreign.column} names rows of {foreign.table}",
            query=f"SELECT DISTINCT source.row FROM {source} AS source ANTI JOIN {target.name} AS target "
            f"ON target.{target.primary_key} = source.target WHERE source.target IS NOT NULL",
        )


def _ordering_rules(table: Table) -> Iterator[Rule]:
    for ordering in table.orderings:
        comparison = ">=" if ordering.strict else ">"
        wording = "is below" if ordering.strict else "does not exceed"
        yield _rule(
            table,
            f"{ordering.lower}.order",
            f"{ordering.lower} {wording} {ordering.upper}",
            f"{ordering.lower} {comparison} {ordering.upper}",
        )


def _evidence_rules(table: Table) -> Iterator[Rule]:
    """The words of a row stand at its offsets: in the canonical text for segments, in their segment for the rest."""
    if not table.evidence_column:
        return
    if table.name == "segments":
        source, on, start = TEXTS, "document_id", "held.char_start"
    else:
        source, on, start = "segments", "segment_id", "held.char_start - source.char_start"
    words = f"substr(source.text, {start} + 1, held.char_end - held.char_start)"
    yield Rule(
        name=f"{table.name}.{table.evidence_column}.evidence",
        table=table.name,
        severity="error",
        description=f"{table.evidence_column} stands in the text at the offsets of the row",
        query=f"SELECT held.{row_name(table)} AS row FROM {table.name} AS held "
        f"LEFT JOIN {source} AS source USING ({on}) "
        f"WHERE {start} < 0 OR {words} IS DISTINCT FROM held.{table.evidence_column}",
    )
