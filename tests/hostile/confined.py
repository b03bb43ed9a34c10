"""Commands of waqai in a process of their own that may use no more than a little time and memory.

`python -m tests.hostile.confined` answers one line of JSON (a command's arguments) with another one (:class:`Ended`).
The program is loaded once; each command runs in a copy of that process, so that a hundred cost little more than one.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 2
MOST_MEMORY = 256 * 1024 * 1024
HARD_MEMORY = 2 * MOST_MEMORY
"""Of addresses, so that a mistake of ours does not take the whole machine."""
PATIENCE = 60
"""Seconds after which a process counts as one that waits for ever."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    code: int
    """Its exit code; negative if a signal ended it."""
    seconds: float
    """Of the processor."""
    memory: int
    """The most that it held, in bytes; what was loaded before is counted."""
    said: str


class Confinement:
    """A process that runs commands within limits."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *arguments: str | Path) -> Ended:
        """How this command ended."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(list(map(str, arguments))) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))


@contextmanager
def confinement() -> Iterator[Confinement]:
    """A confinement that ends with the block."""
    environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "", "NO_COLOR": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", __name__],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Confinement(process)


def _answer() -> None:
    """Answer every line of standard input."""
    warm = ROOT / "tests" / "timelines" / "minimal"
    _ended(["check", str(warm)])
    _load(warm)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(asdict(_ended(json.loads(line)))) + "\n")
        sys.stdout.flush()


def _load(folder: Path) -> None:
    """Load what commands load, so that it is not counted each time."""
    from rich.console import Console  # noqa: F401, PLC0415

    import waqai.cli.checked  # noqa: F401, PLC0415
    from waqai.content import load  # noqa: PLC0415

    load(folder)


def _ended(arguments: Sequence[str]) -> Ended:
    with tempfile.TemporaryFile() as output:
        child = os.fork()
        if not child:
            _become(arguments, output.fileno())
        _, status, used = os.wait4(child, 0)
        output.seek(0)
        said = output.read().decode("utf-8", "backslashreplace")
    return Ended(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, said)


def _become(arguments: Sequence[str], output: int) -> None:
    """Be the command."""
    code = 70
    try:
        os.dup2(output, 1)
        os.dup2(output, 2)
        signal.alarm(PATIENCE)
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        resource.setrlimit(resource.RLIMIT_AS, (HARD_MEMORY * 4, HARD_MEMORY * 4))
        from waqai.cli import main  # noqa: PLC0415

        code = main(list(arguments), standalone_mode=False) or 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001
        import traceback  # noqa: PLC0415

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _answer()
