"""Pages for everyone, however they read."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.pages import LANGUAGES, sample
from tests.site.windows import HEIGHT, Scheme, window

WIDTHS = (360, 1280)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
AUDITED = (
    "home",
    "one of events",
    "one of actors",
    "one of topics",
    "one of agreements",
    "one of places",
    "all events",
    "all sources",
    "state",
    "briefing",
    "corrections",
    "names",
    "search",
    "about",
)
"""The kinds of pages whose components together are all that the theme has."""


def violations(tab: Page) -> list[str]:
    """What axe finds wrong with the page: the rule, and the places."""
    found = Axe().run(tab).response["violations"]
    return [f"{rule['id']}: {' '.join(map(str, node['target']))}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", AUDITED)
def test_axe_finds_nothing_to_object_to(browser: Browser, site: Path, address: str, kind: str, language: str) -> None:
    """Names, roles, contrast, order and targets are as they should be, narrow and wide, light and dark."""
    with window(browser) as tab:
        tab.goto(address + sample(site, kind, language), wait_until="load")
        assert {look: [] for look in product(WIDTHS, SCHEMES)} == {
            look: violations_as(tab, *look) for look in product(WIDTHS, SCHEMES)
        }


def violations_as(tab: Page, width: int, scheme: Scheme) -> list[str]:
    """What axe finds in the same page, looked at otherwise."""
    tab.set_viewport_size({"width": width, "height": HEIGHT})
    tab.emulate_media(color_scheme=scheme)
    return violations(tab)


@pytest.mark.parametrize("page", ["index.html", "404.html"])
def test_axe_finds_nothing_to_object_to_outside_the_languages(browser: Browser, address: str, page: str) -> None:
    """The chooser and the missing page are held to the same standard."""
    with window(browser, width=360) as tab:
        tab.goto(address + page, wait_until="load")
        assert [] == violations(tab)
