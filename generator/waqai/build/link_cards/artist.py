"""Draws cards: an entry of the register, hung on rules, from the side on which its language begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from waqai.build.link_cards.faces import Face, Faces
from waqai.build.link_cards.lines import Room, fitted
from waqai.build.link_cards.marks import mark, ring
from waqai.build.link_cards.sheet import Colour, Sheet
from waqai.site.contexts import Phrase
from waqai.site.link_cards import HEIGHT, WIDTH, LinkCard

MARGIN = 72
TOP, THICK = 60, 10
"""The rule that opens the card."""
FACTS = 136
"""Base line of the first line."""
BODY = 172
"""Where the title begins."""
STANDING = 494
"""Base line of the standing."""
FOOT_RULE, THIN = 526, 2
FOOT = 578
"""Base line of the last line."""
LABEL, SMALL = 32, 28
TITLE_SIZES = tuple(range(88, 43, -4))
LEDE_SIZES = (36, 34, 32, 30)
LINE = {"rtl": 1.46, "ltr": 1.18}
"""Line heights for a size of 1: Arabic letters climb and descend further."""
STANDING_INK = {
    "single-source": "single",
    "disputed": "dispute",
    "retracted": "dispute",
    "documented": "firm",
    "corroborated": "firm",
}
"""The others are drawn in the colour of the text."""
_TOKEN = re.compile(r"--([a-z-]+):\s*(?:light-dark\(\s*)?(#[0-9a-fA-F]{6})\b")


@dataclass(frozen=True)
class Artist:
    """Draws cards in the faces and the light colours of a theme."""

    faces: Faces
    colours: dict[str, Colour]

    @staticmethod
    def of(fonts: Path, tokens: str) -> Artist:
        """An artist with the fonts of a folder and the colours of a style sheet: the first value of each token."""
        found: dict[str, Colour] = {}
        for name, value in _TOKEN.findall(tokens):
            found.setdefault(name, (int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)))
        return Artist(Faces.of(fonts), found)

    def draw(self, card: LinkCard) -> bytes:
        """The card as PNG."""
        sheet = Sheet(WIDTH, HEIGHT)
        _Writing(card, sheet, self.faces).all()
        return sheet.png(self.colours["paper"], self.colours)


@dataclass(frozen=True)
class _Writing:
    """The parts of one card. Distances along the line are counted from the side on which the language begins."""

    card: LinkCard
    sheet: Sheet
    faces: Faces

    def all(self) -> None:
        """Everything, from top to bottom."""
        self._rule(TOP, THICK, "ink")
        self._facts()
        self._title()
        if self.card.standing:
            self._standing(self.card.standing.key, self.card.standing.label)
        self._rule(FOOT_RULE, THIN, "hair")
        self._foot()

    def _rule(self, y: int, thickness: int, ink: str) -> None:
        self.sheet.fill((MARGIN, y, WIDTH - MARGIN, y + thickness), ink)

    def _facts(self) -> None:
        """The number, what kind of event it was and when; at the end of the line, the language."""
        card, sans = self.card, self.faces.sans
        at = float(MARGIN)
        if card.number:
            at += self._number() + SMALL * 0.6
        end = WIDTH - MARGIN - self._width(card.language, sans, SMALL)
        self._line(end, FACTS, card.language, sans, SMALL, "ink-soft")
        self._fitting(at, end - LABEL, FACTS, self._own(card.facts), LABEL, "ink-soft")

    def _number(self) -> float:
        """The number in a ring, as the site cites it; gives back how wide the ring is."""
        number, size, height = self.card.number, SMALL, round(LABEL * 1.5)
        inner = self._width(number, self.faces.sans, size)
        width = max(height, round(inner + size))
        top = round(FACTS - size * 0.33 - height / 2)
        self.sheet.stamp(ring(width, height), (round(self._x(MARGIN, width)), top), "ink")
        self._line(MARGIN + (width - inner) / 2, FACTS, number, self.faces.sans, size, "ink")
        return width

    def _title(self) -> None:
        """The title, and the sentence that may stand under it."""
        card = self.card
        if card.lede is None:
            self._block(card.title, self.faces.text, BODY, STANDING - 1.4 * LABEL, TITLE_SIZES)
            return
        end = self._block(card.title, self.faces.text, BODY, STANDING - 3.4 * LABEL, TITLE_SIZES)
        self._block(card.lede, self.faces.sans, end + SMALL / 2, FOOT_RULE - SMALL / 2, LEDE_SIZES, "ink-soft")

    def _block(  # noqa: PLR0913, PLR0917 - what, in which face, between what, at which sizes
        self, text: Phrase, face: Face, top: float, bottom: float, sizes: tuple[int, ...], ink: str = "ink"
    ) -> float:
        """A text in lines; gives back where it ends."""
        line = LINE[text.dir]
        measure = partial(face.width, size=1, direction=text.dir, language=text.lang)
        block = fitted(text.text, measure, Room(WIDTH - 2 * MARGIN, bottom - top, line, sizes))
        for index, words in enumerate(block.lines):
            base = top + block.size * (line * (index + 0.5) + 0.3)
            self._line(MARGIN, base, words, face, block.size, ink, text)
        return top + block.size * line * len(block.lines)

    def _standing(self, key: str, label: str) -> None:
        """How we know: always drawing and word."""
        ink, size, at = STANDING_INK.get(key, "ink"), LABEL, float(MARGIN)
        drawing = mark(key, size)
        if drawing.getbbox():
            self.sheet.stamp(drawing, (round(self._x(at, size)), STANDING - round(size * 0.84)), ink)
            at += size * 1.45
        self._line(at, STANDING, label, self.faces.sans, LABEL, ink)

    def _foot(self) -> None:
        """Whose page it is."""
        size = LABEL
        self.sheet.stamp(mark("brand", size), (round(self._x(MARGIN, size)), FOOT - round(size * 0.84)), "accent")
        at = MARGIN + size * 1.45
        self._fitting(at, WIDTH - MARGIN, FOOT, self.card.foot, SMALL, "accent")

    def _fitting(  # noqa: PLR0913, PLR0917 - from where to where, on which line, what, how large
        self, start: float, end: float, base: int, text: Phrase, size: int, ink: str
    ) -> None:
        """One line, shortened at a word where it must be."""
        face = self.faces.sans
        measure = partial(face.width, size=1, direction=text.dir, language=text.lang)
        words = fitted(text.text, measure, Room(end - start, size, 1, (size,))).lines[0]
        # A text in the other direction stands where the line begins, too.
        width = face.width(words, size, text.dir, text.lang)
        x = self._x(start, width) + (width if text.dir == "rtl" else 0)
        self._write((x, base), words, face, size, ink, text.dir, text.lang)

    def _line(  # noqa: PLR0913, PLR0917 - where, what, in which face and size
        self, start: float, base: float, words: str, face: Face, size: int, ink: str, text: Phrase | None = None
    ) -> None:
        """A line that begins at `start`, counted from the side on which its own language begins."""
        direction, language = (text.dir, text.lang) if text else (self.card.dir, self.card.lang)
        x = WIDTH - start if direction == "rtl" else start
        self._write((x, base), words, face, size, ink, direction, language)

    def _write(  # noqa: PLR0913, PLR0917 - where it begins, what, in which face, size, ink and language
        self, at: tuple[float, float], words: str, face: Face, size: int, ink: str, direction: str, language: str
    ) -> None:
        if line := face.line(words, size, direction, language):
            self.sheet.stamp(line.mask, (round(at[0]) + line.left, round(at[1]) + line.top), ink)

    def _width(self, text: str, face: Face, size: int) -> float:
        return face.width(text, size, self.card.dir, self.card.lang)

    def _own(self, text: str) -> Phrase:
        """Words in the card's own language."""
        return Phrase(text, self.card.lang, self.card.dir)

    def _x(self, start: float, width: float) -> float:
        """The left edge of what is `width` wide and begins at `start`."""
        return WIDTH - start - width if self.card.dir == "rtl" else start
