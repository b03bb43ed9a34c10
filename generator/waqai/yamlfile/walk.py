"""From checked text to plain values, by walking the events of libyaml's parser.

libyaml keeps its state on the heap when it is asked for one event at a time; only composing recurses and overflows the
C stack. So the walk may meet any nesting, and stops at the first bracket that is one too many.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from waqai.problems import N_, Fault, Path, Problem
from waqai.yamlfile.diagnosis import diagnose
from waqai.yamlfile.doubts import BRACES_FOR_LIST, UNQUOTED_COMMA, checks_for, lacks_colon
from waqai.yamlfile.lines import LineIndex
from waqai.yamlfile.scalars import resolve
from waqai.yamlfile.slips import SPACE_AFTER_COLON

EMPTY_FILE = Fault(
    "empty-file", N_("a file without data"), N_("keys and values"), N_("Fill in the file, or delete it.")
)
MANY_DOCUMENTS = Fault(
    "many-documents",
    N_("a second document, begun by “---” or ended by “...”"),
    N_("one document in one file"),
    N_("Delete the line “---” or “...”, or move what follows into a file of its own."),
)
DIRECTIVE = Fault(
    "directive", N_("a YAML directive (a line that begins with %)"), N_("data only"), N_("Delete the line.")
)
ANCHOR = Fault(
    "anchor",
    N_("“&{name}”, an anchor"),
    N_("values that are written where they belong"),
    N_("Delete it, or put quotes around the value if “&” is part of the text."),
)
ALIAS = Fault(
    "alias",
    N_("“*{name}”, an alias"),
    N_("values that are written where they belong"),
    N_("Write the value itself, or put quotes around it if “*” is part of the text."),
)
TAG = Fault(
    "tag",
    N_("“{name}”, a tag"),
    N_("values without tags"),
    N_("Delete it, or put quotes around the value if “!” is part of the text."),
)
MERGE_KEY = Fault(
    "merge-key", N_("“<<”, a merge key"), N_("keys that are written out"), N_("Write the keys that are meant.")
)
COMPLEX_KEY = Fault(
    "complex-key",
    N_("a list or a map as a key"),
    N_("a word as a key"),
    N_("Put quotes around the key, or a word there."),
)
DUPLICATE_KEY = Fault(
    "duplicate-key",
    N_("the key “{key}” once more; it stands already at {first}"),
    N_("every key once"),
    N_("Keep one of the two, or join their values."),
)
TOO_DEEP = Fault(
    "too-deep",
    N_("more than {limit} lists and maps inside each other"),
    N_("at most {limit} levels"),
    N_("Close the brackets, or write the data flatter."),
)
TOO_MANY_VALUES = Fault(
    "too-many-values",
    N_("more than {limit} keys and values in one file"),
    N_("at most {limit}"),
    N_("Split the file: one file describes one thing."),
)
TOO_MANY_ENTRIES = Fault(
    "too-many-entries",
    N_("more than {limit} entries in one list or map"),
    N_("at most {limit}"),
    N_("Divide it: several files say more than one, and nobody reads a list that long."),
)
TEXT_TOO_LONG = Fault(
    "text-too-long",
    N_("a text of {length} characters"),
    N_("at most {limit} characters in one text"),
    N_("Shorten the text, or link the document."),
)

MAX_DEPTH = 32
"""How many lists and maps may stand inside each other."""
MAX_VALUES = 20_000
"""How many keys, values, lists and maps a file may hold."""
MAX_ENTRIES = 500
"""How many entries a list or map may have."""
MAX_TEXT = 64 * 1024
"""The longest key or value, in code points."""


class Place(NamedTuple):
    """Where an entry stands (line and column from 1, in code points), and a scalar's text as written."""

    key: tuple[int, int]
    value: tuple[int, int]
    text: str | None


class _Frame:
    """A list or map that is being filled."""

    __slots__ = ("bare", "flow", "is_map", "items", "kept", "key", "keys", "wants_key")

    def __init__(self, items: Any, is_map: bool, flow: bool) -> None:  # noqa: FBT001 - fast, and used twice
        self.items = items
        self.is_map = self.wants_key = is_map
        self.flow = flow
        self.key: Any = None
        """In a map, the event of the latest key."""
        self.kept = True
        """Whether that key's value is stored; not where the key is refused."""
        self.bare = False
        """Whether it is a map in braces whose first entry has no value: a list was meant."""
        self.keys: dict[str, int] = {}
        """In a map, where each key begins in the text; numbers, as kept events would wake the garbage collector."""


class _Stop(Exception):  # noqa: N818 - no error, only the way out of the walk
    """The rest of the file is not read."""


