"""How much of the timeline is in a language."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.runs import Link


@dataclass(frozen=True, slots=True)
class TranslationGroup:
    """Records of which something is still to be translated or to be reviewed."""

    heading: str
    anchor: str
    note: str
    """What it means for readers."""
    count: int
    records: tuple[Link, ...]
    """The first of them, in the order of the timeline."""
    more: int
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class TranslationsPage:
    """`/<lang>/translations.html`: what is in this language, what is not, and what is behind."""

    summary: str
    """“225 of 225 texts are in this language.”"""
    groups: tuple[TranslationGroup, ...]
    """Only those that hold something."""
