"""What each format yields, broken or not."""

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from ingestion.canonical import canonical_text
from ingestion.readers import READERS, Record
from ingestion.readers import plain_text as plain_text_module


def read(path: Path) -> list[Record]:
    return list(READERS[path.suffix].read(path))


def reasons(records: list[Record]) -> list[str | None]:
    return [record.problem.reason if record.problem else None for record in records]


def test_canonical_text_changes_line_ends_and_the_byte_order_mark_only() -> None:
    assert canonical_text("\ufeffone\r\ntwo\rthree\n\tfour \u00a0") == "one\ntwo\nthree\n\tfour \u00a0"


def test_plain_text_is_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Señal\r\n".encode())
    assert [record.text for record in read(path)] == ["Señal\r\n"]


@pytest.mark.parametrize(
    ("content", "reason", "place"),
    [
        ("año".encode("latin-1"), "undecodable_text", "offset 1"),
        (b"MZ\x00\x01", "not_text", "offset 2"),
    ],
)
def test_what_is_no_utf8_text_is_told_with_its_place(tmp_path: Path, content: bytes, reason: str, place: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    (record,) = read(path)
    assert record.problem is not None
    assert record.problem.reason == reason
    assert place in record.problem.detail


def test_a_text_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text_module, "BYTE_LIMIT", 10)
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    assert reasons(read(path)) == ["too_large"]


def test_parquet_rows_become_records_with_their_metadata(tmp_path: Path) -> None:
    path = tmp_path / "dump.parquet"
    pl.DataFrame(
        {
            "text": ["One.", None, "Three."],
            "uri": ["https://example.org/one", None, None],
            "published_on": [date(2031, 5, 1), None, None],
            "title": ["First", "", "  "],
            "unknown": [1, 2, 3],
        }
    ).write_parquet(path)
    first, second, third = read(path)
    assert first.text == "One."
    assert first.source_uri == "https://example.org/one"
    assert first.metadata == {"title": "First", "published_on": "2031-05-01"}
    assert reasons([second]) == ["invalid_record"]
    assert (third.position, third.metadata, third.share_read) == (3, {}, 1.0)


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"\x00" * 100 + b"PAR1", b"no parquet at all"])
def test_a_broken_parquet_file_is_one_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dump.parquet"
    path.write_bytes(content)
    assert reasons(read(path)) == ["unreadable_file"]


def test_parquet_without_a_text_column_says_what_there_is(tmp_path: Path) -> None:
    path = tmp_path / "dump.parquet"
    pl.DataFrame({"body": ["a"]}).write_parquet(path)
    (record,) = read(path)
    assert record.problem is not None
    assert "body" in record.problem.detail


def test_json_lines_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    lines = [
        json.dumps({"text": "One.", "publisher": "Ministry", "published_on": 20310501, "rights": None}),
        "",
        "{broken",
        '["a list"]',
        json.dumps({"text": 5}),
        '{"text": "half a pair \\ud800"}',
        '{"text": ' + "[" * 100_000,
    ]
    path.write_bytes("\n".join(lines).encode() + b"\n\xff\xfe\n")
    records = read(path)
    assert records[0].metadata == {"publisher": "Ministry", "published_on": "20310501"}
    assert reasons(records) == [
        None,
        "invalid_record",
        "invalid_record",
        "invalid_record",
        "undecodable_text",
        "invalid_record",
        "undecodable_text",
    ]
    assert [record.position for record in records] == [1, 3, 4, 5, 6, 7, 8]


def test_an_overlong_json_line_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingestion.readers.jsonl.LINE_BYTE_LIMIT", 40)
    path = tmp_path / "dump.jsonl"
    path.write_text('{"text": "' + "x" * 100 + '"}\n{"text": "short"}\n')
    assert reasons(read(path)) == ["too_large", None]
