"""Slides of TimelineJS 3, as its JSON has them, and as rows of its spreadsheet.

A slide is a map with the keys that TimelineJS documents (`start_date`, `text`, `media`, …) and any others. A row is a
map from the columns of the template to cells; the columns of the first version (Start Date, End Date, Tag) are read
too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from waqai.exchange.csv_cells import unguarded, unguarded_html

Slide = dict[str, Any]
Row = Mapping[str, str]

COLUMNS = (
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Alt Text",
    "Type",
    "Group",
    "Background",
)
"""Of the template, in its order."""
HTML_COLUMNS = frozenset({"Headline", "Text", "Display Date", "Group", "Tag", "Media Credit", "Media Caption"})
"""Those whose cells TimelineJS shows as HTML."""
EARLIER_COLUMNS = ("Start Date", "End Date", "Tag")
DATE_PARTS = ("year", "month", "day", "hour", "minute", "second", "millisecond")
_DATES = (("start_date", "", "Time", "Start Date"), ("end_date", "End ", "End Time", "End Date"))
"""Key, prefix of the columns of its parts, column of its time, and its column in the first version."""
_MEDIA = {
    "url": "Media",
    "credit": "Media Credit",
    "caption": "Media Caption",
    "thumbnail": "Media Thumbnail",
    "alt": "Alt Text",
}
_ADDRESS = re.compile(r"(?:https?:)?//?")
_TIME = re.compile(r"(\d{1,2})(?::?(\d{2}))?(?:[:.](\d{1,2}))?(?:[.,](\d{1,3}))?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE)
_TIME_WITH_POINT = re.compile(r"(\d{1,2})\.(\d{1,2})\s*(?:([ap])\.?m\.?)?", re.IGNORECASE)
_ISO = re.compile(r"([+-]?\d+?)(?:-(\d{2}))?(?:-(\d{2}))?")
_AMERICAN = re.compile(r"(?:(\d+)/)?(\d+)/(-?\d+)(?:\s+(.+))?")
_NUMBER = re.compile(r"-?\d+")
_BLANKS = re.compile(r"[\s,]+")


class CellError(ValueError):
    """A cell does not hold what its column wants; `column` says which."""

    def __init__(self, column: str, cell: str) -> None:
        super().__init__(column, cell)
        self.column, self.cell = column, cell


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole timeline of TimelineJS."""

    title: Slide | None = None
    events: tuple[Slide, ...] = ()
    eras: tuple[Slide, ...] = ()
    others: Mapping[str, Any] = field(default_factory=dict)
    """What else it has, such as `scale`."""

    def as_json(self) -> dict[str, Any]:
        """The map that TimelineJS reads; what is not there is left out, but for the list of events."""
        title = {} if self.title is None else {"title": self.title}
        eras = {"eras": list(self.eras)} if self.eras or "eras" in self.others else {}
        return {**self.others, **title, "events": list(self.events), **eras}


def cell_read(column: str, cell: str) -> str:
    """What a cell of a file holds, without what keeps spreadsheets from computing it."""
    return unguarded_html(cell) if column in HTML_COLUMNS else unguarded(cell)


# From a row


def slide_of(row: Row) -> Slide:
    """The slide of a row, as TimelineJS understands it. Raises :class:`CellError`."""
    cells = {column: cell.strip() for column, cell in row.items()}
    media = {key: cell for key, column in _MEDIA.items() if (cell := cells.get(column))}
    text = {key: cell for key in ("headline", "text") if (cell := cells.get(key.capitalize()))}
    known = {
        **dict(_dates_in(cells)),
        "text": text,
        "media": media,
        "group": cells.get("Group") or cells.get("Tag"),
        "display_date": cells.get("Display Date"),
        "background": _background(cells.get("Background", "")),
    }
    return {key: value for key, value in known.items() if value}


def _dates_in(cells: Row) -> Iterator[tuple[str, dict[str, str]]]:
    for key, prefix, time, earlier in _DATES:
        if cells.get(earlier):
            yield key, _earlier_date(earlier, cells[earlier])
            continue
        columns = {part: f"{prefix}{part.capitalize()}" for part in DATE_PARTS[:3]}
        date = {part: number for part, column in columns.items() if (number := _number(column, cells))}
        if cells.get(time):
            date |= _time(time, cells[time])
        if date:
            if "year" not in date:
                raise CellError(columns["year"], "")
            yield key, date


