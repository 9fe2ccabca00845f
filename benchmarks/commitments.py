"""Measures of commitment extraction: speed against a plain scan of the same texts.

usage: python -m benchmarks.commitments DOCUMENTS SEGMENTS [--runs N]

DOCUMENTS and SEGMENTS are Parquet files of the published tables. Speed is counted in processor time, so that other
work on the machine does not blur it; polars is held to one core. The reference is a plain polars scan for a future
tense, the least that any extractor of undertakings must do. Medians of N runs, first run not counted.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import polars as pl

from extraction.commitments import extract_commitments
from extraction.sentences import split_sentences

REFERENCE = r" (?:will|shall|agreed to|committed to|va a|van a|se comprometió a) [a-z]+"


def seconds(work: Callable[[], object], runs: int) -> float:
    """Median processor time of some runs after one that loads tables and compiles patterns."""
    work()
    taken = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return statistics.median(taken)


def measure(documents: Path, segments: Path, runs: int) -> None:
    """Print megabytes a second of the extraction and of the plain scan, and how many rows it gives."""
    sentences = split_sentences(pl.scan_parquet(documents), pl.scan_parquet(segments)).collect()
    megabytes = int(sentences["text"].str.len_bytes().sum()) / 1e6
    plain = seconds(lambda: sentences.select(pl.col("text").str.count_matches(REFERENCE)), runs)
    full = seconds(lambda: extract_commitments(sentences.lazy()).collect(), runs)
    rows = extract_commitments(sentences.lazy()).collect().height
    print(f"{megabytes:.1f} MB, {rows} commitments")
    print(f"plain scan for futures    {megabytes / plain:6.1f} MB/s")
    print(f"extraction of commitments {megabytes / full:6.1f} MB/s ({full / plain:.1f} plain scans)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("segments", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    measure(given.documents, given.segments, given.runs)
