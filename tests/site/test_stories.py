"""The stories that readers live through, each seen in a real browser (docs/architecture.md lists them)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.building import REPOSITORY, build
from waqai.content import Library, Timeline, load
from waqai.model import Agreement
from waqai.model.vocabulary import AGREEMENT_STATES, TOPIC_STATES

pytestmark = pytest.mark.xdist_group("stories")
LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One window without script: nothing that a reader needs may depend on it."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the synthetic bilingual timeline, which has corrections."""
    folder = tmp_path_factory.mktemp("synthetic") / "site"
    build(REPOSITORY / "tests/timelines/bilingual", folder)
    return folder


@pytest.fixture(scope="module")
def trilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the synthetic timeline with a third language."""
    folder = tmp_path_factory.mktemp("trilingual") / "site"
    build(REPOSITORY / "tests/timelines/trilingual", folder)
    return folder


def texts(page: Page, selector: str) -> list[str]:
    """What a reader reads at each place that the selector finds."""
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


@cache
def timeline() -> Timeline:
    """The repository's timeline, as it is loaded for a build."""
    loaded = load(REPOSITORY)
    assert isinstance(loaded, Timeline)
    return loaded


def targets(library: Library) -> list[str]:
    """Topics by first move, then agreements by date, each with its terms."""
    moved = [made.target for made in library.state.moves]
    topics = sorted((t.id for t in library.topics), key=lambda key: ([*moved, key].index(key), key))
    terms = [[a.id, *(f"{a.id}#{term.id}" for term in a.terms)] for a in library.agreements]
    return [*topics, *(target for group in terms for target in group)]


def state_in_words(library: Library, target: str, day: date) -> str:
    """The state that replaying the moves of all events up to a day leads to."""
    moves = [
        (event.moves[target].on or event.date.is_, event.moves[target].to)
        for event in library.events
        if target in event.moves
    ]
    made = [to for when, to in sorted(moves, key=lambda move: move[0].sort_key) if when.anchor_day <= day]
    words = AGREEMENT_STATES if library.has(target.partition("#")[0], Agreement) else TOPIC_STATES
    return words[made[-1]].label if made else "No move recorded"


def states_on(page: Page, site: Path, path: str) -> list[str]:
    """The states that the table of a page shows, row by row."""
    page.goto(f"file://{site}/{path}")
    return texts(page, "table.standing tbody td:is(.state-of, .none)")


# Story 2: who says so


@LANGUAGES
def test_a_claim_shows_its_hops_in_the_order_of_the_report(page: Page, site: Path, language: str) -> None:
    """Informed source, then BasNews, then Syria TV."""
    page.goto(f"file://{site}/{language}/events/2021-02-12-no-understandings.html")
    expected = {
        "ar": ["مصدر كردي سوري مطلع", "باسنيوز", "تلفزيون سوريا"],
        "en": ["Informed Syrian Kurdish source", "BasNews", "Syria TV"],
    }
    assert texts(page, "#none-yet .chain .who") == expected[language]


@pytest.mark.parametrize(("language", "sign"), [("ar", -1), ("en", 1)])
def test_the_hops_run_in_the_direction_of_the_page(page: Page, site: Path, language: str, sign: int) -> None:
    """From right to left in Arabic."""
    page.goto(f"file://{site}/{language}/events/2021-02-12-no-understandings.html")
    boxes = [hop.bounding_box() for hop in page.locator("#none-yet .chain > li").all()]
    places = [sign * box["x"] for box in boxes if box]
    assert (len(places), places) == (3, sorted(places))


@LANGUAGES
def test_a_claim_of_one_origin_says_so_however_many_relay_it(page: Page, site: Path, language: str) -> None:
    """Three hops, one origin: a single source, beside the dispute."""
    page.goto(f"file://{site}/{language}/events/2021-02-12-no-understandings.html")
    marks = [mark.get_attribute("class") for mark in page.locator("#none-yet .grounds summary .mark").all()]
    assert marks == ["mark is-disputed", "mark is-single-source"]


