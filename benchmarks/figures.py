"""How fast figures are read on one core, beside a plain polars scan with the same candidate pattern in the same run.

    python -m benchmarks.figures FOLDER|FILE [--repeat N]

FOLDER holds documents.parquet and segments.parquet; FILE is a Parquet dump with a column `text`. Times are seconds of
CPU, so that other work on the machine counts little; the best of the repeats is told.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ["POLARS_MAX_THREADS"] = "1"

import polars as pl

from extraction.figures import extract_figures
from extraction.figures.numbers import number_pattern
from extraction.sentences import split_sentences


def sentence_frame(path: Path) -> pl.DataFrame:
    """The sentences of a folder of tables, or of a dump whose lines stand in for segments."""
    if path.is_dir():
        tables = (pl.scan_parquet(path / f"{name}.parquet") for name in ("documents", "segments"))
        return split_sentences(*tables).collect()
    lines = (
        pl.scan_parquet(path)
        .with_row_index("document")
        .select("document", pl.col("text").str.split("\n"))
        .explode("text")
        .filter(pl.col("text").str.strip_chars() != "")
    )
    return lines.select(
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("sentence"),
        pl.col("document").cast(pl.String).alias("document_id"),
        pl.col("document").cast(pl.String).alias("segment_id"),
        pl.lit("en").alias("language"),
        pl.lit(None, dtype=pl.Date).alias("published_on"),
        pl.lit("USA").alias("publisher_party"),
        pl.lit(None, dtype=pl.String).alias("speaker_role"),
        pl.lit(0, dtype=pl.Int64).alias("sentence_start"),
        "text",
    ).collect()


def best_time(run: Callable[[], object], repeat: int) -> float:
    """The least CPU time of several runs, in seconds."""
    times = []
    for _ in range(repeat):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Time the scan and the extractor, and print megabytes per second and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    frame = sentence_frame(arguments.path)
    megabytes = int(frame["text"].str.len_bytes().sum()) / 1e6
    scan = best_time(lambda: frame["text"].str.count_matches(number_pattern("en")).sum(), arguments.repeat)
    found = best_time(lambda: extract_figures(frame.lazy()).collect(), arguments.repeat)
    rows = extract_figures(frame.lazy()).collect().height
    print(f"{megabytes:.1f} MB, {frame.height} sentences, {rows} figures, one core")
    print(f"plain scan of the candidates  {scan:6.2f} s  {megabytes / scan:6.1f} MB/s")
    print(f"extract_figures               {found:6.2f} s  {megabytes / found:6.1f} MB/s  ({found / scan:.1f} scans)")


if __name__ == "__main__":
    main()
