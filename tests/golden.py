"""What readers read on the key pages of the real timeline, kept as text: a change of a page is a change of a file.

`python -m tests.golden` writes the files anew, to be read before they are committed. A line is a block of the page; a
run in another language than the page's is marked with that language.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tests.site.building import REPOSITORY, build

GOLDEN = REPOSITORY / "tests" / "golden"
KEY_PAGES = (
    "index.html",
    "events/2021-01-31-hasakah-shooting.html",
    "events/2021-02-11-delegation-damascus.html",
    "events/2021-02-11-movement-deal-reported.html",
    "events/2021-02-12-no-understandings.html",
    "events/2021-02-13-status-report.html",
    "agreements/movement-permission.html",
    "actors/syrian-government.html",
    "topics/siege-northeast.html",
    "sources/syria-tv-2021-02-13.html",
    "state/2021-02-12.html",
    "naming.html",
    "embed.html",
    "embed/latest.html",
    "embed/events/2021-01-31-hasakah-shooting.html",
)
LANGUAGES = ("ar", "en")
VERSIONS = re.compile(r'<details class="page-record">.*?</details>', re.DOTALL)
"""What git tells of a page: every commit changes it."""
INLINE = {"a", "abbr", "b", "bdi", "code", "em", "q", "span", "strong", "time", "use", "svg"}
VOID = {"br", "hr", "img", "input", "link", "meta", "use", "path", "circle"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self._languages: list[str] = []
        self._in_main = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_main += tag == "main"
        if tag in VOID:
            return
        if tag not in INLINE:
            self.blocks.append("")
        language = dict(attrs).get("lang") or ""
        self._languages.append(language)
        if self._in_main and language:
            self.blocks[-1] += f"[{language}: "

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self._languages.pop() and self._in_main:
            self.blocks[-1] += "]"
        if tag not in INLINE:
            self.blocks.append("")
        self._in_main -= tag == "main"

    def handle_data(self, data: str) -> None:
        if self._in_main:
            self.blocks[-1] += data


def text_of(page: Path) -> str:
    """The main matter of a page, a block a line."""
    reader = _Text()
    reader.feed(VERSIONS.sub("", page.read_text("utf-8")))
    lines = (" ".join(block.split()) for block in reader.blocks)
    return "\n".join(line for line in lines if line) + "\n"


def names() -> Iterator[str]:
    """The key pages in each language, by their path on the site."""
    for language in LANGUAGES:
        yield from (f"{language}/{page}" for page in KEY_PAGES)


def golden_file(name: str) -> Path:
    """Where the text of a page is kept."""
    return (GOLDEN / name).with_suffix(".txt")


def main() -> None:
    """Write all texts anew."""
    with tempfile.TemporaryDirectory() as folder:
        build(REPOSITORY, Path(folder) / "site")
        for name in names():
            golden_file(name).parent.mkdir(parents=True, exist_ok=True)
            golden_file(name).write_text(text_of(Path(folder) / "site" / name), "utf-8")


if __name__ == "__main__":
    main()
