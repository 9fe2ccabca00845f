"""Whole runs over invented corpora: everything is accounted for, and comes out in the published shape."""

import json
from pathlib import Path

import polars as pl
import pytest

from ingestion import CorpusNotFoundError, Ingested, RawStore, ingest
from warehouse.schema import polars_schema
from warehouse.schema.documents import DOCUMENTS, REJECTS, SEGMENTS

DOCUMENTS_WITH_TEXT = pl.Schema([*polars_schema(DOCUMENTS).items(), ("text", pl.String())])

TEXT = "Joint Statement on Ferries\n\nThe two governments will open three offices for migrants this year."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    return folder


@pytest.fixture
def store(tmp_path: Path) -> RawStore:
    return RawStore(tmp_path / "raw")


def reasons(made: Ingested) -> dict[str, str]:
    return dict(made.rejects.select("source_name", "reason").iter_rows())


def test_documents_and_segments_have_the_published_shape(corpus: Path, store: RawStore) -> None:
    (corpus / "a.txt").write_text(TEXT)
    made = ingest([corpus], store)
    assert made.documents.schema == DOCUMENTS_WITH_TEXT
    assert made.segments.schema == polars_schema(SEGMENTS)
    assert made.rejects.schema == polars_schema(REJECTS)
    (document,) = made.documents.to_dicts()
    assert document["title"] == "Joint Statement on Ferries"
    assert document["genre"] == "joint_statement"
    assert document["language"] == "en"
    assert document["source_uri"] == "texts/a.txt"
    assert document["segment_count"] == made.segments.height == 2
    assert made.segments["document_id"].unique().to_list() == [document["document_id"]]
    assert store.get(document["raw_sha256"]) == TEXT.encode()


def test_an_empty_corpus_makes_empty_tables(corpus: Path, store: RawStore) -> None:
    made = ingest([corpus], store)
    assert [frame.height for frame in (made.documents, made.segments, made.rejects, made.inputs)] == [0, 0, 0, 0]
    assert made.documents.schema == DOCUMENTS_WITH_TEXT


def test_a_corpus_that_does_not_exist_is_an_error(corpus: Path, store: RawStore) -> None:
    with pytest.raises(CorpusNotFoundError):
        ingest([corpus / "nowhere"], store)


def test_every_unusable_input_has_its_reason(corpus: Path, store: RawStore) -> None:
    (corpus / "a.txt").write_text(TEXT)
    (corpus / "b.txt").write_text(TEXT.replace("\n", "\r\n"))
    (corpus / "empty.txt").write_text("")
    (corpus / "blank.txt").write_text(" \n\t\n")
    (corpus / "signs.txt").write_text("* * *\n")
    (corpus / "latin.txt").write_bytes("año".encode("latin-1"))
    (corpus / "binary.txt").write_bytes(b"MZ\x00")
    (corpus / "scan.docx").write_bytes(b"PK")
    (corpus / "dump.parquet").write_bytes(b"broken")
    made = ingest([corpus], store)
    assert made.documents["source_name"].to_list() == ["a.txt"]
    assert reasons(made) == {
        "b.txt": "duplicate_text",
        "empty.txt": "empty_text",
        "blank.txt": "empty_text",
        "signs.txt": "empty_text",
        "latin.txt": "undecodable_text",
        "binary.txt": "not_text",
        "scan.docx": "unsupported_format",
        "dump.parquet": "unreadable_file",
    }
    kept = made.rejects.filter(source_name="scan.docx")["raw_sha256"].item()
    assert store.get(kept) == b"PK"
    assert "texts/a.txt" in made.rejects.filter(source_name="b.txt")["detail"].item()


def test_metadata_of_the_manifest_comes_first(corpus: Path, store: RawStore) -> None:
    (corpus / "a.txt").write_text(TEXT)
    (corpus / "manifest.csv").write_text(
        "source_name,title,publisher,genre,language,published_on,rights,source_uri\n"
        "a.txt,Given,The White House,speech,es,2031-05-12,free,https://example.org/a\n"
    )
    (document,) = ingest([corpus], store).documents.to_dicts()
    assert [document[name] for name in ("title", "publisher", "genre", "language", "rights", "source_uri")] == [
        "Given",
        "The White House",
        "speech",
        "es",
        "free",
        "https://example.org/a",
    ]
    assert str(document["published_on"]) == "2031-05-12"


