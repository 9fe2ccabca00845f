"""Every stage over one corpus, with the reference in the same run.

usage: python -m benchmarks [CORPUS ...] [--runs N]

Without a corpus the shared dump is measured where it lies beside the checkout, else the bundled documents. One core
(polars is told so before it starts); medians of N runs, first run not counted; the reference is a plain polars scan of
the texts for a number pattern, the least that any extractor of figures must do. Peak memory is that of the process.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import polars as pl
from rich.console import Console
from rich.table import Table

from extraction.actors import attach_actors
from extraction.commitments import extract_commitments
from extraction.figures import extract_figures
from extraction.programs import extract_program_mentions
from extraction.sentences import split_sentences
from extraction.tables import EXTRACTED, extract_tables
from ingestion import RawStore, ingest
from resolution.registry import program_names, programs
from resolution.tables import resolve_tables

ROOT = Path(__file__).resolve().parents[1]
SHARED_DUMP = ROOT.parent / "shared" / "corpus" / "bulk"
REFERENCE = r"(?-u:\b)[0-9][0-9,.]*(?: (?:million|billion|percent|[a-z]+))?"


def corpora(given: list[Path]) -> list[Path]:
    """What to measure on."""
    return given or [SHARED_DUMP if SHARED_DUMP.is_dir() else ROOT / "corpus" / "documents"]


def seconds(work: Callable[[], object], runs: int) -> float:
    """Median of some runs after one that loads tables and compiles patterns."""
    work()
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def stages(paths: list[Path], folder: Path) -> dict[str, Callable[[], object]]:
    """Each stage by name, as a function that does all of it once. Inputs of later stages are made beforehand."""
    store = RawStore(folder)
    found = ingest(paths, store)
    texts, documents, segments = found.documents["text"], found.documents.drop("text"), found.segments
    sentences = split_sentences(documents.lazy(), segments.lazy()).collect().lazy()
    commitments = extract_commitments(sentences).collect().lazy()
    names = program_names()
    extracted = extract_tables(documents.lazy(), segments.lazy(), names)
    return {
        "reference: scan for numbers": lambda: texts.str.count_matches(REFERENCE).sum(),
        "ingest": lambda: ingest(paths, store),
        "sentences": lambda: split_sentences(documents.lazy(), segments.lazy()).collect(),
        "figures": lambda: extract_figures(sentences).collect(),
        "programs": lambda: extract_program_mentions(sentences, names).collect(),
        "commitments": lambda: extract_commitments(sentences).collect(),
        "actors of commitments": lambda: attach_actors(commitments, sentences).collect(),
        "all extraction": lambda: extract_tables(documents.lazy(), segments.lazy(), names),
        "resolution": lambda: resolve_tables(
            {name: extracted[name].lazy() for name in EXTRACTED}, documents.lazy(), segments.lazy(), programs()
        ),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, nargs="*")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    paths = corpora(arguments.corpus)
    console = Console()
    versions = f"Python {platform.python_version()}, polars {pl.__version__}"
    console.print(f"{platform.machine()}, {os.cpu_count()} cores, one used; {versions}")
    with tempfile.TemporaryDirectory() as folder:
        measured = stages(paths, Path(folder))
        texts = ingest(paths, RawStore(Path(folder))).documents["text"]
        megabytes = float(texts.str.len_bytes().sum()) / 1e6
        table = Table("stage", "seconds", "MB/s", "of the reference", box=None)
        reference = None
        for name, work in measured.items():
            taken = seconds(work, arguments.runs)
            reference = reference or taken
            table.add_row(name, f"{taken:.2f}", f"{megabytes / taken:.1f}", f"{taken / reference:.1f} ×")
    console.print(f"{megabytes:.1f} MB of text in {', '.join(map(str, paths))}; medians of {arguments.runs} runs")
    console.print(table)
    console.print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


if __name__ == "__main__":
    main()
