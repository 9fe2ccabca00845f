"""Published Parquet files: one writer, so that the same rows always give the same bytes.

Format choices (zstd level 9, row groups of 131,072 rows, page index, sorting columns, plain strings) are those
measured for this dataset; the bytes also carry the writer's version and hold under the lock file.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from warehouse.files import replacing
from warehouse.schema import Table, arrow_schema, conform

_ROW_GROUP_ROWS = 131_072


def write_table(frame: pl.LazyFrame | pl.DataFrame, table: Table, path: Path) -> int:
    """Write `frame` as the published table: its columns, order and descriptions. Returns the number of rows.

    Raises polars or Arrow errors when a column is missing, of another type, or null where the schema says it is not.
    """
    conformed = conform(frame, table).collect()
    _refuse_nulls(conformed, table)
    schema = arrow_schema(table)
    arrow = conformed.to_arrow(compat_level=pl.CompatLevel.oldest()).cast(schema).combine_chunks()
    sorting = pq.SortingColumn.from_ordering(schema, [(name, "ascending") for name in table.sort_key])
    with replacing(path) as temporary:
        pq.write_table(
            arrow,
            temporary,
            compression="zstd",
            compression_level=9,
            row_group_size=_ROW_GROUP_ROWS,
            write_page_index=True,
            sorting_columns=sorting,
            store_schema=True,
        )
    return arrow.num_rows


def _refuse_nulls(frame: pl.DataFrame, table: Table) -> None:
    """Say which required column holds nulls; Arrow itself would write them without a word."""
    for column in table.columns:
        missing = 0 if column.nullable else frame[column.name].null_count()
        if missing:
            raise ValueError(f"{table.name}.{column.name} is required but empty in {missing} of {frame.height} rows")


def scan_tables(folder: Path, names: tuple[str, ...]) -> dict[str, pl.LazyFrame]:
    """Lazy frames over the Parquet files `<name>.parquet` of a folder."""
    return {name: pl.scan_parquet(folder / f"{name}.parquet") for name in names}
