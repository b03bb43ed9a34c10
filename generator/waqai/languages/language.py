"""What a page needs to know about the language it is written in.

Month and weekday names, numbers and lists follow CLDR, through Babel; the wording comes from gettext catalogues
(`<tag>.po`), whose message ids are English, so that English needs none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, reduce
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from waqai.languages.catalogues import MessageKey, translations, untranslated
from waqai.languages.tags import Direction, base_of, direction_of, locale_of, lookup, script_of

if TYPE_CHECKING:
    from babel import Locale

MonthNames = Literal["levant", "latin", "both"]
"""Arabic months: كانون الثاني (levant), يناير (latin) or كانون الثاني/يناير (both)."""
Digits = Literal["latn", "arab"]
"""For languages in Arabic script: 123 (latn) or the language's own digits, ١٢٣ (arab), ۱۲۳ in Persian and Urdu."""

_SOURCE_LANGUAGE = "en"
_LATIN_DIGITS = "0123456789"
_OWN_DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
_ALL_PLURALS = 200
"""Whole numbers below this have every plural category that a language has for small numbers."""
_COMMAS = {"Arab": "، ", "Hans": "、", "Hant": "、", "Jpan": "、"}


class MissingCatalogue(LookupError):  # noqa: N818 - said as the fault it is
    """No folder in `looked_in` has a catalogue for the language `tag`."""

    def __init__(self, tag: str, looked_in: tuple[Path, ...]) -> None:
        super().__init__(tag, looked_in)
        self.tag = tag
        self.looked_in = looked_in


@dataclass(frozen=True)
class Language:
    """A language as one site uses it. Get one by :meth:`of`; two are equal when they were asked for alike."""

    tag: str
    """BCP 47, as in `<html lang>`."""
    months: MonthNames
    digits: Digits
    catalogues: tuple[Path, ...]
    """The folders in which its catalogues were looked for."""
    script: str = field(compare=False)
    """ISO 15924, such as `Arab`."""
    direction: Direction = field(compare=False)
    autonym: str = field(compare=False)
    """What its speakers call it, such as العربية."""
    files: tuple[Path, ...] = field(compare=False)
    """The catalogue files it was read from; later ones override earlier ones."""
    _locale: Locale = field(compare=False, repr=False)
    _month_names: tuple[str, ...] = field(compare=False, repr=False)
    _numbering: str = field(compare=False, repr=False)
    """CLDR's name of the numbering system: `latn`, `arab` or `arabext`."""
    _translations: NullTranslations = field(compare=False, repr=False)

    @staticmethod
    def of(
        tag: str, *, months: MonthNames = "levant", digits: Digits = "latn", catalogues: Sequence[Path] = ()
    ) -> Language:
        """The language of a tag, loaded once for as long as its catalogues do not change.

        In each folder of `catalogues` the file of the base language (`ar.po`) is read, then that of the full tag
        (`ar-SY.po`); later entries override earlier ones. An Arabic tag with a country (`ar-EG`) has that country's
        own month names unless `months` is `latin` or `both`.

        Raises :class:`UnknownLanguage`, :class:`MissingCatalogue` (for any language but English) and
        :class:`BrokenCatalogue`.
        """
        folders = tuple(catalogues)
        files = tuple(path for folder in folders for name in lookup(tag) if (path := folder / f"{name}.po").is_file())
        stamps = tuple((stat.st_mtime_ns, stat.st_size) for stat in map(Path.stat, files))
        return _loaded(tag, months, digits, folders, files, stamps)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the question, not the answer: another process loads the language itself, once."""
        return (_asked_again, (self.tag, self.months, self.digits, self.catalogues))

    def month(self, number: int) -> str:
        """The full name of a month, 1 to 12."""
        return self._month_names[number - 1]

    def weekday(self, day: date) -> str:
        """The full name of a day's weekday."""
        return str(self._locale.days["format"]["wide"][day.weekday()])

    def city(self, zone: str) -> str:
        """The city that stands for a time zone (an IANA name): دمشق for `Asia/Damascus`."""
        zones = self._locale.time_zones
        named = zones[zone].get("city") if zone in zones else None
        return str(named or zone.rpartition("/")[2].replace("_", " "))

    def numerals(self, text: str) -> str:
        """A text with its digits in this language's digits and nothing grouped: for years, days and times."""
        return text.translate(_digit_table(self._numbering))

    def number(self, value: float) -> str:
        """A quantity, grouped, with digits and separators of one and the same numbering system."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - for a fast start

        text = format_decimal(value, locale=self._locale, numbering_system=self._numbering)
        # Babel leaves the bare hyphen, which an Arabic line would draw behind the number.
        return self.numerals(text.replace("-", self._locale.number_symbols[self._numbering]["minusSign"]))

    def join(self, items: Sequence[str]) -> str:
        """All of the items as prose: “a, b and c”. Where the catalogue is silent, CLDR speaks."""
        last = self.pgettext("list of all", "{0} and {1}")
        if last == "{0} and {1}":
            return self._cldr_list(items, "standard")
        return _chained(items, self.pgettext("list of all", "{0}, {1}"), last)

    def either(self, items: Sequence[str]) -> str:
        """One of the items as prose: “a, b or c”. Where the catalogue is silent, CLDR speaks."""
        last = self.pgettext("list of any", "{0} or {1}")
        if last == "{0} or {1}":
            return self._cldr_list(items, "or")
        return _chained(items, self.pgettext("list of any", "{0}, {1}"), last)

    def listed(self, items: Sequence[str]) -> str:
        """The items with the script's comma between them and no conjunction."""
        return _COMMAS.get(self.script, ", ").join(items)

    def gettext(self, message: str) -> str:
        """The wording of a message."""
        return self._translations.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The wording for a number of things, in the plural form that the language has for it."""
        return self._translations.ngettext(singular, plural, n)

    def plurals(self, singular: str, plural: str) -> dict[str, str]:
        """The wordings for all numbers by CLDR's plural categories, for counting where this program does not run."""
        return {self._locale.plural_form(n): self.ngettext(singular, plural, n) for n in range(_ALL_PLURALS)}

    def pgettext(self, context: str, message: str) -> str:
        """The wording of a message that means different things in different contexts."""
        return self._translations.pgettext(context, message)

    def npgettext(self, context: str, singular: str, plural: str, n: int) -> str:
        """The wording in a context for a number of things."""
        return self._translations.npgettext(context, singular, plural, n)

    def missing_messages(self, template_catalogue: Path) -> tuple[MessageKey, ...]:
        """What a template (`.pot`) has and this language lacks, or has only as a fuzzy guess: (context, id)."""
        if base_of(self.tag) == _SOURCE_LANGUAGE:
            return ()
        return untranslated(template_catalogue, self.files, self._locale)

    def _cldr_list(self, items: Sequence[str], style: Literal["standard", "or"]) -> str:
        from babel.lists import format_list  # noqa: PLC0415 - for a fast start

        return format_list(items, style, locale=self._locale)


