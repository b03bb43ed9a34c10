"""Operations on files that fail, and files that change, while a site is published: the old site or the new one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.running import ROOT


@pytest.mark.parametrize(("stage", "sample"), [("few_files", 0), ("brought", 4), ("small_timeline", 1)])
def test_whatever_fails_readers_see_the_old_site_or_the_new_one(stage: str, sample: int) -> None:
    """All operations of a tiny site, some of a whole build; `python -m tests.build.faults` takes all of both."""
    command = [sys.executable, "-m", "tests.build.faults", "--stage", stage, "--sample", str(sample)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr), done.stdout
