"""The formats that can be imported."""

from __future__ import annotations

from pathlib import Path

from waqai.exchange.decks import read_deck
from waqai.importing import timelinejs
from waqai.importing.gathered import Gathered, Progress, Wish


def gathered_from(form: str, file: Path, wish: Wish, progress: Progress) -> Gathered:
    """Everything that a file of this format holds. Raises OSError if it cannot be read."""
    deck, problems = read_deck(file.read_bytes(), file.name)
    if deck is None or problems:
        return Gathered({}, problems=problems)
    assert form == timelinejs.FORMAT  # noqa: S101 - the command knows the formats
    return timelinejs.gather(deck, file.name, wish, progress)
