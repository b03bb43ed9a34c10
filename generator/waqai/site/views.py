"""The small views that pages share: marks, links to events, claims, moves, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice

from waqai import dates
from waqai.content.library import Library, Related
from waqai.content.notes import kept, worded
from waqai.content.standing import ClaimKey, Standing, main_claims
from waqai.content.state import MoveMade
from waqai.languages import Language
from waqai.model import Agreement, Change, Event, InlineSource, Record, Source
from waqai.site.claims import Claims
from waqai.site.contexts import (
    ChangeView,
    ClaimLink,
    DateView,
    EventLink,
    Link,
    MoveView,
    Phrase,
    RelatedGroup,
    SourceView,
    StandingView,
    StateView,
)

MOST_OTHERS = 3
"""Of the accounts that contradict a move; its event has all of them."""


class Views(Claims):
    """Makes the shared views for the pages of one folder in one language, each one once."""

    def __init__(
        self, library: Library, language: Language, folder: str, pictures: Mapping[str, tuple[int, int]] | None = None
    ) -> None:
        super().__init__(library, language, folder)
        self.pictures = pictures or {}

    # How we know

    def standing_of(self, event: Event) -> StandingView:
        """How an event stands, and on whose word."""
        return self._standing_of(event.id)

    @worded
    def _standing_of(self, key: str) -> StandingView:
        event = self.library.get(key, Event)
        standing = self.library.standing_of(event)
        return self.standing(standing, self._why(standing, self.says_of(event)))

    def _why(self, standing: Standing, says: tuple[Phrase, ...]) -> str:
        if standing.key == "disputed":
            return self.language.pgettext("standing", "another account contradicts it")
        return self.language.listed([phrase.text for phrase in says])

    def says_of(self, event: Event, claim: str = "") -> tuple[Phrase, ...]:
        """Who says so, of one claim, or of all claims of an event, or of its reports."""
        return self._says_of(event.id, claim)

    @worded
    def _says_of(self, key: str, claim: str) -> tuple[Phrase, ...]:
        event = self.library.get(key, Event)
        chains = [c.chain for c in (event.claims if claim else main_claims(event)) if claim in ("", c.id)]
        if chains:
            return tuple(dict.fromkeys(map(self.says, chains)))
        reports = self.library.standing_of(event).origins
        return tuple(self.name(self.library.records[key]) for key in reports if key in self.library.records)

    # Events and claims

    @kept
    def event_link(self, key: str) -> EventLink:
        """An event as others cite it."""
        event = self.library.get(key, Event)
        return EventLink(
            self.record_href(event),
            self.library.number(key),
            self.name(event),
            self.date(event.date.is_, event.date),
            self.labels.event_type(event.type),
            self.standing_of(event),
        )

    def event_with_roles(self, event: Event, actor: str) -> EventLink:
        """An event as an actor's page cites it."""
        roles = tuple(self.labels.role(role) for role in self.library.roles_in(actor, event))
        return replace(self.event_link(event.id), roles=roles)

    # Moves

    def state(self, key: str, target: str) -> StateView:
        """The square for a state of a target."""
        return self.labels.state(key, of_agreement=self.library.has(target.partition("#")[0], Agreement))

    def target(self, target: str) -> Link:
        """A link to a topic, an agreement or a term."""
        key, _, part = target.partition("#")
        link = self.link(key)
        if not part:
            return link
        agreement = self.library.get(key, Agreement)
        term = next(term for term in agreement.terms if term.id == part)
        return Link(f"{link.href}#{part}", self.unlinked(term.text, agreement))

    @kept
    def move(self, made: MoveMade, day: date | None = None) -> MoveView:
        """A change of state, graded by what is known now, or by what had been reported at the end of a day."""
        event = self.library.get(made.event, Event)
        then = self.library.standing_on(day, made.event, made.claim) if day else made.standing
        says = self.says_of(event, made.claim)
        return MoveView(
            target=self.target(made.target),
            before=self.state(made.before, made.target) if made.before else None,
            state=self.state(made.state, made.target),
            date=self.date(made.when, event.date if made.when == event.date.is_ else None),
            event=self.event_link(made.event),
            standing=self.standing(then, self._why(then, says)),
            says=says,
            besides=max(0, len(then.origins) - len(says)) if says else 0,
            others=self._others(then.disputed_by),
            claim_href=f"{self.record_href(event)}#{made.claim}" if made.claim else "",
            later=self.standing(made.standing) if then.key != made.standing.key else None,
        )

    def _others(self, disputed_by: Iterable[ClaimKey]) -> tuple[ClaimLink, ...]:
        """One claim of each of those who say otherwise."""
        claims = map(self.claim_link, islice(disputed_by, 2 * MOST_OTHERS))
        return tuple({claim.by: claim for claim in claims}.values())[:MOST_OTHERS]

    # Relations, sources, corrections

    def relations(self, key: str) -> tuple[RelatedGroup, ...]:
        """The relations of an event or agreement, grouped by kind."""
        groups: dict[str, list[Related]] = {}
        for related in self.library.related(key):
            label = self.labels.relation(related.relation, related.stored_as)
            groups.setdefault(label, []).append(related)
        return tuple(self._group(label, members) for label, members in groups.items())

    def _group(self, label: str, members: list[Related]) -> RelatedGroup:
        items = tuple(
            self.event_link(m.other) if self.library.has(m.other, Event) else self.link(m.other) for m in members
        )
        because = tuple(self.claim_link((m.event, m.claim)) for m in members if m.claim)
        return RelatedGroup(label, items, because)

    def source(self, source: Source) -> SourceView:
        """A source, in a list of sources."""
        tag = source.lang if source.lang in source.title else None
        published = self.words(source.title[tag], tag) if tag else self.name(source)
        translated = source.title.get(self.language.tag)
        needs = translated is not None and tag not in (None, self.language.tag)
        return SourceView(
            id=source.id,
            href=self.record_href(source),
            title=published,
            translation=self.words(translated) if needs and translated else None,
            publisher=self.link(source.publisher),
            date=self.date(source.date, with_time=True),
            credit=self.rich_or_none(source.dateline.credit if source.dateline else None, source),
            url=source.url or "",
            url_note=self.rich_or_none(source.url_note, source),
            archived=tuple((copy.url, dates.describe(copy.date, self.language)) for copy in source.archived),
            known_through=self.maybe_link(source.known_through),
            headline_only=source.headline_only,
            seen=dates.describe(source.seen, self.language) if source.seen else "",
        )

    def inline_source(self, source: InlineSource) -> SourceView:
        """A source that has no record of its own."""
        title, undated = self.plain(source.title), DateView(self.words(""), "", "", "", "", (), "")
        return SourceView(
            id="",
            href="",
            title=title,
            translation=None,
            publisher=self.link(source.publisher),
            date=undated,
            credit=None,
            url=source.url,
            url_note=None,
            archived=(),
            known_through=None,
            headline_only=False,
            seen="",
        )

    def sources(self, keys: Iterable[str]) -> tuple[SourceView, ...]:
        """The sources with these ids, in this order."""
        return tuple(self.source(self.library.get(key, Source)) for key in keys)

    def changes(self, record: Record, changes: Iterable[Change]) -> tuple[ChangeView, ...]:
        """The record of corrections of one page, newest first."""
        newest_first = sorted(changes, key=lambda change: change.date.sort_key, reverse=True)
        return tuple(self.change(record, change) for change in newest_first)

    def change(self, record: Record, change: Change) -> ChangeView:
        """One entry of the record of corrections."""
        kind = self.labels.change_kind(change.kind)
        return ChangeView(self.date(change.date), kind, self.rich(change.note, record), self.link(record.id))
