"""The page of a record, whatever its kind."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.comparison import Version
from waqai.model import Actor, Agreement, Event, Place, Record, Source, Topic
from waqai.site.contexts import Context
from waqai.site.event_page import event_page
from waqai.site.place_page import place_page
from waqai.site.record_pages import actor_page, agreement_page, source_page, topic_page
from waqai.site.views import Views


def description_of(views: Views, record: Record) -> str:
    """A sentence for search engines and link previews: the summary, or the first claim."""
    texts = getattr(record, "summary", None) or getattr(record, "note", None)
    if texts is None and isinstance(record, Event) and record.claims:
        texts = record.claims[0].text
    return views.rich(texts, record).text if texts else ""


def page_of(views: Views, record: Record, versions: Sequence[Version]) -> Context:
    """What the page of a record shows; `versions` are those of its file, newest first."""
    match record:
        case Event():
            return event_page(views, record, versions)
        case Actor():
            return actor_page(views, record)
        case Place():
            return place_page(views, record)
        case Topic():
            return topic_page(views, record)
        case Agreement():
            return agreement_page(views, record)
        case Source():
            return source_page(views, record)
    raise TypeError(record.kind_name)
