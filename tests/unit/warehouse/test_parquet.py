"""Published Parquet files: same rows, same bytes; required values are there."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest

from tests.sample_tables import sample_rows
from warehouse.parquet import write_table
from warehouse.schema import TABLES, polars_schema


def _segments() -> pl.DataFrame:
    return pl.DataFrame(sample_rows()["segments"], schema=polars_schema(TABLES["segments"]))


def test_row_order_of_the_input_does_not_reach_the_bytes(tmp_path: Path) -> None:
    table = TABLES["segments"]
    write_table(_segments(), table, tmp_path / "a.parquet")
    write_table(_segments().reverse(), table, tmp_path / "b.parquet")
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_descriptions_and_sorting_are_inside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "segments.parquet"
    assert write_table(_segments(), TABLES["segments"], path) == 2
    assert (pq.read_schema(path).metadata or {})[b"description"].decode() == TABLES["segments"].description
    assert [column.column_index for column in pq.ParquetFile(path).metadata.row_group(0).sorting_columns] == [1, 2]
    assert not pq.read_schema(path).field("text").nullable


def test_an_empty_required_column_is_named(tmp_path: Path) -> None:
    broken = _segments().with_columns(pl.lit(None, dtype=pl.String).alias("text"))
    with pytest.raises(ValueError, match=r"segments\.text is required but empty in 2 of 2 rows"):
        write_table(broken, TABLES["segments"], tmp_path / "x.parquet")
    assert list(tmp_path.iterdir()) == []
