"""`waqai publish`: a built site to the folder that a web server shows."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from waqai.cli.console import NOT_WRITTEN, Console
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.problems import N_

BROUGHT = N_("“{target}” shows the site: {files} files, {unchanged} of them as they were.")


@click.command()
@click.argument("site", type=FOLDER)
@click.argument("target", type=FOLDER)
@LANG_OPTION
def publish(site: Path, target: Path, lang: str) -> None:
    """Bring a built SITE to TARGET, the folder that a web server shows: verified, and all at once.

    Readers see the old site or the new one. Files of others in TARGET stay; nothing of theirs is removed.
    """
    from waqai.build.output import OutputError
    from waqai.build.served import bring

    console = Console(lang)
    try:
        brought = bring(site, target)
    except OutputError as error:
        console.failure(error.message, **error.values)
        sys.exit(1)
    except OSError as error:
        console.failure(NOT_WRITTEN, reason=error.strerror, file=error.filename or target)
        sys.exit(1)
    console.summary(BROUGHT, target=target, files=brought.files, unchanged=brought.unchanged)
