"""Our embeds on other people's pages: another origin, another direction, hostile style, a strict policy, no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site.hosts import HOSTILE, Paper, hosting, snippet
from tests.site.markup import elements
from tests.site.pages import LANGUAGES
from tests.site.windows import script, window

PAPERS = {"left-to-right": ("en", "ltr"), "right-to-left": ("ar", "rtl")}
EMBEDS = (
    "latest",
    "state",
    "strip",
    "events/2021-01-31-hasakah-shooting",
    "topics/siege-northeast",
    "agreements/movement-permission",
)
WIDTHS = (280, 700, 1200)
HEARD = """() => {
  globalThis.heard = [];
  addEventListener("message", event => heard.push(event.data));
}"""
FITS = """async () => {
  const waits = one => one.offsetHeight === Number(one.getAttribute("height"));
  while ([...document.querySelectorAll("waqai-timeline")].some(waits)) await new Promise(requestAnimationFrame);
}"""


@dataclass
class Opened:
    """A newspaper's page in a window, and what happened since."""

    tab: Page
    site: str
    host: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def inside(self) -> dict[str, tuple[str, str, int]]:
        """Of each frame: its path on the site, then language, direction and height of what is in it."""
        frames = [frame for frame in self.tab.frames if frame.url.startswith(self.site)]
        root = "(({lang, dir, offsetHeight}) => [lang, dir, offsetHeight])(document.documentElement)"
        return {frame.url.removeprefix(self.site): tuple(frame.evaluate(root)) for frame in frames}


@pytest.fixture(scope="module")
def hosted(site: Path) -> Iterator[str]:
    """The site on a host that sends the headers that it asks for."""
    with hosting(site) as address:
        yield address


@pytest.fixture(scope="module")
def canonical(site: Path) -> str:
    """The address that the site believes to have."""
    links = [element.attributes for element in elements(site / "index.html") if element.name == "link"]
    return next(link["href"] for link in links if link.get("rel") == "canonical").removesuffix("index.html")


