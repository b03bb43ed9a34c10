"""Pages for old phones and weak lines: budgets in compressed bytes."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Route

from tests.site.pages import LANGUAGES, every_page, sample
from tests.site.weight import compressed, script_weight, style_weight
from tests.site.windows import script, window

KB = 1000


def test_a_typical_page_is_light(site: Path) -> None:
    """Half of the pages have at most 15 KB of HTML."""
    assert median(compressed(site / page) for page in every_page(site)) <= 15 * KB


def test_the_heaviest_page_is_bounded(site: Path) -> None:
    """No page has more than 60 KB of HTML."""
    assert [] == [page for page in every_page(site) if compressed(site / page) > 60 * KB]


def test_the_style_sheets_of_a_page_are_small(site: Path) -> None:
    """No page has more than 12 KB of style sheets."""
    assert [] == [page for page in every_page(site) if style_weight(site, page) > 12 * KB]


def test_the_scripts_of_a_page_are_small(site: Path) -> None:
    """No page has more than 15 KB of scripts."""
    assert [] == [page for page in every_page(site) if script_weight(site, page) > 15 * KB]


# What a browser takes


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "one of events", "state"])
def test_a_page_does_not_jump_when_its_fonts_arrive(
    browser: Browser, site: Path, address: str, *, kind: str, language: str, width: int
) -> None:
    """With fonts that come late, the layout shift is at most 0.02."""
    with window(browser, width=width) as tab:
        tab.route("**/*.woff2", late)
        tab.goto(address + sample(site, kind, language), wait_until="load")
        assert tab.evaluate(script("shifts")) <= 0.02


def late(route: Route) -> None:
    """Let a request wait as on a weak line, until the page has long been drawn."""
    time.sleep(0.4)
    route.continue_()
