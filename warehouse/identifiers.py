"""Permanent ids derived from content, the same in every run, process and version of the libraries.

What goes into the id of a particular table is decided where its rows are made.
"""

from __future__ import annotations

from hashlib import blake2b

import polars as pl

_SEPARATOR = "\x1f"
_NULL = "\x00"


def identifier(prefix: str, *columns: pl.Expr) -> pl.Expr:
    """`prefix` and 16 hexadecimal digits of a 64-bit BLAKE2b hash over the values of `columns`, row by row.

    Any column that polars casts to text may take part; null differs from the empty text. The order of the columns
    matters. Polars' own hashes are not used because they change between its versions.
    """
    parts = [column.cast(pl.String).fill_null(_NULL) for column in columns]

    def digest(joined: pl.Series) -> pl.Series:
        digests = [prefix + blake2b(value.encode(), digest_size=8).hexdigest() for value in joined.to_list()]
        return pl.Series(joined.name, digests, dtype=pl.String)

    return pl.concat_str(parts, separator=_SEPARATOR).map_batches(digest, return_dtype=pl.String, is_elementwise=True)
