"""JSON Lines dumps: one object per line with the text under `text`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ingestion.readers.fields import record_from_row
from ingestion.readers.record import Problem, Record

LINE_BYTE_LIMIT = 64_000_000


@dataclass(frozen=True)
class JsonLinesReader:
    """Reader of files with one JSON object per line; blank lines are skipped."""

    media_type: str = "application/x-ndjson"

    def read(self, path: Path) -> Iterator[Record]:
        """Yield a record per line that is not blank."""
        size = path.stat().st_size
        with path.open("rb") as source:
            for number, line in enumerate(_lines(source), start=1):
                share_read = source.tell() / size
                if line is None:
                    detail = f"line {number} exceeds {LINE_BYTE_LIMIT} bytes"
                    yield _problem(number, share_read, "too_large", detail)
                elif line.strip():
                    yield _record(line, number, share_read)


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of `source`, and null for one longer than the limit."""
    while line := source.readline(LINE_BYTE_LIMIT):
        whole = line.endswith(b"\n") or len(line) < LINE_BYTE_LIMIT
        if not whole:
            while (rest := source.readline(LINE_BYTE_LIMIT)) and not rest.endswith(b"\n"):
                pass
        yield line if whole else None


def _record(line: bytes, number: int, share_read: float) -> Record:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        detail = f"line {number}: byte {error.start} of the line is not UTF-8"
        return _problem(number, share_read, "undecodable_text", detail)
    except json.JSONDecodeError as error:
        detail = f"line {number}, column {error.colno}: {error.msg}"
        return _problem(number, share_read, "invalid_record", detail)
    except (RecursionError, ValueError) as error:
        detail = f"line {number}: not readable as JSON ({type(error).__name__})"
        return _problem(number, share_read, "invalid_record", detail)
    if not isinstance(row, dict):
        detail = f"line {number}: an object with a text is needed, found {type(row).__name__}"
        return _problem(number, share_read, "invalid_record", detail)
    return record_from_row(row, position=number, share_read=share_read)


def _problem(number: int, share_read: float, reason: str, detail: str) -> Record:
    problem = Problem(stage="read", reason=reason, detail=detail)
    return Record(problem=problem, position=number, share_read=share_read)
