"""What the last check of a timeline found, for as long as nothing has changed: told again without reading a file."""

from __future__ import annotations

import gc
import pickle
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from waqai.problems import Problem
from waqai.sealed import cache_folder, seal, unsealed
from waqai.snapshot import Watch


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    inputs: str | None
    """A digest of how everything looked that was checked; None if it was changed meanwhile."""
    problems: tuple[Problem, ...]
    records: int


def checked(folder: Path, theme: Path | None) -> Checked:
    """Check a timeline, or tell what was found when it was as it is now."""
    inputs, place = _inputs(folder, theme), _place(folder, theme)
    content = unsealed(place) if inputs else None
    kept: Checked | None = pickle.loads(content) if content else None  # noqa: S301 - sealed by ourselves
    if kept and kept.inputs == inputs:
        return kept
    problems, records = _check(folder, theme)
    found = Checked(inputs if _inputs(folder, theme) == inputs else None, problems, records)
    if found.inputs:
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
        seal(place, pickle.dumps(found))
    return found


def _check(folder: Path, theme: Path | None) -> tuple[tuple[Problem, ...], int]:
    gc.disable()  # loading makes nothing that could be collected, and looking for it takes a tenth of the time
    from waqai.content import Timeline, load
    from waqai.content.remembered import memory_of

    loaded = load(folder, theme=theme, memory=memory_of(folder))
    gc.enable()
    return (loaded.problems, len(loaded.library.records)) if isinstance(loaded, Timeline) else (loaded, 0)


def _inputs(folder: Path, theme: Path | None) -> str | None:
    try:
        return Watch(folder, theme, folder, ("check",)).inputs()
    except OSError:
        return None


def _place(folder: Path, theme: Path | None) -> Path:
    name = blake2b(repr((folder.absolute(), theme and theme.absolute())).encode(), digest_size=16).hexdigest()
    return cache_folder() / "checks" / name