def test_a_dump_is_one_raw_object_with_many_documents(corpus: Path, store: RawStore) -> None:
    rows = [
        {"text": TEXT, "uri": "https://example.org/news/ferries?x=1", "published_on": "12 May 2031"},
        {"text": TEXT + " More will follow.", "source_name": "second.txt"},
        {"text": "They met. " * 3},
        {"title": "no text"},
    ]
    (corpus / "dump.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    made = ingest([corpus], store)
    assert made.inputs.select("source_name", "media_type").rows() == [("dump.jsonl", "application/x-ndjson")]
    assert made.documents["raw_sha256"].unique().to_list() == made.inputs["raw_sha256"].to_list()
    assert sorted(made.documents["source_name"]) == ["dump.jsonl#3", "ferries", "second.txt"]
    assert made.documents.filter(source_name="ferries")["source_uri"].item() == "https://example.org/news/ferries?x=1"
    assert reasons(made) == {"dump.jsonl#4": "invalid_record"}


def test_a_text_over_the_limit_is_rejected(corpus: Path, store: RawStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingestion.run.RECORD_CHARACTER_LIMIT", 10)
    (corpus / "a.txt").write_text(TEXT)
    assert reasons(ingest([corpus], store)) == {"a.txt": "too_large"}


def test_the_same_inputs_make_the_same_rows_whatever_the_batches(
    corpus: Path, store: RawStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        (corpus / f"{number}.txt").write_text(f"{TEXT} Office {number} is the first.\n\nMODERATOR: Thank you.")
    once = ingest([corpus], store)
    monkeypatch.setattr("ingestion.run.BATCH_CHARACTERS", 1)
    again = ingest([corpus], store)
    for name in ("documents", "segments", "rejects", "inputs"):
        assert getattr(once, name).equals(getattr(again, name))


def test_alike_texts_point_to_the_first_published(corpus: Path, store: RawStore) -> None:
    (corpus / "a.txt").write_text(TEXT)
    (corpus / "b.txt").write_text(TEXT.upper())
    (corpus / "c.txt").write_text(TEXT + " Nobody else was there.")
    (corpus / "manifest.csv").write_text("source_name,published_on\na.txt,2031-05-13\nb.txt,2031-05-12\n")
    documents = {row["source_name"]: row for row in ingest([corpus], store).documents.to_dicts()}
    assert documents["a.txt"]["near_duplicate_of"] == documents["b.txt"]["document_id"]
    assert documents["b.txt"]["near_duplicate_of"] is None
    assert documents["c.txt"]["near_duplicate_of"] is None


def test_progress_is_told_in_bytes_and_ends_at_the_total(corpus: Path, store: RawStore) -> None:
    (corpus / "a.txt").write_text(TEXT)
    (corpus / "dump.jsonl").write_text('{"text": "one text"}\n{"text": "two texts"}\n')
    told: list[tuple[int, int]] = []
    ingest([corpus], store, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert {total for _, total in told} == {told[-1][0]}
    assert len(told) == 4


def test_a_speaker_known_as_a_holder_of_office_is_an_official(corpus: Path, store: RawStore) -> None:
    turns = ["HOST: Welcome.", "JACINDA ARDERN: We agreed.", "HOST: On what?", "JACINDA ARDERN: Ferries."]
    (corpus / "a.txt").write_text("\n\n".join([*turns, "HOST: Thank you.", "ANA GIL: Bye.", "HOST: Bye."]))
    (corpus / "manifest.csv").write_text("source_name,published_on,publisher\na.txt,2021-05-12,Reuters\n")
    segments = ingest([corpus], store).segments
    found = {row["speaker"]: (row["speaker_role"], row["speaker_party"]) for row in segments.to_dicts()}
    assert found["JACINDA ARDERN"] == ("official", "NZL")
    assert found["HOST"] == ("moderator", None)
    assert found["ANA GIL"] == ("unknown", None)