class Walk:
    """One way through one file. `places` is filled where the places of all entries are wanted."""

    def __init__(self, text: str, file: str, places: dict[Path, Place] | None = None) -> None:
        self.text = text
        self.file = file
        self.places = places
        self.problems: list[Problem] = []
        self._root = _Frame([], is_map=False, flow=False)
        self._frame = self._root
        self._open = [self._root]
        self._left = MAX_VALUES + 1
        self._documents = 0
        self._checks = checks_for(text)

    def value(self) -> Any:
        """The value of the file's one document; None if it cannot be read."""
        try:
            self._follow()
        except yaml.MarkedYAMLError as error:
            slip = diagnose(error, self.text, self.file)
            # What was doubtful in the line of the slip is a part of it.
            self.problems = [problem for problem in self.problems if problem.is_error or problem.line != slip.line]
            self.problems.append(slip)
        except _Stop:
            pass
        else:
            return self._root.items[0] if self._root.items else self._report(EMPTY_FILE)
        return None

    @cached_property
    def _index(self) -> LineIndex:
        return LineIndex(self.text)

    def _follow(self) -> None:
        act: dict[type[yaml.Event], Callable[[Any], object]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        following = CParser(self.text).get_event
        while event := following():
            if handle := act.get(type(event)):
                handle(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._report(DIRECTIVE, event)
        if self._documents > 1:
            self._report(MANY_DOCUMENTS, event)
            raise _Stop

    def _scalar(self, event: Any) -> None:
        frame, text = self._frame, event.value
        self._left -= 1
        if not self._left or event.anchor or event.tag:
            self._refuse_node(event)
        if len(text) > MAX_TEXT:
            self._report(TEXT_TOO_LONG, event, length=len(text), limit=MAX_TEXT)
        for check in self._checks:
            for fault, values in check(event, frame.flow and not frame.is_map):
                self._report(fault, event, **values)
        if frame.wants_key:
            self._key(event, frame, text)
            return
        if not text and frame.flow and frame.is_map and frame.kept and lacks_colon(self.text, frame.key):
            self._without_value(frame)
        plain, _ = event.implicit
        self._store(event, resolve(text) if plain else text, text)

    def _without_value(self, frame: _Frame) -> None:
        """Report an entry of a map in braces that is only a key; of a whole map of them, the first."""
        key, colon, value = frame.key.value.partition(":")
        if colon and value.strip() and not value.startswith("//"):
            self._report(SPACE_AFTER_COLON, frame.key, key=key)
        elif not frame.items:
            frame.bare = True
            self._report(BRACES_FOR_LIST, frame.key, text=frame.key.value)
        elif not frame.bare:
            self._report(UNQUOTED_COMMA, frame.key, text=frame.key.value)

    def _key(self, event: Any, frame: _Frame, key: str) -> None:
        """Take a scalar as the key of the value that comes next. A key is a string whatever it looks like."""
        frame.key, frame.kept, frame.wants_key = event, True, False
        if key == "<<" and event.implicit[0]:
            self._refuse_key(MERGE_KEY, event)
        elif (first := frame.keys.setdefault(key, start := event.start_mark.index)) != start:
            line, column = self._index.place(first)
            self._refuse_key(DUPLICATE_KEY, event, key=key, first=f"{line}:{column}")

    def _refuse_key(self, fault: Fault, event: Any, **values: object) -> None:
        self._frame.key, self._frame.kept, self._frame.wants_key = event, False, False
        self._report(fault, event, **values)

    def _mapping(self, event: Any) -> None:
        self._collection(event, {}, is_map=True)

    def _sequence(self, event: Any) -> None:
        self._collection(event, [], is_map=False)

    def _collection(self, event: Any, items: Any, *, is_map: bool) -> None:
        self._left -= 1
        if not self._left or event.anchor or event.tag:
            self._refuse_node(event)
        if len(self._open) > MAX_DEPTH:
            self._report(TOO_DEEP, event, limit=MAX_DEPTH)
            raise _Stop
        if self._frame.wants_key:
            self._refuse_key(COMPLEX_KEY, event)
        else:
            self._store(event, items)
        self._frame = _Frame(items, is_map, event.flow_style)
        self._open.append(self._frame)

    def _end(self, _event: Any) -> None:
        self._open.pop()
        self._frame = self._open[-1]

    def _alias(self, event: Any) -> None:
        if self._frame.wants_key:
            self._refuse_key(ALIAS, event, name=event.anchor)
        else:
            self._report(ALIAS, event, name=event.anchor)
            self._store(event, None)

    def _refuse_node(self, event: Any) -> None:
        if not self._left:
            self._report(TOO_MANY_VALUES, event, limit=MAX_VALUES)
            raise _Stop
        if event.anchor:
            self._report(ANCHOR, event, name=event.anchor)
        if event.tag:
            self._report(TAG, event, name=event.tag)

    def _store(self, event: Any, value: object, text: str | None = None) -> None:
        frame = self._frame
        if len(frame.items) >= MAX_ENTRIES:
            self._report(TOO_MANY_ENTRIES, event, limit=MAX_ENTRIES)
            raise _Stop
        if self.places is not None and frame.kept:
            self.places.setdefault(self._path(), Place(_place(frame.key or event), _place(event), text))
        if not frame.is_map:
            frame.items.append(value)
            return
        if frame.kept:
            frame.items[frame.key.value] = value
        frame.wants_key = True

    def _path(self) -> Path:
        """The path of the entry that is being read, which is not stored yet."""
        *outer, inner = self._open[1:] or [self._root]
        steps = [_step(frame, len(frame.items) - 1) for frame in outer]
        return (*steps, *([] if inner.wants_key or inner is self._root else [_step(inner, len(inner.items))]))

    def _report(self, fault: Fault, event: Any = None, **values: object) -> None:
        line, column = _place(event) if event else (1, 1)
        self.problems.append(fault.at(self.file, line, column, self._path() if event else (), suggestion="", **values))


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _step(frame: _Frame, index: int) -> str | int:
    return getattr(frame.key, "value", "") if frame.is_map else index