@pytest.fixture(scope="module")
def papers(site: Path, hosted: str, canonical: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The newspapers: a page in each direction with the element in the page's own language and in the other one."""
    folder = tmp_path_factory.mktemp("papers")
    (folder / "hostile.css").write_text(HOSTILE, "utf-8")
    for name, (lang, direction) in PAPERS.items():
        own = snippet(site, "en/embed.html", "element", canonical, hosted)
        fixed = snippet(site, "ar/embed.html", "element", canonical, hosted).partition("</script>")[2]
        other = "en" if lang == "ar" else "ar"
        fixed = fixed.replace("<waqai-timeline", f'<waqai-timeline lang="{other}" scheme="dark"')
        frame = snippet(site, f"{other}/embed.html", "frame", canonical, hosted)
        picture = snippet(site, f"{other}/embed.html", "picture", canonical, hosted)
        body = f'{own}{fixed}<div class="frame">{frame}</div>{picture}'
        (folder / f"{name}.html").write_text(Paper(lang, direction, body, hosted).text, "utf-8")
    with hosting(folder) as address:
        yield address


@pytest.fixture(scope="module", params=PAPERS)
def opened(request: pytest.FixtureRequest, browser: Browser, hosted: str, papers: str) -> Iterator[Opened]:
    """A newspaper's page, with all its frames as high as they want to be."""
    with window(browser, width=760) as tab:
        seen = Opened(tab, hosted, papers)
        tab.on("request", lambda one: seen.requests.append(one.url))
        tab.on("console", lambda one: seen.messages.append(one.text))
        tab.goto(f"{papers}{request.param}.html", wait_until="load")
        tab.evaluate(FITS)
        yield seen


def heights(tab: Page) -> list[int]:
    """Of the elements on a page."""
    found: list[int] = tab.evaluate("() => [...document.querySelectorAll('waqai-timeline')].map(e => e.offsetHeight)")
    return found


def test_an_embed_is_as_high_as_what_it_shows(opened: Opened) -> None:
    """Whatever the style of the page around it says of frames."""
    inside = opened.inside()
    language = opened.tab.evaluate("document.documentElement.lang")
    other = "en" if language == "ar" else "ar"
    wanted = [inside[f"{language}/embed/latest.html"][2], inside[f"{other}/embed/latest.html#dark"][2]]
    assert [True, True] == [0 <= own - needed <= 1 for own, needed in zip(heights(opened.tab), wanted, strict=True)]


def test_an_embed_keeps_its_language_and_direction(opened: Opened) -> None:
    """That of the page around it, or the one that was chosen for it."""
    found = {path.partition("#")[0][:2]: (lang, direction) for path, (lang, direction, _) in opened.inside().items()}
    assert {"ar": ("ar", "rtl"), "en": ("en", "ltr")} == found


def test_an_embed_asks_nobody_but_its_own_site(opened: Opened) -> None:
    """And that without an error: neither policy nor sandbox is in its way."""
    known = (opened.site, opened.host, "data:")
    assert ([], []) == ([url for url in opened.requests if not url.startswith(known)], opened.messages)


def test_an_embed_stores_nothing(opened: Opened) -> None:
    """No cookie, and in a sandbox there is no storage."""
    state = opened.tab.context.storage_state()
    assert ([], []) == (state["cookies"], state["origins"])


def test_the_keyboard_passes_through(opened: Opened) -> None:
    """Tab leads into the frames and out of them again."""
    opened.tab.locator("#before").focus()
    passed = []
    while (here := opened.tab.evaluate("document.activeElement.id || document.activeElement.localName")) != "after":
        passed.append(here)
        opened.tab.keyboard.press("Tab")
        assert len(passed) < 100
    assert {"before", "waqai-timeline", "iframe"} <= set(passed)


def test_a_message_from_elsewhere_changes_nothing(opened: Opened) -> None:
    """The element believes its own frame only."""
    before = heights(opened.tab)
    opened.tab.evaluate(
        """() => new Promise(done => {
          addEventListener("message", done, { once: true });
          postMessage({ sentinel: "amp", type: "embed-size", height: 5 }, "*");
        })"""
    )
    assert before == heights(opened.tab)


def test_an_embed_survives_being_moved(opened: Opened) -> None:
    """Taken out, put in again, and a new one put in later."""
    before = heights(opened.tab)
    opened.tab.evaluate(
        """async () => {
          const [first] = document.querySelectorAll("waqai-timeline");
          const late = first.cloneNode(true);
          first.remove();
          document.body.prepend(first, late);
          const waits = () => [first, late].some(one => one.offsetHeight === Number(one.getAttribute("height")));
          while (waits()) await new Promise(requestAnimationFrame);
        }"""
    )
    after = heights(opened.tab)
    opened.tab.evaluate("() => document.querySelectorAll('waqai-timeline')[1].remove()")
    assert [before[0], before[0], before[1]] == after


def test_the_picture_leads_to_the_page(opened: Opened) -> None:
    """It is there, has a text, and its link is the one below it."""
    picture = opened.tab.locator("a > img")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1200
    links = opened.tab.locator(f"a[href='{picture.locator('..').get_attribute('href')}']")
    assert picture.get_attribute("alt") in links.all_inner_texts()


def test_the_page_around_keeps_its_globals(browser: Browser, papers: str) -> None:
    """The script adds one element to the page's registry, and nothing else to the page."""
    names = "() => Object.getOwnPropertyNames(globalThis).sort()"
    found = []
    with window(browser) as tab:
        for blocked in (True, False):
            if blocked:
                tab.route("**/waqai-1.js", lambda route: route.abort())
            else:
                tab.unroute("**/waqai-1.js")
            tab.goto(f"{papers}left-to-right.html", wait_until="load")
            found.append(tab.evaluate(names))
    assert found[0] == found[1]


@pytest.mark.parametrize("paper", PAPERS)
def test_without_script_there_is_a_link(browser: Browser, papers: str, paper: str) -> None:
    """And the frame shows the same as with it."""
    with window(browser, scripts=False) as tab:
        tab.goto(f"{papers}{paper}.html", wait_until="load")
        links = tab.locator("waqai-timeline a")
        assert [True, True] == [link.is_visible() for link in links.all()]
        assert 5 == tab.frame_locator("iframe").locator("main .rows > li").count()


def test_the_frame_tells_its_height_in_three_dialects(browser: Browser, hosted: str) -> None:
    """AMP's and Sidechain's, Datawrapper's, and Pym's."""
    with window(browser, width=760) as tab:
        tab.goto(f"{hosted}404.html", wait_until="load")
        tab.evaluate(HEARD)
        tab.evaluate(
            """async address => {
              const frame = Object.assign(document.createElement("iframe"), { src: address });
              document.body.append(frame);
              while (heard.length < 3) await new Promise(requestAnimationFrame);
            }""",
            f"{hosted}en/embed/latest.html?childId=here",
        )
        amp, datawrapper, pym = tab.evaluate("heard.slice(0, 3)")
    height = amp["height"]
    assert ("amp", "embed-size") == (amp["sentinel"], amp["type"])
    assert {"/en/embed/latest.html": height} == datawrapper["datawrapper-height"]
    assert f"pymxPYMxherexPYMxheightxPYMx{height}" == pym


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_embed_fits_and_axe_finds_nothing_to_object_to(browser: Browser, address: str, language: str) -> None:
    """From 280 to 1200 pixels; in both schemes, which are chosen by the address."""
    found, too_wide = [], []
    with window(browser, width=320) as tab:
        for number, view in enumerate(EMBEDS):
            tab.goto("about:blank")
            tab.goto(f"{address}{language}/embed/{view}.html#{'dark' if number % 2 else 'light'}", wait_until="load")
            found += [(view, rule["id"]) for rule in Axe().run(tab).response["violations"]]
            for width in WIDTHS:
                tab.set_viewport_size({"width": width, "height": 600})
                wide = tab.evaluate("() => document.documentElement.scrollWidth > innerWidth")
                too_wide += [(view, width)] if wide else []
    assert ([], []) == (found, too_wide)


@pytest.mark.parametrize("width", [320, 760])
def test_an_arabic_embed_is_mirrored_exactly(browser: Browser, address: str, width: int) -> None:
    """With only its direction switched, every box is where a mirror would show it."""
    faults = []
    with window(browser, width=width) as tab:
        for view in EMBEDS:
            tab.goto(f"{address}ar/embed/{view}.html", wait_until="load")
            faults += tab.evaluate(script("mirror"))["faults"]
    assert [] == faults


# The page that says what to paste


def chosen(browser: Browser, address: str) -> tuple[str, list[str], list[str]]:
    """The snippet of the element and the pictures' addresses after some choices, and what axe says of the page."""
    with window(browser, width=360) as tab:
        tab.goto(f"{address}en/embed.html?view=events/2021-01-31-hasakah-shooting", wait_until="load")
        tab.locator("[name=language]").select_option("ar")
        tab.locator("[name=shade]").select_option("dark")
        tab.locator("[name=width]").select_option("500")
        tab.locator("#picture-text", has_text="/cards/ar/2021-01-31").wait_for()
        tab.locator("#element-text", has_text="#dark").wait_for()
        links = tab.locator("a[aria-current][data-view]")
        current = [link.get_attribute("data-view") or "" for link in links.all()]
        faults = [rule["id"] for rule in Axe().run(tab).response["violations"]]
        return tab.locator("#element-text").inner_text(), current, faults


def test_the_builder_fills_in_what_was_chosen(browser: Browser, address: str) -> None:
    """View, language, scheme and width; title and picture are the embed's own."""
    element, current, faults = chosen(browser, address)
    assert '/ar/embed/events/2021-01-31-hasakah-shooting.html#dark"' in element
    assert ' lang="ar" width="500" ' in element
    assert '/ar/events/2021-01-31-hasakah-shooting.html" lang="ar" dir="rtl">مقتل رجل' in element
    assert (["events/2021-01-31-hasakah-shooting"], []) == (current, faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_builder_has_snippets_without_script(browser: Browser, address: str, language: str) -> None:
    """Those of the first view, which stands in the frame above them; what only a script can do is not shown."""
    with window(browser, scripts=False) as tab:
        tab.goto(f"{address}{language}/embed.html", wait_until="load")
        assert 3 == tab.locator(f"code:has-text('/{language}/')").filter(visible=True).count()
        assert 5 == tab.frame_locator(".preview iframe").locator("main .rows > li").count()
        assert not tab.locator(".choices").is_visible()
