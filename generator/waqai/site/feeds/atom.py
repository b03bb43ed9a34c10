"""A feed as Atom (RFC 4287), its older entries in archives (RFC 5005)."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from feedgenerator import Atom1Feed

from waqai.site.feeds.entry import Entry, Feed

HISTORY = "http://purl.org/syndication/history/1.0"


class _AtomFeed(Atom1Feed):  # type: ignore[misc]  # feedgenerator has no types
    """Atom with the date of the feed and its archives, where feedgenerator would ask the clock."""

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        super().__init__(
            title=feed.title,
            link=feed.address(feed.page),
            description=feed.description,
            language=feed.language,
            author_name=feed.author,
            feed_url=feed.address(feed.path),
            feed_guid=feed.key,
            feed_copyright=feed.rights,
        )

    def latest_post_date(self) -> datetime:
        """When the newest entry was last changed."""
        return self._feed.updated

    def root_attributes(self) -> dict[str, str]:
        """Those of Atom, and the name space of archives."""
        return {**super().root_attributes(), "xmlns:fh": HISTORY}

    def add_root_elements(self, handler: Any) -> None:
        """Those of Atom, and the links between a feed and its archives."""
        super().add_root_elements(handler)
        feed = self._feed
        links = {"current": feed.current, "prev-archive": feed.previous, "next-archive": feed.next}
        for relation, path in links.items():
            if path:
                handler.addQuickElement("link", "", {"rel": relation, "href": feed.address(path)})
        if feed.current:
            handler.addQuickElement("fh:archive", "")


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document."""
    document = _AtomFeed(feed)
    for entry in feed.entries:
        document.add_item(**_item(entry))
    target = BytesIO()
    document.write(target, "utf-8")
    return target.getvalue()


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "link": entry.url,
        "description": None,
        "content": entry.html,
        "unique_id": entry.key,
        "pubdate": entry.published,
        "updateddate": entry.updated,
        "categories": entry.words,
    }
