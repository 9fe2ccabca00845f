"""Ids are derived from content and stay the same."""

import polars as pl
import pytest

from warehouse.identifiers import identifier


@pytest.fixture
def rows() -> pl.DataFrame:
    return pl.DataFrame({"name": ["a", "a", "", None, "b"], "place": [1, 2, 1, 1, 1]})


def test_ids_are_the_same_for_ever(rows: pl.DataFrame) -> None:
    ids = rows.select(identifier("seg_", pl.col("name"), pl.col("place")).alias("id"))["id"]
    assert ids[0] == "seg_8181c16b4ad83cc1"
    assert ids.str.contains(r"^seg_[0-9a-f]{16}$").all()


def test_different_values_differ_also_null_and_empty_text(rows: pl.DataFrame) -> None:
    ids = rows.select(identifier("x_", pl.col("name"), pl.col("place")).alias("id"))["id"]
    assert ids.n_unique() == rows.height


def test_values_do_not_run_into_each_other() -> None:
    rows = pl.DataFrame({"left": ["ab", "a"], "right": ["c", "bc"]})
    ids = rows.select(identifier("x_", pl.col("left"), pl.col("right")).alias("id"))["id"]
    assert ids[0] != ids[1]


def test_lazy_streaming_and_eager_agree(rows: pl.DataFrame) -> None:
    expression = identifier("x_", pl.col("name"), pl.col("place")).alias("id")
    eager = rows.select(expression)
    assert rows.lazy().select(expression).collect(engine="streaming").equals(eager)
    assert rows.clear().select(expression).height == 0
