"""Published records as tables, and back: one row a record, the same columns whatever the records hold.

A text has a column for each language (`title.ar`), a role one of its own (`who.party`), a date its EDTF and its bounds
(`date`, `date.earliest`, `date.latest`), a place `latitude` and `longitude`. Ids in a list stand between semicolons.
What has parts of its own stands in its cell as JSON. Claims and terms of agreements have tables of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from waqai.config import Config
from waqai.exchange.data_schema import record_schema
from waqai.model import RECORD_KINDS

Data = Mapping[str, Any]
Row = dict[str, str]

INNER = {"events": "claims", "agreements": "terms"}
"""What of a kind has a table of its own."""
BOUNDS = (".earliest", ".latest")
POSITION = ("latitude", "longitude")
BY_LANGUAGE = frozenset({"quote"})
"""Maps by language that are no texts of ours."""
COMPUTED = frozenset({"pages", "standing", "state"})
"""What is computed anew from the rest."""
_ESCAPED = re.compile(r"[\\;]")
_SEPARATOR = re.compile(r"(?<!\\)((?:\\\\)*);\s*")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of records of one kind, or of what they are made of."""

    name: str
    """As in the file's name: `events`, `claims`."""
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def tables_of(folder: str, records: Sequence[Data], config: Config) -> Iterator[Table]:
    """The table of these records, and the one of their claims or terms."""
    schema = record_schema(RECORD_KINDS[folder], config)
    inner, definitions = INNER.get(folder, ""), schema["$defs"]
    properties = {name: part for name, part in schema["properties"].items() if name != inner}
    ordered = {"id": properties.pop("id"), **properties}
    yield _table(folder, ordered, [{k: v for k, v in record.items() if k != inner} for record in records], config)
    if inner:
        owner = RECORD_KINDS[folder].kind_name
        parts = definitions["Claim" if inner == "claims" else "AgreementTerm"]["properties"]
        rows = [{owner: record["id"], **part} for record in records for part in record.get(inner, ())]
        yield _table(inner, {owner: {"type": "string"}, **parts}, rows, config)


def in_languages(header: Sequence[str], wanted: Iterable[str], languages: Iterable[str]) -> list[str]:
    """The columns of a table without the texts in those of the site's languages that are not wanted."""
    others = set(languages) - set(wanted)
    return [column for column in header if column.rpartition(".")[2] not in others or column.startswith("quote.")]


def _table(name: str, properties: Mapping[str, Data], records: Iterable[Data], config: Config) -> Table:
    rows = [_row(record, properties) for record in records]
    usual = [column for key, part in properties.items() for column in _columns(key, part, config.languages)]
    found = dict.fromkeys(column for row in rows for column in row)
    others = [column for column in found if column not in usual]
    return Table(name, (*usual, *others), tuple(rows))


def _columns(key: str, part: Data, languages: Sequence[str]) -> Iterator[str]:
    """The columns that a property has in any case."""
    match _form(key, part):
        case "text":
            yield from (f"{key}.{tag}" for tag in languages)
        case "roles":
            yield from (f"{key}.{role}" for role in part["propertyNames"]["enum"])
        case "when":
            yield from (key, *(f"{key}{bound}" for bound in BOUNDS), f"{key}.said", f"{key}.anchor", f"{key}.reported")
        case "position":
            yield from POSITION
        case _:
            yield key


def _form(key: str, part: Data) -> str:
    """How a property stands in a table."""
    reference = str(part.get("$ref", "")).rpartition("/")[2]
    if reference in {"Text", "Addresses"} or key in BY_LANGUAGE:
        return "text"
    if key == "at":
        return "position"
    if part.get("type") == "array" and _is_plain(part["items"]):
        return "list"
    if part.get("type") == "object" and "enum" in part.get("propertyNames", {}) and _is_lists(part):
        return "roles"
    named = {"Date": "date", "EventDate": "when", "Standing": "standing", "State": "state"}
    return named.get(reference) or ("words" if part.get("type") == "string" else "json")


def _is_plain(items: Data) -> bool:
    return items.get("type") == "string" or "oneOf" in items


def _is_lists(part: Data) -> bool:
    inner = part.get("additionalProperties", {})
    return inner.get("type") == "array" and _is_plain(inner["items"])


def _row(record: Data, properties: Mapping[str, Data]) -> Row:
    return {
        column: cell
        for key, value in record.items()
        for column, cell in _cells(key, value, _form(key, properties[key]))
    }


