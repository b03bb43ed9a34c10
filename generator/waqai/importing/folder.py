"""A folder that is filled all at once, or stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from waqai.authoring.notation import document
from waqai.content import Timeline, load
from waqai.content.reader import SETTINGS
from waqai.importing.gathered import Gathered
from waqai.placing import beside, place_all
from waqai.problems import N_, Problem

TAKEN = N_("“{file}” is there already; nothing was written.")
NOT_EMPTY = N_("“{folder}” is not empty and holds no timeline.yaml; nothing was written.")
OWNER_DECIDES = "# url and licence are for you to say; NOASSERTION stands for a licence that nobody has stated\n"


class FolderError(Exception):
    """Why a folder cannot be filled; `message` with `values` says it."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message, self.values = message, values


def fill(folder: Path, gathered: Gathered, name: str) -> tuple[Problem, ...]:
    """Write what was gathered from the file `name` into `folder`, a new one or one that holds a timeline.

    The problems of the timeline that it makes come back; if any of them is an error, nothing was written. Raises
    :class:`FolderError` and OSError, and then nothing was written either.
    """
    is_new = not (folder / SETTINGS).exists()
    if is_new and folder.exists() and any(folder.iterdir()):
        raise FolderError(NOT_EMPTY, folder=folder)
    files = dict(gathered.files(name))
    if is_new:
        files[SETTINGS] = OWNER_DECIDES + document(gathered.settings)
    if gathered.errors:
        return gathered.errors
    if taken := next((path for path in files if (folder / path).exists()), ""):
        raise FolderError(TAKEN, file=folder / taken)
    with _staged(folder, files, is_new=is_new) as staged:
        problems = _problems(staged)
        if not any(problem.is_error for problem in problems):
            _move(staged, folder, files, is_new=is_new)
    return problems


@contextmanager
def _staged(folder: Path, files: Mapping[str, str], *, is_new: bool) -> Iterator[Path]:
    """The timeline as it will be, beside the folder."""
    with beside(folder) as staged:
        if not is_new:
            shutil.copy2(folder / SETTINGS, staged)
            for part in ("content", "locales"):
                if (folder / part).is_dir():
                    shutil.copytree(folder / part, staged / part, symlinks=True)
        for path, text in files.items():
            (staged / path).parent.mkdir(parents=True, exist_ok=True)
            (staged / path).write_text(text, "utf-8", newline="\n")
        yield staged


def _problems(staged: Path) -> tuple[Problem, ...]:
    loaded = load(staged)
    return loaded.problems if isinstance(loaded, Timeline) else loaded


def _move(staged: Path, folder: Path, files: Mapping[str, str], *, is_new: bool) -> None:
    """Put the new files where they belong; what was moved is taken back if one of them cannot be."""
    if is_new:
        if folder.exists():
            folder.rmdir()
        staged.replace(folder)
        return
    place_all(staged, folder, files)
