"""Nothing is lost without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.pages import KINDS, LANGUAGES, sample
from tests.site.windows import script, window

READ = [kind for kind in KINDS if kind not in {"suggest", "embed builder"}]
"""What is read; two tools work by script, and have tests of their own without."""


def what_is_there(browser: Browser, address: str, *, scripts: bool) -> dict[str, object]:
    """The visible text and the links of a page."""
    with window(browser, scripts=scripts) as tab:
        tab.goto(address, wait_until="load")
        found: dict[str, object] = tab.evaluate(script("what_is_there"))
        return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", READ)
def test_a_page_is_complete_without_scripts(
    browser: Browser, site: Path, address: str, kind: str, language: str
) -> None:
    """Text and links are the same whether scripts run or not."""
    page = address + sample(site, kind, language)
    assert what_is_there(browser, page, scripts=True) == what_is_there(browser, page, scripts=False)
