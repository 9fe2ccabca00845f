"""Segments: the parts of a text in order, what each is, and who speaks in it.

For whom a speaker speaks is decided in `ingestion.parties`.
"""

from __future__ import annotations

import polars as pl

from ingestion.segmentation.furniture import split_trailing_links, with_furniture
from ingestion.segmentation.kinds import with_kinds
from ingestion.segmentation.layout import paragraphs
from ingestion.segmentation.turns import with_turns


def segments(documents: pl.DataFrame) -> pl.DataFrame:
    """Segment texts.

    `documents` has `document` (a key), `text` (canonical), `genre` (as given with the text, or null), `public` and
    `press` (whether a public body, or the press, published it). One row per segment in order: `document`, `ordinal`,
    `kind`, `speaker`, `speaker_role`, `char_start`, `char_end`, `text`. White space aside, segments cover a text
    exactly once.
    """
    facts = documents.select("document", "genre", "public", "press")
    parts = split_trailing_links(paragraphs(documents)).join(facts, on="document", how="left", maintain_order="left")
    voiced = with_turns(with_furniture(parts))
    return (
        with_kinds(voiced)
        .with_columns(ordinal=pl.int_range(pl.len()).over("document"))
        .select("document", "ordinal", "kind", "speaker", "speaker_role", "char_start", "char_end", "text")
    )
