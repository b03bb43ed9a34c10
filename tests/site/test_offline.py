"""Reading without a connection: pages that the browser keeps, and the zip that is passed on by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from tests.site.serving import serving
from tests.site.windows import window

VISITED, UNVISITED = "en/events/2021-03-01-gate-closed.html", "ar/topics/gate.html"
READY = "() => navigator.serviceWorker.ready.then(() => true)"
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
FONTS = """async () => { await document.fonts.ready;
  return [...document.fonts].map((font) => `${font.family.replaceAll('"', "")} ${font.status}`); }"""
GONE = """async () => (await navigator.serviceWorker.getRegistrations()).length === 0
  && (await caches.keys()).length === 0"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A window whose browser may keep pages."""
    context = browser.new_context(service_workers="allow")
    yield context.new_page()
    context.close()


def begin(tab: Page, root: str) -> None:
    """Open the home page, and wait until the browser keeps pages."""
    tab.goto(f"{root}en/index.html")
    tab.evaluate(READY)
    tab.wait_for_function(CONTROLLED)


def test_pages_can_be_read_when_the_connection_is_gone(tab: Page, synthetic_site: Path) -> None:
    """Those that were visited, the two that are always kept, and instead of the others a page that says so."""
    with serving(synthetic_site, keeps_alive=False) as root:
        begin(tab, root)
        tab.goto(root + VISITED)
    titles = {}
    for page in (VISITED, "ar/state.html", UNVISITED):
        tab.goto(root + page)
        titles[page] = tab.locator("h1").inner_text()
    assert titles == {
        VISITED: "The gate is closed (synthetic data)",
        "ar/state.html": "حال الملفات",
        UNVISITED: "لا اتصال بالشبكة",
    }
    assert tab.evaluate("() => getComputedStyle(document.body).margin") == "0px"


def test_a_worker_that_the_owner_no_longer_wants_removes_itself(
    tab: Page, synthetic_site: Path, tmp_path: Path
) -> None:
    """And everything that it kept, once the reader comes back."""
    copytree(synthetic_site, tmp_path / "site")
    with serving(tmp_path / "site", keeps_alive=False) as root:
        begin(tab, root)
        (tmp_path / "site/worker.js").unlink()
        tab.goto(root + VISITED)
        tab.wait_for_function(GONE)


def test_an_unpacked_zip_works_from_a_disk(browser: Browser, synthetic_site: Path, tmp_path: Path) -> None:
    """Links lead on, pages have their style, and nothing is missing."""
    with ZipFile(synthetic_site / "bilingual.zip") as packed:
        packed.extractall(tmp_path)
    with window(browser) as tab:
        failures: list[str] = []
        tab.on("requestfailed", lambda request: failures.append(request.url))
        tab.goto((tmp_path / "bilingual" / "index.html").as_uri())
        tab.locator("a[href='ar/index.html']").first.click()
        tab.locator("main a[href*='events/2021-03-01']").first.click()
        tab.wait_for_load_state("load")
        assert tab.locator("h1").inner_text() == "إغلاق البوابة (بيانات مصطنعة)"
        assert tab.evaluate("() => getComputedStyle(document.body).margin") == "0px"
        fonts = tab.evaluate(FONTS)
    # From a disk, browsers refuse to fetch a font ahead of the style sheet; it comes with that.
    assert ([], True) == ([url for url in failures if not url.endswith(".woff2")], "Waqai Text loaded" in fonts)
