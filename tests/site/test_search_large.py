"""The search of timelines of any size: light to load, quick to answer."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.building import REPOSITORY
from tests.site.large import large_library
from tests.site.windows import window
from waqai.languages import Language
from waqai.site.search import SearchIndex

pytestmark = pytest.mark.xdist_group("search")
KB = 1000
EVENTS = 10_000
SLOWEST = 50
"""Milliseconds."""
SEARCH = """async ([query, times]) => {
  const field = document.querySelector("#q");
  const answer = () => new Promise((resolve) => {
    new MutationObserver((_, observer) => { observer.disconnect(); resolve(performance.now()); })
      .observe(document.querySelector(".hits .rows"), { childList: true });
  });
  const took = [];
  for (let time = 0; time < times; time++) {
    const answered = answer();
    const started = performance.now();
    field.value = query;
    field.dispatchEvent(new Event("input"));
    took.push(await answered - started);
  }
  return took;
}"""
"""Types a query again and again; the time from the last letter to the hits, in milliseconds."""


def index_of(events: int) -> SearchIndex:
    """The search of a synthetic timeline."""
    return SearchIndex(large_library(events), Language.of("ar", catalogues=(REPOSITORY / "theme" / "locales",)))


def test_the_index_of_500_events_is_small() -> None:
    """All of it together, with a report for every second event, as a host sends it."""
    assert sum(len(gzip.compress(make())) for _, make in index_of(500).files()) <= 50 * KB


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Path:
    """The search page of the site, with the index of a timeline of 10,000 events."""
    folder = tmp_path_factory.mktemp("large")
    shutil.copytree(site / "theme", folder / "theme")
    (folder / "ar/search").mkdir(parents=True)
    shutil.copy(site / "ar/search.html", folder / "ar")
    for path, make in index_of(EVENTS).files():
        (folder / path).write_bytes(make())
    return folder


@pytest.fixture(scope="module")
def tab(browser: Browser, large: Path) -> Iterator[Page]:
    """The search page."""
    with window(browser) as opened:
        opened.goto(f"{large.as_uri()}/ar/search.html")
        yield opened


def words_of(large: Path) -> list[str]:
    """The words of the first title of a file of events, from frequent to rare ones."""
    row = (large / "ar/search/entries-100.js").read_text("utf-8").split('"')
    return row[3].split()


def test_the_first_file_of_a_large_index_is_small(large: Path) -> None:
    """What is loaded when the box is first used; and no part of the rest is large."""
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in (large / "ar/search").iterdir()}
    assert sizes["index.js"] <= 3 * KB
    assert max(sizes.values()) <= 25 * KB


def test_a_search_in_a_large_index_loads_little(tab: Page, large: Path) -> None:
    """The parts in which the words of a title stand, and the texts of the hits."""
    loaded: list[str] = []
    tab.on("requestfinished", lambda request: loaded.append(request.url.rpartition("/")[2].partition("?")[0]))
    tab.locator("#q").fill(" ".join(words_of(large)))
    expect(tab.locator(".hits li").first).to_be_visible()
    files = [path for path in (large / "ar/search").iterdir() if path.name in loaded]
    assert 0 < sum(len(gzip.compress(file.read_bytes())) for file in files) <= 150 * KB


def test_a_title_is_found_in_a_large_index(tab: Page, large: Path) -> None:
    """As the first hit, for a name that is the same comes first."""
    title = " ".join(words_of(large))
    tab.locator("#q").fill(title)
    expect(tab.locator(".hits .t").first).to_have_text(title)


def test_no_search_of_a_large_index_is_slow(tab: Page, large: Path) -> None:
    """For two letters, for words, and for all words of a title. The best of nine times, for machines are busy."""
    words = words_of(large)
    queries = (words[0][:2], words[0], words[-1], " ".join(words))
    for query in queries:
        tab.evaluate(SEARCH, [query, 1])
    took = {query: min(tab.evaluate(SEARCH, [query, 9])) for query in queries}
    assert {} == {query: time for query, time in took.items() if time > SLOWEST}


def test_more_hits_are_shown_when_they_are_wanted(tab: Page, large: Path) -> None:
    """Twenty at a time; the focus moves to the first new one."""
    tab.locator("#q").fill(words_of(large)[0][:2])
    expect(tab.locator(".hits li")).to_have_count(20)
    tab.locator(".more-hits").click()
    expect(tab.locator(".hits li")).to_have_count(40)
    expect(tab.locator(".hits li").nth(20).locator("a")).to_be_focused()
