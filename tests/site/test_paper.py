"""Pages on paper, and the whole record as a briefing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.markup import elements
from tests.site.pages import KINDS, LANGUAGES, sample
from tests.site.paper import Paper, printed
from tests.site.windows import window

A4 = {(210, 297)}
ORDER = {
    "ar": ("مصدر كردي سوري مطلع", "باسنيوز", "تلفزيون سوريا"),
    "en": ("Informed Syrian Kurdish source", "BasNews", "Syria TV"),
}
"""The stations of the report of the second day, as the data names them."""


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language."""
    return str(request.param)


@pytest.fixture(scope="module")
def briefing(browser: Browser, address: str, language: str) -> Paper:
    """The briefing, printed."""
    with window(browser, scheme="dark") as tab:
        return printed(tab, f"{address}{language}/briefing.html")


def test_a_briefing_is_printed_on_a4(briefing: Paper) -> None:
    """Every sheet."""
    assert briefing.sizes == A4


def test_a_briefing_numbers_its_sheets(briefing: Paper, language: str) -> None:
    """“3 / 13”, on each, in the direction of the page."""
    count = len(briefing.sheets)
    forms = "{count} / {number}" if language == "ar" else "{number} / {count}"
    expected = [forms.format(number=number, count=count) for number in range(1, count + 1)]
    assert expected == [sheet[: len(number)] for sheet, number in zip(briefing.sheets, expected, strict=True)]


def test_a_briefing_of_eleven_events_fits_a_folder(briefing: Paper) -> None:
    """Between 8 and 16 sheets."""
    assert 8 <= len(briefing.sheets) <= 16


def test_a_briefing_gives_the_address_of_every_source(briefing: Paper, site: Path, language: str) -> None:
    """In full, so that it can be typed; once for each source that is cited."""
    links = [e.attributes for e in elements(site / language / "briefing.html") if e.name == "a"]
    addresses = {link["href"] for link in links if link.get("class") == "address"}
    text = re.sub(r"\s", "", briefing.text)
    assert addresses
    assert [] == [address for address in addresses if address not in text]


def test_a_briefing_tells_a_chain_of_report_in_order(briefing: Paper, language: str) -> None:
    """The text of the PDF can be searched, in the order in which it is read."""
    assert re.search(".{0,120}".join(ORDER[language]), briefing.text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_printed_light_and_without_navigation(
    browser: Browser, site: Path, address: str, kind: str, language: str
) -> None:
    """However dark the screen is, and however the panel was left."""
    with window(browser, scheme="dark") as tab:
        tab.emulate_media(media="print", color_scheme="dark")
        tab.goto(address + sample(site, kind, language), wait_until="load")
        shown = [way.inner_text() for way in tab.locator("nav a, button").all() if way.is_visible()]
        colour = tab.locator("body").evaluate("body => getComputedStyle(body).color")
        assert (shown, colour) == ([], "rgb(0, 0, 0)")


def test_a_printed_event_gives_the_addresses_of_its_sources(browser: Browser, address: str, language: str) -> None:
    """Behind the words that are a link on the screen."""
    with window(browser) as tab:
        paper = printed(tab, f"{address}{language}/events/2021-02-12-no-understandings.html")
    assert (paper.sizes, "https://www.basnews.com/ar/babat/668798" in paper.text) == (A4, True)
