"""Pages as they come out of a printer: Chromium's PDF, and the text that a reader of the PDF can search and copy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
from playwright.sync_api import Page


@dataclass(frozen=True)
class Paper:
    """A printed document."""

    pdf: bytes

    @cached_property
    def sheets(self) -> tuple[str, ...]:
        """The text of each sheet, words separated by single spaces."""
        return tuple(_words(sheet.get_textpage().get_text_range()) for sheet in pypdfium2.PdfDocument(self.pdf))

    @property
    def text(self) -> str:
        """The whole text."""
        return " ".join(self.sheets)

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """Width and height of the sheets, in millimetres."""
        sizes = (sheet.get_size() for sheet in pypdfium2.PdfDocument(self.pdf))
        return {(round(width / 72 * 25.4), round(height / 72 * 25.4)) for width, height in sizes}


def _words(text: str) -> str:
    """The text in one line; PDFium puts U+FFFE for a hyphen at which a line ends."""
    return re.sub(r"\s+", " ", re.sub("\ufffe\\s*", "-", text))


def printed(tab: Page, address: str) -> Paper:
    """The page at an address, printed as its style sheet says."""
    tab.goto(address, wait_until="load")
    tab.evaluate("() => document.fonts.ready.then(() => true)")
    return Paper(tab.pdf(prefer_css_page_size=True))
