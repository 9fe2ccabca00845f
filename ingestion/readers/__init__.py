"""Readers of formats. A format is one module that yields records, and its line in `READERS`."""

from __future__ import annotations

from ingestion.readers.jsonl import JsonLinesReader
from ingestion.readers.parquet import ParquetReader
from ingestion.readers.plain_text import PlainTextReader
from ingestion.readers.record import METADATA, RECORD_CHARACTER_LIMIT, Problem, Reader, Record

READERS: dict[str, Reader] = {
    ".txt": PlainTextReader(),
    ".text": PlainTextReader(),
    ".md": PlainTextReader("text/markdown"),
    ".markdown": PlainTextReader("text/markdown"),
    ".parquet": ParquetReader(),
    ".jsonl": JsonLinesReader(),
    ".ndjson": JsonLinesReader(),
}
"""Reader of a file by its suffix in lower case."""

__all__ = ["METADATA", "READERS", "RECORD_CHARACTER_LIMIT", "Problem", "Reader", "Record"]
