"""All entries of a long chronicle, for the script that narrows it down: fetched when a reader first does so.

A classic script and not JSON, because a page that was opened from a disk may fetch nothing else.
"""

from __future__ import annotations

import json

from waqai.model import Event
from waqai.site.contexts import Phrase
from waqai.site.facets import OF_RECORDS, found_under, keys_of
from waqai.site.views import Views

Row = list[object]


def entries_script(views: Views) -> bytes:
    """The entries, oldest first, with the keys under which they are found as numbers in the list of all keys."""
    keys = sorted(found_under(views.library))
    place = {key: number for number, key in enumerate(keys)}
    content = {
        "keys": keys,
        "names": [_name(views, facet, key) for facet, key in keys],
        "entries": [_row(views, event, place) for event in views.library.events],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.waqaiEntries={text};\n".encode()


def _name(views: Views, facet: str, key: str) -> object:
    """What a key is called, where no option of the page says so."""
    return (
        _phrase(views, views.link(key, short=True).label)
        if facet in OF_RECORDS and key in views.library.records
        else key
    )


def _row(views: Views, event: Event, place: dict[tuple[str, str], int]) -> Row:
    """Address, number, date, title, and the keys."""
    link = views.event_link(event.id)
    found = [place[facet, key] for facet, keys in keys_of(views.library, event).items() for key in keys]
    return [link.href, link.number, _phrase(views, link.date.text), _phrase(views, link.title), found]


def _phrase(views: Views, phrase: Phrase) -> object:
    """A text, with its language and direction where they are not the page's."""
    return phrase.text if phrase.lang == views.language.tag else [phrase.text, phrase.lang, phrase.dir]
