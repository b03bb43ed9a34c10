"""Every place in a record that names another record: the one list that look-ups, backlinks and checks are made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waqai.model import Actor, Agreement, Event, Place, Record, Source, Topic
from waqai.model.parts import Claim, InlineSource
from waqai.problems import Path

EVENT = frozenset({"event"})
ACTOR = frozenset({"actor"})
PLACE = frozenset({"place"})
TOPIC = frozenset({"topic"})
SOURCE = frozenset({"source"})
ACTOR_OR_SOURCE = frozenset({"actor", "source"})
EVENT_OR_AGREEMENT = frozenset({"event", "agreement"})
TOPIC_OR_AGREEMENT = frozenset({"topic", "agreement"})
ANY = frozenset({"event", "actor", "place", "topic", "agreement", "source"})

MENTION = re.compile(r"\[\[([^\]\[|:]+)(?::(short))?\]\]")
"""`[[id]]` or `[[id:short]]` in a text."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of a record by its id."""

    path: Path
    """Where it stands in the file."""
    id: str
    kinds: frozenset[str]
    """What may stand here."""
    part: str = ""
    """After “#”: a claim of an event or a term of an agreement."""
    is_key: bool = False
    """Whether it is a key of a map, not a value."""


def references_of(record: Record) -> Iterator[Reference]:
    """All references that a record makes, in the order of the model."""
    match record:
        case Event():
            yield from _of_event(record)
        case Agreement():
            yield from _of_agreement(record)
        case Actor():
            yield from _of_actor(record)
        case Source():
            yield from _of_source(record)
        case Place():
            yield from _one(("in",), record.in_, PLACE)
        case Topic():
            yield from _one(("part_of",), record.part_of, TOPIC)
    yield from _mentions(record)


def _one(path: Path, key: str | None, kinds: frozenset[str]) -> Iterator[Reference]:
    if key is not None:
        yield Reference(path, key, kinds)


def _each(path: Path, keys: Iterable[str], kinds: frozenset[str]) -> Iterator[Reference]:
    for index, key in enumerate(keys):
        yield Reference((*path, index), key, kinds)


def _of_event(event: Event) -> Iterator[Reference]:
    yield from _one(("date", "anchor"), event.date.anchor, SOURCE)
    for index, source in enumerate(event.sources):
        if isinstance(source, InlineSource):
            yield Reference(("sources", index, "publisher"), source.publisher, ACTOR)
        else:
            yield Reference(("sources", index), source, SOURCE)
    for role, actors in event.who.items():
        yield from _each(("who", role), actors, ACTOR)
    yield from _each(("where",), event.where, PLACE)
    yield from _each(("about",), event.about, TOPIC)
    yield from _of_moves(event)
    yield from _of_links(event)
    for index, claim in enumerate(event.claims):
        yield from _of_claim(("claims", index), claim, event.id)
    for index, differ in enumerate(event.differ):
        for position, key in enumerate(differ.claims):
            yield Reference(("differ", index, "claims", position), event.id, EVENT, key)
        yield from _each(("differ", index, "about"), differ.about or (), TOPIC_OR_AGREEMENT)


def _of_moves(event: Event) -> Iterator[Reference]:
    for target, move in event.moves.items():
        key, _, part = target.partition("#")
        yield Reference(("moves", target), key, TOPIC_OR_AGREEMENT, part, is_key=True)
        if move.claim:
            yield Reference(("moves", target, "claim"), event.id, EVENT, move.claim)


def _of_links(event: Event) -> Iterator[Reference]:
    for relation, links in event.links.items():
        for index, link in enumerate(links):
            yield Reference(("links", relation, index), link.to, EVENT_OR_AGREEMENT)
            if link.claim:
                yield Reference(("links", relation, index, "claim"), event.id, EVENT, link.claim)


