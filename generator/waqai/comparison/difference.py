"""One difference between two states of a timeline, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from waqai.dates import Edtf

FOLLOWING = ("standing-", "state-")
"""How the codes begin of what follows from changes elsewhere."""


@dataclass(frozen=True, slots=True)
class Named:
    """A record, by its id: it is said by its name."""

    id: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one of the model's lists: a role, a state, a standing."""

    list: str
    """The context of its message, such as `role` or `topic state`."""
    key: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text in several languages: it is said in the reader's, or else in the site's own."""

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Spoken:
        """The text of a field of the model."""
        return cls(tuple(sorted(texts.items())))


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language, by its tag: it is said by its name."""

    tag: str


@dataclass(frozen=True, slots=True)
class Several:
    """Values that are said one after another."""

    values: tuple[Value, ...]


Value = str | int | Edtf | Named | Word | Spoken | Tongue | Several


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in one record, or in what follows from it."""

    code: str
    """What kind of change it is; a key of `wording.MESSAGES`."""
    record: str
    """The id of the record that it is about, in the newer state where it is there."""
    values: tuple[tuple[str, Value], ...] = ()
    """What the words for it need."""

    @classmethod
    def of(cls, code: str, record: str, **values: Value) -> Difference:
        """A difference with its values by name."""
        return cls(code, record, tuple(values.items()))

    @property
    def follows(self) -> bool:
        """Whether it is what follows from other changes: how a claim stands, or where a topic does."""
        return self.code.startswith(FOLLOWING)
