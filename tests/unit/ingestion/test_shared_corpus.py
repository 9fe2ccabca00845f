"""What ingestion makes of the real texts beside this checkout: facts about them, not their words."""

import csv
from pathlib import Path

import polars as pl
import pytest

from ingestion import Ingested, RawStore, ingest
from tests.shared_data import SHARED, needs_shared

pytestmark = needs_shared

CORPUS = SHARED / "corpus"
FOLDERS = ("seeds", "dev")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Ingested:
    return ingest([CORPUS / name for name in FOLDERS], RawStore(tmp_path_factory.mktemp("raw")))


def segments_of(made: Ingested, name: str) -> pl.DataFrame:
    document = made.documents.row(by_predicate=pl.col("source_name").str.starts_with(name), named=True)
    return made.segments.filter(document_id=document["document_id"]).sort("ordinal")


def test_the_manifests_are_taken_over(made: Ingested) -> None:
    found = {row["source_name"]: row for row in made.documents.to_dicts()}
    given = [row for name in FOLDERS for row in csv.DictReader((CORPUS / name / "manifest.csv").open(encoding="utf-8"))]
    assert made.rejects.is_empty()
    assert sorted(found) == sorted(row["source_name"] for row in given)
    for row in given:
        document = found[row["source_name"]]
        for column in ("title", "publisher", "genre", "language", "published_on", "rights"):
            assert str(document[column]) == " ".join(row[column].split()), (row["source_name"], column)


@pytest.mark.parametrize(
    ("name", "speakers"),
    [
        ("000", {"MODERATOR": "moderator", "SENIOR ADMINISTRATION OFFICIAL": "official", "Q": "journalist"}),
        (
            "001",
            {
                "MODERATOR": "moderator",
                "OPERATOR": "operator",
                "QUESTION": "journalist",
                "SENIOR ADMINISTRATION OFFICIAL ONE": "official",
                "SENIOR ADMINISTRATION OFFICIAL TWO": "official",
                "SENIOR ADMINISTRATION OFFICIAL THREE": "official",
            },
        ),
    ],
)
def test_who_speaks_in_the_press_calls(made: Ingested, name: str, speakers: dict[str, str]) -> None:
    turns = segments_of(made, name).filter(kind="turn")
    assert dict(turns.select("speaker", "speaker_role").iter_rows()) == speakers
    text = made.documents.filter(pl.col("source_name").str.starts_with(name))["text"].item()
    labels = sum(line.startswith((*(f"{speaker}:" for speaker in speakers), "Q\u00a0")) for line in text.split("\n"))
    assert turns.height == labels
    parties = dict(turns.select("speaker_role", "speaker_party").iter_rows())
    assert {role: party for role, party in parties.items() if party} == {"official": "USA"}


@pytest.mark.parametrize(
    ("name", "party"), [("es02", "MEX"), ("es05", "MEX"), ("es10", "MEX"), ("es12", "MEX"), ("en30", "AUS")]
)
def test_who_speaks_in_talks_of_one_official(made: Ingested, name: str, party: str) -> None:
    spoken = segments_of(made, name).drop_nulls("speaker")
    assert spoken.select("speaker_role", "speaker_party").unique().rows() == [("official", party)]
    assert spoken.filter(kind="turn").height == 1


def test_nobody_speaks_in_statements_and_articles(made: Ingested) -> None:
    forms = ["fact_sheet", "news_article", "joint_statement", "readout", "declaration"]
    silent = made.documents.filter(pl.col("genre").is_in(forms))["document_id"]
    assert made.segments.filter(pl.col("document_id").is_in(silent.implode()))["speaker"].null_count() > 100
    assert made.segments.filter(pl.col("document_id").is_in(silent.implode()))["speaker"].drop_nulls().is_empty()


def test_furniture_of_the_web_copies_is_marked(made: Ingested) -> None:
    counts = made.documents.join(made.segments.filter(kind="boilerplate"), on="document_id").group_by("source_name")
    found = {name[:3]: count for name, count in counts.len().iter_rows()}
    assert found == {"000": 5, "001": 4, "002": 5, "003": 2, "004": 5}


def test_every_tenth_row_of_the_dump(tmp_path: Path) -> None:
    (dump,) = (CORPUS / "bulk").glob("*.parquet")
    sample = tmp_path / "sample.parquet"
    rows = pl.read_parquet(dump).gather_every(10)
    rows.write_parquet(sample)
    made = ingest([sample], RawStore(tmp_path / "raw"))
    assert made.documents.height + made.rejects.height == rows.height
    assert made.rejects["reason"].is_in(["duplicate_text"]).all()
    assert made.documents.select(pl.col("title", "publisher", "published_on").null_count()).row(0) == (0, 0, 0)
    assert made.documents.filter(language="en").height > 0.99 * made.documents.height
    assert made.documents.filter(genre="transcript").height > 40
