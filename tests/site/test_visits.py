"""What happens in a browser on every single page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.pages import LANGUAGES, every_page
from tests.site.windows import Visit, visits_to

WIDTHS = (360, 320)
ROOT = "outside the languages"
# All tests of one part run in the process that made its visits, which take the most time of all.
PARTS = [pytest.param(part, marks=pytest.mark.xdist_group(part)) for part in (*LANGUAGES, ROOT)]


@pytest.fixture(scope="module", params=PARTS)
def visits(request: pytest.FixtureRequest, browser: Browser, site: Path, address: str) -> list[Visit]:
    """One visit to each page of a language, or of none; of the embeds of records, to one of each kind."""
    pages = [page for page in every_page(site) if _part(page) == request.param]
    pages = list({_kind(page): page for page in pages}.values())
    return visits_to(browser, address, pages, WIDTHS)


def _kind(page: str) -> str:
    """Of embeds, which have one template for many records, the folder; other pages are a kind of their own."""
    return page.rpartition("/")[0] if page.count("/") > 2 and page.split("/")[1] == "embed" else page


def _part(page: str) -> str:
    first = page.split("/", maxsplit=1)[0]
    return first if first in LANGUAGES else ROOT


def test_a_page_asks_only_its_own_host(visits: list[Visit], address: str) -> None:
    """The browser's log has no request to a third party."""
    strangers = [(seen.page, url) for seen in visits for url in seen.requests if not url.startswith((address, "data:"))]
    assert [] == strangers


def test_the_console_stays_empty(visits: list[Visit]) -> None:
    """No error, no warning, no file that is missing."""
    assert [] == [(seen.page, message) for seen in visits for message in seen.messages]


def test_nothing_scrolls_sideways_on_a_phone(visits: list[Visit]) -> None:
    """At 360 and 320 pixels every page fits its window."""
    wider = [(seen.page, width, by) for seen in visits for width, by in seen.overflow.items() if by > 0]
    assert [] == wider


def test_every_text_says_its_language_and_direction(visits: list[Visit]) -> None:
    """Arabic within English, and the other way round, is marked with `lang` and stands in its own direction."""
    assert [] == [(seen.page, text) for seen in visits for text in seen.foreign_text]


def test_the_fonts_of_a_page_are_small(visits: list[Visit], site: Path, address: str) -> None:
    """Every page has some, and none takes more than 110 KB of them; what stands in frames of other sites has none."""
    weights = {
        seen.page: sum((site / font.removeprefix(address)).stat().st_size for font in set(seen.fonts))
        for seen in visits
    }
    assert {} == {page: kb for page, kb in weights.items() if not 0 < kb <= 110_000 and "/embed/" not in page}


def test_a_page_has_one_first_level_heading(visits: list[Visit]) -> None:
    """Exactly one `<h1>`."""
    assert [] == [(seen.page, seen.headings) for seen in visits if seen.headings != 1]
