"""Texts that try to become code, in every field of every kind in both languages: nothing of them runs for a reader.

The timeline is synthetic. That the browser of these tests would see an attack is shown by pages without their escaping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.attack.hostile import write
from tests.site.attack.payloads import ENDS, HOST, MARKUP, NO_ADDRESSES, TEXTS
from tests.site.attack.watching import Watch, watched
from tests.site.building import built_once
from tests.site.hosts import hosting
from tests.site.pages import every_page
from tests.site.serving import serving
from waqai.model import Source

PASSED_BY = re.compile(r"/(former-|by/|state/.)|-base\.|^ar/(?!events/.*[02]|actors/.*1|index)|s/index|embed/[^el].*")
"""Pages that show nothing which others do not show, too."""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
CONTROL = "en/events/event-0.html"
QUERIES = (MARKUP[0], MARKUP[1], ENDS[0], ENDS[5], "javascript:attack(1)")
FILL = """(texts) => {
  const inputs = [...document.querySelectorAll("main input:not([type=radio]), main textarea")];
  for (const [place, input] of inputs.entries()) {
    input.value = texts[place % texts.length];
    for (const kind of ["input", "change", "focusout"]) input.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}"""


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The hostile timeline, built once for all processes."""
    own = tmp_path_factory.getbasetemp()
    timeline = tmp_path_factory.mktemp("hostile")
    write(timeline)
    return built_once(own if worker_id == "master" else own.parent, timeline, "hostile-site")


@pytest.fixture(scope="session")
def hostile(hostile_site: Path) -> Iterator[str]:
    """Its address."""
    with serving(hostile_site) as root:
        yield root


@pytest.fixture
def tab(browser: Browser, hostile: str) -> Iterator[tuple[Page, Watch]]:
    """A tab that is watched."""
    with watched(browser, hostile) as opened:
        yield opened


def _without_escaping(site: Path, root: str, *, policy: bool) -> dict[str, str]:
    text = unescape((site / CONTROL).read_text("utf-8"))
    return {root + CONTROL: text if policy else POLICY.sub("", text)}


def _seen_without_escaping(browser: Browser, site: Path, root: str, *, policy: bool) -> set[str]:
    """What the watch says of a page whose escaping is undone; it may lead itself away."""
    pages = _without_escaping(site, root, policy=policy)

    def answer(route: Route) -> None:
        route.fulfill(body=pages[route.request.url], content_type="text/html; charset=utf-8")

    with watched(browser, root) as (page, watch):
        page.route(root + CONTROL, answer)
        page.route(f"**://{HOST}/**", lambda route: route.abort())
        page.goto(root + CONTROL, wait_until="domcontentloaded")
        page.wait_for_load_state()
        return {seen.partition(":")[0] for seen in watch.taken()}


def test_the_watch_sees_what_runs_where_nothing_is_escaped(browser: Browser, hostile_site: Path, hostile: str) -> None:
    """The control: without escaping and without the policy, scripts run and others are asked."""
    assert {"a script ran", "a request"} <= _seen_without_escaping(browser, hostile_site, hostile, policy=False)


def test_the_policy_stands_where_escaping_would_fail(browser: Browser, hostile_site: Path, hostile: str) -> None:
    """The second wall: with the policy alone no script runs, and every attempt is refused."""
    seen = _seen_without_escaping(browser, hostile_site, hostile, policy=True)
    assert (False, True) == ("a script ran" in seen, "refused by the policy" in seen)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_text_of_any_field_becomes_anything_else_on_a_page(
    tab: tuple[Page, Watch], hostile_site: Path, hostile: str, language: str
) -> None:
    """Each page is opened, its parts are hovered over and focused; frames inside it, too."""
    page, watch = tab
    found = {}
    for path in every_page(hostile_site):
        if path.startswith(language) and not PASSED_BY.search(path):
            page.goto(hostile + path)
            watch.touch(page)
            found[path] = watch.taken()
    assert {} == {path: seen for path, seen in found.items() if seen}


def test_no_file_for_other_programs_runs_in_a_browser(tab: tuple[Page, Watch], hostile: str) -> None:
    """Feeds and lists of pages are XML, which a browser opens as a page."""
    page, watch = tab
    for path in ("en/feed.atom", "en/corrections.atom", "en/actors/actor-0.atom", "sitemap.xml"):
        page.goto(hostile + path)
        page.evaluate("0")
    assert set() == watch.taken()


@pytest.mark.parametrize("query", QUERIES[:2])
def test_a_search_only_searches(tab: tuple[Page, Watch], hostile: str, query: str) -> None:
    """Typed, and in the address; hits are hostile as well."""
    page, watch = tab
    for address in (f"#q={quote(query)}", f"?q={quote(query)}"):
        page.goto("about:blank")
        page.goto(f"{hostile}en/search.html{address}")
        page.locator(".hits li").first.wait_for()
        watch.touch(page)
    page.goto(f"{hostile}en/index.html")
    page.locator("form[role=search] input").fill(query)
    page.locator("[role=option]").first.wait_for()
    watch.touch(page)
    assert set() == watch.taken()


def test_a_filter_in_the_address_only_filters(tab: tuple[Page, Watch], hostile: str) -> None:
    """What it names is shown as it stands there."""
    page, watch = tab
    for text in (*QUERIES, f"x {MARKUP[3]}"):
        page.goto("about:blank")
        page.goto(f"{hostile}en/index.html?type={quote(text)}&about={quote(text)}&who={quote(text)}#{quote(text)}")
        page.locator(".chosen li").first.wait_for()
        watch.touch(page)
    assert set() == watch.taken()


def test_what_a_browser_carries_into_a_page_stays_words(tab: tuple[Page, Watch], hostile: str) -> None:
    """The name of the window, and a storage that somebody else has written."""
    page, watch = tab
    page.goto(f"{hostile}robots.txt")
    page.evaluate(
        """(text) => {
          window.name = text;
          for (const key of ["size", "scheme", "names", "spacing"]) localStorage.setItem(`waqai-${key}`, text);
        }""",
        ENDS[2],
    )
    for path in ("en/index.html", CONTROL, "en/embed.html", "en/suggest.html"):
        page.goto(hostile + path)
        watch.touch(page)
    assert set() == watch.taken()


def test_what_is_typed_into_the_suggestion_form_stays_words(tab: tuple[Page, Watch], hostile: str) -> None:
    """It is shown as a file, and its faults with it."""
    page, watch = tab
    page.goto(f"{hostile}en/suggest.html")
    page.evaluate(FILL, list(TEXTS))
    watch.touch(page)
    assert set() == watch.taken()


VIEWS = ("javascript:attack(1)", "//attacker.invalid/x", "../../x", "events/../../x", "latest.html?x=<script>", "\\\\x")


@pytest.mark.parametrize("view", VIEWS)
def test_the_builder_frames_nothing_but_embeds(tab: tuple[Page, Watch], hostile: str, view: str) -> None:
    """Whatever the address asks for."""
    page, watch = tab
    page.goto(f"{hostile}en/embed.html?view={quote(view)}")
    assert (f"{hostile}en/embed/latest.html", set()) == (
        page.locator("iframe").evaluate("(frame) => frame.src"),
        watch.taken(),
    )


SPEAK = """(text) => [parent, opener, frames[0]].filter(Boolean).forEach((other) => {
  const about = { title: text, href: text, image: text };
  for (const height of [1e9, text, -1, {}]) {
    other.postMessage({ sentinel: "amp", type: "embed-size", height, about }, "*");
  }
})"""


def test_the_builder_believes_no_other_window(tab: tuple[Page, Watch], hostile: str) -> None:
    """A page that opened it speaks as if it were the embed."""
    page, watch = tab
    page.goto(f"{hostile}robots.txt")
    with page.expect_popup() as opened:
        page.evaluate("(address) => { globalThis.other = open(address); }", f"{hostile}en/embed.html")
    builder = opened.value
    builder.wait_for_load_state()
    page.evaluate(SPEAK.replace("[parent, opener, frames[0]]", "[other]"), ENDS[0])
    watch.touch(builder)
    assert (False, set()) == (ENDS[0] in builder.content(), watch.taken())


def test_an_element_in_a_page_of_others_runs_nothing(browser: Browser, hostile: str, tmp_path: Path) -> None:
    """Neither what its address says nor what a hostile frame tells it."""
    told = "\\x3cimg src=x onerror=attack(1)>"
    (tmp_path / "frame.html").write_text(
        f"<!doctype html><title>x</title><script>({SPEAK})('{told}')</script>", "utf-8"
    )
    sources = ("javascript:attack(1)", "data:text/html,<script>parent.attack(1)</script>", "frame.html")
    elements = "".join(f'<waqai-timeline src="{source}"><a href="x">words</a></waqai-timeline>' for source in sources)
    script = f'<script src="{hostile}embed/waqai-1.js"></script>'
    (tmp_path / "index.html").write_text(f"<!doctype html><title>host</title>{script}{elements}", "utf-8")
    with hosting(tmp_path) as host, watched(browser, host) as (page, watch):
        with page.expect_event("framenavigated", lambda frame: frame.url.endswith("frame.html")):
            page.goto(f"{host}index.html")
        page.evaluate("() => new Promise((done) => setTimeout(done))")
        seen = watch.taken()
        seen -= {f"a request: {hostile}embed/waqai-1.js"}
    assert (set(), {f"{host}frame.html"}) == (seen, {frame.url for frame in page.frames[1:]})


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_an_address_that_could_run_is_refused(address: str) -> None:
    """Of any field: all have the same type."""
    report = {"id": "x", "title": "x", "publisher": "x", "date": "2021-02-01", "url": address}
    with pytest.raises(ValueError, match="waqai"):
        Source.model_validate(report)
