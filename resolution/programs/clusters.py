"""Which discovered names mean the same instrument, and the id each cluster bears.

Works on distinct names, never on mentions, and compares only names that share words. The result does not depend on the
order of documents: a cluster is named after the fullest of its common names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from itertools import pairwise

import polars as pl
from anyascii import anyascii
from rapidfuzz import fuzz

from resolution.programs.keys import GENERIC, content_words, country_codes, is_spanish

_LONGEST_SLUG = 80
# Length of a hash with the hyphen in front of it.
_HASH = 9
# Two spellings of one word (labor and labour, Smugling and Smuggling) are at least this alike, of 100.
_SAME_WORD = 85
# A name in common use has at least this share of the mentions that the most frequent name of its cluster has.
_COMMON_USE = 0.25


@dataclass(frozen=True)
class _Name:
    """A candidate name with what clustering asks of it."""

    text: str
    scope: str
    acronyms: tuple[str, ...]
    first: date
    mentions: int
    words: tuple[str, ...] = field(compare=False)


class _Groups:
    """Disjoint sets of positions (union by smallest root)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, item: int) -> int:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low


def slug(name: str, scope: str = "") -> str:
    """A readable id: plain letters and digits joined by hyphens.

    A long one is cut and told apart by a hash, as is one that holds only in its `scope`.
    """
    whole = _plain(name)
    if len(whole) <= _LONGEST_SLUG and not scope:
        return whole
    hashed = _digest(scope or whole) if len(whole) <= _LONGEST_SLUG - _HASH else _digest(whole + scope)
    room = _LONGEST_SLUG - _HASH
    return f"{whole if len(whole) <= room else whole[: room + 1].rsplit('-', 1)[0]}-{hashed}"


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def cluster_names(candidates: pl.DataFrame, registry: pl.DataFrame) -> pl.DataFrame:
    """The program each distinct candidate belongs to.

    In: `candidate_name` and `scope` (together unique; `scope` is empty unless the name means one thing only in its own
    document), `acronyms`, `first_mentioned_on`, `mention_count`; the `registry` (`program_id`, `name`, `name_es`). Out:
    `candidate_name`, `scope`, `program_id`, `name` and `name_es` of the cluster (null where no name is Spanish).
    """
    names = [
        _Name(row["candidate_name"], row["scope"], tuple(row["acronyms"]), row["first_mentioned_on"] or date.max,
              row["mention_count"], content_words(row["candidate_name"]))
        for row in candidates.sort("candidate_name", "scope").iter_rows(named=True)
    ]  # fmt: skip
    groups = _Groups(len(names))
    for one, other in _same(names):
        groups.join(one, other)
    for one, other in _short_and_full(names, groups):
        groups.join(one, other)
    members: dict[int, list[_Name]] = defaultdict(list)
    for position, name in enumerate(names):
        members[groups.root(position)].append(name)
    known = _registered(registry)
    rows = [row for group in members.values() for row in _described(group, known)]
    schema = ("candidate_name", "scope", "program_id", "name", "name_es")
    return pl.DataFrame(rows, schema=dict.fromkeys(schema, pl.String), orient="row")


def _same(names: list[_Name]) -> Iterator[tuple[int, int]]:
    """Pairs of equal content words, of words that differ in spelling only, or of one acronym and kindred words."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, name in enumerate(names):
        bag = tuple(sorted(set(name.words)))
        blocks[("same", name.scope, *bag)].append(position)
        # Names that would bear one id are one name.
        blocks[("same", name.scope, "", _plain(name.text))].append(position)
        for acronym in name.acronyms:
            blocks[("acronym", name.scope, acronym.upper().removesuffix("S"))].append(position)
        if len(bag) >= 3:
            for left_out in bag:
                blocks[("but one", name.scope, *(word for word in bag if word != left_out))].append(position)
    for key in sorted(blocks):
        for one, other in pairwise(blocks[key]):
            if key[0] == "same" or _alike(names[one], names[other], acronym=key[0] == "acronym"):
                yield one, other


def _alike(one: _Name, other: _Name, *, acronym: bool) -> bool:
    """Whether what only one of two names has does not make it another instrument."""
    ours, theirs = set(one.words), set(other.words)
    only_ours, only_theirs = sorted(ours - theirs), sorted(theirs - ours)
    telling = {*only_ours, *only_theirs}
    if telling & country_codes() or any(re.search(r"[0-9]", word) for word in telling):
        return False
    if acronym:
        return 2 * len(ours & theirs) >= min(len(ours), len(theirs))
    if not only_ours or not only_theirs:
        return telling <= GENERIC
    return all(fuzz.ratio(a, b) >= _SAME_WORD for a, b in zip(only_ours, only_theirs, strict=False))


def _short_and_full(names: list[_Name], groups: _Groups) -> Iterator[tuple[int, int]]:
    """Pairs of a short form and its full name, where no other instrument has a name that begins with it."""
    begins: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for position, name in enumerate(names):
        for length in range(2, len(name.words)):
            begins[(name.scope, *name.words[:length])].add(position)
    for position, name in enumerate(names):
        full = begins.get((name.scope, *name.words), set())
        roots = {groups.root(other) for other in full}
        if len(roots) == 1 and len(set(name.words) - country_codes() - GENERIC) >= 2:
            yield min(full), position


def _registered(registry: pl.DataFrame) -> dict[frozenset[str], str]:
    """Content words of registered names and the program they mean; words that two programs share mean none."""
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for row in registry.iter_rows(named=True):
        for name in (row["name"], row["name_es"]):
            if name:
                found[frozenset(content_words(name))].add(row["program_id"])
    return {words: min(ids) for words, ids in found.items() if len(ids) == 1}


def _described(group: list[_Name], known: dict[frozenset[str], str]) -> Iterable[tuple[str, str, str, str, str | None]]:
    """Rows of one cluster: its names with the id and the names it bears."""
    registered = sorted({known[frozenset(name.words)] for name in group if frozenset(name.words) in known})
    english = [name for name in group if not is_spanish(name.text)]
    spanish = [name for name in group if is_spanish(name.text)]
    title = _title(english or spanish)
    name_es = _title(spanish).text if spanish else None
    program_id = registered[0] if registered else slug(title.text, title.scope)
    return [(name.text, name.scope, program_id, title.text, name_es) for name in group]


def _title(group: list[_Name]) -> _Name:
    """The fullest of the names in common use; of several, the one that came up first, then by alphabet."""
    most = max(name.mentions for name in group)
    common = [name for name in group if name.mentions >= _COMMON_USE * most]
    full = [name for name in common if not any(set(name.words) < set(other.words) for other in common)]
    return min(full, key=lambda name: (name.first, -len(name.words), name.text))
