"""All or nothing: a site is built in a folder of its own beside the published one, and the two are exchanged at once.

Beside `output/` there is `.output.waqai/` with the lock, the site that is being built, and the traces of the files
that are published. Whatever happens before the exchange, `output/` stays as it was.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from waqai.build import manifest
from waqai.problems import N_
from waqai.snapshot import beside

AT_FDCWD = -100
RENAME_EXCHANGE = 2
NOT_OURS = N_("“{folder}” holds files that waqai did not write. Give an empty or a new folder.")
LOCKED = N_("Another build is writing to “{folder}”. Wait until it is done.")


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
    with (place.beside / "lock").open("w") as lock:
        try:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # unlike flock, not inherited by workers
        except OSError:
            raise OutputError(LOCKED, folder=published) from None
        shutil.rmtree(place.building, ignore_errors=True)
        place.building.mkdir()
        try:
            yield place
        finally:
            shutil.rmtree(place.building, ignore_errors=True)


def _is_foreign(folder: Path) -> bool:
    """Whether a folder has something in it, and it is not a site of ours."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return True
    return folder.is_dir() and any(folder.iterdir()) and not (folder / manifest.NAME).is_file()


def publish(place: Workplace) -> None:
    """Put the built site in the published one's place, in one step, keeping files that are not ours."""
    if place.published.exists():
        _keep_foreign_files(place)
        _exchange(place.building, place.published)
    else:
        place.building.rename(place.published)


def _keep_foreign_files(place: Workplace) -> None:
    """Carry over what somebody else put into the published folder, such as a CNAME file."""
    ours = manifest.read(place.published) or {}
    for path in sorted(place.published.rglob("*")):
        name = path.relative_to(place.published)
        target = place.building / name
        is_ours = name.as_posix() in ours or name.as_posix() == manifest.NAME
        if not is_ours and not path.is_dir() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> None:
    """Exchange two folders atomically, or by two renames where the system cannot."""
    if sys.platform == "linux" and _renameat2(one, other):
        return
    aside = other.with_name(f".{other.name}.waqai-old")
    shutil.rmtree(aside, ignore_errors=True)
    other.rename(aside)
    one.rename(other)
    aside.rename(one)


def _renameat2(one: Path, other: Path) -> bool:
    """Linux's renameat2(2) with RENAME_EXCHANGE; false where the file system does not have it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    result = libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS):
        return False
    raise OSError(code, os.strerror(code), str(other))
