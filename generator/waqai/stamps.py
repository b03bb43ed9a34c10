"""Whether a file is still the one that was seen, without reading it: by time, size and inode.

A file can change within one tick of the clock that stamps it, and then looks the same (Git's “racy” files). So a stamp
counts only if it was written down later than within a tick of the file's last change; until then the content has to be
compared.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

SECOND = 1_000_000_000
TICK, COARSE_TICK = SECOND // 50, 2 * SECOND
"""The longest time, in nanoseconds, for which clocks of file systems stand still; of those that count whole seconds."""


def is_settled(changed: int, now: int) -> bool:
    """Whether what was changed at one time (in nanoseconds) and changes again from now on will have another time."""
    return now - changed > (TICK if changed % SECOND else COARSE_TICK)


class Stamp(NamedTuple):
    """What tells a file from what it was."""

    changed: int
    """When its content was last changed, in nanoseconds since 1970."""
    size: int
    """In bytes."""
    inode: int

    def is_settled(self, written_down: int) -> bool:
        """Whether this stamp, written down at a time, cannot also be that of a later content."""
        return is_settled(self.changed, written_down)


def stamp_of(path: str | Path) -> Stamp | None:
    """The stamp of a plain file; None for anything else, also for a link to one."""
    try:
        found = os.stat(path, follow_symlinks=False)  # noqa: PTH116 - a Path costs more than the call itself
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None
