"""A release is whole or not there; it says what changed; it can be verified from its files alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.sample_tables import sample_rows, write_sample
from warehouse.database import QUERIES, QueryError, run_query
from warehouse.parquet import write_table
from warehouse.release import layout
from warehouse.release import publish as publishing
from warehouse.release.publish import Publication, ReleaseBlockedError, ReleaseContent, publish
from warehouse.release.verify import verify_release
from warehouse.results import RuleResult
from warehouse.schema import TABLES

SCORECARD: dict[str, Any] = {
    "documents": 1,
    "scores": [
        {
            "table": "figures",
            "language": "all",
            "measure": "detection",
            **dict.fromkeys(("precision", "precision_low", "precision_high", "recall", "recall_low"), 0.5),
            **dict.fromkeys(("recall_high", "f1"), 0.5),
            "gold": 2,
            "hits": 1,
            "found": 2,
        }
    ],
    "linking": {"precision": 1.0, "recall": 1.0, "f1": 1.0},
}


def content(tables: Path, results: tuple[RuleResult, ...] = (), released_on: date = date(2026, 3, 9)) -> ReleaseContent:
    inputs = pl.DataFrame({"source_name": ["statement.txt"], "raw_sha256": ["a" * 64]})
    return ReleaseContent(
        tables=tables,
        inputs=inputs,
        results=results,
        scorecard=SCORECARD,
        fingerprint="f" * 16,
        released_on=released_on,
    )


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    return tmp_path / "releases"


@pytest.fixture
def published(tmp_path: Path, releases: Path) -> Publication:
    return publish(content(write_sample(tmp_path / "tables")), releases)


def _sample_with_other_title(folder: Path) -> Path:
    rows = sample_rows()
    rows["documents"][0]["title"] = "Another title"
    return write_sample(folder, rows)


def test_a_release_holds_what_the_contract_lists(published: Publication) -> None:
    expected = {
        *("README.md", "CHANGELOG.md", "LICENSE", "CITATION.cff", "SHA256SUMS", "migcoop.duckdb"),
        *("datapackage.json", "croissant.json", "manifest.json"),
        *(f"data/{name}.parquet" for name in TABLES),
        *("docs/data_dictionary.md", "docs/data_dictionary.html"),
        *("quality/validation.json", "quality/validation.html", "quality/scorecard.json", "quality/scorecard.md"),
        *("quality/coverage.json", "explorer/index.html"),
        *("diff/rows.parquet", "diff/summary.json"),
        *(f"queries/{path.name}" for path in QUERIES.glob("*.sql")),
    }
    found = {path.relative_to(published.folder).as_posix() for path in published.folder.rglob("*") if path.is_file()}
    assert expected <= found
    assert (published.folder.parent / "latest").resolve() == published.folder.resolve()


def test_unchanged_tables_make_no_new_release(published: Publication, tmp_path: Path, releases: Path) -> None:
    again = publish(content(tmp_path / "tables", released_on=date(2026, 4, 1)), releases)
    assert (again.version, again.created) == (published.version, False)
    assert [str(version) for version in layout.list_versions(releases)] == [published.version]


def test_a_change_makes_the_next_version_and_says_what_changed(
    published: Publication, tmp_path: Path, releases: Path
) -> None:
    second = publish(content(_sample_with_other_title(tmp_path / "other")), releases)
    assert (published.version, second.version) == ("2026.3.0", "2026.3.1")
    changes = pl.read_parquet(second.folder / "diff" / "rows.parquet").to_dicts()
    assert changes == [
        {
            "table_name": "documents",
            "row_id": "doc_00000000000000aa",
            "change": "changed",
            "columns": ["title"],
            "reason": "metadata_changed",
        }
    ]
    log = (second.folder / "CHANGELOG.md").read_text()
    assert log.index("2026.3.1") < log.index("2026.3.0")


def test_a_broken_rule_withholds_the_release_and_names_the_rows(
    published: Publication, tmp_path: Path, releases: Path
) -> None:
    broken = RuleResult(
        rule="figures.value_low.order",
        table="figures",
        severity="error",
        description="value_low does not exceed value_high",
        passed=False,
        failing_rows=1,
        examples=("fig_00000000000000aa",),
    )
    with pytest.raises(ReleaseBlockedError, match="fig_00000000000000aa"):
        publish(content(_sample_with_other_title(tmp_path / "other"), (broken,)), releases)
    assert (releases / "latest").resolve() == published.folder.resolve()


def test_a_failed_warning_is_published_and_shown(tmp_path: Path, releases: Path) -> None:
    warning = RuleResult(
        rule="documents.title.fill_rate", table="documents", severity="warning", description="too few", passed=False
    )
    made = publish(content(write_sample(tmp_path / "tables"), (warning,)), releases)
    assert "too few" in (made.folder / "README.md").read_text()


@pytest.mark.parametrize("step", ["create_database", "_write_diff", "_write_checksums", "commit_release"])
def test_a_run_that_dies_leaves_the_last_release_and_can_be_run_again(
    step: str, published: Publication, tmp_path: Path, releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = content(_sample_with_other_title(tmp_path / "other"))

    def die(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(publishing, step, die)
        with pytest.raises(KeyboardInterrupt):
            publish(other, releases)
    assert [str(version) for version in layout.list_versions(releases)] == [published.version]
    assert all(result.passed for result in verify_release(published.folder))
    assert publish(other, releases).created


def test_leftovers_of_a_killed_run_are_cleared_and_the_pointer_is_mended(
    published: Publication, tmp_path: Path, releases: Path
) -> None:
    second = publish(content(_sample_with_other_title(tmp_path / "other")), releases)
    (releases / "latest").unlink()
    (releases / "latest").symlink_to(published.version)
    (releases / ".staging-old").mkdir()
    assert not publish(content(tmp_path / "other"), releases).created
    assert (releases / "latest").resolve() == second.folder.resolve()
    assert not (releases / ".staging-old").exists()


def test_two_publishers_do_not_meet(tmp_path: Path, releases: Path) -> None:
    with layout.publishing(releases), pytest.raises(layout.PublishingLockedError, match="another run"):
        publish(content(write_sample(tmp_path / "tables")), releases)


def test_a_whole_release_verifies(published: Publication) -> None:
    assert [result.sentence() for result in verify_release(published.folder) if not result.passed] == []


def _drop_column(folder: Path) -> None:
    path = folder / "data" / "figures.parquet"
    pl.read_parquet(path).drop("unit").write_parquet(path)


def _change_words(folder: Path) -> None:
    path = folder / "data" / "commitments.parquet"
    rows = pl.read_parquet(path).with_columns(pl.lit("will close three visa offices").alias("surface"))
    write_table(rows, TABLES["commitments"], path)


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        (lambda folder: (folder / "README.md").write_text("x"), "checksums.equal"),
        (lambda folder: (folder / "LICENSE").unlink(), "checksums.complete"),
        (lambda folder: (folder / "extra.txt").write_text("x"), "checksums.nothing_else"),
        (lambda folder: (folder / "migcoop.duckdb").write_bytes(b"x"), "database"),
        (_drop_column, "schema"),
        (_change_words, "evidence"),
    ],
)
def test_damage_is_found(published: Publication, damage: Callable[[Path], object], rule: str) -> None:
    damage(published.folder)
    assert rule in {result.rule for result in verify_release(published.folder) if not result.passed}


@pytest.mark.parametrize("path", sorted(QUERIES.glob("*.sql")), ids=lambda path: path.stem)
def test_example_queries_run_and_say_what_they_ask(path: Path, published: Publication) -> None:
    question = path.read_text().splitlines()[0]
    assert question.startswith("-- ")
    assert question.endswith(("?", "."))
    run_query(published.folder / "migcoop.duckdb", path.read_text())


def test_the_database_explains_itself(published: Publication) -> None:
    comments = run_query(
        published.folder / "migcoop.duckdb",
        "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal "
        "AND table_name IN (SELECT table_name FROM duckdb_tables())",
    )
    assert comments.height == sum(len(table.columns) for table in TABLES.values())
    assert comments["comment"].null_count() == 0


def test_a_published_database_cannot_be_written_or_read_around(published: Publication) -> None:
    database = published.folder / "migcoop.duckdb"
    for statement in ("DELETE FROM figures", "SELECT * FROM read_text('/etc/passwd')", "SELECT nothing"):
        with pytest.raises(QueryError):
            run_query(database, statement)


def test_evidence_macro_gives_the_words_around_a_row(published: Publication) -> None:
    row = run_query(published.folder / "migcoop.duckdb", "SELECT * FROM evidence('com_00000000000000aa')").row(
        0, named=True
    )
    assert (row["before"], row["surface"], row["after"]) == (
        "Norland and Sudland ",
        "will open three visa offices",
        ".",
    )


def test_a_release_is_the_same_bytes_wherever_it_is_made(published: Publication, tmp_path: Path) -> None:
    elsewhere = publish(content(tmp_path / "tables"), tmp_path / "elsewhere")
    for path in sorted(published.folder.rglob("*")):
        relative = path.relative_to(published.folder)
        if path.is_file() and path.name not in ("migcoop.duckdb", "SHA256SUMS"):
            assert path.read_bytes() == (elsewhere.folder / relative).read_bytes(), relative


def test_descriptors_name_every_column(published: Publication) -> None:
    package = json.loads((published.folder / "datapackage.json").read_text())
    described = {r["title"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    assert described == {table.name: list(table.column_names) for table in TABLES.values()}
    croissant = json.loads((published.folder / "croissant.json").read_text())
    fields = {field["@id"] for record_set in croissant["recordSet"] for field in record_set["field"]}
    assert fields == {f"{table.name}/{name}" for table in TABLES.values() for name in table.column_names}


def test_versions_never_go_back(releases: Path) -> None:
    for name in ("2026.3.0", "2026.10.2", "latest-not", "2026.9.11"):
        (releases / name).mkdir(parents=True)
    assert str(layout.latest_version(releases)) == "2026.10.2"
    assert str(layout.next_version(releases, date(2026, 10, 5))) == "2026.10.3"
    assert str(layout.next_version(releases, date(2026, 11, 5))) == "2026.11.0"
    assert str(layout.next_version(releases, date(2025, 1, 1))) == "2026.10.3"
    shutil.rmtree(releases)
    assert str(layout.next_version(releases, date(2026, 1, 1))) == "2026.1.0"
