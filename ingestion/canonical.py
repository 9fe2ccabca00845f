"""The canonical text: what every offset of the dataset counts in.

CRLF and CR are read as LF and a byte-order mark at the start is dropped; nothing else changes, ever.
"""

from __future__ import annotations


def canonical_text(text: str) -> str:
    """Return the canonical form of a decoded text. Applying it twice changes nothing."""
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
