"""Threads: the statements of one undertaking across documents and languages.

The words that compare are made in `features`, the pairs to compare in `candidates`, the decision is `matching`'s;
`clusters` makes threads of pairs and `summary` their rows. `actions.csv` groups verbs of one meaning, `concepts.csv`
gives words of both languages one name, `stop_words.csv` holds words that say nothing of the object.
"""

from __future__ import annotations

import polars as pl

from resolution.threads.candidates import candidate_pairs
from resolution.threads.clusters import leaders
from resolution.threads.features import with_features
from resolution.threads.matching import same_undertaking
from resolution.threads.summary import commitment_threads
from warehouse.identifiers import identifier

__all__ = ["thread_commitments"]

_TELLING_WORDS = 3  # content words by which a statement is known without its document
_SLICE = 250_000
_ROUNDS = 2  # the second compares the leaders that the first left
_SIGNATURE = (
    "actors",
    "action_group",
    "words",
    "figure_values",
    "program_ids",
    "polarity",
    "period_start",
    "period_end",
)
_LISTS = ("actors", "words", "figure_values", "program_ids")


def _statements(commitments: pl.LazyFrame, documents: pl.LazyFrame) -> pl.LazyFrame:
    """The commitments in order of date, with what their documents tell and their features."""
    told = documents.select(
        "document_id",
        "language",
        "published_on",
        pl.coalesce("near_duplicate_of", "document_id").alias("primary_document"),
    ).join(
        documents.select(
            pl.col("document_id").alias("primary_document"), pl.col("publisher").alias("primary_publisher")
        ),
        on="primary_document",
        how="left",
    )
    return (
        with_features(commitments.join(told, on="document_id", how="left"))
        .sort(
            "published_on",
            pl.col("document_id") != pl.col("primary_document"),
            "document_id",
            "char_start",
            "char_end",
            "commitment_id",
            nulls_last=True,
        )
        .with_row_index("order")
    )


def _nodes(statements: pl.LazyFrame) -> pl.LazyFrame:
    """Statements that say the same in the same words are one node: `node` is the order of the earliest.

    With few content words, only the same statement of a document and its near-duplicate are.
    """
    telling = (pl.col("words").list.len() >= _TELLING_WORDS) & (pl.col("actors").list.len() > 0)
    parts = [
        pl.col(column).cast(pl.List(pl.String)).list.join(" ") if column in _LISTS else pl.col(column).cast(pl.String)
        for column in _SIGNATURE
    ]
    meaning = pl.concat_str([part.fill_null("") for part in parts], separator="|")
    wording = pl.concat_str("primary_document", "surface", pl.col("_occurrence").cast(pl.String), separator="|")
    return (
        statements.with_columns(pl.int_range(pl.len()).over("document_id", "surface").alias("_occurrence"))
        .with_columns(pl.when(telling).then("meaning " + meaning).otherwise("wording " + wording).alias("_signature"))
        .with_columns(pl.col("order").min().over("_signature").alias("node"))
        .drop("_occurrence", "_signature")
    )


def _threaded(nodes: pl.DataFrame) -> pl.DataFrame:
    """`node` and `leader`, after comparing the nodes and then the leaders among themselves."""
    result = nodes.select("node", leader="node")
    for _ in range(_ROUNDS):
        open_nodes = nodes.join(result.select(node="leader").unique(), on="node", how="semi")
        candidates = candidate_pairs(open_nodes.lazy()).collect()
        # In slices, since a pair carries the words of both sides.
        pairs = pl.concat(
            [
                same_undertaking(candidates.slice(start, _SLICE).lazy(), open_nodes.lazy()).collect()
                for start in range(0, max(candidates.height, 1), _SLICE)
            ]
        )
        found = leaders(open_nodes, pairs)
        result = result.join(found.rename({"node": "leader", "leader": "_leads"}), on="leader").select(
            "node", leader="_leads"
        )
    return result


def thread_commitments(commitments: pl.LazyFrame, documents: pl.LazyFrame) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Find the statements of the same undertaking.

    In: commitments with the published columns (but `thread_id`) and `figure_values` (list of the values of their
    figures), and published `documents`. Out: the commitments plus `thread_id`, and the table `commitment_threads`.
    The same undertaking: compatible actors, actions, amounts, programs, places and times, and like objects, in either
    language; what is not surely the same stays apart. A thread is named after its earliest statement, so its id
    stays as later documents arrive.
    """
    statements = _nodes(_statements(commitments, documents)).collect()
    nodes = statements.filter(pl.col("order") == pl.col("node"))
    threads = _threaded(nodes).join(
        nodes.select(leader="node", thread_id=identifier("thr_", pl.col("commitment_id"))), on="leader"
    )
    threaded = statements.join(threads.select("node", "thread_id"), on="node", how="left")
    members = commitments.join(
        threaded.lazy().select("commitment_id", "thread_id"), on="commitment_id", how="left", maintain_order="left"
    )
    return members, commitment_threads(threaded.lazy())
