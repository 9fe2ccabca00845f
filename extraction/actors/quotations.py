"""Which sentences quote somebody whom a sentence before them announces: 'The minister said:' and the paragraphs after.

For whom that person speaks is decided in `meaning`.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.text import any_of, contains
from extraction.lexicons import LANGUAGES

_QUOTATION_MARK = r"^[\"'«»]"


def with_quotations(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Add `quoted_by`, the sentence that announces the words of this one; null where nobody is announced.

    A paragraph continues the quotation while it opens with a quotation mark, as each paragraph of a long one does.
    """
    announces = contains(
        pl.col("text"), {each: rf"[^\p{{L}}]{any_of('speech', each)}[^\p{{L}}][^.:]{{0,40}}:? *$" for each in LANGUAGES}
    ) & pl.col("text").str.contains(": *$")
    opens_segment = (pl.col("segment_id") != pl.col("segment_id").shift(1)).fill_null(True)
    told_by_the_text = opens_segment & ~pl.col("text").str.contains(_QUOTATION_MARK)
    number = pl.col("sentence").cast(pl.Int64)
    announced_by = pl.when(announces).then(number).when(told_by_the_text).then(-1).forward_fill().over("document_id")
    return sentences.with_columns(
        pl.when((announced_by >= 0) & (announced_by != number))
        .then(announced_by)
        .cast(sentences.collect_schema()["sentence"])
        .alias("quoted_by")
    )
