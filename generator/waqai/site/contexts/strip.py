"""The overview strip: the whole period as one drawing.

Places along the time axis are percentages of the strip's width, counted from where the line of text begins, so that one
drawing serves both directions; heights are in the unit that follows the reader's size of text.
"""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.runs import Phrase


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the strip where a period of the calendar begins."""

    x: str
    label: str
    """“February”, “2021” or “10”."""
    fits: str
    """From which width on there is room for it: always (empty), `mid` or `wide`."""
    is_major: bool
    has_line: bool
    """False for the period in which the strip begins, if it began before."""


@dataclass(frozen=True, slots=True)
class Run:
    """A lane's line."""

    y: str
    first: str
    """Where it becomes solid."""
    last: str
    """Where it ends; equal to `first` for a line that is never solid."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: solid where it is known, hatched where it is not sure."""

    x: str
    width: str
    y: str
    """Its upper edge."""
    height: str
    opacity: str
    """A number from 0 to 1: less where it fades out; empty for a solid one."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A vertical line that ties an event to another of its topics; `knot` where it ends in that topic's lane."""

    x: str
    y1: str
    y2: str
    is_knot: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """What is drawn behind the marks, for one way of spacing them."""

    ticks: tuple[Tick, ...]
    runs: tuple[Run, ...]
    stretches: tuple[Stretch, ...]
    threads: tuple[Thread, ...]
    now: str
    """Where the record ends."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands in one way of spacing."""

    x: str
    y: str
    is_late: bool
    """Whether it stands in the second half of the line: then its tooltip reaches back."""


@dataclass(frozen=True, slots=True)
class Column:
    """How high a count is drawn."""

    sure: str
    """The height of the events whose dates are sure; empty for none."""
    unsure: str
    """The height of the others; empty for none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event, as a circle with its number; or the events of a period, as a column with their count. Always a link."""

    href: str
    text: str
    """The number or the count."""
    name: str
    """What it stands for, in lines: for the tooltip and for those who do not see the drawing."""
    standing: str
    """Key of an event's standing; empty for a count."""
    column: Column | None
    in_time: Spot
    in_order: Spot | None
    """None where marks are only drawn true to time."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A topic, and the marks on it."""

    label: Phrase
    label_y: str
    """Where the words stand; empty for a single lane that needs no name."""
    state: str
    """The present state, in words; empty where a lane has none."""
    y: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Plane:
    """The strip as it is drawn for some widths."""

    width: str
    """`narrow`, `wide`, or empty where one drawing serves all widths."""
    height: str
    lanes: tuple[Lane, ...]
    in_time: Lines
    in_order: Lines | None


@dataclass(frozen=True, slots=True)
class Strip:
    """The overview strip."""

    title: str
    is_counted: bool
    """Whether marks are counts by period and not single events."""
    has_order: bool
    """Whether the reader can choose between true time and equal spacing."""
    is_long: bool
    """Whether there are so many marks that a link past them is due."""
    planes: tuple[Plane, ...]
    now_label: str
    """“13 February 2021: known to here”."""
