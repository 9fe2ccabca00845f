"""Which files a corpus consists of, and what a manifest says about them."""

from pathlib import Path

import pytest

from ingestion import CorpusNotFoundError
from ingestion.discovery import Input, discover


def problems(inputs: list[Input]) -> list[tuple[str, str, str]]:
    return [(found.source_name, found.problem.reason, found.problem.detail) for found in inputs if found.problem]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "inner").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in ("b.txt", "a.txt", "inner/c.txt", ".hidden/d.txt", ".e.txt"):
        (folder / name).write_text(name)
    return folder


def test_files_come_in_order_and_hidden_ones_not_at_all(corpus: Path) -> None:
    assert [found.source_uri for found in discover([corpus])] == [
        "texts/a.txt",
        "texts/b.txt",
        "texts/inner/c.txt",
    ]


def test_a_single_file_is_a_corpus(corpus: Path) -> None:
    assert [found.source_uri for found in discover([corpus / "b.txt"])] == ["b.txt"]


def test_a_corpus_that_does_not_exist_stops_before_anything_is_read(corpus: Path) -> None:
    with pytest.raises(CorpusNotFoundError, match="nowhere"):
        list(discover([corpus, corpus / "nowhere"]))


def test_links_out_of_the_corpus_are_not_followed(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (corpus / "link.txt").symlink_to(tmp_path / "secret.txt")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "same.txt").symlink_to(corpus / "a.txt")
    (corpus / "broken.txt").symlink_to(corpus / "missing.txt")
    found = list(discover([corpus]))
    assert [(name, reason) for name, reason, _ in problems(found)] == [
        ("broken.txt", "unreadable_file"),
        ("link.txt", "unsafe_path"),
        ("loop", "unsafe_path"),
    ]
    assert "texts/same.txt" in [each.source_uri for each in found if each.path]


def test_file_names_that_are_not_utf8_are_written_with_escapes(corpus: Path) -> None:
    (corpus / b"z\xff.txt".decode("utf-8", "surrogateescape")).write_text("z")
    assert "texts/z\\udcff.txt" in [found.source_uri for found in discover([corpus])]


def test_the_manifest_describes_the_files_of_its_folder(corpus: Path) -> None:
    (corpus / "manifest.csv").write_text(
        "source_name,title,published_on,unknown\na.txt,A title,2031-05-01,x\ninner/c.txt,,,\n", encoding="utf-8"
    )
    found = {each.source_name: each for each in discover([corpus]) if each.path}
    assert found["a.txt"].metadata == {"title": "A title", "published_on": "2031-05-01"}
    assert found["b.txt"].metadata == {}
    assert found["manifest.csv"].is_manifest


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"source_name,title\nghost.txt,x\n", "line 2, column source_name: no such file"),
        (b"source_name,published_on\na.txt,1 May 2031\n", "line 2, column published_on"),
        (b"source_name,genre\na.txt,poem\n", "line 2, column genre"),
        (b"source_name,language\na.txt,English\n", "line 2, column language"),
        (b"source_name,title\na.txt,x,y\n", "line 2: 3 values for 2 columns"),
        (b"source_name,title\na.txt,x\na.txt,y\n", "line 3, column source_name"),
        (b"source_name,title\n,x\n", "line 2, column source_name"),
        (b'source_name,title\na.txt,"x" y\n', "line 2"),
        (b"name,title\na.txt,x\n", "line 1: no column 'source_name'"),
        (b"", "line 1: no column 'source_name'"),
        (b"source_name\n\xff\n", "offset 12"),
    ],
)
def test_what_is_wrong_with_a_manifest_is_told_by_line_and_column(corpus: Path, content: bytes, complaint: str) -> None:
    (corpus / "manifest.csv").write_bytes(content)
    found = list(discover([corpus]))
    ((_, _, detail),) = problems(found)
    assert "manifest.csv" in detail
    assert complaint in detail
    assert [each.source_name for each in found if each.path and not each.is_manifest] == ["a.txt", "b.txt", "c.txt"]
