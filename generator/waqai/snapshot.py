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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from waqai.installation import PROGRAM, packages
from waqai.stamps import SECOND, TICK, is_settled
from waqai.themes import built_in_theme

OF_A_TIMELINE = ("content", "locales", "style", "templates")
"""The folders beside timeline.yaml that a site is made from; all Python and YAML files beside it count too."""
PASSED_OVER = frozenset({"__pycache__"})


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
        for line, time_of_change in _lines(str(place)):
            digest.update(line.encode("utf-8", "surrogateescape"))
            changed = max(changed, time_of_change)
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


def _lines(path: str) -> Iterator[tuple[str, int]]:
    """A line for every file in a place, with the time of its last change; links are not followed."""
    found = _status(path)
    if found is None or not stat.S_ISDIR(found.st_mode):
        yield _line(path, found), found.st_mtime_ns if found else 0
        return
    with os.scandir(path) as entries:
        members = sorted(entries, key=lambda entry: entry.name)
    for entry in members:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in PASSED_OVER:
                yield f"{entry.path}/\n", 0
                yield from _lines(entry.path)
        else:
            status = entry.stat(follow_symlinks=False)
            yield _line(entry.path, status), status.st_mtime_ns


def _status(path: str) -> os.stat_result | None:
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


def _line(path: str, status: os.stat_result | None) -> str:
    if status is None:
        return f"{path} -\n"
    return f"{path} {status.st_mode} {status.st_size} {status.st_mtime_ns} {status.st_ino}\n"
