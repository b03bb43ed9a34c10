"""Pages for those who enlarge the text, read by keyboard, by ear, or without movement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.pages import KINDS, LANGUAGES, sample
from tests.site.windows import script, window

every_language = pytest.mark.parametrize("language", LANGUAGES)
LETTERS = {"ar": re.compile("[\u0621-\u064a]"), "en": re.compile("[A-Za-z]")}
LANDMARKS = ("banner", "contentinfo", "main", "navigation", "region", "search", "form", "complementary")
NEEDS_NAME = ("navigation", "region", "search", "form", "complementary")
TABBED = ("home", "one of events", "state", "briefing", "all actors")
MOST_STOPS = 600


def pages_of(site: Path, address: str, language: str) -> list[str]:
    """One page of each kind."""
    return [address + sample(site, kind, language) for kind in KINDS]


def enlarged(browser: Browser, addresses: list[str], width: int, size: int) -> Iterator[tuple[str, Page]]:
    """Pages in a window of this width, with text of this size in per cent, as a browser enlarges text alone."""
    with window(browser, width=width) as tab:
        for address in addresses:
            tab.goto(address, wait_until="load")
            tab.evaluate("size => { document.documentElement.style.fontSize = `${size}%`; }", size)
            yield address, tab


@pytest.mark.parametrize(("width", "size"), [(320, 122), (640, 200), (1280, 200)])
@every_language
def test_larger_text_stays_within_the_page(
    browser: Browser, site: Path, address: str, *, language: str, width: int, size: int
) -> None:
    """Nothing is cut off, and nothing has to be scrolled sideways, on any kind of page."""
    faults = [
        (page, fault)
        for page, tab in enlarged(browser, pages_of(site, address, language), width, size)
        for fault in (
            *tab.evaluate(script("cut_off")),
            *(["wider than the window"] if tab.evaluate("document.documentElement.scrollWidth > innerWidth") else []),
        )
    ]
    assert [] == faults


# By keyboard


def stops(tab: Page) -> Iterator[Mapping[str, Any]]:
    """Where the Tab key leads, until it leaves the page or comes back to where it began."""
    for _ in range(MOST_STOPS):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(script("focus"))
        if stop is None or stop["again"]:
            return
        yield stop


@pytest.mark.parametrize("kind", TABBED)
def test_the_keyboard_reaches_the_end_of_a_page_and_is_seen_all_the_way(
    browser: Browser, site: Path, address: str, kind: str
) -> None:
    """It begins at the way to the content, is trapped nowhere, and every stop is drawn."""
    with window(browser, width=1280) as tab:
        tab.goto(address + sample(site, kind, "ar"), wait_until="load")
        visited = list(stops(tab))
        missed = tab.locator(".site-foot a").evaluate_all(
            "links => links.filter(link => !window.stops.has(link)).length"
        )
    assert [] == [stop["name"] for stop in visited if not stop["visible"]]
    assert (visited[0]["name"].split(":")[0], missed) == ("a.skip", 0)


@every_language
def test_the_keyboard_skips_the_ways_to_narrow_down(browser: Browser, address: str, language: str) -> None:
    """The next stop is the first entry's."""
    with window(browser, width=1280) as tab:
        tab.goto(f"{address}{language}/index.html", wait_until="load")
        tab.locator(".past[href='#entries']").press("Enter")
        tab.keyboard.press("Tab")
        assert tab.evaluate("() => document.getElementById('entries').contains(document.activeElement)")


# By ear


def tree(tab: Page) -> list[dict[str, Any]]:
    """The nodes that a screen reader is given, in the order in which it reads them."""
    session = tab.context.new_cdp_session(tab)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    return [node for node in _below(next(iter(nodes)), nodes) if not node.get("ignored")]


def _below(key: str, nodes: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    if key in nodes:
        yield nodes[key]
        for child in nodes[key].get("childIds", ()):
            yield from _below(child, nodes)


def role_of(node: Mapping[str, Any]) -> str:
    """“navigation”."""
    return str(node.get("role", {}).get("value", ""))


def name_of(node: Mapping[str, Any]) -> str:
    """What is read out for it."""
    return str(node.get("name", {}).get("value", "")).strip()


def level_of(node: Mapping[str, Any]) -> int:
    """Of a heading: 1 to 6."""
    return next(int(each["value"]["value"]) for each in node["properties"] if each["name"] == "level")


@every_language
def test_a_screen_reader_is_told_the_parts_of_every_kind_of_page(
    browser: Browser, site: Path, address: str, language: str
) -> None:
    """One banner, one main part, one footer; the others have names in the page's language, each name once."""
    faults: list[tuple[str, object]] = []
    with window(browser, width=1280) as tab:
        for page in pages_of(site, address, language):
            tab.goto(page, wait_until="load")
            parts = [(role_of(node), name_of(node)) for node in tree(tab) if role_of(node) in LANDMARKS]
            single = [role for role, _ in parts if role in ("banner", "contentinfo", "main")]
            named = [part for part in parts if part[0] in NEEDS_NAME]
            faults += [(page, part) for part in named if not LETTERS[language].search(part[1])]
            faults += [(page, part) for part in set(named) if named.count(part) > 1]
            faults += [] if sorted(single) == ["banner", "contentinfo", "main"] else [(page, single)]
    assert [] == faults


@every_language
def test_headings_tell_the_order_of_every_kind_of_page(
    browser: Browser, site: Path, address: str, language: str
) -> None:
    """No level is left out on the way down, and no heading is empty."""
    faults: list[tuple[str, object]] = []
    with window(browser, width=1280) as tab:
        for page in pages_of(site, address, language):
            tab.goto(page, wait_until="load")
            headings = [(level_of(node), name_of(node)) for node in tree(tab) if role_of(node) == "heading"]
            levels = [0, *(level for level, _ in headings)]
            faults += [
                (page, heading) for before, heading in zip(levels, headings, strict=False) if heading[0] > before + 1
            ]
            faults += [(page, heading) for heading in headings if not heading[1]]
    assert [] == faults


# Without movement


def test_nothing_moves_for_readers_who_want_no_movement(browser: Browser, address: str) -> None:
    """No transition, no animation, no gliding to an anchor."""
    with window(browser) as tab:
        tab.goto(f"{address}ar/index.html", wait_until="load")
        moving = tab.evaluate(
            "() => [...document.querySelectorAll('*')].filter(element => { const style = getComputedStyle(element);"
            " return style.transitionDuration.split(', ').some(each => parseFloat(each) > 0)"
            " || style.animationName !== 'none' || style.scrollBehavior === 'smooth'; }).length"
        )
    assert moving == 0
