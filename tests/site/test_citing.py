"""How readers cite a page, pass it on and put it right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Locator, Page

from tests.site.building import REPOSITORY, build

pytestmark = pytest.mark.xdist_group("citing")
LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
EVENT = "events/2021-02-12-no-understandings"
REPORT = "https://www.basnews.com/ar/babat/668798"
KINDS = {
    "actor": "actors/sdf",
    "agreement": "agreements/movement-permission",
    "event": EVENT,
    "place": "places/damascus",
    "source": "sources/basnews-2021-02-12",
    "topic": "topics/sdf-future",
}
SHARING = """
Object.defineProperty(navigator, "share", { value: async (what) => { window.shared = what; } });
"""


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the synthetic bilingual timeline, which has a repository and archived copies."""
    folder = tmp_path_factory.mktemp("synthetic") / "site"
    build(REPOSITORY / "tests/timelines/bilingual", folder)
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """One window with script, which may write to the clipboard."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin="/".join(address.split("/")[:3]))
    context.add_init_script(SHARING)
    yield context.new_page()
    context.close()


@LANGUAGES
def test_an_event_is_cited_in_the_language_of_the_page(page: Page, address: str, language: str) -> None:
    """Title, date, timeline, permanent address, and the report with its original."""
    page.goto(f"{address}{language}/{EVENT}.html")
    cited = page.locator("#citation").inner_text()
    expected = {"ar": ("المحادثات تتواصل", "12 شباط 2021", "ضمن"), "en": ("Talks go on", "12 February 2021", "in:")}
    permanent = page.locator("link[rel=canonical]").get_attribute("href")
    parts = (*expected[language], str(permanent), REPORT)
    assert [part for part in parts if part not in cited] == []


@LANGUAGES
def test_a_citation_names_the_archived_copy(browser: Browser, synthetic: Path, language: str) -> None:
    """For the day on which the original is gone; readable without script, and no button without one."""
    context = browser.new_context(java_script_enabled=False)
    window = context.new_page()
    window.goto(f"file://{synthetic}/{language}/sources/courier-report.html")
    cited, buttons = window.locator("#citation").inner_text(), window.locator("#cite button:visible").count()
    context.close()
    addresses = ("https://example.org/courier/1", "https://archive.example.org/courier/1")
    assert ([address for address in addresses if address in cited], buttons) == (list(addresses), 0)


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_has_a_citation_and_a_permanent_link(page: Page, address: str, kind: str) -> None:
    """In the same form."""
    page.goto(f"{address}en/{KINDS[kind]}.html")
    permanent = page.locator("link[rel=canonical]").get_attribute("href")
    shown = page.locator("#permalink").inner_text(), page.locator("#citation").inner_text() != ""
    assert (permanent, True) == shown


@LANGUAGES
def test_the_citation_of_an_event_can_be_taken_over(browser: Browser, site: Path, language: str) -> None:
    """The entry and then its sources, the same works in each format; from a disk, without script."""
    context = browser.new_context(java_script_enabled=False)
    window = context.new_page()
    window.goto(f"file://{site}/{language}/{EVENT}.html")
    name = EVENT.removeprefix("events/")
    saved = dict(_saved(window, link) for link in window.locator("#cite a[download]").all())
    context.close()
    keys = [
        [entry.key for entry in parse_string(saved[f"{name}.bib"]).entries],
        [record["id"] for record in rispy.loads(saved[f"{name}.ris"])],
        [item["id"] for item in json.loads(saved[f"{name}.csl.json"])],
    ]
    works = [f"aanes-damascus-2021-{name}", "basnews-2021-02-12", "syria-tv-2021-02-13"]
    assert [works, works, works] == keys


def _saved(window: Page, link: Locator) -> tuple[str, str]:
    """The name and the text of the file that a link saves."""
    with window.expect_download() as download:
        link.click()
    return download.value.suggested_filename, download.value.path().read_text("utf-8")


@LANGUAGES
def test_a_button_copies_the_citation_and_says_so(page: Page, address: str, language: str) -> None:
    """To the clipboard, in one line; those who hear the page are told."""
    page.goto(f"{address}{language}/{EVENT}.html")
    page.locator("[data-copy=citation]").click()
    page.locator("#copied:not(:empty)").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    said = {"ar": "نُسخ", "en": "Copied"}[language]
    assert (" ".join(page.locator("#citation").inner_text().split()), said) == (
        copied,
        page.locator("#copied").inner_text(),
    )


def test_where_the_clipboard_is_refused_the_text_is_marked(page: Page, address: str) -> None:
    """So that the reader can copy it by hand."""
    page.goto(f"{address}en/{EVENT}.html")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.locator("[data-copy=permalink]").click()
    page.wait_for_function("String(getSelection()) !== ''")
    assert page.locator("#permalink").inner_text() == page.evaluate("String(getSelection()).trim()")


def test_a_page_is_shared_through_the_readers_own_device(page: Page, address: str) -> None:
    """Without anybody in between."""
    page.goto(f"{address}en/{EVENT}.html")
    page.locator("[data-share]").click()
    assert page.locator("link[rel=canonical]").get_attribute("href") == page.evaluate("window.shared.url")


@LANGUAGES
def test_a_record_links_to_its_file_and_to_a_report_of_faults(synthetic: Path, language: str) -> None:
    """The report names the record."""
    html = (synthetic / language / "topics/gate.html").read_text("utf-8")
    assert 'href="https://example.org/repository/_edit/site/synthetic/content/topics/gate.yaml"' in html
    assert "https://example.org/repository/issues/new?title=" in html
    assert "topic%20gate" in html
