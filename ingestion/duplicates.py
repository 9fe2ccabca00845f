"""Texts published more than once.

Near duplicates are texts that are equal but for case, white space and punctuation. A finer likeness (edited
re-publications) would replace `likeness_key` by a key of a group of alike texts; the rest stays.
"""

from __future__ import annotations

import polars as pl


def likeness_key(text: pl.Expr) -> pl.Expr:
    """A key that alike texts share: the text's letters and digits in lower case."""
    return text.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "")


def near_duplicate_of() -> pl.Expr:
    """The first published of alike documents, for the others; null for that one and for texts without a like.

    Reads `likeness`, `published_on`, `document_id`, in the order of input, which decides among documents of one date.
    """
    order = ["published_on"]
    first = pl.col("document_id").sort_by(order, nulls_last=True, maintain_order=True).first().over("likeness")
    return pl.when(first != pl.col("document_id")).then(first)
