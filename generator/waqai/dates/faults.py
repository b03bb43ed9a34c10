"""What can be wrong with a written date, and how to say precisely what to write instead."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from waqai.dates.month_names import from_words
from waqai.problems import N_, Fault

BAD_DATE = Fault(
    "bad-date",
    N_("“{written}”, which is not a date in a form that is understood here"),
    N_(
        "a day ({day}), a month ({month}), a year ({year}) or a day with its time ({day}T14:30+02:00); "
        "with ? after it for uncertain, ~ for about, % for both; a span ({day}/{later}, or {day}/.. while it goes on); "
        "on or before a day ([..{day}]); one of several days ([{day},{later}])"
    ),
    N_("Write the year first, then the month and the day in two digits each, such as {day}."),
)
DATE_NOTATION = Fault(
    "date-notation",
    N_("“{written}”, which is not spelt as a date is spelt here"),
    N_(
        "year, month and day as numbers in this order, joined by hyphens, in four, two and two of the digits 0 to 9, "
        "without spaces, and a time after the letter T"
    ),
    N_("If that is what you mean, write {example}."),
)
AMBIGUOUS_DATE = Fault(
    "ambiguous-date",
    N_("“{written}”, which does not say which number is the day and which is the month"),
    N_("the year first, then the month, then the day"),
    N_("Write {day_first} if the day stands first in it, or {month_first} if the month does."),
)
HIDDEN_CHARACTER = Fault(
    "date-hidden-character",
    N_("“{written}”, which holds an invisible character, {character}"),
    N_("nothing but what can be seen"),
    N_("Delete the whole date, then type {example} anew; do not paste it."),
)
IMPOSSIBLE_DATE = Fault(
    "impossible-date",
    N_("“{written}”, which names day {day} of a month that ends with day {last}"),
    N_("a day that is in the calendar, from 01 to {last}"),
    N_("Look the day up in the source; the last day of that month is {example}."),
)
IMPOSSIBLE_MONTH = Fault(
    "impossible-month",
    N_("“{written}”, which names a month {month}"),
    N_("a month from 01 to 12, written between the year and the day"),
    N_("Write the number of the month, or the year alone ({year}); a season is a span ({year}-03/{year}-05)."),
)
IMPOSSIBLE_YEAR = Fault(
    "impossible-year",
    N_("“{written}”, which names the year 0000"),
    N_("a year from 0001 to 9999"),
    N_("Write the year in four digits."),
)
IMPOSSIBLE_TIME = Fault(
    "impossible-time",
    N_("“{written}”, which names the time {time}"),
    N_("hours 00 to 23, minutes and seconds 00 to 59, an offset from UTC between -14:00 and +14:00"),
    N_("Write the time as the source gives it; midnight is 00:00 of the day that begins."),
)
REVERSED_INTERVAL = Fault(
    "reversed-interval",
    N_("“{written}”, which ends before it begins"),
    N_("the earlier date first"),
    N_("If only the order is wrong, write {example}."),
)

_LONGEST = 60
"""A longer text is cut in a message, and no correct spelling is looked for: no date is that long."""

_ASCII_DIGITS = {ord(digit): str(i % 10) for i, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
# What keyboards and word processors put in the place of ASCII marks.
_ASCII_MARKS = str.maketrans("،؟٪／：－‐‑–—−", ",?%/:------")
_SPELLINGS = tuple(
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        (r"(\d{4}-\d\d?-\d\d?)\s*-\s*(?=\d{4})", r"\1/"),
        (r"^(0?[1-9]|1[0-2])[ ./-](1[3-9]|[23]\d)[ ./-](\d{4})$", r"\3-\1-\2"),
        (r"^(\d\d?)[ ./-](\d\d?)[ ./-](\d{4})$", r"\3-\2-\1"),
        (r"\b(\d{4})[./](\d\d?)[./](\d\d?)\b", r"\1-\2-\3"),
        (r"^(\d{4})[./](\d\d?)$", r"\1-\2"),
        (r"\b(\d{4})(\d\d)(\d\d)\b", r"\1-\2-\3"),
        (r"(?<=\d)-(\d)(?!\d)", r"-0\1"),
        (r"(-\d\d)[\st]+(?=\d\d?:)", r"\1T"),
        (r"T(\d):", r"T0\1:"),
        (r"(:\d\d:\d\d)[.,]\d+", r"\1"),
        (r"(:\d\d)\s*([+-]\d\d)(?::?(\d\d))?$", r"\1\2:\3"),
        (r"([+-]\d\d:)$", r"\g<1>00"),
        (r"\s*z$", "Z"),
        (r"\s+", ""),
        (r"-[Xxu]{2}", ""),
        (r"(?<=\d)[?~%]+(?=[],.])|(?<=\])[?~%]+$", ""),
        (r"^\[([^],.]*)\]$", r"\1"),
    )
)


class DateFault(ValueError):  # noqa: N818 - it carries a Fault, and is named for it
    """The text is no date of the subset. `fault` is the kind of mistake and `values` fill its wording."""

    def __init__(self, fault: Fault, written: str, **values: str) -> None:
        self.fault = fault
        self.values: dict[str, Any] = {"written": shortened(written), **values}
        super().__init__(fault.found.format_map(self.values))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by the parts, so that a worker process can hand the fault back."""
        return (_restored, (self.fault, self.values))


