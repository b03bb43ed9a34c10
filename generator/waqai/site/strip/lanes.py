"""Which lanes a strip has, and which events belong on each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from waqai.model import Event
from waqai.site.contexts import Phrase
from waqai.site.state_rows import topics_in_order
from waqai.site.views import Views

MOST_LANES = 8
"""With more topics than this the less busy ones share a lane."""


@dataclass(frozen=True)
class Track:
    """A lane before it is drawn."""

    label: Phrase
    events: tuple[Event, ...]
    """All events on it, in order of time."""
    topics: tuple[str, ...] = ()
    """The ids of its topics."""
    moved: date | None = None
    """The day of the topic's first move."""
    state: str = ""
    """The topic's present state, in words."""


def tracks_of(views: Views) -> tuple[Track, ...]:
    """A lane for each topic in the order in which they came up, and for events that belong to none of these."""
    topics = topics_in_order(views)
    kept = _busiest(views, topics)
    shared = [topic for topic in topics if topic not in kept]
    tracks = [topic_track(views, topic, _on(views, [topic])) for topic in kept]
    _ = views.language.pgettext
    if shared:
        tracks.append(Track(views.words(_("strip", "Other topics")), _on(views, shared), tuple(shared)))
    rest = tuple(event for event in views.library.events if not set(event.about) & set(topics))
    if rest:
        tracks.append(Track(views.words(_("strip", "On no topic") if topics else ""), rest))
    return tuple(tracks)


def topic_track(views: Views, topic: str, events: tuple[Event, ...]) -> Track:
    """The lane of a topic."""
    history = views.library.state.history(topic)
    label = views.name(views.library.records[topic], short=True)
    if not history:
        return Track(label, events, (topic,), None, views.labels.no_state().label)
    return Track(label, events, (topic,), history[0].day, views.state(history[-1].state, topic).label)


def lanes_by_event(tracks: tuple[Track, ...]) -> dict[str, tuple[int, ...]]:
    """The lanes that each event belongs on, by its id; that of its first topic comes first."""
    found: dict[str, list[int]] = defaultdict(list)
    about: dict[str, tuple[str, ...]] = {}
    for lane, track in enumerate(tracks):
        for event in track.events:
            found[event.id].append(lane)
            about[event.id] = event.about
    return {key: tuple(sorted(lanes, key=lambda n: _rank(about[key], tracks[n]))) for key, lanes in found.items()}


def _rank(about: tuple[str, ...], track: Track) -> int:
    """The place among an event's topics of the first one that a lane holds."""
    return next((rank for rank, topic in enumerate(about) if topic in track.topics), len(about))


def _busiest(views: Views, topics: tuple[str, ...]) -> tuple[str, ...]:
    """The topics that have lanes of their own."""
    if len(topics) <= MOST_LANES:
        return topics
    counts = Counter(topic for event in views.library.events for topic in event.about)
    busiest = sorted(topics, key=lambda topic: -counts[topic])[: MOST_LANES - 1]
    return tuple(topic for topic in topics if topic in busiest)


def _on(views: Views, topics: Iterable[str]) -> tuple[Event, ...]:
    wanted = set(topics)
    return tuple(event for event in views.library.events if wanted & set(event.about))
