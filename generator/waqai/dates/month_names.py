"""The names of months as people type them into a date, in Arabic (of the Levant and of Egypt) and English."""

from __future__ import annotations

import re

_ONE_SPELLING = str.maketrans("أإآٱىة", "ااااية")
_NAMES = (
    ("january", "jan", "كانون الثاني", "يناير"),
    ("february", "feb", "شباط", "فبراير"),
    ("march", "mar", "آذار", "مارس"),
    ("april", "apr", "نيسان", "أبريل"),
    ("may", "أيار", "مايو"),
    ("june", "jun", "حزيران", "يونيو"),
    ("july", "jul", "تموز", "يوليو"),
    ("august", "aug", "آب", "أغسطس"),
    ("september", "sept", "sep", "أيلول", "سبتمبر"),
    ("october", "oct", "تشرين الأول", "أكتوبر"),
    ("november", "nov", "تشرين الثاني", "نوفمبر"),
    ("december", "dec", "كانون الأول", "ديسمبر"),
)
_NUMBERS = {name.translate(_ONE_SPELLING): number for number, names in enumerate(_NAMES, start=1) for name in names}
_NAME = rf"({'|'.join(sorted(map(re.escape, _NUMBERS), key=len, reverse=True))})\.?"
_DAY_MONTH_YEAR = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?{_NAME},?\s+(\d{{4}})", re.ASCII | re.IGNORECASE)
_MONTH_DAY_YEAR = re.compile(rf"{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.ASCII | re.IGNORECASE)


def from_words(written: str) -> str:
    """`1 March 2021` as `2021-03-01` and `آذار 2021` as `2021-03`; any other text as it is. Digits are ASCII."""
    plain = written.strip().translate(_ONE_SPELLING)
    if found := _DAY_MONTH_YEAR.fullmatch(plain):
        day, name, year = found.groups()
    elif found := _MONTH_DAY_YEAR.fullmatch(plain):
        name, day, year = found.groups()
    else:
        return written
    return f"{year}-{_NUMBERS[name.lower()]:02}" + (f"-{int(day):02}" if day else "")
