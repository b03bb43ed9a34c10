"""A long record is printed in parts that can be opened, carried and bound."""

from __future__ import annotations

import pytest

from bench.timeline import write
from tests.samples import TIMELINES
from waqai.content import Library, Timeline, load
from waqai.languages import Language
from waqai.site import briefing_parts
from waqai.site.briefing_page import part_label
from waqai.site.briefing_parts import Part, month_of, weight


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A synthetic record of three hundred events."""
    folder = tmp_path_factory.mktemp("synthetic")
    write(folder, 300)
    loaded = load(folder)
    assert isinstance(loaded, Timeline)
    return loaded.library


def parts_of(library: Library, most: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Part, ...]:
    """The parts, if none may be heavier than `most`."""
    monkeypatch.setattr(briefing_parts, "MOST", most)
    return briefing_parts.briefing_parts(library)


def test_a_short_record_is_one_part() -> None:
    """Without a cover of its own."""
    loaded = load(TIMELINES / "bilingual")
    assert isinstance(loaded, Timeline)
    assert [part.key for part in briefing_parts.briefing_parts(loaded.library)] == [""]


def test_a_long_record_has_a_cover_and_parts(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cover holds no records; each part is named by its first month."""
    cover, *parts = parts_of(library, 4000, monkeypatch)
    assert (cover, [part.key for part in parts]) == (Part("", ()), [part.months[0] for part in parts])


@pytest.mark.parametrize("most", [4000, 900, 1])
def test_the_parts_hold_the_whole_record_each_piece_once(
    library: Library, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Events in their order, and every agreement."""
    parts = parts_of(library, most, monkeypatch)
    events = tuple(event for part in parts for event in part.events)
    agreements = {agreement.id for part in parts for agreement in part.agreements}
    assert (events, agreements) == (library.events, {agreement.id for agreement in library.agreements})


@pytest.mark.parametrize("most", [4000, 900, 1])
def test_no_part_is_heavier_than_allowed(library: Library, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Unless it holds a single record, which is never broken."""
    parts = parts_of(library, most, monkeypatch)
    heavy = [part for part in parts if sum(map(weight, part.records)) > most and len(part.records) > 1]
    assert heavy == []


def test_a_month_that_is_too_much_for_one_part_is_numbered(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """“January 2001 (2)”, at an address of its own."""
    _, first, second, *_ = parts_of(library, 200, monkeypatch)
    assert (first.key, second.key) == (month_of(first.records[0]), f"{month_of(first.records[0])}-2")
    english = Language.of("en")
    assert part_label(second, english) == f"{part_label(first, english)} (2)"