def _of_claim(path: Path, claim: Claim, event_id: str) -> Iterator[Reference]:
    yield from _each((*path, "chain"), claim.chain, ACTOR_OR_SOURCE)
    for actor in claim.as_:
        yield Reference((*path, "as", actor), actor, ACTOR, is_key=True)
    for index, variant in enumerate(claim.variants):
        yield Reference((*path, "variants", index, "source"), variant.source, SOURCE)
    for name, targets in (("disputes", claim.disputes), ("confirms", claim.confirms)):
        for index, target in enumerate(targets):
            key, _, part = target.rpartition("#")
            yield Reference((*path, name, index), key or event_id, EVENT, part)


def _of_agreement(agreement: Agreement) -> Iterator[Reference]:
    yield from _one(("date", "anchor"), agreement.date.anchor, SOURCE)
    for name in ("parties", "binds", "guarantors", "observers"):
        yield from _each((name,), getattr(agreement, name), ACTOR)
    yield from _each(("where",), agreement.where, PLACE)
    yield from _each(("about",), agreement.about, TOPIC)
    yield from _each(("sources",), agreement.sources, SOURCE)
    for index, term in enumerate(agreement.terms):
        path: Path = ("terms", index)
        yield from _each((*path, "obliges"), term.obliges, ACTOR)
        yield from _each((*path, "benefits"), term.benefits, ACTOR)
        yield from _each((*path, "about"), term.about, TOPIC)
        yield from _each((*path, "chain"), term.chain, ACTOR_OR_SOURCE)


def _of_actor(actor: Actor) -> Iterator[Reference]:
    yield from _one(("part_of",), actor.part_of, ACTOR)
    yield from _one(("based",), actor.based, PLACE)
    for index, alias in enumerate(actor.aka):
        yield from _each(("aka", index, "by"), alias.by, ACTOR)
    for index, position in enumerate(actor.roles):
        yield from _one(("roles", index, "org"), position.org, ACTOR)


def _of_source(source: Source) -> Iterator[Reference]:
    yield Reference(("publisher",), source.publisher, ACTOR)
    if source.dateline:
        yield from _one(("dateline", "place"), source.dateline.place, PLACE)
    yield from _each(("quotes",), source.quotes, SOURCE)
    yield from _one(("known_through",), source.known_through, SOURCE)


def _mentions(record: Record) -> Iterator[Reference]:
    for path, text in texts_of(record):
        for match in MENTION.finditer(text):
            yield Reference(path, match[1], ANY)


def texts_of(record: Record) -> Iterator[tuple[Path, str]]:
    """Every text of a record that is in our own voice and may hold `[[id]]`, with its path down to the language."""
    for path, texts in own_texts(record):
        for language, text in texts.items():
            yield (*path, language), text


def own_texts(record: Record) -> Iterator[tuple[Path, dict[str, str]]]:
    """The texts in our own voice, by language. Quotations, headlines and others' names are not among them."""
    for name in ("title", "name", "short", "summary", "body", "note", "why"):
        text = getattr(record, name, None)
        if text and not (isinstance(record, Source) and name == "title"):
            yield (name,), text
    if isinstance(record, Event):
        yield from _texts_of_event(record)
    if isinstance(record, Agreement):
        for index, term in enumerate(record.terms):
            yield ("terms", index, "text"), term.text
    if isinstance(record, Event | Agreement):
        if record.date.show:
            yield ("date", "show"), record.date.show
        for index, change in enumerate(record.changes):
            yield ("changes", index, "note"), change.note


def _texts_of_event(event: Event) -> Iterator[tuple[Path, dict[str, str]]]:
    for index, claim in enumerate(event.claims):
        if claim.mode == "paraphrase":
            yield ("claims", index, "text"), claim.text
        if claim.why:
            yield ("claims", index, "why"), claim.why
        for position, variant in enumerate(claim.variants):
            yield ("claims", index, "variants", position, "note"), variant.note
    for index, differ in enumerate(event.differ):
        yield ("differ", index, "ask"), differ.ask
    if event.image:
        yield ("image", "alt"), event.image.alt
        if event.image.caption:
            yield ("image", "caption"), event.image.caption
