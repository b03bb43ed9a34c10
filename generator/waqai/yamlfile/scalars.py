"""What an unquoted word of YAML stands for: null, true, false, a number, or the text that was written.

Narrower than YAML 1.1, whose `no`, `12:30:45`, `0123` and `2021-02-13` turn into what nobody wrote.
"""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_NAMED: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")  # bounded: longer ones overflow
_NUMBER_STARTS = frozenset("-0123456789")


def resolve(text: str) -> Scalar:
    """The value of an unquoted scalar. Whatever is not exactly null, a boolean or a plain number is a string."""
    if text in _NAMED:
        return _NAMED[text]
    if text[0] in _NUMBER_STARTS and (number := _NUMBER.fullmatch(text)):
        return float(text) if number[1] else int(text)
    return text
