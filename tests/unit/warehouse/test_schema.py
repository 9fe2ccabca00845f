"""The schema describes every table in full, and no change to it goes unseen."""

from __future__ import annotations

import json

import polars as pl
import pytest

from tests.sample_tables import sample_rows
from warehouse.schema import TABLES, Column, Table, arrow_schema, conform, lock, polars_schema


def test_the_schema_is_the_locked_one() -> None:
    message = "the schema changed: raise SCHEMA_VERSION, then run: python -m warehouse.schema.lock"
    assert lock.current() == lock.locked(), message


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_says_what_it_means(table: Table) -> None:
    for column in table.columns:
        assert column.meaning.endswith("."), column.name
        assert column.example, column.name
    keys = {key.column for key in table.foreign_keys} | set(table.sort_key)
    keys |= {name for ordering in table.orderings for name in (ordering.lower, ordering.upper)}
    assert keys <= set(table.column_names)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_arrow_fields_carry_their_meaning(table: Table) -> None:
    schema = arrow_schema(table)
    assert tuple(schema.names) == table.column_names
    for field in schema:
        assert (field.metadata or {})[b"description"].decode().startswith(table.column_index[field.name].meaning)
    assert set(json.loads((schema.metadata or {})[b"columns"])) == set(table.column_names)


def test_conform_orders_columns_and_rows_and_fills_lists() -> None:
    table = TABLES["figures"]
    row = sample_rows()["figures"][0]
    later = {**row, "figure_id": "fig_00000000000000ab", "char_start": row["char_start"] + 1, "flags": None}
    frame = pl.DataFrame([later, row], schema=polars_schema(table)).select(pl.all().reverse())
    shuffled = frame.select(sorted(frame.columns))
    conformed = conform(shuffled, table).collect()
    assert tuple(conformed.columns) == table.column_names
    assert conformed["figure_id"].to_list() == [row["figure_id"], later["figure_id"]]
    assert conformed["flags"].to_list() == [[], []]


def test_conform_refuses_a_frame_without_a_column() -> None:
    with pytest.raises(pl.exceptions.ColumnNotFoundError):
        conform(pl.DataFrame({"figure_id": ["a"]}), TABLES["figures"]).collect()


def test_a_table_cannot_name_a_column_twice() -> None:
    column = Column(name="x", type="string", meaning="X.", example="x")
    with pytest.raises(ValueError, match="names a column twice"):
        Table(
            name="t",
            grain="",
            description="",
            group="ingest",
            primary_key=None,
            sort_key=("x",),
            columns=(column, column),
        )
