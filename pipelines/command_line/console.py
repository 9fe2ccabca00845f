"""How commands speak: where output and errors go, and text of documents made safe for a terminal."""

from __future__ import annotations

import re

from rich.console import Console

output = Console(highlight=False)
errors = Console(stderr=True, highlight=False)

# Control characters could move the cursor or change colours; direction marks could reorder what is read.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class UsageProblemError(Exception):
    """Something the user can put right: one line that says what was wrong and what to do."""


def printable(text: object) -> str:
    """Text that cannot steer a terminal."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", "" if text is None else str(text))
