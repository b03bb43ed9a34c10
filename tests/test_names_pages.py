"""The index of names: complete, in order, and bounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.making import library_of
from waqai.content import Library, Timeline, load
from waqai.languages import Language
from waqai.site.contexts import NamesPage
from waqai.site.names_pages import MOST_NAMES, Names
from waqai.site.views import Views

ROOT = Path(__file__).parents[1]


def names_of(library: Library, tag: str = "en") -> tuple[Names, list[NamesPage]]:
    """The index in a language, and all its pages."""
    views = Views(library, Language.of(tag, catalogues=(ROOT / "theme" / "locales",)), tag)
    names = Names(views)
    return names, [names.page(views, part) for part in names.parts()]


def listed(pages: list[NamesPage]) -> list[tuple[str, str]]:
    """Each name with the name that it refers to, in the order of the pages."""
    entries = [entry for page in pages for group in page.groups for entry in group.entries]
    return [(entry.name.text, entry.see.text if entry.see else "") for entry in entries]


@pytest.fixture(scope="module")
def real() -> Library:
    """The real timeline."""
    loaded = load(ROOT)
    assert isinstance(loaded, Timeline)
    return loaded.library


@pytest.mark.parametrize(
    ("tag", "alias", "ours"), [("ar", "نظام الأسد", "الحكومة السورية"), ("en", "SDF", "Syrian Democratic Forces")]
)
def test_another_name_refers_to_ours(real: Library, tag: str, alias: str, ours: str) -> None:
    """Names of others, and short ones."""
    assert (alias, ours) in listed(names_of(real, tag)[1])


def test_unnamed_and_withheld_persons_are_not_listed() -> None:
    """They have no name here."""
    actors = {
        "a": {"kind": "person", "name": "Shown", "safety": "public-role"},
        "b": {"kind": "person", "name": "Hidden", "safety": "withheld", "aka": [{"name": "Alias", "lang": "en"}]},
    }
    names = {name for name, _ in listed(names_of(library_of(actors=actors, sources={}))[1])}
    assert names == {"Shown"}


def test_a_small_timeline_has_its_names_on_one_page() -> None:
    """Its letters lead down the page."""
    _, pages = names_of(library_of())
    assert (1, True) == (len(pages), all(letter.href.startswith("#") for letter in pages[0].letters))


@pytest.fixture(scope="module")
def large() -> Library:
    """A timeline with more names than a page holds, most of them under one letter."""
    names = [f"Member {n}" for n in range(2 * MOST_NAMES + 1)] + ["Other"]
    return library_of(actors={f"a{n}": {"kind": "group", "name": name} for n, name in enumerate(names)}, sources={})


def test_in_a_large_timeline_each_letter_has_its_own_pages(large: Library) -> None:
    """The first page only leads to them."""
    names, pages = names_of(large)
    paths = [part.path for part in names.parts()]
    expected = ["en/names.html", *(f"en/names/{name}.html" for name in ("u004d", "u004d-2", "u004d-3", "u004f"))]
    assert (expected, 0) == (paths, len(pages[0].groups))


def test_no_page_of_names_grows_without_end(large: Library) -> None:
    """However many names a letter has; none is lost."""
    _, pages = names_of(large)
    sizes = [sum(len(group.entries) for group in page.groups) for page in pages]
    assert (sizes, len(set(listed(pages)))) == ([0, MOST_NAMES, MOST_NAMES, 1, 1], 2 * MOST_NAMES + 2)


def test_the_parts_of_a_letter_lead_to_each_other(large: Library) -> None:
    """Back and on."""
    _, pages = names_of(large)
    around = [(page.previous, page.next) for page in pages]
    assert around == [
        ("", ""),
        ("", "names/u004d-2.html"),
        ("names/u004d.html", "names/u004d-3.html"),
        ("names/u004d-2.html", ""),
        ("", ""),
    ]
