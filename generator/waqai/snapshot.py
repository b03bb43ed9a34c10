"""Whether anything has changed since a site was published, by files' times, sizes and inodes, without reading one.

Everything that decides on a site is looked at (the timeline, the theme, the program and its packages, the options), and
the site as it was published. This module needs nothing but Python's own library, so that a build with nothing to do
takes no longer than it takes to look.

A file can change within one tick of the clock that stamps it, and then looks the same. So a snapshot is taken only of
what has been as it is for longer than that; then every later change has another time (Git's “racy” files).
"""

from __future__ import annotations

import json
import os
import stat
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import NoReturn

from waqai.installation import PROGRAM, packages
from waqai.stamps import SECOND, TICK, is_settled
from waqai.themes import built_in_theme

OF_A_TIMELINE = ("content", "locales", "style", "templates")
"""The folders beside timeline.yaml that a site is made from; all Python and YAML files beside it count too."""
PASSED_OVER = frozenset({"__pycache__"})
NUMBERS = "q"
"""How numbers of files are packed: in 64 bits, since there may be hundreds of thousands of files."""
SHIFT = 1 << 63
"""Makes of an inode, which has no sign, a number that has one, as times before 1970 have."""
NO_FILE = (0, 0, 0, 0)
TIMES = slice(2, None, 4)
"""The times among those numbers."""


@dataclass(frozen=True, slots=True)
class Look:
    """How some files look."""

    digest: str
    changed: int
    """When the last of them was changed, in nanoseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a site was made from, how it was published, and what its build said."""

    inputs: str
    published: str
    pages: int
    warnings: int
    commit: str
    """Of git, at which the history was read that pages tell; empty where they tell none."""


@dataclass
class Watch:
    """Watches over one build: whether it has anything to do, and what was there when it began."""

    folder: Path
    """Of the timeline."""
    theme: Path | None
    output: Path
    options: Sequence[object]
    """Whatever else decides on the site."""
    _before: Look | None = None

    def unchanged(self) -> Snapshot | None:
        """The snapshot of the published site, if everything is as it was then."""
        try:
            kept = Snapshot(**json.loads(self._place.read_text("utf-8")))
            if kept.inputs == self._inputs().digest and kept.published == self._published().digest:
                return kept
        except (OSError, ValueError, TypeError):
            pass
        return None

    def begin(self) -> None:
        """A build begins: whatever is changed from now on belongs to the next one."""
        self._before = _settled(self._inputs)

    def end(self, pages: int, warnings: int, commit: str) -> None:
        """It has published; a snapshot is taken if nothing was changed meanwhile."""
        published = _settled(self._published)
        if self._before and published and self._before == _settled(self._inputs):
            snapshot = Snapshot(self._before.digest, published.digest, pages, warnings, commit)
            self._place.write_text(json.dumps(asdict(snapshot)), "utf-8")

    def inputs(self) -> str | None:
        """A digest of how everything looks that the site is made from; None if it was changed just now."""
        look = _settled(self._inputs)
        return look.digest if look else None

    @property
    def _place(self) -> Path:
        return beside(self.output) / "snapshot"

    def _published(self) -> Look:
        return _look_at([self.output.absolute()])

    def _inputs(self) -> Look:
        root = self.folder.absolute()
        settings = sorted(path for path in root.iterdir() if path.suffix in {".yaml", ".py"})
        theme = (self.theme or built_in_theme()).absolute()
        places = [*settings, *(root / name for name in OF_A_TIMELINE), theme, PROGRAM]
        return _look_at(places, repr([*self.options, *packages()]))


def beside(output: Path) -> Path:
    """The folder beside a published one that holds everything but the site."""
    published = output.absolute()
    return published.parent / f".{published.name}.waqai"


def _look_at(places: Sequence[Path], besides: str = "") -> Look:
    """How the files of these places look, with whatever else counts."""
    digest, changed = blake2b(besides.encode(), digest_size=16), 0
    for place in places:
        for names, numbers in _looks(str(place)):
            digest.update(names.encode("utf-8", "surrogateescape"))
            digest.update(numbers)
            changed = max(changed, *numbers[TIMES])
    return Look(digest.hexdigest(), changed)


def _settled(look: Callable[[], Look]) -> Look | None:
    """A look at files that are settled, if need be after a tick; None where the clock's ticks are too long to wait."""
    try:
        seen = look()
        if not is_settled(seen.changed, time.time_ns()) and seen.changed % SECOND:
            time.sleep(TICK / SECOND)
            seen = look()
    except OSError:
        return None
    return seen if is_settled(seen.changed, time.time_ns()) else None


def _looks(path: str) -> Iterator[tuple[str, array[int]]]:
    """For a file, or for every folder in it: names, and four numbers for each file. Links are not followed."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        yield f"{path}\0-\n", array(NUMBERS, NO_FILE)
        return
    if not stat.S_ISDIR(found.st_mode):
        yield f"{path}\n", array(NUMBERS, _numbers(found))
        return
    # Files by the descriptor of their folder: a published site has 100,000 of them, and nothing else takes as long.
    for folder, folders, files, descriptor in os.fwalk(path, onerror=_refuse):
        folders[:] = sorted(name for name in folders if name not in PASSED_OVER)
        yield _look_of_folder(folder, folders, sorted(files), descriptor)


def _look_of_folder(folder: str, folders: list[str], files: list[str], descriptor: int) -> tuple[str, array[int]]:
    """All that is in a folder. Of folders it says that they are some; a link to one is looked at like a file."""
    numbers = array(NUMBERS, NO_FILE)
    for name in folders:
        look = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
        numbers.extend(NO_FILE if stat.S_ISDIR(look.st_mode) else _numbers(look))
    for name in files:
        numbers.extend(_numbers(os.stat(name, dir_fd=descriptor, follow_symlinks=False)))
    return "\0".join([folder, *folders, "", *files, "\n"]), numbers


def _numbers(look: os.stat_result) -> tuple[int, int, int, int]:
    """What tells a file from what it was."""
    return look.st_mode, look.st_size, look.st_mtime_ns, look.st_ino - SHIFT


def _refuse(error: OSError) -> NoReturn:
    """A folder that cannot be looked at may hold anything."""
    raise error
