"""Threads do not depend on the order of the statements, on later ones, or on being found twice."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from resolution.threads import thread_commitments
from tests.thread_statements import statement, tables

VERBS = ("will open", "pledged to establish", "will train", "refused to close")
OBJECTS = (
    "a registration office for seasonal workers",
    "a registration office for displaced families",
    "a coastal patrol unit against fuel smuggling",
    "three schools for displaced children",
)
DAYS = st.integers(min_value=0, max_value=900).map(lambda days: date(2015, 1, 1) + timedelta(days=days))

statements = st.builds(
    lambda verb, goal, actors, day, amount: statement(
        f"{verb} {goal}", actors=actors, published_on=day, figure_values=amount
    ),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from([[], ["NOR"], ["SEN"], ["NOR", "SEN"]]),
    st.one_of(st.none(), DAYS),
    st.sampled_from([[], [300.0], [500.0]]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(statements, min_size=1, max_size=10))
def test_order_does_not_matter(drawn: list[dict[str, object]]) -> None:
    commitments, documents = tables(*drawn)
    members, threads = thread_commitments(commitments, documents)
    shuffled = commitments.collect().sample(fraction=1.0, shuffle=True, seed=len(drawn)).lazy()
    members_again, threads_again = thread_commitments(shuffled, documents.reverse())
    assert threads.collect().equals(threads_again.collect())
    assert members.sort("commitment_id").collect().equals(members_again.sort("commitment_id").collect())


@settings(max_examples=40, deadline=None)
@given(st.lists(statements, min_size=1, max_size=10))
def test_every_statement_has_one_thread_and_counts_add_up(drawn: list[dict[str, object]]) -> None:
    commitments, documents = tables(*drawn)
    members, threads = (frame.collect() for frame in thread_commitments(commitments, documents))
    assert members.drop("thread_id").equals(commitments.collect())
    assert set(members["thread_id"]) == set(threads["thread_id"])
    assert (threads["document_count"] <= threads["statement_count"]).all()
    assert threads["statement_count"].sum() == len(drawn)


@settings(max_examples=40, deadline=None)
@given(st.lists(statements, min_size=1, max_size=8), st.lists(statements, min_size=1, max_size=4))
def test_later_documents_leave_earlier_threads_alone(
    first: list[dict[str, object]], later: list[dict[str, object]]
) -> None:
    dated = [{**each, "published_on": each["published_on"] or date(2015, 1, 1)} for each in first]
    after = [{**each, "published_on": date(2018, 1, 1), "document": f"later_{n}"} for n, each in enumerate(later)]
    before_ids = thread_commitments(*tables(*dated))[0].collect()["thread_id"].to_list()
    after_ids = thread_commitments(*tables(*dated, *after))[0].collect()["thread_id"].to_list()
    assert after_ids[: len(first)] == before_ids
