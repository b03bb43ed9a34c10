"""Checks of the whole's shape: parts that lead in a circle, pages on one address, records that nothing names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from waqai.content.bounds import MOST_OF_A_FILE
from waqai.content.checks.links import place
from waqai.content.library import Library, whole_of
from waqai.content.reader import Reading
from waqai.content.references import references_of
from waqai.model import Agreement, Event, Place, Record
from waqai.model.values import RESERVED_BY_SYSTEMS
from waqai.problems import N_, Fault, Path, Problem

PART_OF_ITSELF = Fault(
    "part-of-cycle",
    N_("“{id}” as a part of itself: {cycle}"),
    N_("parts that lead to a whole"),
    N_("Delete “part of” from one of these, or name another whole there."),
)
PATH_COLLISION = Fault(
    "path-collision",
    N_("the id “{id}”"),
    N_("an id whose page does not fall on another page or on a name that systems reserve"),
    N_("Rename the file; where the id stands under “was”, delete it there."),
)
ORPHAN = Fault(
    "orphan",
    N_("“{id}”, which nothing names"),
    N_("a record that an event leads to"),
    N_("Name it where it belongs, or delete the file."),
    "warning",
)

LONGEST_CYCLE = 10
"""Of a longer one the message names so many."""
RESERVED = RESERVED_BY_SYSTEMS | {"index"}
"""What Windows and the site itself have other uses for."""
# What the page itself calls its parts: a claim of that name would take their place for links and scripts.
_RESERVED_ANCHOR = re.compile(
    r"main|more|display|find(-.+)?|cite|citation|permalink|copied|(differ|group|hatch|i|k|s|src)-.+"
)
RESERVED_PAGES = frozenset(
    {
        *("state", "corrections", "naming", "translations", "names", "search", "data", "suggest", "offline", "404"),
        *("briefing", "embed", "by"),
        *("events", "actors", "places", "topics", "agreements", "sources"),
    }
)


def nothing_is_part_of_itself(reading: Reading, _: Library) -> Iterator[Problem]:
    """Parts lead to a whole: actors, places, topics, and events by `part-of`."""
    cycles = _cycles({key: set(_wholes(held.record)) for key, held in reading.records.items()})
    for cycle in islice(cycles, MOST_OF_A_FILE):
        held = reading.records[cycle[0]]  # one of its members speaks for all
        path: Path = ("links", "part-of") if isinstance(held.record, Event) else ("part_of",)
        path = ("in",) if isinstance(held.record, Place) else path
        told = cycle if len(cycle) <= LONGEST_CYCLE else [*cycle[:LONGEST_CYCLE], "…", cycle[-1]]
        yield place(held, path, PART_OF_ITSELF, id=cycle[0], cycle=" → ".join(told))


def _cycles(wholes: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Ways from a record through its wholes back to itself, each from its first id: enough that, broken, none is left.

    One walk over all records, depth first; no recursion, as parts may be parts of parts a thousand times.
    """
    finished: set[str] = set()
    for start in sorted(wholes):
        way, waiting = [start], [iter(sorted(wholes[start]))]
        steps = {start: 0}
        while waiting and start not in finished:
            whole = next(waiting[-1], None)
            if whole is None:
                finished.add(last := way.pop())
                del steps[last]
                waiting.pop()
            elif whole in steps:
                yield _from_first(way[steps[whole] :])
            elif whole in wholes and whole not in finished:
                steps[whole] = len(way)
                way.append(whole)
                waiting.append(iter(sorted(wholes[whole])))


def _from_first(ring: list[str]) -> list[str]:
    """A ring of ids, opened at the first of them, which stands at both ends."""
    first = ring.index(min(ring))
    return [*ring[first:], *ring[:first], ring[first]]


def _wholes(record: Record) -> tuple[str, ...]:
    if isinstance(record, Event):
        return tuple(link.to for link in record.links.get("part-of", ()))
    whole = whole_of(record)
    return (whole,) if whole else ()


def addresses_do_not_collide(reading: Reading, _: Library) -> Iterator[Problem]:
    """No two pages want the same address, and none wants a name that a system reserves."""
    taken = {*reading.records, *RESERVED}
    for held in reading.records.values():
        if held.record.id in RESERVED:
            yield PATH_COLLISION.at(held.file, id=held.record.id)
        for index, old in enumerate(held.record.was):
            if old in taken:
                yield place(held, ("was", index), PATH_COLLISION, id=old)
            taken.add(old)
        for path, part in _parts_of(held.record):
            if _RESERVED_ANCHOR.fullmatch(part):
                yield place(held, path, PATH_COLLISION, id=part)
    for page in reading.pages:
        if page.id in RESERVED | RESERVED_PAGES:
            yield PATH_COLLISION.at(page.file, id=page.id)


def _parts_of(record: Record) -> Iterator[tuple[Path, str]]:
    """The ids that become fragments of the record's own page."""
    if isinstance(record, Event):
        yield from ((("claims", index, "id"), claim.id) for index, claim in enumerate(record.claims))
    elif isinstance(record, Agreement):
        yield from ((("terms", index, "id"), term.id) for index, term in enumerate(record.terms))


def nothing_is_orphaned(reading: Reading, _: Library) -> Iterator[Problem]:
    """Every actor, place, topic, agreement and source is named by something."""
    if not reading.is_whole:
        return
    named = {r.id for held in reading.records.values() for r in references_of(held.record) if r.id != held.record.id}
    for held in reading.records.values():
        if not isinstance(held.record, Event) and held.record.id not in named:
            yield ORPHAN.at(held.file, id=held.record.id)
