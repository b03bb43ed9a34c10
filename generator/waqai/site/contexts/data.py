"""The page of what there is to subscribe to and to take along."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.views import DateView


@dataclass(frozen=True, slots=True)
class Offer:
    """A file for programs."""

    label: str
    """What it holds."""
    form: str
    """The name of its format, the same in all languages: “Atom”."""
    href: str
    address: str
    """The absolute address, for programs that are given one."""
    subscribe_href: str
    """A webcal: address that opens the reader's calendar; empty for what is no calendar."""


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Files of one sort."""

    anchor: str
    heading: str
    note: str
    """How to use them; or empty."""
    items: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file in one of several formats."""

    form: str
    """The name of the format, the same in all languages: “CSV”."""
    href: str


@dataclass(frozen=True, slots=True)
class DataSet:
    """Records of one kind, and the files that hold them."""

    label: str
    count: str
    """How many there are, in words of the page."""
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a reader of the data has to know of one thing in it."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class DataVersion:
    """A version of the form of the data, and what was new in it."""

    number: str
    date: DateView
    text: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """`/<lang>/data.html`."""

    groups: tuple[OfferGroup, ...]
    sets: tuple[DataSet, ...]
    explanations: tuple[Explanation, ...]
    versions: tuple[DataVersion, ...]
    """Newest first."""
    licence: str
    """Of the data, as an SPDX identifier."""
