"""A locator map. Places on it are in per cent of its width and height, so that words do not scale with it."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.runs import Phrase


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place on a map."""

    label: Phrase
    x: str
    """“41.2%”, from the left in every language: maps are not mirrored."""
    y: str
    is_minor: bool
    """Whether there is room for it only on a wide map."""


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of a place."""

    name: str
    """For those who do not see it: which place, where north is, how long the bar is."""
    size: str
    """Its width and height, in its own units: “640 480”."""
    land: str
    """Path data, as the following three."""
    lakes: str
    borders: str
    disputed: str
    """Boundaries that the data call disputed."""
    disc: str
    """The radius of the disc in which the place lies, in the map's units; empty where it is a point."""
    disc_says: str
    """What the disc means: “The place lies somewhere in the disc, which is 10 km across.”"""
    x: str
    """The middle of the disc, in the map's units."""
    y: str
    here: MapPoint
    others: tuple[MapPoint, ...]
    """Other places of the timeline."""
    bar: str
    """The length of the bar: “22.2%”."""
    bar_middle: str
    bar_label: str
    """“200 km”."""
