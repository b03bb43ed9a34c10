"""Dates as they were reported: often imprecise, sometimes doubtful, never repaired.

A date is written in a subset of EDTF (ISO 8601-2) and kept as an :class:`Edtf` value; :func:`describe`,
:func:`describe_short` and :func:`parts` put it into words of a language.
"""

from __future__ import annotations

from waqai.dates.calendar_date import CalendarDate
from waqai.dates.edtf import NOTATION, Edtf
from waqai.dates.faults import (
    AMBIGUOUS_DATE,
    BAD_DATE,
    DATE_NOTATION,
    HIDDEN_CHARACTER,
    IMPOSSIBLE_DATE,
    IMPOSSIBLE_MONTH,
    IMPOSSIBLE_TIME,
    IMPOSSIBLE_YEAR,
    REVERSED_INTERVAL,
    DateFault,
)
from waqai.dates.prose import DateParts, describe, describe_short, parts
from waqai.dates.weekdays import weekday_names_in

__all__ = [
    "AMBIGUOUS_DATE",
    "BAD_DATE",
    "DATE_NOTATION",
    "HIDDEN_CHARACTER",
    "IMPOSSIBLE_DATE",
    "IMPOSSIBLE_MONTH",
    "IMPOSSIBLE_TIME",
    "IMPOSSIBLE_YEAR",
    "NOTATION",
    "REVERSED_INTERVAL",
    "CalendarDate",
    "DateFault",
    "DateParts",
    "Edtf",
    "describe",
    "describe_short",
    "parts",
    "weekday_names_in",
]
