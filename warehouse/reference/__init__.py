"""Reference data: who can act (states, organisations, offices, holders, agencies, publishers).

Remit: reading the CSV files of this folder as polars frames of strings; README.md explains their columns.
Matching names in texts belongs to `extraction`, the known programs to `resolution/registry`.
"""

from functools import cache
from pathlib import Path

import polars as pl

_FOLDER = Path(__file__).parent


@cache
def load(name: str) -> pl.DataFrame:
    """The table `name` ("countries", "agencies", ...) with every column as a string and empty cells as null.

    Raises `FileNotFoundError` when the folder holds no such table. The frame is read once and shared.
    """
    return pl.read_csv(_FOLDER / f"{name}.csv", infer_schema=False)
