"""The dates of TimelineJS and ours: never repaired, and back in the form in which they came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waqai.dates import CalendarDate, Edtf
from waqai.exchange.slides import DATE_PARTS, CellError
from waqai.languages.tags import locale_of

LAST_YEAR = 9999
"""Of the calendar that our dates are in; it begins with the year 1."""
BEFORE, AFTER = "[..0001-01-01]", "[9999-12-31..]"
"""What can be said in it of what was before, or will be after."""
Parts = Mapping[str, int]


def edtf_of(start: Mapping[str, Any], end: Mapping[str, Any] | None) -> str:
    """The date in EDTF. Raises :class:`CellError` for what is no number, and `DateFault` for what no calendar has."""
    first = _parts("start_date", start)
    last = _parts("end_date", end) if end else None
    if last is None or last == first:
        return Edtf.parse(_written(first, with_time=True)).text
    return _interval(first, last)


def is_beyond(start: Mapping[str, Any], end: Mapping[str, Any] | None) -> bool:
    """Whether a year lies outside the calendar, so that the date in EDTF only says “before” or “after”."""
    return any(not 1 <= _parts("date", each)["year"] <= LAST_YEAR for each in (start, end) if each)


def in_years(start: Mapping[str, Any], end: Mapping[str, Any] | None, lang: str) -> str:
    """A date outside the calendar, in words: “500 BC – 200”."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - few dates need it

    before = locale_of(lang).eras["abbreviated"][0]
    years = [_parts("date", each)["year"] for each in (start, end) if each]
    numbers = [format_decimal(abs(year), locale=locale_of(lang), numbering_system="latn") for year in years]
    words = [f"{number} {before}" if year < 1 else number for year, number in zip(years, numbers, strict=True)]
    return " – ".join(words)


def _parts(key: str, written: Mapping[str, Any]) -> dict[str, int]:
    """The parts that are there, as numbers."""
    found: dict[str, int] = {}
    for part in DATE_PARTS:
        text = str(written.get(part, "")).strip() if written.get(part) is not None else ""
        if not text:
            continue
        try:
            found[part] = int(text)
        except ValueError:
            raise CellError(f"{key}.{part}", text) from None
    if "year" not in found or ("day" in found and "month" not in found):
        raise CellError(f"{key}.{'month' if 'year' in found else 'year'}", "")
    return found


def _written(parts: Parts, *, with_time: bool = False) -> str:
    year = parts["year"]
    if not 1 <= year <= LAST_YEAR:
        return BEFORE if year < 1 else AFTER
    text = "-".join([f"{year:04}", *(f"{parts[part]:02}" for part in ("month", "day") if part in parts)])
    if not with_time or not {"day", "hour", "minute"} <= parts.keys():
        return text
    second = f":{parts['second']:02}" if "second" in parts else ""
    return f"{text}T{parts['hour']:02}:{parts['minute']:02}{second}"


def _interval(first: Parts, last: Parts) -> str:
    begins, ends = first["year"] >= 1, last["year"] <= LAST_YEAR
    if last["year"] < 1 or first["year"] > LAST_YEAR:
        return _written(first)
    start, end = (_written(first) if begins else ".."), (_written(last) if ends else "..")
    return Edtf.parse(f"{start}/{end}" if begins or ends else BEFORE).text


def dates_of(edtf: Edtf) -> dict[str, dict[str, str]]:
    """`start_date`, the earliest that a date can mean, and `end_date` of what lasted."""
    if edtf.is_span:
        known = [end for end in (edtf.start, edtf.end) if end]
        return dict(zip(("start_date", "end_date"), map(_of_calendar, known), strict=False))
    start = edtf.start or edtf.end
    assert start is not None  # noqa: S101 - every date has one end
    return {"start_date": _of_calendar(start) | _of_clock(edtf)}


def _of_calendar(day: CalendarDate) -> dict[str, str]:
    numbers = zip(DATE_PARTS, (day.year, day.month, day.day), strict=False)
    return {part: str(number) for part, number in numbers if number}


def _of_clock(edtf: Edtf) -> dict[str, str]:
    if edtf.time is None:
        return {}
    second = {"second": str(edtf.time.second)} if edtf.time.second else {}
    return {"hour": str(edtf.time.hour), "minute": str(edtf.time.minute), **second}
