"""Ids for new files: from a date and a title, in Latin letters whatever the title is written in."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from anyascii import anyascii

from waqai.model.values import nearest_id

LONGEST = 48
"""Characters of the words of an id; what follows is left out, by whole words."""
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_LATIN = re.compile("[A-Za-z]")
_ARABIC = re.compile("[\u0600-\u06ff]+")

# How each letter is written in romanizations without signs (BGN/PCGN); vowels that are not written cannot be known.
_LETTERS = str.maketrans(
    {
        **dict(zip("ابةتجحدرزسصضطظفقكلمنهىپکگڤڕڵەێۆ", "abatjhdrzssdtzfqklmnhapkgvrleeo", strict=True)),
        **dict(
            zip("آأإٱئؤثخذشغچژ", ("a", "a", "i", "a", "i", "u", "th", "kh", "dh", "sh", "gh", "ch", "zh"), strict=True)
        ),
        **dict(zip("\u064e\u064f\u0650\u0670", "auia", strict=True)),
        **dict(zip("\u064b\u064c\u064d", ("an", "un", "in"), strict=True)),
        **dict.fromkeys("ءعـ\u0651\u0652"),
        **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
        **dict(zip("۰۱۲۳۴۵۶۷۸۹", "0123456789", strict=True)),
    }
)
_VOWELS = "اآأإىةەێۆ\u064e\u064f\u0650"
_GLIDE = re.compile(f"(?P<after>(?<![\u0621-\u06ff])|(?<=[{_VOWELS}]))?(?P<glide>[وۇيی])(?P<before>(?=[{_VOWELS}]))?")
"""و and ي are consonants at the beginning of a word and beside a vowel, and long vowels elsewhere."""


def suggested_id(titles: Mapping[str, str], date: str, taken: Container[str], *, publisher: str = "") -> str:
    """An id that nothing else has; empty if there is nothing to make it from.

    A source is called after its publisher and its date, everything else after its date and its title.
    """
    day = found[0] if (found := _DAY.search(date)) else ""
    parts = (publisher, day) if publisher else (day, words_of(titles))
    return unused("-".join(filter(None, parts)), taken)


def words_of(titles: Mapping[str, str]) -> str:
    """The words of a title, as an id has them: of the title in Latin letters if there is one, else romanized."""
    latin = (title for title in titles.values() if _LATIN.search(title))
    title = next(latin, next(iter(titles.values()), ""))
    words = re.findall(r"[a-z0-9]+", romanized(title).lower().replace("'", "").replace("`", ""))
    kept: list[str] = []
    for word in words:
        if kept and len("-".join([*kept, word])) > LONGEST:
            break
        kept.append(word[:LONGEST])
    return "-".join(kept)


def romanized(text: str) -> str:
    """A text in the letters A to Z, as far as the script tells how it is said."""
    return anyascii(_ARABIC.sub(lambda found: _of_arabic(found[0]), text))


def _of_arabic(word: str) -> str:
    return _GLIDE.sub(_glide, word).translate(_LETTERS)


def _glide(found: re.Match[str]) -> str:
    consonant, vowel = ("w", "u") if found["glide"] in "وۇ" else ("y", "i")
    return vowel if found["after"] is None and found["before"] is None else consonant


def unused(key: str, taken: Container[str]) -> str:
    """The id itself, or with the first number behind it that makes it one of its own."""
    if not key or key not in taken:
        return nearest_id(key)
    number = 2
    while f"{key}-{number}" in taken:
        number += 1
    return f"{key}-{number}"