@LANGUAGES
def test_an_unnamed_origin_gives_its_reason(page: Page, site: Path, language: str) -> None:
    """Not authorised to speak to the media."""
    page.goto(f"file://{site}/{language}/events/2021-02-12-no-understandings.html")
    reason = {"ar": "غير مخوّل بالحديث إلى الإعلام", "en": "not authorised to speak to the media"}
    assert reason[language] in texts(page, "#none-yet .chain .anon")[0]


# Story 3: accounts differ


@LANGUAGES
def test_accounts_that_differ_stand_side_by_side_in_the_order_of_the_file(
    page: Page, site: Path, language: str
) -> None:
    """One question, three versions."""
    page.goto(f"file://{site}/{language}/events/2021-01-31-hasakah-shooting.html")
    ids = [version.get_attribute("id") for version in page.locator(".differ .version").all()]
    question = {"ar": "من القتيل؟", "en": "Who was the man killed?"}
    assert (texts(page, ".differ > h2"), ids) == (
        [question[language]],
        ["civilian", "government-security", "policeman"],
    )


@LANGUAGES
def test_accounts_that_differ_have_the_same_width_and_the_same_parts(page: Page, site: Path, language: str) -> None:
    """None of them looks favoured."""
    page.goto(f"file://{site}/{language}/events/2021-01-31-hasakah-shooting.html")
    versions = page.locator(".differ .version").all()
    outer = {round(box["width"]) for version in versions if (box := version.locator(".said").bounding_box())}
    marks = {version.locator(".mark").first.get_attribute("class") for version in versions}
    tops = {round(box["y"]) for version in versions if (box := version.bounding_box())}
    assert (len(marks), len(tops), max(outer) - min(outer) <= 32) == (1, 1, True)


# Story 4: state of play


@LANGUAGES
def test_the_state_of_a_day_is_the_replay_of_the_moves_up_to_it(page: Page, site: Path, language: str) -> None:
    """On 12 February there is no agreement on two files, and nothing yet on oil and wheat."""
    page.goto(f"file://{site}/{language}/state/2021-02-12.html")
    rows = [row for row in texts(page, "table.standing tbody tr") if row]
    names = {"ar": ("ملف الإدارة الذاتية", "النفط والقمح"), "en": ("Autonomous Administration file", "Oil and wheat")}
    states = {"ar": ("لا اتفاق", "لم يُسجَّل تحرك"), "en": ("No agreement", "No move recorded")}
    found = [next(row for row in rows if row.startswith(name)) for name in names[language]]
    assert [state in row for state, row in zip(states[language], found, strict=True)] == [True, True]


def test_the_table_of_every_day_is_the_replay_of_the_moves_up_to_it(page: Page, site: Path) -> None:
    """Topic by topic, agreement by agreement, term by term."""
    library = timeline().library
    shown = {day: states_on(page, site, f"en/state/{day}.html") for day in library.state.days}
    replayed = {day: [state_in_words(library, target, day) for target in targets(library)] for day in shown}
    assert replayed == shown


@pytest.mark.parametrize(
    ("language", "words"), [("ar", ("مصدر واحد", "موضع خلاف")), ("en", ("Single source", "Disputed"))]
)
def test_the_table_of_a_day_is_graded_by_what_was_known_then(
    page: Page, site: Path, language: str, words: tuple[str, str]
) -> None:
    """The account that contradicts came on the 13th; the table of the 12th says so without taking it for known."""
    page.goto(f"file://{site}/{language}/state/2021-02-12.html")
    row = page.locator("table.standing tr", has=page.locator('a[href$="topics/aanes-future.html"]'))
    then, later = row.locator(".how > .mark"), row.locator(".how .later .mark")
    assert words == (then.inner_text().strip(), later.inner_text().strip())


