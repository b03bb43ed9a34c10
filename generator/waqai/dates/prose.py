"""Dates in words: for a running text, for a table, and for the margin of a chronicle.

Everything is composed from single month names and numbers by patterns of the catalogue, context `date`, so that a
language is added by translating them. CLDR's own intervals are not used: they name the wrong months for Syria.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from waqai.dates.calendar_date import CalendarDate
from waqai.dates.edtf import Edtf, offset_text

if TYPE_CHECKING:
    from waqai.languages import Language

_LRM = "\u200e"


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date set out for the margin of a chronicle that names the year elsewhere."""

    big: str
    """The day's number, or two (11–12), to be set large; empty where no single month has it."""
    lines: tuple[str, ...]
    """What stands below: the month, the weekday of a day known exactly, the time; or the whole date in words."""
    qualifier: str
    """A phrase such as “uncertain” or “on or before”; empty for a date known exactly."""
    qualifier_leads: bool
    """Whether the qualifier is read before the date (“on or before”) and not after it (“uncertain”)."""


def describe(edtf: Edtf, language: Language) -> str:
    """The date in full: “on or before 11 February 2021”."""
    return _Wording(language, short=False, years=True).of(edtf)


def describe_short(edtf: Edtf, language: Language) -> str:
    """The date where the year is named elsewhere: “19 January?”. Dates of different years keep their years."""
    return _Wording(language, short=True, years=_crosses_years(edtf)).of(edtf)


def parts(edtf: Edtf, language: Language) -> DateParts:
    """The date for the margin of a chronicle."""
    wording = _Wording(language, short=True, years=_crosses_years(edtf))
    if edtf.start and edtf.end and edtf.start != edtf.end:
        return _parts_of_two(edtf, edtf.start, edtf.end, wording)
    anchor = edtf.anchor
    phrases = [phrase for phrase in (_bound(edtf, language), *_doubts(anchor, language)) if phrase]
    leads = _bound(edtf, language) != "" or (anchor.approximate and not anchor.uncertain)
    return DateParts(*_below(edtf, anchor, language), language.listed(phrases), leads)


def _below(edtf: Edtf, day: CalendarDate, language: Language) -> tuple[str, tuple[str, ...]]:
    big = language.numerals(str(day.day)) if day.day else ""
    year = language.pgettext("date", "{year}").format(year=language.numerals(str(day.year)))
    lines = [language.month(day.month) if day.month else year]
    if edtf.is_day:
        lines.append(language.weekday(edtf.anchor_day))
    if edtf.time:
        lines.append(_clock(edtf, language))
    if edtf.unknown_end or edtf.unknown_start:
        lines.append(_unknown(edtf, language))
    return big, tuple(lines)


def _parts_of_two(edtf: Edtf, start: CalendarDate, end: CalendarDate, wording: _Wording) -> DateParts:
    language = wording.language
    doubts = language.listed(_doubts(start, language)) if _same_doubts(start, end) else ""
    if edtf.form != "interval":
        return DateParts("", (wording.of(edtf),), "", qualifier_leads=False)
    if _one_month_of_days(start, end) and _same_doubts(start, end):
        leads = start.approximate and not start.uncertain
        return DateParts(wording.days(start, end), (language.month(start.month),), doubts, leads)
    first = language.pgettext("date", "from {date}").format(date=wording.end_of_span(start))
    last = language.pgettext("date", "to {date}").format(date=wording.end_of_span(end))
    return DateParts("", (first, last), "", qualifier_leads=False)


def _bound(edtf: Edtf, language: Language) -> str:
    """The phrase that says which side of a date is open; empty where none is."""
    if edtf.is_span:
        return _bound_of_span(edtf, language)
    if edtf.start is None:
        day, other = language.pgettext("date", "on or before"), language.pgettext("date", "in or before")
    elif edtf.end is None:
        day, other = language.pgettext("date", "on or after"), language.pgettext("date", "in or after")
    else:
        return ""
    return day if edtf.anchor.day else other


