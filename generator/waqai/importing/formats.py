"""The formats that can be imported."""

from __future__ import annotations

from pathlib import Path

from waqai import plainfile
from waqai.exchange.decks import read_deck
from waqai.importing import calendars, peace_agreements, tables, timelinejs
from waqai.importing.gathered import MOST_BYTES, Gathered, Progress, Wish

TABLES = "csv"
FORMATS = (timelinejs.FORMAT, calendars.FORMAT, peace_agreements.FORMAT, TABLES)


def gathered_from(form: str, file: Path, wish: Wish, progress: Progress) -> Gathered:
    """Everything that a file of one of the formats holds. Raises OSError if it cannot be read."""
    if form == TABLES:
        return tables.gather(file, wish, progress)
    data = plainfile.read(file.resolve(), MOST_BYTES)
    if form == calendars.FORMAT:
        return calendars.gather(data, file.name, wish, progress)
    if form == peace_agreements.FORMAT:
        return peace_agreements.gather(data, file.name, wish, progress)
    deck, problems = read_deck(data, file.name)
    if deck is None or problems:
        return Gathered({}, problems=problems)
    return timelinejs.gather(deck, file.name, wish, progress)
