"""Every rule by the table it is about."""

from __future__ import annotations

from expectations.cross_table import cross_table_rules
from expectations.rules import Rule, schema_rules


def all_rules() -> list[Rule]:
    """Rules made from the schema, then rules across tables."""
    return [*schema_rules(), *cross_table_rules()]


def rules_of(table: str) -> list[Rule]:
    """The rules about one table."""
    return [rule for rule in all_rules() if rule.table == table]
