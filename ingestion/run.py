"""A run of ingestion: every input of the corpora becomes a document or a reject, in bounded batches.

The order is fixed: a file is kept in the raw store, then read from there, then its texts are judged one by one, then
described in batches. Counts in equal counts out; `ingest` asserts it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import polars as pl

from ingestion.canonical import canonical_text
from ingestion.discovery import Input, discover
from ingestion.duplicates import likeness_key, near_duplicate_of
from ingestion.raw_store import RawStore
from ingestion.readers import READERS, RECORD_CHARACTER_LIMIT, Problem, Record
from ingestion.tables import CANDIDATE_SCHEMA, tables
from warehouse.identifiers import identifier
from warehouse.schema import conform, empty, polars_schema
from warehouse.schema.documents import DOCUMENTS, REJECTS, SEGMENTS

BATCH_CHARACTERS = 4_000_000

_INPUTS_SCHEMA = pl.Schema(
    {
        "source_name": pl.String,
        "source_uri": pl.String,
        "raw_sha256": pl.String,
        "media_type": pl.String,
        "byte_count": pl.Int64,
    }
)
_MANIFEST_TYPE, _UNKNOWN_TYPE = "text/csv", "application/octet-stream"
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Ingested:
    """What a run of ingestion made.

    `documents` has the columns of the documents table and `text` (canonical) at the end; `segments` and `rejects`
    are as published; `inputs` has one row per raw object: `source_name`, `source_uri`, `raw_sha256`, `media_type`,
    `byte_count`.
    """

    documents: pl.DataFrame
    segments: pl.DataFrame
    rejects: pl.DataFrame
    inputs: pl.DataFrame


@dataclass
class _Ledger:
    """What a run has met so far."""

    received: int = 0
    rejects: list[dict[str, str | None]] = field(default_factory=list)
    inputs: dict[str, dict[str, str | int]] = field(default_factory=dict)
    first_with_text: dict[str, str] = field(default_factory=dict)
    documents: list[pl.DataFrame] = field(default_factory=list)
    segments: list[pl.DataFrame] = field(default_factory=list)
    batch: list[dict[str, str | None]] = field(default_factory=list)
    batch_characters: int = 0

    def reject(self, raw_sha256: str | None, name: str, uri: str, problem: Problem) -> None:
        self.rejects.append(
            {
                "raw_sha256": raw_sha256,
                "source_name": name,
                "source_uri": uri,
                "stage": problem.stage,
                "reason": problem.reason,
                "detail": problem.detail,
            }
        )

    def close_batch(self) -> None:
        """Describe the texts gathered and let go of them."""
        if self.batch:
            documents, segments = tables(pl.DataFrame(self.batch, schema=CANDIDATE_SCHEMA))
            self.documents.append(documents.with_columns(likeness=_fingerprint()))
            self.segments.append(conform(segments, SEGMENTS).collect())
            self.batch, self.batch_characters = [], 0


def ingest(corpora: Sequence[Path], raw_store: RawStore, *, progress: Progress | None = None) -> Ingested:
    """Ingest files and folders, in the order given.

    Every file goes into `raw_store` before it is read. `progress` is told the bytes read and the bytes there are.
    Raises `CorpusNotFoundError` when a corpus does not exist and `RawStoreError` when nothing can be kept; whatever is
    wrong with an input becomes a reject.
    """
    inputs = list(discover(corpora))
    sizes = [_size(found) for found in inputs]
    ledger = _Ledger()
    done, total = 0, sum(sizes)
    for found, size in zip(inputs, sizes, strict=True):
        for share_read in _take(found, raw_store, ledger):
            if ledger.batch_characters >= BATCH_CHARACTERS:
                ledger.close_batch()
            if progress is not None:
                progress(done + int(size * share_read), total)
        done += size
    ledger.close_batch()
    if progress is not None:
        progress(total, total)
    return _result(ledger)


def _take(found: Input, raw_store: RawStore, ledger: _Ledger) -> Iterator[float]:
    """Keep and read one input; yield the share of it that is read, after every record."""
    if found.path is None:
        assert found.problem is not None
        ledger.received += 1
        ledger.reject(None, found.source_name, found.source_uri, found.problem)
        return
    suffix = found.path.suffix.lower()
    reader = READERS.get(suffix)
    try:
        raw_sha256 = raw_store.put_file(found.path)
    except OSError as error:
        ledger.received += 1
        problem = Problem(stage="read", reason="unreadable_file", detail=str(error.strerror or error))
        ledger.reject(None, found.source_name, found.source_uri, problem)
        return
    raw = raw_store.path(raw_sha256)
    media_type = _MANIFEST_TYPE if found.is_manifest else reader.media_type if reader else _UNKNOWN_TYPE
    ledger.inputs.setdefault(
        raw_sha256,
        {
            "source_name": found.source_name,
            "source_uri": found.source_uri,
            "raw_sha256": raw_sha256,
            "media_type": media_type,
            "byte_count": raw.stat().st_size,
        },
    )
    if found.is_manifest:
        return
    if reader is None:
        ledger.received += 1
        known = ", ".join(READERS)
        detail = f"suffix '{suffix}' is not one of {known}"
        problem = Problem(stage="read", reason="unsupported_format", detail=detail)
        ledger.reject(raw_sha256, found.source_name, found.source_uri, problem)
        return
    for record in reader.read(raw):
        ledger.received += 1
        _judge(record, found, raw_sha256, media_type, ledger)
        yield record.share_read


def _judge(record: Record, found: Input, raw_sha256: str, media_type: str, ledger: _Ledger) -> None:
    """Add a record to the batch, or to the rejects with the reason."""
    name, uri = _place(record, found)
    text = "" if record.text is None else canonical_text(record.text)
    problem = record.problem or _unusable(text)
    if problem is not None:
        ledger.reject(raw_sha256, name, uri, problem)
        return
    text_sha256 = sha256(text.encode()).hexdigest()
    if text_sha256 in ledger.first_with_text:
        detail = f"the same text as {ledger.first_with_text[text_sha256]}"
        ledger.reject(raw_sha256, name, uri, Problem(stage="clean", reason="duplicate_text", detail=detail))
        return
    ledger.first_with_text[text_sha256] = uri
    given = {**record.metadata, **found.metadata} if record.position is None else record.metadata
    ledger.batch.append(
        {
            **{column: given.get(column) for column in CANDIDATE_SCHEMA if column in given},
            "document_id": "doc_" + sha256(f"{text_sha256}\n{name}".encode()).hexdigest()[:16],
            "source_name": name,
            "source_uri": given.get("source_uri", uri),
            "media_type": media_type,
            "raw_sha256": raw_sha256,
            "text_sha256": text_sha256,
            "text": text,
        }
    )
    ledger.batch_characters += len(text)


def _place(record: Record, found: Input) -> tuple[str, str]:
    """Name and address of a record: as given with it, else of its file."""
    if record.position is None:
        return found.source_name, found.source_uri
    uri = record.source_uri or f"{found.source_uri}#{record.position}"
    last = uri.split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1] if record.source_uri else ""
    name = record.source_name or last or f"{found.source_name}#{record.position}"
    return name, uri


def _unusable(text: str) -> Problem | None:
    """Why a canonical text cannot become a document, or null."""
    if len(text) > RECORD_CHARACTER_LIMIT:
        detail = f"{len(text)} characters exceed the limit of {RECORD_CHARACTER_LIMIT} for one text; split it"
        return Problem(stage="clean", reason="too_large", detail=detail)
    if (offset := text.find("\x00")) >= 0:
        return Problem(stage="clean", reason="not_text", detail=f"character 0 at offset {offset}")
    if _LETTER_OR_DIGIT.search(text) is None:
        return Problem(stage="clean", reason="empty_text", detail="no letter and no digit")
    return None


def _size(found: Input) -> int:
    try:
        return found.path.stat().st_size if found.path else 0
    except OSError:
        return 0


def _fingerprint() -> pl.Expr:
    """The likeness key of a text, hashed, so that it need not be kept."""
    return identifier("", likeness_key(pl.col("text")))


def _result(ledger: _Ledger) -> Ingested:
    columns = [*DOCUMENTS.column_names, "text"]
    documents, segments = empty(DOCUMENTS).with_columns(text=pl.lit(None, dtype=pl.String)), empty(SEGMENTS)
    if ledger.documents:
        every = pl.concat(ledger.documents).with_columns(near_duplicate_of=near_duplicate_of()).select(columns)
        types = polars_schema(DOCUMENTS)
        documents = every.cast({name: types[name] for name in DOCUMENTS.column_names}).sort(DOCUMENTS.sort_key)
        segments = pl.concat(ledger.segments).sort(SEGMENTS.sort_key)
    rejects = conform(pl.DataFrame(ledger.rejects, schema=polars_schema(REJECTS)), REJECTS).collect()
    assert ledger.received == documents.height + rejects.height, "an input was neither taken nor rejected"
    inputs = pl.DataFrame(list(ledger.inputs.values()), schema=_INPUTS_SCHEMA)
    return Ingested(documents, segments, rejects, inputs.sort("source_uri", "raw_sha256"))
