"""The reference tables hold together: codes exist, dates are ordered, names point to one party."""

from __future__ import annotations

import polars as pl
import pytest

from warehouse.reference import load


def parties() -> set[str]:
    return set(load("countries")["code"]) | set(load("organisations")["code"])


def with_aliases(table: str, name: str) -> pl.DataFrame:
    """One row per name or alias of a table, in the column `alias`."""
    every = pl.concat_str([name, "aliases"], separator="|", ignore_nulls=True)
    return load(table).with_columns(alias=every.str.split("|")).explode("alias")


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("nothing_of_this_name")


def test_countries_are_complete_and_well_formed() -> None:
    countries = load("countries")
    assert countries.height == 197
    assert countries["code"].is_unique().all()
    assert countries.filter(~pl.col("code").str.contains("^[A-Z]{3}$")).is_empty()
    assert countries.filter(~pl.col("alpha_2").str.contains("^[A-Z]{2}$")).is_empty()
    assert countries.filter(~pl.col("currency").str.contains("^[A-Z]{3}$")).is_empty()
    assert {"MEX", "USA", "XKX", "PSE", "TWN", "PNG"} <= set(countries["code"])


@pytest.mark.parametrize(
    ("code", "currency"),
    [("MEX", "MXN"), ("GTM", "GTQ"), ("ECU", "USD"), ("ESP", "EUR"), ("LSO", "LSL"), ("AUS", "AUD")],
)
def test_main_currencies(code: str, currency: str) -> None:
    assert load("countries").filter(pl.col("code") == code)["currency"].to_list() == [currency]


def test_country_names_point_to_countries_with_known_kinds() -> None:
    names = load("country_names")
    assert set(names["code"]) == set(load("countries")["code"])
    assert set(names["language"]) == {"en", "es"}
    assert set(names["kind"]) == {"name", "demonym_adjective", "demonym_people", "capital_metonym"}
    assert set(names["ambiguous"]) == {"true", "false"}


def test_a_country_name_means_one_country() -> None:
    per_name = load("country_names").group_by("name", "language").agg(pl.col("code").n_unique())
    assert per_name.filter(pl.col("code") > 1)["name"].to_list() == []


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("U.S.", "en", "USA"),
        ("EE. UU.", "es", "USA"),
        ("estadounidenses", "es", "USA"),
        ("Estados Unidos Mexicanos", "es", "MEX"),
        ("guatemaltecas", "es", "GTM"),
        ("the Republic of Korea", "en", "KOR"),
        ("PNG", "en", "PNG"),
        ("Dutch", "en", "NLD"),
        ("Canberra", "en", "AUS"),
        ("Casa Blanca", "es", "USA"),
    ],
)
def test_usual_names(name: str, language: str, code: str) -> None:
    hit = load("country_names").filter((pl.col("name") == name) & (pl.col("language") == language))
    assert hit["code"].to_list() == [code]


@pytest.mark.parametrize("name", ["Georgia", "Jordan", "America", "Guinea"])
def test_names_with_another_sense_are_marked(name: str) -> None:
    hit = load("country_names").filter((pl.col("name") == name) & (pl.col("language") == "en"))
    assert hit["ambiguous"].to_list() == ["true"]


@pytest.mark.parametrize("name", ["Mexico City", "New Mexico", "Ciudad de México"])
def test_places_that_only_contain_a_country_are_absent(name: str) -> None:
    assert load("country_names").filter(pl.col("name") == name).is_empty()


def test_organisation_codes_and_aliases_are_unique() -> None:
    organisations = load("organisations")
    assert organisations["code"].is_unique().all()
    assert set(organisations["code"]) & set(load("countries")["code"]) == set()
    owners = with_aliases("organisations", "name_en").group_by("alias").agg(pl.col("code").n_unique())
    assert owners.filter(pl.col("code") > 1)["alias"].to_list() == []


