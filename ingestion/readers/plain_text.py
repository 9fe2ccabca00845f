"""Plain text and Markdown in UTF-8: the file is the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingestion.readers.record import Problem, Record

BYTE_LIMIT = 16_000_000


@dataclass(frozen=True)
class PlainTextReader:
    """Reader of a file that holds one text in UTF-8."""

    media_type: str = "text/plain"

    def read(self, path: Path) -> Iterator[Record]:
        """Yield the one text of the file, or why it is none."""
        size = path.stat().st_size
        if size > BYTE_LIMIT:
            detail = f"{size} bytes exceed the limit of {BYTE_LIMIT} for a text file; split it"
            yield Record(problem=Problem(stage="read", reason="too_large", detail=detail))
            return
        yield decoded(path.read_bytes())


def decoded(content: bytes) -> Record:
    """Return a record with the text of `content`, or with the place of its first byte that is not UTF-8 text."""
    if (offset := content.find(b"\x00")) >= 0:
        detail = f"byte 0x00 at offset {offset}: the file is binary or not in UTF-8"
        return Record(problem=Problem(stage="decode", reason="not_text", detail=detail))
    try:
        return Record(text=content.decode("utf-8"))
    except UnicodeDecodeError as error:
        detail = f"byte 0x{content[error.start]:02x} at offset {error.start} is not UTF-8; convert the file to UTF-8"
        return Record(problem=Problem(stage="decode", reason="undecodable_text", detail=detail))
