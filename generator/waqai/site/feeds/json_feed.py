"""A feed as JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from waqai.site.feeds.entry import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """The feed as a JSON document."""
    content = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.address(feed.page),
        "feed_url": feed.address(feed.path),
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.key,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "summary": entry.text,
        "date_published": _rfc3339(entry.published),
        "date_modified": _rfc3339(entry.updated),
        "tags": list(entry.words),
    }


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
