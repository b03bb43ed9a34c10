"""What search engines read inside a page: JSON-LD in the words of schema.org.

A page about an event is an article about an event; what is claimed is a claim, never a verdict on one. A date stands
there only if it is known to the day, and a name only if the page says it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from markupsafe import Markup

from waqai.content.kept_back import is_withheld
from waqai.model import Actor, Agreement, Claim, Event, Place, Record, Source, Topic
from waqai.site import urls
from waqai.site.calendar import days_of, is_certain
from waqai.site.feeds import AbsoluteViews, published_at, updated_at
from waqai.site.periods import newest

CONTEXT = "https://schema.org"
MOST = 20
"""Claims, sources and corrections that a page names to search engines."""
LICENCES = "https://spdx.org/licenses/"
WIKIDATA = "https://www.wikidata.org/entity/"
NEUTRAL_TONES = ("self", "neutral")
DIGITS = 4
"""Of degrees: as many as pages show."""
ARTICLES = ("article", "agency-report", "interview")
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""What could end the element that holds the data, or begin a comment in it."""

Node = dict[str, Any]


def json_ld(nodes: Sequence[Mapping[str, Any]]) -> Markup:
    """The nodes as the content of a `<script type="application/ld+json">`; empty if there are none."""
    return json_in_page({"@context": CONTEXT, "@graph": nodes}) if nodes else Markup()