def test_offices_are_well_formed() -> None:
    offices = load("offices")
    assert set(offices["language"]) == {"en", "es"}
    assert set(offices["kind"]) == {
        "head_of_state", "head_of_government", "minister", "ambassador", "official", "legislator", "spokesperson",
    }  # fmt: skip
    assert set(offices["country"].drop_nulls()) <= set(load("countries")["code"])
    assert offices.select("title", "language").is_unique().all()


def test_office_holders_serve_known_parties_for_a_positive_time() -> None:
    holders = load("office_holders").with_columns(pl.col("from", "to").str.to_date("%Y-%m-%d"))
    assert holders.height >= 250
    assert set(holders["party"]) <= parties()
    assert holders["from"].is_not_null().all()
    assert holders.filter(pl.col("to") <= pl.col("from"))["name"].to_list() == []


def test_a_holder_alias_names_one_party_at_a_time() -> None:
    terms = with_aliases("office_holders", "name").with_columns(
        pl.col("from").str.to_date("%Y-%m-%d"), pl.col("to").str.to_date("%Y-%m-%d").fill_null(pl.date(9999, 1, 1))
    )
    pairs = terms.join(terms, on="alias", suffix="_other").filter(
        (pl.col("party") < pl.col("party_other"))
        & (pl.col("from") < pl.col("to_other"))
        & (pl.col("from_other") < pl.col("to"))
    )
    assert pairs.select("alias", "party", "party_other").rows() == []


@pytest.mark.parametrize(
    "surname", ["Rice", "Brown", "May", "Johnson", "Castro", "Costa", "Peña", "Sánchez", "Fox", "Howard"]
)
def test_surnames_that_are_ordinary_words_stand_alone_nowhere(surname: str) -> None:
    assert with_aliases("office_holders", "name").filter(pl.col("alias") == surname).is_empty()


@pytest.mark.parametrize(
    ("alias", "day", "party"),
    [
        ("AMLO", "2022-07-12", "MEX"),
        ("Lopez Obrador", "2019-06-20", "MEX"),
        ("Sheinbaum", "2025-01-21", "MEX"),
        ("Biden", "2023-01-05", "USA"),
        ("Turnbull", "2016-09-20", "AUS"),
        ("Guterres", "2010-03-01", "UNHCR"),
        ("Guterres", "2018-12-10", "United Nations"),
    ],
)
def test_usual_forms_of_names_are_dated(alias: str, day: str, party: str) -> None:
    terms = with_aliases("office_holders", "name").filter(
        (pl.col("alias") == alias) & (pl.col("from") <= day) & (pl.col("to").fill_null("9999") > day)
    )
    assert set(terms["party"]) == {party}


def test_agencies_point_to_known_parties() -> None:
    agencies = load("agencies")
    assert agencies.height >= 250
    assert set(agencies["party"].drop_nulls()) <= parties()
    assert set(agencies["language"]) == {"en", "es", "any"}
    generic = agencies.filter(pl.col("party").is_null())["name"]
    assert {"Ministry of Foreign Affairs", "Ministerio del Interior"} <= set(generic)


def test_an_agency_alias_names_one_party_in_a_language() -> None:
    names = with_aliases("agencies", "name").with_columns(pl.col("party").fill_null("?"))
    owners = names.group_by("alias", "language").agg(pl.col("party").unique())
    assert owners.filter(pl.col("party").list.len() > 1).rows() == []


def test_publishers_are_lower_case_and_the_press_speaks_for_nobody() -> None:
    publishers = load("publishers")
    assert publishers.filter(pl.col("publisher") != pl.col("publisher").str.to_lowercase()).is_empty()
    assert publishers["publisher"].is_unique().all()
    assert set(publishers["kind"]) == {"government", "press", "organisation"}
    assert set(publishers["party"].drop_nulls()) <= parties()
    assert publishers.filter((pl.col("kind") == "press") & pl.col("party").is_not_null()).is_empty()
