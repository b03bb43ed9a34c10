"""Events as slides of TimelineJS and slides as events: what has no field here is kept, so that it returns.

Of an imported slide only that is kept which could not be made again from the event. On the way back it counts as long
as the event still says what it said when it came; what was edited here is written anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from waqai.dates import Edtf
from waqai.exchange.slide_dates import dates_of, edtf_of, in_years, is_beyond
from waqai.exchange.slide_texts import headline_of, html_of, markdown_of, words_of
from waqai.exchange.slides import EARLIER_COLUMNS, READ, Row, Slide, row_of, same_cell
from waqai.model.parts import Imported

DATES = ("start_date", "end_date")
FACTS = (*DATES, "text", "group", "display_date")
"""The keys of a slide that an event has fields for."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a slide and an event both know."""

    date: str
    """In EDTF."""
    title: str
    """Without markup; empty where a slide has none."""
    text: str = ""
    """In Markdown."""
    group: str = ""
    shown: str = ""
    """How the date is printed; empty where that follows from it."""


def facts_of(slide: Slide, lang: str) -> Facts:
    """What a slide says, in a language. Raises `CellError` and `DateFault` for a date that is none."""
    text = slide.get("text")
    headline, body = _part(text, "headline"), _part(text, "text")
    group, shown = _words(slide.get("group")), words_of(_words(slide.get("display_date")))
    start, end = slide.get("start_date"), slide.get("end_date")
    date = edtf_of(start, end) if start else ""
    if start and not shown and is_beyond(start, end):
        shown = in_years(start, end, lang)
    return Facts(date, words_of(headline), markdown_of(body) if body else "", group.strip(), shown)


def _part(text: Any, key: str) -> str:
    return _words(text.get(key)) if isinstance(text, Mapping) else ""


def _words(value: Any) -> str:
    return "" if value is None else str(value)


def slide_from(facts: Facts) -> Slide:
    """The slide that says no more than these facts."""
    text = {"headline": headline_of(facts.title), "text": html_of(facts.text) if facts.text else ""}
    known = {
        **(dates_of(Edtf.parse(facts.date)) if facts.date else {}),
        "text": {key: words for key, words in text.items() if words},
        "group": facts.group,
        "display_date": facts.shown,
    }
    return {key: value for key, value in known.items() if value}


def remainder(slide: Slide, facts: Facts) -> tuple[dict[str, Any], list[str]]:
    """What of a slide cannot be made again from an event with these facts, and what it lacks although they have it."""
    made = slide_from(facts)
    kept = {key: value for key, value in slide.items() if key not in made or made[key] != value}
    if not kept.keys().isdisjoint(DATES):
        kept |= _of_dates(slide)
    return kept, [key for key in made if key not in slide]


def title_without(facts: Facts) -> str:
    """What an event is called that comes without a headline: its date."""
    return facts.shown or facts.date


def slide_again(facts: Facts, imported: Imported, lang: str) -> Slide:
    """The slide of an event that was imported, with texts in a language."""
    made, kept = slide_from(facts), imported.kept
    replaced = {*imported.without, *(DATES if not kept.keys().isdisjoint(DATES) else ())}
    came = {key: value for key, value in made.items() if key not in replaced} | kept
    before = facts_of(came, lang)
    slide = {key: value for key, value in came.items() if key not in FACTS}
    slide |= _of_dates(came if before.date == facts.date else made)
    slide |= _text_again(came, made, facts, before)
    for key, now, then in (("group", facts.group, before.group), ("display_date", facts.shown, before.shown)):
        source = came if now == then else made
        slide |= {key: source[key]} if key in source else {}
    return slide


def _of_dates(slide: Slide) -> Slide:
    return {key: slide[key] for key in DATES if key in slide}


def _text_again(came: Slide, made: Slide, facts: Facts, before: Facts) -> Slide:
    """The texts as they came, as far as nobody has changed them."""
    came_text, made_text = came.get("text"), made.get("text", {})
    same_title = facts.title == (before.title or title_without(before))
    if same_title and facts.text == before.text:
        return {"text": came_text} if "text" in came else {}
    text = dict(came_text) if isinstance(came_text, Mapping) else {}
    if not same_title:
        text["headline"] = made_text.get("headline", "")
    if facts.text != before.text:
        text["text"] = made_text.get("text", "")
    return {"text": text}


# Rows of a sheet


def cells_kept(row: Row, slide: Slide, kind: str) -> dict[str, str]:
    """The cells of a row that would come back in another form."""
    made = in_columns(row_of(slide, kind), row)
    return {column: cell for column, cell in row.items() if made.get(column, "") != cell}


def row_again(slide: Slide, kind: str, cells: Row, columns: Mapping[str, object]) -> dict[str, str]:
    """The row of a slide, with the cells as they came where they say the same. `columns` are those of its sheet."""
    made = in_columns(row_of(slide, kind), columns)
    kept = (
        (column, cell)
        for column, cell in cells.items()
        if column not in READ or same_cell(column, cell, made.get(column, ""))
    )
    return made | dict(kept)


def in_columns(row: dict[str, str], columns: Mapping[str, object]) -> dict[str, str]:
    """A row in the columns of the first version, where its sheet has these."""
    if "Tag" in columns and "Group" not in columns and "Group" in row:
        row = {("Tag" if column == "Group" else column): cell for column, cell in row.items()}
    for prefix, earlier in zip(("", "End "), EARLIER_COLUMNS, strict=False):
        if earlier in columns and f"{prefix}Year" not in columns:
            row = dict(_earlier(row, prefix, earlier))
    return row


def _earlier(row: Row, prefix: str, earlier: str) -> Iterator[tuple[str, str]]:
    parts = [f"{prefix}{part}" for part in ("Year", "Month", "Day")]
    time = f"{prefix}Time"
    date = [row[part] for part in parts if part in row]
    yield from ((column, cell) for column, cell in row.items() if column not in {*parts, time})
    if time in row and len(date) == len(parts):
        year, month, day = date
        yield earlier, f"{month}/{day}/{year} {row[time]}"
    elif date:
        yield earlier, "-".join([date[0], *(number.zfill(2) for number in date[1:])])
