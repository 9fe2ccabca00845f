"""Discovered names become programs: across documents, spellings and languages, with ids that do not depend on order."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from resolution.programs import resolve_programs
from warehouse.schema import TABLES, conform

REGISTRY = pl.DataFrame(
    [
        {
            "program_id": "lisbon-declaration",
            "name": "Lisbon Declaration on Labour Mobility",
            "name_es": "Declaración de Lisboa sobre Movilidad Laboral",
            "kind": "declaration",
            "topic": "migration_pathways",
            "countries": ["PRT"],
            "lead_organisations": [],
        }
    ],
    schema_overrides={"lead_organisations": pl.List(pl.String)},
)


def resolve(
    *rows: tuple[str, str | None], dates: dict[str, date] | None = None, duplicates: dict[str, str] | None = None,
    acronym: str | None = None, method: str = "name.headed", kind: str = "agreement",
) -> tuple[pl.DataFrame, pl.DataFrame]:  # fmt: skip
    """Programs and mentions for rows of (document, candidate name, or null for the registered declaration)."""
    known = "lisbon-declaration"
    mentions = pl.DataFrame(
        [
            {
                "document_id": document,
                "char_start": 10 * row,
                "program_id": None if name else known,
                "candidate_name": name,
                "kind": kind,
                "topic": "other",
                "countries": [],
                "acronym": acronym,
                "method": method,
            }
            for row, (document, name) in enumerate(rows)
        ],
        schema_overrides={
            "program_id": pl.String, "candidate_name": pl.String, "acronym": pl.String,
            "countries": pl.List(pl.String),
        },
    )  # fmt: skip
    names = sorted({document for document, _ in rows})
    documents = pl.DataFrame(
        {
            "document_id": names,
            "published_on": [(dates or {}).get(name) for name in names],
            "near_duplicate_of": [(duplicates or {}).get(name) for name in names],
        },
        schema={"document_id": pl.String, "published_on": pl.Date, "near_duplicate_of": pl.String},
    )
    programs, linked = resolve_programs(mentions.lazy(), documents.lazy(), REGISTRY)
    return programs.sort("program_id").collect(), linked.collect()


SAME = [
    ("Lagos Agreement on Return", "Lagos agreement on return"),
    ("Lagos Agreement on Return", "Lagos Agreements on Return"),
    ("U.S.-Mexico Border Dialogue", "United States–Mexico Border Dialogue"),
    ("Seasonal Labour Programme", "Seasonal Labor Program"),
    ("Cartagena Declaration on Refugees", "Declaración de Cartagena sobre Refugiados"),
    ("Border Security Working Group", "Grupo de Trabajo de Seguridad Fronteriza"),
    ("Lagos Agreement on Return and Readmission", "Lagos Agreement on Retun and Readmission"),
    ("Harvest Workers Mobility", "Harvest Workers Mobility Program"),
    ("Global Skills Talent Partnership", "Global Skills Talent Partnership for Nurses"),
]
DIFFERENT = [
    ("Lagos Agreement on Return", "Lagos Agreement on Trade"),
    ("U.S.-Mexico Border Dialogue", "U.S.-Canada Border Dialogue"),
    ("Executive Order 15001", "Executive Order 15002"),
    ("Migration Strategy 2030", "Migration Strategy 2035"),
    ("Working Group on Migration", "Working Group on Mitigation"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_of_one_name_are_one_program(one: str, other: str) -> None:
    programs, linked = resolve(("doc_a", one), ("doc_b", other))
    assert programs.height == 1
    assert linked["program_id"].n_unique() == 1
    assert programs["mention_count"].to_list() == [2]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_instruments_stay_apart(one: str, other: str) -> None:
    assert resolve(("doc_a", one), ("doc_b", other))[0].height == 2


def test_a_short_form_that_fits_two_instruments_joins_neither() -> None:
    programs, _ = resolve(
        ("doc_a", "Rabat Mobility Pact on Students"), ("doc_b", "Rabat Mobility Pact on Nurses"),
        ("doc_c", "Rabat Mobility Pact"),
    )  # fmt: skip
    assert programs.height == 3


def test_a_candidate_with_the_words_of_a_registered_name_is_that_program() -> None:
    programs, linked = resolve(("doc_a", "Labor Mobility Declaration of Lisboa"), ("doc_b", None))
    assert programs["program_id"].to_list()[-1] == "lisbon-declaration"
    programs, linked = resolve(("doc_a", "Lisbon Labor Mobility Declaration"), ("doc_b", None))
    assert linked["program_id"].to_list() == ["lisbon-declaration", "lisbon-declaration"]
    assert linked["kind"].to_list() == ["declaration", "declaration"]
    assert programs["registry_status"].to_list() == ["registered"]


def test_a_candidate_bears_its_english_and_its_spanish_name() -> None:
    programs, _ = resolve(
        ("doc_a", "Declaración de Cartagena sobre Refugiados"), ("doc_b", "Cartagena Declaration on Refugees")
    )
    assert programs.select("program_id", "name", "name_es", "registry_status").rows() == [
        (
            "cartagena-declaration-on-refugees", "Cartagena Declaration on Refugees",
            "Declaración de Cartagena sobre Refugiados", "candidate",
        )
    ]  # fmt: skip


def test_dates_and_counts_with_near_duplicates_counted_once() -> None:
    programs, _ = resolve(
        ("doc_a", "Lagos Agreement on Return"), ("doc_b", "Lagos Agreement on Return"),
        ("doc_c", "Lagos Agreement on Return"), ("doc_c", "Lagos Agreement on Return"),
        dates={"doc_a": date(2031, 5, 1), "doc_b": date(2030, 2, 1)}, duplicates={"doc_c": "doc_a"},
    )  # fmt: skip
    row = programs.row(0, named=True)
    assert (row["first_mentioned_on"], row["last_mentioned_on"]) == (date(2030, 2, 1), date(2031, 5, 1))
    assert (row["mention_count"], row["document_count"]) == (4, 2)


def test_short_descriptions_mean_their_own_document() -> None:
    rows = (("doc_a", "working group on migration"), ("doc_b", "working group on migration"))
    assert resolve(*rows, method="description.created")[0].height == 2
    assert resolve(*rows)[0].height == 1


def test_programs_nobody_mentions_are_left_out_and_the_rest_has_the_published_shape() -> None:
    programs, _ = resolve(("doc_a", "Lagos Agreement on Return"))
    assert programs["program_id"].to_list() == ["lagos-agreement-on-return"]
    assert conform(programs, TABLES["programs"]).collect().height == 1


def test_no_mentions_no_programs() -> None:
    mentions = pl.DataFrame(
        schema={
            "document_id": pl.String, "char_start": pl.Int64, "program_id": pl.String, "candidate_name": pl.String,
            "kind": pl.String, "topic": pl.String, "countries": pl.List(pl.String), "acronym": pl.String,
            "method": pl.String,
        }
    )  # fmt: skip
    documents = pl.DataFrame(schema={"document_id": pl.String, "published_on": pl.Date, "near_duplicate_of": pl.String})
    programs, linked = resolve_programs(mentions.lazy(), documents.lazy(), REGISTRY)
    assert programs.collect().height == linked.collect().height == 0
