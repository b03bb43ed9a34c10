"""What is exported for TimelineJS, shown by TimelineJS itself; and its own samples, there and back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import npm
from tests.cli.running import ROOT, waqai
from tests.exchange.test_timelinejs import back, rows_in, sheet_back
from tests.site import chromium
from tests.site.serving import serving

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules/@knight-lab/timelinejs"
PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><link rel="stylesheet" href="dist/css/timeline.css">
<script src="dist/js/timeline.js"></script><div id="timeline" style="width: 100%; height: 600px"></div>
<script>
const scripts = new URL("dist/js/", location).href;
globalThis.shown = new TL.Timeline("timeline", "{data}", {{language: "{lang}", script_path: scripts}});
</script>"""
EVENTS = 11
pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def package() -> Path:
    """TimelineJS, in the version of the lock file."""
    npm.install(HERE)
    return PACKAGE


@pytest.fixture(scope="module")
def address(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with pages that show the repository's timeline, as JSON and as a sheet, in each language."""
    folder = tmp_path_factory.mktemp("shown")
    shutil.copytree(package / "dist", folder / "dist")
    for lang in ("ar", "en"):
        for ending in ("json", "csv"):
            data = f"{lang}.{ending}"
            run = waqai("export", "timelinejs", ROOT, "--lang", lang, "--output", folder / data)
            assert 0 == run.returncode, run.stderr
            (folder / f"{data}.html").write_text(PAGE.format(lang=lang, data=data), "utf-8")
    with serving(folder) as root:
        yield root


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the pages."""
    with sync_playwright() as playwright:
        command = chromium.find(playwright)
        assert command, chromium.ADVICE
        opened = playwright.chromium.launch(executable_path=command, args=list(chromium.FLAGS))
        yield opened
        opened.close()


def shown(browser: Browser, address: str, data: str) -> Page:
    """A page on which TimelineJS has drawn all that it was given; nothing is asked of other hosts."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(address) else route.abort())
    page.goto(f"{address}{data}.html")
    page.wait_for_function("document.querySelectorAll('.tl-timemarker').length > 0")
    return page


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("ending", ["json", "csv"])
def test_timelinejs_draws_every_event(browser: Browser, address: str, lang: str, ending: str) -> None:
    """A marker and a slide each, and the slide of the title; no message of a fault."""
    page = shown(browser, address, f"{lang}.{ending}")
    markers, slides = (page.locator(name).count() for name in (".tl-timemarker", ".tl-slide"))
    faults = page.evaluate("shown.config.getErrors()")
    page.close()
    assert (EVENTS, EVENTS + 1, []) == (markers, slides, faults)


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_timelinejs_shows_our_words_for_the_dates(browser: Browser, address: str, lang: str) -> None:
    """Not its own, which know no “about” and no “on or before”."""
    page = shown(browser, address, f"{lang}.json")
    dates = page.locator(".tl-slide .tl-headline-date").all_text_contents()
    page.close()
    expected = {"ar": "في 11 شباط 2021 أو قبله", "en": "on or before 11 February 2021"}
    assert expected[lang] in [date.strip() for date in dates]


@pytest.mark.parametrize("name", ["all-media-types", "cosmo-mixed", "cosmo", "eras"])
def test_a_sample_of_timelinejs_comes_back_as_it_was(package: Path, name: str) -> None:
    """With its media, backgrounds, eras, and years before ours begin."""
    content = (package / f"src/template/{name}.json").read_bytes()
    assert json.loads(content) == back(content, f"{name}.json")


def test_a_sheet_of_timelinejs_comes_back_as_it_was(package: Path) -> None:
    """Cell for cell."""
    content = (package / "src/js/core/__tests__/women_in_computing.csv").read_bytes()
    assert [row for row in rows_in(content) if row] == sheet_back(content)
