"""Checks of what is linked: references, chains, relations, parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from waqai.content.library import Library
from waqai.content.reader import Reading
from waqai.content.references import ANY, Reference, references_of
from waqai.content.remembered import ReadRecord
from waqai.content.validation import path_in_file
from waqai.model import Agreement, AgreementTerm, Claim, Event, Record, Source
from waqai.problems import N_, Fault, Nearest, Path, Problem, Term

UNKNOWN_RECORD = Fault(
    "unknown-id",
    N_("the id “{id}”, which no file has"),
    N_("the id of {kinds}"),
    N_("Correct the id, or add the file “{id}.yaml”."),
)
UNKNOWN_RECORD_OFTEN = Fault(
    "unknown-id-often",
    N_("the id “{id}”, which no file has, here and at {count} other places: {places}"),
    N_("the id of {kinds}"),
    N_("If its file was renamed, write “was: [{id}]” in it and put the new id at these places; or add “{id}.yaml”."),
)
WRONG_KIND = Fault(
    "wrong-kind",
    N_("“{id}”, which is {kind}"),
    N_("the id of {kinds}"),
    N_("Put the right id here."),
)
UNKNOWN_CLAIM = Fault(
    "unknown-claim",
    N_("the claim “{part}”, which “{id}” does not have"),
    N_("one of its claims: {known}"),
    N_("Correct the id of the claim."),
)
UNKNOWN_TERM = Fault(
    "unknown-term",
    N_("the term “{part}”, which “{id}” does not have"),
    N_("one of its terms: {known}"),
    N_("Correct the id of the term."),
)
DUPLICATE_PART = Fault(
    "duplicate-part",
    N_("the id “{id}” a second time in this file"),
    N_("an id of its own for every claim and every term"),
    N_("Rename one of the two, and look which one the others mean that name it."),
)
CHAIN_WITHOUT_ORIGIN = Fault(
    "chain-without-origin",
    N_("a chain that begins with the report “{id}”"),
    N_("who knows it first: an actor, or an official text"),
    N_("Put the origin first: the person or body quoted, or “{publisher}” where the outlet speaks for itself."),
)
RELATION_WITHOUT_CLAIM = Fault(
    "relation-without-claim",
    N_("“{relation}” without a claim"),
    N_("{{to: {to}, claim: …}}: somebody has to have said so"),
    N_("Name the claim in this event that says so, or use a relation that says less, such as “see-also”."),
)
RELATION_TWICE = Fault(
    "relation-twice",
    N_("“{relation}” to “{to}”, which that file says too"),
    N_("every relation in one file only"),
    N_("Delete the line in one of the two files; the other direction is computed."),
    "warning",
)
SELF_RELATION = Fault(
    "self-relation",
    N_("“{relation}” to the event itself"),
    N_("the id of another event or agreement"),
    N_("Put the other id, or delete the line."),
)
MOST_PLACES = 3
"""An unknown id that is named at more places is reported once."""
PLACES_NAMED = 5
PARTS_NAMED = 20
_KIND_NAMES = {
    "event": N_("an event"),
    "actor": N_("an actor"),
    "place": N_("a place"),
    "topic": N_("a topic"),
    "agreement": N_("an agreement"),
    "source": N_("a source"),
}
_KINDS = {
    frozenset({"actor", "source"}): N_("an actor or a source"),
    frozenset({"event", "agreement"}): N_("an event or an agreement"),
    frozenset({"topic", "agreement"}): N_("a topic or an agreement"),
    ANY: N_("any record"),
    **{frozenset({kind}): name for kind, name in _KIND_NAMES.items()},
}

Ids = Mapping[frozenset[str], tuple[str, ...]]
"""All ids, by the kinds that may stand in a place."""


def place(
    held: ReadRecord, path: Path, fault: Fault, *, key: bool = False, suggestion: str | Nearest = "", **values: object
) -> Problem:
    """A problem at a path of a record, which the file may hold in a shorter form."""
    path, _ = path_in_file(path, held.document.value)
    line, column = held.document.locate(path, key=key)
    return fault.at(held.file, line, column, path, suggestion=suggestion, **values)


def kinds_in_words(kinds: frozenset[str]) -> Term:
    """“an actor or a source”."""
    return Term(_KINDS[kinds])


def references_resolve(reading: Reading, _: Library) -> Iterator[Problem]:
    """Every id that is named exists, and is of a kind that may stand there."""
    ids = {kinds: tuple(key for key, its in reading.kinds.items() if its in kinds) for kinds in _KINDS}
    unknown: dict[str, list[tuple[ReadRecord, Reference]]] = defaultdict(list)
    for held in reading.records.values():
        for reference in references_of(held.record):
            if reference.id in reading.kinds:
                yield from _resolve(held, reference, reading)
            else:
                unknown[reference.id].append((held, reference))
    for mentions in unknown.values():
        yield from _unknown(mentions, ids)


def _unknown(mentions: list[tuple[ReadRecord, Reference]], ids: Ids) -> Iterator[Problem]:
    """An id that nothing has, at each place that names it; where these are many, once with a list of the places."""
    found = [_unknown_at(held, reference, ids) for held, reference in mentions]
    if len(found) <= MOST_PLACES:
        yield from found
        return
    first, *others = sorted(found, key=lambda problem: problem.sort_key)
    places = [f"{problem.file}:{problem.line}" for problem in others]
    more = "" if len(places) <= PLACES_NAMED else ", …"
    values: dict[str, Any] = {
        **dict(first.values),
        "count": len(others),
        "places": ", ".join(places[:PLACES_NAMED]) + more,
    }
    yield UNKNOWN_RECORD_OFTEN.at(first.file, first.line, first.column, first.path, suggestion=first.meant, **values)


def _unknown_at(held: ReadRecord, reference: Reference, ids: Ids) -> Problem:
    meant = Nearest(reference.id, ids[reference.kinds])
    values: dict[str, Any] = {"id": reference.id, "kinds": kinds_in_words(reference.kinds)}
    return place(held, reference.path, UNKNOWN_RECORD, key=reference.is_key, suggestion=meant, **values)


def _resolve(held: ReadRecord, reference: Reference, reading: Reading) -> Iterator[Problem]:
    kind = reading.kinds[reference.id]
    if kind not in reference.kinds:
        values: dict[str, Any] = {"id": reference.id, "kinds": kinds_in_words(reference.kinds)}
        values["kind"] = Term(_KIND_NAMES[kind])
        yield place(held, reference.path, WRONG_KIND, key=reference.is_key, **values)
    elif reference.part and reference.id in reading.records:
        yield from _resolve_part(held, reference, reading.records[reference.id].record)


def _resolve_part(held: ReadRecord, reference: Reference, target: Record) -> Iterator[Problem]:
    fault, parts = UNKNOWN_TERM, [part.id for part in parts_of(target)]
    if isinstance(target, Event):
        fault = UNKNOWN_CLAIM
    if reference.part not in parts and len(parts) == len(set(parts)):  # two of one id hide the one that is meant
        more = ", …" if len(parts) > PARTS_NAMED else ""
        known = ", ".join(parts[:PARTS_NAMED]) + more or Term(N_("it has none"))
        meant = Nearest(reference.part, parts)
        values: dict[str, Any] = {"part": reference.part, "id": reference.id, "known": known}
        yield place(held, reference.path, fault, key=reference.is_key, suggestion=meant, **values)


def parts_of(record: Record) -> tuple[Claim | AgreementTerm, ...]:
    """The claims of an event or the terms of an agreement: what `id#part` can name."""
    if isinstance(record, Event):
        return record.claims
    return record.terms if isinstance(record, Agreement) else ()


def parts_have_their_own_ids(reading: Reading, _: Library) -> Iterator[Problem]:
    """No two claims of an event, and no two terms of an agreement, have the same id."""
    for held in reading.records.values():
        name = "claims" if isinstance(held.record, Event) else "terms"
        seen: set[str] = set()
        for index, part in enumerate(parts_of(held.record)):
            if part.id in seen:
                yield place(held, (name, index, "id"), DUPLICATE_PART, id=part.id)
            seen.add(part.id)


def chains_start_at_an_origin(reading: Reading, library: Library) -> Iterator[Problem]:
    """A chain begins with somebody who knows, not with a report."""
    for held in reading.records.values():
        for path, chain in _chains(held.record):
            first = library.records.get(chain[0]) if chain else None
            if isinstance(first, Source) and first.type != "official-text":
                yield place(held, (*path, 0), CHAIN_WITHOUT_ORIGIN, id=first.id, publisher=first.publisher)


def _chains(record: Record) -> Iterator[tuple[Path, tuple[str, ...]]]:
    if isinstance(record, Event):
        for index, claim in enumerate(record.claims):
            yield ("claims", index, "chain"), claim.chain
    elif isinstance(record, Agreement):
        for index, term in enumerate(record.terms):
            yield ("terms", index, "chain"), term.chain


def _links(reading: Reading) -> Iterator[tuple[ReadRecord, Event, str, int]]:
    for held in reading.records.values():
        if isinstance(held.record, Event):
            for relation, links in held.record.links.items():
                yield from ((held, held.record, relation, index) for index in range(len(links)))


def relations_rest_on_claims(reading: Reading, library: Library) -> Iterator[Problem]:
    """That one thing results from another, or breaks an agreement, is something that somebody said."""
    words = library.config.relation_words()
    for held, event, relation, index in _links(reading):
        link = event.links[relation][index]
        if words[relation].needs_claim and not link.claim:
            yield place(held, ("links", relation, index), RELATION_WITHOUT_CLAIM, relation=relation, to=link.to)


def relations_are_stored_once(reading: Reading, library: Library) -> Iterator[Problem]:
    """A symmetric relation stands in one of the two files."""
    for held, event, relation, index in _links(reading):
        to = event.links[relation][index].to
        other = library.records.get(to)
        if library.config.inverse_of(relation) != relation or not isinstance(other, Event) or event.id <= to:
            continue
        if any(link.to == event.id for link in other.links.get(relation, ())):
            yield place(held, ("links", relation, index), RELATION_TWICE, relation=relation, to=to)


def relations_lead_elsewhere(reading: Reading, _: Library) -> Iterator[Problem]:
    """No event follows itself."""
    for held, event, relation, index in _links(reading):
        if event.links[relation][index].to == event.id and relation != "part-of":
            yield place(held, ("links", relation, index), SELF_RELATION, relation=relation)
