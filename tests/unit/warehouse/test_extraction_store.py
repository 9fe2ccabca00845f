"""What was extracted is read once, found again, and never half there."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from warehouse.extraction_store import ExtractionStore, fingerprint_of


def _documents(*names: str) -> pl.DataFrame:
    return pl.DataFrame({"document_id": list(names)}, schema={"document_id": pl.String})


def _rows(*names: str) -> dict[str, pl.DataFrame]:
    return {"figures": pl.DataFrame({"document_id": list(names), "value": [len(name) for name in names]})}


def test_only_documents_that_were_not_read_are_missing(tmp_path: Path) -> None:
    store = ExtractionStore(tmp_path, "f1")
    assert store.missing(_documents("b", "a"))["document_id"].to_list() == ["b", "a"]
    store.add(pl.Series(["a"]), _rows("a"))
    assert store.missing(_documents("b", "a"))["document_id"].to_list() == ["b"]
    store.add(pl.Series(["b", "c"]), _rows("b", "c"))
    assert store.missing(_documents("b", "a")).is_empty()
    found = store.scan("figures", _documents("a", "c")).collect()
    assert sorted(found["document_id"]) == ["a", "c"]


def test_another_fingerprint_reads_everything_anew(tmp_path: Path) -> None:
    ExtractionStore(tmp_path, "f1").add(pl.Series(["a"]), _rows("a"))
    assert ExtractionStore(tmp_path, "f2").missing(_documents("a")).height == 1


def test_a_part_without_its_list_counts_as_not_read(tmp_path: Path) -> None:
    store = ExtractionStore(tmp_path, "f1")
    store.add(pl.Series(["a"]), _rows("a"))
    for path in (store.folder / "done").iterdir():
        path.unlink()
    assert store.missing(_documents("a")).height == 1


def test_a_document_in_two_parts_gives_its_rows_once(tmp_path: Path) -> None:
    store = ExtractionStore(tmp_path, "f1")
    store.add(pl.Series(["a"]), _rows("a"))
    store.add(pl.Series(["a", "b"]), _rows("a", "b"))
    assert sorted(store.scan("figures", _documents("a", "b")).collect()["document_id"]) == ["a", "b"]


def test_the_fingerprint_follows_code_and_words_only(tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text("x = 1")
    (tmp_path / "words.csv").write_text("word\nwill")
    before = fingerprint_of([tmp_path])
    (tmp_path / "notes.md").write_text("a note")
    assert fingerprint_of([tmp_path]) == before
    (tmp_path / "words.csv").write_text("word\nshall")
    assert fingerprint_of([tmp_path]) != before
