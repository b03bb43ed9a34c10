"""The order of names in a language: by its own alphabet, without the article.

Babel has no collation, and ICU's comes with no package that installs everywhere. Names need little: letters in the
order of the alphabet, marks that count for nothing, and other scripts after one's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self
from unicodedata import normalize

from waqai.languages.folding import folded
from waqai.languages.tags import base_of, script_of

_OF_SCRIPTS = {"Arab": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "Latn": "abcdefghijklmnopqrstuvwxyz"}
_OF_LANGUAGES = {
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ",
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "ku": "abcçdeêfghiîjklmnopqrsştuûvwxyz",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
}
_NEAREST = {"پ": "ب", "چ": "ج", "ژ": "ز", "گ": "ك", "ڤ": "ف"}
"""Where an Arabic reader looks for a letter that Arabic does not have."""
_ARTICLE = re.compile(r"^(?:ال(?=[^\W_]{2})|al-|the )", re.IGNORECASE)
DIGITS = "0–9"
"""The heading of names that begin with a digit."""

SortKey = tuple[tuple[tuple[int, int], ...], str]


@dataclass(frozen=True)
class Alphabet:
    """The letters of a language in their order."""

    ranks: dict[str, int]
    letters: str

    @classmethod
    def of(cls, tag: str) -> Self:
        """The alphabet of a language; its script's where the language is not known to differ."""
        letters = _OF_LANGUAGES.get(base_of(tag)) or _OF_SCRIPTS.get(script_of(tag), "")
        ranks = {letter: rank for rank, letter in enumerate(letters)}
        for letter, rank in list(ranks.items()):
            ranks.setdefault(folded(letter), rank)
        for letter, nearest in _NEAREST.items():
            if nearest in ranks:
                ranks.setdefault(letter, ranks[nearest])
        return cls(ranks, letters)

    def sort_key(self, name: str) -> SortKey:
        """What names are sorted by; names that differ in marks alone stand together."""
        return tuple(map(self._place, self._characters(name))), name

    def has(self, letter: str) -> bool:
        """Whether a heading is a letter of this alphabet."""
        return letter.lower() in self.ranks

    def letter(self, name: str) -> str:
        """The letter that a name is found under, large where the script has large letters."""
        characters = self._characters(name)
        first = next(characters, "")
        if first in self.ranks:
            return self.letters[self.ranks[first]].upper()
        return DIGITS if not first or first.isdigit() else first.upper()

    def _place(self, character: str) -> tuple[int, int]:
        """Digits, then one's own letters, then others."""
        if character in self.ranks:
            return 1, self.ranks[character]
        return (0 if character.isdigit() else 2), ord(character)

    def _characters(self, name: str) -> Iterator[str]:
        """The letters and digits of a name, without the article: as they are where it has them, else folded."""
        for character in _ARTICLE.sub("", normalize("NFC", name).lower()):
            own = character if character in self.ranks else folded(character)
            yield from (each for each in own if each.isalnum())
