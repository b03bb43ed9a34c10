"""The same timeline built under other circumstances, which must change no byte.

`python -m tests.build.rebuilds 60` builds the timeline of this repository sixty times; clocks of other years need
`faketime`.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.running import ROOT, bytes_of

WITHOUT_FAKETIME = "Clocks of other years need faketime. Debian: apt-get install faketime"
SHUFFLED = Path(__file__).parent / "shuffled"
ZONES = ("UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati", "Asia/Damascus", "America/St_Johns")
LOCALES = ("C", "C.UTF-8", "ar_SY.UTF-8", "tr_TR.UTF-8", "POSIX")
UMASKS = (0o022, 0o002, 0o077, 0o027)
CLOCKS = ("", "1999-12-31 23:59:58", "2038-01-19 03:14:06", "2100-02-28 23:59:59")
"""The first is that of the machine."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Whatever must not decide on a site."""

    order: int
    """Of the members of every folder: the seed of its chance."""
    zone: str
    locale: str
    hashes: int
    """Python's hash seed."""
    umask: int
    jobs: int
    is_elsewhere: bool
    """Whether the command runs in another folder than that of the timeline."""
    clock: str = ""

    @staticmethod
    def of(number: int) -> Circumstances:
        """Those of one rebuild; the same number gives the same ones, and every few numbers a clock comes again."""
        chance = random.Random(number)  # noqa: S311 - no secret
        return Circumstances(
            order=number,
            zone=chance.choice(ZONES),
            locale=chance.choice(LOCALES),
            hashes=chance.randrange(2**32),
            umask=chance.choice(UMASKS),
            jobs=1 + number % 3,
            is_elsewhere=bool(number % 2),
            clock=CLOCKS[number % len(CLOCKS)],
        )


def rebuild(timeline: Path, folder: Path, circumstances: Circumstances) -> str:
    """A digest of all names and bytes of the site that a timeline becomes in a new folder."""
    output = folder / "site"
    where = folder if circumstances.is_elsewhere else timeline
    order = ["build", os.path.relpath(timeline, where), "--output", str(output), "--jobs", str(circumstances.jobs)]
    environment = {
        "WAQAI_TEST_ORDER": str(circumstances.order),
        "PYTHONPATH": str(SHUFFLED),
        "PYTHONHASHSEED": str(circumstances.hashes),
        "TZ": circumstances.zone,
        "LC_ALL": circumstances.locale,
        "XDG_CACHE_HOME": str(folder / "cache"),
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # processes wait for each other by that clock
    }
    subprocess.run(
        [*_with_clock(circumstances.clock), sys.executable, "-m", "waqai", *order],
        cwd=where,
        env={**os.environ, **environment},
        umask=circumstances.umask,
        check=True,
        capture_output=True,
    )
    return sha256(repr(sorted(bytes_of(output).items())).encode()).hexdigest()


def _with_clock(clock: str) -> list[str]:
    if not clock:
        return []
    faketime = shutil.which("faketime")
    assert faketime, WITHOUT_FAKETIME
    return [faketime, clock]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Build one timeline under many circumstances.")
    parser.add_argument("count", type=int)
    digests: Counter[str] = Counter()
    order = parser.parse_args()
    for number in range(order.count):
        with TemporaryDirectory() as folder:
            digest = rebuild(ROOT, Path(folder).resolve(), Circumstances.of(number))
        digests[digest] += 1
        print(digest, Circumstances.of(number), flush=True)  # noqa: T201 - a command speaks
    print(f"{order.count} rebuilds; different sites: {len(digests)}")  # noqa: T201 - same
    parser.exit(len(digests) != 1)


if __name__ == "__main__":
    main()
