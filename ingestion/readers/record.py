"""What every reader yields: one record per text a raw object holds, with the metadata given beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

METADATA = ("title", "publisher", "genre", "language", "published_on", "rights")
"""Metadata a source may give with a text, named as in the documents table; values as the source writes them."""

RECORD_CHARACTER_LIMIT = 4_000_000


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Why an input cannot be used: stage and reason of the rejects table, and what to do about it."""

    stage: str
    reason: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """One text of a raw object, or the problem in its place.

    `position` tells records of one object apart (null where the object is the text); `share_read` (0..1) is how
    much of the object was read when the record was reached.
    """

    text: str | None = None
    problem: Problem | None = None
    source_name: str | None = None
    source_uri: str | None = None
    position: int | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    share_read: float = 1.0


class Reader(Protocol):
    """A format: its media type, and how a raw object in it becomes records.

    `read` raises nothing on broken content: it yields a record with a problem. It holds a bounded part of the
    object in memory at a time.
    """

    @property
    def media_type(self) -> str:
        """Media type of the raw objects this reads."""
        ...

    def read(self, path: Path) -> Iterator[Record]:
        """Yield the records of the raw object at `path`."""
        ...
