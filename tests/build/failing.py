"""A command whose nth operation on files fails, or is the last thing that it does.

Python tells of every file that is opened, made, renamed or removed before it does so (`sys.addaudithook`). What it does
not tell of, looking at files and writing into them, is replaced here; so is the exchange of folders, a call of Linux.
Operations on files outside of one folder count for nothing. The processes that a command makes count together.
"""

from __future__ import annotations

import errno
import io
import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any, NoReturn

from waqai.build import exchange, output


class Act(Enum):
    """What a command does with files."""

    LOOK = auto()
    """Ask for the status of a file."""
    READ = auto()
    """Open a file to read it, or list a folder."""
    GROW = auto()
    """Open a file to write it, write into it, make a folder or a link."""
    MOVE = auto()
    """Rename, exchange, remove, change what is known of a file."""


EVENTS = {
    "os.listdir": Act.READ,
    "os.scandir": Act.READ,
    "os.mkdir": Act.GROW,
    "os.link": Act.GROW,
    "os.symlink": Act.GROW,
    "os.rename": Act.MOVE,
    "os.remove": Act.MOVE,
    "os.rmdir": Act.MOVE,
    "os.truncate": Act.MOVE,
    "os.chmod": Act.MOVE,
    "os.utime": Act.MOVE,
}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
DONE_BY_THEIR_FOLDER = -1
"""What Python says instead of the descriptor of a folder where a path has none."""


@dataclass(frozen=True, slots=True)
class Failure:
    """How an operation fails."""

    name: str
    acts: frozenset[Act]
    """The operations that can fail so."""
    code: int = 0
    """The error that it gives; 0 where the process is killed."""
    lasts: bool = False
    """Whether all later operations of these kinds fail too."""


CHANGES = frozenset({Act.GROW, Act.MOVE})
KILLED = Failure("killed", CHANGES)
FAILURES = {
    each.name: each
    for each in (
        KILLED,
        Failure("disk full", frozenset({Act.GROW}), errno.ENOSPC, lasts=True),
        Failure("disk full for a moment", frozenset({Act.GROW}), errno.ENOSPC),
        Failure("disk fails", frozenset(Act), errno.EIO),
        Failure("permission denied", frozenset(Act), errno.EACCES),
        Failure("too many open files", frozenset({Act.READ, Act.GROW}), errno.EMFILE, lasts=True),
        Failure("too many open files for a moment", frozenset({Act.READ, Act.GROW}), errno.EMFILE),
    )
}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    """0 to 255, or the negative number of the signal that killed it."""
    said: str
    """On both outputs."""
    operations: int
    """That could have failed so, up to the one that did."""
    failed: str
    """The operation that failed, as text; empty if there were fewer."""


class Injector:
    """Counts the operations of a command and its processes, and lets one fail."""

    def __init__(self, folder: Path, failure: Failure, at: int) -> None:
        self._folder = f"{folder}{os.sep}"
        self._failure = failure
        self._at = at
        self._count: Synchronized[int] = multiprocessing.get_context("fork").Value("l", 0)
        self._log = -1

    def install(self, log: int) -> None:
        """Begin to count. `log` is the descriptor that is told of the operation that fails."""
        self._log = log
        self._replace_looks()
        self._replace_writes()
        self._replace_exchange()
        sys.addaudithook(self._hear)

    @property
    def count(self) -> int:
        """Operations until now."""
        return self._count.value

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            self.step(Act.GROW if arguments[2] & WRITING else Act.READ, event, arguments[0])
        elif event in EVENTS:
            folder = arguments[-1] if event in {"os.remove", "os.rmdir"} else DONE_BY_THEIR_FOLDER
            self.step(EVENTS[event], event, arguments[0], is_ours=folder != DONE_BY_THEIR_FOLDER)

    def _replace_looks(self) -> None:
        for name in ("stat", "lstat"):
            look = getattr(os, name)

            def looked(path: Any, *args: Any, look: Callable[..., Any] = look, **kwargs: Any) -> Any:
                self.step(Act.LOOK, "look", path)
                return look(path, *args, **kwargs)

            setattr(os, name, looked)

    def _replace_exchange(self) -> None:
        really = exchange.exchanged

        def exchanged(one: Path, other: Path) -> bool:
            self.step(Act.MOVE, "exchange", other)
            return really(one, other)

        vars(output)["exchanged"] = exchanged

    def _replace_writes(self) -> None:
        injector, plain = self, io.open

        class Raw(io.FileIO):
            """A file that has only half of what is written into it when that fails."""

            def write(self, content: Any, /) -> int:
                if injector.strikes(Act.GROW, self.name):
                    super().write(memoryview(content).cast("B")[: memoryview(content).nbytes // 2])
                    injector.fail(f"write {self.name}")
                return super().write(content)

        def opened(file: Any, mode: str = "r", buffering: int = -1, *args: Any, **kwargs: Any) -> Any:
            if not set("wax") & set(mode) or not injector.is_inside(file):
                return plain(file, mode, buffering, *args, **kwargs)
            binary = io.BufferedWriter(Raw(os.fspath(file), mode.replace("b", "").replace("t", "")))
            return binary if "b" in mode else io.TextIOWrapper(binary, *args, **kwargs)

        vars(io)["open"] = opened

    def is_inside(self, path: Any) -> bool:
        """Whether a path lies in the folder."""
        if not isinstance(path, (str, bytes, os.PathLike)):
            return False
        return os.path.abspath(os.fsdecode(path)).startswith(self._folder)  # noqa: PTH100 - Path asks for the status

    def step(self, act: Act, what: str, path: Any, *, is_ours: bool = False) -> None:
        """An operation begins; it fails if it is its turn."""
        if self.strikes(act, path, is_ours=is_ours):
            self.fail(f"{what} {os.fsdecode(path)}")

    def strikes(self, act: Act, path: Any, *, is_ours: bool = False) -> bool:
        """Whether an operation that begins is to fail."""
        if act not in self._failure.acts or not (is_ours or self.is_inside(path)):
            return False
        with self._count.get_lock():
            self._count.value += 1
            number = self._count.value
        return number == self._at or (self._failure.lasts and 0 < self._at < number)

    def fail(self, what: str) -> None:
        """Let an operation fail, and say in the log which it was."""
        os.write(self._log, f"{what}\n".encode())
        if not self._failure.code:
            os.killpg(0, signal.SIGKILL)
        raise OSError(self._failure.code, os.strerror(self._failure.code), what.partition(" ")[2])


def run(command: Callable[[], object], folder: Path, failure: Failure = KILLED, at: int = 0) -> Ended:
    """Run a command in a process of its own; the operation with this number in `folder` fails, none if it is 0."""
    injector = Injector(folder, failure, at)
    (said, says), (failed, fails) = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        _run(command, injector, says, fails)
    os.close(says)
    os.close(fails)
    with os.fdopen(said, "rb") as out, os.fdopen(failed, "rb") as log:
        text, operations = out.read().decode(), log.read().decode()
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), text, injector.count, operations.partition("\n")[0])


def _run(command: Callable[[], object], injector: Injector, says: int, log: int) -> NoReturn:
    code: Any = 1
    try:
        os.dup2(says, 1)
        os.dup2(says, 2)
        sys.stdout, sys.stderr = (open(number, "w", closefd=False, buffering=1) for number in (1, 2))  # noqa: SIM115
        injector.install(log)
        command()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(bool(end.code))
    except BaseException:  # noqa: BLE001 - as Python itself would end a program
        traceback.print_exc()
    sys.stdout.flush()
    os._exit(code)
