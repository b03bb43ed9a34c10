"""The order of names in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.languages.alphabets import DIGITS, Alphabet

SORTED = {
    "ar": (
        "2 شباط",
        "الأخبار",
        "إدلب",
        "أَربيل",
        "آل فلان",
        "بغداد",
        "پيشمركة",
        "تشرين",
        "الحسكة",
        "روسيا",
        "وفد",
        "QSD",
    ),
    "en": ("2 February", "Al-Akhbar", "Érbil", "Hasakah", "al-Watan", "the West", "Żarqa", "حلب", "القامشلي"),
    "ku": ("Car", "Çar", "Efrîn", "Êzîdî", "Qamişlo", "Sam", "Şam", "حلب"),
    "ckb": ("ئازادی", "بەغدا", "پێشمەرگە", "چیا", "دیمەشق", "ژیان", "گوند", "هەولێر", "یەک", "ABC"),
}
"""Names of each language in its own order."""


@pytest.mark.parametrize("tag", SORTED)
def test_names_stand_in_the_order_of_the_language(tag: str) -> None:
    """Digits, then the alphabet without the article, then other scripts."""
    assert list(SORTED[tag]) == sorted(SORTED[tag], key=Alphabet.of(tag).sort_key)


@pytest.mark.parametrize(
    ("tag", "name", "letter"),
    [
        ("ar", "الأسايش", "ا"),
        ("ar", "إيران", "ا"),
        ("ar", "آل فلان", "ا"),
        ("ar", "«تشرين»", "ت"),
        ("ar", "پيشمركة", "ب"),
        ("ar", "QSD militia", "Q"),
        ("ar", "١٩ كانون الثاني", DIGITS),
        ("ar", "الـ", "ا"),
        ("en", "Al-Watan", "W"),
        ("en", "éclair", "E"),
        ("en", "نظام", "ن"),
        ("ku", "çiya", "Ç"),
        ("ckb", "گوند", "گ"),
        ("ckb", "كورد", "ک"),
        ("en", "–", DIGITS),
    ],
)
def test_a_name_is_found_under_its_letter(tag: str, name: str, letter: str) -> None:
    """The article, marks and signs are passed over."""
    assert letter == Alphabet.of(tag).letter(name)


@given(st.sampled_from(sorted(SORTED)), st.lists(st.text(), max_size=8))
def test_names_of_one_letter_stand_together(tag: str, names: list[str]) -> None:
    """Whatever they are made of."""
    alphabet = Alphabet.of(tag)
    letters = [alphabet.letter(name) for name in sorted(names, key=alphabet.sort_key)]
    runs = [letter for before, letter in zip([None, *letters], letters, strict=False) if letter != before]
    assert sorted(set(runs)) == sorted(runs)
