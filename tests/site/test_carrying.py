"""The same files work on a domain, in a folder of one, and from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.pages import LANGUAGES
from tests.site.windows import window

EVENT = "main a[href*='events/']:not([href*='index.html'])"


def walk(tab: Page, root: str, language: str) -> list[str]:
    """From the chooser to a language's home, on to an event and back home, by links alone; the addresses passed."""
    tab.goto(f"{root}index.html", wait_until="load")
    tab.set_default_timeout(5_000)
    passed = []
    for link in (f"a[href='{language}/index.html']", EVENT, "a[href='../index.html']"):
        tab.locator(link).first.click()
        tab.wait_for_load_state("load")
        passed.append(tab.url.removeprefix(root).partition("#")[0])
    return passed


@pytest.fixture(params=["at the root of a server", "in a folder of a server", "from a disk"])
def root(request: pytest.FixtureRequest, site: Path, address_at_root: str, address_in_folder: str) -> str:
    """Where the site stands."""
    roots = {
        "at the root of a server": address_at_root,
        "in a folder of a server": address_in_folder,
        "from a disk": f"{site.as_uri()}/",
    }
    return roots[request.param]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_walks_from_home_to_an_event_and_back(browser: Browser, root: str, language: str) -> None:
    """Links alone lead there and back, wherever the site stands."""
    with window(browser) as tab:
        home, event, back = walk(tab, root, language)
    assert home == back == f"{language}/index.html"
    assert event.startswith(f"{language}/events/")


def test_pages_find_their_style_sheets(browser: Browser, root: str) -> None:
    """A page looks the same wherever the site stands."""
    with window(browser) as tab:
        tab.goto(f"{root}ar/index.html", wait_until="load")
        assert tab.evaluate("() => getComputedStyle(document.body).margin") == "0px"
