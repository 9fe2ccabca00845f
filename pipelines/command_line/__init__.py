"""The command line `migcoop`: what each command does for its user, errors as one clear line, exit codes.

Exit codes: 0 done, 1 it ran and the answer is no (a build failed, verification found faults), 2 it could not run as
asked (wrong arguments, no release yet, no such row).
"""

from __future__ import annotations

import sys

import typer

from pipelines.command_line import building, inspecting, reading
from pipelines.command_line.console import UsageProblemError, errors

application = typer.Typer(
    name="migcoop",
    help="What states have arranged, stated and promised each other on migration, with the words that prove it.",
    epilog="Start with: migcoop build, then: migcoop query 'SELECT surface FROM commitments LIMIT 5'",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
application.command("build")(building.build)
application.command("extract")(building.extract)
application.command("query")(reading.query)
application.command("show")(reading.show)
application.command("releases")(inspecting.releases)
application.command("verify")(inspecting.verify)
application.command("doctor")(inspecting.doctor)
application.command("ui")(building.ui)


def main() -> None:
    """Run the command line; expected errors become one line on standard error."""
    try:
        application()
    except UsageProblemError as problem:
        errors.print(f"migcoop: {problem}", markup=False, highlight=False, soft_wrap=True)
        sys.exit(2)
