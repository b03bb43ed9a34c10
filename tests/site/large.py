"""A synthetic timeline of any size whose words are as many and as unequal as those of a language."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate, product
from random import Random
from typing import Any

from tests.content.making import Held
from waqai.config import Config
from waqai.content import Library
from waqai.model import RECORD_KINDS

CONFIG = Config.model_validate(
    {
        "id": "large",
        "title": {"ar": "بيانات اختبار مصطنعة"},
        "languages": ("ar",),
        "url": "https://example.org/",
        "licence": "CC0-1.0",
    },
    context={"languages": ("ar",)},
)
WORDS_IN_TITLE, WORDS_IN_SUMMARY = 6, 20
"""Of an event of the real timeline, on average."""
FIRST_DAY = date(1990, 1, 1)


class Writer:
    """Writes texts of words without meaning, of which few are frequent and most are rare."""

    def __init__(self) -> None:
        self._chance = Random(7)  # noqa: S311 - the same texts each time, no secrets
        syllables = ["".join(pair) for pair in product("بتجدرزسشصطعفقكلمنهي", "اويعلم")]
        self._words = [
            "".join(self._chance.choices(syllables, k=self._chance.choice([1, 2, 2, 3]))) for _ in range(9000)
        ]
        self._weights = list(accumulate(1 / rank for rank in range(1, 9001)))

    def text(self, words: int) -> str:
        """So many words."""
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=words))


def large_library(events: int) -> Library:
    """A timeline with so many events, a report for every second one, and a tenth of that of names."""
    writer = Writer()
    folders: dict[str, dict[str, Any]] = {
        "topics": {f"topic-{n}": {"name": writer.text(3)} for n in range(events // 50)},
        "actors": {f"actor-{n}": {"kind": "group", "name": writer.text(3)} for n in range(events // 10 + 1)},
        "places": {f"place-{n}": {"name": writer.text(1), "kind": "city"} for n in range(events // 20)},
        "sources": {f"report-{n}": _report(writer, n) for n in range(events // 2 + 1)},
        "events": {f"event-{n}": _event(writer, n) for n in range(events)},
    }
    context = CONFIG.validation_context()
    held = {
        key: Held(RECORD_KINDS[folder].model_validate({"id": key, **data}, context=context))
        for folder, records in folders.items()
        for key, data in records.items()
    }
    return Library.of(held, CONFIG)


def _report(writer: Writer, number: int) -> dict[str, Any]:
    return {"title": writer.text(WORDS_IN_TITLE), "publisher": f"actor-{number // 20}", "date": _day(2 * number)}


def _event(writer: Writer, number: int) -> dict[str, Any]:
    return {
        "title": writer.text(WORDS_IN_TITLE),
        "summary": writer.text(WORDS_IN_SUMMARY),
        "date": _day(number),
        "type": "talks",
        "sources": [f"report-{number // 2}"],
    }


def _day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).isoformat()
