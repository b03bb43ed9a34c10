"""The pages that gather from all records: corrections, names."""

from __future__ import annotations

from waqai.model import Actor
from waqai.site import urls
from waqai.site.contexts import CorrectionsPage, NamedActor, NamingPage
from waqai.site.feeds import corrections_of
from waqai.site.index_pages import by_name
from waqai.site.record_pages import name_rows
from waqai.site.views import Views


def corrections_page(views: Views) -> CorrectionsPage:
    """All corrections, newest first."""
    entries = (views.change(record, change) for record, change in corrections_of(views.library))
    return CorrectionsPage(tuple(entries), views.href(urls.corrections_feed(views.language.tag)))


def naming_page(views: Views) -> NamingPage:
    """Our names, and what others say."""
    named = sorted((actor for actor in views.library.actors if actor.aka), key=by_name(views))
    return NamingPage(tuple(_named(views, actor) for actor in named))


def _named(views: Views, actor: Actor) -> NamedActor:
    return NamedActor(views.link(actor.id), views.labels.actor_kind(actor.kind), name_rows(views, actor))
