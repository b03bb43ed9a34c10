"""Words as a search compares them: without marks, case and spelling variants; in Arabic without “and” and the article.

The script of the search box folds what readers type by the same rules: theme/static/js/search.js. A table of samples
in the tests holds both to the same words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from waqai.languages.tags import base_of, script_of

_DROPPED = re.compile(
    # marks over and under Latin and Arabic letters, tatweel, invisible signs, apostrophes inside a word
    "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’‘ʼʾʿ]"
)
_LETTERS = {
    **dict.fromkeys("ىیێې", "ي"),
    **dict.fromkeys("ةەھہۃ", "ه"),
    **dict.fromkeys("ۆۊ", "و"),
    "ک": "ك",
    "ٱ": "ا",
    "ڕ": "ر",
    "ڵ": "ل",
    "ı": "i",
    "ς": "σ",
    **{digit: str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)},
}
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_CARRIER = "ئ"
"""In Kurdish this sign only carries the vowel that follows, and is often left out."""
_KURDISH = frozenset({"ckb", "hac", "ku", "sdh"})
FEWEST_LETTERS = 3
"""Of a word, after what stands before it was taken away."""


class _Folding(dict[int, str]):
    """A table for `str.translate` that works out each character when it first meets it."""

    def __init__(self, *, kurdish: bool) -> None:
        super().__init__({ord(_CARRIER): ""} if kurdish else {})

    def __missing__(self, code: int) -> str:
        plain = _DROPPED.sub("", normalize("NFKD", normalize("NFKD", chr(code)).lower()))
        self[code] = "".join(_LETTERS.get(char, char) for char in plain)
        return self[code]


_TABLES = {kurdish: _Folding(kurdish=kurdish) for kurdish in (False, True)}


def is_kurdish(tag: str) -> bool:
    """Whether a language is Kurdish in Arabic script, which has rules of its own."""
    return base_of(tag) in _KURDISH and script_of(tag) == "Arab"


def folded(text: str, *, kurdish: bool = False) -> str:
    """The text without marks, case and variants of spelling: `السُّوريّة` is `السوريه`. Folding twice is folding once."""
    return text.translate(_TABLES[kurdish])


def words(text: str, *, kurdish: bool = False) -> list[str]:
    """The folded words of a text. Kurdish in Arabic script has no Arabic article."""
    found = _WORD.findall(folded(text, kurdish=kurdish))
    return found if kurdish else [bare(word) for word in found]


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A folded word without one “and” and one article, as long as three letters stay."""
    word = _without(word, ("و",))
    return _without(word, _ARTICLES)


def _without(word: str, beginnings: tuple[str, ...]) -> str:
    for beginning in beginnings:
        if word.startswith(beginning) and len(word) - len(beginning) >= FEWEST_LETTERS:
            return word[len(beginning) :]
    return word
