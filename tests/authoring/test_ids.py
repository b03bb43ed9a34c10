"""Ids for new files."""

from __future__ import annotations

import pytest

from waqai.authoring.ids import LONGEST, romanized, suggested_id, words_of
from waqai.model.values import is_id


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("وصول وفد مشترك إلى دمشق", "wsul wfd mshtrk ila dmshq"),
        ("القامشلي", "alqamshli"),
        ("سوريا", "surya"),
        ("هەولێر", "hewler"),
        ("١٢ شباط", "12 shbat"),
        ("Şandeyek", "Sandeyek"),
        ("Переговоры", "Peregovory"),
    ],
)
def test_a_title_is_written_in_latin_letters(title: str, expected: str) -> None:
    """As far as the script tells how it is said: short vowels are not written."""
    assert expected == romanized(title)


def test_an_id_has_the_date_and_the_title() -> None:
    """The words of the title that is in Latin letters already."""
    titles = {"ar": "اللقاء الأول", "en": "First meeting: a report"}
    assert "2021-03-04-first-meeting-a-report" == suggested_id(titles, "2021-03-04", ())


def test_an_uncertain_date_gives_its_first_day() -> None:
    """The signs around it are no part of an id."""
    assert "2021-02-11-talks" == suggested_id({"en": "Talks"}, "[..2021-02-11]", ())


def test_a_source_is_called_after_its_publisher_and_its_date() -> None:
    """Its title may be any."""
    assert "valley-post-2021-03-05" == suggested_id({"en": "X"}, "2021-03-05T10:00Z", (), publisher="valley-post")


def test_an_id_that_is_taken_gets_a_number() -> None:
    """The first that is free."""
    assert "talks-3" == suggested_id({"en": "Talks"}, "", {"talks", "talks-2"})


def test_a_long_title_ends_with_a_whole_word() -> None:
    """So that the address can be read out."""
    words = words_of({"en": "one two three " * 10})
    assert (True, True) == (len(words) <= LONGEST, words.endswith(("-one", "-two", "-three")))


@pytest.mark.parametrize("title", ["", "…", "«»", "\u0651", "-- --"])
def test_a_title_without_letters_gives_no_id(title: str) -> None:
    """Somebody has to give one."""
    assert "" == suggested_id({"ar": title}, "", ())


@pytest.mark.parametrize("title", ["Don't stop", "a" * 300, "ە" * 300, "日本", "1/2", "_x_"])
def test_what_is_suggested_is_an_id(title: str) -> None:
    """Whatever the title holds."""
    assert is_id(suggested_id({"en": title}, "2021~", ()))
