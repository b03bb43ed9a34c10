"""The home page and the chronicle: where things stand, periods, and filters that work with and without script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.long import EVENTS, write_lists
from tests.site.pages import LANGUAGES
from tests.site.weight import compressed
from tests.site.windows import window

pytestmark = pytest.mark.xdist_group("chronicle")
languages = pytest.mark.parametrize("language", LANGUAGES)
MOST_ELEMENTS = 9_000
KB = 1000


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A window in which scripts run."""
    with window(browser) as page:
        page.set_default_timeout(5_000)
        yield page


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A window without script."""
    with window(browser, scripts=False) as page:
        page.set_default_timeout(5_000)
        yield page


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lists of a timeline of 2,000 events."""
    return write_lists(tmp_path_factory.mktemp("long"))


def home(root: str, language: str, query: str = "") -> str:
    """The address of a home page."""
    return f"{root}{language}/index.html{query}"


def option(page: Page, facet: str, key: str) -> str:
    """The selector of an option; the filters are opened where they are closed."""
    box = page.locator(".filters")
    if box.locator("summary").is_visible() and box.get_attribute("open") is None:
        box.locator("summary").click()
    return f'[data-facet="{facet}"] [data-key="{key}"]'


def shown(page: Page) -> list[str]:
    """The fragments of the entries that a reader sees."""
    return [entry.get_attribute("id") or "" for entry in page.locator(".entry:visible").all()]


def count_of(page: Page, selector: str) -> int:
    """The number beside an option."""
    return int(page.locator(f"{selector} .num").inner_text())


# Where things stand


@languages
def test_the_home_page_opens_with_where_things_stand(plain: Page, site: Path, language: str) -> None:
    """Before the latest entries, what is expected, and the chronicle."""
    plain.goto(home(f"{site.as_uri()}/", language))
    headings = [
        heading.evaluate("h => h.parentElement.className + h.parentElement.id")
        for heading in plain.locator("main h2").all()
    ]
    expected = (1, "sectionstanding", "sectionchronicle")
    assert (plain.locator("main table.files").count(), headings[0], headings[-1]) == expected


@languages
def test_the_contested_files_stand_first(plain: Page, site: Path, language: str) -> None:
    """A dispute is not to be looked for."""
    plain.goto(home(f"{site.as_uri()}/", language))
    disputed = [
        row.locator(".is-disputed").count() > 0 for row in plain.locator("table.files tbody").first.locator("tr").all()
    ]
    assert disputed == sorted(disputed, reverse=True)
    assert disputed[0]


@languages
def test_a_disputed_state_says_who_disputes_it(plain: Page, site: Path, language: str) -> None:
    """With a link to the claim."""
    plain.goto(home(f"{site.as_uri()}/", language))
    rows = plain.locator("table.files tbody tr:has(.is-disputed)").all()
    assert rows
    assert all(row.locator(".contested a[href*='#']").count() for row in rows)


@languages
def test_a_file_says_for_how_long_nothing_was_heard_of_it(plain: Page, site: Path, language: str) -> None:
    """Counted to the last entry: the file on foreign forces has none after 11 February, the record ends on the 13th."""
    plain.goto(home(f"{site.as_uri()}/", language))
    row = plain.locator("table.files tr:has(a[href='topics/foreign-forces.html'])")
    expected = {"ar": "لا جديد طوال يومين", "en": "no news for 2 days"}
    assert row.locator(".silent").inner_text() == expected[language]


# Without script


@languages
def test_without_script_an_option_leads_to_a_list_of_its_events(plain: Page, site: Path, language: str) -> None:
    """As many as the number beside it says."""
    plain.goto(home(f"{site.as_uri()}/", language))
    chosen = option(plain, "standing", "disputed")
    count = count_of(plain, chosen)
    plain.locator(chosen).click()
    assert (
        urlsplit(plain.url).path.endswith("by/standing/disputed.html"),
        plain.locator("main .rows > li").count(),
    ) == (True, count)


@languages
def test_key_events_stand_first_when_asked(plain: Page, site: Path, language: str) -> None:
    """Then all others; none is missing."""
    plain.goto(home(f"{site.as_uri()}/", language))
    total, key_events = plain.locator(".entry").count(), plain.locator(".entry[data-importance='1']").count()
    plain.locator("a[href='by/importance/key-first.html']").click()
    assert plain.locator("main .rows").first.locator("> li").count() == key_events
    assert plain.locator("main .rows > li").count() == total


# With script


@languages
def test_an_option_narrows_the_chronicle_down_in_place(tab: Page, address: str, language: str) -> None:
    """As many entries stay as the number beside it says, and the address keeps the choice."""
    tab.goto(home(address, language))
    chosen = option(tab, "topic", "detainees")
    count = count_of(tab, chosen)
    tab.locator(chosen).click()
    assert (len(shown(tab)), urlsplit(tab.url).query) == (count, "topic=detainees")


@languages
def test_options_combine(tab: Page, address: str, language: str) -> None:
    """An entry stays if all choices hold for it."""
    tab.goto(home(address, language, "?actor=russia&place=damascus"))
    found = [set((entry.get_attribute("data-actor") or "").split()) for entry in tab.locator(".entry:visible").all()]
    assert found
    assert all("russia" in actors for actors in found)
    assert len(found) < tab.locator(".entry[data-actor~='russia']").count()


