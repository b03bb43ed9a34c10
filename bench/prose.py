"""Words without meaning, in English and Arabic, that say of themselves that they are synthetic."""

from __future__ import annotations

from random import Random

WORDS = {
    "en": (
        *("delegation", "road", "district", "payment", "guard", "office", "list"),
        *("session", "letter", "visit", "water", "market", "school", "station"),
    ),
    "ar": (
        *("وفد", "طريق", "حي", "دفعة", "حارس", "مكتب", "قائمة"),
        *("جلسة", "رسالة", "زيارة", "ماء", "سوق", "مدرسة", "محطة"),
    ),
}
SPOKEN = ("قلنا", "كلام", "عبارة", "قول", "جملة", "حديث")
"""Words of quotations only: our own voice never repeats a source's by chance."""
OPENINGS = {"en": "Synthetic text", "ar": "نص اصطناعي"}

Texts = dict[str, str]
"""A text by language."""


def text(english: str, arabic: str) -> Texts:
    """A text in both languages."""
    return {"en": english, "ar": arabic}


def word(number: int) -> Texts:
    """One of the words, in both languages."""
    return {tag: words[number % len(words)] for tag, words in WORDS.items()}


def prose(chance: Random, language: str, words: int) -> str:
    """So many words."""
    return f"{OPENINGS[language]}: {' '.join(chance.choice(WORDS[language]) for _ in range(words))}."


def both(chance: Random, words: int) -> Texts:
    """So many words in both languages."""
    return {tag: prose(chance, tag, words) for tag in WORDS}


def spoken(chance: Random, words: int) -> str:
    """So many words as a source would say them, in Arabic."""
    return f"كلام اصطناعي: {' '.join(chance.choice(SPOKEN) for _ in range(words))}"
