"""The page on which readers suggest an event."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waqai.site.contexts.runs import Phrase


@dataclass(frozen=True, slots=True)
class TextLanguage:
    """A language in which texts are written."""

    tag: str
    dir: str
    name: str
    """In the language of the page."""
    is_required: bool
    """Whether every text must be in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A word of a closed list."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class KnownName:
    """A record that can be named in a suggestion."""

    id: str
    name: Phrase
    """Unlike those of the others in its list."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Records of one kind that can be chosen."""

    anchor: str
    names: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a file that is shown."""

    code: str
    comment: Phrase | None
    """What is said behind it."""
    words: str
    """Words to choose from, behind the comment."""


@dataclass(frozen=True, slots=True)
class SuggestPage:
    """`/<lang>/suggest.html`."""

    languages: tuple[TextLanguage, ...]
    types: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    known: tuple[KnownNames, ...]
    """Actors, places, topics and sources."""
    data: Markup
    """What the script needs, as JSON: the schema of an event, its messages, and where a file is sent."""
    example: tuple[FileLine, ...]
    """The file of an event to be filled in, in which every field is explained."""
    schema_href: str
    message_href: str
    """The form or the message by which to write to the maintainers; empty where there is none."""
    is_mail: bool
    """Whether that is a message by mail."""
    new_file_href: str
    """The empty form for a new file on the repository's host; empty without a repository."""