def _number(column: str, cells: Row) -> str:
    """A whole number, which may hold spaces and commas; empty for an empty cell."""
    number = _BLANKS.sub("", cells.get(column, ""))
    if number and not _NUMBER.fullmatch(number):
        raise CellError(column, cells[column])
    return number


def _time(column: str, cell: str) -> dict[str, str]:
    """h:mm, hmm or h.mm, with seconds, fractions, am or pm."""
    if pointed := _TIME_WITH_POINT.fullmatch(cell):
        hours, minutes, half = pointed.groups()
        found: tuple[str | None, ...] = (hours, minutes, None, None, half)
    elif match := _TIME.fullmatch(cell):
        found = match.groups()
    else:
        raise CellError(column, cell)
    hour = _hour(int(found[0] or 0), (found[4] or "").lower())
    numbers = (hour, *(int(number) if number else None for number in found[1:3]))
    if hour not in range(24) or any(number is not None and number > 59 for number in numbers[1:]):  # noqa: PLR2004
        raise CellError(column, cell)
    fraction = int(found[3].ljust(3, "0")) if found[3] else None
    parts = zip(DATE_PARTS[3:], (*numbers, fraction), strict=True)
    return {part: str(number) for part, number in parts if number is not None}


def _hour(hour: int, half: str) -> int:
    if half == "p" and hour != 12:  # noqa: PLR2004 - noon
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour  # noqa: PLR2004 - midnight


def _earlier_date(column: str, cell: str) -> dict[str, str]:
    """A date of the first version: 2012-01-31, or 1/31/2012 and a time."""
    if iso := _ISO.fullmatch(cell):
        return {part: number for part, number in zip(DATE_PARTS, iso.groups(), strict=False) if number}
    american = _AMERICAN.fullmatch(cell)
    if american is None:
        raise CellError(column, cell)
    first, second, year, time = american.groups()
    month, day = (first, second) if first else (second, None)
    date = {"year": year, "month": month, **({"day": day} if day else {})}
    return date | (_time(column, time) if time else {})


def _background(cell: str) -> dict[str, str]:
    if not cell:
        return {}
    return {"url" if _ADDRESS.match(cell) else "color": cell}


# To a row


def row_of(slide: Slide, kind: str = "") -> dict[str, str]:
    """The row of a slide; `kind` is `title`, `era` or empty. What a row has no column for is not in it."""
    cells: dict[str, str] = {}
    for key, prefix, time, _ in _DATES:
        date = {part: str(number) for part, number in (slide.get(key) or {}).items() if number not in {None, ""}}
        cells |= {f"{prefix}{part.capitalize()}": date[part] for part in DATE_PARTS[:3] if part in date}
        cells |= {time: _clock(date)} if "hour" in date else {}
    media, text, background = (slide.get(key) or {} for key in ("media", "text", "background"))
    cells |= {column: str(media[key]) for key, column in _MEDIA.items() if media.get(key)}
    cells |= {key.capitalize(): str(text[key]) for key in ("headline", "text") if text.get(key)}
    others = {
        "Group": slide.get("group"),
        "Display Date": slide.get("display_date"),
        "Background": background.get("url") or background.get("color"),
        "Type": kind,
    }
    return cells | {column: str(value) for column, value in others.items() if value}


def _clock(date: Mapping[str, str]) -> str:
    """`9:05`, `9:05:30` or `9:05:30.250`."""
    clock = f"{int(date['hour'])}:{int(date.get('minute', 0)):02}"
    if "second" not in date:
        return clock
    fraction = f".{int(date['millisecond']):03}" if "millisecond" in date else ""
    return f"{clock}:{int(date['second']):02}{fraction}"


def same_cell(column: str, one: str, other: str) -> bool:
    """Whether two cells of a column say the same in another way: `1,901` and `1901`, `2 pm` and `14:00`."""
    return _read(column, one) == _read(column, other)


def _read(column: str, cell: str) -> object:
    try:
        slide = slide_of({"Year": "1", "End Year": "1", column: cell}) if column in READ else {}
    except CellError:
        return cell
    numbers = {key: {part: int(text) for part, text in slide.pop(key, {}).items()} for key, *_ in _DATES}
    return (numbers, slide) if column in READ else cell


READ = frozenset({*COLUMNS, *EARLIER_COLUMNS})
"""The columns that mean something to TimelineJS."""


def used_columns(rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns of the template, and then those that only these rows have."""
    return tuple(dict.fromkeys([*COLUMNS, *(column for row in rows for column in row)]))
