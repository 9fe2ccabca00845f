"""The raw store: every byte ever handed over, kept under the hash of its content and never altered.

What the bytes mean (format, encoding, text) does not belong here.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 20
_READ_ONLY = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


class RawStoreError(RuntimeError):
    """The raw store cannot be written to."""


class RawStore:
    """A folder of read-only objects, `<first two hex digits>/<sha256>`.

    An object appears by rename after it was flushed, so that a killed run leaves no half-written one, and two
    processes may put the same bytes at once.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256_hex: str) -> Path:
        """Where the object with this hash lies, or would lie."""
        return self.root / sha256_hex[:2] / sha256_hex

    def get(self, sha256_hex: str) -> bytes:
        """Return the bytes of an object; `FileNotFoundError` when the store does not hold it."""
        return self.path(sha256_hex).read_bytes()

    def put(self, content: bytes) -> str:
        """Keep `content` and return its SHA-256 in hexadecimal digits. Raises `RawStoreError`."""
        digest = sha256(content).hexdigest()
        if not self.path(digest).exists():
            self._write(BytesIO(content))
        return digest

    def put_file(self, path: Path) -> str:
        """Keep the content of the file at `path`, in pieces, and return its SHA-256 in hexadecimal digits.

        A file whose content is already kept is only read. Raises `OSError` when the file cannot be read,
        `RawStoreError` when the store cannot be written to.
        """
        with path.open("rb") as source:
            digest = sha256()
            for chunk in _chunks(source):
                digest.update(chunk)
            if self.path(digest.hexdigest()).exists():
                return digest.hexdigest()
            source.seek(0)
            return self._write(source)

    def _write(self, source: BinaryIO) -> str:
        """Copy `source` into the store under the hash of what was copied."""
        try:
            return self._copy(source)
        except OSError as error:
            raise RawStoreError(f"cannot write to the raw store {self.root}: {error.strerror}") from error

    def _copy(self, source: BinaryIO) -> str:
        self.root.mkdir(parents=True, exist_ok=True)
        digest = sha256()
        handle, name = tempfile.mkstemp(prefix=".incoming-", dir=self.root)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as target:
                for chunk in _chunks(source):
                    digest.update(chunk)
                    target.write(chunk)
                target.flush()
                os.fchmod(target.fileno(), _READ_ONLY)
                os.fsync(target.fileno())
            destination = self.path(digest.hexdigest())
            destination.parent.mkdir(exist_ok=True)
            temporary.replace(destination)
        finally:
            temporary.unlink(missing_ok=True)
        return digest.hexdigest()


def _chunks(source: BinaryIO) -> Iterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk
