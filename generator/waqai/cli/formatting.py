"""`waqai fmt`: files in the house form, or which of them are not."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from waqai.cli.console import Console
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.cli.replacing import replace
from waqai.problems import N_

SETTINGS = "timeline.yaml"
FORMATTED = N_("Formatted: {changed} of {count} files.")
WOULD_BE = N_("Would be formatted: {changed} of {count} files.")
FAULTY = N_("{file} is left as it is: it cannot be read. See `waqai check`.")
LEFT = N_("{file} is left as it is: a comment in it stands where it would be lost.")
FOREIGN = N_("“{file}” is no file of this timeline.")


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--folder", type=FOLDER, default=".", help="The timeline's folder; by default, here.")
@click.option("--check", "is_check", is_flag=True, help="Change nothing; list what would change, and exit with 1.")
@LANG_OPTION
def fmt(files: tuple[Path, ...], folder: Path, is_check: bool, lang: str) -> None:  # noqa: FBT001
    """Write FILES (by default, all) in the house form: keys in the order of the model, brackets, lines and quotes.

    A folder stands for all files in it that belong to the timeline; one with timeline.yaml is the timeline.
    Values and comments stay as they are. A file that cannot be read is left alone.
    """
    console = Console(lang)
    if len(files) == 1 and (files[0] / SETTINGS).is_file():
        folder, files = files[0], ()
    paths = _chosen(files, folder, console)
    changed, failed = 0, False
    for path in paths:
        text = _formatted(path, path.relative_to(folder).as_posix(), console)
        failed = failed or text is None
        if text is not None and text.encode() != path.read_bytes():
            changed += 1
            print(path.relative_to(folder).as_posix())
            if not is_check:
                replace(path, text)
    console.summary(WOULD_BE if is_check else FORMATTED, good=not failed, changed=changed, count=len(paths))
    sys.exit(1 if failed or (is_check and changed) else 0)


def _chosen(files: Sequence[Path], folder: Path, console: Console) -> list[Path]:
    """The files that were named, or all of the timeline; ends the command if one is none of these."""
    known = {path.resolve(): path for path in _all_files(folder)}
    chosen: list[Path] = []
    for file in files:
        found = [path for whole, path in known.items() if whole.is_relative_to(file.resolve())]
        if not found:
            console.failure(FOREIGN, file=file)
            sys.exit(2)
        chosen += found
    return list(dict.fromkeys(chosen)) if files else list(known.values())


def _all_files(folder: Path) -> Iterator[Path]:
    from waqai.content.folder import CONTENT, entries
    from waqai.model import RECORD_KINDS

    if (folder / SETTINGS).is_file():
        yield folder / SETTINGS
    for name in RECORD_KINDS:
        found = entries(folder / CONTENT / name, folder, [])
        yield from (path for path, is_folder in found if path.suffix == ".yaml" and not is_folder)


def _formatted(path: Path, name: str, console: Console) -> str | None:
    """The text in the house form; None, and the console has said why, if the file is to be left as it is."""
    from waqai import yamlfile
    from waqai.authoring.formatting import CannotFormatError, formatted

    document = yamlfile.read(path.read_bytes(), name)
    if not isinstance(document.value, dict) or any(problem.is_error for problem in document.problems):
        console.failure(FAULTY, file=name)
        return None
    try:
        return formatted(document)
    except CannotFormatError:
        console.failure(LEFT, file=name)
        return None
