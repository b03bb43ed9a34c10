"""What counts as the same word for the search; the script of the pages is held to the same in tests/site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.folding import SAMPLES, Sample
from waqai.languages.folding import folded, is_kurdish, words


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.text)
def test_a_text_has_the_words_of_the_table(sample: Sample) -> None:
    """In Python, which makes the index of a large timeline."""
    assert sample.words == words(sample.text, kurdish=sample.is_kurdish)


@given(st.text(), st.booleans())
def test_folding_twice_is_folding_once(text: str, kurdish: bool) -> None:  # noqa: FBT001 - a parameter
    """Whatever the text is made of."""
    once = folded(text, kurdish=kurdish)
    assert folded(once, kurdish=kurdish) == once


@given(st.text(), st.booleans())
def test_words_hold_letters_and_digits_alone(text: str, kurdish: bool) -> None:  # noqa: FBT001 - a parameter
    """And none is empty."""
    assert all(word.isalnum() for word in words(text, kurdish=kurdish))


@given(st.text(alphabet="ابتسونيةىأإؤئآلف ", min_size=1))
def test_a_word_is_found_with_the_article_and_without(text: str) -> None:
    """Of any Arabic word of three letters and more, however its first letter is spelt."""
    word = folded(text).replace(" ", "")
    if len(word) >= 3 and not word.startswith(("و", "ال", "بال", "كال", "فال", "لل")):
        assert words(word) == words(f"ال{word}") == words(f"وال{word}")


@pytest.mark.parametrize(("tag", "expected"), [("ckb", True), ("ku", False), ("ku-Arab", True), ("ar", False)])
def test_kurdish_rules_hold_for_kurdish_in_arabic_script(tag: str, expected: bool) -> None:  # noqa: FBT001 - a parameter
    """Kurmanji in Latin letters needs none."""
    assert expected == is_kurdish(tag)
