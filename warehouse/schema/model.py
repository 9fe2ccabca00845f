"""The vocabulary in which tables are described: columns, keys, enumerations, bounds.

Nothing here knows a particular table (those are the sibling modules) or an engine other than the type systems it
translates to (`types.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Type = Literal["string", "int64", "double", "date", "timestamp", "list<string>", "list<int64>"]
Group = Literal["ingest", "extract", "resolve", "publish"]


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a published table.

    `minimum` and `maximum` are inclusive bounds of the value (or of the members of a list).
    `fill_rate_floor` is the least share of rows (0..1) in which the column is expected to hold a value; falling
    below it is a warning, never a reason to withhold a release.
    """

    name: str
    type: Type
    meaning: str
    example: str
    nullable: bool = False
    unit: str | None = None
    enumeration: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    fill_rate_floor: float | None = None


@dataclass(frozen=True, kw_only=True)
class ForeignKey:
    """`column` (a value or a list of values) refers to the primary key of `table`."""

    column: str
    table: str


@dataclass(frozen=True, kw_only=True)
class Ordering:
    """Where both columns hold a value, `lower` does not exceed `upper` (strictly less when `strict`)."""

    lower: str
    upper: str
    strict: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """One published table: its grain, key, columns, and the rules that hold between its columns.

    `evidence` marks tables whose rows carry a span (`char_start`, `char_end`, `surface`) into the canonical text of
    their document, or of the segment text for `segments` itself.
    """

    name: str
    grain: str
    description: str
    group: Group
    primary_key: str | None
    sort_key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    orderings: tuple[Ordering, ...] = ()
    evidence_column: str | None = None
    column_index: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {column.name: column for column in self.columns}
        if len(index) != len(self.columns):
            raise ValueError(f"table {self.name} names a column twice")
        object.__setattr__(self, "column_index", index)

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names in the published order."""
        return tuple(column.name for column in self.columns)
