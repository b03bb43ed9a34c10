"""Pages for old phones and weak lines: budgets in compressed bytes."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tests.site.pages import every_page
from tests.site.weight import compressed, script_weight, style_weight

KB = 1000


def test_a_typical_page_is_light(site: Path) -> None:
    """Half of the pages have at most 15 KB of HTML."""
    assert median(compressed(site / page) for page in every_page(site)) <= 15 * KB


def test_the_heaviest_page_is_bounded(site: Path) -> None:
    """No page has more than 60 KB of HTML."""
    assert [] == [page for page in every_page(site) if compressed(site / page) > 60 * KB]


def test_the_style_sheets_of_a_page_are_small(site: Path) -> None:
    """No page has more than 12 KB of style sheets."""
    assert [] == [page for page in every_page(site) if style_weight(site, page) > 12 * KB]


def test_the_scripts_of_a_page_are_small(site: Path) -> None:
    """No page has more than 15 KB of scripts."""
    assert [] == [page for page in every_page(site) if script_weight(site, page) > 15 * KB]
