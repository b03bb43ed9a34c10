"""Our own tables, as `waqai export csv` writes them, as a timeline again."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from waqai import plainfile
from waqai.exchange.csv_cells import unguarded
from waqai.exchange.import_faults import BAD_CELL, NOT_READABLE, NOTHING, WRONG_COLUMNS
from waqai.exchange.tables import INNER, BadValueError, notation_of
from waqai.importing.gathered import MOST_BYTES, Gathered, Progress, Wish, settings_of
from waqai.model import RECORD_KINDS
from waqai.problems import N_, Path, Problem, Term

A_VALUE = Term(N_("what `waqai export csv` writes there"))

WITHHELD = "withheld"
"""Of a person whose name is in no table: the id stands in its place."""


@dataclass(frozen=True, slots=True)
class _Row:
    cells: dict[str, str]
    line: int
    path: Path


def gather(file: File, wish: Wish, progress: Progress) -> Gathered:
    """Everything in a folder of tables, or in one table of events."""
    files = sorted(file.glob("*.csv")) if file.is_dir() else [file]
    names = {*RECORD_KINDS, *INNER.values()}
    tables = {path.stem if path.stem in names else "events": path for path in files}
    gathered = Gathered({})
    rows = {name: _rows(path, gathered.problems) for name, path in tables.items()}
    gathered.settings = settings_of(wish, wish.title) | {"languages": _languages(rows, wish)}
    done, every = 0, sum(map(len, rows.values()))
    for folder in RECORD_KINDS:
        inner = _by_owner(folder, rows, gathered.problems, tables)
        for row in rows.get(folder, []):
            data = _data(folder, row, gathered.problems, tables[folder].name)
            if data is not None:
                key = data.pop("id", "")
                data |= {INNER[folder]: parts} if (parts := inner.pop(key, [])) else {}
                data |= {"name": key} if data.get("safety") == WITHHELD else {}
                gathered.add(folder, str(key), data, row)
            done += 1
            progress(done, every)
    if not gathered.records and not gathered.problems:
        gathered.problems.append(NOTHING.at(file.name))
    return gathered


def _rows(path: File, problems: list[Problem]) -> list[_Row]:
    try:
        text = plainfile.read(path.resolve(), MOST_BYTES).decode("utf-8-sig")
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        header = next(reader, [])
        found, line = [], reader.line_num + 1
        for number, cells in enumerate(reader, start=2):
            filled = {name: unguarded(cell) for name, cell in zip(header, cells, strict=False) if cell}
            found.append(_Row(filled, line, (f"row {number}",)))
            line = reader.line_num + 1
    except (UnicodeDecodeError, csv.Error) as error:
        problems.append(NOT_READABLE.at(path.name, format="CSV", reason=str(error)))
        return []
    if "id" not in header or len(set(header)) < len(header):
        problems.append(WRONG_COLUMNS.at(path.name, found=", ".join(header), needed="id"))
        return []
    return [row for row in found if row.cells]


def _languages(rows: Mapping[str, list[_Row]], wish: Wish) -> list[str]:
    """The languages of the site that the tables are of, that of the wish first."""
    columns = {column for table in rows.values() for row in table for column in row.cells}
    tags = {column.partition(".")[2] for column in columns if column.startswith("pages.")}
    return [wish.lang, *sorted(tags - {wish.lang})]


def _by_owner(
    folder: str, rows: Mapping[str, list[_Row]], problems: list[Problem], tables: Mapping[str, File]
) -> dict[str, list[dict[str, Any]]]:
    """The claims of events, or the terms of agreements, by the id of what they are part of."""
    inner = INNER.get(folder, "")
    owner = RECORD_KINDS[folder].kind_name
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows.get(inner, []):
        data = _data(inner, row, problems, tables[inner].name)
        if data is not None:
            found.setdefault(str(data.pop(owner, "")), []).append(data)
    return found


def _data(table: str, row: _Row, problems: list[Problem], name: str) -> dict[str, Any] | None:
    try:
        return notation_of(table, row.cells)
    except BadValueError as error:
        path, cell = (*row.path, error.column), row.cells[error.column]
        problems.append(BAD_CELL.at(name, row.line, path=path, expected=A_VALUE, cell=cell, field=error.column))
        return None
