"""A table in the manner of PA-X, the Peace Agreements Database: a row an agreement, its parties as actors.

Columns and stages are those of its codebook (https://www.peaceagreements.org): the names are the same from its first
version to the tenth. Some files have the codes of stages, others their names.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import Any

from waqai.authoring.ids import words_of
from waqai.dates import DateFault, Edtf
from waqai.exchange.import_faults import BAD_CELL, NO_DATE, NOT_READABLE, NOTHING, WRONG_COLUMNS
from waqai.importing.gathered import Gathered, Progress, Wish, settings_of
from waqai.model.vocabulary import STAGES
from waqai.problems import N_, Path, Problem, Term

FORMAT = "pax"
TITLE, DATE, PARTIES = "Agt", "Dat", "Part"
"""What a row must have."""
STAGE, TEXT = "Stage", "PDF Agreement"
FIELDS = frozenset({TITLE, DATE})
"""Columns that come back whole from the fields."""
STAGE_NAMES = {
    "pre-negotiation": "Pre",
    "pre-negotiation/process": "Pre",
    "framework-substantive, partial": "SubPar",
    "framework-substantive, comprehensive": "SubComp",
    "implementation": "Imp",
    "implementation/renegotiation": "Imp",
    "renewal": "Ren",
    "ceasefire": "Cea",
    "ceasefire/related": "Cea",
    "other": "Oth",
}
"""The stages as they are called in words, in lower case. A constitution (FrCons) was one in the first version only."""
A_PARTY = Term(N_("the parties, separated by semicolons or line ends"))
_BETWEEN = re.compile(r"\s*(?:;|\r?\n)\s*")


@dataclass(frozen=True, slots=True)
class _Row:
    cells: dict[str, str]
    line: int
    path: Path


def gather(data: bytes, name: str, wish: Wish, progress: Progress) -> Gathered:
    """Everything in the table; what has no field here is kept."""
    rows, header, problems = _rows(data, name)
    kept = {"format": FORMAT, "columns": list(header)}
    gathered = Gathered(settings_of(wish, wish.title, imported=kept), problems=problems)
    actors: dict[str, str] = {}
    for number, row in enumerate(rows, start=1):
        _add(gathered, row, number, actors, name, wish)
        progress(number, len(rows))
    if not rows and not problems:
        gathered.problems.append(NOTHING.at(name))
    return gathered


def _rows(data: bytes, name: str) -> tuple[list[_Row], list[str], list[Problem]]:
    try:
        reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        header, rows = [column.strip() for column in next(reader, [])], []
        line = reader.line_num + 1
        for number, cells in enumerate(reader, start=2):
            filled = {column: cell for column, cell in zip(header, cells, strict=False) if cell.strip()}
            rows += [_Row(filled, line, (f"row {number}",))] if filled else []
            line = reader.line_num + 1
    except (UnicodeDecodeError, csv.Error) as error:
        return [], [], [NOT_READABLE.at(name, format="CSV", reason=str(error))]
    if not {TITLE, DATE, PARTIES} <= set(header) or len(set(header)) < len(header):
        needed = f"{TITLE}, {DATE}, {PARTIES}"
        return [], header, [WRONG_COLUMNS.at(name, found=", ".join(header), needed=needed)]
    return rows, header, []


def _add(gathered: Gathered, row: _Row, number: int, actors: dict[str, str], name: str, wish: Wish) -> None:  # noqa: PLR0913, PLR0917
    title = " ".join(row.cells.get(TITLE, "").split())
    parties = _names(row.cells.get(PARTIES, ""))
    try:
        day = Edtf.parse(row.cells[DATE].strip()).text if DATE in row.cells else ""
    except DateFault as fault:
        gathered.problems.append(fault.fault.at(name, row.line, path=(*row.path, DATE), **fault.values))
        return
    if not day:
        gathered.problems.append(NO_DATE.at(name, row.line, path=row.path, entry=f"“{title}”"))
        return
    if not parties:
        path = (*row.path, PARTIES)
        gathered.problems.append(BAD_CELL.at(name, row.line, path=path, cell="", field=PARTIES, expected=A_PARTY))
        return
    address = row.cells.get(TEXT, "").strip()
    data: dict[str, Any] = {
        "title": title or day,
        "date": day,
        "parties": [_actor(gathered, actors, each, row) for each in parties],
        "stage": _stage(row.cells.get(STAGE, "").strip()),
        "full_text": address if re.match(r"https?://[^\s]+\Z", address) else "",
        "imported": {
            "format": FORMAT,
            "place": number,
            "cells": {column: cell for column, cell in row.cells.items() if column not in FIELDS},
        },
    }
    known = {key: value for key, value in data.items() if value}
    gathered.add("agreements", f"{day[:10]}-{words_of({wish.lang: title})}".strip("-[]./?~%"), known, row)


def _stage(cell: str) -> str:
    """The code of a stage; empty if it is none of ours."""
    return cell if cell in STAGES else STAGE_NAMES.get(cell.lower(), "")


def _names(cell: str) -> list[str]:
    return list(dict.fromkeys(filter(None, _BETWEEN.split(cell.strip()))))


def _actor(gathered: Gathered, actors: dict[str, str], name: str, row: _Row) -> str:
    """The actor of this name; a new one is a group until somebody says what it is."""
    if name not in actors:
        key = words_of({"": name}) or "actor"
        actors[name] = gathered.add("actors", key, {"kind": "group", "name": name}, row)
    return actors[name]
