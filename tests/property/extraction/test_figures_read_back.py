"""Whatever number, currency, range or date is rendered into a phrase is read back from it, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.extraction.figures.reading import figures, periods

ENGLISH_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SPANISH_UNITS = [
    "cero",
    "un",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiún",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
SPANISH_TENS = ["-", "-", "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
SPANISH_HUNDREDS = [
    "-",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]


def english_words(number: int) -> str:
    if number < 20:
        return ENGLISH_UNITS[number]
    if number < 100:
        return ENGLISH_TENS[number // 10] + (f"-{ENGLISH_UNITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {english_words(number % 100)}" if number % 100 else ""
        return f"{ENGLISH_UNITS[number // 100]} hundred{rest}"
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = f" {english_words(number % scale)}" if number % scale else ""
            return f"{english_words(number // scale)} {name}{rest}"
    raise AssertionError(number)


def spanish_words(number: int) -> str:
    if number < 30:
        return SPANISH_UNITS[number]
    if number < 100:
        return SPANISH_TENS[number // 10] + (f" y {SPANISH_UNITS[number % 10]}" if number % 10 else "")
    if number == 100:
        return "cien"
    if number < 1000:
        return SPANISH_HUNDREDS[number // 100] + (f" {spanish_words(number % 100)}" if number % 100 else "")
    if number < 10**6:
        head = "mil" if number < 2000 else f"{spanish_words(number // 1000)} mil"
        return head + (f" {spanish_words(number % 1000)}" if number % 1000 else "")
    head = "un millón" if number < 2 * 10**6 else f"{spanish_words(number // 10**6)} millones"
    return head + (f" {spanish_words(number % 10**6)}" if number % 10**6 else "")


BOUNDS = {
    "en": {
        "exact": [""],
        "approximate": ["about ", "nearly ", "roughly ", "an estimated ", "some ", "close to "],
        "more_than": ["more than ", "over ", "upwards of ", "in excess of ", "well over "],
        "at_least": ["at least ", "no fewer than ", "a minimum of "],
        "less_than": ["fewer than ", "under ", "less than "],
        "at_most": ["up to ", "as many as ", "no more than ", "a maximum of "],
    },
    "es": {
        "exact": [""],
        "approximate": ["alrededor de ", "cerca de ", "casi ", "unos ", "aproximadamente "],
        "more_than": ["más de ", "por encima de ", "poco más de "],
        "at_least": ["al menos ", "por lo menos ", "no menos de ", "un mínimo de "],
        "less_than": ["menos de ", "por debajo de "],
        "at_most": ["hasta ", "no más de ", "como máximo ", "un máximo de "],
    },
}
FRAMES = {
    "en": [
        "The ministry counted {} in the region.",
        "They hosted {}.",
        "{} are living there.",
        "It was {}, officials said.",
    ],
    "es": ["El ministerio contó {} en la región.", "Acogieron a {}.", "Ahí viven {}.", "Fueron {}, dijo la oficina."],
}
PEOPLE = {"en": "refugees", "es": "refugiados"}
GROUPING = {
    "USA": ("en", ",", "."),
    "GBR": ("en", ",", "."),
    "ESP": ("es", ".", ","),
    "CHL": ("es", ".", ","),
    "MEX": ("es", ",", "."),
}

PARTY = {"en": "USA", "es": "MEX"}
Case = tuple[str, tuple[float | None, float | None, str, str, str]]  # text; low, high, bound, unit_kind, surface
languages = st.sampled_from(["en", "es"])
bounds = st.sampled_from(sorted(BOUNDS["en"]))
FEW = settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def digits(number: int, party: str) -> str:
    return f"{number:,}".replace(",", GROUPING[party][1])


def case(draw: st.DrawFn, language: str, body: str, value: float, kind: str) -> Case:
    """A sentence around a qualified quantity, and what must be read from it."""
    bound = draw(bounds)
    core = draw(st.sampled_from(BOUNDS[language][bound])) + body
    low = None if bound in {"less_than", "at_most"} else value
    high = None if bound in {"more_than", "at_least"} else value
    return sentence(draw, language, core), (low, high, bound, kind, core.lower())


def sentence(draw: st.DrawFn, language: str, core: str) -> str:
    filled = draw(st.sampled_from(FRAMES[language])).format(core)
    return filled[0].upper() + filled[1:]


def check(cases: list[Case], language: str, party: str) -> None:
    wrong = []
    for (text, (low, high, *rest)), rows in zip(
        cases, figures([text for text, _ in cases], language, party), strict=True
    ):
        read = [
            (row["value_low"], row["value_high"], row["bound"], row["unit_kind"], row["surface"].lower())
            for row in rows
        ]
        if read != [(approx(low), approx(high), *rest)]:
            wrong.append((text, read))
    assert not wrong


def approx(value: float | None) -> object:
    return None if value is None else pytest.approx(value)


@st.composite
def counts_in_digits(draw: st.DrawFn, party: str) -> Case:
    number, language = draw(st.integers(11, 10**9)), GROUPING[party][0]
    return case(draw, language, f"{digits(number, party)} {PEOPLE[language]}", number, "people")


@FEW
@given(data=st.data(), party=st.sampled_from(sorted(GROUPING)))
def test_counts_in_digits(data: st.DataObject, party: str) -> None:
    check(data.draw(st.lists(counts_in_digits(party), min_size=40, max_size=40)), GROUPING[party][0], party)


@st.composite
def counts_in_words(draw: st.DrawFn, language: str) -> Case:
    number = draw(st.one_of(st.integers(11, 999), st.integers(1000, 10**6), st.integers(10**6, 10**12 - 1)))
    spelled = english_words(number) if language == "en" else spanish_words(number % 10**9 or 11)
    value = number if language == "en" else number % 10**9 or 11
    of = " de" if language == "es" and value % 10**6 == 0 and value >= 10**6 else ""
    return case(draw, language, f"{spelled}{of} {PEOPLE[language]}", value, "people")


@FEW
@given(data=st.data(), language=languages)
def test_counts_in_words(data: st.DataObject, language: str) -> None:
    check(data.draw(st.lists(counts_in_words(language), min_size=40, max_size=40)), language, PARTY[language])


MONEY = {
    "en": [
        ("${}", "USD"),
        ("US${}", "USD"),
        ("A${}", "AUD"),
        ("€{}", "EUR"),
        ("£{}", "GBP"),
        ("EUR {}", "EUR"),
        ("{} euros", "EUR"),
        ("{} Canadian dollars", "CAD"),
        ("{} quetzals", "GTQ"),
        ("{} yen", "JPY"),
    ],
    "es": [
        ("US${}", "USD"),
        ("€{}", "EUR"),
        ("{} euros", "EUR"),
        ("{} dólares canadienses", "CAD"),
        ("{} lempiras", "HNL"),
        ("{} pesos colombianos", "COP"),
        ("{} libras esterlinas", "GBP"),
        ("${}", "MXN"),
        ("{} pesos", "MXN"),
    ],
}
SCALES = {
    "en": {"": 1, " million": 10**6, " billion": 10**9, " trillion": 10**12},
    "es": {"": 1, " mil": 10**3, " millones": 10**6, " mil millones": 10**9},
}


@st.composite
def money(draw: st.DrawFn, language: str, form: str) -> Case:
    scale, factor = draw(st.sampled_from(sorted(SCALES[language].items())))
    tenths = draw(st.integers(21, 9999))
    amount, value = (f"{tenths / 10:.1f}", tenths * factor / 10) if scale else (f"{tenths:,}", tenths)
    of = " de" if scale.endswith("millones") and form.startswith("{}") else ""
    return case(draw, language, form.format(amount + scale + of), value, "money")


@pytest.mark.parametrize(
    ("language", "form", "currency"), [(each, *pair) for each, pairs in MONEY.items() for pair in pairs]
)
def test_money(language: str, form: str, currency: str) -> None:
    @settings(FEW, max_examples=1)
    @given(cases=st.lists(money(language, form), min_size=30, max_size=30))
    def read_back(cases: list[Case]) -> None:
        check(cases, language, PARTY[language])
        rows = figures([text for text, _ in cases], language, PARTY[language])
        assert {row["unit"] for [row] in rows} == {currency}

    read_back()


RANGES = {
    "en": ["between {} and {} {}", "from {} to {} {}", "{} to {} {}", "{}-{} {}", "{} – {} {}"],
    "es": ["entre {} y {} {}", "de {} a {} {}", "{} a {} {}", "{}-{} {}"],
}


@st.composite
def ranges(draw: st.DrawFn, language: str) -> tuple[str, tuple[float, float, str, str]]:
    low, step = draw(st.integers(11, 90)), draw(st.integers(1, 9))
    scale, factor = draw(st.sampled_from([("", 1), ({"en": " thousand", "es": " mil"}[language], 1000)]))
    core = draw(st.sampled_from(RANGES[language])).format(low, f"{low + step}{scale}", PEOPLE[language])
    return sentence(draw, language, core), (low * factor, (low + step) * factor, "range", "people")


@FEW
@given(data=st.data(), language=languages)
def test_ranges(data: st.DataObject, language: str) -> None:
    cases = data.draw(st.lists(ranges(language), min_size=40, max_size=40))
    rows = figures([text for text, _ in cases], language, PARTY[language])
    read = [[(row["value_low"], row["value_high"], row["bound"], row["unit_kind"]) for row in each] for each in rows]
    assert read == [[wanted] for _, wanted in cases]


PERCENT = {"en": ["{}%", "{} %", "{} percent", "{} per cent"], "es": ["{}%", "{} %", "{} por ciento"]}


@st.composite
def percentages(draw: st.DrawFn, language: str) -> Case:
    value = draw(st.integers(11, 999)) / 10
    return case(draw, language, draw(st.sampled_from(PERCENT[language])).format(value), value, "percent")


@FEW
@given(data=st.data(), language=languages)
def test_percentages(data: st.DataObject, language: str) -> None:
    check(data.draw(st.lists(percentages(language), min_size=40, max_size=40)), language, PARTY[language])


MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
}
DATES = {
    "en": [
        "on {month} {day}, {year}",
        "on {day} {month} {year}",
        "on {month} {day}th, {year}",
        "on {year}-{number:02d}-{day:02d}",
    ],
    "es": ["el {day} de {month} de {year}", "el {day} de {month} del {year}", "{year}-{number:02d}-{day:02d}"],
}
MEETING = {"en": "They met {} again.", "es": "Se reunieron {} otra vez."}


@FEW
@given(data=st.data(), language=languages)
def test_dates_are_times_and_never_figures(data: st.DataObject, language: str) -> None:
    days = data.draw(st.lists(st.dates(date(1950, 1, 1), date(2099, 12, 31)), min_size=40, max_size=40))
    texts = [
        MEETING[language].format(
            data.draw(st.sampled_from(DATES[language])).format(
                month=MONTHS[language][each.month - 1], day=each.day, year=each.year, number=each.month
            )
        )
        for each in days
    ]
    found = periods(texts, language, PARTY[language])
    assert [[(row["period_start"], row["period_end"]) for row in rows] for rows in found] == [
        [(each, each)] for each in days
    ]
    assert not any(figures(texts, language, PARTY[language]))


WINDOWS = {
    "en": ("in the past {} days", "over the next {} days"),
    "es": ("en los últimos {} días", "en los próximos {} días"),
}


@FEW
@given(language=languages, published_on=st.dates(date(2000, 2, 1), date(2080, 1, 1)), days=st.integers(2, 400))
def test_windows_end_or_begin_at_the_document(language: str, published_on: date, days: int) -> None:
    texts = [phrase.format(days) for phrase in WINDOWS[language]]
    [[before], [after]] = periods(texts, language, None, published_on=published_on)
    assert (before["period_start"], before["period_end"]) == (published_on - timedelta(days=days), published_on)
    assert (after["period_start"], after["period_end"]) == (published_on, published_on + timedelta(days=days))
