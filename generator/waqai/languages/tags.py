"""Language tags (BCP 47) and what CLDR says of them: the locale, the script, the direction.

Babel is imported inside the functions: a run that renders nothing must not pay for it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from waqai.problems import closest

if TYPE_CHECKING:
    from babel import Locale

Direction = Literal["rtl", "ltr"]

_TAG = re.compile(r"(?P<base>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_RTL_SCRIPTS = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"})


class UnknownLanguage(LookupError):  # noqa: N818 - said as the fault it is
    """The tag is no language of CLDR in BCP 47 form. `suggestion` is the tag most likely meant, or empty."""

    def __init__(self, tag: str, suggestion: str) -> None:
        super().__init__(tag, suggestion)
        self.tag = tag
        self.suggestion = suggestion


def locale_of(tag: str) -> Locale:
    """CLDR's data for a tag. Raises :class:`UnknownLanguage`."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - for a fast start

    if not _TAG.fullmatch(tag):
        raise UnknownLanguage(tag, _nearest(tag))
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        raise UnknownLanguage(tag, _nearest(tag)) from None


def base_of(tag: str) -> str:
    """The language alone: `ar` of `ar-SY`."""
    return tag.partition("-")[0]


def direction_of(script: str) -> Direction:
    """The direction in which a script (ISO 15924) runs."""
    return "rtl" if script in _RTL_SCRIPTS else "ltr"


@lru_cache
def script_of(tag: str) -> str:
    """The script (ISO 15924) of a tag: the one it names, or the likely one by CLDR."""
    from babel.core import get_global  # noqa: PLC0415 - for a fast start

    match = _TAG.fullmatch(tag)
    if match and match["script"]:
        return match["script"]
    likely = get_global("likely_subtags")
    full = likely.get(tag.replace("-", "_")) or likely.get(base_of(tag)) or ""
    return next((part for part in full.split("_") if len(part) == len("Arab")), "Latn")


@lru_cache
def lookup(tag: str) -> tuple[str, ...]:
    """The names under which catalogues for a tag are kept, the more general first.

    The base language counts only if it is written in the same script: `ckb.po` is of no use to `ckb-Latn`.
    """
    base = base_of(tag)
    return (base, tag) if base != tag and script_of(base) == script_of(tag) else (tag,)


def _nearest(tag: str) -> str:
    from babel.localedata import locale_identifiers  # noqa: PLC0415 - for a fast start

    known = {name.replace("_", "-").lower(): name.replace("_", "-") for name in locale_identifiers()}
    asked = tag.replace("_", "-").lower()
    bases = {base_of(name) for name in known}
    return known.get(asked) or known.get(base_of(asked)) or closest(asked, bases)
