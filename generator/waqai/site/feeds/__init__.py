"""What programs subscribe to: Atom (RFC 4287) and JSON Feed 1.1, one of each for every language.

Everything is keyed on when an entry was added or changed, as the data says it; nothing comes from the clock.
"""

from __future__ import annotations

from waqai.site.feeds.atom import atom
from waqai.site.feeds.corrections import corrections_feed, corrections_of
from waqai.site.feeds.entry import AbsoluteViews
from waqai.site.feeds.events import EventFeeds, has_feed, published_at, updated_at
from waqai.site.feeds.json_feed import json_feed

__all__ = [
    "AbsoluteViews",
    "EventFeeds",
    "atom",
    "corrections_feed",
    "corrections_of",
    "has_feed",
    "json_feed",
    "published_at",
    "updated_at",
]
