"""Files that come into a folder all together, or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """An empty folder on the same disk as `folder`, which is gone at the end."""
    parent = folder.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".waqai-", dir=parent) as made:
        staged = Path(made) / "new"
        staged.mkdir()
        yield staged


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, by their paths below `folder`, over those of the same names.

    Raises OSError, and then nothing has changed.
    """
    with beside(folder) as staged:
        for name, content in files.items():
            path = staged / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        place_all(staged, folder, files)


def files_in(staged: Path) -> list[str]:
    """The paths of all files below a folder, in order."""
    return sorted(path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file())


def place_all(staged: Path, folder: Path, names: Iterable[str]) -> None:
    """Move files from `staged`, which is :func:`beside` the folder, to the same paths below `folder`.

    If one cannot be moved, or the command is interrupted, what was moved is taken back and what stood in its place is
    put back. Only a machine that stops between two renames leaves some of both.
    """
    with TemporaryDirectory(dir=staged.parent) as kept, ExitStack() as taking_back:
        for number, name in enumerate(names):
            target = folder / name
            _make_folder(target.parent, taking_back)
            if target.is_dir() and not target.is_symlink():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            if os.path.lexists(target):
                old = Path(kept) / str(number)
                taking_back.callback(_put_back, old, target)
                target.replace(old)
            taking_back.callback(target.unlink, missing_ok=True)
            (staged / name).replace(target)
        taking_back.pop_all()


def _make_folder(folder: Path, taking_back: ExitStack) -> None:
    """The folder and those that it stands in, as far as they are missing."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir()
        taking_back.callback(each.rmdir)


def _put_back(old: Path, target: Path) -> None:
    if old.exists():
        old.replace(target)
