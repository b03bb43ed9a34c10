"""Pages that every browser reads the same way."""

from __future__ import annotations

from pathlib import Path

from tests.site import nu
from tests.site.links import broken_links
from tests.site.markup import elements
from tests.site.pages import every_page


def test_every_page_and_style_sheet_is_valid(site: Path) -> None:
    """The Nu checker finds neither an error nor a warning."""
    assert [] == nu.findings(site)


def test_every_link_asset_and_fragment_resolves(site: Path) -> None:
    """Whatever a page names is in the site's folder, by a relative address."""
    assert [] == broken_links(site)


def test_every_page_declares_its_language_and_direction(site: Path) -> None:
    """`<html>` has `lang` and `dir` on every page, the chooser and the missing page included."""
    bare = [page for page in every_page(site) if not {"lang", "dir"} <= elements(site / page)[0].attributes.keys()]
    assert [] == bare


def test_a_page_below_a_language_is_in_that_language(site: Path) -> None:
    """The first folder of an address is the language of the page."""
    tags = {page: elements(site / page)[0].attributes.get("lang", "") for page in every_page(site) if "/" in page}
    assert [] == [page for page, tag in tags.items() if page.split("/")[0] not in {tag, tag.split("-")[0]}]
