"""The page that says how much of a timeline is in a language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.samples import TIMELINES
from waqai.content import Timeline, load
from waqai.languages import Language
from waqai.site.translations_page import MOST_LISTED, translations_page
from waqai.site.views import Views
from waqai.themes import built_in_theme


@pytest.fixture(scope="module")
def views() -> Callable[[str], Views]:
    """The views of the bilingual timeline in a language."""
    loaded = load(TIMELINES / "bilingual")
    assert isinstance(loaded, Timeline)

    def made(tag: str) -> Views:
        return Views(loaded.library, Language.of(tag, catalogues=(built_in_theme() / "locales",)), tag)

    return made


def test_the_default_language_has_nothing_to_translate(views: Callable[[str], Views]) -> None:
    """Every text must have it."""
    assert () == translations_page(views("ar")).groups


def test_what_is_missing_behind_or_made_by_a_machine_is_listed_apart(views: Callable[[str], Views]) -> None:
    """Each with its count."""
    groups = translations_page(views("en")).groups
    assert [("missing", 1), ("stale", 1), ("machine", 1)] == [(group.anchor, group.count) for group in groups]


def test_a_language_is_summed_up(views: Callable[[str], Views]) -> None:
    """How many of the texts it has."""
    assert translations_page(views("en")).summary.endswith(" texts are in this language.")


def test_a_long_list_is_cut_and_says_so(views: Callable[[str], Views], monkeypatch: pytest.MonkeyPatch) -> None:
    """The page stays small however much there is to do."""
    monkeypatch.setattr("waqai.site.translations_page.MOST_LISTED", 0)
    group = translations_page(views("en")).groups[0]
    assert (0, 1) == (len(group.records), group.more)
    assert MOST_LISTED > 0
