"""`manifest.csv`: metadata that a folder gives about its files.

One row per file, `source_name` and any of the columns in `COLUMNS`; others are ignored. What is wrong with a manifest
is a problem of its own, told with line and column; the files themselves are read without it.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ingestion.readers import METADATA
from warehouse.schema import enumerations

NAME = "manifest.csv"
COLUMNS = ("source_name", "source_uri", *METADATA)
BYTE_LIMIT = 64_000_000


@dataclass
class Manifest:
    """Metadata by file name, and what could not be understood (line-wise, ready for the rejects table)."""

    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_manifest(path: Path) -> Manifest:
    """Read the manifest at `path`. Nothing about its content raises; see `Manifest.problems`."""
    manifest = Manifest()
    try:
        if path.stat().st_size > BYTE_LIMIT:
            manifest.problems.append(f"larger than {BYTE_LIMIT} bytes")
            return manifest
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        manifest.problems.append(f"byte 0x{error.object[error.start]:02x} at offset {error.start} is not UTF-8")
        return manifest
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(rows, [])]
        if "source_name" not in header:
            manifest.problems.append("line 1: no column 'source_name'; the first line names the columns")
            return manifest
        for values in rows:
            if any(value.strip() for value in values):
                _add(manifest, header, values, rows.line_num)
    except csv.Error as error:
        manifest.problems.append(f"line {rows.line_num}: {error}; the rest of the manifest is not read")
    return manifest


def _add(manifest: Manifest, header: list[str], values: list[str], line: int) -> None:
    if len(values) != len(header):
        manifest.problems.append(f"line {line}: {len(values)} values for {len(header)} columns")
        return
    given = {name: " ".join(value.split()) for name, value in zip(header, values, strict=True) if name in COLUMNS}
    name = given.pop("source_name")
    if not name or name in manifest.rows:
        what = f"names {name} again (first in line {manifest.lines[name]})" if name else "gives no source_name"
        manifest.problems.append(f"line {line}, column source_name: {what}")
        return
    for column, value in list(given.items()):
        if not value:
            del given[column]
        elif (complaint := invalid(column, value)) is not None:
            manifest.problems.append(f"line {line}, column {column}: {complaint}")
            del given[column]
    manifest.rows[name] = given
    manifest.lines[name] = line


def invalid(column: str, value: str) -> str | None:
    """Say what is wrong with a metadata value, or return null when it can be used."""
    if column == "published_on" and iso_date(value) is None:
        return f"'{value[:40]}' is not a date of the form YYYY-MM-DD"
    if column == "genre" and value not in enumerations.GENRE:
        return f"'{value[:40]}' is not one of {', '.join(enumerations.GENRE)}"
    if column == "language" and not re.fullmatch(r"[a-z]{2,3}", value):
        return f"'{value[:40]}' is not a language code such as en"
    return None


def iso_date(value: str) -> date | None:
    """Return the date a metadata value starts with (YYYY-MM-DD, perhaps followed by a time)."""
    match = re.match(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])", value)
    try:
        return date.fromisoformat(match.group(1)) if match else None
    except ValueError:
        return None
