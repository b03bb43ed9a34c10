"""A timeline of TimelineJS as a timeline of ours: slides as events, eras as episodes, groups as topics."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from waqai.authoring.ids import words_of
from waqai.dates import DateFault
from waqai.exchange.decks import A_NUMBER, Entry, ReadDeck
from waqai.exchange.import_faults import BAD_CELL
from waqai.exchange.slide_texts import is_short
from waqai.exchange.slides import CellError
from waqai.exchange.timelinejs import Facts, cells_kept, facts_of, remainder, title_without
from waqai.importing.gathered import Gathered, Progress, Wish, settings_of

FORMAT = "timelinejs"
ERA = "episode"
"""The type of an event that was an era."""


def gather(deck: ReadDeck, name: str, wish: Wish, progress: Progress) -> Gathered:
    """Everything in the file. Nothing is left out: what has no field here is kept for the way back."""
    title = deck.title
    facts = facts_of(title.slide, wish.lang) if title else Facts("", "")
    settings = settings_of(wish, facts.title or wish.title)
    pages = {}
    if facts.text and is_short(facts.text):
        settings["summary"] = facts.text
    elif facts.text:
        pages[f"about.{wish.lang}.md"] = f"# {settings['title']}\n\n{facts.text}\n"
    settings["imported"] = _of_file(deck, title)
    gathered = Gathered(settings, pages=pages)
    topics: dict[str, str] = {}
    slides = [entry for entry in deck.entries if entry.kind != "title"]
    for number, entry in enumerate(slides, start=1):
        try:
            _add(gathered, entry, wish, topics)
        except DateFault as fault:
            gathered.problems.append(fault.fault.at(name, entry.line, path=entry.path, **fault.values))
        except CellError as error:
            values: dict[str, Any] = {"cell": error.cell, "field": error.column, "expected": A_NUMBER}
            gathered.problems.append(BAD_CELL.at(name, entry.line, path=entry.path, suggestion="", **values))
        progress(number, len(slides))
    return gathered


def _of_file(deck: ReadDeck, title: Entry | None) -> dict[str, Any]:
    kept = {**deck.others, **({"title": title.slide} if title else {})}
    found: dict[str, Any] = {"format": FORMAT, "kept": kept, "columns": list(deck.columns)}
    if title and title.row is not None:
        found |= {"cells": cells_kept(title.row, title.slide, title.kind), "place": title.place}
    return {key: value for key, value in found.items() if value}


def _add(gathered: Gathered, entry: Entry, wish: Wish, topics: dict[str, str]) -> None:
    facts = facts_of(entry.slide, wish.lang)
    title = facts.title or title_without(facts)
    if facts.group and facts.group not in topics:
        topics[facts.group] = _topic(gathered, entry, facts.group)
    text = {} if not facts.text else {"summary" if is_short(facts.text) else "body": facts.text}
    shown = {"is": facts.date, "show": facts.shown} if facts.shown else facts.date
    data = {
        "title": title,
        "date": shown,
        "type": ERA if entry.kind == "era" else wish.event_type,
        **text,
        **({"about": [topics[facts.group]]} if facts.group else {}),
        "needs_source": True,
        "imported": _imported(entry, replace(facts, title=title)),
    }
    words = f"{_day(facts.date)}-{words_of({wish.lang: title})}".strip("-")
    gathered.add("events", words or f"event-{entry.place}", data, entry)


def _topic(gathered: Gathered, entry: Entry, group: str) -> str:
    return gathered.add("topics", words_of({"": group}) or "topic", {"name": group}, entry)


def _imported(entry: Entry, facts: Facts) -> dict[str, Any]:
    """What the event with these facts would not say on the way back."""
    kept, without = remainder(entry.slide, facts)
    found = {
        "format": FORMAT,
        "place": entry.place,
        "role": entry.kind,
        "kept": kept,
        "without": without,
        "cells": cells_kept(entry.row, entry.slide, entry.kind) if entry.row is not None else {},
    }
    return {key: value for key, value in found.items() if value}


def _day(date: str) -> str:
    return date.split("T", maxsplit=1)[0].split("/", maxsplit=1)[0].strip("[].,~?%")
