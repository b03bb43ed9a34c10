"""The six kinds of record, one file each: events, actors, places, topics, agreements, sources.

These models are the one definition of the notation: validation, the JSON Schemas and the tables in docs/model.md all
come from them. The docstring under each field is its description everywhere.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, StrictBool, StrictInt, model_validator
from pydantic.config import JsonDict

from waqai.model.identifiers import WikidataId
from waqai.model.parts import (
    AgreementTerm,
    Alias,
    Archived,
    Change,
    Claim,
    Dateline,
    Differ,
    Image,
    Imported,
    Link,
    Move,
    Position,
    SourceEntry,
    Translation,
)
from waqai.model.values import Date, Degrees, Id, LanguageTag, Text, Url, Value, Words, exactly, rejected
from waqai.model.when import ShortForm, WhenField
from waqai.model.words import EventType, MoveTarget, OneOf, RelationKey, Role
from waqai.problems import N_, Fault

MOST_CLAIMS = 200
"""Of one event. Nobody reads more, and the work grows with their square."""
ANONYMOUS_IDENTIFIED = Fault(
    "anonymous-identified",
    N_("“{field}” on an unnamed source"),
    N_("nothing that could identify the person"),
    N_("Delete “{field}”: an unnamed source carries a description, and why it is not named."),
)
PERSON_WITHOUT_SAFETY = Fault(
    "person-without-safety",
    N_("a person without “safety”"),
    N_("safety: public-role, or safety: withheld"),
    N_("Write “public-role” for somebody who acts in a public office, and “withheld” for everybody else."),
)
NO_SOURCE = Fault(
    "no-source",
    N_("an event without a source"),
    N_("“sources”, or “claims” with their chain of report"),
    N_("Say who reported it: add “sources: [id of a source]”."),
)


class Record(Value):
    """What every kind of record has."""

    kind_name: ClassVar[str]
    id: Id
    """The file's name without its ending. It is not written in the file."""
    tr: dict[LanguageTag, Translation] = Field(default_factory=dict)
    """For each translated language, where the translation came from."""
    was: tuple[Id, ...] = ()
    """Ids that this record had before; their addresses lead here."""
    imported: Imported | None = None
    """What it had in the file that it was imported from, for the way back; not shown."""


def _has(key: str) -> JsonDict:
    """The JSON Schema of a map in which a list is not empty."""
    return {"required": [key], "properties": {key: {"minItems": 1}}}


_UNSOURCED: JsonDict = {"required": ["needs_source"], "properties": {"needs_source": {"const": True}}}


class Event(Record):
    """Something that happened, or that was said."""

    kind_name = "event"
    model_config = ConfigDict(json_schema_extra={"anyOf": [_has("sources"), _has("claims"), _UNSOURCED]})

    title: Text
    """A headline in our own words."""
    date: WhenField
    """When it happened, as it is known."""
    type: EventType
    """What kind of event it is."""
    sources: tuple[SourceEntry, ...] = ()
    """Who reported it. Not needed where there are claims."""
    summary: Text | None = None
    """One to three sentences."""
    body: Text | None = None
    """More, where more is needed."""
    who: dict[Role, tuple[Id, ...]] = Field(default_factory=dict)
    """Actors by their role in the event."""
    where: tuple[Id, ...] = ()
    """Places."""
    about: tuple[Id, ...] = ()
    """Topics."""
    moves: dict[MoveTarget, Annotated[Move, ShortForm("to")]] = Field(default_factory=dict)
    """What changed in the state of play: topic, agreement or agreement#term, and its new state."""
    links: dict[RelationKey, tuple[Annotated[Link, ShortForm("to")], ...]] = Field(default_factory=dict)
    """Relations to other events and agreements; the other direction is computed."""
    claims: Annotated[tuple[Claim, ...], Field(max_length=MOST_CLAIMS)] = ()
    """Who said what, through whom."""
    differ: tuple[Differ, ...] = ()
    """Accounts that differ."""
    image: Image | None = None
    """A picture."""
    importance: Annotated[StrictInt, Field(ge=1, le=3)] = 2
    """1 = a key event, 3 = a detail."""
    order: StrictInt = 0
    """Decides between events that stand at the same moment."""
    live: StrictBool = False
    """Whether it is still going on and the page is being updated."""
    draft: StrictBool = False
    """Whether it is to be left out of the published site."""
    tags: tuple[Words, ...] = ()
    """Free words for search."""
    changes: tuple[Change, ...] = ()
    """The record of corrections."""
    added: Date | None = None
    """The day on which the entry was first published."""
    needs_source: StrictBool = False
    """Whether a source has still to be found; until then nothing else is needed in its place."""

    @model_validator(mode="after")
    def _somebody_reported_it(self) -> Self:
        if not self.sources and not self.claims and not self.needs_source:
            raise rejected(NO_SOURCE)
        return self


_PERSON: JsonDict = {"properties": {"kind": {"const": "person"}}, "required": ["kind"]}
_IDENTIFYING = ("part_of", "based", "from_", "until", "wikidata", "aka", "roles", "short", "members_withheld")


