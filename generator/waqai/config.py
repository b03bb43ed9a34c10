"""`timeline.yaml`: the whole site's settings, and the words that a site adds to the model's lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, StrictBool, StrictInt, model_validator

from waqai.model import vocabulary
from waqai.model.identifiers import Email, LicenceId
from waqai.model.parts import ImportedFile
from waqai.model.values import Degrees, Id, LanguageTag, Text, Url, Value, Words, exactly, rejected
from waqai.model.vocabulary import Relation, StateMark
from waqai.model.when import ShortForm
from waqai.model.words import OneOf
from waqai.problems import N_, Fault, Path

UNKNOWN_ZONE = Fault(
    "unknown-zone",
    N_("the time zone “{zone}”"),
    N_("a name of the IANA time zone database, such as Asia/Damascus"),
    N_("Write continent and city, in English."),
)
UNKNOWN_FORGE = Fault(
    "unknown-forge",
    N_("a repository at {host}, whose kind the address does not tell"),
    N_("“forge” beside its address: github, gitlab or gitea"),
    N_("Write “repository: {{url: {url}, forge: gitea}}”, with the kind of that host; Forgejo counts as gitea."),
)
LANGUAGE_TWICE = Fault(
    "language-twice", N_("the language “{tag}” a second time"), N_("every language once"), N_("Delete one of them.")
)


def _check_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise rejected(UNKNOWN_ZONE, zone=name) from None
    return name


class DateSettings(Value):
    """How dates are read and printed."""

    zone: Annotated[Words, AfterValidator(_check_zone)] = "UTC"
    """The time zone (IANA name) of times that are written without one."""
    months: dict[LanguageTag, OneOf[Literal["levant", "latin", "both"]]] = Field(default_factory=dict)
    """By language: which Arabic month names: كانون الثاني (levant), يناير (latin), or both."""
    digits: dict[LanguageTag, OneOf[Literal["latn", "arab"]]] = Field(default_factory=dict)
    """By language: 123 (latn) or ١٢٣ (arab)."""


class QuoteSettings(Value):
    """How long a quotation may be."""

    max_words: Annotated[StrictInt, Field(ge=1)] = 40
    """Longer quotations are warned of."""


class CorrectionSettings(Value):
    """How readers ask for a correction."""

    email: Email
    """The address that every page gives."""


Forge = Literal["github", "gitlab", "gitea"]
FORGES: Mapping[str, Forge] = {
    "github": "github",
    "gitlab": "gitlab",
    "gitea": "gitea",
    "forgejo": "gitea",
    "codeberg": "gitea",
}
"""What a part of a host's name tells of the program that runs there."""


class Repository(Value):
    """Where the files are kept. Every page of a record links to its file there, and to a form for reports of faults."""

    url: Url
    """Its address."""
    forge: OneOf[Literal["github", "gitlab", "gitea"]] | None = None
    """The kind of its host, where the host's name does not tell it as github.com and codeberg.org do."""
    branch: Words = "main"
    """The branch that is published."""
    folder: Words | None = None
    """The folder in it that holds `timeline.yaml`, where that is not its root."""

    @model_validator(mode="after")
    def _forge_is_known(self) -> Self:
        if self.forge is None and self._named_forge() is None:
            raise rejected(UNKNOWN_FORGE, under=("url",), host=urlsplit(self.url).hostname, url=self.url)
        return self

    def _named_forge(self) -> Forge | None:
        labels = (urlsplit(self.url).hostname or "").split(".")
        return next((FORGES[label] for label in labels if label in FORGES), None)

    @property
    def kind(self) -> Forge:
        """The kind of its host, as it is set or as the host's name tells it."""
        known = self.forge or self._named_forge()
        assert known is not None  # noqa: S101 - validated
        return known


class ExtraWord(Value):
    """An event type that this site adds."""

    label: Text
    """What readers see."""


class ExtraRelation(Value):
    """A relation that this site adds."""

    label: Text
    """What readers see."""
    inverse: Id
    """The key of the other direction; the same key for a symmetric relation."""
    inverse_label: Text
    """What readers see in the other direction."""


class ExtraState(Value):
    """A state of topics, agreements and terms that this site adds."""

    label: Text
    """What readers see."""
    mark: OneOf[Literal["open", "half", "full", "shut", "heavy", "split", "dots"]] = "open"
    """The square that stands for it."""


