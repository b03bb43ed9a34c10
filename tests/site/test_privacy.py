"""Reading the site tells nobody but its host."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.site.privacy import inline_code, policies, third_parties
from tests.site.windows import window


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    """No page and no style sheet names a file of a third party."""
    assert [] == third_parties(site)


def test_no_page_holds_a_script_a_style_or_a_handler(site: Path) -> None:
    """A strict policy can forbid all inline code."""
    assert [] == inline_code(site)


def test_every_page_forbids_what_it_does_not_need(site: Path) -> None:
    """The content security policy allows the site's own files and nothing else."""
    found = policies(site, "Content-Security-Policy", "http-equiv")
    wanted = ("default-src 'self'", "object-src 'none'", "base-uri 'none'")
    assert [] == [page for page, policy in found.items() if any(part not in policy for part in wanted)]


def test_no_page_says_where_its_reader_came_from(site: Path) -> None:
    """The referrer policy is `no-referrer`, so that a source learns nothing of who follows a link to it."""
    found = policies(site, "referrer", "name")
    assert [] == [page for page, policy in found.items() if policy != "no-referrer"]


STORED = """async () => ({
  local: Object.keys(localStorage).sort(),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
})"""
NOTHING: dict[str, list[str]] = {"local": [], "session": [], "databases": [], "caches": []}


def test_nothing_is_stored_of_what_a_reader_reads_and_looks_for(browser: Browser, address: str) -> None:
    """Pages, a search, a filter, the builder and the form: no cookie, no storage, no database."""
    with window(browser) as tab:
        for path in ("en/index.html?importance=1", "en/events/index.html", "en/embed.html", "en/suggest.html"):
            tab.goto(address + path)
        tab.locator("form[role=search] input").fill("damascus")
        tab.locator("[role=option]").first.wait_for()
        assert (NOTHING, []) == (tab.evaluate(STORED), tab.context.cookies())


def test_only_what_a_reader_chose_is_stored(browser: Browser, address: str) -> None:
    """The size of the text, the colours, the names and the spacing of the overview, each when it is chosen."""
    with window(browser) as tab:
        stored = set()
        for page in ("ar/index.html", "ar/events/2021-02-13-status-report.html"):
            tab.goto(address + page)
            tab.evaluate("""() => {
              for (const input of document.querySelectorAll("input[type=radio]:not(:checked)")) input.click();
            }""")
            stored |= {*tab.evaluate(STORED)["local"]}
        assert {"waqai-size", "waqai-scheme", "waqai-names", "waqai-spacing"} == stored
        assert [] == tab.context.cookies()
