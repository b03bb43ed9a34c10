"""What the HTML of a page names: its elements, and the addresses in them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

ADDRESS_ATTRIBUTES = ("href", "xlink:href", "src", "poster", "data", "action", "formaction", "cite", "ping")
LIST_ATTRIBUTES = ("srcset", "imagesrcset")
LOADING_RELATIONS = {
    "stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest",
    "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch",
}  # fmt: skip
WAITING_ELEMENTS = {"a", "area", "blockquote", "q", "del", "ins"}
"""Elements whose address is followed by a reader at most, and never fetched with the page."""


class Element(NamedTuple):
    """One start tag."""

    name: str
    attributes: dict[str, str]
    line: int

    @property
    def addresses(self) -> Iterator[str]:
        """All addresses that the element names, as they are written."""
        yield from (self.attributes[name] for name in ADDRESS_ATTRIBUTES if name in self.attributes)
        for name in LIST_ATTRIBUTES:
            yield from (part.split()[0] for part in self.attributes.get(name, "").split(",") if part.strip())

    @property
    def loads(self) -> bool:
        """Whether a browser fetches the element's address by itself."""
        if self.name == "link":
            return not LOADING_RELATIONS.isdisjoint(self.attributes.get("rel", "").lower().split())
        return self.name not in WAITING_ELEMENTS


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, self.getpos()[0]))


@functools.cache
def elements(page: Path) -> tuple[Element, ...]:
    """All elements of a page, in order."""
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return tuple(reader.elements)


@functools.cache
def anchors(page: Path) -> frozenset[str]:
    """Everything in a page or a drawing that a `#fragment` can point to."""
    return frozenset(element.attributes["id"] for element in elements(page) if "id" in element.attributes)


def style_addresses(sheet: Path) -> list[str]:
    """The addresses that a style sheet names."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = re.findall(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", text)
    return [next(filter(None, alternatives), "") for alternatives in found]
