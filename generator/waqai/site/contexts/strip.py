"""The overview strip: the whole period as one drawing.

Distances along the time axis are percentages of the strip's width, already turned for the page's direction, so that the
drawing is fluid and its text never scales; heights are pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.runs import Phrase


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the strip where a month or a day begins."""

    x: str
    label: str
    is_month: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A topic's line: dotted until the topic first moves, solid from then on."""

    label: Phrase
    label_y: int
    y: int
    first: str
    """Where the dotted part ends."""
    last: str
    """Where the solid part ends; equal to `first` where the topic never moved."""
    state: str
    """The present state, in words, behind the end of the record."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: solid where it is known, hatched where it is not sure."""

    x: str
    width: str
    y: int
    fade: str
    """Empty, `soft`, `softer` or `softest`."""
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """A vertical line that ties an event to another of its topics; `knot` where it ends in that topic's lane."""

    x: str
    y1: int
    y2: int
    is_knot: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """An event: a circle with its number, a link to its entry in the chronicle."""

    href: str
    number: int
    x: str
    y: int
    standing: str
    name: str
    """Number, title, date and standing, for the tooltip and for those who do not see the drawing."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The overview strip."""

    title: str
    height: int
    rtl: bool
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    stretches: tuple[Stretch, ...]
    threads: tuple[Thread, ...]
    marks: tuple[Mark, ...]
    now: str
    """Where the record ends."""
    now_label: str
