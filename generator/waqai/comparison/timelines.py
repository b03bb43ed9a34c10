"""Two states of a whole timeline, compared: its records, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from waqai.comparison.difference import Difference, Named, Several, Spoken, Tongue, Value, Word
from waqai.comparison.records import changes_of
from waqai.content import Library
from waqai.content.standing import ClaimKey, Standing
from waqai.content.translation import is_stale, translated_texts
from waqai.model import Agreement, Event, Record, Source


def differences(before: Library, after: Library) -> tuple[Difference, ...]:
    """Everything that changed from one state of a timeline to another.

    Records that were renamed (`was`) are the same record. What comes first is what readers of the site would notice
    first: records that came and went, then each record's own changes, then what follows for standings and states.
    """
    pairs = _pairs(before, after)
    found = [*_came(after, pairs), *_went(before, pairs)]
    for old, new in pairs.values():
        found += changes_of(old, new)
        found += _translations(old, new, after)
        found += _archives(old, new)
    return (*found, *_standings(before, after, pairs), *_states(before, after))


def _pairs(before: Library, after: Library) -> dict[str, tuple[Record, Record]]:
    """The records of both states, by the newer id."""
    earlier = {old: record.id for record in after.records.values() for old in record.was}
    pairs: dict[str, tuple[Record, Record]] = {}
    for key, record in before.records.items():
        new = after.records.get(key) or after.records.get(earlier.get(key, ""))
        if new is not None and type(new) is type(record):
            pairs[new.id] = (record, new)
    return pairs


def _came(after: Library, pairs: Mapping[str, object]) -> Iterator[Difference]:
    for record in _in_order(after):
        if record.id not in pairs:
            date = record.date.is_ if isinstance(record, Event | Agreement) else None
            yield Difference.of("added-dated", record.id, date=date) if date else Difference.of("added", record.id)
            if isinstance(record, Source) and record.url and not record.archived:
                yield Difference.of("not-archived", record.id)


def _went(before: Library, pairs: Mapping[str, tuple[Record, Record]]) -> Iterator[Difference]:
    kept = {old.id for old, _ in pairs.values()}
    for record in _in_order(before):
        if record.id not in kept:
            yield Difference.of("removed", record.id)


def _in_order(library: Library) -> Iterator[Record]:
    """Events by time, then the others by id."""
    yield from library.events
    yield from (record for record in library.records.values() if not isinstance(record, Event))


def _translations(old: Record, new: Record, after: Library) -> Iterator[Difference]:
    for tag in after.config.languages:
        stale = is_stale(old, tag) if tag in old.tr else False, is_stale(new, tag) if tag in new.tr else False
        if stale == (False, True):
            yield Difference.of("translation-behind", new.id, language=Tongue(tag))
        elif stale == (True, False):
            yield Difference.of("translation-renewed", new.id, language=Tongue(tag))
        lacking = _lacking(old, tag), _lacking(new, tag)
        if lacking[1] > lacking[0]:
            yield Difference.of("translation-lacking", new.id, language=Tongue(tag), count=lacking[1])


def _lacking(record: Record, tag: str) -> int:
    return sum(tag not in texts for _, texts in translated_texts(record))


def _archives(old: Record, new: Record) -> Iterator[Difference]:
    if isinstance(old, Source) and isinstance(new, Source) and old.archived != new.archived:
        yield Difference.of("archived" if len(new.archived) > len(old.archived) else "archive-changed", new.id)


def _standings(before: Library, after: Library, pairs: Mapping[str, tuple[Record, Record]]) -> Iterator[Difference]:
    """Claims of which the standing changed, whichever record's change it was that did it."""
    for event in after.events:
        if event.id not in pairs:
            continue
        old = pairs[event.id][0]
        there = {claim.id for claim in old.claims} if isinstance(old, Event) else set()
        for claim in event.claims:
            if claim.id in there:
                was, now = before.standing(old.id, claim.id), after.standing(event.id, claim.id)
                if was.key != now.key:
                    yield _standing(event, claim.text, was, now, after)


def _standing(event: Event, text: Mapping[str, str], was: Standing, now: Standing, after: Library) -> Difference:
    values: dict[str, Value] = {
        "claim": Spoken.of(text),
        "before": Word("standing", was.key),
        "after": Word("standing", now.key),
    }
    if now.set_by_hand or was.set_by_hand:
        return Difference.of("standing-set", event.id, **values)
    if now.key == "disputed":
        return Difference.of("standing-disputed", event.id, **values, other=_said(now.disputed_by[0], after))
    if was.key == "disputed":
        return Difference.of("standing-undisputed", event.id, **values)
    return Difference.of("standing-changed", event.id, **values, origins=Several(tuple(map(Named, now.origins))))


def _said(key: ClaimKey, library: Library) -> Spoken:
    return Spoken.of(library.claim(key).claim.text)


def _states(before: Library, after: Library) -> Iterator[Difference]:
    """Where topics, agreements and terms stand now and did not before."""
    for target in sorted({move.target for library in (before, after) for move in library.state.moves}):
        old, new = before.state.current(target), after.state.current(target)
        record = target.partition("#")[0]
        if (old.state if old else "") == (new.state if new else "") or record not in after.records:
            continue
        values: dict[str, Value] = {"target": Named(target)}
        values |= {"before": Word("state", old.state)} if old else {}
        values |= {"after": Word("state", new.state)} if new else {}
        code = "state-changed" if old and new else "state-begun" if new else "state-gone"
        yield Difference.of(code, record, **values)
