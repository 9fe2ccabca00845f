"""Parquet dumps with one text per row in the column `text`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ingestion.readers.fields import READ_COLUMNS, TEXT_COLUMN, record_from_row
from ingestion.readers.record import Problem, Record

_ROWS_AT_A_TIME = 64
_UNREADABLE = (pa.ArrowException, OSError, ValueError, NotImplementedError)


@dataclass(frozen=True)
class ParquetReader:
    """Reader of Parquet files, a few rows at a time."""

    media_type: str = "application/vnd.apache.parquet"

    def read(self, path: Path) -> Iterator[Record]:
        """Yield a record per row; a file that breaks off yields a problem after the rows before the break."""
        position = 0
        try:
            with pq.ParquetFile(path, memory_map=True) as file:
                names = file.schema_arrow.names
                if TEXT_COLUMN not in names:
                    detail = f"no column '{TEXT_COLUMN}' among: {', '.join(names)[:200]}"
                    yield Record(problem=Problem(stage="read", reason="invalid_record", detail=detail))
                    return
                columns = [name for name in READ_COLUMNS if name in names]
                total = file.metadata.num_rows
                for batch in file.iter_batches(batch_size=_ROWS_AT_A_TIME, columns=columns):
                    for row in batch.to_pylist():
                        position += 1
                        yield record_from_row(row, position=position, share_read=position / total)
        except _UNREADABLE as error:
            detail = f"not readable as Parquet after {position} rows: {' '.join(str(error).split())[:200]}"
            yield Record(problem=Problem(stage="read", reason="unreadable_file", detail=detail))
