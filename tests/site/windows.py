"""Opening pages in Chromium, and what it can say about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, Request

Scheme = Literal["light", "dark"]
SCRIPTS = Path(__file__).with_name("scripts")
HEIGHT = 900


@contextmanager
def window(browser: Browser, *, width: int = 1280, scheme: Scheme = "light", scripts: bool = True) -> Iterator[Page]:
    """A new window with nothing remembered, `width` CSS pixels wide."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
        service_workers="block",
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def script(name: str) -> str:
    """The source of a function that a page evaluates."""
    return (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")


@dataclass(slots=True)
class Visit:
    """What happened while one page was looked at."""

    page: str
    """Its address relative to the site's root."""
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    """What stood in the console, scripts that failed, and files that did not come."""
    overflow: dict[int, int] = field(default_factory=dict)
    """Width of the window → how many pixels the page is wider than it."""
    foreign_text: list[str] = field(default_factory=list)
    """Text whose language or direction is not declared as what it is."""
    fonts: list[str] = field(default_factory=list)
    """The addresses of the fonts that it draws with."""
    headings: int = 0
    """How many first-level headings a reader meets."""


def visits_to(browser: Browser, site: str, pages: Sequence[str], widths: Sequence[int]) -> list[Visit]:
    """Open the pages of the site at the address `site` one after the other, each in windows as wide as `widths`."""
    with window(browser) as tab:
        return [_visit(tab, site, page, widths) for page in pages]


def _visit(tab: Page, site: str, page: str, widths: Sequence[int]) -> Visit:
    visit = Visit(page)
    with _listening(tab, visit):
        tab.goto(site + page, wait_until="load")
        visit.foreign_text = tab.evaluate(script("foreign_text"))
        visit.fonts = tab.evaluate(script("fonts"))
        visit.headings = tab.locator("h1").count()
        visit.overflow = {width: _overflow(tab, width) for width in widths}
    return visit


def _overflow(tab: Page, width: int) -> int:
    tab.set_viewport_size({"width": width, "height": HEIGHT})
    root = "document.documentElement"
    return int(tab.evaluate(f"() => {root}.scrollWidth - {root}.clientWidth"))


def _failure(request: Request) -> list[str]:
    """What to note of a request that failed; leaving a page stops what is still on its way, which is no fault."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"did not come: {request.url} ({request.failure})"]


@contextmanager
def _listening(tab: Page, visit: Visit) -> Iterator[None]:
    listeners: dict[str, Callable[[Any], None]] = {
        "request": lambda request: visit.requests.append(request.url),
        "console": lambda message: visit.messages.append(f"{message.type}: {message.text} {message.location}"),
        "pageerror": lambda error: visit.messages.append(f"script failed: {error.message}"),
        "requestfailed": lambda request: visit.messages.extend(_failure(request)),
    }
    for event, listener in listeners.items():
        tab.on(event, listener)  # type: ignore[call-overload]
    yield
    for event, listener in listeners.items():
        tab.remove_listener(event, listener)
