"""The pages of actors, places, topics, agreements and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

from waqai import dates
from waqai.content.kept_back import is_withheld
from waqai.content.standing import ClaimKey
from waqai.dates import Edtf
from waqai.languages.foreign import language_name
from waqai.model import Actor, Agreement, Event, Source, Topic
from waqai.site.citations import citing
from waqai.site.contexts import (
    ActorPage,
    AgreementPage,
    Elsewhere,
    Listed,
    NameRow,
    PositionView,
    Question,
    SaidView,
    SourcePage,
    TermView,
    TopicPage,
)
from waqai.site.questions import questions_on
from waqai.site.shortened import few_links, latest, rest_of_claims, rest_of_days, rest_of_events, rest_of_sources
from waqai.site.state_rows import state_row
from waqai.site.strip import record_strip
from waqai.site.views import Views


def actor_page(views: Views, actor: Actor) -> ActorPage:
    """The page of a person or a body."""
    library = views.library
    acted = [event for event in library.mentions(actor.id, Event) if library.roles_in(actor.id, event)]
    roles = (role for event in acted for role in library.roles_in(actor.id, event))
    published = [source for source in library.mentions(actor.id, Source) if source.publisher == actor.id]
    published.sort(key=lambda source: (source.date.sort_key, source.id))
    said, relayed = _claims_from(views, actor), _relayed(views, published, actor.id)
    return ActorPage(
        name=views.name(actor),
        kind=views.labels.actor_kind(actor.kind),
        is_unnamed=actor.kind == "anonymous",
        why_unnamed=views.rich_or_none(actor.why, actor),
        is_withheld=is_withheld(actor),
        members_withheld=actor.members_withheld,
        note=views.rich_or_none(actor.note, actor),
        summary=views.rich_or_none(actor.summary, actor),
        part_of=views.maybe_link(actor.part_of),
        based=views.maybe_link(actor.based),
        span=span_of(views, actor.from_, actor.until),
        elsewhere=elsewhere(actor.wikidata),
        names=name_rows(views, actor),
        positions=_positions(views, actor),
        parts=few_links(views, [part.id for part in library.parts(actor.id)], "actors"),
        strip=record_strip(views, acted),
        events=tuple(views.event_with_roles(event, actor.id) for event in latest(acted)),
        events_rest=rest_of_events(views, actor, acted),
        roles=tuple((views.labels.role(role), count) for role, count in Counter(roles).most_common()),
        said=tuple(map(partial(_said, views), latest(said))),
        said_rest=rest_of_claims(views, said),
        agreements=_agreements_of(views, actor),
        published=views.sources(source.id for source in latest(published)),
        published_rest=rest_of_sources(views, published),
        relayed=tuple(map(views.event_link, latest(relayed))),
        relayed_rest=rest_of_sources(views, relayed),
        citing=citing(views, actor),
    )


def elsewhere(wikidata: str | None, geonames: int | None = None) -> tuple[Elsewhere, ...]:
    """The same thing in public registers."""
    found = []
    if wikidata:
        found.append(Elsewhere("Wikidata", f"https://www.wikidata.org/wiki/{wikidata}", wikidata))
    if geonames:
        found.append(Elsewhere("GeoNames", f"https://www.geonames.org/{geonames}", str(geonames)))
    return tuple(found)


def _positions(views: Views, actor: Actor) -> tuple[PositionView, ...]:
    return tuple(
        PositionView(views.rich(p.role, actor), views.maybe_link(p.org), span_of(views, p.from_, p.until))
        for p in actor.roles
    )


def span_of(views: Views, start: Edtf | None, end: Edtf | None) -> str:
    """“since October 2018”, “until 8 December 2024”, or from one to the other; empty if neither is known."""
    _ = views.language.pgettext
    known = {
        name: dates.describe(date, views.language)
        for name, date in (("start", start), ("end", end))
        if date is not None
    }
    patterns = {
        (): "",
        ("start",): _("span", "since {start}"),
        ("end",): _("span", "until {end}"),
        ("start", "end"): _("span", "from {start} until {end}"),
    }
    return patterns[tuple(known)].format(**known)


def name_rows(views: Views, actor: Actor) -> tuple[NameRow, ...]:
    """Our name and the others, with who uses them; nothing if there is only ours."""
    if not actor.aka:
        return ()
    ours = NameRow(views.name(actor), (), views.labels.tone("neutral"), None, is_ours=True)
    others = (
        NameRow(
            views.words(alias.name, alias.lang),
            views.links(alias.by),
            views.labels.tone(alias.tone),
            views.rich_or_none(alias.note, actor),
            is_ours=False,
        )
        for alias in actor.aka
    )
    return (ours, *others)


def _claims_from(views: Views, actor: Actor) -> list[ClaimKey]:
    """The claims of which an actor is the origin; not what we reckoned from them."""
    events = views.library.mentions(actor.id, Event)
    return [
        (event.id, claim.id)
        for event in events
        for claim in event.claims
        if not claim.ours and views.library.hops(claim.chain)[0].actor == actor.id
    ]


def _said(views: Views, key: ClaimKey) -> SaidView:
    found = views.library.claim(key)
    standing = views.standing(views.library.standing(*key))
    return SaidView(views.claim_link(key), views.event_link(key[0]), views.says(found.claim.chain), standing)


def _relayed(views: Views, published: Iterable[Source], actor: str) -> list[str]:
    """The events of which an outlet passed on claims that are not its own, in order of time."""
    library, reports = views.library, {source.id for source in published}
    events = {event.id: event for report in reports for event in library.mentions(report, Event)}
    found = (
        event.id
        for event in events.values()
        if any(reports & set(c.chain) and library.hops(c.chain)[0].actor != actor for c in event.claims)
        or reports & {source for source in event.sources if isinstance(source, str)}
    )
    return sorted(found, key=library.number)


def _agreements_of(views: Views, actor: Actor) -> tuple[Listed, ...]:
    """The agreements that concern an actor, by its place in them."""
    _ = views.language.pgettext
    places = {
        "parties": _("agreement", "Party"),
        "binds": _("agreement", "Bound by it, not a party"),
        "guarantors": _("agreement", "Guarantor"),
        "observers": _("agreement", "Observer"),
    }
    groups = []
    for field, heading in places.items():
        held = tuple(a.id for a in views.library.agreements if actor.id in getattr(a, field))
        if held:
            groups.append(Listed(heading, few_links(views, held, "agreements")))
    return tuple(groups)


def topic_page(views: Views, topic: Topic) -> TopicPage:
    """The page of a topic."""
    library = views.library
    moves = library.state.history(topic.id)
    events = [e for e in library.mentions(topic.id, Event) if topic.id in (*e.about, *e.moves)]
    return TopicPage(
        name=views.name(topic),
        summary=views.rich_or_none(topic.summary, topic),
        state=state_row(views, topic.id),
        part_of=views.maybe_link(topic.part_of),
        parts=few_links(views, [part.id for part in library.parts(topic.id)], "topics"),
        moves=tuple(map(views.move, latest(moves))),
        moves_rest=rest_of_days(views, moves),
        questions=_questions(views, topic.id),
        strip=record_strip(views, events, topic.id),
        events=tuple(views.event_link(event.id) for event in latest(events)),
        events_rest=rest_of_events(views, topic, events),
        agreements=few_links(views, [a.id for a in library.mentions(topic.id, Agreement)], "agreements"),
        citing=citing(views, topic),
    )


def _questions(views: Views, target: str) -> tuple[Question, ...]:
    """The latest of the questions that bear on a topic or an agreement."""
    return tuple(latest([question for _, question, _ in questions_on(views, target)]))


def agreement_page(views: Views, agreement: Agreement) -> AgreementPage:
    """The page of an agreement."""
    library, when = views.library, agreement.date
    terms = agreement_terms(views, agreement)
    linked = {related.other for related in library.related(agreement.id)}
    mentioned = [e for e in library.mentions(agreement.id, Event) if e.id not in linked]
    anchor = library.records.get(when.anchor or "")
    said_in = getattr(anchor, "lang", None) or library.config.default_language
    return AgreementPage(
        title=views.name(agreement),
        summary=views.rich_or_none(agreement.summary, agreement),
        state=state_row(views, agreement.id),
        date=views.date(when.is_, when),
        said=views.words(when.said, said_in) if when.said else None,
        said_by=views.source(anchor) if isinstance(anchor, Source) and when.said else None,
        parties=views.links(agreement.parties),
        bound=views.links(agreement.binds),
        guarantors=views.links(agreement.guarantors),
        observers=views.links(agreement.observers),
        form=views.labels.form(agreement.form),
        stage=views.labels.stage(agreement.stage),
        places=views.links(agreement.where),
        topics=views.links(agreement.about, short=True),
        full_text=agreement.full_text or "",
        terms=terms,
        has_other_names=any(term.claim.has_other_names for term in terms),
        moves=tuple(map(views.move, library.state.history(agreement.id))),
        questions=_questions(views, agreement.id),
        events=tuple(views.event_link(event.id) for event in mentioned),
        relations=views.relations(agreement.id),
        sources=views.sources(library.sources_of_agreement(agreement)),
        changes=views.changes(agreement, agreement.changes),
        citing=citing(views, agreement),
    )


def agreement_terms(views: Views, agreement: Agreement) -> tuple[TermView, ...]:
    """The terms of an agreement, in its order."""
    return tuple(
        TermView(
            views.term(agreement, term),
            views.links(term.obliges),
            views.links(term.benefits),
            views.links(term.about, short=True),
            state_row(views, f"{agreement.id}#{term.id}"),
            tuple(map(views.move, views.library.state.history(f"{agreement.id}#{term.id}"))),
        )
        for term in agreement.terms
    )


def source_page(views: Views, source: Source) -> SourcePage:
    """The page of a source."""
    library = views.library
    events = [event for event in library.mentions(source.id, Event) if source.id in library.sources_of(event)]
    claims = [(e.id, claim.id) for e in events for claim in e.claims if source.id in claim.chain]
    return SourcePage(
        source=views.source(source),
        type=views.labels.source_type(source.type),
        language=language_name(source.lang, views.language) if source.lang else "",
        author=source.author or "",
        dateline=views.maybe_link(source.dateline.place if source.dateline else None),
        rights=source.rights or "",
        relies_on=views.links(source.quotes),
        relied_on_by=views.links(tuple(s.id for s in library.mentions(source.id, Source))),
        events=tuple(views.event_link(event.id) for event in events),
        claims=tuple(map(views.claim_link, claims)),
        agreements=views.links(tuple(a.id for a in library.mentions(source.id, Agreement))),
        citing=citing(views, source),
    )
