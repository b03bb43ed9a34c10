"""A build on a disk that becomes full: readers see the old site or the new one, and with room the next build succeeds.

`python -m tests.build.full_disk 40` mounts a small disk in memory, in a namespace of its own, leaves a build one part
of forty of the room that it needs, then two, and so on, and looks at the site after each.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.build.failing import run
from tests.build.faults import Stage, small_timeline

AMPLE = 256 << 20
"""Bytes of a disk that does not become full."""
BLOCK = 4096
"""Bytes in which such a disk is given out."""
MOUNTED = "WAQAI_TESTS_MAY_MOUNT"


def _resize(disk: Path, size: int, *, first: bool = False) -> None:
    """Let the disk have so many bytes in all."""
    option = f"size={max(size, BLOCK)}" if first else f"remount,size={max(size, BLOCK)}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", option, "none", disk], check=True)  # noqa: S607 - as they are installed


def _used(disk: Path) -> int:
    status = os.statvfs(disk)
    return (status.f_blocks - status.f_bfree) * status.f_frsize


def _needed(stage: Stage, disk: Path) -> int:
    """Bytes of a second site beside the first."""
    before = _used(disk)
    copy = shutil.copytree(stage.output, disk / "copy")
    needed = _used(disk) - before
    shutil.rmtree(copy)
    return needed


def attempts(disk: Path, parts: int) -> Iterable[tuple[int, int, list[str]]]:
    """By the parts of the needed room that there were: how the build ended, and what was not as it should be."""
    stage = small_timeline(disk)
    needed = _needed(stage, disk)
    for part in range(parts + 1):
        old, new = stage.expected[stage.version], stage.expected[1 - stage.version]
        stage.edit(1 - stage.version)
        _resize(disk, _used(disk) + needed * part // parts)
        ended = run(stage.command, stage.folder)
        found = list(stage.faults_of(ended, old, new))
        _resize(disk, AMPLE)
        yield part, ended.code, [*found, *stage.faults_of_the_next(new)]
        stage.version = 1 - stage.version


def main() -> int:
    """The command; it calls itself once more where it may mount."""
    parser = argparse.ArgumentParser(description="Build on disks that become full.")
    parser.add_argument("parts", type=int, nargs="?", default=40, help="how many sizes of the disk")
    parts = parser.parse_args().parts
    if MOUNTED not in os.environ:
        apart = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-m", "tests.build.full_disk"]
        return subprocess.run([*apart, str(parts)], env={**os.environ, MOUNTED: "yes"}, check=False).returncode
    failed, wrong = 0, 0
    with TemporaryDirectory() as folder:
        disk = Path(folder).resolve()
        _resize(disk, AMPLE, first=True)
        for part, code, found in attempts(disk, parts):
            failed, wrong = failed + bool(code), wrong + bool(found)
            print("".join(f"{part} of {parts}: {each}\n" for each in found), end="", flush=True)  # noqa: T201 - a command
        subprocess.run(["umount", disk], check=True)  # noqa: S607 - as it is installed
    print(f"{parts + 1} sizes; on {failed} the disk became full; {wrong} went wrong")  # noqa: T201 - a command speaks
    return int(bool(wrong) or not 0 < failed <= parts)


if __name__ == "__main__":
    sys.exit(main())
