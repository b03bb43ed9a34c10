"""Where the calendar's periods begin along a strip, and which of their names there is room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from waqai.languages import Language
from waqai.site.contexts.strip import Tick
from waqai.site.strip.units import DAY, MONTH, MONTHS, YEAR, YEARS, Unit, finest

Station = tuple[float, date]
"""A place along the line, and the day that begins there."""

MANY_DAYS = 120
"""Periods longer than this have no ticks for days."""
MANY_YEARS = 6
"""Periods longer than this have no ticks for months."""
MOST_MAJOR = 40
"""No more long lines than this across one strip."""
DAYS_TICKED = (5, 10, 15, 20, 25)

WIDTHS = (("", 264), ("mid", 660), ("wide", 760))
"""The strip's width in pixels from which a label may be shown, by the class that shows it."""
LETTER, GAP = 8.6, 14
"""The width of a letter of a label in the largest size of text, and the room between two labels, in pixels."""


@dataclass(frozen=True, slots=True)
class _Label:
    share: float
    text: str
    rank: int
    """Smaller for rounder dates, which are named first."""
    has_begun: bool
    """Whether its period began before the strip does."""


_Groups = list[list[_Label]]
_Fits = dict[_Label, str]
"""By label: the width from which there is room for it."""


def ticks_between(language: Language, first: date, last: date, share: Callable[[date], float]) -> tuple[Tick, ...]:
    """The ticks of a line that is true to time; `share` tells the place of a day."""
    major, minor = _units(first, last)

    def labels(unit: Unit) -> list[_Label]:
        days = _days(first, last) if unit is DAY else _starts(unit, first, last)
        return [_label(language, unit, share(day), day, has_begun=day < first) for day in days]

    majors = labels(major)
    named = _fitting(_by_rank(majors))
    return (*_ticks(named, is_major=True), *(_lesser(labels(minor), majors, named, _by_rank) if minor else ()))


def ticks_at(language: Language, stations: Sequence[Station], *, is_regular: bool) -> tuple[Tick, ...]:
    """The ticks at places that are given, one wherever a new period begins; `is_regular` if equal times are equal."""
    if not stations:
        return ()
    major, minor = _units(stations[0][1], stations[-1][1])

    def labels(unit: Unit) -> list[_Label]:
        return [_label(language, unit, share, day) for share, day in _changes(stations, unit)]

    grouped = _by_rank if is_regular else _one_by_one
    majors = labels(major)
    named = _fitting(grouped(majors))
    return (*_ticks(named, is_major=True), *(_lesser(labels(minor), majors, named, grouped) if minor else ()))


def _lesser(
    labels: Sequence[_Label], majors: Sequence[_Label], named: _Fits, grouped: Callable[[Sequence[_Label]], _Groups]
) -> Iterator[Tick]:
    """The ticks within longer periods; “3” says nothing where its month is not named."""
    widths = [name for name, _ in WIDTHS]
    fits: _Fits = {}
    for label, width in _fitting(grouped(labels)).items():
        above = next((major for major in reversed(majors) if major.share <= label.share), None)
        if above in named:
            fits[label] = max(width, named[above], key=widths.index)
    return _ticks(fits, is_major=False)


def _units(first: date, last: date) -> tuple[Unit, Unit | None]:
    """Which periods begin with a long line, and which with a short one."""
    if (last - first).days <= MANY_DAYS:
        return MONTH, DAY
    if last.year - first.year < MANY_YEARS:
        return YEAR, MONTH
    return finest(YEARS, first, last, MOST_MAJOR), None


def _starts(unit: Unit, first: date, last: date) -> list[date]:
    return [unit.first_day(number) for number in range(unit.number(first), unit.number(last) + 1)]


def _days(first: date, last: date) -> list[date]:
    """The days that are named in every month."""
    days = [month.replace(day=number) for month in _starts(MONTH, first, last) for number in DAYS_TICKED]
    return [day for day in days if first <= day <= last]


def _changes(stations: Iterable[Station], unit: Unit) -> Iterator[Station]:
    before = None
    for share, day in stations:
        if unit.number(day) != before:
            before = unit.number(day)
            yield share, day


def _label(language: Language, unit: Unit, share: float, day: date, *, has_begun: bool = False) -> _Label:
    text = language.month(day.month) if unit is MONTH else language.numerals(str(day.day if unit is DAY else day.year))
    return _Label(share, text, _rank(unit, day), has_begun)


def _ticks(fits: _Fits, *, is_major: bool) -> Iterator[Tick]:
    """Ticks for those labels that there is room for, in their order along the line."""
    for label, width in sorted(fits.items(), key=lambda item: item[0].share):
        yield Tick(f"{100 * label.share:.2f}%", label.text, width, is_major, not label.has_begun)


def _rank(unit: Unit, day: date) -> int:
    """How round a date is: 0 for the roundest."""
    if unit is DAY:
        return day.day % 10
    number, steps = (
        (day.month - 1, (MONTHS, 6, 3)) if unit is MONTH else (day.year, (1000, 500, 100, 50, 20, 10, 5, 4, 2))
    )
    return next((rank for rank, step in enumerate(steps) if number % step == 0), len(steps))


def _one_by_one(labels: Sequence[_Label]) -> _Groups:
    return [[label] for label in labels]


def _by_rank(labels: Sequence[_Label]) -> _Groups:
    """Labels that are shown together or not at all, the roundest first; what began before the strip comes last."""
    groups: dict[tuple[bool, int], list[_Label]] = defaultdict(list)
    for label in labels:
        groups[label.has_begun, label.rank].append(label)
    return [groups[key] for key in sorted(groups)]


def _fitting(groups: _Groups) -> _Fits:
    """The labels that collide with none that is shown before, by the width from which there is room for them."""
    kept: _Fits = {}
    for name, width in WIDTHS:
        for group in groups:
            inside = [label for label in group if label not in kept and _extent(label, width)[1] <= width + GAP]
            if _is_free([*kept, *inside], inside, width):
                kept |= dict.fromkeys(inside, name)
    return kept


def _is_free(labels: Iterable[_Label], added: Sequence[_Label], width: int) -> bool:
    """Whether no two of the labels collide; only those that are added can."""
    if not added:
        return True
    extents = sorted(_extent(label, width) for label in labels)
    return all(end <= start for (_, end), (start, _) in pairwise(extents))


def _extent(label: _Label, width: int) -> tuple[float, float]:
    start = label.share * width
    return start, start + len(label.text) * LETTER + GAP
