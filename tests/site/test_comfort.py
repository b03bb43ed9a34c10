"""Pages as a reader wants them: a low header, the text size and colours of their choice, everything by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.pages import LANGUAGES, sample
from tests.site.windows import window

KINDS = ("home", "one of events", "state", "all events")
every_language = pytest.mark.parametrize("language", LANGUAGES)
every_kind = pytest.mark.parametrize("kind", KINDS)
with_and_without_script = pytest.mark.parametrize("scripts", [True, False])


@contextmanager
def opened(browser: Browser, address: str, *, width: int = 360, scripts: bool = True) -> Iterator[Page]:
    """A page in a narrow window of its own."""
    with window(browser, width=width, scripts=scripts) as tab:
        tab.goto(address, wait_until="load")
        yield tab


def height(tab: Page, selector: str) -> float:
    """How high the first such element is, in CSS pixels."""
    box = tab.locator(selector).first.bounding_box()
    assert box
    return box["height"]


@every_language
@every_kind
def test_the_header_leaves_a_phone_to_the_page(
    browser: Browser, site: Path, address: str, kind: str, language: str
) -> None:
    """At 360 px it is at most 112 px high."""
    with opened(browser, address + sample(site, kind, language)) as tab:
        assert height(tab, ".page > header") <= 112


@every_language
@with_and_without_script
def test_every_part_of_the_site_is_in_reach_on_a_phone(
    browser: Browser, site: Path, address: str, language: str, *, scripts: bool
) -> None:
    """“More” shows what the row has no room for, by keyboard, without script."""
    with opened(browser, address + sample(site, "one of events", language), scripts=scripts) as tab:
        tab.locator(".site-nav > .opener").press("Enter")
        assert all(link.is_visible() for link in tab.locator(".site-nav a").all())


@every_language
def test_a_wide_screen_shows_every_part_of_the_site_at_once(
    browser: Browser, site: Path, address: str, language: str
) -> None:
    """In one row, with no button."""
    with opened(browser, address + sample(site, "one of events", language), width=1280) as tab:
        tops = tab.locator(".site-nav a").evaluate_all("links => links.map(link => link.getBoundingClientRect().top)")
        assert (len(set(tops)), tab.locator(".site-nav > .opener").is_visible()) == (1, False)


@with_and_without_script
@pytest.mark.parametrize(("size", "expected"), [("small", "14.4px"), ("normal", "16px"), ("large", "19.52px")])
def test_the_text_has_the_size_that_was_chosen(
    browser: Browser, site: Path, address: str, size: str, expected: str, *, scripts: bool
) -> None:
    """Each of three steps, with script and without."""
    with opened(browser, address + sample(site, "one of events", "ar"), scripts=scripts) as tab:
        choose(tab, "size", size)
        assert tab.locator(":root").evaluate("root => getComputedStyle(root).fontSize") == expected


@pytest.mark.parametrize(("name", "value"), [("size", "large"), ("scheme", "dark")])
def test_a_choice_is_remembered_on_other_pages_and_in_other_languages(
    browser: Browser, site: Path, address: str, name: str, value: str
) -> None:
    """It is the reader's, not the page's."""
    with opened(browser, address + sample(site, "home", "ar")) as tab:
        choose(tab, name, value)
        tab.goto(address + sample(site, "one of events", "en"), wait_until="load")
        assert tab.locator(f"[name={name}][value={value}]").is_checked()


def choose(tab: Page, name: str, value: str) -> None:
    """Open the panel and choose, as a reader does by keyboard."""
    tab.locator(".bar > .opener").press("Enter")
    tab.locator(f"[name={name}][value={value}]").check(force=True)
    tab.keyboard.press("Escape")
    tab.locator(".display").wait_for(state="hidden")


CUT = """() => {
  const across = (cell) => cell.getBoundingClientRect();
  const name = across(document.querySelector(".matrix tbody tr:not(.group-row) th"));
  const edge = document.dir === "rtl" ? name.left : name.right;
  const days = [...document.querySelectorAll(".matrix thead th:not(:first-child)")].map(across);
  return days.filter((day) => day.left < edge - 1 && day.right > edge + 1).length;
}"""
"""How many days the edge of the column of names goes through."""


@every_language
@pytest.mark.parametrize("width", [360, 412])
def test_on_a_phone_the_names_in_the_table_of_days_cut_no_day_in_two(
    browser: Browser, site: Path, address: str, language: str, width: int
) -> None:
    """The latest days stand whole beside the names, which stay where they are."""
    with opened(browser, address + sample(site, "state", language), width=width) as tab:
        assert 0 == tab.evaluate(CUT)
