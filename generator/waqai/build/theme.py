"""The theme as it is published: one stylesheet, one script, and every other file.

The names of the first two change with their content.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256, sha384
from pathlib import Path
from typing import TYPE_CHECKING

import rjsmin

from waqai.build.style import minified
from waqai.site import Studio, ThemeFiles, urls
from waqai.site.link_cards import LinkCard
from waqai.themes import built_in_theme

if TYPE_CHECKING:
    from waqai.build.link_cards import Artist

ORDER, OF_EMBEDS = "order.txt", "embeds.txt"
"""The lists of what is joined into one file: for pages, and for what other sites show in a frame."""
OF_TOOLS = "tools.txt"
"""The list of what the pages of all tools load in its place: they show nothing of the timeline."""
TOOLS = ("builder", "suggest")
"""The tools; each has a list of scripts that only its pages load."""
TOKENS = "css/tokens.css"
LETTERS = "link-cards"
"""The folder with the fonts that link cards are set in."""
STATIC = "static"
OFFLINE = "offline"
ELEMENTS = "element"
"""The folder of the script that shows embeds: `waqai-1.js`, `waqai-2.js`, …"""
OWN_STYLE = "style"
"""The folder beside timeline.yaml with a timeline's own style sheets."""
OWN_ASSETS = (".woff2", ".svg", ".png", ".txt")
"""What lies beside them and is published too, under the same name below `style/`."""
TEXT_FONTS = {"Arab": "fonts/text-arabic.woff2", "Latn": "fonts/text-latin.woff2"}
DIGEST_LENGTH = 10
WHITE = "#ffffff"
_PAPER = re.compile(r"--paper:\s*(?:light-dark\(\s*)?(#[0-9a-fA-F]{6})")
_LIGHT_AND_DARK_PAPER = re.compile(r"--paper:\s*light-dark\(\s*(#[0-9a-fA-F]{6}),\s*(#[0-9a-fA-F]{6})\s*\)")


