"""The HTML texts of TimelineJS as Markdown, and back.

What Markdown has no notation for is left out here; whoever converts keeps the HTML beside it. Links that may not stand
in a text become plain words; pictures, videos and frames become links to them.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import Any

from waqai.links import is_safe_link
from waqai.markdown import render, render_inline

_BLOCKS = re.compile(r"\n\s*\n|^(?:[#>|*+-]|\d+[.)]|```|    )", re.MULTILINE)
_ELEMENT = re.compile(r"<[a-zA-Z/!]|&")
_ABSOLUTE = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)
_BRACKET = re.compile(r"[\\\[\]]")
SHORT = 280
"""Characters of a text that can stand as a summary."""


def markdown_of(html: str) -> str:
    """The text in Markdown."""
    text = str(_converter().convert_soup(_soup(html)))
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def markdown_of_words(text: str) -> str:
    """Plain words in Markdown, which then mean nothing but themselves."""
    return markdown_of(escape(text.strip()).replace("\n\n", "<p>").replace("\n", "<br>"))


def words_of(html: str) -> str:
    """The text without its elements, in one line: for a headline."""
    if not _ELEMENT.search(html):
        return " ".join(html.split())
    return " ".join(_soup(html).get_text().split())


def html_of(markdown: str) -> str:
    """The text in HTML; one paragraph stands without its element, as people write it in a cell."""
    if is_short(markdown, len(markdown)):
        return str(render_inline(markdown, _no_names))
    return str(render(markdown, _no_names)).strip()


def headline_of(title: str) -> str:
    """A title as a headline."""
    return escape(title, quote=False)


def is_short(markdown: str, most: int = SHORT) -> bool:
    """Whether a text is one paragraph of a few sentences."""
    return len(markdown) <= most and not _BLOCKS.search(markdown)


def _no_names(_key: str, _short: bool) -> None:  # noqa: FBT001 - the signature of what knows names
    """Texts from elsewhere name no records."""


def _soup(html: str) -> Any:
    """The elements of a text. What begins like a marked section and is none stands in it as it was typed."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - most headlines have no element, and exports need it for few
    from bs4.exceptions import ParserRejectedMarkup  # noqa: PLC0415

    try:
        return BeautifulSoup(html, "html.parser")
    except ParserRejectedMarkup:
        return BeautifulSoup(html.replace("<![", "&lt;!["), "html.parser")


@cache
def _converter() -> Any:
    from markdownify import MarkdownConverter  # noqa: PLC0415 - a tenth of a second that only imports need

    class Converter(MarkdownConverter):
        """Without what our Markdown does not take."""

        def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:
            """A link, where it leads to an address that may be linked."""
            href = str(el.get("href") or "")
            linked = is_safe_link(href) and _ABSOLUTE.match(href) and not set(href) & set("<> \n")
            return str(super().convert_a(el, text, parent_tags)) if linked else text  # type: ignore[misc]

        def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - named by the library
            """A link to what is not shown here."""
            return _link(str(el.get("src") or ""), str(el.get("alt") or ""))

        def convert_iframe(self, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002 - as above
            """The same."""
            return _link(str(el.get("src") or ""), str(el.get("title") or ""))

        convert_video = convert_audio = convert_iframe

    return Converter(escape_misc=True, heading_style="ATX", newline_style="BACKSLASH")


def _link(address: str, words: str) -> str:
    if not re.match(r"https?://[^\s<>()\\]+\Z", address):
        return words
    label = _BRACKET.sub(r"\\\g<0>", words)
    return f"[{label}]({address})" if words else f"<{address}>"
