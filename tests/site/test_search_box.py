"""The search by keyboard and by ear, from a disk, without script, and without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.building import REPOSITORY, build
from tests.site.test_access import violations
from tests.site.windows import window

pytestmark = pytest.mark.xdist_group("search")
EVENT = "events/2021-01-31-hasakah-shooting.html"
QUERIES = pytest.mark.parametrize(
    ("language", "query", "found"), [("ar", "نظام الاس", "نظام الأسد"), ("en", "sdf", "SDF")]
)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A wide window with script."""
    with window(browser) as opened:
        opened.set_default_timeout(5_000)
        yield opened


def type_in_box(tab: Page, page: str, query: str) -> None:
    """Open a page and type into the box of its header, until something is offered."""
    tab.goto(page)
    tab.locator("#find").press_sequentially(query)
    expect(tab.get_by_role("option").first).to_be_visible()


@QUERIES
def test_a_suggestion_is_chosen_by_keyboard(tab: Page, site: Path, language: str, query: str, found: str) -> None:
    """Arrow, then Enter; from a disk too."""
    type_in_box(tab, f"{site.as_uri()}/{language}/{EVENT}", query)
    tab.keyboard.press("ArrowDown")
    option = tab.locator(f"#{tab.locator('#find').get_attribute('aria-activedescendant')}")
    assert (option.get_attribute("aria-selected"), found in option.inner_text()) == ("true", True)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/actors/*.html")


def test_the_box_is_a_combobox_with_a_list(tab: Page, address: str) -> None:
    """Its name, its state and its list, as assistive technology is told them; and how many there are."""
    type_in_box(tab, f"{address}ar/{EVENT}", "الحسكة")
    box, options = tab.get_by_role("combobox", name="بحث", expanded=True), tab.get_by_role("option")
    listbox = tab.get_by_role("listbox", name="اقتراحات")
    assert box.get_attribute("aria-controls") == listbox.get_attribute("id")
    expect(tab.locator(".search-box [role=status]")).to_have_text(f"{options.count()} نتائج")


def test_arrows_go_round_and_escape_closes(tab: Page, address: str) -> None:
    """Up from the field is the last suggestion; what was typed stays."""
    type_in_box(tab, f"{address}en/{EVENT}", "siege")
    count = tab.get_by_role("option").count()
    tab.keyboard.press("ArrowUp")
    assert tab.locator("#find").get_attribute("aria-activedescendant") == f"find-list-{count - 1}"
    tab.keyboard.press("ArrowDown")
    assert tab.locator("#find").get_attribute("aria-activedescendant") == ""
    tab.keyboard.press("Escape")
    assert (tab.get_by_role("option").count(), tab.locator("#find").input_value()) == (0, "siege")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_to_object_to_in_what_is_found(browser: Browser, address: str, scheme: str) -> None:
    """The open list, and the page of hits."""
    with window(browser, scheme="dark" if scheme == "dark" else "light") as tab:
        type_in_box(tab, f"{address}ar/{EVENT}", "الحسكة")
        tab.keyboard.press("ArrowDown")
        assert [] == violations(tab)
        tab.goto(f"{address}en/search.html#q=SDF")
        expect(tab.locator(".hits li").first).to_be_visible()
        assert [] == violations(tab)


@QUERIES
def test_enter_leads_to_all_hits(tab: Page, site: Path, language: str, query: str, found: str) -> None:
    """With what was found marked, as it is written."""
    type_in_box(tab, f"{site.as_uri()}/{language}/{EVENT}", query)
    tab.keyboard.press("Enter")
    marks = tab.locator(".hits li").first.locator("mark")
    expect(marks.first).to_be_visible()
    assert " ".join(marks.all_inner_texts()).startswith(found)


def test_a_hit_tells_what_it_is_since_when_and_how_it_stands(tab: Page, address: str) -> None:
    """Kind, date and standing of an event, in the page's language."""
    tab.goto(f"{address}en/search.html?q=no%20understandings%20yet")
    hit = tab.locator(".hits li", has=tab.locator("a[href*='2021-02-13-status-report']"))
    expect(hit.locator(".at")).to_have_text("13 February 2021")
    expect(hit.locator(".mark")).to_have_text("Disputed")


def test_a_name_in_another_language_says_which(tab: Page, address: str) -> None:
    """With `lang` and `dir`, so that it is read and drawn right."""
    tab.goto(f"{address}en/search.html#q=نظام الأسد")
    name = tab.locator(".hits li").first.locator("bdi[lang=ar]").first
    assert (name.get_attribute("dir"), name.inner_text()) == ("rtl", "نظام الأسد")


def test_the_index_is_loaded_when_the_box_is_used_and_not_before(tab: Page, address: str) -> None:
    """A reader who looks for nothing pays nothing."""
    loaded: list[str] = []
    tab.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
    tab.goto(f"{address}ar/{EVENT}", wait_until="networkidle")
    before = [url for url in loaded if "/search/" in url]
    with tab.expect_response("**/search/index.js"):
        tab.locator("#find").focus()
    assert before == []


def test_what_is_typed_reaches_no_host_and_is_not_kept(tab: Page, address: str) -> None:
    """Neither in a request, nor in what the browser stores."""
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    type_in_box(tab, f"{address}en/{EVENT}", "regime")
    tab.keyboard.press("Enter")
    expect(tab.locator(".hits li").first).to_be_visible()
    kept = tab.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")
    assert [text for text in [*asked, kept] if "regime" in text] == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_index_holds_a_withheld_person(site: Path, language: str) -> None:
    """Neither the search nor the index of names leads to one."""
    files = [site / language / "search/index.js", site / language / "names.html"]
    assert [path.name for path in files if "resident-killed-hasakah" in path.read_text("utf-8")] == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_without_script_the_box_leads_to_the_index_of_names(browser: Browser, site: Path, language: str) -> None:
    """By the form alone, then by a letter."""
    with window(browser, scripts=False) as tab:
        tab.goto(f"{site.as_uri()}/{language}/{EVENT}")
        tab.locator("#find").fill("x")
        tab.keyboard.press("Enter")
        tab.locator(".jump a").first.click()
        assert "/names.html#u0" in tab.url


def test_the_page_for_an_unknown_address_can_search_in_every_language(tab: Page, address: str) -> None:
    """Each form offers what its own language has."""
    tab.goto(f"{address}404.html")
    for language, query in (("ar", "الحسكة"), ("en", "Hasakah")):
        tab.locator(f"#q-{language}").fill(query)
        expect(tab.locator(f"#q-{language}-list [role=option]").first).to_contain_text(query)


def test_a_third_language_has_a_search_of_its_own(browser: Browser, tmp_path: Path) -> None:
    """Its letters are found without their marks."""
    build(REPOSITORY / "tests/timelines/trilingual", tmp_path / "site")
    with window(browser) as tab:
        tab.goto(f"{(tmp_path / 'site').as_uri()}/ku/search.html#q=hevditin")
        expect(tab.locator(".hits mark").first).to_have_text("Hevdîtin")
