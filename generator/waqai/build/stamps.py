"""Whether a file is still the one that was seen, without reading it: by time, size and inode.

A stamp counts only if it was written down later than within a tick of the file's last change (see `waqai.snapshot`);
until then the content has to be compared.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NamedTuple

from waqai.snapshot import is_settled


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
