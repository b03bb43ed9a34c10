"""Builds on small disks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.running import ROOT


@pytest.mark.mount
def test_on_a_disk_that_becomes_full_readers_see_the_old_site_or_the_new_one() -> None:
    """And with room again the next build succeeds; `python -m tests.build.full_disk 200` tries more sizes."""
    command = [sys.executable, "-m", "tests.build.full_disk", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr), done.stdout