class Actor(Record):
    """A person or a body that acts, speaks or reports."""

    kind_name = "actor"
    model_config = ConfigDict(json_schema_extra={"if": _PERSON, "then": {"required": ["safety"]}})

    kind: OneOf[
        Literal["person", "group", "force", "institution", "state", "media", "office", "delegation", "anonymous"]
    ]
    """What it is."""
    name: Text
    """Our neutral name for it."""
    short: Text | None = None
    """A shorter one, for running text."""
    note: Text | None = None
    """A few words that tell a reader who it is."""
    summary: Text | None = None
    """One or two sentences."""
    part_of: Id | None = None
    """The body that it belongs to."""
    based: Id | None = None
    """Where it is based."""
    from_: Date | None = Field(default=None, alias="from")
    """Since when it exists."""
    until: Date | None = None
    """Until when it existed."""
    wikidata: WikidataId | None = None
    """Its Wikidata item."""
    aka: tuple[Alias, ...] = ()
    """Its other names, and who uses them."""
    roles: tuple[Position, ...] = ()
    """The offices of a person."""
    safety: OneOf[Literal["public-role", "withheld"]] | None = None
    """Required for persons: whether the name is public by office, or withheld; then only a description is published."""
    why: Text | None = None
    """Of an unnamed source: why it is not named."""
    members_withheld: StrictBool = False
    """Of a delegation: that its members are known to somebody and not named here."""

    @model_validator(mode="after")
    def _people_are_protected(self) -> Self:
        if self.kind == "person" and self.safety is None:
            raise rejected(PERSON_WITHOUT_SAFETY, under=("kind",))
        if self.kind == "anonymous":
            for field in _IDENTIFYING:
                if getattr(self, field):
                    key = field.rstrip("_")
                    raise rejected(ANONYMOUS_IDENTIFIED, under=(key,), field=key)
        return self


class Place(Record):
    """Where something happened."""

    kind_name = "place"

    name: Text
    """Our neutral name for it."""
    kind: OneOf[Literal["city", "neighbourhood", "area", "governorate", "country", "site"]]
    """What it is."""
    in_: Id | None = Field(default=None, alias="in")
    """The place that it lies in."""
    at: Annotated[tuple[Degrees, Degrees], exactly(2)] | None = None
    """Latitude and longitude, in degrees (WGS 84)."""
    near: StrictBool = False
    """Whether `at` is only near it."""
    blur: Annotated[StrictInt, Field(ge=1)] | None = None
    """By how many kilometres `at` is to be blurred; then its numbers in registers are not published."""
    geonames: StrictInt | None = None
    """Its GeoNames number."""
    wikidata: WikidataId | None = None
    """Its Wikidata item."""
    note: Text | None = None
    """A few words."""
    summary: Text | None = None
    """One or two sentences."""


class Topic(Record):
    """A file under negotiation."""

    kind_name = "topic"

    name: Text
    """Its name."""
    short: Text | None = None
    """A shorter one, for tables."""
    summary: Text | None = None
    """One or two sentences."""
    part_of: Id | None = None
    """The topic that it is part of."""


class Agreement(Record):
    """What was agreed, or is said to have been."""

    kind_name = "agreement"

    title: Text
    """A neutral title."""
    date: WhenField
    """When it was made, as it is known."""
    parties: tuple[Id, ...] = Field(min_length=1)
    """Who made it."""
    binds: tuple[Id, ...] = ()
    """Who is bound by it without being a party."""
    guarantors: tuple[Id, ...] = ()
    """Who vouches for it."""
    observers: tuple[Id, ...] = ()
    """Who looked on."""
    form: OneOf[Literal["written", "oral", "unpublished", "unknown"]] = "unknown"
    """In what form it exists."""
    stage: OneOf[Literal["Pre", "SubPar", "SubComp", "Imp", "Ren", "Cea", "Oth"]] | None = None
    """Its stage, by the codes of PA-X."""
    where: tuple[Id, ...] = ()
    """Where it applies."""
    about: tuple[Id, ...] = ()
    """Topics."""
    summary: Text | None = None
    """One to three sentences."""
    full_text: Url | None = None
    """The address of its full text."""
    sources: tuple[Id, ...] = ()
    """Who reported it."""
    terms: tuple[AgreementTerm, ...] = ()
    """Its terms."""
    changes: tuple[Change, ...] = ()
    """The record of corrections."""


class Source(Record):
    """A published report, statement or text."""

    kind_name = "source"

    title: Text
    """The title as published, in its own language, with a translation into the others."""
    publisher: Id
    """The actor that published it."""
    date: Date
    """When it was published; with the time where it is known."""
    lang: LanguageTag | None = None
    """The language that it is in."""
    type: OneOf[
        Literal[
            "article",
            "agency-report",
            "statement",
            "official-text",
            "interview",
            "broadcast",
            "post",
            "video",
            "dataset",
        ]
    ] = "article"
    """What kind of source it is. An official text makes a claim documented."""
    author: Words | None = None
    """Who signed it."""
    url: Url | None = None
    """Its address."""
    url_note: Text | None = None
    """Why there is no address, or what is wrong with it."""
    dateline: Dateline | None = None
    """Where it was written, and its own credit line."""
    quotes: tuple[Id, ...] = ()
    """The sources that it relies on."""
    known_through: Id | None = None
    """The source through which we know it, where we have not seen it."""
    headline_only: StrictBool = False
    """Whether we know no more than its headline."""
    seen: Date | None = None
    """When we read it."""
    archived: tuple[Archived, ...] = ()
    """Copies that do not change."""
    rights: Words | None = None
    """Whose it is, and under which terms."""
