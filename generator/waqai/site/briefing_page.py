"""The briefing: the record with every text, claim, chain and source, as a document to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from waqai import dates
from waqai.content.standing import Hop
from waqai.dates import Edtf
from waqai.languages import Language
from waqai.model import Agreement, Change, Claim, Event, InlineSource, Source
from waqai.site import urls
from waqai.site.briefing_parts import Part, month_of
from waqai.site.contexts import (
    Briefing,
    BriefingAgreement,
    BriefingClaim,
    BriefingDiffer,
    BriefingEvent,
    BriefingHop,
    BriefingMonth,
    ChangeView,
    HopView,
    Link,
    RoleGroup,
    SourceView,
)
from waqai.site.record_pages import agreement_terms
from waqai.site.state_page import day_text
from waqai.site.state_rows import agreement_rows, state_row, topic_rows
from waqai.site.views import Views


def briefing_page(views: Views, parts: Sequence[Part], index: int) -> Briefing:
    """The part of the record that stands at `index` among all parts; the first one stands at the front."""
    part, config = parts[index], views.library.config
    matter = _Matter(views)
    months = tuple(matter.month(month, list(events)) for month, events in groupby(part.events, key=month_of))
    terms = tuple(map(matter.agreement, part.agreements))
    return Briefing(
        title=views.plain(config.title),
        summary=views.rich_or_none(config.summary),
        span=span(_covered(parts) if part.key == "" else part.months, views.language),
        counts=_counts(views.language, parts if part.key == "" else (part,)),
        known_to=_known_to(views),
        address=urls.absolute(config.url, urls.page(views.language.tag, "index")),
        parts=tuple(_link(views, each) for each in parts[1:]) if part.key == "" else (),
        previous=_link(views, parts[index - 1]) if index > 1 else None,
        next=_link(views, parts[index + 1]) if 0 < index < len(parts) - 1 else None,
        topics=topic_rows(views) if part.key == "" else (),
        agreements=agreement_rows(views) if part.key == "" else (),
        months=months,
        terms=terms,
        sources=matter.sources(),
        changes=_changes(views, part),
    )


def briefing_title(part: Part, language: Language) -> str:
    """“Briefing”, or “Briefing, February 2021”."""
    name = language.pgettext("navigation", "Briefing for print")
    return name if part.key == "" else language.listed([name, part_label(part, language)])


def part_label(part: Part, language: Language) -> str:
    """“January to February 2021”; “February 2021 (2)” for what a month has left over."""
    _, _, number = part.key[len("2021-02") :].partition("-")
    months = span(part.months, language)
    return f"{months} ({language.number(int(number))})" if number else months


def span(months: tuple[str, str], language: Language) -> str:
    """The months from the first to the last, in words; empty where there are none."""
    first, last = months
    if not first:
        return ""
    return dates.describe(Edtf.parse(first if first == last else f"{first}/{last}"), language)


def _covered(parts: Sequence[Part]) -> tuple[str, str]:
    """The first and the last month of all parts."""
    full = [part for part in parts if part.records]
    return (full[0].months[0], full[-1].months[1]) if full else ("", "")


def _link(views: Views, part: Part) -> Link:
    label = views.words(part_label(part, views.language))
    return Link(views.href(urls.briefing(views.language.tag, part.key)), label)


def _counts(language: Language, parts: Iterable[Part]) -> tuple[str, ...]:
    records = [record for part in parts for record in part.records]
    agreements = sum(isinstance(record, Agreement) for record in records)
    events = len(records) - agreements
    return (
        language.ngettext("{n} event", "{n} events", events).format(n=language.number(events)),
        language.ngettext("{n} agreement", "{n} agreements", agreements).format(n=language.number(agreements)),
    )


def _known_to(views: Views) -> str:
    events = views.library.events
    return day_text(views, max(event.date.is_.anchor_day for event in events)) if events else ""


def _changes(views: Views, part: Part) -> tuple[ChangeView, ...]:
    made: list[tuple[Change, Event | Agreement]] = [
        (each, record) for record in part.records for each in record.changes
    ]
    newest_first = sorted(made, key=lambda pair: pair[0].date.sort_key, reverse=True)
    return tuple(views.change(record, change) for change, record in newest_first)


class _Matter:
    """The events and agreements of one briefing, which share one list of sources, numbered as they come up."""

    def __init__(self, views: Views) -> None:
        self.views = views
        self.library = views.library
        self._cited: dict[str, tuple[int, str | InlineSource]] = {}
        """Number and source, by the source's id or address."""

    def month(self, month: str, events: list[Event]) -> BriefingMonth:
        """A month and its events."""
        label = dates.describe(Edtf.parse(month), self.views.language)
        return BriefingMonth(label, tuple(map(self._event, events)))

    def agreement(self, agreement: Agreement) -> BriefingAgreement:
        """An agreement with its terms."""
        views = self.views
        return BriefingAgreement(
            link=views.link(agreement.id),
            summary=views.rich_or_none(agreement.summary, agreement),
            state=state_row(views, agreement.id),
            parties=views.links(agreement.parties),
            bound=views.links(agreement.binds),
            guarantors=views.links(agreement.guarantors),
            terms=agreement_terms(views, agreement),
            sources=self._numbers(self.library.sources_of_agreement(agreement)),
        )

    def sources(self) -> tuple[SourceView, ...]:
        """All sources that were cited so far, in the order of their numbers."""
        return tuple(self._source(source) for _, source in self._cited.values())

    def _event(self, event: Event) -> BriefingEvent:
        views = self.views
        differing = {claim for differ in event.differ for claim in differ.claims}
        body = views.plain(event.body, event) if event.body else None
        return BriefingEvent(
            link=views.event_link(event.id),
            is_live=event.live,
            summary=views.rich_or_none(event.summary, event),
            body=views.block(body.text, body.lang) if body else None,
            body_phrase=body,
            roles=self._roles(event),
            places=views.links(event.where),
            differs=self._differs(event),
            claims=tuple(self._claim(event, claim) for claim in event.claims if claim.id not in differing),
            moves=tuple(map(views.move, self.library.state.moves_of(event.id))),
            sources=self._numbers((*self.library.sources_of(event), *_inline(event))),
        )

    def _roles(self, event: Event) -> tuple[RoleGroup, ...]:
        views = self.views
        return tuple(
            RoleGroup(views.labels.role(role), views.links(who, short=True)) for role, who in event.who.items()
        )

    def _differs(self, event: Event) -> tuple[BriefingDiffer, ...]:
        claims = {claim.id: claim for claim in event.claims}
        return tuple(
            BriefingDiffer(
                self.views.rich(differ.ask, event), tuple(self._claim(event, claims[key]) for key in differ.claims)
            )
            for differ in event.differ
        )

    def _claim(self, event: Event, claim: Claim) -> BriefingClaim:
        view = self.views.claim(event, claim)
        return BriefingClaim(view, tuple(map(self._hop, view.hops, self.library.hops(claim.chain))))

    def _hop(self, view: HopView, hop: Hop) -> BriefingHop:
        return BriefingHop(view, self._numbers(hop.sources))

    def _numbers(self, sources: Iterable[str | InlineSource]) -> tuple[int, ...]:
        return tuple(self._number(source if isinstance(source, str) else source.url, source) for source in sources)

    def _number(self, key: str, source: str | InlineSource) -> int:
        number, _ = self._cited.setdefault(key, (len(self._cited) + 1, source))
        return number

    def _source(self, source: str | InlineSource) -> SourceView:
        if isinstance(source, str):
            return self.views.source(self.library.get(source, Source))
        return self.views.inline_source(source)


def _inline(event: Event) -> tuple[InlineSource, ...]:
    return tuple(source for source in event.sources if isinstance(source, InlineSource))
