"""The page of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waqai import dates
from waqai.comparison import Version, Wording
from waqai.content.standing import main_claims
from waqai.dates import Edtf
from waqai.model import Event
from waqai.model.parts import InlineSource
from waqai.site import urls
from waqai.site.cards import KEY_EVENT
from waqai.site.citations import citing
from waqai.site.contexts import DifferView, EventPage, ImageView, Phrase, RoleGroup, SourceView, VersionView
from waqai.site.views import Views


def event_page(views: Views, event: Event, versions: Sequence[Version] = ()) -> EventPage:
    """The page of one event; `versions` are those of its file, newest first."""
    library = views.library
    before, after = library.neighbours(event.id)
    differing = {claim for differ in event.differ for claim in differ.claims}
    body = views.plain(event.body, event) if event.body else None
    differs = _differs(views, event)
    claims = tuple(views.claim(event, claim) for claim in event.claims if claim.id not in differing)
    return EventPage(
        number=library.number(event.id),
        type=views.labels.event_type(event.type),
        title=views.name(event),
        date=views.date(event.date.is_, event.date, with_time=True),
        said=_said(views, event),
        said_by=views.sources([event.date.anchor])[0] if event.date.anchor and event.date.said else None,
        reported=_reported(views, event),
        standing=views.standing_of(event),
        weakest=_weakest(views, event),
        is_live=event.live,
        is_key=event.importance == KEY_EVENT,
        summary=views.rich_or_none(event.summary, event),
        body=views.block(body.text, body.lang) if body else None,
        body_phrase=body,
        roles=_roles(views, event),
        places=views.links(event.where),
        topics=views.links(event.about, short=True),
        differs=differs,
        claims=claims,
        has_other_names=any(c.has_other_names for c in (*claims, *(c for differ in differs for c in differ.claims))),
        moves=tuple(views.move(move) for move in library.state.moves_of(event.id)),
        relations=views.relations(event.id),
        sources=_sources(views, event),
        changes=views.changes(event, event.changes),
        added=dates.describe(event.added, views.language) if event.added else "",
        tags=event.tags,
        image=_image(views, event),
        versions=tuple(_versions(views, versions)),
        citing=citing(views, event),
        previous=views.event_link(before.id) if before else None,
        next=views.event_link(after.id) if after else None,
    )


def _versions(views: Views, versions: Sequence[Version]) -> Iterator[VersionView]:
    """What is told of the versions of the page, in sentences of the page's language."""
    wording = Wording(views.language, views.library, views.library)
    for version in versions:
        day = views.date(Edtf.parse(version.date[:10]))
        changes = dict.fromkeys(map(wording.sentence, version.differences))
        yield VersionView(day, (wording.added, *changes) if version.is_first else tuple(changes))


def _weakest(views: Views, event: Event) -> str:
    """The first of the main claims that stand as the event as a whole does."""
    key = views.library.standing_of(event).key
    claims = (claim.id for claim in main_claims(event) if views.library.standing(event.id, claim.id).key == key)
    return next(claims, "")


def _said(views: Views, event: Event) -> Phrase | None:
    if event.date.said is None:
        return None
    anchor = views.library.records.get(event.date.anchor or "")
    return views.words(event.date.said, getattr(anchor, "lang", None) or views.library.config.default_language)


def _reported(views: Views, event: Event) -> str:
    reported = event.date.reported
    if reported is None:
        return ""
    return dates.describe(reported.in_city(views.library.config.dates.zone), views.language)


def _roles(views: Views, event: Event) -> tuple[RoleGroup, ...]:
    groups = event.who.items()
    return tuple(RoleGroup(views.labels.role(role), views.links(actors, short=True)) for role, actors in groups)


def _differs(views: Views, event: Event) -> tuple[DifferView, ...]:
    claims = {claim.id: claim for claim in event.claims}
    return tuple(
        DifferView(
            f"differ-{number}",
            views.rich(differ.ask, event),
            tuple(views.claim(event, claims[key]) for key in differ.claims),
        )
        for number, differ in enumerate(event.differ, start=1)
    )


def _sources(views: Views, event: Event) -> tuple[SourceView, ...]:
    inline = tuple(views.inline_source(s) for s in event.sources if isinstance(s, InlineSource))
    return (*views.sources(views.library.sources_of(event)), *inline)


def _image(views: Views, event: Event) -> ImageView | None:
    image = event.image
    if image is None:
        return None
    caption = views.rich_or_none(image.caption, event)
    src = views.href(urls.media(image.file))
    width, height = views.pictures[image.file]
    return ImageView(
        src, width, height, views.plain(image.alt, event), caption, views.rich(image.credit, event), image.licence or ""
    )
