"""What a page's making was given besides the timeline: a digest of everything that its function holds on to.

Pages are listed before they are made, and what is known then (a path, a title, the events of a year) is bound into the
function that makes the page. All of it is compared, so that nothing which was read too early can be missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import partial
from hashlib import blake2b
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from pydantic import BaseModel

from waqai.config import Config
from waqai.content.seen import stands_for
from waqai.languages import Language

PLAIN = (str, int, float, bytes, date, time)
LONG = 200
"""Outlines of more characters are shortened to a digest."""

Parts = tuple[str, Iterable[Any]]
"""A name, and the parts that it is made of."""


class Captured:
    """Digests of what functions hold on to; what several of them share is looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def digest(self, make: object) -> str:
        """The digest for one function. Raises TypeError where it holds something that cannot be compared."""
        return _digest(self._outline(make))

    def _outline(self, value: Any) -> str:
        if value is None or isinstance(value, PLAIN):
            return repr(value)
        if id(value) not in self._known:
            self._known[id(value)] = value, "…"  # met again inside itself, it says nothing new
            name, parts = _data(value) or _code(value)
            outline = f"{name}({', '.join(map(self._outline, parts))})"
            self._known[id(value)] = value, outline if len(outline) < LONG else _digest(outline)
        return self._known[id(value)][1]


def _digest(outline: str) -> str:
    return blake2b(outline.encode(), digest_size=12).hexdigest()


def _data(value: Any) -> Parts | None:
    """What a value says of itself, and what it is made of; None if it is not data."""
    if noted := stands_for(value):
        return noted, ()
    if isinstance(value, Config):
        return "Config", ()  # every page's condition
    if isinstance(value, BaseModel):
        return repr(value), ()
    return _collection(value)


def _collection(value: Any) -> Parts | None:
    match value:
        case Mapping():
            return "map", (part for pair in value.items() for part in pair)
        case tuple() | list():
            return "list", value
        case set() | frozenset():
            return "set", sorted(value, key=repr)
    return None


def _code(value: Any) -> Parts:
    """What functions, and the objects behind methods, hold on to."""
    match value:
        case partial():
            return "partial", (value.func, value.args, value.keywords)
        case MethodType():
            return "method", (value.__func__, value.__self__)
        case FunctionType():
            cells = (cell.cell_contents for cell in value.__closure__ or ())
            return f"{value.__module__}.{value.__qualname__}", (*cells, value.__defaults__, value.__kwdefaults__)
        case type() | BuiltinFunctionType():
            return value.__qualname__, ()
        case Language():
            return "Language", (value.tag,)  # its catalogues are every page's condition
    return type(value).__qualname__, (_held(value),)


def _held(value: Any) -> Mapping[str, Any]:
    """The attributes of an object of ours, or the digest that it gives of itself."""
    if isinstance(digest := getattr(value, "digest", None), str):
        return {"digest": digest}
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if not type(value).__module__.startswith("waqai.site"):
        raise TypeError(f"a page cannot depend on a {type(value).__qualname__}: it could not be compared")
    return {name: part for name, part in vars(value).items() if name != "_kept"}