@LANGUAGES
def test_what_is_disputed_names_who_says_otherwise(page: Page, site: Path, language: str) -> None:
    """In the table of today, beside according to whom."""
    page.goto(f"file://{site}/{language}/state.html")
    row = page.locator("table.standing tr", has=page.locator('a[href$="topics/aanes-future.html"]'))
    assert {"ar": ["رواية أخرى: سبوتنيك"], "en": ["another account: Sputnik"]}[language] == [
        " ".join(text.split()) for text in row.locator(".also-said").all_inner_texts()
    ]


@LANGUAGES
def test_the_state_of_play_prints_on_one_sheet(page: Page, site: Path, language: str) -> None:
    """Table, matrix and key on one page of A4."""
    page.goto(f"file://{site}/{language}/state.html")
    assert 1 == page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")


@LANGUAGES
def test_every_day_is_reached_without_script(page: Page, site: Path, language: str) -> None:
    """From the state of play by the list of days."""
    page.goto(f"file://{site}/{language}/state.html")
    page.locator('main a[href$="state/2021.html"]').click()
    page.locator('main a[href$="2021-02-02.html"]').click()
    assert page.url.endswith(f"/{language}/state/2021-02-02.html")


@LANGUAGES
def test_every_state_says_according_to_whom(page: Page, site: Path, language: str) -> None:
    """No cell with a state is without a speaker."""
    page.goto(f"file://{site}/{language}/state/2021-02-12.html")
    says = texts(page, "table.standing td.says")
    assert says
    assert all(says)


# Story 5: not a party


@LANGUAGES
def test_who_is_bound_by_an_agreement_is_not_shown_as_a_party(page: Page, site: Path, language: str) -> None:
    """Government forces are bound by the movement agreement, and are no party to it."""
    page.goto(f"file://{site}/{language}/agreements/movement-permission.html")
    expected = {
        "ar": (["قوات سوريا الديمقراطية", "روسيا"], ["القوات الحكومية السورية"]),
        "en": (["Syrian Democratic Forces", "Russia"], ["Syrian government forces"]),
    }
    found = texts(page, ".bound > div:not(.outside) li"), texts(page, ".bound > .outside li")
    assert found == expected[language]


# Story 10: correct


@LANGUAGES
def test_a_correction_appears_on_its_page_and_on_the_page_of_all(page: Page, synthetic: Path, language: str) -> None:
    """With its date and its kind, in both languages."""
    page.goto(f"file://{synthetic}/{language}/corrections.html")
    everywhere = texts(page, "main .rows .note")
    page.locator("main .rows a").first.click()
    here = texts(page, "main .rows .note")
    assert everywhere
    assert here
    assert set(here) <= set(everywhere)


# Story 13: a third language


def test_a_third_language_is_one_line_and_one_catalogue(page: Page, trilingual: Path) -> None:
    """Its pages are in that language and in its direction."""
    page.goto(f"file://{trilingual}/ku/index.html")
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("ku", "ltr")


def test_a_text_without_translation_says_which_language_it_is_in(page: Page, trilingual: Path) -> None:
    """Fallback text has the right `lang` and `dir`."""
    page.goto(f"file://{trilingual}/ku/index.html")
    foreign = page.locator('main [lang="ar"][dir="rtl"]')
    assert foreign.count() > 0


def test_a_page_that_is_only_fallback_is_not_announced_as_translated(trilingual: Path) -> None:
    """No hreflang to it, in any language."""
    pages = sorted((trilingual / "ar/events").glob("2*.html"))
    announced = [path.name for path in pages if 'hreflang="ku"' in path.read_text("utf-8").partition("</head>")[0]]
    translated = sorted(
        path.stem
        for path in (REPOSITORY / "tests/timelines/trilingual/content/events").glob("*.yaml")
        if "\n  ku:" in path.read_text("utf-8") or " ku:" in path.read_text("utf-8").partition("\n")[0]
    )
    assert [Path(name).stem for name in announced] == translated
