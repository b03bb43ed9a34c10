"""`waqai pack`: a published site as one file that can be passed on by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from waqai.cli.console import Console
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.problems import N_

ZIP = click.Path(path_type=Path, dir_okay=False)
NOT_AS_PUBLISHED = N_("“{folder}” is not as it was published: {path}. Build it again before you pack it.")


@click.command()
@click.argument("folder", type=FOLDER, default="output")
@click.option("--output", "-o", type=ZIP, default=None, help="The zip to write; by default FOLDER.zip.")
@LANG_OPTION
def pack(folder: Path, output: Path | None, lang: str) -> None:
    """Pack a published FOLDER into one zip that works from a disk: unpack it and open index.html."""
    from waqai.build import manifest, whole

    console, target = Console(lang), output or folder.with_name(f"{folder.resolve().name}.zip")
    entries, difference = manifest.read(folder), manifest.verify(folder)
    if entries is None or difference is None:
        console.failure(N_("“{folder}” has no manifest that can be read."), folder=folder)
        sys.exit(1)
    if wrong := (*difference.changed, *difference.missing):
        console.failure(NOT_AS_PUBLISHED, folder=folder, path=wrong[0])
        sys.exit(1)
    whole.pack(folder, entries, target.stem, target)
    console.summary(N_("Packed {files} files into “{zip}”."), files=len(entries), zip=target)
