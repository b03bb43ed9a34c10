"""The feed of corrections, in Atom (RFC 4287), one for each language.

It is keyed on when a correction was made. Everything in it comes from the data, nothing from the clock.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from waqai.content.library import Library
from waqai.dates import Edtf
from waqai.model import Agreement, Change, Event
from waqai.site import urls
from waqai.site.phrases import name_of
from waqai.site.views import Views

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed that never held anything was last changed: Atom wants a date, and the clock is none."""


class _DatedFeed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """An Atom feed whose date is given, where feedgenerator would ask the clock."""

    def __init__(self, *, updated: datetime, **values: Any) -> None:
        super().__init__(**values)
        self._updated = updated

    def latest_post_date(self) -> datetime:
        """The date that was given."""
        return self._updated


def corrections_of(library: Library) -> list[tuple[Event | Agreement, Change]]:
    """All corrections with what they correct, newest first."""
    of_events = [(event, change) for event in library.events for change in event.changes]
    of_agreements = [(agreement, change) for agreement in library.agreements for change in agreement.changes]
    return sorted([*of_events, *of_agreements], key=lambda pair: pair[1].date.sort_key, reverse=True)


def corrections_feed(views: Views) -> bytes:
    """The corrections in one language, newest first."""
    config, tag = views.library.config, views.language.tag
    corrections = corrections_of(views.library)
    page = urls.absolute(config.url, urls.page(tag, "corrections"))
    feed = _DatedFeed(
        updated=_moment(corrections[0][1].date) if corrections else BEGINNING,
        title=f"{views.plain(config.title).text} – {views.language.pgettext('navigation', 'Corrections')}",
        link=page,
        description=views.rich(config.summary).text if config.summary else "",
        language=tag,
        author_name=views.plain(config.title).text,
        feed_url=urls.absolute(config.url, urls.corrections_feed(tag)),
        feed_guid=_tag(config.url, config.id, tag, "corrections"),
    )
    for record, change in corrections:
        feed.add_item(**_entry(views, record, change))
    return _serialised(feed)


def _entry(views: Views, record: Event | Agreement, change: Change) -> dict[str, Any]:
    config, tag = views.library.config, views.language.tag
    moment = _moment(change.date)
    place = str(record.changes.index(change) + 1)
    path = urls.record(tag, record.kind_name, record.id)
    return {
        "title": f"{views.labels.change_kind(change.kind)}: {views.plain(name_of(record), record).text}",
        "link": urls.absolute(config.url, path),
        "description": views.rich(change.note, record).text,
        "unique_id": _tag(config.url, config.id, tag, record.id, change.date.text, place),
        "pubdate": moment,
        "updateddate": moment,
    }


def _tag(url: str, *parts: str) -> str:
    """A tag URI (RFC 4151) that stays the same wherever the files are moved."""
    return f"tag:{urlsplit(url).hostname},2021:{'/'.join(parts)}"


def _moment(date: Edtf) -> datetime:
    return datetime.combine(date.anchor_day, time(), tzinfo=UTC)


def _serialised(feed: Atom1Feed) -> bytes:
    target = BytesIO()
    feed.write(target, "utf-8")
    return target.getvalue()
