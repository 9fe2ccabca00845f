"""What holds for the commitments of any text: exact spans in one segment, no overlap, no dependence on neighbours."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extraction.commitments import extract_commitments
from tests.unit.extraction.commitments.reading import Case, commitments_of, sentence_frame
from warehouse.schema import TABLES

SUBJECTS = ["Ghana", "The Ministry of Labour", "We", "It", "Migrants", "who", "El Gobierno", "Nosotros"]
GROUPS = [
    *("will", "will not", "agreed to", "is committed to", "announced", "reaffirms its commitment to", "would", "'ll"),
    *("acordaron", "se comprometió a", "reabrirá", "van a", "nos comprometemos a", "seguirá", "tiene la intención de"),
]
REST = [
    *("reopen the camp", "hire 20 nurses", "and", "; and", ",", "which", "if", "the creation of a fund", "$3 million"),
    *("reabrir el albergue", "contratar enfermeras", "y", "que", "año", "Primero. "),
    *("—", "“now”", "’s", ". ", ": ", "? ", "\n", "\n- ", "🛂"),
]
texts = st.lists(st.sampled_from([*SUBJECTS, *GROUPS, *REST]), min_size=1, max_size=25).map(" ".join)
cases = st.tuples(
    texts,
    st.fixed_dictionaries(
        {
            "language": st.sampled_from(["en", "es"]),
            "genre": st.sampled_from(["transcript", "declaration", "fact_sheet", "news_article"]),
        }
    ),
)
relaxed = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(st.lists(cases, min_size=1, max_size=12))
def test_spans_are_words_of_one_segment_and_never_overlap(documents: list[Case]) -> None:
    for (text, _), rows in zip(documents, commitments_of(documents), strict=True):
        reached = 0
        for row in rows:
            assert reached <= row["char_start"] < row["char_end"] <= len(text)
            assert row["surface"] == row["surface"].strip()
            assert "\n" not in row["surface"]
            reached = row["char_end"]


@relaxed
@given(st.lists(cases, min_size=1, max_size=12))
def test_values_are_those_of_the_schema(documents: list[Case]) -> None:
    columns = {column.name: column for column in TABLES["commitments"].columns}
    for rows in commitments_of(documents):
        for row in rows:
            assert row["force"] in columns["force"].enumeration
            assert row["polarity"] in columns["polarity"].enumeration
            assert row["topic"] in columns["topic"].enumeration
            assert row["action"]
            assert all(1 <= number <= 23 for number in row["gcm_objectives"] or [])
            assert row["head_start"] >= row["clause_start"] >= 0


@relaxed
@given(st.lists(cases, min_size=2, max_size=12))
def test_a_document_says_the_same_whatever_stands_beside_it(documents: list[Case]) -> None:
    together = commitments_of(documents)
    backwards = commitments_of(documents[::-1])[::-1]
    kept = ("char_start", "char_end", "force", "polarity", "action", "method", "surface")
    for one, other in zip(together, backwards, strict=True):
        assert [[row[name] for name in kept] for row in one] == [[row[name] for name in kept] for row in other]


@relaxed
@given(st.lists(cases, min_size=1, max_size=4))
def test_two_runs_give_the_same_frame(documents: list[Case]) -> None:
    frame = sentence_frame(documents).collect()
    first, second = (extract_commitments(frame.lazy()).collect() for _ in range(2))
    assert first.equals(second)
