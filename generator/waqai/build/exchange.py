"""Two folders exchanged at once, so that there is no moment without either."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
UNKNOWN = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})
"""What a system or a file system answers that cannot do it."""


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders by renameat2(2) of Linux; false where the system or the file system does not have it."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    result = libc.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in UNKNOWN:
        return False
    raise OSError(code, os.strerror(code), str(other))
