"""The pages on which readers find what they know a name of: the search, and the index of names."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.runs import Phrase


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the index of names, as a link."""

    href: str
    label: Phrase
    count: int
    """Names under it."""
    is_current: bool
    """Whether the names of this letter alone are on this page."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`/<lang>/search.html`: the field, the hits, and the way on for readers without script."""

    names: str
    """Address of the index of names."""
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name in the index, ours or another's."""

    name: Phrase
    href: str
    """Address of the page of whoever or whatever bears it."""
    see: Phrase | None
    """Of another's name: ours."""
    kind: str
    """“Institution”, “City”, “Topic”."""


@dataclass(frozen=True, slots=True)
class NamesGroup:
    """The names under a letter, or a part of them."""

    label: Phrase
    anchor: str
    count: int
    """Of the whole letter."""
    entries: tuple[NameEntry, ...]


@dataclass(frozen=True, slots=True)
class NamesPage:
    """`/<lang>/names.html`, and in large timelines `/<lang>/names/<letter>.html`: all names, sorted."""

    count: str
    """“64 names”."""
    letters: tuple[Letter, ...]
    groups: tuple[NamesGroup, ...]
    """Empty where each letter has a page of its own and this is not one of them."""
    previous: str
    """Address of the page with the names before these, where one letter fills several; else empty."""
    next: str
    """The same for those after."""
