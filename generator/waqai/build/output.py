"""All or nothing: a site is built in a folder of its own beside the published one, and the two are exchanged at once.

Beside `output/` there is `.output.waqai/` with the lock, the site that is being built, and the traces of the files
that are published. Whatever happens before the exchange, `output/` stays as it was.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from waqai.build import manifest
from waqai.build.exchange import exchanged
from waqai.problems import N_
from waqai.snapshot import beside

NOT_OURS = N_("“{folder}” holds files that waqai did not write. Give an empty or a new folder.")
LOCKED = N_("Another build is writing to “{folder}”. Wait until it is done.")
NO_MANIFEST = N_(
    "The list of published files, “{file}”, cannot be understood, so nobody can tell which files are yours. Nothing "
    "was published. Move your own files out of “{folder}”, remove it, and build again."
)
TAKEN = N_(
    "“{file}” was not written by waqai, and now the site has a file of that name. Nothing was published. Move it away "
    "or remove it, and build again."
)


class OutputError(Exception):
    """The output folder cannot be used; the message id says why, `values` what it is about."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = {name: str(value) for name, value in values.items()}

    def __reduce__(self) -> tuple[object, ...]:
        """As it is: it may come from a worker process."""
        return _output_error, (self.message, self.values)


def _output_error(message: str, values: dict[str, str]) -> OutputError:
    return OutputError(message, **values)


@dataclass(frozen=True, slots=True)
class Workplace:
    """The published folder and the folders beside it."""

    published: Path

    @property
    def beside(self) -> Path:
        """The folder that holds everything but the published site."""
        return beside(self.published)

    @property
    def building(self) -> Path:
        """Where the next site is built."""
        return self.beside / "building"

    @property
    def replaced(self) -> Path:
        """Where the published site waits until it is replaced, if two folders cannot be exchanged at once."""
        return self.beside / "replaced"

    @property
    def traces(self) -> Path:
        """What the published files were made from. Disposable."""
        return self.beside / "traces"

    @property
    def compiled(self) -> Path:
        """Compiled templates. Disposable."""
        return self.beside / "templates"


@contextmanager
def workplace(published: Path) -> Iterator[Workplace]:
    """An empty place to build in, locked against other builds. Raises :class:`OutputError`."""
    place = Workplace(published.absolute())
    if _is_foreign(published) or place.beside.is_symlink():
        raise OutputError(NOT_OURS, folder=published)
    place.beside.mkdir(parents=True, exist_ok=True)
    _remove_links(place.beside)
    with (place.beside / "lock").open("w") as lock:
        _lock(lock, published)
        _tidy(place)
        place.building.mkdir()
        try:
            yield place
        finally:
            with suppress(OSError):  # what is published is published; the next run tidies before it begins
                _tidy(place)


def _is_foreign(folder: Path) -> bool:
    """Whether a folder has something in it, and it is not a site of ours."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return True
    return folder.is_dir() and any(folder.iterdir()) and not (folder / manifest.NAME).is_file()


def _remove_links(folder: Path) -> None:
    """We make none here: one that came with somebody's contribution would have us write to where it leads."""
    for path in folder.iterdir():
        if path.is_symlink():
            path.unlink()


def _lock(lock: IO[str], published: Path) -> None:
    try:
        fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # unlike flock, not inherited by workers
    except (BlockingIOError, PermissionError):  # by POSIX, either means that somebody else has it
        raise OutputError(LOCKED, folder=published) from None


def _tidy(place: Workplace) -> None:
    """Put back a site that an interrupted exchange took away, and remove what is neither published nor kept."""
    if place.replaced.exists() and not place.published.exists():
        place.replaced.rename(place.published)
    for left in (place.building, place.replaced):
        shutil.rmtree(left, ignore_errors=True)


def publish(place: Workplace) -> None:
    """Put the built site in the published one's place, in one step, keeping files that are not ours."""
    if not place.published.exists():
        place.building.rename(place.published)
        return
    _keep_foreign_files(place)
    shutil.copymode(place.published, place.building)
    if not exchanged(place.building, place.published):
        _replace(place)


def _replace(place: Workplace) -> None:
    """Replace the published folder by two renames. After a kill between them, the next run puts it back first."""
    place.published.rename(place.replaced)
    try:
        place.building.rename(place.published)
    except OSError:
        place.replaced.rename(place.published)
        raise


def _keep_foreign_files(place: Workplace) -> None:
    """Carry over what somebody else put into the published folder, such as a CNAME file or a link."""
    ours = _ours(place.published)
    for path, entry in manifest.members(place.published):
        target = place.building / path
        if entry.is_dir(follow_symlinks=False):
            if not any(Path(entry).iterdir()):
                target.mkdir(parents=True, exist_ok=True)
        elif path not in ours:
            if os.path.lexists(target):
                raise OutputError(TAKEN, file=entry.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            _bring(Path(entry), target)


def _ours(published: Path) -> set[str]:
    """The paths of the files that we published. Raises :class:`OutputError` if nobody can tell any more."""
    if not any(published.iterdir()):
        return set()
    listed = published / manifest.NAME
    entries = manifest.understood(listed.read_bytes())
    if entries is None:
        raise OutputError(NO_MANIFEST, file=listed, folder=published)
    return {*entries, manifest.NAME}


def _bring(source: Path, target: Path) -> None:
    """The same file in another place, or a copy where the file system does not let us; a link stays one."""
    with suppress(OSError):
        os.link(source, target, follow_symlinks=False)
        return
    shutil.copy2(source, target, follow_symlinks=False)
