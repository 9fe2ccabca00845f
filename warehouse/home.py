"""Where migcoop keeps things on disk. Which of them to write is the business of the modules that do."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Home:
    """The folders of one installation.

    `root` holds `releases/` (the product) and `var/` (everything that can be made again, but for the raw store and
    the inbox: those are the inputs).
    """

    root: Path

    @classmethod
    def from_environment(cls) -> Home:
        """`MIGCOOP_HOME` when set, else the checkout this code runs from."""
        return cls(Path(os.environ.get("MIGCOOP_HOME") or REPOSITORY).expanduser().resolve())

    @property
    def releases(self) -> Path:
        """Published releases, one folder each."""
        return self.root / "releases"

    @property
    def var(self) -> Path:
        """Working state."""
        return self.root / "var"

    @property
    def raw(self) -> Path:
        """Raw objects by SHA-256."""
        return self.var / "raw"

    @property
    def inbox(self) -> Path:
        """Files put here are ingested by the next run."""
        return self.var / "inbox"

    @property
    def tables(self) -> Path:
        """Tables of the run in progress, Parquet."""
        return self.var / "tables"

    @property
    def extracted(self) -> Path:
        """What was extracted from each text, by fingerprint of the extractor."""
        return self.var / "extracted"

    @property
    def validation(self) -> Path:
        """Validation results of the run in progress."""
        return self.var / "validation"

    @property
    def dagster(self) -> Path:
        """Dagster's own storage: runs, events, schedules."""
        return self.var / "dagster"
