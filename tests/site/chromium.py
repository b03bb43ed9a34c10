"""The Chromium that the tests drive; `python -m tests.site.chromium` sees to it that there is one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ADVICE = """The tests of the pages need Chromium, and none was found.
Debian: apt-get install chromium    Fedora: dnf install chromium    macOS: brew install --cask chromium
Or leave these tests out: make test-without-browser"""


def find(playwright: Playwright) -> Path | None:
    """The first Chromium that starts: one of the system's, or Playwright's own."""
    candidates = [*filter(None, map(shutil.which, COMMANDS)), playwright.chromium.executable_path]
    return next((Path(candidate) for candidate in candidates if _starts(candidate)), None)


def _starts(command: str) -> bool:
    """Whether the program runs: some systems leave a `chromium-browser` behind that only says what to install."""
    try:
        return subprocess.run([command, "--version"], capture_output=True, check=False, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _is_there() -> bool:
    with sync_playwright() as playwright:
        return find(playwright) is not None


def main() -> int:
    """Find Chromium, or fetch Playwright's own, or say what to do; 0 when there is one."""
    if _is_there():
        return 0
    sys.stderr.write("No Chromium found; trying Playwright's own ...\n")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, check=False)
    if _is_there():
        return 0
    sys.stderr.write(f"{ADVICE}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
