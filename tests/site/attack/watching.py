"""Sees whether anything of a page came from a text: a script that ran, markup, a request, a refusal by the policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request

from tests.site.attack.payloads import ELEMENT

BEFORE = """addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
  globalThis.refused(`${effectiveDirective} ${blockedURI} ${sourceFile}`));"""
"""Runs in every document before anything of its own."""
TOUCH = """(element) => {
  const code = "script:not([src]):not([type='application/ld+json']):not([type='application/json'])";
  const ours = /^(https?|mailto|webcal):/;
  const kept = /^data:application\\/(x-bibtex|x-research-info-systems|vnd\\.citationstyles\\.csl\\+json);/;
  const foreign = `${element}, base[href], object, embed, style, iframe[srcdoc], math, ${code}`;
  const found = [...document.querySelectorAll(foreign)]
    .map(({ localName }) => `<${localName}>`);
  for (const each of document.querySelectorAll("*")) {
    const names = [...each.attributes].map(({ name }) => name);
    const own = names.filter((name) => /^(on.*|style)$/.test(name));
    found.push(...own.map((name) => `<${each.localName} ${name}>`));
    each.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  }
  const stops = "a, button, input, select, textarea, summary, [tabindex]";
  for (const each of document.querySelectorAll(stops)) each.focus({ preventScroll: true });
  for (const link of document.querySelectorAll("a, area, form")) {
    const address = link.href?.baseVal ?? link.href ?? link.action;
    if (!address || ours.test(address) || (link.download && kept.test(address))) continue;
    found.push(`a link: ${address}`);
    link.click();
  }
  return found;
}"""
"""Hovers over everything, focuses what can be focused, clicks links that are no addresses; says what is not ours.

Citations are files to be kept: their links hold them as data, under a media type that no browser shows.
"""


class Watch:
    """What was seen since the last look. `own` is the address of the site, which alone may be asked for anything."""

    def __init__(self, context: BrowserContext, own: str) -> None:
        self._own = urlsplit(own).netloc
        self._seen: list[str] = []
        context.expose_binding("attack", lambda _, what: self._seen.append(f"a script ran: {what}"))
        context.expose_binding("refused", lambda _, what: self._seen.append(f"refused by the policy: {what}"))
        context.add_init_script(BEFORE)
        context.on("request", self._request)
        context.on("dialog", self._dialog)

    def touch(self, page: Page) -> None:
        """Do with a page, and with the frames in it, what a reader might do."""
        for frame in page.frames:
            self._seen += [f"markup: {each}" for each in frame.evaluate(TOUCH, ELEMENT)]
        page.evaluate("() => new Promise((done) => setTimeout(done))")  # what was asked for in vain has been reported

    def taken(self) -> set[str]:
        """What was seen; it is forgotten here."""
        seen, self._seen = {*self._seen}, []
        return seen

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "webcal") and address.netloc != self._own:
            self._seen.append(f"a request: {request.url}")

    def _dialog(self, dialog: Dialog) -> None:
        if dialog.type != "beforeunload":  # the form for suggestions asks before it forgets
            self._seen.append(f"a dialog: {dialog.message}")
        dialog.accept()


@contextmanager
def watched(browser: Browser, own: str, **options: Any) -> Iterator[tuple[Page, Watch]]:
    """A tab in a window of its own, and who watches it."""
    with browser.new_context(service_workers="block", **options) as context:
        context.set_default_timeout(5000)
        yield context.new_page(), Watch(context, own)
