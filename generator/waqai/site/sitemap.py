"""The list of all pages for search engines (sitemaps.org), each with the same page in the other languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from waqai.site import urls

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST = 50_000
"""Addresses in one file, by the standard; those of the other languages are counted too, which bounds its size."""

ET.register_namespace("", SITEMAP)
ET.register_namespace("xhtml", XHTML)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in the list."""

    path: str
    others: tuple[tuple[str, str], ...] = ()
    """hreflang and path of the page in each language, itself and `x-default` included; empty if there is no other."""


def sitemaps(base: str, pages: Sequence[Listed], most: int = MOST) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The files, by path: one list, or an index and as many lists as it takes. `base` is the site's address."""
    parts = list(_parts(pages, most))
    if len(parts) == 1:
        yield urls.SITEMAP, lambda: _urlset(base, parts[0])
        return
    names = [urls.sitemap_part(number) for number in range(1, len(parts) + 1)]
    yield urls.SITEMAP, lambda: _index(base, names)
    for name, part in zip(names, parts, strict=True):
        yield name, lambda part=part: _urlset(base, part)  # type: ignore[misc]  # bound now, not when it is called


def _parts(pages: Sequence[Listed], most: int) -> Iterator[Sequence[Listed]]:
    size = max(1, most // (1 + max((len(page.others) for page in pages), default=0)))
    for start in range(0, max(1, len(pages)), size):
        yield pages[start : start + size]


def _urlset(base: str, pages: Sequence[Listed]) -> bytes:
    root = ET.Element(f"{{{SITEMAP}}}urlset")
    for page in pages:
        entry = ET.SubElement(root, f"{{{SITEMAP}}}url")
        ET.SubElement(entry, f"{{{SITEMAP}}}loc").text = urls.absolute(base, page.path)
        for language, path in page.others:
            link = {"rel": "alternate", "hreflang": language, "href": urls.absolute(base, path)}
            ET.SubElement(entry, f"{{{XHTML}}}link", link)
    return _document(root)


def _index(base: str, names: Sequence[str]) -> bytes:
    root = ET.Element(f"{{{SITEMAP}}}sitemapindex")
    for name in names:
        entry = ET.SubElement(root, f"{{{SITEMAP}}}sitemap")
        ET.SubElement(entry, f"{{{SITEMAP}}}loc").text = urls.absolute(base, name)
    return _document(root)


def _document(root: ET.Element) -> bytes:
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"
