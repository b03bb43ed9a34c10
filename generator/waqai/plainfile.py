"""A file of somebody else's, read only if it is one, and only as far as it may go.

Between a look at a folder and the opening of a file in it, the file may have become a link or a pipe. So what is
opened is looked at once more, through what was opened: no link is followed, nothing is waited for, and no file fills
the memory.
"""

from __future__ import annotations

import os
import stat
from errno import EFBIG, ELOOP, ENXIO
from pathlib import Path


class NotPlainError(OSError):
    """It is a link, a folder, a device or a pipe."""

    def __init__(self, path: Path) -> None:
        super().__init__(ELOOP, "it is a link or a special file", str(path))


class TooLargeError(OSError):
    """It is larger than it may be; `size` is in bytes."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(EFBIG, f"it has {size} bytes", str(path))
        self.size = size


def read(path: Path, most: int) -> bytes:
    """The content of a plain file of at most so many bytes.

    Raises :class:`NotPlainError`, :class:`TooLargeError` and any other OSError.
    """
    with os.fdopen(_opened(path), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotPlainError(path)
        content = b"" if status.st_size > most else file.read(most + 1)
        size = max(status.st_size, len(content))
        if size > most:
            raise TooLargeError(path, size)
        return content


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno in {ELOOP, ENXIO}:  # a link; a socket
            raise NotPlainError(path) from None
        raise