def _asked_again(tag: str, months: MonthNames, digits: Digits, catalogues: tuple[Path, ...]) -> Language:
    return Language.of(tag, months=months, digits=digits, catalogues=catalogues)


@lru_cache
def _loaded(
    tag: str,
    months: MonthNames,
    digits: Digits,
    folders: tuple[Path, ...],
    files: tuple[Path, ...],
    _stamps: tuple[tuple[int, int], ...],
) -> Language:
    """The language, remembered until a catalogue's stamp changes."""
    locale, script = locale_of(tag), script_of(tag)
    if not files and base_of(tag) != _SOURCE_LANGUAGE:
        raise MissingCatalogue(tag, folders)
    return Language(
        tag,
        months,
        digits,
        folders,
        script,
        direction_of(script),
        str(locale.get_display_name(locale)),
        files,
        locale,
        _months(tag, months),
        _numbering_of(locale, script, digits),
        translations(files, locale),
    )


def _months(tag: str, names: MonthNames) -> tuple[str, ...]:
    own = _wide_months("ar-SY" if tag == "ar" else tag)
    if base_of(tag) != "ar" or names == "levant":
        return own
    latin = _wide_months("ar")
    return latin if names == "latin" else tuple(map(_both, own, latin))


def _both(own: str, latin: str) -> str:
    return own if own == latin else f"{own}/{latin}"


def _wide_months(tag: str) -> tuple[str, ...]:
    # No other form: Babel remembers resolved aliases in a parent that locales share, so that every other form
    # depends on which locale was used first.
    names = locale_of(tag).months["format"]["wide"]
    return tuple(str(names[number]) for number in range(1, 13))


def _numbering_of(locale: Locale, script: str, digits: Digits) -> str:
    native = locale.other_numbering_systems.get("native", "latn")
    return native if digits == "arab" and script == "Arab" and native in _OWN_DIGITS else "latn"


@lru_cache
def _digit_table(numbering: str) -> dict[int, int]:
    return str.maketrans(_LATIN_DIGITS, _OWN_DIGITS.get(numbering, _LATIN_DIGITS))


def _chained(items: Sequence[str], comma: str, last: str) -> str:
    if len(items) < 2:  # noqa: PLR2004 - a list of one has no conjunction
        return "".join(items)
    return last.format(reduce(comma.format, items[:-1]), items[-1])