def json_in_page(data: Mapping[str, Any]) -> Markup:
    """Data as the content of a script element of JSON."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704 - all that means anything to HTML is escaped


class StructuredData:
    """Describes the pages of one language."""

    def __init__(self, views: AbsoluteViews) -> None:
        self.views = views
        self.library = views.library
        self.config = views.library.config
        self.home = views.href(urls.page(views.language.tag, "index"))

    def of_record(self, record: Record, card: str) -> tuple[Node, ...]:
        """The page of a record, and the way to it; `card` is the path of its own link card, if it has one."""
        described = self._record(record)
        if described and card:
            described["image"] = self.views.href(card)
        folder = urls.FOLDERS[record.kind_name]
        listing = (self.views.href(urls.listing(self.views.language.tag, folder)), self._kind_name(folder))
        itself = (self.views.record_href(record), self.views.name(record).text)
        return (*([_known(described)] if described else []), self._trail(listing, itself))

    def of_page(self, path: str, title: str) -> tuple[Node, ...]:
        """Any other page: the home page is the timeline as a whole, the others have a way that leads to them."""
        address = self.views.href(path)
        return tuple(map(_known, self._whole())) if address == self.home else (self._trail((address, title)),)

    def _record(self, record: Record) -> Node | None:
        match record:
            case Event():
                return self._event(record)
            case Actor():
                return self._actor(record)
            case Place():
                return self._place(record)
            case Topic():
                return self._topic(record)
            case Agreement():
                return self._agreement(record)
            case Source():
                return self._source(record)
        raise TypeError(record.kind_name)

    # The whole

    def _whole(self) -> Iterator[Node]:
        title, tag = self._text(self.config.title), self.views.language.tag
        yield {"@type": "WebSite", "@id": f"{self.home}#site", "url": self.home, "name": title, "inLanguage": tag}
        yield {
            "@type": "Dataset",
            "@id": f"{self.home}#data",
            "url": self.home,
            "name": title,
            "description": self._text(self.config.summary or self.config.title),
            "license": f"{LICENCES}{self.config.licence}",
            "inLanguage": list(self.config.languages),
            "temporalCoverage": self._coverage(),
            "dateModified": self._changed(self.library.events),
            "isAccessibleForFree": True,
            "distribution": [
                self._download("application/atom+xml", urls.feed(tag)),
                self._download("application/feed+json", urls.feed(tag, "json")),
                self._download("text/calendar", urls.calendar(tag)),
                self._download("application/json", urls.data("timeline.json")),
                self._download("application/ld+json", urls.data("timeline.jsonld")),
                self._download("text/turtle", urls.data("timeline.ttl")),
            ],
        }
        yield self._listed()

    def _listed(self) -> Node:
        """The events that the home page lists, in its order: a list of articles, since nothing here is written live."""
        return {
            "@type": "ItemList",
            "@id": f"{self.home}#list",
            "numberOfItems": len(self.library.events),
            "itemListOrder": f"{CONTEXT}/ItemListOrderAscending",
            "itemListElement": [
                {"@type": "ListItem", "position": self.library.number(event.id), "url": self.views.record_href(event)}
                for event in newest(self.library)
            ],
        }

    def _download(self, media_type: str, path: str) -> Node:
        return {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": self.views.href(path)}

    def _coverage(self) -> str | None:
        days = [days_of(event.date.is_) for event in self.library.events]
        if not days:
            return None
        return f"{min(first for first, _ in days).isoformat()}/{max(last for _, last in days).isoformat()}"

    def _changed(self, events: Sequence[Event]) -> str | None:
        return max(updated_at(self.library, event) for event in events).date().isoformat() if events else None

    # Records

    def _event(self, event: Event) -> Node:
        address = self.views.record_href(event)
        first, last = days_of(event.date.is_)
        return {
            "@type": "Article",
            "@id": address,
            "url": address,
            "headline": self.views.name(event).text,
            "description": self._text(event.summary, event),
            "inLanguage": self.views.name(event).lang,
            "datePublished": published_at(self.library, event).date().isoformat(),
            "dateModified": updated_at(self.library, event).date().isoformat(),
            "temporalCoverage": f"{first.isoformat()}/{last.isoformat()}",
            "license": f"{LICENCES}{self.config.licence}",
            "isPartOf": {"@id": f"{self.home}#data"},
            "about": self._happening(event, address),
            "keywords": [link.label.text for link in self.views.links(event.about)],
            "hasPart": [self._claim(event, claim) for claim in event.claims[:MOST]],
            "citation": [self._source(self.library.get(key, Source)) for key in self._sources(event)],
            "correction": [
                {"@type": "CorrectionComment", "text": self._text(change.note, event), "datePublished": change.date.iso}
                for change in event.changes[:MOST]
            ],
        }

    def _happening(self, event: Event, address: str) -> Node:
        first, last = days_of(event.date.is_)
        certain = is_certain(event.date.is_)
        return {
            "@type": "Event",
            "@id": f"{address}#event",
            "name": self.views.name(event).text,
            "startDate": first.isoformat() if certain else None,
            "endDate": last.isoformat() if certain else None,
            "location": [
                {"@type": "Place", "name": place.label.text, "url": place.href}
                for place in self.views.links(event.where)
            ],
        }

    def _sources(self, event: Event) -> Iterator[str]:
        return islice(self.library.sources_of(event), MOST)

    def _claim(self, event: Event, claim: Claim) -> Node:
        origin = self.library.records.get(self.library.hops(claim.chain)[0].actor)
        return {
            "@type": "Claim",
            "@id": f"{self.views.record_href(event)}#{claim.id}",
            "text": self._text(claim.text, event),
            "author": self._reference(origin) if isinstance(origin, Actor) and _is_named(origin) else None,
        }

    def _actor(self, actor: Actor) -> Node | None:
        if not _is_named(actor):
            return None
        whole = self.library.records.get(actor.part_of or "")
        return {
            **self._reference(actor),
            "alternateName": sorted({alias.name for alias in actor.aka if alias.tone in NEUTRAL_TONES}),
            "description": self._text(actor.summary or actor.note, actor),
            "sameAs": f"{WIKIDATA}{actor.wikidata}" if actor.wikidata else None,
            "memberOf": self._reference(whole) if isinstance(whole, Actor) and _is_named(whole) else None,
        }

    def _reference(self, actor: Actor) -> Node:
        kind = {"person": "Person", "media": "NewsMediaOrganization"}.get(actor.kind, "Organization")
        address = self.views.record_href(actor)
        return {"@type": kind, "@id": address, "url": address, "name": self.views.name(actor).text}

    def _place(self, place: Place) -> Node:
        whole = self.library.records.get(place.in_ or "")
        address = self.views.record_href(place)
        return {
            "@type": "Place",
            "@id": address,
            "url": address,
            "name": self.views.name(place).text,
            "description": self._text(place.summary or place.note, place),
            "geo": _position(*place.at) if place.at else None,
            "sameAs": f"{WIKIDATA}{place.wikidata}" if place.wikidata else None,
            "containedInPlace": {"@id": self.views.record_href(whole)} if whole else None,
        }

    def _topic(self, topic: Topic) -> Node:
        address = self.views.record_href(topic)
        name, about = self.views.name(topic).text, self._text(topic.summary, topic)
        return {"@type": "DefinedTerm", "@id": address, "url": address, "name": name, "description": about}

    def _agreement(self, agreement: Agreement) -> Node:
        address = self.views.record_href(agreement)
        return {
            "@type": "CreativeWork",
            "@id": address,
            "url": address,
            "name": self.views.name(agreement).text,
            "description": self._text(agreement.summary, agreement),
            "inLanguage": self.views.name(agreement).lang,
        }

    def _source(self, source: Source) -> Node:
        publisher = self.library.records.get(source.publisher)
        return {
            "@type": "Article" if source.type in ARTICLES else "CreativeWork",
            "@id": self.views.record_href(source),
            "name": source.title.get(source.lang or "") or self.views.name(source).text,
            "url": source.url,
            "inLanguage": source.lang,
            "datePublished": source.date.iso if source.date.is_day else None,
            "publisher": self._reference(publisher) if isinstance(publisher, Actor) else None,
            "archivedAt": [copy.url for copy in source.archived],
        }

    # The way

    def _kind_name(self, folder: str) -> str:
        _ = self.views.language.pgettext
        return {
            "events": _("navigation", "Events"),
            "actors": _("navigation", "Actors"),
            "places": _("navigation", "Places"),
            "topics": _("navigation", "Topics"),
            "agreements": _("navigation", "Agreements"),
            "sources": _("navigation", "Sources"),
        }[folder]

    def _trail(self, *steps: tuple[str, str]) -> Node:
        """From the home page to the page."""
        way = ((self.home, self._text(self.config.title)), *steps)
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": address}
            for number, (address, name) in enumerate(way, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _text(self, texts: Mapping[str, str] | None, record: Record | None = None) -> str | None:
        return self.views.rich(texts, record).text if texts else None


def _is_named(actor: Actor) -> bool:
    return actor.kind != "anonymous" and not is_withheld(actor)


def _position(latitude: float, longitude: float) -> Node:
    return {"@type": "GeoCoordinates", "latitude": round(latitude, DIGITS), "longitude": round(longitude, DIGITS)}


def _known(node: Node) -> Node:
    """The node without what is not known."""
    return {key: _without_gaps(value) for key, value in node.items() if value not in (None, [], "")}


def _without_gaps(value: Any) -> Any:
    if isinstance(value, dict):
        return _known(value)
    return [_without_gaps(each) for each in value] if isinstance(value, list) else value
