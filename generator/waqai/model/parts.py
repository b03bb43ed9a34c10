"""What the records are made of: claims, moves, links, names, terms and the other maps inside a file."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, StrictBool, StrictInt, Tag, model_validator

from waqai.model.values import Date, Id, Kept, LanguageTag, Text, Url, Value, Words, rejected
from waqai.model.words import ClaimReference, OneOf, StateKey
from waqai.problems import N_, Fault

OVERRIDE_WITHOUT_WHY = Fault(
    "override-without-why",
    N_("“status” without “why”"),
    N_("a reason beside every standing that is set by hand"),
    N_("Add “why”, or delete “status” and let the standing be computed."),
)

MOST_HOPS = 20
"""In a chain of report."""
SHORT_DIFFER = 2
"""Fewer claims than this cannot differ."""


class Translation(Value):
    """Where a translation came from."""

    of: LanguageTag
    """The language it was translated from."""
    rev: Words
    """The digest of the original at that time; another digest now means that the translation is stale."""
    by: OneOf[Literal["human", "machine", "machine-checked"]] = "human"
    """Who translated it."""
    who: Words | None = None
    """The translator's name, where it is wished."""


class Change(Value):
    """An entry in the record of corrections."""

    date: Date
    """The day of the change."""
    kind: OneOf[Literal["correction", "update", "clarification", "retraction", "safety"]]
    """What kind of change it was."""
    note: Text
    """What was changed and why, for readers."""


class InlineSource(Value):
    """A source that is used once and has no file of its own."""

    url: Url
    """The address."""
    title: Text
    """The title as published."""
    publisher: Id
    """The actor that published it."""


SourceEntry = Annotated[
    Annotated[Id, Tag("id")] | Annotated[InlineSource, Tag("map")],
    Discriminator(lambda entry: "map" if isinstance(entry, dict | InlineSource) else "id"),
]
"""A source by its id, or written out where it is used once."""


class Variant(Value):
    """How a source on the way worded the claim differently."""

    source: Id
    """The source."""
    note: Text
    """What it changed."""


class Claim(Value):
    """One thing that somebody said, with the chain of report through which it reached us."""

    id: Id
    """Unique within the event; it is the fragment in the page's address."""
    text: Text
    """The claim, in our own words."""
    chain: tuple[Id, ...] = Field(min_length=1, max_length=MOST_HOPS)
    """Who knows first, where we read it last: actors and sources."""
    mode: OneOf[Literal["paraphrase", "quote", "headline"]] = "paraphrase"
    """Whether the text is our wording, a quotation, or all we know is a headline."""
    quote: dict[LanguageTag, Words] = Field(default_factory=dict)
    """The source's own words, by language; never renamed, never edited."""
    as_: dict[Id, Words] = Field(default_factory=dict, alias="as")
    """The source's own name for an actor."""
    variants: tuple[Variant, ...] = ()
    """How others on the chain worded it."""
    disputes: tuple[ClaimReference, ...] = ()
    """The claims that this one contradicts: `claim`, or `event#claim`."""
    confirms: tuple[ClaimReference, ...] = ()
    """The claims that this one supports."""
    status: (
        OneOf[Literal["attributed", "single-source", "corroborated", "disputed", "documented", "retracted"]] | None
    ) = None
    """Sets the standing by hand; needs `why`."""
    why: Text | None = None
    """Why the standing is set by hand."""
    ours: StrictBool = False
    """Whether it is our own arithmetic on the source's words."""

    @model_validator(mode="after")
    def _override_needs_why(self) -> Self:
        if self.status and not self.why:
            raise rejected(OVERRIDE_WITHOUT_WHY, under=("status",))
        return self


class Differ(Value):
    """Accounts that differ: one question, and the claims that answer it differently, none preferred."""

    ask: Text
    """The question."""
    claims: tuple[Id, ...] = Field(min_length=SHORT_DIFFER)
    """The claims, in the order in which they are shown."""
    about: tuple[Id, ...] | None = None
    """The topics and agreements on which it bears, [] for none; without it, the event's topic if it has just one."""


class Move(Value):
    """A change in the state of play."""

    to: StateKey
    """The new state."""
    on: Date | None = None
    """When, where it is not the event's date."""
    claim: Id | None = None
    """The claim that it rests on; the move has that claim's standing."""


class Link(Value):
    """A relation to another event or agreement."""

    to: Id
    """The other event or agreement."""
    claim: Id | None = None
    """The claim that says so; needed for results-from and violates."""


class Image(Value):
    """A picture, with everything that a reader needs to judge it."""

    file: Words
    """The file's name in content/media/."""
    alt: Text
    """What it shows, for those who do not see it."""
    caption: Text | None = None
    """What it is, when and where."""
    credit: Text
    """Who made it, and who says so."""
    licence: Words | None = None
    """Its licence."""


class Alias(Value):
    """Another name, and who uses it."""

    name: Words
    """The name as it is printed."""
    lang: LanguageTag
    """The language it is in."""
    by: tuple[Id, ...] = ()
    """The actors that use it."""
    tone: OneOf[Literal["self", "neutral", "contested", "hostile"]] = "neutral"
    """How it sounds."""
    note: Text | None = None
    """What a reader should know about it."""


class Position(Value):
    """An office that a person held."""

    role: Text
    """The office."""
    org: Id | None = None
    """Where."""
    from_: Date | None = Field(default=None, alias="from")
    """Since when."""
    until: Date | None = None
    """Until when."""


class AgreementTerm(Value):
    """One thing that was agreed."""

    id: Id
    """Unique within the agreement."""
    text: Text
    """The term, in our own words."""
    obliges: tuple[Id, ...] = ()
    """Who has to do something."""
    benefits: tuple[Id, ...] = ()
    """For whom."""
    about: tuple[Id, ...] = ()
    """Topics."""
    chain: Annotated[tuple[Id, ...], Field(max_length=MOST_HOPS)] = ()
    """Who says that this was agreed, through whom it reached us."""


class Dateline(Value):
    """Where a report says that it was written."""

    place: Id | None = None
    """The place."""
    credit: Text | None = None
    """What it says of itself: “agencies”, “compiled”."""


class Archived(Value):
    """A copy of a source that does not change."""

    url: Url
    """Its address."""
    date: Date
    """When it was made."""


class Imported(Value):
    """What came with an imported entry and has no field here. It is kept for the way back, and not shown."""

    format: OneOf[Literal["timelinejs", "ics", "pax"]]
    """The format that it came in."""
    place: Annotated[StrictInt, Field(ge=1)] | None = None
    """Where it stood in the file, counted from 1."""
    role: OneOf[Literal["event", "era"]] = "event"
    """What it was there."""
    kept: Kept = Field(default_factory=dict)
    """What it had there, by the names of that format."""
    without: tuple[Words, ...] = ()
    """What it did not have there, although it has it here."""
    cells: dict[str, str] = Field(default_factory=dict)
    """Cells of its table that would come back in another form, by their column."""


class ImportedFile(Value):
    """What an imported file had besides its entries. It is kept for the way back, and not shown."""

    format: OneOf[Literal["timelinejs", "ics", "pax"]]
    """The format that it came in."""
    kept: Kept = Field(default_factory=dict)
    """What it had, by the names of that format."""
    columns: tuple[str, ...] = ()
    """Of a table: its columns, in their order."""
    cells: dict[str, str] = Field(default_factory=dict)
    """Cells of the row of the title that would come back in another form, by their column."""
    place: Annotated[StrictInt, Field(ge=1)] | None = None
    """Of a table: where the row of the title stood, counted from 1."""