def _cells(key: str, value: Any, form: str) -> Iterator[tuple[str, str]]:
    match form:
        case "text":
            yield from ((f"{key}.{tag}", text) for tag, text in value.items())
        case "roles":
            yield from ((f"{key}.{role}", _listed(ids)) for role, ids in value.items())
        case "list":
            yield key, _listed(value)
        case "date":
            yield key, value["edtf"]
        case "when":
            yield from _when(key, value)
        case "position":
            yield from zip(POSITION, map(str, value), strict=True)
        case "standing":
            yield key, value["key"]
        case "state":
            yield key, value["is"]
        case "words":
            yield key, value
        case _:
            yield key, json.dumps(in_notation(value), ensure_ascii=False, separators=(",", ":"))


def _when(key: str, value: Data) -> Iterator[tuple[str, str]]:
    day = value["is"]
    yield key, day["edtf"]
    yield from ((f"{key}{bound}", day[bound[1:]] or "") for bound in BOUNDS)
    yield from ((f"{key}.show.{tag}", text) for tag, text in value.get("show", {}).items())
    yield from ((f"{key}.{name}", value[name]) for name in ("said", "anchor") if name in value)
    if "reported" in value:
        yield f"{key}.reported", value["reported"]["edtf"]


def _listed(values: Sequence[Any]) -> str:
    if all(isinstance(value, str) for value in values):
        return "; ".join(_ESCAPED.sub(r"\\\g<0>", value) for value in values)
    return json.dumps(in_notation(values), ensure_ascii=False, separators=(",", ":"))


def in_notation(value: Any) -> Any:
    """A published value as files have it: dates as EDTF, and nothing that is computed."""
    if isinstance(value, Mapping):
        if value.keys() == {"edtf", "earliest", "latest"}:
            return value["edtf"]
        return {key: in_notation(part) for key, part in value.items()}
    return [in_notation(part) for part in value] if isinstance(value, list | tuple) else value


# Back from a row


class BadValueError(ValueError):
    """A cell cannot be read; `column` says which."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


@cache
def _own_schema(folder: str) -> Data:
    """Of a kind of record, without a timeline's own words; it is asked for with every row."""
    return record_schema(RECORD_KINDS[folder], None)


def notation_of(table: str, row: Mapping[str, str]) -> dict[str, Any]:
    """A row as a file has it, or a part of one: nothing that is computed. Raises :class:`BadValueError`."""
    owner = next((folder for folder, inner in INNER.items() if inner == table), "")
    schema = _own_schema(owner or table)
    properties = schema["properties"]
    if owner:
        part = schema["$defs"]["Claim" if table == "claims" else "AgreementTerm"]["properties"]
        properties = {RECORD_KINDS[owner].kind_name: {"type": "string"}, **part}
    found: dict[str, Any] = {}
    for key, part in properties.items():
        if key not in COMPUTED and (value := _value(key, part, row)) is not None:
            found["tr" if key == "translations" else key] = value
    return found


def _value(key: str, part: Data, row: Mapping[str, str]) -> Any:
    """What the columns of a property say; None if they are empty."""
    inside = {column.removeprefix(f"{key}."): cell for column, cell in row.items() if column.startswith(f"{key}.")}
    match _form(key, part):
        case "text":
            return inside or None
        case "roles":
            return {role: _unlisted(f"{key}.{role}", cell) for role, cell in inside.items()} or None
        case "when":
            return _when_back(row[key], inside) if key in row else None
        case "position":
            return [_loaded(column, row[column]) for column in POSITION] if POSITION[0] in row else None
    return _of_one_cell(key, _form(key, part), row[key]) if key in row else None


def _of_one_cell(key: str, form: str, cell: str) -> Any:
    if form == "list":
        return _unlisted(key, cell)
    return cell if form in {"words", "date"} else _without_stale(_loaded(key, cell))


def _when_back(day: str, inside: Mapping[str, str]) -> Any:
    """The date of an event: in short where nothing more is known of it."""
    more: dict[str, Any] = {name: inside[name] for name in ("said", "anchor", "reported") if name in inside}
    shown = {name.removeprefix("show."): text for name, text in inside.items() if name.startswith("show.")}
    more |= {"show": shown} if shown else {}
    return {"is": day, **more} if more else day


def _unlisted(column: str, cell: str) -> list[Any]:
    if cell.startswith("["):
        found: list[Any] = _loaded(column, cell)
        return found
    parts = _SEPARATOR.sub(r"\1\n", cell).split("\n")
    return [re.sub(r"\\([\\;])", r"\1", part) for part in parts]


def _loaded(column: str, cell: str) -> Any:
    try:
        return json.loads(cell)
    except ValueError:
        raise BadValueError(column) from None


def _without_stale(value: Any) -> Any:
    """The origin of translations without what follows from it."""
    if isinstance(value, dict) and all(isinstance(part, dict) and "rev" in part for part in value.values()):
        return {tag: {name: each for name, each in part.items() if name != "stale"} for tag, part in value.items()}
    return value
