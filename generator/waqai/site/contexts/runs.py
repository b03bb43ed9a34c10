"""Runs of text from the data, and links."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of text from the data."""

    text: str
    """Plain text."""
    lang: str
    """BCP 47 tag of the language that it is really in."""
    dir: str
    """`rtl` or `ltr`."""
    html: Markup | None = None
    """The text with its links, where it may have any (summaries, claims, notes); inline elements only."""
    notice: str = ""
    """`fallback` (not translated: shown in another language), `stale`, `machine`, `stale-machine`, or empty."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site."""

    href: str
    label: Phrase
