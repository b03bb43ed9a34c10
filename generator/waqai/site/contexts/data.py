"""The page of what there is to subscribe to and to take along."""

from __future__ import annotations

from dataclasses import dataclass


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
class DataPage:
    """`/<lang>/data.html`."""

    groups: tuple[OfferGroup, ...]
