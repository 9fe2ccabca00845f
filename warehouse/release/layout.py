"""Where releases lie, how they are numbered, and which one is the latest.

What stands in a release does not belong here.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.files import flush_to_disk

_VERSION = re.compile(r"(\d{4})\.(\d{1,2})\.(\d+)")
_STAGING = ".staging-"
_POINTER = "latest"


class NoReleaseError(LookupError):
    """There is no such release; the message says which there are."""


class PublishingLockedError(RuntimeError):
    """Another run is publishing into the same folder."""


@dataclass(frozen=True, order=True)
class Version:
    """Calendar version of a release: year, month, number in the month from 0."""

    year: int
    month: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}.{self.month}.{self.number}"

    @classmethod
    def parse(cls, text: str) -> Version | None:
        """The version a folder name spells, or None."""
        match = _VERSION.fullmatch(text)
        return cls(*map(int, match.groups())) if match else None


def list_versions(releases: Path) -> list[Version]:
    """All published versions, oldest first."""
    if not releases.is_dir():
        return []
    found = (Version.parse(path.name) for path in releases.iterdir() if path.is_dir() and not path.is_symlink())
    return sorted(version for version in found if version)


def latest_version(releases: Path) -> Version | None:
    """The newest published version, or None."""
    versions = list_versions(releases)
    return versions[-1] if versions else None


def next_version(releases: Path, released_on: date) -> Version:
    """The version a release of that day gets. Never lower than a version that exists."""
    latest = latest_version(releases)
    first = Version(released_on.year, released_on.month, 0)
    if latest is None or latest < first:
        return first
    return Version(latest.year, latest.month, latest.number + 1)


def release_folder(releases: Path, version: str | None = None) -> Path:
    """The folder of a version, of the latest one when None. Raises `NoReleaseError`."""
    versions = [str(each) for each in list_versions(releases)]
    if not versions:
        raise NoReleaseError(f"no release in {releases} yet; make one with: migcoop build")
    wanted = version if version and version != _POINTER else versions[-1]
    if wanted not in versions:
        raise NoReleaseError(f"no release {wanted} in {releases}; there are: {', '.join(versions)}")
    return releases / wanted


@contextlib.contextmanager
def publishing(releases: Path) -> Iterator[Path]:
    """Hold the right to publish and give a fresh staging folder; leftovers of killed runs are cleared.

    Raises `PublishingLockedError` when another run holds it.
    """
    releases.mkdir(parents=True, exist_ok=True)
    lock = FileLock(releases / ".lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise PublishingLockedError(f"another run is publishing into {releases}; wait for it to end") from error
    try:
        for leftover in sorted(releases.glob(f"{_STAGING}*")):
            shutil.rmtree(leftover)
        point_to_latest(releases)
        staging = releases / f"{_STAGING}release"
        staging.mkdir()
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    finally:
        lock.release()


def commit_release(staging: Path, releases: Path, version: Version) -> Path:
    """Flush a finished staging folder, rename it to its version, and move the pointer last."""
    for path in sorted(staging.rglob("*")):
        flush_to_disk(path)
    flush_to_disk(staging)
    target = releases / str(version)
    staging.rename(target)
    flush_to_disk(releases)
    point_to_latest(releases)
    return target


def point_to_latest(releases: Path) -> None:
    """Let the link `latest` lead to the newest version, in one step. A no-op when it does already."""
    version = latest_version(releases)
    link = releases / _POINTER
    if version is None or (link.is_symlink() and str(link.readlink()) == str(version)):
        return
    temporary = releases / f".{_POINTER}.tmp"
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(str(version), target_is_directory=True)
    temporary.replace(link)
    flush_to_disk(releases)
