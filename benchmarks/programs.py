"""Measures of program extraction: speed against a plain scan, and discovery with part of the registry hidden.

usage: python -m benchmarks.programs speed DOCUMENTS SEGMENTS
       python -m benchmarks.programs leave-out DOCUMENTS SEGMENTS GOLD

DOCUMENTS and SEGMENTS are Parquet files of the published tables, GOLD a folder of annotations in the codebook's format.
Speed is counted in processor time, so that other work on the machine does not blur it; run with POLARS_MAX_THREADS=1.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import polars as pl

from extraction.programs import extract_program_mentions
from extraction.sentences import split_sentences
from resolution.registry import program_names

_SPLITS = 10
_NAMES = 2_000


def speed(sentences: pl.DataFrame) -> None:
    """Print megabytes a second of extraction with 2,000 names, and of a plain search for the same names."""
    megabytes = float(sentences["text"].str.len_bytes().sum()) / 1e6
    names = program_names()
    fewer = names.gather_every(max(1, names.height // _NAMES)).head(_NAMES)
    forms = fewer["form"].to_list()
    plain = _seconds(lambda: sentences.select(pl.col("text").str.find_many(forms, overlapping=True)))
    full = _seconds(lambda: extract_program_mentions(sentences.lazy(), fewer).collect())
    print(f"{megabytes:.1f} MB, {fewer.height} names")
    print(f"plain search for the names {megabytes / plain:6.1f} MB/s")
    print(f"extraction of programs     {megabytes / full:6.1f} MB/s ({full / plain:.1f} plain searches)")


def leave_out(sentences: pl.DataFrame, documents: pl.DataFrame, gold: Path) -> None:
    """Print the share of the gold mentions of hidden programs that discovery finds, for several halves hidden."""
    wanted = _gold_mentions(sentences, documents, gold)
    names = program_names()
    known = _matched(wanted, extract_program_mentions(sentences.lazy(), names).collect())
    program_of = known.drop_nulls("program_id").group_by("program").agg(pl.col("program_id").mode().sort().first())
    shares = []
    for split in range(_SPLITS):
        hidden = [name for name in names["program_id"].unique().sort() if _half(name, split)]
        found = extract_program_mentions(sentences.lazy(), names.filter(~pl.col("program_id").is_in(hidden))).collect()
        asked = wanted.join(program_of.filter(pl.col("program_id").is_in(hidden)), on="program", how="semi")
        shares.append(_matched(asked, found).height / asked.height)
        print(f"half {split}: {asked.height:3d} mentions of hidden programs, found {shares[-1]:.3f}")
    print(f"mean {sum(shares) / len(shares):.3f}")


def _half(program_id: str, split: int) -> bool:
    return blake2b(f"{split} {program_id}".encode(), digest_size=1).digest()[0] % 2 == 0


def _matched(wanted: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Gold mentions with a find that overlaps at least half of the longer of the two."""
    overlap = pl.min_horizontal("char_end", "end") - pl.max_horizontal("char_start", "start")
    longer = pl.max_horizontal(pl.col("char_end") - pl.col("char_start"), pl.col("end") - pl.col("start"))
    return (
        wanted.join(found, on="document_id")
        .filter(overlap > 0, overlap >= 0.5 * longer)
        .unique(["document_id", "start"], keep="first", maintain_order=True)
    )


def _gold_mentions(sentences: pl.DataFrame, documents: pl.DataFrame, gold: Path) -> pl.DataFrame:
    """`document_id`, `program` (name in the annotation), `start`, `end` of each annotated mention."""
    texts = gold.parent / "docs"
    rows = []
    for document_id, source_name in documents.select("document_id", "source_name").iter_rows():
        text = (texts / source_name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        annotation = json.loads((gold / source_name).with_suffix(".json").read_text())
        for program in annotation["programs"]:
            for mention in program["mentions"]:
                start = _nth(text, mention["surface"], mention.get("nth", 1))
                rows.append((document_id, program["program"], start, start + len(mention["surface"])))
    return pl.DataFrame(rows, schema=["document_id", "program", "start", "end"], orient="row")


def _nth(text: str, surface: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = text.index(surface, at + 1)
    return at


def _seconds(work: Callable[[], object]) -> float:
    """Processor seconds of the better of two runs; the first also loads tables and compiles patterns."""
    runs = []
    for _ in range(2):
        begin = time.process_time()
        work()
        runs.append(time.process_time() - begin)
    return min(runs)


def main(arguments: list[str]) -> None:
    """Run one measure."""
    measure, documents_path, segments_path, *rest = arguments
    documents = pl.scan_parquet(documents_path)
    sentences = split_sentences(documents, pl.scan_parquet(segments_path)).collect()
    if measure == "speed":
        speed(sentences)
    else:
        leave_out(sentences, documents.collect(), Path(rest[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
