"""From pairs to threads: every statement follows the earliest one it is directly the same as.

No chains: A like B and B like C do not make A and C one undertaking unless both are like the thread's first.
"""

from __future__ import annotations

import polars as pl


def leaders(nodes: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """`node` and `leader` for every node.

    In: `nodes` with `node` and `order` (unique); `pairs` with `node` and `other`. The earliest node that follows none
    is a leader, all that are like it follow it, and so on with the rest; so the result depends on the nodes and their
    pairs only, and later nodes never change who leads earlier ones.
    """
    order = nodes.select("node", "order")
    edges = (
        pairs.select("node", "other")
        .join(order, on="node")
        .join(order, left_on="other", right_on="node", suffix="_other")
        .select(
            early=pl.when(pl.col("order") < pl.col("order_other")).then("order").otherwise("order_other"),
            late=pl.when(pl.col("order") < pl.col("order_other")).then("order_other").otherwise("order"),
        )
        .unique()
    )
    follows = pl.DataFrame(schema={"order": order.schema["order"], "leader": order.schema["order"]})
    open_edges = edges
    while open_edges.height:
        # Whoever has no earlier neighbour left leads; its later neighbours follow the earliest leader they have.
        new_leaders = open_edges.select(pl.col("early").unique()).join(
            open_edges, left_on="early", right_on="late", how="anti"
        )
        led = (
            open_edges.join(new_leaders, on="early")
            .group_by("late")
            .agg(pl.col("early").min().alias("leader"))
            .rename({"late": "order"})
        )
        follows = pl.concat([follows, led])
        settled = pl.concat([new_leaders.select(order="early"), led.select("order")])
        open_edges = open_edges.join(settled, left_on="early", right_on="order", how="anti").join(
            settled, left_on="late", right_on="order", how="anti"
        )
    return (
        order.join(follows, on="order", how="left")
        .with_columns(pl.coalesce("leader", "order").alias("_leads"))
        .join(order.select(leader_node="node", _leads="order"), on="_leads")
        .select("node", leader="leader_node")
        .sort("node")
    )
