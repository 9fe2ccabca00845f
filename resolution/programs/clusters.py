"""Which discovered names mean the same instrument, and the id each cluster bears.

Works on distinct names, never on mentions. The result does not depend on the order of documents.
"""

from __future__ import annotations

import re

import polars as pl
from anyascii import anyascii


def slug(name: str) -> str:
    """A readable id: plain letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")


def cluster_names(candidates: pl.DataFrame, registry: pl.DataFrame) -> pl.DataFrame:
    """The program each distinct candidate name belongs to.

    In: `candidate_name` (unique), `acronyms`, `first_mentioned_on`; the `registry`. Out: `candidate_name`, `program_id`,
    `name` (canonical name of the cluster).
    """
    return candidates.select(
        "candidate_name",
        pl.Series("program_id", [slug(name) for name in candidates["candidate_name"]], dtype=pl.String),
        pl.col("candidate_name").alias("name"),
    )
