"""What pages see of a timeline, so that a note is taken of everything they ask.

`Seen` stands for the timeline wherever pages are made. It answers as the library does; meanwhile each look-up, each
field of a record and each part of the state of play is noted by a name that can be asked again of another state of the
timeline. As long as all look-ups of a page give the same answers, the page is the same: so pages are used again without
a rule for any of them. Nothing has to be declared: what is added to the library or to a record is noted too, and an
answer that could not be compared is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from hashlib import blake2b
from typing import Any, cast

from pydantic import BaseModel

from waqai.config import Config
from waqai.content.library import Library
from waqai.content.notes import Key, derive, note
from waqai.content.reader import ProsePage
from waqai.content.state import StateOfPlay
from waqai.dates import Edtf
from waqai.model import RECORD_KINDS, Record

Pictures = Mapping[str, tuple[int, int]]
"""Width and height of published pictures, in pixels, by file name."""

RECORD, KIND, DAY = "\0record:", "\0kind:", "\0day:"
"""How arguments that are no plain values are written; no id holds these characters."""
ALL = "\0all"
"""Asked of a mapping: everything in it."""
KINDS = {kind.kind_name: kind for kind in RECORD_KINDS.values()}
MISSING = "\0missing"
"""What is said of a look-up that has no answer."""
SHORT = 40
"""Answers no longer than this are kept as they are, longer ones as their digest."""


class Seen:
    """A timeline as pages see it."""

    def __init__(
        self,
        library: Library,
        prose: Iterable[ProsePage],
        pictures: Pictures,
        histories: Mapping[str, tuple[Any, ...]] | None = None,
    ) -> None:
        self._library, self._pictures, self._histories = library, pictures, histories or {}
        self._prose = {f"{page.id}.{page.language}": page for page in prose}
        self._things: dict[tuple[str, str], Any] = {}
        self.config: Config = library.config
        """Not noted: every page depends on it."""
        self.library = cast("Library", _Asked(self, "library", library))
        self.prose = tuple(cast("ProsePage", self.thing("prose", key, page)) for key, page in self._prose.items())
        self.pictures = cast("Pictures", _Mapping(self, ("media", "pictures"), pictures))
        self.histories = _Mapping(self, ("history", "versions"), self._histories)
        """By event: its versions, newest first."""

    def thing(self, room: str, key: str, value: Any) -> Any:
        """A record or a page of prose, whose fields are noted."""
        if (room, key) not in self._things:
            self._things[room, key] = _Thing(room, key, value)
        return self._things[room, key]

    def shown(self, value: Any) -> Any:
        """An answer with everything in it that has to be noted in its turn."""
        if isinstance(value, Record):
            return self.thing("record", value.id, value)
        if isinstance(value, tuple | list):
            return tuple(map(self.shown, value))
        if isinstance(value, StateOfPlay):
            return _Asked(self, "state", value)
        if is_dataclass(value) and not isinstance(value, type):
            parts = {f.name: part for f in fields(value) if isinstance(part := getattr(value, f.name), Record)}
            return replace(value, **{name: self.shown(part) for name, part in parts.items()}) if parts else value
        if value is None or isinstance(value, str | int | float | date | BaseModel):
            return value
        raise TypeError(f"pages cannot be shown a {type(value).__name__}: it could not be compared")

    def answer(self, key: Key) -> str:
        """What a look-up says now, in a form to be compared."""
        try:
            return said(self._ask(*key))
        except (LookupError, AttributeError, TypeError, ValueError):
            return MISSING

    def _ask(self, room: str, name: str, *arguments: Any) -> Any:
        match room:
            case "record":
                return getattr(self._library.records[name], arguments[0])
            case "prose":
                return getattr(self._prose[name], arguments[0])
            case "derived":
                return derive(name, self.library, *arguments)
            case "media":
                found = self._pictures
            case "history":
                found = self._histories
            case "state":
                found = getattr(self._library.state, name)
            case _:
                found = getattr(self._library, name)
        if isinstance(found, Mapping):
            return tuple(found.items()) if arguments[0] == ALL else found[arguments[0]]
        return found(*map(self.argument, arguments)) if callable(found) else found

    def argument(self, plain: Any) -> Any:
        """An argument as the look-up takes it."""
        if isinstance(plain, tuple | list):
            return tuple(map(self.argument, plain))
        if not isinstance(plain, str) or not plain.startswith("\0"):
            return plain
        for start, meant in ((RECORD, self._library.records.__getitem__), (KIND, KINDS.get), (DAY, date.fromisoformat)):
            if plain.startswith(start):
                return meant(plain.removeprefix(start))
        raise LookupError(plain)


def stands_for(value: object) -> str:
    """What something stands for of which every look-up is noted; empty if it is nothing of the kind."""
    kind = type(value)  # isinstance() would be told the class of the record that it stands for
    if kind is _Thing:
        return repr(value)
    return kind.__name__ if kind in (Seen, _Asked, _Mapping) else ""


def said(answer: Any) -> str:
    """An answer in a form to be compared: equal texts mean equal answers."""
    text = repr(_outline(answer))
    return text if len(text) <= SHORT else blake2b(text.encode(), digest_size=12).hexdigest()


def _outline(value: Any) -> Any:
    """Records by kind and id alone: their fields are looked up one by one."""
    if isinstance(value, Record):
        return value.kind_name, value.id
    if isinstance(value, tuple | list):
        return tuple(map(_outline, value))
    if isinstance(value, Mapping):
        return tuple((key, _outline(part)) for key, part in value.items())
    if isinstance(value, Edtf):
        return value.text, value.zone
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(_outline(getattr(value, field.name)) for field in fields(value))
    return value


def _plain(argument: Any) -> Any:
    """An argument as it stands in a key."""
    if argument is None or isinstance(argument, str | int):
        return argument
    if isinstance(argument, tuple | list):
        return tuple(map(_plain, argument))
    if isinstance(argument, Record):
        return f"{RECORD}{argument.id}"
    if isinstance(argument, date):
        return f"{DAY}{argument.isoformat()}"
    if isinstance(argument, type) and issubclass(argument, Record):
        return f"{KIND}{argument.kind_name}"
    raise TypeError(f"a look-up cannot be asked again of a {type(argument).__name__}: give its id")


class _Asked:
    """Stands for the library, or for the state of play; its answers are made once."""

    def __init__(self, seen: Seen, room: str, target: Any) -> None:
        self._seen, self._room, self._target = seen, room, target
        self._answers: dict[Key, Any] = {}

    def __getattr__(self, name: str) -> Any:
        """What the target has under this name: a method is asked when it is called, everything else at once."""
        value = getattr(self._target, name)
        if isinstance(value, Config):
            return value
        if isinstance(value, StateOfPlay):
            value = _Asked(self._seen, "state", value)
        elif isinstance(value, Mapping):
            value = _Mapping(self._seen, (self._room, name), value)
        elif callable(value):
            value = self._asking(name, value)
        else:
            return self._answer((self._room, name), lambda: value)
        self.__dict__[name] = value
        return value

    def _asking(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        room, seen = self._room, self._seen

        def ask(*arguments: Any) -> Any:
            key = (room, name, *map(_plain, arguments))
            return self._answer(key, lambda: method(*map(seen.argument, key[2:])))

        return ask

    def _answer(self, key: Key, ask: Callable[[], Any]) -> Any:
        note(key)
        if key not in self._answers:
            self._answers[key] = self._seen.shown(ask())
        return self._answers[key]


class _Mapping(Mapping[str, Any]):
    """Stands for a mapping; every key that is asked for is noted, also one that it does not have."""

    def __init__(self, seen: Seen, place: tuple[str, str], target: Mapping[str, Any]) -> None:
        self._seen, self._place, self._target = seen, place, target

    def __getitem__(self, key: str) -> Any:
        note((*self._place, key))
        return self._seen.shown(self._target[key])

    def __iter__(self) -> Iterator[str]:
        note((*self._place, ALL))
        return iter(self._target)

    def __len__(self) -> int:
        note((*self._place, ALL))
        return len(self._target)


class _Thing:
    """Stands for a record or a page of prose; it is of the same class to `isinstance`."""

    __slots__ = ("_key", "_room", "_value", "id", "kind_name")

    def __init__(self, room: str, key: str, value: Any) -> None:
        self._room, self._key, self._value = room, key, value
        self.id, self.kind_name = value.id, getattr(value, "kind_name", room)

    @property  # type: ignore[misc]  # it is what every mock does
    def __class__(self) -> type[Any]:
        return type(self._value)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._value, name)
        if not name.startswith("__"):
            note((self._room, self._key, name))
        return value

    def __repr__(self) -> str:
        return f"<{self.kind_name} {self._key}>"
