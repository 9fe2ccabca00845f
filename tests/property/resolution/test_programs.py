"""Clusters of names do not depend on the order of their documents."""

from __future__ import annotations

from random import Random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from resolution.programs.clusters import cluster_names

NAMES = [
    "Lagos Agreement on Return", "Lagos Agreement", "Acuerdo de Lagos sobre Retorno", "Rabat Mobility Pact",
    "Rabat Mobility Pact on Nurses", "Rabat Mobility Pact on Students", "Harvest Workers Program", "Harvest Worker",
    "Seasonal Labour Scheme", "Seasonal Labor Scheme", "Executive Order 15001", "Executive Order 15002",
]  # fmt: skip
REGISTRY = pl.DataFrame({"program_id": ["lagos"], "name": ["Lagos Agreement on Return"], "name_es": ["x"]})


def clusters(names: list[str]) -> dict[str, str]:
    frame = pl.DataFrame(
        {
            "candidate_name": names,
            "scope": [""] * len(names),
            "acronyms": [[] for _ in names],
            "first_mentioned_on": [None] * len(names),
            "mention_count": [1] * len(names),
        },
        schema_overrides={"acronyms": pl.List(pl.String), "first_mentioned_on": pl.Date},
    )
    return dict(cluster_names(frame, REGISTRY).select("candidate_name", "program_id").iter_rows())


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_does_not_matter(names: list[str], random: Random) -> None:
    shuffled = random.sample(names, len(names))
    assert clusters(names) == clusters(shuffled) == clusters(sorted(names, reverse=True))
