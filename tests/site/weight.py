"""How many bytes a page costs its reader, compressed as a host sends them."""

from __future__ import annotations

import functools
import gzip
import posixpath
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from tests.site.markup import Element, elements, style_addresses


@functools.cache
def compressed(file: Path) -> int:
    """The size of a file after gzip, in bytes."""
    return len(gzip.compress(file.read_bytes(), mtime=0))


def style_weight(site: Path, page: str) -> int:
    """The compressed size of all style sheets of a page, imported ones too, in bytes."""
    return sum(compressed(site / sheet) for sheet in _sheets(site, _assets(site, page, _is_sheet)))


def script_weight(site: Path, page: str) -> int:
    """The compressed size of all scripts of a page, in bytes."""
    return sum(compressed(site / script) for script in _assets(site, page, _is_script))


def _is_sheet(element: Element) -> bool:
    return element.name == "link" and "stylesheet" in element.attributes.get("rel", "").split()


def _is_script(element: Element) -> bool:
    return element.name == "script" and "src" in element.attributes


def _assets(site: Path, page: str, wanted: Callable[[Element], bool]) -> set[str]:
    """The files of the site that the wanted elements of a page name, relative to its root."""
    named = {_target(page, address) for e in elements(site / page) if wanted(e) for address in e.addresses}
    return {file for file in named if (site / file).is_file()}


def _sheets(site: Path, sheets: set[str]) -> set[str]:
    """These style sheets and all that they import."""
    imported = {
        _target(sheet, address)
        for sheet in sheets
        for address in style_addresses(site / sheet)
        if address.endswith(".css")
    }
    return sheets | (_sheets(site, imported - sheets) if imported - sheets else set())


def _target(base: str, address: str) -> str:
    """The file that an address in `base` leads to, relative to the site's root."""
    path = urlsplit(address).path
    return (
        path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    )
