"""What assets need from outside: where things lie, what to read, which day it is, whom to tell about progress."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from pathlib import Path

import dagster as dg

from assets.steps import Progress, silent
from warehouse.home import REPOSITORY, Home

_progress: ContextVar[Progress] = ContextVar("progress", default=silent)


@contextmanager
def reporting_to(progress: Progress) -> Iterator[None]:
    """Runs in this thread report their progress to `progress`."""
    token = _progress.set(progress)
    try:
        yield
    finally:
        _progress.reset(token)


class Settings(dg.ConfigurableResource):  # type: ignore[type-arg]
    """Where migcoop keeps things and what it reads.

    `home`: folder of releases and state; empty for `MIGCOOP_HOME` or the checkout. `corpora`: folders and files to
    read; empty for the bundled corpus and the inbox. `released_on`: date of the release (YYYY-MM-DD); empty for today.
    """

    home: str = ""
    corpora: list[str] = []
    released_on: str = ""

    @property
    def folders(self) -> Home:
        """The folders of this installation."""
        return Home(Path(self.home).resolve()) if self.home else Home.from_environment()

    @property
    def inputs(self) -> list[Path]:
        """The folders and files to read."""
        if self.corpora:
            return [Path(corpus) for corpus in self.corpora]
        inbox = self.folders.inbox
        return [REPOSITORY / "corpus" / "documents", *([inbox] if inbox.is_dir() else [])]

    @property
    def release_date(self) -> date:
        """The day that names the release. The only place where a run looks at the clock."""
        return date.fromisoformat(self.released_on) if self.released_on else datetime.now(UTC).date()

    @property
    def progress(self) -> Progress:
        """Whom to tell about progress."""
        return _progress.get()
