"""Who and what there is in a synthetic timeline: actors, outlets, places, topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from bench.prose import both, text

Plain = dict[str, Any]
"""A map as it stands in a file."""

OUTLETS, TOPICS = 10, 12
KINDS = ("institution", "person", "force", "state", "person", "group", "delegation", "anonymous", "office", "person")


@dataclass(frozen=True)
class Cast:
    """Who and what there is in a timeline of a size, and how far each target has moved."""

    events: int
    moved: dict[str, int] = field(default_factory=dict)
    """By target, the number of its moves so far."""

    @cached_property
    def actors(self) -> Sequence[str]:
        """The ids of those that act; the outlets are apart."""
        return [f"actor-{n}" for n in range(max(self.events * 6 // 100, len(KINDS)))]

    @cached_property
    def places(self) -> Sequence[str]:
        """The ids of the places; the first is the country."""
        return [f"place-{n}" for n in range(max(self.events * 2 // 100, 3))]

    @cached_property
    def agreements(self) -> Sequence[str]:
        """The ids of the agreements."""
        return [f"agreement-{n}" for n in range(max(self.events * 2 // 100, 1))]

    def named(self, chance: Random, count: int) -> list[str]:
        """Different actors that have a name."""
        return chance.sample([key for key in self.actors if key not in self._unnamed], count)

    def unnamed(self, chance: Random) -> str:
        """An unnamed source."""
        return chance.choice(list(self._unnamed))

    @cached_property
    def _unnamed(self) -> dict[str, None]:
        return {key: None for n, key in enumerate(self.actors) if KINDS[n % len(KINDS)] == "anonymous"}


def outlets() -> Iterator[tuple[str, Plain]]:
    """The news media, which report and do not act."""
    for n in range(OUTLETS):
        yield f"outlet-{n}", {"kind": "media", "name": text(f"Synthetic Post {n}", f"البريد الاصطناعي {n}")}


def actors(cast: Cast) -> Iterator[tuple[str, Plain]]:
    """Those that act and speak, one in ten of them unnamed."""
    for n, key in enumerate(cast.actors):
        kind, chance = KINDS[n % len(KINDS)], Random(key)
        actor: Plain = {"kind": kind, "name": text(f"Synthetic {kind} {n}", f"جهة اصطناعية {n}")}
        if kind == "anonymous":
            actor["why"] = text("Synthetic: asked not to be named.", "اصطناعي: طلب ألا يذكر اسمه.")
        else:
            actor["summary"] = both(chance, 14)
            actor |= _own_to(kind, cast, chance)
        yield key, actor


def _own_to(kind: str, cast: Cast, chance: Random) -> Plain:
    """What actors of some kinds have besides."""
    if kind == "person":
        role = text("Synthetic office", "منصب اصطناعي")
        return {"safety": "public-role", "roles": [{"role": role, "org": cast.actors[0]}]}
    if kind in {"force", "state"}:
        outlets = [f"outlet-{chance.randrange(OUTLETS)}"]
        alias = {"name": f"قوة اصطناعية {chance.randrange(99)}", "lang": "ar", "by": outlets, "tone": "contested"}
        return {"aka": [alias], "based": chance.choice(cast.places)}
    return {}


def places(cast: Cast) -> Iterator[tuple[str, Plain]]:
    """Towns in one country."""
    for n, key in enumerate(cast.places):
        place: Plain = {"kind": "city" if n else "country", "name": text(f"Synthetic town {n}", f"بلدة اصطناعية {n}")}
        at = [30 + n % 97 / 10, 30 + n % 89 / 10]
        inside = {"in": cast.places[0], "at": at, "summary": both(Random(n), 9)}
        yield key, {**place, **(inside if n else {})}


def topics() -> Iterator[tuple[str, Plain]]:
    """The files under negotiation; a larger timeline has no more of them."""
    for n in range(TOPICS):
        name = text(f"Synthetic topic {n}", f"ملف اصطناعي {n}")
        yield f"topic-{n}", {"name": name, "summary": both(Random(n), 12)}
