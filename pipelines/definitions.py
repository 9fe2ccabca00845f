"""What Dagster loads: every asset, check, job, schedule, sensor and resource of migcoop."""

import dagster as dg

from assets.checks import STAGE_CHECKS
from assets.release import RELEASE_ASSETS
from assets.resources import Settings
from assets.tables import TABLE_ASSETS
from pipelines.jobs import build, daily_build, inbox_sensor

defs = dg.Definitions(
    assets=[*TABLE_ASSETS, *RELEASE_ASSETS],
    asset_checks=STAGE_CHECKS,
    jobs=[build],
    schedules=[daily_build],
    sensors=[inbox_sensor],
    resources={"settings": Settings()},
    executor=dg.in_process_executor,
)
