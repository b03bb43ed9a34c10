"""Something that can be cited: an entry of the timeline, or a report that it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.dates import Edtf


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it is known, and in words for the formats that cannot hold it."""

    edtf: Edtf
    words: str


@dataclass(frozen=True, slots=True)
class Work:
    """A work as reference managers know it. Texts are plain and in one line."""

    key: str
    """Unique in its file; small Latin letters, digits and hyphens."""
    kind: str
    """`entry`, or one of `vocabulary.SOURCE_TYPES`."""
    title: str
    author: str
    """Who answers for it: one name, of a person or a body, that no program may take apart."""
    container: str
    """The site or the medium in which it appeared."""
    language: str
    """BCP 47 tag."""
    issued: Dated | None = None
    """When it was published; None where that is not known."""
    happened: Dated | None = None
    """Of an entry: when what it tells happened."""
    seen: Dated | None = None
    """When it was read."""
    url: str = ""
    notes: tuple[str, ...] = ()
    """What has no field of its own, such as archived copies; in the language of the page."""
