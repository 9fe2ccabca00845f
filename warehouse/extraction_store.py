"""What was extracted from each text, kept under the fingerprint of the extractor, so that no text is read twice.

How to extract does not belong here; neither do published tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from warehouse.files import replacing

_DONE = "done"


def fingerprint_of(folders: list[Path]) -> str:
    """One hash over the code and word tables below some folders: what decides how a text is read."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".csv") and path.is_file():
                digest.update(f"{path.relative_to(folder).as_posix()}\n".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class ExtractionStore:
    """Parts of extracted tables below `root/<fingerprint>`, each part holding the rows of some documents.

    A part is complete when its list of documents is there, which is written last; a killed run leaves parts without
    a list, which are overwritten when the same documents come again and never read.
    """

    root: Path
    fingerprint: str

    @property
    def folder(self) -> Path:
        """Where the parts of this fingerprint lie."""
        return self.root / self.fingerprint

    def extracted(self) -> pl.DataFrame:
        """The documents whose rows are stored: `document_id` and the `part` that holds them."""
        parts = sorted((self.folder / _DONE).glob("*.parquet"))
        frames = [pl.read_parquet(path).with_columns(pl.lit(path.stem).alias("part")) for path in parts]
        return pl.concat([pl.DataFrame(schema={"document_id": pl.String, "part": pl.String}), *frames])

    def missing(self, documents: pl.DataFrame) -> pl.DataFrame:
        """The documents that still have to be read, in their order."""
        return documents.join(self.extracted(), on="document_id", how="anti", maintain_order="left")

    def add(self, document_ids: pl.Series, tables: Mapping[str, pl.DataFrame]) -> None:
        """Keep the rows of some documents as one part."""
        ordered = document_ids.unique().sort()
        part = hashlib.sha256("\n".join(ordered).encode()).hexdigest()[:16]
        for name, table in {**tables, _DONE: ordered.to_frame("document_id")}.items():
            with replacing(self.folder / name / f"{part}.parquet") as temporary:
                table.write_parquet(temporary, row_group_size=131_072)

    def scan(self, name: str, documents: pl.DataFrame) -> pl.LazyFrame:
        """The stored rows of one table for some documents, in the order of the parts."""
        wanted = self.extracted().join(documents, on="document_id", how="semi")
        # A document may be in more than one part when runs overlapped; its rows are the same in each.
        chosen = wanted.group_by("document_id").agg(pl.col("part").min())
        parts = chosen["part"].unique().sort()
        frames = [
            pl.scan_parquet(self.folder / name / f"{part}.parquet").join(
                chosen.filter(pl.col("part") == part).lazy(), on="document_id", how="semi", maintain_order="left"
            )
            for part in parts
        ]
        return pl.concat(frames) if frames else pl.LazyFrame(schema={"document_id": pl.String})
