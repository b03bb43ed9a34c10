"""Two states of one record, compared field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from waqai.comparison.difference import Difference, Named, Several, Spoken, Tongue, Value, Word
from waqai.model import Agreement, AgreementTerm, Claim, Event, Record

SHORT_TEXTS = ("title", "name", "short")
"""Texts that are told in full when they change."""
LONG_TEXTS = ("summary", "body", "note", "why")
NAMES = ("where", "about", "parties", "binds", "guarantors", "observers", "quotes")
"""Lists of ids."""
TOLD_APART = frozenset(
    {
        *("id", "was", "tr", "title", "name", "short", "summary", "body", "note", "why", "date", "who", "sources"),
        *("moves", "links", "claims", "differ", "changes", "terms", "aka", "archived"),
        *NAMES,
    }
)
"""Fields that have words of their own; of any other only its name is told."""


def changes_of(before: Record, after: Record) -> Iterator[Difference]:
    """What changed from one state of a record to another, in the order in which readers would ask for it."""
    if before.id != after.id:
        yield Difference.of("renamed", after.id, before=before.id)
    yield from _short_texts(before, after)
    yield from _date(before, after)
    yield from _other_fields(before, after)
    yield from _names(before, after)
    if isinstance(before, Event) and isinstance(after, Event):
        yield from _event(before, after)
    if isinstance(before, Agreement) and isinstance(after, Agreement):
        yield from _terms(before, after)
    yield from _aliases(before, after)
    yield from _long_texts(before, after)
    yield from _corrections(before, after)


def _get(record: Record, field: str) -> Any:
    return getattr(record, field, None)


def _short_texts(before: Record, after: Record) -> Iterator[Difference]:
    for field in SHORT_TEXTS:
        old, new = _get(before, field) or {}, _get(after, field) or {}
        for tag in dict.fromkeys([*old, *new]):
            values: dict[str, Value] = {"language": Tongue(tag)}
            if tag in old and tag in new and old[tag] != new[tag]:
                yield Difference.of("name-changed", after.id, **values, before=old[tag], after=new[tag])
            elif tag not in old:
                yield Difference.of("name-added", after.id, **values, after=new[tag])
            elif tag not in new:
                yield Difference.of("name-removed", after.id, **values, before=old[tag])


def _long_texts(before: Record, after: Record) -> Iterator[Difference]:
    for field in LONG_TEXTS:
        old, new = _get(before, field) or {}, _get(after, field) or {}
        for tag in dict.fromkeys([*old, *new]):
            if old.get(tag) != new.get(tag):
                code = "text-added" if tag not in old else "text-removed" if tag not in new else "text-changed"
                yield Difference.of(code, after.id, field=field, language=Tongue(tag))


def _date(before: Record, after: Record) -> Iterator[Difference]:
    old, new = (_get(record, "date") for record in (before, after))
    old, new = getattr(old, "is_", old), getattr(new, "is_", new)
    if old is not None and new is not None and old.text != new.text:
        yield Difference.of("date-changed", after.id, before=old, after=new)
    elif _get(before, "date") != _get(after, "date"):
        yield Difference.of("field-changed", after.id, field="date")


def _other_fields(before: Record, after: Record) -> Iterator[Difference]:
    for name, field in type(after).model_fields.items():
        old, new = _get(before, name), _get(after, name)
        if name in TOLD_APART or old == new:
            continue
        key = field.alias or name
        if isinstance(old, str) and isinstance(new, str):
            values = {"before": _word(after, name, old), "after": _word(after, name, new)}
            yield Difference.of("value-changed", after.id, field=key, **values)
        else:
            yield Difference.of("field-changed", after.id, field=key)


def _word(record: Record, name: str, value: str) -> Value:
    """A value of a closed list as its word; an id as a name; any other value as it is."""
    lists = {"type": f"{record.kind_name} type", "kind": f"{record.kind_name} kind", "form": "form", "stage": "stage"}
    if name in lists:
        return Word(lists[name], value)
    return Named(value) if name in {"publisher", "part_of", "based", "in_", "known_through"} else value


def _names(before: Record, after: Record) -> Iterator[Difference]:
    for field in NAMES:
        yield from _ids(after.id, field, _get(before, field) or (), _get(after, field) or ())
    if isinstance(before, Event | Agreement) and isinstance(after, Event | Agreement):
        old, new = (tuple(s for s in record.sources if isinstance(s, str)) for record in (before, after))
        yield from _ids(after.id, "sources", old, new)


def _ids(record: str, field: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    if added := [key for key in new if key not in old]:
        yield Difference.of("names-added", record, field=field, names=_named(added))
    if removed := [key for key in old if key not in new]:
        yield Difference.of("names-removed", record, field=field, names=_named(removed))


def _named(keys: Iterable[str]) -> Several:
    return Several(tuple(map(Named, keys)))


def _event(before: Event, after: Event) -> Iterator[Difference]:
    for role in dict.fromkeys([*before.who, *after.who]):
        old, new = before.who.get(role, ()), after.who.get(role, ())
        if added := [key for key in new if key not in old]:
            yield Difference.of("role-added", after.id, role=Word("role", role), names=_named(added))
        if removed := [key for key in old if key not in new]:
            yield Difference.of("role-removed", after.id, role=Word("role", role), names=_named(removed))
    yield from _claims(before, after)
    yield from _questions(before, after)
    yield from _moves(before, after)
    yield from _links(before, after)


def _claims(before: Event, after: Event) -> Iterator[Difference]:
    old, new = ({claim.id: claim for claim in event.claims} for event in (before, after))
    for key, claim in new.items():
        if key not in old:
            yield Difference.of("claim-added", after.id, claim=Spoken.of(claim.text), chain=_named(claim.chain))
        else:
            yield from _claim(after.id, old[key], claim)
    for key, claim in old.items():
        if key not in new:
            yield Difference.of("claim-removed", after.id, claim=Spoken.of(claim.text))


def _claim(record: str, old: Claim, new: Claim) -> Iterator[Difference]:
    said = Spoken.of(new.text)
    for tag in new.text:
        if tag in old.text and old.text[tag] != new.text[tag]:
            values: dict[str, Value] = {"before": old.text[tag], "after": new.text[tag]}
            yield Difference.of("claim-reworded", record, language=Tongue(tag), **values)
    if old.chain != new.chain:
        chains: dict[str, Value] = {"before": _named(old.chain), "after": _named(new.chain)}
        yield Difference.of("chain-changed", record, claim=said, **chains)
    if old.quote != new.quote:
        yield Difference.of("quotation-changed", record, claim=said)
    told = {"text", "chain", "quote"}
    if any(getattr(old, name) != getattr(new, name) for name in type(new).model_fields if name not in told):
        yield Difference.of("claim-changed", record, claim=said)


def _questions(before: Event, after: Event) -> Iterator[Difference]:
    old, new = ({tuple(sorted(differ.claims)): differ for differ in event.differ} for event in (before, after))
    for claims, differ in new.items():
        if claims not in old:
            yield Difference.of("question-added", after.id, ask=Spoken.of(differ.ask))
        elif old[claims].ask != differ.ask:
            asked: dict[str, Value] = {"before": Spoken.of(old[claims].ask), "after": Spoken.of(differ.ask)}
            yield Difference.of("question-reworded", after.id, **asked)
        if claims in old and old[claims].about != differ.about:
            yield Difference.of("question-assigned", after.id, ask=Spoken.of(differ.ask))
    for claims, differ in old.items():
        if claims not in new:
            yield Difference.of("question-removed", after.id, ask=Spoken.of(differ.ask))


def _moves(before: Event, after: Event) -> Iterator[Difference]:
    for target in dict.fromkeys([*before.moves, *after.moves]):
        old, new = before.moves.get(target), after.moves.get(target)
        name = Named(target)
        if old is None and new is not None:
            yield Difference.of("move-added", after.id, target=name, state=Word("state", new.to))
        elif new is None and old is not None:
            yield Difference.of("move-removed", after.id, target=name, state=Word("state", old.to))
        elif old is not None and new is not None and old.to != new.to:
            states: dict[str, Value] = {"before": Word("state", old.to), "after": Word("state", new.to)}
            yield Difference.of("move-changed", after.id, target=name, **states)
        elif old != new:
            yield Difference.of("move-rebased", after.id, target=name)


def _links(before: Event, after: Event) -> Iterator[Difference]:
    old, new = ({(kind, link.to) for kind, links in event.links.items() for link in links} for event in (before, after))
    for kind, to in sorted(new - old):
        yield Difference.of("relation-added", after.id, relation=Word("relation", kind), other=Named(to))
    for kind, to in sorted(old - new):
        yield Difference.of("relation-removed", after.id, relation=Word("relation", kind), other=Named(to))


def _terms(before: Agreement, after: Agreement) -> Iterator[Difference]:
    old, new = ({term.id: term for term in agreement.terms} for agreement in (before, after))
    for key, term in new.items():
        if key not in old:
            yield Difference.of("term-added", after.id, term=Spoken.of(term.text))
        elif old[key] != term:
            yield from _term(after.id, old[key], term)
    for key, term in old.items():
        if key not in new:
            yield Difference.of("term-removed", after.id, term=Spoken.of(term.text))


def _term(record: str, old: AgreementTerm, new: AgreementTerm) -> Iterator[Difference]:
    if old.text != new.text:
        yield Difference.of("term-reworded", record, before=Spoken.of(old.text), after=Spoken.of(new.text))
    for field in ("obliges", "benefits", "about"):
        yield from _ids(record, field, getattr(old, field), getattr(new, field))
    if old.chain != new.chain:
        yield Difference.of(
            "chain-changed", record, claim=Spoken.of(new.text), before=_named(old.chain), after=_named(new.chain)
        )


def _aliases(before: Record, after: Record) -> Iterator[Difference]:
    old, new = ({alias.name: alias for alias in _get(record, "aka") or ()} for record in (before, after))
    for name, alias in new.items():
        if name not in old:
            yield Difference.of("alias-added", after.id, name=name, by=_named(alias.by))
        elif old[name] != alias:
            yield Difference.of("alias-changed", after.id, name=name)
    for name in old:
        if name not in new:
            yield Difference.of("alias-removed", after.id, name=name)


def _corrections(before: Record, after: Record) -> Iterator[Difference]:
    old = _get(before, "changes") or ()
    for change in _get(after, "changes") or ():
        if change not in old:
            yield Difference.of(
                "correction-recorded", after.id, kind=Word("change kind", change.kind), note=Spoken.of(change.note)
            )
    new = _get(after, "changes") or ()
    if any(change not in new for change in old):
        yield Difference.of("correction-withdrawn", after.id)


def title_of(record: Record) -> Mapping[str, str]:
    """The name or title of a record, by language."""
    texts: Mapping[str, str] = _get(record, "title") or _get(record, "name")
    return texts
