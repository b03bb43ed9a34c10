"""The note that is taken of what pages ask of a timeline while they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

Key = tuple[Any, ...]
"""The name of a look-up: where it is made, what is asked, and the arguments, as plain values."""

FEW = 4
"""Look-ups that are noted one by one; more that belong together are noted as a group."""


class Group:
    """What something was made from that several pages show: noted as one, however many look-ups it is."""

    __slots__ = ("members",)

    def __init__(self, members: frozenset[Noted]) -> None:
        self.members = members


Noted = Key | Group

_noted: set[Noted] | None = None


@contextmanager
def noting() -> Iterator[set[Noted]]:
    """Everything that is asked of any timeline meanwhile."""
    global _noted  # noqa: PLW0603 - one page is made at a time
    around, _noted = _noted, set()
    try:
        yield _noted
    finally:
        _noted = around


def note(key: Key) -> None:
    """A look-up is being made."""
    if _noted is not None:
        _noted.add(key)


class _OfLanguage(Protocol):
    """What makes things for the pages of one language."""

    @property
    def language(self) -> Any:
        """The language, which has a tag."""

    @property
    def library(self) -> Any:
        """The library, as all pages see it."""


Of = TypeVar("Of")
Worder = TypeVar("Worder", bound=_OfLanguage)
Arguments = ParamSpec("Arguments")
Made = TypeVar("Made")


def kept(make: Callable[Concatenate[Of, Arguments], Made]) -> Callable[Concatenate[Of, Arguments], Made]:
    """Make what a function gives once for the same arguments, and note for all who use it what it was made from.

    The first argument holds what is kept: a library, or the views of one folder. Where pages are made this stands for
    functools' caches, of which only the first page would note anything.
    """

    @wraps(make)
    def once(of: Of, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Made:
        key = (make, args, *kwargs.items())
        return _once(of, key, lambda: make(of, *args, **kwargs))

    return once


_DERIVED: dict[str, Callable[..., Any]] = {}


def derived(make: Callable[Concatenate[Of, Arguments], Made]) -> Callable[Concatenate[Of, Arguments], Made]:
    """Make a function of the library a look-up of its own: noted by what it gives, not by all that it was made from.

    For what gathers from the whole timeline. Its arguments are plain values, and it gives records and plain values.
    """
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def once(library: Of, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Made:
        with noting():
            made = _once(library, (make, args, *kwargs.items()), lambda: make(library, *args, **kwargs))
        note((DERIVED, name, *args))
        return made

    _DERIVED[name] = once
    return once


DERIVED = "derived"
"""Where look-ups are made that are none of the library's own."""


def derive(name: str, library: Any, *args: Any) -> Any:
    """The answer of such a look-up. Raises LookupError if there is none of this name."""
    return _DERIVED[name](library, *args)


def worded(make: Callable[Concatenate[Worder, Arguments], Made]) -> Callable[Concatenate[Worder, Arguments], Made]:
    """The same for what is alike on all pages of a language, since no address is in it."""

    @wraps(make)
    def once(of: Worder, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Made:
        key = (make, of.language.tag, args, *kwargs.items())
        return _once(of.library, key, lambda: make(of, *args, **kwargs))

    return once


def _once(of: Any, key: tuple[Any, ...], make: Callable[[], Made]) -> Made:
    held: dict[Any, tuple[Made, frozenset[Noted]]] = of.__dict__.setdefault("_kept", {})
    if key not in held:
        with noting() as asked:
            made = make()
        members = frozenset(asked)
        held[key] = made, members if len(members) <= FEW else frozenset([Group(members)])
    found, asked_once = held[key]
    if _noted is not None:
        _noted.update(asked_once)
    return found
