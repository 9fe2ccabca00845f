"""Which files a corpus consists of, in a fixed order, with the metadata their folders give.

Nothing is opened here but manifests; what a file holds is for the readers.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingestion.manifest import NAME as MANIFEST_NAME
from ingestion.manifest import Manifest, read_manifest
from ingestion.readers import Problem


class CorpusNotFoundError(ValueError):
    """A corpus was named that does not exist."""


@dataclass(frozen=True, kw_only=True)
class Input:
    """One file of a corpus, or a problem met while looking for one (`path` null where there is nothing to keep)."""

    source_name: str
    source_uri: str
    path: Path | None
    metadata: dict[str, str] = field(default_factory=dict)
    problem: Problem | None = None
    is_manifest: bool = False


def discover(corpora: Sequence[Path]) -> Iterator[Input]:
    """Yield the inputs of `corpora`: files or folders, in the order given, folders in order of path.

    Hidden files and folders are left out. Raises `CorpusNotFoundError` before anything is read when a corpus does
    not exist.
    """
    for corpus in corpora:
        if not corpus.exists():
            raise CorpusNotFoundError(f"corpus not found: {corpus}")
    for corpus in corpora:
        if corpus.is_dir():
            root = corpus.resolve()
            yield from _folder(root, root, printable(root.name))
        else:
            name = printable(corpus.name)
            yield _file(corpus, name, name, {})


def _folder(folder: Path, root: Path, uri: str) -> Iterator[Input]:
    """Yield the inputs of `folder` and the folders in it."""
    try:
        names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        yield _unusable(printable(folder.name), uri, "unreadable_file", f"folder not readable: {error.strerror}")
        return
    manifest = Manifest()
    if MANIFEST_NAME in names and (folder / MANIFEST_NAME).is_file():
        names.remove(MANIFEST_NAME)
        manifest = yield from _manifest(folder / MANIFEST_NAME, root, f"{uri}/{MANIFEST_NAME}")
    for name in names:
        path, shown = folder / name, printable(name)
        if path.is_dir() and not path.is_symlink():
            yield from _folder(path, root, f"{uri}/{shown}")
        elif path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(root)):
            detail = "symbolic link to a folder or out of the corpus; put the file itself there"
            yield _unusable(shown, f"{uri}/{shown}", "unsafe_path", detail)
        else:
            yield _file(path, shown, f"{uri}/{shown}", manifest.rows.get(shown, {}))
    present = {printable(name) for name in names}
    for name in sorted(manifest.rows.keys() - present):
        detail = f"{uri}/{MANIFEST_NAME}, line {manifest.lines[name]}, column source_name: no such file"
        yield _unusable(name, f"{uri}/{name}", "unreadable_file", detail)


def _manifest(path: Path, root: Path, uri: str) -> Generator[Input, None, Manifest]:
    """Yield the manifest at `path` and its problems as inputs; return what it says."""
    if not path.resolve().is_relative_to(root):
        yield _unusable(MANIFEST_NAME, uri, "unsafe_path", "symbolic link out of the corpus")
        return Manifest()
    try:
        manifest = read_manifest(path)
    except OSError as error:
        yield _unusable(MANIFEST_NAME, uri, "unreadable_file", str(error.strerror))
        return Manifest()
    yield Input(source_name=MANIFEST_NAME, source_uri=uri, path=path, is_manifest=True)
    for problem in manifest.problems:
        yield _unusable(MANIFEST_NAME, uri, "invalid_record", f"{uri}, {problem}")
    return manifest


def _file(path: Path, name: str, uri: str, metadata: dict[str, str]) -> Input:
    if not path.is_file():
        return _unusable(name, uri, "unreadable_file", "not a regular file")
    return Input(source_name=name, source_uri=uri, path=path, metadata=metadata)


def _unusable(name: str, uri: str, reason: str, detail: str) -> Input:
    problem = Problem(stage="discover", reason=reason, detail=detail)
    return Input(source_name=name, source_uri=uri, path=None, problem=problem)


def printable(name: str) -> str:
    """Return a file name as text that UTF-8 can carry; bytes that are none are written as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
