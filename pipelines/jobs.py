"""The job that makes a release, the daily schedule, and the sensor that watches the inbox."""

import hashlib

import dagster as dg

from assets.resources import Settings

build = dg.define_asset_job(
    "build", selection=dg.AssetSelection.all(), description="Ingest, extract, resolve, validate and publish."
)

daily_build = dg.ScheduleDefinition(
    name="daily_build",
    job=build,
    cron_schedule="0 6 * * *",
    execution_timezone="UTC",
    description="Every day at 06:00 UTC. A day without news makes no release.",
    default_status=dg.DefaultScheduleStatus.RUNNING,
)


@dg.sensor(job=build, minimum_interval_seconds=30, default_status=dg.DefaultSensorStatus.RUNNING)
def inbox_sensor(context: dg.SensorEvaluationContext, settings: Settings) -> dg.RunRequest | dg.SkipReason:
    """Asks for a build when files were put into the inbox, changed or taken out since the last look."""
    inbox = settings.folders.inbox
    if not inbox.is_dir():
        return dg.SkipReason(f"there is no inbox; put files into {inbox} to have them ingested")
    files = sorted(path for path in inbox.rglob("*") if path.is_file() and not path.name.startswith("."))
    stamps = [(path.relative_to(inbox).as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    state = hashlib.sha256(repr(stamps).encode()).hexdigest()
    if state == context.cursor or (not files and context.cursor is None):
        return dg.SkipReason(f"nothing new in {inbox}")
    context.update_cursor(state)
    return dg.RunRequest(run_key=state)
