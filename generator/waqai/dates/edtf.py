"""A date of the EDTF subset (ISO 8601-2) as a value, and its parser.

The subset: years 0001 to 9999, months, days; `?` (uncertain), `~` (approximate) and `%` (both) after a date; date-times
with or without an offset; intervals `A/B`, `A/..`, `../B`, `A/` and `/B`; one of a set `[A,B]`, `[..A]`, `[A..]` and
`[A..B]`. Seasons, unspecified digits and sets that mix lists with ranges are not in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from datetime import time as clock_time
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

from waqai.dates.calendar_date import CalendarDate, UnknownFormError, calendar_date
from waqai.dates.faults import (
    IMPOSSIBLE_TIME,
    REVERSED_INTERVAL,
    DateFault,
    ambiguity,
    bad_date,
    misspelling,
    shortened,
    tidied,
)
from waqai.dates.weekdays import WEEKDAYS, weekday_names_in

_DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))?)"
)
_OFFSET = re.compile(r"(?:Z|[+-][0-9]{2}:[0-9]{2})\Z")
_LAST_HOUR, _LAST_MINUTE, _LARGEST_OFFSET = 23, 59, 14 * 60
_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_TIME = "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?"
NOTATION = (
    rf"^({_DAY}[?~%]?(/({_DAY}[?~%]?|\.\.)?)?|(\.\.)?/{_DAY}[?~%]?|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_TIME}"
    rf"|\[({_DAY}(,{_DAY})+|{_DAY}\.\.({_DAY})?|\.\.{_DAY})\])$"
)
"""What a date of the subset looks like (ECMA-262), for those that cannot parse one. 2021-02-30 looks like one too."""

LONGEST = 200
"""The longest text of a date, in characters: a set of eighteen days."""

Form = Literal["date", "interval", "one of", "one in a range"]
SortKey = tuple[int, int, int, int]


@dataclass(frozen=True)
class Edtf:
    """A reported date. Two are equal when they are written alike and read in the same zone."""

    text: str
    """As it was written; parsing it again gives this value."""
    form: Form = field(compare=False)
    start: CalendarDate | None = field(compare=False)
    """Where it begins (for a single date the date itself); None where that is open or unknown."""
    end: CalendarDate | None = field(compare=False)
    """Where it ends (for a single date the date itself); None where that is open or unknown."""
    choices: tuple[CalendarDate, ...] = field(default=(), compare=False)
    """The members of a set `[A,B]`, earliest first and without repetition."""
    time: clock_time | None = field(default=None, compare=False)
    """The time of day, with its offset from UTC where one is written."""
    zone: str = ""
    """The IANA name of the zone in which a time without an offset is read; empty where none is given."""

    @staticmethod
    def parse(text: str) -> Edtf:
        """The value of a text. Raises :class:`DateFault` for any text outside the subset and for impossible dates."""
        if len(text) > LONGEST:
            raise bad_date(text)
        try:
            return _parsed(text)
        except UnknownFormError:
            raise _fault_of(text) from None

    def in_zone(self, zone: str) -> Edtf:
        """A date-time without an offset, read in a zone (an IANA name); any other date as it is."""
        return replace(self, zone=zone) if self.time and not self.time.tzinfo else self

    def in_city(self, zone: str) -> Edtf:
        """A date-time told by the clock of a zone (an IANA name), where its offset is the one of that zone then.

        A report of 08:34+02:00 seen from Damascus is one of 08:34 Damascus time; one of 08:34+01:00 stays as it is.
        """
        moment = self.moment
        if moment is None or self.time is None or moment.tzinfo is None:
            return self.in_zone(zone)
        there = moment.replace(tzinfo=ZoneInfo(zone))
        same = there.utcoffset() == moment.utcoffset()
        return replace(self, time=self.time.replace(tzinfo=None), zone=zone) if same else self

    @property
    def day_only(self) -> Edtf:
        """The same date without the time of day."""
        return Edtf.parse(self.anchor.iso) if self.time else self

    @cached_property
    def earliest(self) -> date | None:
        """The first day it can mean; None if that is open or unknown."""
        return self.start.first_day if self.start else None

    @cached_property
    def latest(self) -> date | None:
        """The last day it can mean; None if that is open or unknown."""
        return self.end.last_day if self.end else None

    @property
    def approximate(self) -> bool:
        """Whether any part of it is marked `~` or `%`; `start` and `end` tell which."""
        return any(part.approximate for part in (self.start, self.end) if part)

    @property
    def uncertain(self) -> bool:
        """Whether any part of it is marked `?` or `%`; `start` and `end` tell which."""
        return any(part.uncertain for part in (self.start, self.end) if part)

    @property
    def is_span(self) -> bool:
        """Whether it is an interval: something that lasted, not one day that is not known exactly."""
        return self.form == "interval"

    @property
    def is_day(self) -> bool:
        """Whether it is exactly one known day, with or without a time, and nothing about it is in doubt."""
        return self.form == "date" and bool(self.start and self.start.day and not self.start.is_qualified)

    @property
    def unknown_end(self) -> bool:
        """Whether an interval ended at a time nobody knows (`A/`), where `A/..` is still going on."""
        return self.is_span and self.text.endswith("/")

    @property
    def unknown_start(self) -> bool:
        """Whether an interval began at a time nobody knows (`/B`)."""
        return self.is_span and self.text.startswith("/")

    @property
    def anchor(self) -> CalendarDate:
        """The date it is filed under: where it begins, or where it ends if only that is known."""
        return next(part for part in (self.start, self.end) if part)

    @property
    def anchor_day(self) -> date:
        """The day at which it sorts: its earliest day, or its latest if only that is known."""
        return self.earliest or self.anchor.last_day

    @property
    def moment(self) -> datetime | None:
        """The date-time, aware where an offset or a zone is known; None for a date without a time."""
        if self.time is None:
            return None
        moment = datetime.combine(self.anchor_day, self.time)
        return moment.replace(tzinfo=ZoneInfo(self.zone)) if self.zone else moment

    @cached_property
    def sort_key(self) -> SortKey:
        """By the anchor day; open start before known start; by the latest day; by the time (UTC), no time first."""
        latest = self.latest.toordinal() if self.latest else date.max.toordinal() + 1
        return (self.anchor_day.toordinal(), int(self.earliest is not None), latest, self._second)

    @property
    def _second(self) -> int:
        """Seconds from the day's beginning in UTC; without a time, fewer than any time can have."""
        if (moment := self.moment) is None:
            return -2 * 24 * 60 * 60
        offset = moment.utcoffset() or timedelta()
        return moment.hour * 3600 + moment.minute * 60 + moment.second - round(offset.total_seconds())

    @property
    def iso(self) -> str:
        """A value for HTML's `<time datetime>`: the anchor in ISO 8601, with time and offset as far as known."""
        if self.time is None:
            return self.anchor.iso
        return self.text if _OFFSET.search(self.text) else self.text + offset_text(self.moment)

    def weekday_conflict(self, said: str) -> str:
        """This day's own weekday (an English message id, “Thursday”) where a source's words name only others.

        Empty where they agree, where they name no weekday, and where the date is not one known day.
        """
        named = weekday_names_in(said).values() if self.is_day else ()
        own = self.anchor_day.weekday()
        return WEEKDAYS[own] if named and own not in named else ""


