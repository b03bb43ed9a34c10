"""The overview strip as readers use it: by eye, by pointer, by keys, on a telephone, with and without script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.site.strips import of_actor, overview, synthetic, write
from tests.site.test_access import violations
from tests.site.windows import window

pytestmark = pytest.mark.xdist_group("strip")
LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
FORWARD = {"ar": "ArrowLeft", "en": "ArrowRight"}
BACK = {"ar": "ArrowRight", "en": "ArrowLeft"}
OVERLAPS = """(selector) => {
  const boxes = [...document.querySelectorAll(selector)].map((each) => {
    const range = document.createRange();
    range.selectNode(each.matches("a") ? each : each.lastChild);
    return range.getBoundingClientRect();
  }).filter((box) => box.width);
  return boxes.flatMap((one, n) => boxes.slice(n + 1).filter((other) => one.left < other.right - 1
    && other.left < one.right - 1 && one.top < other.bottom - 6 && other.top < one.bottom - 6)).length;
}"""
"""How many pairs of links, or of texts at the ends of elements, lie over each other by more than blank space."""


@pytest.fixture(scope="module")
def strips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages with synthetic strips: a few events and many, in both languages."""
    folder = tmp_path_factory.mktemp("strips")
    few, many, decades = synthetic(11, 43), synthetic(2000, 900), synthetic(30, 11_000)
    for tag in ("ar", "en"):
        write(folder, "few", overview(few, tag), tag)
        write(folder, "many", overview(many, tag), tag)
        write(folder, "decades", overview(decades, tag), tag)
        write(folder, "actor", of_actor(many, tag), tag)
    return folder


@contextmanager
def shown(
    browser: Browser, folder: Path, page: str, *, width: int = 1280, scripts: bool = True
) -> Iterator[tuple[Page, Locator]]:
    """A page in a window, from the disk, and those of its marks that can be seen, in the order of the document."""
    with window(browser, width=width, scripts=scripts) as tab:
        tab.goto(f"file://{folder}/{page}.html", wait_until="load")
        yield tab, tab.locator(".plane ol a:visible")


def middles(marks: Locator) -> list[float]:
    """Where the marks stand, in pixels from the edge where the line of text begins."""
    boxes = [mark.bounding_box() for mark in marks.all()]
    return [box["x"] + box["width"] / 2 for box in boxes if box]


def focused(tab: Page) -> str:
    """The first words of the name of the mark that has the focus."""
    return str(tab.evaluate("() => (document.activeElement.ariaLabel ?? '').split('\\n')[0]"))


# Direction and spacing


@LANGUAGES
def test_time_runs_with_the_text(browser: Browser, strips: Path, language: str) -> None:
    """In every lane, whether scripts run or not."""
    with shown(browser, strips, f"{language}/few", scripts=False) as (tab, _):
        for lane in tab.locator(".plane ol:not(.ticks)").all():
            places = middles(lane.locator("a"))
            assert places == sorted(places, reverse=language == "ar")


def test_arabic_stands_as_the_mirror_image_of_english(browser: Browser, strips: Path) -> None:
    """To the pixel."""
    with shown(browser, strips, "en/few") as (_, marks):
        english = middles(marks)
    with shown(browser, strips, "ar/few") as (_, marks):
        assert [1280 - place for place in middles(marks)] == pytest.approx(english, abs=1)


def test_marks_are_evenly_spaced_on_request_without_script(browser: Browser, strips: Path) -> None:
    """Eleven events, ten equal ways."""
    with shown(browser, strips, "en/few", scripts=False) as (tab, marks):
        tab.get_by_text("Evenly spaced").click()
        places = sorted(middles(marks))
        ways = [after - before for before, after in pairwise(places)]
        assert ways == pytest.approx([ways[0]] * 10, abs=1)


def test_the_spacing_is_remembered(browser: Browser, strips: Path) -> None:
    """On the next page and on the next visit."""
    with shown(browser, strips, "en/few") as (tab, _):
        tab.get_by_text("Evenly spaced").click()
        tab.reload()
        assert tab.locator("[name=spacing]:checked").get_attribute("value") == "order"


# Size


@pytest.mark.parametrize("width", [360, 1280])
def test_two_thousand_events_are_counted_and_every_count_is_a_large_enough_target(
    browser: Browser, strips: Path, width: int
) -> None:
    """24 pixels each way, and none over another one (WCAG 2.5.8)."""
    with shown(browser, strips, "en/many", width=width) as (tab, marks):
        boxes = [box for mark in marks.all() if (box := mark.bounding_box())]
        assert all(box["width"] >= 24 and box["height"] >= 24 for box in boxes)
        assert tab.evaluate(OVERLAPS, ".plane ol a") == 0


@pytest.mark.parametrize("page", ["few", "many"])
def test_axe_finds_nothing_to_object_to_in_a_strip(browser: Browser, strips: Path, page: str) -> None:
    """On a phone, where marks are closest."""
    with shown(browser, strips, f"ar/{page}", width=360) as (tab, _):
        assert violations(tab) == []