def _restored(fault: Fault, values: dict[str, str]) -> DateFault:
    return DateFault(fault, **values)


def shortened(written: str) -> str:
    """The text as a message can show it: cut where no date would go on."""
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


def bad_date(written: str) -> DateFault:
    """The fault of a text that is in no known form, with examples of the year it seems to mean."""
    years = re.search(r"(?<![0-9])[12][0-9]{3}(?![0-9])", written[:_LONGEST].translate(_ASCII_DIGITS))
    year = years[0] if years else "2021"
    return DateFault(BAD_DATE, written, year=year, month=f"{year}-02", day=f"{year}-02-11", later=f"{year}-02-12")


def tidied(written: str) -> str:
    """The spelling most likely meant: a proposal to put before the writer, never to be used in the writer's place."""
    if len(written) > _LONGEST:
        return written
    text = "".join(c for c in written if unicodedata.category(c) not in {"Cf", "Cc"} or c in "\t\n")
    text = from_words(text.translate(_ASCII_DIGITS)).translate(_ASCII_MARKS).strip()
    for pattern, replacement in _SPELLINGS:
        text = pattern.sub(replacement, text)
    return text


def ambiguity(written: str) -> DateFault | None:
    """The fault of 11/02/2021, where day and month cannot be told apart; None for any other text."""
    text = written[:_LONGEST].translate(_ASCII_DIGITS).translate(_ASCII_MARKS).strip()
    numbers = re.fullmatch(r"([0-9]{1,2})[ ./-]([0-9]{1,2})[ ./-]([0-9]{4})", text)
    if not numbers:
        return None
    one, two, year = int(numbers[1]), int(numbers[2]), numbers[3]
    if one == two or not (1 <= one <= 12 and 1 <= two <= 12):  # noqa: PLR2004 - the months of a year
        return None
    return DateFault(
        AMBIGUOUS_DATE,
        written,
        day_first=f"{year}-{two:02}-{one:02}",
        month_first=f"{year}-{one:02}-{two:02}",
    )


def misspelling(written: str, example: str) -> DateFault:
    """The fault of a text that differs from a date only in its spelling; `example` is the right one."""
    hidden = next((c for c in written if unicodedata.category(c) == "Cf"), "")
    if not hidden:
        return DateFault(DATE_NOTATION, written, example=example)
    character = f"U+{ord(hidden):04X} {unicodedata.name(hidden, '')}".strip()
    return DateFault(HIDDEN_CHARACTER, written, example=example, character=character)
