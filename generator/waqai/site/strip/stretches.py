"""What is known of a date as time: a solid bar for what lasted, hatching for what is not sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.dates import Edtf
from waqai.site.contexts.strip import Stretch
from waqai.site.strip.axis import Axis

STEP = 0.02
"""How long each step of a fading end is, as a share of the width: an open end has no length of its own."""
FADES = (".62", ".36", ".18")
"""The opacity of these steps; that of the first one is also that of what lies between two known days."""
THICK = 0.625
"""The height of a stretch that has marks on it, in rem."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that is to be drawn, and the line to draw it on."""

    edtf: Edtf
    at: float
    """The place of its mark."""
    axis: Axis
    y: float

    def stretches(self) -> Iterator[Stretch]:
        """The stretches beside the mark; none for a day that is known."""
        return self._span() if self.edtf.is_span else self._point()

    def _point(self) -> Iterator[Stretch]:
        edtf = self.edtf
        if edtf.earliest and edtf.latest and edtf.earliest != edtf.latest:
            yield stretch(self.at, self.axis.share(edtf.latest), self.y, opacity=FADES[0])
        if edtf.start is None or edtf.approximate:
            yield from self._fading(self.at, -1)
        if edtf.end is None or edtf.approximate:
            yield from self._fading(self.axis.share(edtf.latest) if edtf.latest else self.at, 1)
        if edtf.uncertain and not edtf.approximate:
            yield stretch(self.at - STEP, self.at + STEP, self.y, opacity=FADES[0])

    def _span(self) -> Iterator[Stretch]:
        """Solid from the last day on which it can have begun to the first on which it can have ended."""
        begun, ended = self._begun, self._ended
        yield stretch(begun, ended, self.y)
        if self.at < begun:
            yield stretch(self.at, begun, self.y, opacity=FADES[0])
        start, end, latest = self.edtf.start, self.edtf.end, self.edtf.latest
        if end and latest and end.first_day != latest:
            yield stretch(ended, self.axis.share(latest), self.y, opacity=FADES[0])
        if start is None or start.is_qualified:
            yield from self._fading(self.at, -1)
        if self.edtf.unknown_end or (end and end.is_qualified):
            yield from self._fading(self.axis.share(latest) if latest else begun, 1)

    @property
    def _begun(self) -> float:
        start = self.edtf.start
        return self.axis.share(start.last_day) if start and start.first_day != start.last_day else self.at

    @property
    def _ended(self) -> float:
        if self.edtf.end:
            return self.axis.share(self.edtf.end.first_day)
        return self._begun if self.edtf.unknown_end else self.axis.now

    def _fading(self, start: float, sign: int) -> Iterator[Stretch]:
        for number, opacity in enumerate(FADES):
            one, other = start + sign * number * STEP, start + sign * (number + 1) * STEP
            yield stretch(min(one, other), max(one, other), self.y, opacity=opacity)


def stretch(start: float, end: float, middle: float, *, opacity: str = "", height: float = THICK) -> Stretch:
    """A stretch between two places, cut off at the ends of the strip."""
    start, end = max(start, 0), min(end, 1)
    return Stretch(percent(start), percent(max(end - start, 0)), rem(middle - height / 2), rem(height), opacity)


def percent(share: float) -> str:
    """A share of the width."""
    return f"{100 * share:.2f}%"


def rem(height: float) -> str:
    """A height that follows the reader's size of text."""
    return f"{round(height, 3):g}rem"
