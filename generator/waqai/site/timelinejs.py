"""The timeline as TimelineJS reads it, in one language.

What was imported from TimelineJS returns as it came, as far as nobody has edited it here; every other event becomes a
slide with its own words, how it is known, and its sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from waqai.exchange.slide_dates import dates_of
from waqai.exchange.slide_texts import headline_of, html_of, words_of
from waqai.exchange.slides import COLUMNS, Deck, Slide
from waqai.exchange.timelinejs import Facts, facts_of, row_again, slide_again
from waqai.model import Event
from waqai.model.parts import Imported
from waqai.site import urls
from waqai.site.feeds import AbsoluteViews

FORMAT = "timelinejs"
ERA = "era"
Progress = Callable[[int, int], None]


def deck_of(views: AbsoluteViews, progress: Progress) -> Deck:
    """The whole timeline. Imported slides stand in the order in which they came, the others behind them."""
    events = _in_order(views.library.events)
    slides: list[Slide] = []
    for number, event in enumerate(events, start=1):
        slides.append(_slide(views, event))
        progress(number, len(events))
    eras = tuple(slide for event, slide in zip(events, slides, strict=True) if _role(event) == ERA)
    others = tuple(slide for event, slide in zip(events, slides, strict=True) if _role(event) != ERA)
    imported = views.library.config.imported
    kept = dict(imported.kept) if imported and imported.format == FORMAT else {}
    kept.pop("title", None)
    return Deck(_title(views), others, eras, kept)


def sheet_of(views: AbsoluteViews, progress: Progress) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """The same as a spreadsheet: its columns, and its rows."""
    imported = views.library.config.imported
    columns = imported.columns if imported and imported.columns else COLUMNS
    known = dict.fromkeys(columns)
    rows: list[tuple[int, dict[str, str]]] = []
    title = _title(views)
    if title is not None:
        row = row_again(title, "title", imported.cells if imported else {}, known)
        rows.append(((imported.place if imported else None) or 0, row))
    events = _in_order(views.library.events)
    for number, event in enumerate(events, start=1):
        own = imported_from(event)
        kind, place = (ERA if _role(event) == ERA else ""), (own.place if own else None)
        row = row_again(_slide(views, event), kind, own.cells if own else {}, known)
        rows.append((place or len(events) + number, row))
        progress(number, len(events))
    ordered = [row for _, row in sorted(rows, key=lambda row: row[0])]
    return tuple(dict.fromkeys([*columns, *(column for row in ordered for column in row)])), ordered


def imported_from(event: Event) -> Imported | None:
    """What an event had in the file of TimelineJS that it came from; None for any other event."""
    return event.imported if event.imported and event.imported.format == FORMAT else None


def _role(event: Event) -> str:
    imported = imported_from(event)
    return imported.role if imported else "event"


def _in_order(events: Sequence[Event]) -> list[Event]:
    def place(event: Event) -> int:
        imported = imported_from(event)
        return (imported.place if imported else None) or len(events) + 1

    return sorted(events, key=place)


def _title(views: AbsoluteViews) -> Slide | None:
    """The slide of the title; none where none was imported."""
    config = views.library.config
    headline = headline_of(views.plain(config.title).text)
    summary = views.rich(config.summary).text if config.summary else ""
    imported = config.imported if config.imported and config.imported.format == FORMAT else None
    if imported is None:
        text = {"headline": headline, **({"text": summary} if summary else {})}
        return {"text": {name: _in_direction(views, words) for name, words in text.items()}}
    came = imported.kept.get("title")
    if came is None:
        return None
    facts, text = facts_of(came, views.language.tag), dict(came.get("text") or {})
    if facts.title and words_of(headline) != facts.title:
        text["headline"] = headline
    written = config.summary and views.plain(config.summary).text
    if written and written != facts.text:
        text["text"] = html_of(written)
    return {**came, **({"text": text} if "text" in came or text else {})}


def _slide(views: AbsoluteViews, event: Event) -> Slide:
    imported = imported_from(event)
    return _returning(views, event, imported) if imported else _of_our_own(views, event)


def _returning(views: AbsoluteViews, event: Event, imported: Imported) -> Slide:
    texts = [views.plain(each).text for each in (event.summary, event.body) if each]
    shown = views.plain(event.date.show).text if event.date.show else ""
    groups = [views.name(views.library.records[key]).text for key in event.about if key in views.library.records]
    facts = Facts(event.date.is_.text, views.name(event).text, "\n\n".join(texts), groups[0] if groups else "", shown)
    return slide_again(facts, imported, views.language.tag)


def _of_our_own(views: AbsoluteViews, event: Event) -> Slide:
    topics = views.links(event.about, short=True)
    slide: dict[str, Any] = {
        "unique_id": event.id,
        **dates_of(event.date.is_),
        "display_date": views.date(event.date.is_, event.date).text.text,
        "text": {"headline": headline_of(views.name(event).text), "text": _text(views, event)},
        "group": topics[0].label.text if topics else "",
        "media": _picture(views, event),
    }
    return {key: value for key, value in slide.items() if value}


def _text(views: AbsoluteViews, event: Event) -> str:
    """Summary and text, how it is known, and the sources, in their own direction."""
    paragraph = Markup("<p>{}</p>")
    parts = [paragraph.format(views.rich(event.summary, event).html)] if event.summary else []
    if event.body:
        body = views.plain(event.body, event)
        parts.append(views.block(body.text, body.lang))
    if not parts:
        parts = [paragraph.format(views.rich(claim.text, event).html) for claim in event.claims]
    standing = views.standing_of(event)
    parts.append(paragraph.format(f"{standing.label}{f' · {standing.why}' if standing.why else ''}"))
    if links := list(_sources(views, event)):
        heading = views.language.pgettext("timelinejs", "Sources")
        parts.append(paragraph.format(Markup("{}: {}").format(heading, Markup("; ").join(links))))
    more = Markup('<a href="{}">{}</a>').format(
        views.record_href(event), views.language.pgettext("timelinejs", "More in the timeline")
    )
    return _in_direction(views, Markup("").join([*parts, paragraph.format(more)]))


def _sources(views: AbsoluteViews, event: Event) -> Iterator[Markup]:
    for source in views.sources(views.library.sources_of(event)):
        yield Markup('<a href="{}">{}, <bdi>“{}”</bdi></a>').format(
            source.url or source.href, source.publisher.label.text, source.title.text
        )


def _in_direction(views: AbsoluteViews, html: str) -> str:
    """HTML of ours, in an element that says its language and direction."""
    return f'<div lang="{views.language.tag}" dir="{views.language.direction}">{html}</div>'


def _picture(views: AbsoluteViews, event: Event) -> dict[str, str]:
    if event.image is None:
        return {}
    image = event.image
    known = {
        "url": views.href(urls.media(image.file)),
        "alt": views.plain(image.alt, event).text,
        "caption": str(views.rich(image.caption, event).html) if image.caption else "",
        "credit": str(views.rich(image.credit, event).html),
    }
    return {key: value for key, value in known.items() if value}