def _bound_of_span(edtf: Edtf, language: Language) -> str:
    if edtf.start is None:
        return language.pgettext("date", "until")
    if edtf.end is not None:
        return ""
    return language.pgettext("date", "from") if edtf.unknown_end else language.pgettext("date", "since")


def _doubts(part: CalendarDate, language: Language) -> list[str]:
    about = [language.pgettext("date", "about")] if part.approximate else []
    return [*about, language.pgettext("date", "uncertain")] if part.uncertain else about


def _unknown(edtf: Edtf, language: Language) -> str:
    if edtf.unknown_end:
        return language.pgettext("date", "end unknown")
    return language.pgettext("date", "start unknown")


def _clock(edtf: Edtf, language: Language) -> str:
    return language.numerals(f"{edtf.time:%H:%M}")


def _crosses_years(edtf: Edtf) -> bool:
    return len({part.year for part in (edtf.start, edtf.end) if part}) > 1


def _one_month_of_days(start: CalendarDate, end: CalendarDate) -> bool:
    return bool(start.day and end.day and start[:2] == end[:2])


def _one_year_of_months(start: CalendarDate, end: CalendarDate) -> bool:
    return start.year == end.year and bool(start.month and end.month) and not (start.day or end.day)


def _same_doubts(start: CalendarDate, end: CalendarDate) -> bool:
    return (start.approximate, start.uncertain) == (end.approximate, end.uncertain)


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words for dates in one language, long or short, with or without the year."""

    language: Language
    short: bool
    years: bool

    def of(self, edtf: Edtf) -> str:
        if edtf.form == "interval":
            return self._interval(edtf)
        if edtf.form == "one of":
            return self._one_of(edtf.choices)
        if edtf.form == "one in a range":
            return self._one_in_a_range(edtf)
        return self._timed(edtf) if edtf.time else self._qualified(edtf.anchor, self.years)

    def days(self, start: CalendarDate, end: CalendarDate) -> str:
        """Two days of one month, without it: 11–12."""
        return self.language.pgettext("date", "{first_day}–{last_day}").format(
            first_day=self._number(start.day), last_day=self._number(end.day)
        )

    def end_of_span(self, part: CalendarDate) -> str:
        """One end of a span, on its own."""
        return self._qualified(part, self.years)

    def _interval(self, edtf: Edtf) -> str:
        if edtf.start is None or edtf.end is None:
            return self._open_interval(edtf)
        if edtf.start.uncertain and edtf.end.uncertain:
            certain = (part._replace(uncertain=False) for part in (edtf.start, edtf.end))
            return self._doubted(self._span(*certain))
        return self._span(edtf.start, edtf.end)

    def _open_interval(self, edtf: Edtf) -> str:
        date = self._qualified(edtf.anchor, self.years)
        if edtf.unknown_end:
            return self.language.pgettext("date", "from {date}, end unknown").format(date=date)
        if edtf.unknown_start:
            return self.language.pgettext("date", "until {date}, start unknown").format(date=date)
        if edtf.end is None:
            return self.language.pgettext("date", "since {date}").format(date=date)
        return self.language.pgettext("date", "until {date}").format(date=date)

    def _span(self, start: CalendarDate, end: CalendarDate) -> str:
        pgettext = self.language.pgettext
        if start.is_qualified or end.is_qualified:
            return pgettext("date", "from {start} to {end}").format(**self._ends(start, end))
        if start == end:
            return self._plain(start, self.years)
        if _one_month_of_days(start, end):
            return self._assembled(start, day=self.days(start, end), years=self.years)
        if _one_year_of_months(start, end):
            return self._assembled(start, month=self._months(start, end), years=self.years)
        if not (start.month or end.month):
            years = {"first_year": self._number(start.year), "last_year": self._number(end.year)}
            return pgettext("date", "{first_year}–{last_year}").format(**years)
        return pgettext("date", "{start} – {end}").format(**self._ends(start, end))

    def _ends(self, start: CalendarDate, end: CalendarDate) -> dict[str, str]:
        with_year = self.years and start.year != end.year
        return {"start": self._qualified(start, with_year), "end": self._qualified(end, self.years)}

    def _months(self, start: CalendarDate, end: CalendarDate) -> str:
        return self.language.pgettext("date", "{first_month}–{last_month}").format(
            first_month=self.language.month(start.month), last_month=self.language.month(end.month)
        )

    def _one_of(self, choices: tuple[CalendarDate, ...]) -> str:
        first, last = choices[0], choices[-1]
        if all(_one_month_of_days(first, choice) for choice in choices):
            days = self.language.either([self._number(choice.day) for choice in choices])
            return self._assembled(first, day=days, years=self.years)
        if all(_one_year_of_months(first, choice) for choice in choices):
            months = self.language.either([self.language.month(choice.month) for choice in choices])
            return self._assembled(first, month=months, years=self.years)
        differ = len({choice.year for choice in choices}) > 1
        return self.language.either([self._plain(each, self.years and (differ or each is last)) for each in choices])

    def _one_in_a_range(self, edtf: Edtf) -> str:
        if edtf.start is None or edtf.end is None:
            return self._bounded(edtf, self._plain(edtf.anchor, self.years))
        if edtf.start == edtf.end:
            return self._plain(edtf.start, self.years)
        ends = self._ends(edtf.start, edtf.end)
        if _one_month_of_days(edtf.start, edtf.end):
            ends["start"] = self._number(edtf.start.day)
        return self.language.pgettext("date", "between {start} and {end}").format(**ends)

    def _bounded(self, edtf: Edtf, date: str) -> str:
        pgettext = self.language.pgettext
        if edtf.start is None:
            day, other = pgettext("date", "on or before {date}"), pgettext("date", "in or before {date}")
        else:
            day, other = pgettext("date", "on or after {date}"), pgettext("date", "in or after {date}")
        return (day if edtf.anchor.day else other).format(date=date)

    def _timed(self, edtf: Edtf) -> str:
        pgettext, values = self.language.pgettext, self._time_values(edtf)
        if self.short or not (values["offset"] or edtf.zone):
            return pgettext("date", "{date}, {time}").format(**values)
        if edtf.zone:
            return pgettext("date", "{date}, {time} ({city} time)").format(**values)
        if edtf.moment and edtf.moment.utcoffset() == timedelta():
            return pgettext("date", "{date}, {time} (UTC)").format(**values)
        return pgettext("date", "{date}, {time} ({offset})").format(**values)

    def _time_values(self, edtf: Edtf) -> dict[str, str]:
        # After Arabic letters an unmarked +02:00 is drawn 02:00+.
        mark = _LRM if self.language.direction == "rtl" else ""
        offset = self.language.numerals(offset_text(edtf.moment))
        return {
            "date": self._plain(edtf.anchor, self.years),
            "time": _clock(edtf, self.language),
            "offset": f"{mark}{offset}" if offset else "",
            "city": self.language.city(edtf.zone) if edtf.zone else "",
        }

    def _qualified(self, part: CalendarDate, years: bool) -> str:  # noqa: FBT001 - private, and named at each call
        text = self._plain(part, years)
        if part.approximate:
            text = self.language.pgettext("date", "about {date}").format(date=text)
        return self._doubted(text) if part.uncertain else text

    def _doubted(self, text: str) -> str:
        if self.short:
            return self.language.pgettext("date", "{date}?").format(date=text)
        return self.language.pgettext("date", "{date} (uncertain)").format(date=text)

    def _plain(self, part: CalendarDate, years: bool) -> str:  # noqa: FBT001 - as above
        return self._assembled(part, day=self._number(part.day) if part.day else "", years=years)

    def _assembled(self, part: CalendarDate, *, day: str = "", month: str = "", years: bool) -> str:
        pgettext, year = self.language.pgettext, self._number(part.year)
        if not part.month:
            return pgettext("date", "{year}").format(year=year)
        month = month or self.language.month(part.month)
        if day and years:
            return pgettext("date", "{day} {month} {year}").format(day=day, month=month, year=year)
        if day:
            return pgettext("date", "{day} {month}").format(day=day, month=month)
        return pgettext("date", "{month} {year}").format(month=month, year=year) if years else month

    def _number(self, number: int) -> str:
        return self.language.numerals(str(number))