def test_no_option_that_is_offered_leads_to_nothing(tab: Page, address: str) -> None:
    """Those that would are put away."""
    tab.goto(home(address, "en", "?topic=oil-wheat"))
    counts = [int(number) for number in tab.locator(".filters li:visible a[data-key] .num").all_inner_texts()]
    assert counts
    assert 0 not in counts


@languages
def test_an_address_with_choices_shows_what_it_showed(tab: Page, address: str, language: str) -> None:
    """So it can be kept and passed on."""
    tab.goto(home(address, language))
    tab.locator(option(tab, "type", "talks")).click()
    before = shown(tab)
    tab.reload()
    assert (shown(tab), len(before) < tab.locator(".entry").count()) == (before, True)


def test_the_way_back_takes_a_choice_back(tab: Page, address: str) -> None:
    """As a reader expects of the browser's button."""
    tab.goto(home(address, "en"))
    everything = shown(tab)
    tab.locator(option(tab, "type", "talks")).click()
    tab.go_back()
    assert shown(tab) == everything


@languages
def test_the_number_of_entries_is_announced(tab: Page, address: str, language: str) -> None:
    """In a live region, in the page's language."""
    tab.goto(home(address, language, "?type=talks"))
    expected = {"ar": "المعروض {} من {}", "en": "Shown: {} of {}"}
    count = expected[language].format(len(shown(tab)), tab.locator(".entry").count())
    expect(tab.get_by_role("status").filter(has_text=re.compile(r"\d"))).to_have_text(count)


@languages
def test_an_empty_result_says_so_and_has_a_way_out(tab: Page, address: str, language: str) -> None:
    """Back to the whole chronicle."""
    tab.goto(home(address, language, "?actor=ghassan-khalil&topic=oil-wheat"))
    said = {"ar": "لا واقعة تجمع هذه الشروط كلها.", "en": "No entry matches all of this."}
    expect(tab.locator(".found")).to_have_text(said[language])
    tab.locator("[data-reset]").click()
    assert (len(shown(tab)), urlsplit(tab.url).query) == (tab.locator(".entry").count(), "")


def test_a_choice_can_be_taken_back_alone(tab: Page, address: str) -> None:
    """The others stay."""
    tab.goto(home(address, "en", "?actor=russia&type=talks"))
    tab.get_by_role("link", name="Remove: Russia").click()
    assert urlsplit(tab.url).query == "type=talks"


def test_the_other_language_keeps_the_choices(tab: Page, address: str) -> None:
    """They are keys, not words."""
    tab.goto(home(address, "en", "?topic=detainees"))
    tab.locator("header a[hreflang='ar']").first.click()
    assert urlsplit(tab.url).query == "topic=detainees"


def test_filters_work_in_a_page_that_was_opened_from_a_disk(tab: Page, site: Path) -> None:
    """There the browser may fetch nothing, and some keep no state."""
    tab.goto(home(f"{site.as_uri()}/", "ar"))
    tab.locator(option(tab, "topic", "detainees")).click()
    tab.wait_for_url("**topic=detainees*")
    expect(tab.locator(".entry:visible")).to_have_count(tab.locator(".entry[data-topic~='detainees']").count())


# A long chronicle


def test_every_list_of_a_long_timeline_is_bounded(long: Path) -> None:
    """At most 9,000 elements and 60 KB compressed, home page included."""
    pages = [page for page in long.rglob("*.html") if page.is_file()]
    heavy = [
        page.name
        for page in pages
        if len(re.findall(r"<[a-z]", page.read_text("utf-8"))) > MOST_ELEMENTS or compressed(page) > 60 * KB
    ]
    assert (heavy, len(pages) > 100) == ([], True)


def test_the_pages_of_periods_hold_every_entry_once(long: Path) -> None:
    """In the order of time, from the first page to the last, as the links between them lead."""
    name, numbers = "2001-01.html", []
    while name:
        text = (long / "en/chronicle" / name).read_text("utf-8")
        numbers += [int(number) for number in re.findall(r'<article class="entry" id="e(\d+)"', text)]
        following = re.search(r'class="next" rel="next" href="([^"]+)"', text)
        name = following[1] if following else ""
    assert numbers == list(range(1, EVENTS + 1))


def test_a_long_chronicle_is_narrowed_down_as_a_whole(tab: Page, long: Path) -> None:
    """Not only the entries on the home page; also from a disk."""
    tab.goto(home(f"{long.as_uri()}/", "en"))
    chosen = option(tab, "standing", "corroborated")
    count = count_of(tab, chosen)
    tab.locator(chosen).click()
    expect(tab.locator(".found")).to_have_text(f"Shown: {count} of {EVENTS}")
    assert tab.locator(".refined .rows > li").count() == min(count, 100)


def test_a_long_result_is_shown_step_by_step(tab: Page, long: Path) -> None:
    """A hundred entries, then a hundred more."""
    tab.goto(home(f"{long.as_uri()}/", "ar", "?importance=2"))
    expect(tab.locator(".refined .rows > li")).to_have_count(100)
    tab.locator(".rest").click()
    assert tab.locator(".refined .rows > li").count() == 200


def test_a_reader_walks_from_the_home_page_to_a_month_and_on(plain: Page, long: Path) -> None:
    """Without script."""
    plain.goto(home(f"{long.as_uri()}/", "en"))
    plain.locator(".periods a[href='chronicle/2003-02.html']").click()
    plain.locator(".pager [rel=next]").click()
    assert plain.locator("h1").inner_text() == "March 2003"
