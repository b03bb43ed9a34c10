"""Suggesting an event: what the form writes is what the reader of the files accepts, and nothing leaves the page."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.building import REPOSITORY
from tests.site.weight import compressed
from tests.site.windows import window
from waqai.config import Config
from waqai.content import Timeline, load
from waqai.model import Event
from waqai.schemas import schema
from waqai.site.contributing import new_file_form
from waqai.yamlfile.characters import suspects

SCRIPTS = REPOSITORY / "theme/static/js/suggest"
NASTY = (
    "محادثات: جولة ثانية",
    'قال: "لا" ثم صمت',
    "it's #1 - {yes}, [no]: null",
    "'\"\\n\\x00 %YAML @home `x`",
    "- a\n- b\n\n  # not a comment\nkey: value",
    "yes",
    "1_000",
    "2021-02-11",
    "~",
    "!!python/object: x",
    "&a *a",
    "[[damascus]] قالت",
    "كلمة\u200cأخرى",
    "\u202eمقلوب\u202c \ufeffb\u200b \x07",
    "👨\u200d👩\u200d👧 ok",
    "tab\tand trailing  \n  spaces  ",
    "---\n...\n? a : b",
    "<script>alert(1)</script>",
    "null\x85next\u2028line",
)
"""What people paste."""
RANGES = (
    (0x20, 0xD800),
    (0xE000, 0x1FFFF),
    (0x2FFFE, 0x30000),
    (0xDFFFE, 0xE0200),
    (0xF0000, 0xF0100),
    (0x10FF00, 0x110000),
)
"""Code points of every sort; those in between are letters of one sort, or private."""
FILL = """([text, index]) => {
  const set = (selector, value) => {
    const input = document.querySelector(selector);
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  set("[name=a]", "2021-02-11");
  for (const name of ["title", "summary", "text"]) {
    for (const tag of ["ar", "en"]) set(`[data-text=${name}][lang=${tag}]`, text);
  }
  set("[name=link]", document.querySelector("#actors option").value);
  set("[name=said]", text);
  set("[name=note]", text);
  set("[name=id]", `2021-02-11-nasty-${index}`);
  return [document.querySelector("[name=file]").value, document.querySelector("[data-status]").textContent];
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """The form in English, which the tests leave empty."""
    with window(browser) as opened:
        opened.goto(f"{address}en/suggest.html")
        yield opened


@pytest.fixture(autouse=True)
def empty(request: pytest.FixtureRequest) -> None:
    """Every test begins with an empty form."""
    if "tab" in request.fixturenames:
        request.getfixturevalue("tab").reload()


@pytest.fixture(scope="module")
def functions(browser: Browser) -> Iterator[Page]:
    """A page on which the functions of the form stand alone."""
    with window(browser) as opened:
        sources = [(SCRIPTS / name).read_text("utf-8") for name in ("text.js", "yaml.js", "schema.js")]
        opened.add_script_tag(content="\n".join(sources))
        yield opened


def completed(tab: Page) -> None:
    """Fill in what is needed."""
    tab.fill("[name=a]", "2021-02-11")
    tab.fill("[data-text=title][lang=ar]", "محادثات")
    tab.fill("[data-list=reports] input", "syria-tv-2021-02-11")


def test_whatever_is_typed_becomes_a_file_that_the_check_accepts(tab: Page, tmp_path: Path) -> None:
    """Texts come back as they were written, without what nobody can see."""
    tab.click("[data-list=claims] > [data-add]")
    tab.click("[data-list=chain] > [data-add]")
    shutil.copy(REPOSITORY / "timeline.yaml", tmp_path)
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    for index, text in enumerate(NASTY):
        file, status = tab.evaluate(FILL, [text, index])
        assert "The file is complete and valid." == status, text
        (tmp_path / f"content/events/2021-02-11-nasty-{index}.yaml").write_text(file, "utf-8", newline="")
    loaded = load(tmp_path)
    problems = loaded.problems if isinstance(loaded, Timeline) else loaded

    assert [] == [problem for problem in problems if problem.is_error and "nasty" in problem.file]
    assert isinstance(loaded, Timeline)
    events = [loaded.library.get(f"2021-02-11-nasty-{index}", Event) for index in range(len(NASTY))]
    assert list(NASTY[:10]) == [event.claims[0].text["en"] for event in events[:10]]


def test_what_nobody_can_see_is_taken_out_and_nothing_else(functions: Page) -> None:
    """Of every code point between two letters, by the rules of the reader of the files."""
    is_cut = """ranges => ranges.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i))
      .filter(point => cleaned(`a${String.fromCodePoint(point)}b`) === "ab")"""
    cut = set(functions.evaluate(is_cut, RANGES))
    points = (point for first, end in RANGES for point in range(first, end))
    refused = {point for point in points if any(suspects(f"a{chr(point)}b"))}

    assert set() == refused - cut - {0x85, 0x2028, 0x2029}
    assert set() == cut - refused


def test_the_page_judges_as_the_schema_does(functions: Page) -> None:
    """The same verdict as a library of Python, on values of every kind in every place."""
    made = schema("event", "en")
    values = list(_changed(COMPLETE))
    verdicts = functions.evaluate("([made, values]) => values.map(v => faultsOf(made, v).length === 0)", [made, values])
    judge = jsonschema.Draft202012Validator(made)

    assert [] == [v for v, told in zip(values, verdicts, strict=True) if told != judge.is_valid(v)]


COMPLETE: dict[str, Any] = {
    "title": {"en": "x", "ar": "y"},
    "date": {"is": "2021-02-11", "said": "today"},
    "type": "talks",
    "sources": ["a-b", {"url": "https://example.org", "title": "x", "publisher": "a"}],
    "who": {"party": ["a"], "host": ["b"]},
    "where": ["a"],
    "moves": {"a#b": "agreed", "c": {"to": "eased", "claim": "d"}},
    "links": {"follows": ["a", {"to": "b"}]},
    "claims": [{"id": "a", "text": "x", "chain": ["a"], "quote": {"en": "x"}, "ours": True, "as": {"a": "x"}}],
    "importance": 1,
    "tags": ["x"],
}
OTHERS: tuple[Any, ...] = (
    None,
    True,
    0,
    4,
    1.5,
    "",
    "x y",
    "a",
    "2021-02-30~",
    "https://x",
    [],
    ["a"],
    {},
    {"en": "x"},
    {"x y": "z"},
)


def _changed(value: Any) -> Iterator[Any]:
    """A value, and the value with each of its parts missing, misnamed or replaced by others."""
    yield value
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        if isinstance(value, dict):
            yield {name: part for name, part in value.items() if name != key}
            yield {f"{name} x" if name == key else name: part for name, part in value.items()}
        for other in (*OTHERS, *_changed(value[key])):
            copied = value.copy()
            copied[key] = other
            yield copied


def test_a_name_from_the_list_becomes_its_id(tab: Page) -> None:
    """Readers choose names; files have ids."""
    chosen = tab.locator("#places option").first
    tab.fill("[data-list=where] input", chosen.get_attribute("value") or "")

    assert f"where: [{chosen.get_attribute('data-id')}]" in tab.input_value("[name=file]")


def test_a_date_is_written_as_exactly_as_it_is_known(tab: Page) -> None:
    """The reader chooses the words; the file has the notation."""
    tab.select_option("[name=way]", label="on one day between two")
    tab.fill("[name=a]", "2021-02-11")
    tab.fill("[name=b]", "2021-02-13")

    assert 'date: "[2021-02-11..2021-02-13]"' in tab.input_value("[name=file]")


def test_what_is_wrong_is_said_beside_its_input(tab: Page) -> None:
    """In words that a screen reader reads with the input; the first one is taken to."""
    completed(tab)
    tab.fill("[data-list=where] input", "No such place!")
    tab.click("[data-do=copy]")
    place = tab.locator("[data-list=where] input")
    told = tab.locator(f"#{place.get_attribute('aria-describedby')}").inner_text()

    assert told.startswith("Choose a name from the list")
    assert place.evaluate("input => input === document.activeElement")


def test_nothing_is_called_wrong_before_it_was_written(tab: Page) -> None:
    """An empty form has no faults."""
    assert 0 == tab.locator("[aria-invalid]").count()


def test_the_file_can_be_taken_along(tab: Page) -> None:
    """Under the name that it should have."""
    completed(tab)
    with tab.expect_download() as waiting:
        tab.click("[data-do=download]")

    assert "2021-02-11-talks.yaml" == waiting.value.suggested_filename
    assert Path(waiting.value.path()).read_text("utf-8") == tab.input_value("[name=file]")


def test_nothing_is_sent_and_nothing_is_kept(tab: Page) -> None:
    """Whoever fills in the form tells nobody."""
    sent: list[str] = []
    tab.on("request", lambda request: sent.append(request.url))
    completed(tab)
    kept = tab.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]")

    assert ([], [0, 0, ""]) == ([url for url in sent if "/theme/" not in url], kept)


HOSTS = {
    "https://github.com/a/b": "/new/main/content/events?filename=2021-02-11-talks.yaml&value=%23%20yaml",
    "https://gitlab.com/a/b": "/-/new/main/content/events?file_name=2021-02-11-talks.yaml",
    "https://codeberg.org/a/b": "/_new/main/content/events?filename=2021-02-11-talks.yaml&value=%23%20yaml",
}


@pytest.mark.parametrize("repository", HOSTS)
def test_the_hosts_form_for_a_new_file_is_filled_in(browser: Browser, address: str, repository: str) -> None:
    """As far as the host takes it."""
    with _at(browser, address, repository) as tab:
        completed(tab)
        assert _opened(tab).startswith(repository + HOSTS[repository])


def test_a_file_that_is_too_long_for_an_address_is_to_be_copied(browser: Browser, address: str) -> None:
    """The host's form is opened with the name alone, and the reader is told."""
    with _at(browser, address, "https://github.com/a/b") as tab:
        completed(tab)
        tab.fill("[data-text=summary][lang=ar]", "كلمة " * 400)

        assert _opened(tab).endswith("?filename=2021-02-11-talks.yaml")
        assert "copy it first" in tab.inner_text("[data-status]")


@contextmanager
def _at(browser: Browser, address: str, repository: str) -> Iterator[Page]:
    """The form of a site whose files are kept somewhere."""
    needed = {"id": "x", "title": "X", "languages": ["en"], "url": "https://example.org", "licence": "CC0-1.0"}
    config = Config.model_validate(needed | {"repository": repository}, context={"languages": ("en",)})
    form = new_file_form(config, "events")
    assert form
    host = json.dumps({"address": form.address, "name": form.name, "text": form.text, "longest": 8000})

    def answer(route: Route) -> None:
        page = route.fetch().text()
        assert '"host":null' in page
        route.fulfill(body=page.replace('"host":null', f'"host":{host}'), content_type="text/html")

    with window(browser) as tab:
        tab.add_init_script("window.open = address => { window.opened = address; };")
        tab.route("**/suggest.html", answer)
        tab.goto(f"{address}en/suggest.html")
        yield tab


def _opened(tab: Page) -> str:
    tab.click("[data-do=open]")
    return str(tab.evaluate("() => window.opened"))


def test_without_script_the_page_tells_how_to_write_the_file(browser: Browser, address: str) -> None:
    """The form is not there; the file to fill in is, and where to send it."""
    with window(browser, scripts=False) as tab:
        tab.goto(f"{address}ar/suggest.html")

        assert (False, True) == (tab.locator("form.suggest").is_visible(), tab.locator("#example").is_visible())
        assert 1 == tab.locator("main a[href^='mailto:corrections@example.org']").count()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_judges_by_the_schema_that_is_published(site: Path, language: str) -> None:
    """It holds the same one."""
    page = (site / language / "suggest.html").read_text("utf-8")
    held = json.loads(page.split('id="suggest">')[1].split("</script>")[0])["schema"]
    folder = "" if language == "en" else "ar/"

    assert json.loads((site / f"schemas/{folder}event.schema.json").read_text("utf-8")) == held


def test_the_tools_are_light(site: Path) -> None:
    """At most 6 KB of script for a tool, and 12 KB of style, which is all that their pages load."""
    assert [] == [file for file in site.glob("theme/suggest.*.js") if compressed(file) > 6000]
    assert [] == [file for file in site.glob("theme/tools.*.css") if compressed(file) > 12_000]
