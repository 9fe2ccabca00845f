"""One asset for each table, and one for each table as extracted; grouped by stage."""

from collections.abc import Iterator, Sequence

import dagster as dg

from assets.metadata import file_metadata
from assets.resources import Settings
from assets.steps import INGESTED, run_extraction, run_ingestion, run_resolution
from extraction.tables import EXTRACTED
from resolution.tables import RESOLVED
from warehouse.schema import TABLES

OWNERS = ["team:migcoop"]
EXTRACTED_KEYS = [f"extracted_{name}" for name in EXTRACTED]


def _published(name: str, group: str, deps: Sequence[str] = ()) -> dg.AssetSpec:
    table = TABLES[name]
    description = f"{table.description} One row: {table.grain}."
    return dg.AssetSpec(name, group_name=group, deps=deps, description=description, owners=OWNERS, kinds={"polars"})


def _results(settings: Settings, names: Sequence[str]) -> Iterator[dg.MaterializeResult[None]]:
    for name in names:
        yield dg.MaterializeResult(asset_key=name, metadata=file_metadata(settings.folders.tables / f"{name}.parquet"))


@dg.multi_asset(name="ingestion", specs=[_published(name, "ingest") for name in INGESTED])
def ingestion(settings: Settings) -> Iterator[dg.MaterializeResult[None]]:
    """Corpora become documents, segments and rejects; raw bytes are archived first."""
    run_ingestion(settings.folders, settings.inputs, settings.progress)
    yield from _results(settings, INGESTED)


@dg.multi_asset(
    name="extraction",
    specs=[
        dg.AssetSpec(
            f"extracted_{name}",
            group_name="extract",
            deps=["documents", "segments"],
            description=f"{TABLES[name].description} As each document alone tells it, before resolution.",
            owners=OWNERS,
            kinds={"polars"},
        )
        for name in EXTRACTED
    ],
)
def extraction(context: dg.AssetExecutionContext, settings: Settings) -> Iterator[dg.MaterializeResult[None]]:
    """Documents that were not read before are read; what was read is taken from the store."""
    read = run_extraction(settings.folders, settings.progress)
    context.log.info(f"read {read} new or changed documents")
    yield from _results(settings, EXTRACTED_KEYS)


@dg.multi_asset(
    name="resolution",
    specs=[_published(name, "resolve", [*EXTRACTED_KEYS, "documents", "segments"]) for name in RESOLVED],
)
def resolution(settings: Settings) -> Iterator[dg.MaterializeResult[None]]:
    """Mentions become programs, statements become undertakings, rows are linked across documents."""
    run_resolution(settings.folders)
    yield from _results(settings, RESOLVED)


TABLE_ASSETS = [ingestion, extraction, resolution]
