"""`waqai serve` in a real browser: a change is shown at once, a fault is shown over the last good page."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.building import REPOSITORY

pytestmark = pytest.mark.xdist_group("serving")
EVENT = "content/events/first-talks.yaml"


@dataclass(frozen=True)
class Served:
    """A timeline that is being served."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    def edit(self, old: str, new: str) -> None:
        """Change the event's file."""
        path = self.folder / EVENT
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A copy of the smallest timeline, served at a free port."""
    folder = tmp_path / "timeline"
    shutil.copytree(REPOSITORY / "tests/timelines/minimal", folder)
    command = [sys.executable, "-u", "-m", "waqai", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = next(found[0] for line in process.stdout if (found := re.search(r"http://[0-9.:]+/", line)))
        yield Served(folder, address, process)
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:  # whoever runs the tests in the background passes on that Ctrl+C is ignored
            process.kill()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The page of the event, open in a window."""
    context = browser.new_context()
    window = context.new_page()
    window.goto(f"{served.address}en/events/first-talks.html")
    yield window
    context.close()


def title_of(served: Served) -> str:
    """The title in the file."""
    found = re.search(r"^title: (.*)$", (served.folder / EVENT).read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


def test_a_change_is_shown_without_asking(served: Served, page: Page) -> None:
    """Save, and the page reloads."""
    expect(page.locator("h1")).to_have_text(title_of(served))
    served.edit(title_of(served), "Another title")
    expect(page.locator("h1")).to_have_text("Another title")


def test_a_fault_is_shown_over_the_last_good_page_until_it_is_cured(served: Served, page: Page) -> None:
    """With its place and its cure; the page stays, and comes back clean."""
    before = title_of(served)
    served.edit("type:", "typ:")
    expect(page.locator(".waqai-faults")).to_contain_text("first-talks.yaml")
    expect(page.locator(".waqai-faults")).to_contain_text("type")
    expect(page.locator("h1")).to_have_text(before)
    served.edit("typ:", "type:")
    expect(page.locator(".waqai-faults")).to_have_count(0)


def test_an_unknown_address_shows_the_page_for_it(served: Served, browser: Browser) -> None:
    """As a host would."""
    window = browser.new_context().new_page()
    answer = window.goto(f"{served.address}en/nowhere.html")
    assert answer
    assert answer.status == 404
    window.context.close()


def test_nothing_of_the_server_is_in_the_published_files(served: Served) -> None:
    """The script that reloads is added while a page is sent."""
    pages = [path.read_text("utf-8") for path in (served.folder / ".preview").rglob("*.html")]
    assert [page for page in pages if ".waqai/" in page] == []
