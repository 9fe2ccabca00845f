"""Write `<language>/currencies.csv` from the names the Unicode locale data give to the currencies of all countries.

Run by hand when countries or locale data change: `python -m extraction.lexicons.make_currencies`. Symbols stand in
`currency_symbols.csv`, which people edit.
"""

from __future__ import annotations

import polars as pl
from babel.numbers import get_currency_name

from extraction.lexicons import FOLDER, LANGUAGES
from warehouse.reference import load

# The head noun of these names is an everyday word of the language, so only the full name says money.
EVERYDAY = {
    "en": {"won", "som", "real", "reals", "lek", "dram", "leu", "lei", "lev", "kip", "loti", "tala", "mark", "marks"},
    "es": {
        "boliviano",
        "bolivianos",
        "won",
        "som",
        "sum",
        "lek",
        "leu",
        "bat",
        "real",
        "marco",
        "marcos",
        "tala",
        "sol",
        "corona",
        "gultrum",
    },
}
# What a shared head noun means where neither text nor publisher says which country's.
DEFAULTS = {
    "dollar": "USD",
    "peso": "MXN",
    "pound": "GBP",
    "franc": "CHF",
    "krone": "NOK",
    "krona": "SEK",
    "krooner": "DKK",
    "dinar": "KWD",
    "rupee": "INR",
    "riyal": "SAR",
    "rial": "IRR",
    "shilling": "KES",
    "dirham": "AED",
    "manat": "AZN",
    "leu": "RON",
    "yuan": "CNY",
    "renminbi": "CNY",
    "won": "KRW",
    "kwacha": "ZMW",
    "som": "KGS",
    "ruble": "RUB",
}
EXTRA = {
    "en": [
        ("greenback", "USD"),
        ("bucks", "USD"),
        ("pound sterling", "GBP"),
        ("pounds sterling", "GBP"),
        ("sterling", "GBP"),
        ("renminbi", "CNY"),
        ("RMB", "CNY"),
        ("U.S. dollar", "USD"),
        ("U.S. dollars", "USD"),
        ("American dollar", "USD"),
        ("American dollars", "USD"),
        ("quetzales", "GTQ"),
        ("colones", "CRC"),
        ("córdobas", "NIO"),
        ("cordobas", "NIO"),
        ("bolívares", "VES"),
        ("bolivars", "VES"),
        ("reais", "BRL"),
        ("zloty", "PLN"),
        ("rubles", "RUB"),
        ("roubles", "RUB"),
        ("kina", "PGK"),
        ("shekels", "ILS"),
    ],
    "es": [
        ("dólar americano", "USD"),
        ("dólares americanos", "USD"),
        ("dolares", "USD"),
        ("dólares de Estados Unidos", "USD"),
        ("dólares de los Estados Unidos", "USD"),
        ("moneda nacional", "MXN"),
        ("reales", "BRL"),
        ("soles", "PEN"),
        ("coronas suecas", "SEK"),
        ("lempiras", "HNL"),
        ("córdobas", "NIO"),
        ("bolívares", "VES"),
        ("yuanes", "CNY"),
        ("renminbi", "CNY"),
        ("libras esterlinas", "GBP"),
        ("séqueles", "ILS"),
        ("shekels", "ILS"),
    ],
}


def names(language: str) -> pl.DataFrame:
    """All names of one language: `name`, `code`, `family` (English head noun), `kind` (full or generic)."""
    codes = sorted(set(load("countries")["currency"].drop_nulls()))
    family = {code: get_currency_name(code, count=1, locale="en").split()[-1].lower() for code in codes}
    rows: dict[str, tuple[str, str, str]] = {}
    head = -1 if language == "en" else 0
    for code in codes:
        forms = [get_currency_name(code, count=count, locale=language) for count in (1, 2)]
        for form in forms:
            if form in EVERYDAY[language]:
                continue
            rows.setdefault(form, (code, family[code], "full"))
    for code in codes:
        for count in (1, 2):
            words = [
                word
                for word in get_currency_name(code, count=count, locale=language).split()
                if word not in {"nuevo", "nuevos"}
            ]
            if words[head].lower() not in EVERYDAY[language] and words[head][0].islower():
                rows.setdefault(words[head], (DEFAULTS.get(family[code], code), family[code], "generic"))
    for form, code in EXTRA[language]:
        rows[form] = (code, family[code], "full")
    return pl.DataFrame(
        [(name, *row) for name, row in rows.items()], schema=["name", "code", "family", "kind"], orient="row"
    ).sort("name")


if __name__ == "__main__":
    for language in LANGUAGES:
        names(language).write_csv(FOLDER / language / "currencies.csv")
