"""Arabic pages are the mirror image of themselves read from left to right."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.pages import KINDS, sample
from tests.site.windows import script, window


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_mirrored_exactly(browser: Browser, site: Path, address: str, kind: str, width: int) -> None:
    """With only the document's direction switched, every box is where a mirror would show it."""
    with window(browser, width=width) as tab:
        tab.goto(address + sample(site, kind, "ar"), wait_until="load")
        tab.evaluate("() => document.fonts.ready.then(() => true)")
        found = tab.evaluate(script("mirror"))
    assert found["compared"] > 10
    assert [] == found["faults"]
