"""One style sheet for both directions of writing."""

from __future__ import annotations

from tests.site.building import REPOSITORY
from tests.site.styles import important_rules, physical_directions

SHEETS = REPOSITORY / "theme" / "static" / "css"


def test_the_theme_has_style_sheets() -> None:
    """There is something to look at where the next tests look."""
    assert any(SHEETS.rglob("*.css"))


def test_the_theme_knows_no_left_and_no_right() -> None:
    """Every property and value is a logical one."""
    assert [] == physical_directions(SHEETS)


def test_the_theme_hardly_ever_overrules_itself() -> None:
    """At most one rule is `!important`."""
    assert len(important_rules(SHEETS)) <= 1
