"""How each record came to be what it is: its versions, as git remembers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from waqai.comparison.difference import Difference
from waqai.comparison.records import changes_of
from waqai.config import Config
from waqai.content.reader import record_in
from waqai.model import RECORD_KINDS, Record
from waqai.revisions import Repository, Touch


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a record, and what it changed in the one before."""

    commit: str
    date: str
    """The day and time of the commit (ISO 8601, with offset)."""
    differences: tuple[Difference, ...]
    """Empty where only the form of the file changed, or where one of the two versions could not be read."""
    is_first: bool


def histories(repository: Repository, config: Config, part: str = "content") -> dict[str, tuple[Version, ...]]:
    """The versions of all records below a part of the timeline, by the record's id of today, newest first.

    Raises :class:`waqai.revisions.RevisionError`.
    """
    touched = [touch for touch in repository.touched(part) if _is_record(touch.path) or _is_record(touch.path_before)]
    contents = repository.contents(blob for touch in touched for blob in (touch.blob, touch.blob_before))
    records = _Records(config, contents)
    today: dict[str, str] = {}
    found: dict[str, list[Version]] = defaultdict(list)
    for touch in touched:
        name = today.get(touch.path, touch.path)
        if touch.path_before != touch.path:
            today[touch.path_before] = name
        if touch.blob:
            found[PurePosixPath(name).stem].append(_version(touch, records.read))
    return {key: tuple(versions) for key, versions in found.items()}


def _is_record(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return len(parts) == 3 and parts[1] in RECORD_KINDS and parts[2].endswith(".yaml")  # noqa: PLR2004 - content/kind/id


def _version(touch: Touch, read: Callable[[str, str], Record | None]) -> Version:
    after = read(touch.path, touch.blob)
    before = read(touch.path_before, touch.blob_before) if touch.blob_before else None
    changes = changes_of(before, after) if before and after and type(before) is type(after) else ()
    return Version(touch.commit, touch.date, tuple(changes), is_first=not touch.blob_before)


class _Records:
    """Reads each version once."""

    def __init__(self, config: Config, contents: Mapping[str, bytes]) -> None:
        self._context = config.validation_context()
        self._contents = contents
        self._known: dict[tuple[str, str], Record | None] = {}

    def read(self, path: str, blob: str) -> Record | None:
        """The record that a file held; None if it had faults."""
        if (path, blob) not in self._known:
            self._known[path, blob] = record_in(self._contents[blob], path, self._context)
        return self._known[path, blob]


def shortened(versions: Sequence[Version], most: int) -> tuple[Version, ...]:
    """The newest versions that changed anything that readers see, and always the first one."""
    told = [version for version in versions if version.differences or version.is_first]
    return (*told[: most - 1], *told[-1:]) if len(told) > most else tuple(told)