def offset_text(moment: datetime | None) -> str:
    """A moment's offset from UTC as `+02:00`, in whole minutes; empty where none is known."""
    offset = moment.utcoffset() if moment else None
    if offset is None:
        return ""
    minutes = abs(round(offset.total_seconds() / 60))
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"


def _fault_of(text: str) -> DateFault:
    """Why a text in no known form is none, and what its writer may have meant."""
    if unclear := ambiguity(text):
        return unclear
    example = tidied(text)
    try:
        _parsed(example)
    except UnknownFormError:
        return bad_date(text)
    except DateFault as fault:
        return DateFault(fault.fault, **(fault.values | {"written": shortened(text)}))
    return misspelling(text, example)


def _parsed(text: str) -> Edtf:
    if text.startswith("["):
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _date_time(text)
    only = calendar_date(text, text)
    return Edtf(text, "date", only, only)


def _date_time(text: str) -> Edtf:
    match = _DATE_TIME.fullmatch(text)
    if not match:
        raise UnknownFormError
    day = calendar_date(match[1], text)
    hour, minute, second, hours, minutes = (int(match[group] or 0) for group in (3, 4, 5, 7, 8))
    offset = hours * 60 + minutes
    if hour > _LAST_HOUR or max(minute, second, minutes) > _LAST_MINUTE or offset > _LARGEST_OFFSET:
        raise DateFault(IMPOSSIBLE_TIME, text, time=match[2])
    zone = timezone(timedelta(minutes=-offset if match[6] == "-" else offset))
    known = match[6] or text.endswith("Z")
    return Edtf(text, "date", day, day, time=clock_time(hour, minute, second, tzinfo=zone if known else None))


def _interval(text: str) -> Edtf:
    first, _, last = text.partition("/")
    start = None if first in {"", ".."} else calendar_date(first, text)
    end = None if last in {"", ".."} else calendar_date(last, text)
    return _ordered(Edtf(text, "interval", start, end), f"{last}/{first}")


def _set(text: str) -> Edtf:
    inner = text[1:-1]
    if not text.endswith("]"):
        raise UnknownFormError
    if "," in inner:
        choices = tuple(sorted({_member(member, text) for member in inner.split(",")}))
        return Edtf(text, "one of", choices[0], max(choices, key=lambda choice: choice.last_day), choices)
    first, dots, last = inner.partition("..")
    if not dots:
        raise UnknownFormError
    start = _member(first, text) if first else None
    end = _member(last, text) if last else None
    return _ordered(Edtf(text, "one in a range", start, end), f"[{last}..{first}]")


def _member(text: str, written: str) -> CalendarDate:
    member = calendar_date(text, written)
    if member.is_qualified:
        raise UnknownFormError
    return member


def _ordered(edtf: Edtf, swapped: str) -> Edtf:
    if edtf.start is None and edtf.end is None:
        raise UnknownFormError
    if edtf.earliest and edtf.latest and edtf.earliest > edtf.latest:
        raise DateFault(REVERSED_INTERVAL, edtf.text, example=swapped)
    return edtf
