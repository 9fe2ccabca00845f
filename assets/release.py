"""The last two assets: measured quality, and the release."""

import json

import dagster as dg

from assets.resources import Settings
from assets.steps import run_publishing, run_scorecard
from assets.tables import OWNERS
from warehouse.files import write_text
from warehouse.release.pages import scorecard_table
from warehouse.schema import TABLES


@dg.asset(group_name="publish", owners=OWNERS, kinds={"polars"}, deps=["documents"])
def scorecard(settings: Settings) -> dg.MaterializeResult[None]:
    """Precision, recall and F1 of this extractor on the bundled gold annotations."""
    scores = run_scorecard(settings.folders)
    write_text(settings.folders.validation / "scorecard.json", json.dumps(scores))
    return dg.MaterializeResult(metadata={"scores": dg.MetadataValue.md(scorecard_table(scores))})


@dg.asset(group_name="publish", owners=OWNERS, kinds={"duckdb", "parquet"}, deps=[*TABLES, "scorecard"])
def release(context: dg.AssetExecutionContext, settings: Settings) -> dg.MaterializeResult[None]:
    """The validated tables as a versioned folder; nothing new when the latest release already says the same."""
    scores = json.loads((settings.folders.validation / "scorecard.json").read_text())
    publication = run_publishing(settings.folders, scores, settings.release_date)
    context.log.info(f"{'published' if publication.created else 'unchanged:'} {publication.version}")
    return dg.MaterializeResult(
        metadata={
            "version": publication.version,
            "created": publication.created,
            "folder": dg.MetadataValue.path(publication.folder),
            "rows": dg.MetadataValue.json(publication.row_counts),
        }
    )


RELEASE_ASSETS = [scorecard, release]
