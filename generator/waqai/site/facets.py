"""By what the chronicle can be narrowed down: topic, actor, place, type, standing, importance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from waqai.content import Library
from waqai.content.notes import derived
from waqai.model import Event, Topic
from waqai.model.vocabulary import STANDINGS
from waqai.site import urls
from waqai.site.contexts import Facet, FacetOption, Link, Phrase
from waqai.site.views import Views

Keys = Mapping[str, tuple[str, ...]]
"""By facet: the keys under which an event is found."""
OF_RECORDS = {"topic": "topics", "actor": "actors", "place": "places"}
"""The facets whose keys are records, which have pages of their own, with the folder of these."""
OF_WORDS = ("type", "standing", "importance")
"""The facets whose keys are words of the model; an event has one of each."""
FACETS = (*OF_RECORDS, *OF_WORDS)
IMPORTANCES = ("1", "2", "3")
MOST_OPTIONS = 12
"""Of a facet of records; the index of all of them is one link away."""


def keys_of(library: Library, event: Event) -> Keys:
    """The keys of an event in each facet."""
    topics = (*event.about, *(target for target in event.moves if library.has(target, Topic)))
    return {
        "topic": tuple(dict.fromkeys(topics)),
        "actor": tuple(dict.fromkeys(actor for actors in event.who.values() for actor in actors)),
        "place": event.where,
        "type": (event.type,),
        "standing": (library.standing_of(event).key,),
        "importance": (str(event.importance),),
    }


@derived
def found_under(library: Library) -> Mapping[tuple[str, str], tuple[Event, ...]]:
    """By facet and key: the events, in order."""
    found: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in library.events:
        for facet, keys in keys_of(library, event).items():
            for key in keys:
                found[facet, key].append(event)
    return {key: tuple(events) for key, events in found.items()}


def words_in_use(library: Library, facet: str) -> tuple[str, ...]:
    """The keys of a facet of words under which there is any event, in the order of the model."""
    order = {"standing": (*STANDINGS, "reported"), "importance": IMPORTANCES}.get(facet, ())
    used = [key for name, key in found_under(library) if name == facet]
    return tuple(sorted(used, key=lambda key: (order.index(key) if key in order else len(order), key)))


def facets(views: Views) -> tuple[Facet, ...]:
    """The filters of the chronicle. Without script, each option leads to the page of what it stands for."""
    return tuple(facet for facet in map(_maker(views), FACETS) if facet.options)


def _maker(views: Views) -> Callable[[str], Facet]:
    headings = facet_names(views)

    def make(facet: str) -> Facet:
        found = tuple(_records(views, facet) if facet in OF_RECORDS else _words(views, facet))
        options = found[:MOST_OPTIONS] if facet in OF_RECORDS else found
        return Facet(facet, headings[facet], options, _all(views, facet) if len(options) < len(found) else None)

    return make


def facet_names(views: Views) -> Mapping[str, str]:
    """What the facets are called."""
    _ = views.language.pgettext
    return {
        "topic": _("filter", "Topic"),
        "actor": _("filter", "Actor"),
        "place": _("filter", "Place"),
        "type": _("filter", "Kind of event"),
        "standing": _("filter", "How we know"),
        "importance": _("filter", "Importance"),
    }


def _records(views: Views, facet: str) -> Iterator[FacetOption]:
    """The records under which there is any event, most first."""
    counts = {key: len(events) for (name, key), events in found_under(views.library).items() if name == facet}
    for key in sorted(counts, key=lambda key: (-counts[key], key)):
        if key in views.library.records:
            yield FacetOption(key, views.link(key, short=True), counts[key])


def _words(views: Views, facet: str) -> Iterator[FacetOption]:
    for key in words_in_use(views.library, facet):
        href = views.href(urls.selection(views.language.tag, facet, key))
        yield FacetOption(key, Link(href, word(views, facet, key)), len(found_under(views.library)[facet, key]))


def word(views: Views, facet: str, key: str) -> Phrase:
    """What a key of a facet is called."""
    if facet in OF_RECORDS:
        return views.name(views.library.records[key])
    _ = views.language.pgettext
    levels = {"1": _("importance", "Key events"), "2": _("importance", "Other events"), "3": _("importance", "Details")}
    if facet == "importance":
        return views.words(levels[key])
    if facet == "standing":
        return views.words(_("standing", "Reports only") if key == "reported" else views.labels.standing(key))
    return views.words(views.labels.event_type(key))


def _all(views: Views, facet: str) -> Link:
    _, folder = views.language.pgettext, OF_RECORDS[facet]
    labels = {
        "topics": _("filter", "All topics"),
        "actors": _("filter", "All actors"),
        "places": _("filter", "All places"),
    }
    return Link(views.href(urls.listing(views.language.tag, folder)), views.words(labels[folder]))
