"""One date of any precision: a year, a month or a day, as ISO 8601-2 writes it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from waqai.dates.faults import IMPOSSIBLE_DATE, IMPOSSIBLE_MONTH, IMPOSSIBLE_YEAR, DateFault

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")


class UnknownFormError(ValueError):
    """The text is in none of the forms."""


class CalendarDate(NamedTuple):
    """A year, a month of it or a day of that; `month` and `day` are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0
    approximate: bool = False
    uncertain: bool = False

    @property
    def first_day(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or _days_of(self.year, month)[-1])

    @property
    def is_qualified(self) -> bool:
        """Whether it is marked as uncertain or approximate."""
        return self.approximate or self.uncertain

    @property
    def iso(self) -> str:
        """ISO 8601 with as much precision as is known, without qualifiers."""
        return "-".join([f"{self.year:04}", *(f"{number:02}" for number in (self.month, self.day) if number)])


def calendar_date(text: str, written: str) -> CalendarDate:
    """The date that a text is; `written` is the whole text of which it is a part.

    Raises :class:`UnknownFormError`, and :class:`DateFault` for a date that no calendar has.
    """
    match = _DATE.fullmatch(text)
    if not match:
        raise UnknownFormError
    year, month, day, mark = match.groups()
    found = CalendarDate(int(year), int(month or 0), int(day or 0), mark in {"~", "%"}, mark in {"?", "%"})
    _require_possible(found, match, written)
    return found


def _require_possible(found: CalendarDate, match: re.Match[str], written: str) -> None:
    year, month, day, _ = match.groups()
    if not found.year:
        raise DateFault(IMPOSSIBLE_YEAR, written)
    if month and not 1 <= found.month <= 12:  # noqa: PLR2004 - the months of a year
        raise DateFault(IMPOSSIBLE_MONTH, written, month=month, year=year)
    if day and found.day not in _days_of(found.year, found.month):
        last = str(_days_of(found.year, found.month)[-1])
        raise DateFault(IMPOSSIBLE_DATE, written, day=day, last=last, example=f"{year}-{month}-{last}")


def _days_of(year: int, month: int) -> range:
    return range(1, monthrange(year, month)[1] + 1)
