"""Whether a page tells anyone else that it is being read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from tests.site.markup import Element, elements, style_addresses
from tests.site.pages import every_page

SCRIPT_DATA = {"application/ld+json", "application/json"}


def third_parties(site: Path) -> list[str]:
    """Everything that a page or a style sheet of `site` would load from another host."""
    loaded = [
        (page, address)
        for page in every_page(site)
        for element in elements(site / page)
        if element.loads
        for address in element.addresses
    ]
    loaded += [
        (sheet.relative_to(site).as_posix(), address)
        for sheet in sorted(site.rglob("*.css"))
        for address in style_addresses(sheet)
    ]
    return [f"{file}: {address}" for file, address in loaded if urlsplit(address).netloc]


def inline_code(site: Path) -> list[str]:
    """Every script, style and handler that stands inside a page, which a strict security policy refuses."""
    return [
        f"{page}:{element.line}: <{element.name}> {what}"
        for page in every_page(site)
        for element in elements(site / page)
        for what in _inline(element)
    ]


def _inline(element: Element) -> Iterator[str]:
    if element.name == "style":
        yield "is a style sheet inside the page"
    if (
        element.name == "script"
        and "src" not in element.attributes
        and element.attributes.get("type") not in SCRIPT_DATA
    ):
        yield "is a script inside the page"
    yield from (f"has {name}" for name in element.attributes if name == "style" or name.startswith("on"))


def policies(site: Path, name: str, attribute: str) -> dict[str, str]:
    """What each page of `site` says in its `<meta>` of that name; an empty string where it has none."""
    return {
        page: next((e.attributes["content"] for e in elements(site / page) if e.attributes.get(attribute) == name), "")
        for page in every_page(site)
    }