@dataclass(frozen=True)
class Theme:
    """A theme folder (templates/, static/ and locales/), and what a timeline adds to its style."""

    folder: Path
    own: Path | None = None
    """The folder of a timeline's own style sheets, which come last and in no layer, and of the files that they use."""

    @property
    def templates(self) -> Path:
        """The folder of the templates."""
        return self.folder / "templates"

    @property
    def locales(self) -> Path:
        """The folder of the catalogues."""
        return self.folder / "locales"

    @cached_property
    def assets(self) -> dict[str, bytes]:
        """What is published of the theme: path below the site's root -> content."""
        names = [*self._files("fonts", ".woff2", ".txt"), *self._files("icons", ".svg", ".png", ".ico")]
        named = {urls.theme(name): (self.folder / STATIC / name).read_bytes() for name in names}
        bundles = {self.files.stylesheet: self._stylesheet, self.files.script: self._script}
        embeds = {self.files.embed_stylesheet: self._embed_stylesheet, self.files.embed_script: self._embed_script}
        own = {urls.theme(f"{OWN_STYLE}/{path.name}"): path.read_bytes() for path in self._own(*OWN_ASSETS)}
        tools = {self.files.tool_stylesheet: self._tool_stylesheet}
        tools |= {self.files.tool_scripts[name]: script for name, script in self._tool_scripts.items()}
        return named | bundles | embeds | tools | own | self._elements

    @cached_property
    def files(self) -> ThemeFiles:
        """The names that pages need to know."""
        newest = list(self._elements)[-1]
        return ThemeFiles(
            stylesheet=urls.theme(f"waqai.{_digest(self._stylesheet)}.css"),
            script=urls.theme(f"waqai.{_digest(self._script)}.js"),
            embed_stylesheet=urls.theme(f"embed.{_digest(self._embed_stylesheet)}.css"),
            embed_script=urls.theme(f"embed.{_digest(self._embed_script)}.js"),
            tool_stylesheet=urls.theme(f"tools.{_digest(self._tool_stylesheet)}.css"),
            tool_scripts={name: urls.theme(f"{name}.{_digest(made)}.js") for name, made in self._tool_scripts.items()},
            element=newest,
            element_integrity=f"sha384-{b64encode(sha384(self._elements[newest]).digest()).decode()}",
            offline_script=urls.theme(f"offline.{_digest(self._registration)}.js"),
            paper=self._paper,
            text_font={script: urls.theme(name) for script, name in TEXT_FONTS.items()},
        )

    @cached_property
    def _elements(self) -> dict[str, bytes]:
        """All versions of the script that shows embeds, oldest first, as they were released: other sites name them."""
        found = sorted(
            (built_in_theme() / STATIC / ELEMENTS).glob("*.js"), key=lambda path: int(path.stem.split("-")[1])
        )
        return {urls.element(path.name): path.read_bytes() for path in found}

    @property
    def offline_assets(self) -> dict[str, bytes]:
        """What is published besides where browsers are to keep pages."""
        return {self.files.offline_script: self._registration}

    @cached_property
    def worker(self) -> str:
        """The service worker, to be told what to keep."""
        return _bare((self._offline / "worker.js").read_text("utf-8"))

    @cached_property
    def _registration(self) -> bytes:
        return _bare((self._offline / "register.js").read_text("utf-8")).encode()

    @property
    def _offline(self) -> Path:
        """The folder of the scripts that keep pages; a theme that has none takes those of the built-in one."""
        own = self.folder / STATIC / OFFLINE
        return own if own.is_dir() else built_in_theme() / STATIC / OFFLINE

    @cached_property
    def studio(self) -> Studio:
        """Where link cards are drawn, with this theme's letters and colours."""
        fonts = sorted(self._letters.glob("*.ttf"))
        parts = (self._tokens, *(sha256(path.read_bytes()).hexdigest() for path in fonts))
        return Studio(self._draw, _digest(repr(parts).encode()), frozenset(TEXT_FONTS))

    def _draw(self, card: LinkCard) -> bytes:
        return self._artist.draw(card)

    @cached_property
    def _artist(self) -> Artist:
        from waqai.build.link_cards import Artist  # noqa: PLC0415 - slow, and only a card that changed needs it

        return Artist.of(self._letters, self._tokens)

    @property
    def _letters(self) -> Path:
        """The folder with the fonts of link cards; a theme that has none takes those of the built-in one."""
        own = self.folder / LETTERS
        return own if own.is_dir() else built_in_theme() / LETTERS

    @cached_property
    def _paper(self) -> tuple[str, str]:
        """The colours of the paper, light and dark."""
        light, dark = _PAPER.search(self._tokens), _LIGHT_AND_DARK_PAPER.search(self._tokens)
        paper = light[1] if light else WHITE
        return (paper, dark[2] if dark else paper)

    @cached_property
    def _tokens(self) -> str:
        """The style sheet with the colours; a theme that has none takes that of the built-in one."""
        own = self.folder / STATIC / TOKENS
        tokens = (own if own.is_file() else built_in_theme() / STATIC / TOKENS).read_text("utf-8")
        return f"{self._own_style}{tokens}"  # of two values the first one counts

    @cached_property
    def _stylesheet(self) -> bytes:
        """The style sources in their order, without comments and needless spaces."""
        return f"{minified(self.style_sources)}\n{minified(self._own_style)}".encode()

    @cached_property
    def _own_style(self) -> str:
        """The style sheets of the timeline, in the order of their names."""
        return "".join(f"{path.read_text('utf-8')}\n" for path in self._own(".css"))

    def _own(self, *endings: str) -> list[Path]:
        if self.own is None or not self.own.is_dir():
            return []
        return sorted(path for path in self.own.iterdir() if path.suffix in endings and path.is_file())

    @property
    def style_sources(self) -> str:
        """The style sources as they are kept, one behind the other in their order."""
        return _joined(self._with("css", ORDER))

    @cached_property
    def _tool_stylesheet(self) -> bytes:
        """The style sheet of pages of a tool, and the timeline's own."""
        return f"{minified(_joined(self._with('css', OF_TOOLS)))}\n{minified(self._own_style)}".encode()

    @cached_property
    def _tool_scripts(self) -> dict[str, bytes]:
        """The script of each tool, by its name: its files in one function, of which no name gets out."""
        sources = {name: _joined(self._with("js", f"{name}.txt")) for name in TOOLS}
        return {name: _bare(f'(() => {{"use strict";\n{source}}})();\n').encode() for name, source in sources.items()}

    @cached_property
    def _script(self) -> bytes:
        """The scripts in their order, each in a block of its own: what one declares, no other one sees."""
        return _bare(_joined(self._with("js", ORDER), "{{\n{}}}\n")).encode()

    @cached_property
    def _embed_stylesheet(self) -> bytes:
        """The style sources of embeds, and the timeline's own."""
        return f"{minified(_joined(self._with('css', OF_EMBEDS)))}\n{minified(self._own_style)}".encode()

    @cached_property
    def _embed_script(self) -> bytes:
        """What embeds run."""
        return _bare(_joined(self._with("js", OF_EMBEDS), "{{\n{}}}\n")).encode()

    def _with(self, folder: str, order: str) -> Path:
        """A list of sources; a theme that has none takes that of the built-in one."""
        own = self.folder / STATIC / folder / order
        return own if own.is_file() else built_in_theme() / STATIC / folder / order

    def _files(self, folder: str, *endings: str) -> list[str]:
        found = sorted((self.folder / STATIC / folder).iterdir())
        return [f"{folder}/{path.name}" for path in found if path.suffix in endings]


def _joined(order: Path, frame: str = "{}") -> str:
    """The files that a list names, in its order, each in a frame."""
    names = [line.strip() for line in order.read_text("utf-8").splitlines()]
    sources = ((order.parent / name).read_text("utf-8") for name in names if name and name[0] != "#")
    return "\n".join(map(frame.format, sources))


def _bare(script: str) -> str:
    """A script without comments and white space."""
    return str(rjsmin.jsmin(script))


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:DIGEST_LENGTH]
