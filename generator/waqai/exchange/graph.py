"""Statements about things, and the two ways in which they are written: Turtle 1.1 and JSON-LD 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Iri:
    """A thing, by its absolute address."""

    address: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, in a language or of a type."""

    text: str
    lang: str = ""
    """BCP 47 tag."""
    datatype: str = ""
    """A prefixed name."""


@dataclass(frozen=True, slots=True)
class InOrder:
    """Things whose order counts."""

    items: tuple[Iri, ...]


Value = Iri | Literal | InOrder


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, and what is said of it: predicates are prefixed names."""

    address: str
    types: tuple[str, ...]
    statements: tuple[tuple[str, Value], ...]


Prefixes = Mapping[str, str]

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\n\r\t\x00-\x1f\x7f]')
_OUTSIDE_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def turtle(things: Iterable[Thing], prefixes: Prefixes) -> bytes:
    """The statements in Turtle."""
    head = "".join(f"@prefix {name}: {_iri(address)} .\n" for name, address in prefixes.items())
    return "\n".join([head, *map(_thing, things)]).encode()


def _thing(thing: Thing) -> str:
    statements = [f"a {', '.join(thing.types)}", *(f"{name} {_value(value)}" for name, value in thing.statements)]
    lines = " ;\n    ".join(statements)
    return f"{_iri(thing.address)}\n    {lines} .\n"


def _value(value: Value) -> str:
    match value:
        case Iri(address):
            return _iri(address)
        case InOrder(items):
            return f"( {' '.join(_iri(item.address) for item in items)} )"
        case Literal(text, lang, datatype):
            ending = f"@{lang}" if lang else f"^^{datatype}" if datatype else ""
            return f'"{_SPECIAL.sub(_escaped, text)}"{ending}'


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _iri(address: str) -> str:
    return f"<{_OUTSIDE_IRI.sub(lambda sign: f'%{ord(sign[0]):02X}', address)}>"


def json_ld(things: Iterable[Thing], prefixes: Prefixes) -> bytes:
    """The same statements in JSON-LD, a thing a line."""
    graph = ",\n".join(json.dumps(_node(thing), ensure_ascii=False) for thing in things)
    context = json.dumps(dict(prefixes), ensure_ascii=False)
    return f'{{"@context": {context},\n"@graph": [\n{graph}\n]}}\n'.encode()


def _node(thing: Thing) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": thing.address, "@type": list(thing.types)}
    for name, value in thing.statements:
        node.setdefault(name, []).append(_object(value))
    return node


def _object(value: Value) -> dict[str, Any]:
    match value:
        case Iri(address):
            return {"@id": address}
        case InOrder(items):
            return {"@list": [{"@id": item.address} for item in items]}
        case Literal(text, lang, datatype):
            kind = {"@language": lang} if lang else {"@type": datatype} if datatype else {}
            return {"@value": text, **kind}


def texts(name: str, by_language: Mapping[str, str]) -> Iterator[tuple[str, Literal]]:
    """A statement for each language."""
    return ((name, Literal(text, lang)) for lang, text in by_language.items())