class Config(Value):
    """The settings of one timeline. Only `id`, `title`, `languages`, `url` and `licence` are required."""

    id: Id
    """The timeline's own id."""
    title: Text
    """Its title."""
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    """The languages of the site; the first is the default, and the one that every text must have."""
    url: Url
    """The address at which the site is published; used where only an absolute address will do."""
    licence: LicenceId
    """The licence of our own words and data, as an SPDX identifier."""
    summary: Text | None = None
    """One sentence under the title."""
    dates: DateSettings = DateSettings()
    """How dates are read and printed."""
    bounds: Annotated[tuple[Degrees, Degrees, Degrees, Degrees], exactly(4)] | None = None
    """South, west, north, east: coordinates outside are probably swapped."""
    quotes: QuoteSettings = QuoteSettings()
    """How long quotations may be."""
    watch_words: dict[LanguageTag, tuple[Words, ...]] = Field(default_factory=dict)
    """By language: words that are not ours; allowed only as a source's words."""
    corrections: CorrectionSettings | None = None
    """How readers ask for a correction."""
    repository: Annotated[Repository, ShortForm("url")] | None = None
    """Where the files are kept: pages link to it for changes and for reports of faults."""
    cards: OneOf[Literal["events", "site", "none"]] = "events"
    """Pictures that stand for links elsewhere: one for each event and language, one for the whole site, or none."""
    history: StrictBool = False
    """Whether the page of each event tells when its file was changed and in which parts, as git remembers. It needs the
    whole history of the repository."""
    archive: StrictBool = False
    """Whether the whole site is also published as one zip, to be passed on by hand and read without a connection."""
    offline: StrictBool = False
    """Whether readers' browsers keep the pages that they visit, for weak lines. The device then tells what was read."""
    event_types: dict[Id, ExtraWord] = Field(default_factory=dict)
    """Event types added by this site."""
    relations: dict[Id, ExtraRelation] = Field(default_factory=dict)
    """Relations added by this site."""
    states: dict[Id, ExtraState] = Field(default_factory=dict)
    """States added by this site."""
    imported: ImportedFile | None = None
    """What the file had besides its entries that the timeline was imported from, for the way back; not shown."""

    @model_validator(mode="after")
    def _languages_are_different(self) -> Self:
        for index, tag in enumerate(self.languages):
            under = ("languages", index)
            if tag in self.languages[:index]:
                raise rejected(LANGUAGE_TWICE, under=under, tag=tag)
        return self

    def texts(self) -> Iterator[tuple[Path, Text]]:
        """The texts that readers see, each with its path."""
        yield ("title",), self.title
        if self.summary:
            yield ("summary",), self.summary
        for key, word in self.event_types.items():
            yield ("event_types", key, "label"), word.label
        for key, relation in self.relations.items():
            yield ("relations", key, "label"), relation.label
            yield ("relations", key, "inverse_label"), relation.inverse_label
        for key, state in self.states.items():
            yield ("states", key, "label"), state.label

    @property
    def default_language(self) -> str:
        """The language that every text must have."""
        return self.languages[0]

    def validation_context(self) -> Mapping[str, Any]:
        """What the records' models need to know of the site while they check a file."""
        return {
            "languages": self.languages,
            "event_types": (*vocabulary.EVENT_TYPES, *self.event_types),
            "relations": (*vocabulary.RELATIONS, *self.relations),
            "states": (*vocabulary.TOPIC_STATES, *vocabulary.AGREEMENT_STATES, *self.states),
        }

    def state_mark(self, state: str) -> StateMark:
        """The square that stands for a state."""
        if state in self.states:
            return self.states[state].mark
        known = vocabulary.TOPIC_STATES.get(state) or vocabulary.AGREEMENT_STATES[state]
        return known.mark

    def relation_words(self) -> Mapping[str, Relation]:
        """All relations: the built-in ones, then the site's own."""
        return {**vocabulary.RELATIONS, **{key: _relation(key, extra) for key, extra in self.relations.items()}}

    def inverse_of(self, relation: str) -> str:
        """The key of a relation's other direction."""
        return self.relation_words()[relation].inverse


def _relation(key: str, extra: ExtraRelation) -> Relation:
    # Its labels are the site's own texts and never go through a catalogue.
    return Relation(key, "", extra.inverse, "")
