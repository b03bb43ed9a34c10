"""One style sheet for both directions of writing."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.site.building import REPOSITORY
from tests.site.styles import important_rules, physical_directions
from waqai.build.theme import Theme
from waqai.themes import built_in_theme

SHEETS = REPOSITORY / "theme" / "static" / "css"

RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s+/g, ""));
}"""


def test_the_theme_has_style_sheets() -> None:
    """There is something to look at where the next tests look."""
    assert any(SHEETS.rglob("*.css"))


def test_the_theme_knows_no_left_and_no_right() -> None:
    """Every property and value is a logical one."""
    assert [] == physical_directions(SHEETS)


def test_the_theme_hardly_ever_overrules_itself() -> None:
    """At most one rule is `!important`."""
    assert len(important_rules(SHEETS)) <= 1


def test_the_published_style_sheet_says_what_its_sources_say(browser: Browser) -> None:
    """Made smaller, but for spaces no rule of it reads otherwise in a browser."""
    theme = Theme(built_in_theme())
    published = theme.assets[theme.files.stylesheet].decode()
    page = browser.new_page()
    rules = [page.evaluate(RULES, css) for css in (theme.style_sources, published)]
    page.close()
    assert [] != rules[0] == rules[1]
