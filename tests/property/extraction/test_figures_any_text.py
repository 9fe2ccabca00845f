"""Any text at all gives figures and phrases of time with spans inside it, finite values and ordered bounds."""

from __future__ import annotations

import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.extraction.figures.reading import figures, periods

_NUMBERS = "5|1,234.5|2,3000|1.2.3|12.345,6|20 000 000|2030|29/02/2031|0|00|-5|half|one|two|mitad|doble|doubled|mil"
_UNITS = "$|€|US$|%|percent|per cent|million|millones|people|personas|of the|los|FY|FY99|Q4|quarter|years|años|May|mayo"
_WORDS = "and|y|or|to|-|–|a|in|more than|más de|up to|hasta|between|entre|from|since|desde|last|next|31 February"
_SIGNS = ".|,|;|:|(|)|[|]|\"|'|¿|é|ñ|😀|½|º|th|+"
PIECES = st.sampled_from("|".join((_NUMBERS, _UNITS, _WORDS, _SIGNS)).split("|"))
TEXT = st.one_of(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
    st.text(alphabet="0123456789.,' $%-–ABmk:/\n", max_size=40),
    st.integers(1, 400).map(lambda count: "9" * count + " people"),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(TEXT, min_size=30, max_size=30), language=st.sampled_from(["en", "es"]))
def test_spans_and_values_hold_for_any_text(texts: list[str], language: str) -> None:
    for text, rows in zip(texts, figures(texts, language, None), strict=True):
        for row in rows:
            assert 0 <= row["char_start"] < row["char_end"] <= len(text), (text, row)
            low, high = row["value_low"], row["value_high"]
            assert all(value is None or math.isfinite(value) for value in (low, high)), (text, row)
            assert low is None or high is None or low <= high, (text, row)
            assert row["unit_kind"], (text, row)
        spans = [(row["char_start"], row["char_end"]) for row in rows]
        assert len(set(spans)) == len(spans), (text, spans)
    for text, rows in zip(texts, periods(texts, language, "USA"), strict=True):
        for row in rows:
            assert 0 <= row["start"] < row["end"] <= len(text)
            start, end = row["period_start"], row["period_end"]
            assert start is None or end is None or start <= end, (text, row)
