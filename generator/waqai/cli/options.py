"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from waqai.cli.wording import language_of_environment, spoken_languages

FOLDER = click.Path(path_type=Path, file_okay=False)
LANG_OPTION = click.option(
    "--lang",
    type=click.Choice(spoken_languages()),
    default=language_of_environment,
    help="Language of the messages; by default the environment's.",
)
