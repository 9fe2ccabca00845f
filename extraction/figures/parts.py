"""Parts of a whole and rows of a table: they hold for the time, and with the status, of the figure they divide.

"300 visas this year, of which 20 …", "half of them", and lines of a table under the sentence that tells its total.
Units without a noun are `inheritance`'s business.
"""

from __future__ import annotations

import polars as pl

_QUALIFIER = r"(?: (?:the|some|about|over|more than|nearly|almost|unos|unas|casi|más de|cerca de|alrededor de))*"
_PART_BEFORE = (
    rf"(?i:(?:^|[ ,(-])(?:(?:of|among) (?:which|whom|them|these|those)|(?:and |which |that |this )?includ(?:es|ing)"
    rf"|entre (?:ell[oa]s|l[oa]s cuales|l[oa]s que)|incluid[oa]s|incluyendo|de l[oa]s cuales|de quienes|de ell[oa]s)"
    rf",?{_QUALIFIER} )$"
)
_PART_AFTER = r"(?i:^ (?:of (?:which|whom|them)|de (?:ell[oa]s|quienes|l[oa]s cuales))(?-u:\b))"
_OF_THEM = r"(?i: (?:of (?:which|whom|them)|de ell[oa]s)$)"
_SHARED_OUT = r"(?i:, (?:and |so |y |con )?$)"
_OWN_VERB = (
    r"(?i:^[^,.;]{0,30} (?:is|are|was|were|has|have|had|will|es|son|era|eran|fue|fueron|ha|han|será|serán)(?-u:\b))"
)
# What stands before the number of a row: dots that lead to it, or nothing where they end a sentence of their own.
_LEADERS = r"(?:^|(?:\. ?){3,}|…+|_{3,})[ .]*$"
_CONTEXT = ("period_start", "period_end", "status")


def with_context_of_wholes(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Give parts the period (where they have none) and the status of the figure before; rows those of the table's head.

    In, in reading order: `document_id`, `sentence`, `text`, `start`, `unqualified`, `rest`, `number`, `width`,
    `sign_width`, `surface_start`, `surface_end`, `unit_kind`, `period_start`, `period_end`, `status`. Out: the
    same columns filled. A part with a verb of its own keeps its status.
    """
    row = pl.col("unqualified").str.contains(_LEADERS) & (pl.col("rest").str.strip_chars() == "") & _is_bare()
    head_before = pl.when(~row).then(pl.struct(_CONTEXT)).forward_fill().over("document_id")
    before = [
        pl.col(name).shift(1).over("document_id").alias(f"_{name}") for name in (*_CONTEXT, "sentence", "unit_kind")
    ]
    near = (pl.col("sentence") - pl.col("_sentence")).fill_null(9) <= pl.when(_opens()).then(1).otherwise(0)
    undated = pl.col("period_start").is_null() & pl.col("period_end").is_null()
    keeps_status = pl.col("rest").str.contains(_OWN_VERB)
    head = pl.col("_head").struct
    return (
        figures.with_columns(row.fill_null(False).alias("_row"), _is_part().alias("_part"), *before)
        .with_columns(pl.when("_row").then(head_before).alias("_head"))
        .with_columns((pl.col("_part") & near & ~pl.col("_row")).fill_null(False).alias("_part"))
        .with_columns(
            *(
                pl.when("_row").then(head.field(name))
                .when(pl.col("_part") & undated).then(f"_{name}")
                .otherwise(name).alias(name)
                for name in ("period_start", "period_end")
            ),
            pl.coalesce(
                pl.when("_row").then(head.field("status")).when(pl.col("_part") & ~keeps_status).then("_status"),
                "status",
            ).alias("status"),
        )
        .select(pl.exclude("^_(row|part|head|period_start|period_end|status|sentence|unit_kind)$"))
    )  # fmt: skip


def _is_bare() -> pl.Expr:
    """A number in digits with no sign and no noun."""
    return (pl.col("width") == 0) & (pl.col("sign_width") == 0) & pl.col("number").str.contains("^[0-9]")


def _opens() -> pl.Expr:
    """Whether the part opens its sentence ("Of these, 30 …") and so divides a figure of the sentence before."""
    return pl.col("unqualified").str.len_chars() <= 25


def _is_part() -> pl.Expr:
    """Whether a figure is said to be part of the one before it."""
    surface = pl.col("text").str.slice("surface_start", pl.col("surface_end") - pl.col("surface_start"))
    share = (pl.col("unit_kind") == "ratio") & (
        surface.str.contains(_OF_THEM)
        | (pl.col("unqualified").str.contains(_SHARED_OUT) & pl.col("rest").str.contains("^ (?:for|para) "))
    )
    return pl.col("unqualified").str.contains(_PART_BEFORE) | pl.col("rest").str.contains(_PART_AFTER) | share
