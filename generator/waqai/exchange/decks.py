"""Files for TimelineJS, read without repairing anything: its JSON, and its spreadsheet as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from waqai.exchange.import_faults import BAD_CELL, NO_DATE, NOT_READABLE, NOTHING, WRONG_COLUMNS, WRONG_SHAPE
from waqai.exchange.slides import CellError, Row, Slide, cell_read, slide_of
from waqai.model.values import shown
from waqai.problems import N_, Path, Problem, Term

A_NUMBER = Term(N_("a whole number, or a time such as 14:30; a day needs a month, and a month a year"))
A_TYPE = Term(N_("“title”, “era” or nothing, and “title” once"))

MAX_BYTES = 32 * 1024 * 1024
DELIMITERS = ",;\t"
START_COLUMNS = ("Year", "Start Date")


@dataclass(frozen=True, slots=True)
class Entry:
    """A slide, and where it stood in its file."""

    slide: Slide
    kind: str
    """`title`, `era` or empty."""
    place: int
    """From 1: its row, or its number in its list."""
    line: int
    path: Path
    row: Row | None = None
    """As it stood in a table."""


@dataclass(frozen=True, slots=True)
class ReadDeck:
    """A whole file."""

    entries: tuple[Entry, ...]
    others: Mapping[str, Any]
    """What it has besides slides."""
    columns: tuple[str, ...] = ()
    """Of a table."""

    @property
    def title(self) -> Entry | None:
        """The slide of the title."""
        return next((entry for entry in self.entries if entry.kind == "title"), None)


def read_deck(data: bytes, name: str) -> tuple[ReadDeck | None, list[Problem]]:
    """The slides of a file, and what is wrong with it; `name` is what messages call it."""
    is_json = name.lower().endswith(".json") or data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    form = "JSON" if is_json else "CSV"
    if len(data) > MAX_BYTES:
        return None, [NOT_READABLE.at(name, format=form, reason=f"> {MAX_BYTES} B")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [NOT_READABLE.at(name, line, format=form, reason=str(error.reason))]
    deck, problems = _read_json(text, name) if is_json else _read_sheet(text, name)
    if deck and not problems and not any(entry.kind != "title" for entry in deck.entries):
        problems.append(NOTHING.at(name))
    return deck, problems


# JSON


def _read_json(text: str, name: str) -> tuple[ReadDeck | None, list[Problem]]:
    try:
        value = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return None, [NOT_READABLE.at(name, error.lineno, error.colno, format="JSON", reason=error.msg)]
    except (ValueError, RecursionError) as error:
        return None, [NOT_READABLE.at(name, format="JSON", reason=str(error))]
    if not isinstance(value, dict) or not isinstance(value.get("events"), list):
        return None, [
            WRONG_SHAPE.at(
                name,
                path=("events",),
                found=shown(value.get("events") if isinstance(value, dict) else value),
                key="events",
            )
        ]
    found = list(_slides_in(value))
    problems = [problem for entry in found if (problem := _wrong_shape(entry, name))]
    others = {key: part for key, part in value.items() if key not in {"title", "events", "eras"}}
    others |= {"eras": []} if value.get("eras") == [] else {}
    return ReadDeck(tuple(found), others), problems


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _slides_in(value: Mapping[str, Any]) -> Iterator[Entry]:
    if "title" in value:
        yield Entry(value["title"], "title", 1, 1, ("title",))
    for key, kind in (("events", ""), ("eras", "era")):
        slides = value.get(key)
        for index, slide in enumerate(slides if isinstance(slides, list) else [slides] if slides else []):
            yield Entry(slide, kind, index + 1, 1, (key, index))


def _wrong_shape(entry: Entry, name: str) -> Problem | None:
    slide = entry.slide
    if not isinstance(slide, dict):
        return WRONG_SHAPE.at(name, path=entry.path, found=shown(slide), key=str(entry.path[0]))
    for key in ("start_date", "end_date", "text", "media"):
        if slide.get(key) is not None and not isinstance(slide[key], dict):
            return WRONG_SHAPE.at(name, path=(*entry.path, key), found=shown(slide[key]), key=key)
    if entry.kind != "title" and not slide.get("start_date"):
        return NO_DATE.at(name, path=entry.path, entry=_called(slide))
    return None


def _called(slide: Slide) -> str:
    text = slide.get("text")
    return f"“{text['headline']}”" if isinstance(text, dict) and text.get("headline") else "?"


# A table


def _read_sheet(text: str, name: str) -> tuple[ReadDeck | None, list[Problem]]:
    lines = io.StringIO(text, newline="")
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        rows = list(_rows(reader))
    except csv.Error as error:
        return None, [NOT_READABLE.at(name, reader.line_num, format="CSV", reason=str(error))]
    while header and not header[-1]:
        header.pop()
    if not set(START_COLUMNS) & set(header) or len(set(header)) < len(header):
        found, needed = ", ".join(header), " / ".join(START_COLUMNS)
        return None, [WRONG_COLUMNS.at(name, found=found, needed=needed)]
    return _of_rows(header, rows, name)


def _rows(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Every row, with the line of the file on which it begins."""
    line = reader.line_num + 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def _of_rows(header: list[str], rows: list[tuple[int, list[str]]], name: str) -> tuple[ReadDeck, list[Problem]]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, (line, cells) in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            entry = _of_row(header, cells, number, line)
        except CellError as error:
            path = (f"row {number}", error.column)
            problems.append(BAD_CELL.at(name, line, path=path, cell=error.cell, field=error.column, expected=A_NUMBER))
            continue
        if problem := _wrong_row(entry, entries, name):
            problems.append(problem)
        entries.append(entry)
    return ReadDeck(tuple(entries), {}, tuple(header)), problems


def _of_row(header: list[str], cells: list[str], number: int, line: int) -> Entry:
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        raise CellError(f"column {len(header) + 1}", cells[len(header)])
    row = {column: cell_read(column, cell) for column, cell in zip(header, cells, strict=False) if cell}
    return Entry(slide_of(row), row.get("Type", "").strip(), number, line, (f"row {number}",), row)


def _wrong_row(entry: Entry, before: list[Entry], name: str) -> Problem | None:
    is_second = entry.kind == "title" and any(other.kind == "title" for other in before)
    if entry.kind not in {"", "title", "era"} or is_second:
        path = (*entry.path, "Type")
        return BAD_CELL.at(name, entry.line, path=path, cell=entry.kind, field="Type", expected=A_TYPE)
    if entry.kind != "title" and "start_date" not in entry.slide:
        return NO_DATE.at(name, entry.line, path=entry.path, entry=_called(entry.slide))
    return None
