"""Periods of the calendar: days, weeks, months, quarters, years and round numbers of years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Unit:
    """A length into which time is cut: so many months, or so many days. Weeks begin on Monday (ISO 8601)."""

    months: int = 0
    days: int = 0

    def number(self, day: date) -> int:
        """The number of the period that a day lies in; the period after it has the next one."""
        if self.days:
            return (day.toordinal() - 1) // self.days
        return (day.year * MONTHS + day.month - 1) // self.months

    def first_day(self, number: int) -> date:
        """The first day of a period, as far as the calendar of Python reaches (years 1 to 9999)."""
        if self.days:
            return date.fromordinal(max(number * self.days + 1, 1))
        month = max(number * self.months, MONTHS)
        return date(month // MONTHS, month % MONTHS + 1, 1)

    def last_day(self, number: int) -> date:
        """The last day of a period."""
        return date.max if number == self.number(date.max) else self.first_day(number + 1) - timedelta(days=1)

    def count(self, first: date, last: date) -> int:
        """How many periods there are from one day to another."""
        return self.number(last) - self.number(first) + 1

    def edtf(self, number: int) -> str:
        """A period as an EDTF text."""
        first, last = self.first_day(number).isoformat(), self.last_day(number).isoformat()
        length = len(first) if self.days else len("2021-02" if self.months < MONTHS else "2021")
        return first[:length] if first[:length] == last[:length] else f"{first[:length]}/{last[:length]}"


DAY, WEEK, MONTH, QUARTER, YEAR = Unit(days=1), Unit(days=7), Unit(1), Unit(3), Unit(MONTHS)
YEARS = tuple(Unit(years * MONTHS) for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000))
UNITS = (DAY, WEEK, MONTH, QUARTER, *YEARS)


def finest(units: tuple[Unit, ...], first: date, last: date, most: int) -> Unit:
    """The shortest of the units of which no more than `most` are needed; the longest one if none is long enough."""
    return next((unit for unit in units if unit.count(first, last) <= most), units[-1])
