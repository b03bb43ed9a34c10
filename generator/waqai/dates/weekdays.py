"""The weekdays that a source's words name, in Arabic or English."""

from __future__ import annotations

import re

from waqai.problems import N_

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
"""Message ids, Monday first, as Python counts."""

_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
"""Tatweel and vowel signs, which say nothing about which day it is."""
_ONE_SPELLING = str.maketrans("أإآٱهى", "ااااةي")
"""Letter by letter, so that a place in the text stays the same place."""

_ARABIC_STEMS = ("اثنين", "ثلاثا", "اربعا", "خميس", "جمعة", "سبت", "احد")
_ENGLISH = tuple(name.lower() for name in WEEKDAYS)
_NUMBERS: dict[str, int] = dict(zip(_ARABIC_STEMS + _ENGLISH, (*range(7), *range(7)), strict=True))

_WORD = re.compile(
    rf"""(?<!\w)
    (?: [وف]?(?:[بك]?ال|لل) (?:{"|".join(_ARABIC_STEMS)})ء?
      # without the article, two of the names are also everyday words: "two" and "one of"
      | [وفبل]?يوم\s+ (?:{"|".join(_ARABIC_STEMS)})ء?
      | [وف]? (?:{"|".join(stem for stem in _ARABIC_STEMS if stem not in {"اثنين", "احد"})})ء?
      | (?:{"|".join(_ENGLISH)})s?
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)


def weekday_names_in(said: str) -> dict[str, int]:
    """The weekday names in a text, as they stand there, with their numbers (Monday is 0).

    Arabic names count with the article, with the usual slips of hamza and ta marbuta. Without it `أحد` ("one of") and
    `اثنين` ("two") count only after `يوم`.
    """
    plain = _MARKS.sub("", said)
    matches = _WORD.finditer(plain.translate(_ONE_SPELLING))
    return {plain[slice(*match.span())]: _number(match[0].lower()) for match in matches}


def _number(name: str) -> int:
    return next(number for stem, number in _NUMBERS.items() if stem in name)
