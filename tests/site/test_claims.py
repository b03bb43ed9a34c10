"""What a reader is told about a claim: why it stands as it does, and in whose names it is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.site.test_stories import texts

pytestmark = pytest.mark.xdist_group("claims")
LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
SCRIPT = pytest.mark.parametrize("page", [True, False], indirect=True, ids=["with script", "without script"])
TALKS = "ar/events/2021-02-12-no-understandings.html"
A4: ViewportSize = {"width": 673, "height": 979}
"""What is inside the margins of a sheet, in pixels of CSS."""
THEIRS = 'input[name="names"][value="theirs"]'


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of a reader who has not been here before."""
    context = browser.new_context(java_script_enabled=getattr(request, "param", False))
    yield context.new_page()
    context.close()


@LANGUAGES
def test_a_standing_is_explained_on_the_spot(page: Page, site: Path, language: str) -> None:
    """Who contradicts it, whose word it is, and how many repeat it."""
    page.goto(f"file://{site}/{language}/events/2021-02-12-no-understandings.html")
    page.locator("#none-yet .grounds summary").click()
    told = " ".join(texts(page, "#none-yet .grounds p"))
    names = {
        "ar": ("سبوتنيك", "مصدر كردي سوري مطلع", "جهتان"),
        "en": ("Sputnik", "Informed Syrian Kurdish", "2 out"),
    }
    assert [name for name in names[language] if name not in told] == []


@LANGUAGES
def test_every_claim_explains_its_standing(site: Path, language: str) -> None:
    """On all pages of events."""
    pages = [page.read_text("utf-8") for page in (site / language / "events").glob("2*.html")]
    claims = [len(re.findall('class="(?:claim|version)"', html)) for html in pages]
    assert claims == [html.count('<details class="grounds sans">') for html in pages]


def test_accounts_that_differ_are_explained_alike(page: Page, site: Path) -> None:
    """Each has its disclosure, in the same place."""
    page.goto(f"file://{site}/en/events/2021-01-31-hasakah-shooting.html")
    tops = [box["y"] for mark in page.locator(".version .grounds").all() if (box := mark.bounding_box())]
    assert (3, 1) == (len(tops), len(set(tops)))


@SCRIPT
def test_our_names_stand_until_the_reader_asks_for_others(page: Page, site: Path) -> None:
    """Neutral by default."""
    page.goto(f"file://{site}/{TALKS}")
    assert texts(page, "#continuing .said") == ["المحادثات مع مسؤولي الحكومة السورية مستمرة برعاية روسية."]


@SCRIPT
def test_the_reader_can_switch_to_the_names_of_the_source(page: Page, site: Path) -> None:
    """As this very report has it, and it says so."""
    page.goto(f"file://{site}/{TALKS}")
    page.check(THEIRS)
    expected = ["المحادثات مع مسؤولي حكومة نظام الأسد [تسمية تلفزيون سوريا] مستمرة برعاية روسية."]
    assert texts(page, "#continuing .said") == expected


def test_the_switch_never_touches_what_is_not_ours(page: Page, site: Path) -> None:
    """Quotations, terms, and the titles of sources stay as they were printed."""
    page.goto(f"file://{site}/ar/events/2021-02-13-status-report.html")
    foreign = "blockquote, q, .sources .title"
    before = texts(page, foreign)
    page.check(THEIRS)
    assert before == texts(page, foreign)


def test_where_no_other_name_is_known_ours_stays(page: Page, site: Path) -> None:
    """In the same claim, beside one that changes."""
    page.goto(f"file://{site}/{TALKS}")
    page.check(THEIRS)
    changed = texts(page, "#two-files .said")[0]
    assert ("الإدارة الذاتية لشمال شرقي سوريا" in changed, changed.endswith("وملف قسد.")) == (True, True)


def test_there_is_no_switch_where_there_is_nothing_to_switch(page: Page, site: Path) -> None:
    """No control that does nothing."""
    page.goto(f"file://{site}/ar/events/2021-01-31-hasakah-shooting.html")
    assert page.locator(THEIRS).count() == 0


@LANGUAGES
def test_what_was_said_begins_on_the_first_sheet(page: Page, site: Path, language: str) -> None:
    """The facts take a few lines of it, and the reasons of each standing are printed."""
    page.goto(f"file://{site}/{language}/events/2021-02-12-no-understandings.html")
    page.emulate_media(media="print")
    page.set_viewport_size(A4)
    claim, reasons = page.locator("#none-yet .said"), page.locator("#none-yet .grounds p").first
    box = claim.bounding_box()
    assert (True, True) == (box is not None and box["y"] < A4["height"], reasons.is_visible())


def test_a_printed_page_says_where_it_stands(page: Page, site: Path) -> None:
    """The permanent address and that of the report, in full."""
    page.goto(f"file://{site}/ar/events/2021-02-12-no-understandings.html")
    page.emulate_media(media="print")
    assert [address.is_visible() for address in page.locator("#citation .address").all()] == [True, True]


@pytest.mark.parametrize("page", [True], indirect=True, ids=["with script"])
def test_the_choice_of_names_is_remembered(page: Page, address: str) -> None:
    """On the next page too."""
    page.goto(f"{address}{TALKS}")
    page.check(THEIRS)
    page.goto(f"{address}ar/events/2021-01-tension-northeast.html")
    assert page.locator(THEIRS).is_checked()


def test_no_link_stands_inside_another(site: Path) -> None:
    """A claim that names somebody is itself cited as a link."""
    nested = [
        str(path.relative_to(site))
        for path in site.rglob("*.html")
        if re.search(r"<a\b(?:(?!</a>).)*<a\b", path.read_text("utf-8"), re.DOTALL)
    ]
    assert nested == []
