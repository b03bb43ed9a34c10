"""What can be wrong with a timeline, as values.

A mistake in the data is a :class:`Problem`, never an exception: every room collects its problems, and the command
line sorts them, prints all of them in one run and fails once. What a kind of mistake *is* (its code, how grave it is
and its wording) is a :class:`Fault`, declared once beside the code that finds it.

The wording is kept as gettext message ids in English; :func:`describe` renders it in any language that has a
catalogue. Every message has the same three parts: what was found, what was expected, and the cure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

Path = tuple[str | int, ...]
"""A path inside a file: keys of mappings and indexes of lists, outermost first."""

Severity = Literal["error", "warning"]
Translate = Callable[[str], str]
"""gettext: a message id in English in, the wording in the reader's language out."""


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's extraction tools look for
    """Mark a message id for extraction without translating it yet (gettext's usual no-op)."""
    return message


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of mistake. `found`, `expected` and `cure` are message ids with `{name}` placeholders."""

    code: str
    """Kebab-case, unique, never reused: what `--format json` reports and what the documentation lists."""
    found: str
    expected: str
    cure: str
    severity: Severity = "error"

    def at(
        self,
        file: str,
        line: int = 1,
        column: int = 1,
        path: Path = (),
        *,
        suggestion: str | Nearest = "",
        **values: object,
    ) -> Problem:
        """The problem of this kind at a place. `line` and `column` count from 1, in code points."""
        return Problem(file, line, column, path, self, suggestion, tuple(sorted(values.items())))


@dataclass(frozen=True, slots=True)
class Nearest:
    """The suggestion that is likest to a word, which costs time to find: it is looked for where it is told."""

    word: str
    among: Collection[str]

    @property
    def text(self) -> str:
        """The suggestion, or an empty string."""
        return closest(self.word, self.among)


@dataclass(frozen=True, slots=True)
class Term:
    """A value of a message that is itself to be translated: `Term(N_("an actor"))`."""

    message: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A value of a message that stands between the quotation marks of the reader's language."""

    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault at one place."""

    file: str
    """The file's path relative to the timeline's folder, with forward slashes."""
    line: int
    column: int
    path: Path
    fault: Fault = field(compare=False)
    meant: str | Nearest = ""
    """What was probably meant."""
    values: tuple[tuple[str, object], ...] = ()

    @property
    def suggestion(self) -> str:
        """What was probably meant, or an empty string."""
        return self.meant.text if isinstance(self.meant, Nearest) else self.meant

    @property
    def is_error(self) -> bool:
        """Whether this stops the build."""
        return self.fault.severity == "error"

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By file, then by place, then by kind: the order in which problems are printed."""
        return (self.file, self.line, self.column, self.fault.code, path_text(self.path), repr(self.values))


@dataclass(frozen=True, slots=True)
class Wording:
    """A problem in words of one language."""

    found: str
    expected: str
    cure: str


def describe(problem: Problem, translate: Translate) -> Wording:
    """The problem's three parts in the language of `translate`."""
    values = {name: _worded(value, translate) for name, value in problem.values}

    def fill(message: str) -> str:
        return translate(message).format_map(values) if message else ""

    cure = fill(problem.fault.cure)
    if suggestion := problem.suggestion:
        meant = translate(N_("Did you mean “{suggestion}”?")).format(suggestion=suggestion)
        cure = f"{meant} {cure}" if cure else meant
    return Wording(fill(problem.fault.found), fill(problem.fault.expected), cure)


def _worded(value: object, translate: Translate) -> object:
    if isinstance(value, Term):
        return translate(value.message)
    return translate(N_("“{text}”")).format(text=value.text) if isinstance(value, Quoted) else value


def path_text(path: Path) -> str:
    """A path as people write it: `claims[0].text.ar`."""
    return re.sub(r"^\.", "", "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path))


def closest(word: str, candidates: Iterable[str]) -> str:
    """The candidate that was most likely meant, or an empty string."""
    return next(iter(get_close_matches(word, sorted(candidates), n=1, cutoff=0.6)), "")


class TimelineError(Exception):
    """The timeline cannot be published; `problems` says why. Raised only at the doors between rooms."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.sort_key))
        super().__init__(f"{len(self.problems)} problems")
