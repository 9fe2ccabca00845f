"""The registry of programs holds what the linker relies on."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

from warehouse.reference import load

REGISTRY = Path(__file__).resolve().parents[3] / "resolution" / "registry"
KINDS = {
    "agreement", "declaration", "framework", "dialogue", "body", "facility", "pathway", "policy", "law",
    "fund", "campaign",
}  # fmt: skip
TOPICS = {
    "migration_management", "migration_pathways", "protection", "enforcement", "border_infrastructure",
    "security", "root_causes", "economy", "climate", "other",
}  # fmt: skip
GENERIC_NOUNS = {
    "agreement", "accord", "acuerdo", "declaration", "declaración", "framework", "marco", "dialogue",
    "diálogo", "forum", "foro", "summit", "cumbre", "task force", "working group", "grupo de trabajo",
    "commission", "comisión", "program", "programme", "programa", "initiative", "iniciativa", "project",
    "proyecto", "plan", "strategy", "estrategia", "compact", "pacto", "visa", "visas", "visado",
    "parole", "asylum", "asilo", "law", "ley", "act", "policy", "política", "fund", "fondo", "campaign",
    "campaña", "process", "proceso", "treaty", "tratado", "convention", "convención", "protocol",
    "protocolo", "memorandum of understanding", "memorando de entendimiento", "resettlement",
    "reasentamiento", "secretariat",
}  # fmt: skip


@pytest.fixture(scope="module")
def programs() -> pl.DataFrame:
    return pl.read_csv(REGISTRY / "programs.csv", infer_schema=False)


@pytest.fixture(scope="module")
def names() -> pl.DataFrame:
    return pl.read_csv(REGISTRY / "program_names.csv", infer_schema=False)


def test_holds_the_programs_an_analyst_expects(programs: pl.DataFrame) -> None:
    assert programs.height >= 170
    assert set(KINDS) == set(programs["kind"]), "every kind of the codebook is represented and no other"
    assert set(TOPICS) == set(programs["topic"])


def test_identifiers_are_unique_slugs(programs: pl.DataFrame) -> None:
    assert programs["program_id"].is_unique().all()
    assert programs.filter(~pl.col("program_id").str.contains(r"^[a-z0-9]+(-[a-z0-9]+)*$")).is_empty()


def test_canonical_names_are_unique_and_present(programs: pl.DataFrame) -> None:
    assert programs["name"].is_not_null().all()
    assert programs["name"].str.to_lowercase().is_unique().all()


def test_every_program_says_where_it_is_documented(programs: pl.DataFrame) -> None:
    assert programs.filter(pl.col("reference").fill_null("").str.len_chars() < 8)["program_id"].to_list() == []


def test_countries_are_known_codes(programs: pl.DataFrame) -> None:
    listed = programs.select(pl.col("countries").drop_nulls().str.split("|").explode()).to_series()
    assert set(listed) - set(load("countries")["code"]) == set()


def test_years_are_plausible_and_ordered(programs: pl.DataFrame) -> None:
    years = programs.select("program_id", pl.col("start_year", "end_year").cast(pl.Int32))
    assert years.filter(~pl.col("start_year").is_between(1700, 2026)).is_empty()
    assert years["start_year"].is_not_null().all()
    assert years.filter(pl.col("end_year") < pl.col("start_year")).is_empty()


def test_every_name_belongs_to_a_program(programs: pl.DataFrame, names: pl.DataFrame) -> None:
    assert names.join(programs, on="program_id", how="anti").is_empty()
    canonical = names.filter(pl.col("role") == "canonical")
    assert programs.join(canonical, on="program_id", how="anti")["program_id"].to_list() == []


def test_enumerations_of_names(names: pl.DataFrame) -> None:
    assert set(names["language"]) == {"en", "es", "any"}
    assert set(names["role"]) == {"canonical", "alias", "short", "acronym"}
    assert set(names["case"]) == {"exact", "ignore"}


def test_no_name_means_two_programs(names: pl.DataFrame) -> None:
    spoken = names.with_columns(
        pl.when(pl.col("language") == "any")
        .then(pl.lit(["en", "es"]))
        .otherwise(pl.concat_list("language"))
        .alias("language"),
        folded=pl.col("name").str.to_lowercase(),
    ).explode("language")
    clashes = (
        spoken.group_by("folded", "language")
        .agg(pl.col("program_id").unique())
        .filter(pl.col("program_id").list.len() > 1)
    )
    assert clashes.rows() == []


def test_no_name_is_a_bare_generic_noun(names: pl.DataFrame) -> None:
    assert set(names["name"].str.to_lowercase()) & GENERIC_NOUNS == set()
    assert names.filter(pl.col("name").str.len_chars() < 3)["name"].to_list() in ([], ["H2"])


def test_names_are_written_as_the_matcher_normalises_them(names: pl.DataFrame) -> None:
    odd = names.filter(pl.col("name").str.contains(r"[’‘“”–—\x{a0}]|^\s|\s$|\s\s"))
    assert odd["name"].to_list() == []


def test_acronyms_are_case_sensitive(names: pl.DataFrame) -> None:
    loose = names.filter((pl.col("role") == "acronym") & (pl.col("case") != "exact"))
    assert loose["name"].to_list() == []


def test_contexts_are_regular_expressions(names: pl.DataFrame) -> None:
    contexts = names["context"].drop_nulls().unique().to_list()
    assert contexts, "ambiguous acronyms have a context"
    for context in contexts:
        assert re.compile(context)
        pl.Series([""]).str.contains(context)


@pytest.mark.parametrize("acronym", ["MPP", "RSE", "PALM", "TPS"])
def test_ambiguous_acronyms_need_their_context(names: pl.DataFrame, acronym: str) -> None:
    rows = names.filter((pl.col("name") == acronym) & (pl.col("role") == "acronym"))
    assert rows.height >= 1
    if acronym != "TPS":
        assert rows["context"].is_not_null().all()
