"""`waqai import`: files of other programs as a timeline."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from waqai.cli.console import Console
from waqai.cli.options import FOLDER
from waqai.cli.program import program_name
from waqai.cli.wording import language_of_environment
from waqai.problems import N_

FILE = click.Path(path_type=Path, exists=True)
NO_LANGUAGE = N_("“{tag}” is no language. Use its BCP 47 tag, such as ar or en.")
NOT_READ = N_("“{file}” could not be read: {reason}.")
NOT_WRITTEN = N_("“{folder}” could not be written: {reason}. Nothing was changed.")
IMPORTED = N_("Imported {count} events into “{folder}”; warnings: {warnings}. Next: {program} check {folder}")
SETTINGS_STAY = N_(
    "“{folder}” has settings of its own: the title and what else the file says of itself were not taken."
)


def _event_type(context: click.Context, parameter: click.Parameter, given: str) -> str:
    """One of the model's types of events, which are loaded only now."""
    from waqai.model.vocabulary import EVENT_TYPES

    return click.Choice(tuple(EVENT_TYPES)).convert(given, parameter, context)


@click.command(name="import")
@click.argument("form", metavar="FORMAT", type=click.Choice(("timelinejs", "ics", "pax", "csv")))
@click.argument("file", type=FILE)
@click.option("--into", type=FOLDER, required=True, help="A new folder, or one that holds a timeline.")
@click.option("--lang", "tag", default=language_of_environment, help="Language of the texts; by default yours.")
@click.option("--type", "event_type", default="context", callback=_event_type, help="Of all events, such as talks.")
def import_(form: str, file: Path, into: Path, tag: str, event_type: str) -> None:
    """Make FILE, in a FORMAT of another program, into a timeline.

    FORMAT is timelinejs (its spreadsheet as CSV, or its JSON), ics (a calendar), pax (a table of agreements in the
    manner of PA-X), or csv (a folder of tables, as `waqai export csv` writes them).

    Every fault is named with its place, and then nothing is written. What has no field here is kept for `waqai export`.
    Events have no source yet: `waqai check` lists them until each has one.
    """
    from waqai.content.reader import SETTINGS
    from waqai.importing.folder import FolderError, fill
    from waqai.importing.formats import gathered_from
    from waqai.importing.gathered import Wish
    from waqai.model.values import is_language

    console = Console(language_of_environment())
    if not is_language(tag):
        console.failure(NO_LANGUAGE, tag=tag)
        sys.exit(2)
    key = re.sub(r"[^a-z0-9]+", "-", into.resolve().name.lower()).strip("-") or "timeline"
    try:
        with console.progress(N_("Importing")) as progress:
            gathered = gathered_from(form, file, Wish(key, file.stem, tag, event_type), progress)
    except OSError as error:
        console.failure(NOT_READ, file=file, reason=error.strerror)
        sys.exit(1)
    has_settings = (into / SETTINGS).exists()
    try:
        problems = gathered.errors or fill(into, gathered, file.name)
    except FolderError as error:
        console.failure(error.message, **error.values)
        sys.exit(1)
    except OSError as error:
        console.failure(NOT_WRITTEN, folder=into, reason=error.strerror)
        sys.exit(1)
    if any(problem.is_error for problem in problems):
        console.problems([problem for problem in problems if problem.is_error], file.parent)
        sys.exit(1)
    if has_settings:
        console.failure(SETTINGS_STAY, folder=into)
    count = sum(found.folder == "events" for found in gathered.records)
    console.summary(IMPORTED, count=count, folder=into, warnings=len(problems), program=program_name())
