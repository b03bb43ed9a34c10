"""The theme as it is published: one stylesheet, one script, and every other file.

The names of the first two change with their content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from waqai.site import ThemeFiles, urls

ORDER = "order.txt"
STATIC = "static"
TEXT_FONTS = {"Arab": "fonts/text-arabic.woff2", "Latn": "fonts/text-latin.woff2"}
DIGEST_LENGTH = 10
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Theme:
    """A theme folder: templates/, static/ and locales/."""

    folder: Path

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
        return named | {self.files.stylesheet: self._stylesheet, self.files.script: self._script}

    @cached_property
    def files(self) -> ThemeFiles:
        """The names that pages need to know."""
        return ThemeFiles(
            stylesheet=urls.theme(f"waqai.{_digest(self._stylesheet)}.css"),
            script=urls.theme(f"waqai.{_digest(self._script)}.js"),
            text_font={script: urls.theme(name) for script, name in TEXT_FONTS.items()},
        )

    @cached_property
    def _stylesheet(self) -> bytes:
        """The style sources in their order, without comments and indentation."""
        lines = (line.strip() for line in _COMMENT.sub("", self._sources("css")).splitlines())
        return ("\n".join(line for line in lines if line) + "\n").encode()

    @cached_property
    def _script(self) -> bytes:
        """The scripts in their order, each in a block of its own: what one declares, no other one sees."""
        lines = (line.strip() for line in self._sources("js", "{{\n{}}}\n").splitlines())
        return ("\n".join(line for line in lines if line and not line.startswith("//")) + "\n").encode()

    def _sources(self, folder: str, frame: str = "{}") -> str:
        """The files that the folder's `order.txt` names, in that order."""
        path = self.folder / STATIC / folder
        names = [line.strip() for line in (path / ORDER).read_text("utf-8").splitlines()]
        return "\n".join(frame.format((path / name).read_text("utf-8")) for name in names if name and name[0] != "#")

    def _files(self, folder: str, *endings: str) -> list[str]:
        found = sorted((self.folder / STATIC / folder).iterdir())
        return [f"{folder}/{path.name}" for path in found if path.suffix in endings]


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:DIGEST_LENGTH]
