"""The feed of corrections, keyed on when a correction was made."""

from __future__ import annotations

from markupsafe import Markup

from waqai.content.library import Library
from waqai.model import Agreement, Change, Event
from waqai.site import urls
from waqai.site.feeds.entry import AbsoluteViews, Entry, Feed, moment_of, tag_uri
from waqai.site.phrases import name_of

MOST = 100
"""Corrections in the feed; the page of corrections has them all."""


def corrections_of(library: Library) -> list[tuple[Event | Agreement, Change]]:
    """All corrections with what they correct, newest first."""
    of_events = [(event, change) for event in library.events for change in event.changes]
    of_agreements = [(agreement, change) for agreement in library.agreements for change in agreement.changes]
    return sorted([*of_events, *of_agreements], key=lambda pair: pair[1].date.sort_key, reverse=True)


def corrections_feed(views: AbsoluteViews) -> Feed:
    """The latest corrections in one language, newest first."""
    config, tag = views.library.config, views.language.tag
    title = views.plain(config.title).text
    return Feed(
        path=urls.corrections_feed(tag),
        title=f"{title} – {views.language.pgettext('navigation', 'Corrections')}",
        description=views.rich(config.summary).text if config.summary else "",
        language=tag,
        key=tag_uri(config, tag, "corrections"),
        site=config.url,
        page=urls.page(tag, "corrections"),
        author=title,
        rights=config.licence,
        entries=tuple(_entry(views, record, change) for record, change in corrections_of(views.library)[:MOST]),
    )


def _entry(views: AbsoluteViews, record: Event | Agreement, change: Change) -> Entry:
    moment = moment_of(change.date)
    note = views.rich(change.note, record)
    place = str(record.changes.index(change) + 1)
    return Entry(
        key=tag_uri(views.library.config, views.language.tag, record.id, change.date.text, place),
        url=views.record_href(record),
        title=f"{views.labels.change_kind(change.kind)}: {views.plain(name_of(record), record).text}",
        text=note.text,
        html=str(Markup('<p lang="{}" dir="{}">{}</p>').format(note.lang, note.dir, note.html)),
        published=moment,
        updated=moment,
    )
