"""Rows of a dump (mappings of column to value, of whatever types) as records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from ingestion.readers.record import METADATA, Problem, Record

TEXT_COLUMN = "text"
URI_COLUMNS = ("source_uri", "uri", "url")
READ_COLUMNS = (TEXT_COLUMN, "source_name", *URI_COLUMNS, *METADATA)


def record_from_row(row: Mapping[str, object], *, position: int, share_read: float) -> Record:
    """Return the record of one row of a dump; a row without a text is a problem, odd metadata is left out."""
    fields = {name: plain(row[name]) for name in READ_COLUMNS if name in row and name != TEXT_COLUMN}
    given = {name: value for name, value in fields.items() if value is not None}
    text = row.get(TEXT_COLUMN)
    problem = None
    if not isinstance(text, str):
        found = "no value" if text is None else f"a value of type {type(text).__name__}"
        detail = f"record {position}: column '{TEXT_COLUMN}' holds {found} where a text is needed"
        problem = Problem(stage="read", reason="invalid_record", detail=detail)
        text = None
    elif (offset := first_surrogate(text)) is not None:
        detail = f"record {position}: character {offset} of the text is half of a surrogate pair"
        problem = Problem(stage="decode", reason="undecodable_text", detail=detail)
        text = None
    return Record(
        text=text,
        problem=problem,
        source_name=given.get("source_name"),
        source_uri=next((given[name] for name in URI_COLUMNS if name in given), None),
        position=position,
        metadata={name: given[name] for name in METADATA if name in given},
        share_read=share_read,
    )


def plain(value: object) -> str | None:
    """Return a metadata value as a text: dates in ISO form, blank and nested values as null."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, str):
        cleaned = " ".join(value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").split())
        return cleaned or None
    return None


def first_surrogate(text: str) -> int | None:
    """Return the offset of the first character of `text` that UTF-8 cannot encode."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return None
