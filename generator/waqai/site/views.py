"""The small views that pages share: marks, links to events, claims, moves, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice

from waqai import dates
from waqai.content.library import Library, Related
from waqai.content.standing import ClaimKey, Standing, main_claims
from waqai.content.state import MoveMade
from waqai.languages import Language
from waqai.model import Agreement, AgreementTerm, Change, Claim, Event, InlineSource, Record, Source
from waqai.site.chains import Chains
from waqai.site.contexts import (
    ChangeView,
    ClaimLink,
    ClaimView,
    DateView,
    EventLink,
    Link,
    MoveView,
    NameUsed,
    Phrase,
    RelatedGroup,
    SourceView,
    StandingView,
    StateView,
    VariantView,
)

MOST_OTHERS = 3
"""Of the accounts that contradict a move; its event has all of them."""


class Views(Chains):
    """Makes the shared views for the pages of one folder in one language, each one once."""

    def __init__(
        self, library: Library, language: Language, folder: str, pictures: Mapping[str, tuple[int, int]] | None = None
    ) -> None:
        super().__init__(library, language, folder)
        self.pictures = pictures or {}
        self.event_link = lru_cache(maxsize=None)(self._event_link)
        self.move = lru_cache(maxsize=1024)(self._move)

    # How we know

    def standing(self, standing: Standing, why: str = "") -> StandingView:
        """A circle with its word, and a few words more."""
        if standing.key == "reported":
            count = len(standing.origins)
            label = self.language.ngettext("{count} report", "{count} reports", count)
            return StandingView("reported", label.format(count=self.language.number(count)), why)
        return StandingView(standing.key, self.labels.standing(standing.key), why)

    def standing_of(self, event: Event) -> StandingView:
        """How an event stands, and on whose word."""
        standing = self.library.standing_of(event)
        return self.standing(standing, self._why(standing, self.says_of(event)))

    def _why(self, standing: Standing, says: tuple[Phrase, ...]) -> str:
        if standing.key == "disputed":
            return self.language.pgettext("standing", "another account contradicts it")
        return self.language.listed([phrase.text for phrase in says])

    def says_of(self, event: Event, claim: str = "") -> tuple[Phrase, ...]:
        """Who says so, of one claim, or of all claims of an event, or of its reports."""
        chains = [c.chain for c in (event.claims if claim else main_claims(event)) if claim in ("", c.id)]
        if chains:
            return tuple(dict.fromkeys(map(self.says, chains)))
        reports = self.library.standing_of(event).origins
        return tuple(self.name(self.library.records[key]) for key in reports if key in self.library.records)

    # Events and claims

    def _event_link(self, key: str) -> EventLink:
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

    def claim_link(self, key: ClaimKey) -> ClaimLink:
        """A claim as others cite it."""
        found = self.library.claim(key)
        href = f"{self.record_href(found.event)}#{found.claim.id}"
        return ClaimLink(href, self.rich(found.claim.text, found.event), self.origin(found.claim.chain))

    def claim(self, event: Event, claim: Claim) -> ClaimView:
        """A claim with all that belongs to it."""
        standing = self.library.standing(event.id, claim.id)
        return ClaimView(
            id=claim.id,
            text=self.rich(claim.text, event),
            standing=self.standing(standing, self._explained(standing)),
            by=self.origin(claim.chain),
            grade=self._grade(standing),
            hops=self.hops(claim.chain),
            quotes=self.any_of(claim.quote),
            mode=claim.mode,
            names=self.names_used(claim),
            variants=tuple(VariantView(self.cited(v.source), self.rich(v.note, event)) for v in claim.variants),
            disputed_by=tuple(map(self.claim_link, _not_beside(standing.disputed_by, event, claim))),
            confirmed_by=tuple(map(self.claim_link, standing.confirmed_by)),
            same_origin=bool(standing.confirmed_by) and len(standing.origins) == 1,
            is_ours=claim.ours,
            set_by_hand=self.rich_or_none(claim.why, event) if standing.set_by_hand else None,
        )

    def term(self, agreement: Agreement, term: AgreementTerm) -> ClaimView:
        """A term of an agreement, as the claim that it was agreed."""
        standing = self.library.standing_of_term(term)
        text = self.rich(term.text, agreement)
        by = self.origin(term.chain) if term.chain else self.words("")
        mark = self.standing(standing, self._explained(standing))
        return ClaimView(term.id, text, mark, by, hops=self.hops(term.chain))

    def _grade(self, standing: Standing) -> StandingView | None:
        if standing.key != "disputed" or not standing.grade:
            return None
        undisputed = replace(standing, key=standing.grade)
        return self.standing(undisputed, self._explained(undisputed))

    def _explained(self, standing: Standing) -> str:
        """What a standing means, in a few words beside it."""
        _ = self.language.pgettext
        words = {
            "attributed": _("standing", "a named person or body speaks for itself"),
            "single-source": _("standing", "one origin, however many relay it"),
            "corroborated": _("standing", "independent origins that do not quote each other"),
            "disputed": _("standing", "another account contradicts it"),
            "documented": _("standing", "an official text says so"),
            "retracted": _("standing", "taken back by whoever said it"),
        }
        return words.get(standing.key, "")

    def names_used(self, claim: Claim) -> tuple[NameUsed, ...]:
        """What the source of a claim calls those it speaks of."""
        outlet = self.library.records.get(claim.chain[-1])
        lang = (outlet.lang if isinstance(outlet, Source) else None) or self.library.config.default_language
        return tuple(NameUsed(self.words(words, lang), self.link(actor)) for actor, words in claim.as_.items())

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
        return Link(f"{link.href}#{part}", self.rich(term.text, agreement))

    def _move(self, made: MoveMade, day: date | None = None) -> MoveView:
        """A change of state, graded by what is known now, or by what had been reported at the end of a day."""
        event = self.library.get(made.event, Event)
        then = self.library.standing_on(made, day) if day else made.standing
        says = self.says_of(event, made.claim)
        return MoveView(
            target=self.target(made.target),
            before=self.state(made.before, made.target) if made.before else None,
            state=self.state(made.state, made.target),
            date=self.date(made.when, event.date if made.when == event.date.is_ else None),
            event=self.event_link(made.event),
            standing=self.standing(then, self._why(then, says)),
            says=says,
            others=self._others(then.disputed_by),
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


def _not_beside(disputed_by: Iterable[ClaimKey], event: Event, claim: Claim) -> Iterator[ClaimKey]:
    """The claims that dispute a claim, without those that already stand beside it as answers to the same question."""
    beside = {key for differ in event.differ if claim.id in differ.claims for key in differ.claims}
    return (key for key in disputed_by if key[0] != event.id or key[1] not in beside)
