"""Packages of npm that tests are held against, in the versions of a lock file."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
from pathlib import Path

WITHOUT_NODE = """These tests need Node.js 18.20 or newer with npm, and there is none here.
Debian: apt-get install nodejs npm    Fedora: dnf install nodejs    macOS: brew install node"""


def install(folder: Path) -> None:
    """Fetch what the lock file in a folder names, unless it is there; once for all processes."""
    with (folder / "package.json").open() as only_one:
        fcntl.flock(only_one, fcntl.LOCK_EX)
        kept, lock = folder / "node_modules/.package-lock.json", folder / "package-lock.json"
        if kept.exists() and kept.stat().st_mtime >= lock.stat().st_mtime:
            return
        npm = shutil.which("npm")
        assert npm, WITHOUT_NODE
        subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"], cwd=folder, check=True)
