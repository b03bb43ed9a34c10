"""Whether all addresses in a site lead somewhere, wherever the site stands."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from tests.site.markup import Element, anchors, elements, style_addresses
from tests.site.pages import every_page

ANYWHERE = "404.html"
"""A host shows this page at any address, so that its own links cannot be relative."""


def broken_links(site: Path) -> list[str]:
    """Every link, asset and fragment of the pages and style sheets that does not resolve inside `site`."""
    return [*_of_pages(site), *_of_styles(site)]


def _of_pages(site: Path) -> Iterator[str]:
    for page in every_page(site):
        for element in elements(site / page):
            for address in element.addresses:
                if fault := _fault(site, page, urlsplit(address), element):
                    yield f"{page}:{element.line}: <{element.name}> {address!r} {fault}"


def _of_styles(site: Path) -> Iterator[str]:
    for sheet in sorted(site.rglob("*.css")):
        name = sheet.relative_to(site).as_posix()
        for address in style_addresses(sheet):
            if fault := _fault(site, name, urlsplit(address)):
                yield f"{name}: {address!r} {fault}"


def _fault(site: Path, page: str, address: SplitResult, element: Element | None = None) -> str:
    """What is wrong with an address, or an empty string."""
    if address.scheme in {"http", "https"}:
        needs_rel = element is not None and element.name in {"a", "area"} and not element.attributes.get("rel")
        return "leads out of the site without rel" if needs_rel else ""
    if address.scheme:
        return "" if address.scheme in {"mailto", "data", "webcal"} else f"has the scheme {address.scheme}"
    if address.netloc or address.path.startswith("/"):
        return "" if Path(page).name == ANYWHERE else "is absolute"
    return _fault_inside(site, page, address)


def _fault_inside(site: Path, page: str, address: SplitResult) -> str:
    target = (
        posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address.path))) if address.path else page
    )
    if target == ".." or target.startswith("../"):
        return "leaves the site's folder"
    if not (site / target).is_file():
        return "leads to a folder" if (site / target).is_dir() else "leads nowhere"
    fragment = unquote(address.fragment)
    if fragment and target.endswith((".html", ".svg")) and fragment not in anchors(site / target):
        return "has a fragment that its page does not have"
    return ""
