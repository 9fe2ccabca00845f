"""Bytes are kept under their hash and never altered."""

import stat
from hashlib import sha256
from pathlib import Path

import pytest

from ingestion import RawStore, RawStoreError


def test_what_was_put_can_be_got_under_its_hash(tmp_path: Path) -> None:
    store = RawStore(tmp_path / "raw")
    digest = store.put(b"some bytes")
    assert digest == sha256(b"some bytes").hexdigest()
    assert store.get(digest) == b"some bytes"
    assert store.path(digest) == tmp_path / "raw" / digest[:2] / digest


def test_objects_are_read_only_and_nothing_else_is_left(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    digest = store.put(b"some bytes")
    assert store.put(b"some bytes") == digest
    assert stat.S_IMODE(store.path(digest).stat().st_mode) == 0o444
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [store.path(digest)]


def test_a_file_is_kept_in_pieces_and_only_once(tmp_path: Path) -> None:
    content = b"0123456789" * 300_000
    file = tmp_path / "large.txt"
    file.write_bytes(content)
    store = RawStore(tmp_path / "raw")
    digest = store.put_file(file)
    first = store.path(digest).stat().st_mtime_ns
    assert store.put_file(file) == digest
    assert store.path(digest).stat().st_mtime_ns == first
    assert store.get(digest) == content


def test_unknown_objects_and_unreadable_files_say_so(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    with pytest.raises(FileNotFoundError):
        store.get("0" * 64)
    with pytest.raises(OSError, match="missing"):
        store.put_file(tmp_path / "missing.txt")


def test_a_store_that_cannot_be_written_is_an_error_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "raw").write_text("a file where the folder should be")
    with pytest.raises(RawStoreError, match="raw store"):
        RawStore(tmp_path / "raw").put(b"some bytes")
