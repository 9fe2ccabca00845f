"""Write `countries.csv`: the states of the dataset with their CLDR names and main currency.

Remit: one run by hand after an upgrade of babel; the result is committed and reviewed. Names used in texts
(short forms, adjectives, metonyms) are not made here: they are kept by hand in `country_names.csv`.
"""

import csv
from pathlib import Path

import iso3166
from babel import Locale
from babel.numbers import get_territory_currencies

KOSOVO = ("XKX", "XK")  # user-assigned codes in general use; not part of ISO 3166-1
NOT_STATES = (  # territories of ISO 3166-1
    "AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG "
    "HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL "
    "UMI VGB VIR WLF ABW"
)
CURRENCIES = {
    "BTN": "BTN",
    "LSO": "LSL",
    "NAM": "NAD",
}  # legal tender beside a neighbour's currency, which CLDR lists first
NAMES = {  # where CLDR's display name is not what texts say
    "CIV": ("Ivory Coast", "Costa de Marfil"),
    "COD": ("Democratic Republic of the Congo", "República Democrática del Congo"),
    "COG": ("Congo", "Congo"),
    "MMR": ("Myanmar", "Myanmar"),
    "PSE": ("Palestine", "Palestina"),
    "VAT": ("Holy See", "Santa Sede"),
}
COLUMNS = ("code", "alpha_2", "name_en", "name_es", "currency")


def _display_names(alpha_2: str) -> tuple[str, str]:
    english, spanish = (Locale(language).territories[alpha_2] for language in ("en", "es"))
    return english.replace(" & ", " and ").replace("St. ", "Saint "), spanish


def country_rows() -> list[dict[str, str]]:
    """One row per state, sorted by alpha-3 code; the currency is the first legal tender CLDR names today."""
    codes = [(c.alpha3, c.alpha2) for c in iso3166.countries if c.alpha3 not in NOT_STATES]
    return [
        {
            "code": alpha_3,
            "alpha_2": alpha_2,
            "name_en": NAMES.get(alpha_3, _display_names(alpha_2))[0],
            "name_es": NAMES.get(alpha_3, _display_names(alpha_2))[1],
            "currency": CURRENCIES.get(alpha_3, get_territory_currencies(alpha_2)[0]),
        }
        for alpha_3, alpha_2 in sorted({*codes, KOSOVO})
    ]


def main() -> None:
    """Overwrite `countries.csv` beside this file."""
    with Path(__file__).with_name("countries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(country_rows())


if __name__ == "__main__":
    main()
