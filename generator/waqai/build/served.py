"""A built site brought to the folder that a web server shows: every file verified, all of them at once.

Which files the server shows is decided by the manifest alone. A file that is there already stays the same file, so that
its time, and with it what servers tell caches, does not change.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from waqai.build import manifest
from waqai.build.manifest import Entry
from waqai.build.output import OutputError, publish, workplace
from waqai.problems import N_

NO_SITE = N_("“{folder}” has no manifest that can be read.")
ALTERED = N_("“{file}” is not as it was built. Nothing was published. Build the site again.")
NESTED = N_("“{target}” and “{site}” are one folder, or one lies in the other. Give a folder elsewhere.")
READABLE, OPEN = 0o444, 0o555
"""What the server's user needs of files and of folders, whatever the umask of who publishes."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What was brought."""

    files: int
    unchanged: int
    """Of these: that were there already."""


def bring(site: Path, target: Path) -> Brought:
    """Bring a site to a folder. Raises :class:`OutputError`, or OSError; then the folder stays as it was."""
    one, other = site.resolve(), target.resolve()
    if one.is_relative_to(other) or other.is_relative_to(one):
        raise OutputError(NESTED, site=site, target=target)
    entries = manifest.read(site)
    if entries is None:
        raise OutputError(NO_SITE, folder=site)
    with workplace(target) as place:
        unchanged = _gather(entries, site, target, place.building)
        manifest.write(place.building, entries)
        _let_read(place.building)
        os.sync()  # what the server is shown outlasts a power cut
        publish(place)
    return Brought(len(entries), unchanged)


def _gather(entries: Mapping[str, Entry], site: Path, target: Path, building: Path) -> int:
    """Every file, linked from where it is shown now or copied from the site; how many were linked."""
    shown, built = _plain_files(target), _plain_files(site)
    linked = 0
    for path, entry in entries.items():
        content = built[path].read_bytes() if path in built else None
        if content is None or Entry.of(content) != entry:
            raise OutputError(ALTERED, file=site / path)
        (building / path).parent.mkdir(parents=True, exist_ok=True)
        if path in shown and shown[path].read_bytes() == content:
            os.link(shown[path], building / path)
            linked += 1
        else:
            (building / path).write_bytes(content)
    return linked


def _plain_files(folder: Path) -> dict[str, Path]:
    """The files of a folder, by path; none where it is not there. Links are no files of ours."""
    found = manifest.members(folder) if folder.is_dir() else ()
    return {path: Path(entry) for path, entry in found if entry.is_file(follow_symlinks=False)}


def _let_read(folder: Path) -> None:
    folder.chmod(folder.stat().st_mode | OPEN)
    for _, entry in manifest.members(folder):
        mode = entry.stat(follow_symlinks=False).st_mode
        needed = mode | (OPEN if entry.is_dir(follow_symlinks=False) else READABLE)
        if needed != mode:
            Path(entry).chmod(needed)