@pytest.mark.parametrize("page", ["few", "many", "decades", "actor"])
def test_a_strip_has_a_bounded_number_of_nodes(browser: Browser, strips: Path, page: str) -> None:
    """A quarter of what a page may have."""
    with shown(browser, strips, f"en/{page}") as (tab, _):
        assert tab.locator(".strip *").count() < 2250


@LANGUAGES
@pytest.mark.parametrize("page", ["few", "many", "decades", "actor"])
def test_no_label_of_the_axis_lies_over_another_on_a_phone(
    browser: Browser, strips: Path, page: str, language: str
) -> None:
    """At 360 pixels and the largest size of text, in either spacing."""
    with shown(browser, strips, f"{language}/{page}", width=360) as (tab, _):
        tab.evaluate("() => { document.documentElement.style.fontSize = '122%' }")
        for choice in [None, *tab.locator("label:has([value=order])").all()]:
            if choice:
                choice.click()
            assert tab.evaluate(OVERLAPS, ".ticks li") == 0
            assert tab.evaluate("() => document.documentElement.scrollWidth") == 360


# Tooltips


@LANGUAGES
@pytest.mark.parametrize("page", ["few", "many"])
def test_a_tooltip_on_focus_stays_inside_a_phone(browser: Browser, strips: Path, page: str, language: str) -> None:
    """That of every mark, without script."""
    with shown(browser, strips, f"{language}/{page}", width=360, scripts=False) as (tab, marks):
        for mark in marks.all():
            mark.focus()
            assert tab.evaluate("() => document.documentElement.scrollWidth") == 360
            box = mark.evaluate("(a) => { const style = getComputedStyle(a, '::after'); return style.display }")
            assert box == "block"


def test_escape_takes_a_tooltip_away_until_the_next_mark(browser: Browser, strips: Path) -> None:
    """Without moving the focus (WCAG 1.4.13)."""
    with shown(browser, strips, "en/few") as (tab, marks):
        marks.nth(0).focus()
        tab.keyboard.press("Escape")
        display = "() => getComputedStyle(document.activeElement, '::after').display"
        hidden = tab.evaluate(display)
        tab.keyboard.press("ArrowRight")
        assert (hidden, tab.evaluate(display)) == ("none", "block")


def test_a_pointer_can_rest_on_a_tooltip(browser: Browser, strips: Path) -> None:
    """It stays while the pointer is on it, as it belongs to its mark."""
    with shown(browser, strips, "en/few") as (tab, marks):
        marks.nth(0).hover()
        box = marks.nth(0).bounding_box()
        assert box
        tab.mouse.move(box["x"] + 40, box["y"] + 50)
        assert marks.nth(0).evaluate("(a) => getComputedStyle(a, '::after').display") == "block"


# Keys


@LANGUAGES
def test_arrow_keys_follow_time_in_the_direction_of_the_text(browser: Browser, strips: Path, language: str) -> None:
    """Forward, and back again."""
    with shown(browser, strips, f"{language}/few") as (tab, marks):
        marks.nth(0).focus()
        seen = [focused(tab)]
        for key in (FORWARD[language], BACK[language]):
            tab.keyboard.press(key)
            seen.append(focused(tab))
        first, second = (str(marks.nth(n).get_attribute("aria-label")).split("\n")[0] for n in (0, 1))
        assert seen == [first, second, first]


def test_home_and_end_lead_to_the_ends_of_a_lane(browser: Browser, strips: Path) -> None:
    """Wherever one is in it."""
    with shown(browser, strips, "en/many") as (tab, marks):
        marks.nth(3).focus()
        tab.keyboard.press("End")
        last = focused(tab)
        tab.keyboard.press("Home")
        lane = tab.locator(".plane:visible ol").first.locator("a")
        names = [str(each.get_attribute("aria-label")).split("\n")[0] for each in (lane.last, lane.first)]
        assert [last, focused(tab)] == names


def test_up_and_down_lead_to_the_nearest_mark_of_the_next_lane(browser: Browser, strips: Path) -> None:
    """The same period, where there is one."""
    with shown(browser, strips, "en/many") as (tab, marks):
        marks.nth(3).focus()
        period = focused(tab).split(":")[0]
        tab.keyboard.press("ArrowDown")
        below = tab.evaluate("() => document.activeElement.closest('ol').ariaLabel")
        assert (focused(tab).split(":")[0], "1" in below) == (period, True)


def test_a_strip_is_one_stop_for_the_tab_key(browser: Browser, strips: Path) -> None:
    """Behind the choice of spacing and the link past the strip."""
    with shown(browser, strips, "en/few") as (tab, _):
        assert tab.locator(".plane ol a:not([tabindex='-1'])").count() == 1


def test_without_script_every_mark_is_a_stop_and_there_is_a_way_past_them(browser: Browser, strips: Path) -> None:
    """The link past many marks shows itself when it has the focus."""
    with shown(browser, strips, "en/many", scripts=False) as (tab, marks):
        tab.locator(".past").focus()
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        assert marks.locator("[tabindex]").count() == 0
        assert tab.evaluate("() => document.activeElement.textContent") == "after"
