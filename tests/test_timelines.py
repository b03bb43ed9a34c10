"""The sample timelines exercise the whole model, so that a test that builds them sees every field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from tests.samples import TIMELINES
from waqai.config import Config
from waqai.content import Timeline, load
from waqai.model import Actor, Agreement, Event, Place, Record, Source, Topic, vocabulary
from waqai.model.parts import Image

WITHOUT_SAMPLE = {"Event.image"}
"""Pictures are not text; the tests that need one make it."""


def _bilingual() -> Timeline:
    loaded = load(TIMELINES / "bilingual", drafts=True)
    assert isinstance(loaded, Timeline)
    return loaded


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        yield from (model for field in annotation.model_fields.values() for model in _models_in(field.annotation))
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _fields_of_the_model() -> set[str]:
    roots = (Config, Event, Actor, Place, Topic, Agreement, Source)
    models = {model for root in roots for model in _models_in(root)} - {Image}
    return {_named(model, field) for model in models for field in model.model_fields}


def _named(model: type[BaseModel], field: str) -> str:
    """`Event.title`; what every kind of record has counts once."""
    owner = Record if issubclass(model, Record) and field in Record.model_fields else model
    return f"{owner.__name__}.{field}"


def _fields_in(value: Any) -> Iterator[str]:
    """The fields that were written in a value and below it."""
    if isinstance(value, BaseModel):
        yield from (_named(type(value), field) for field in value.model_fields_set)
        yield from (found for field in value.model_fields_set for found in _fields_in(getattr(value, field)))
    elif isinstance(value, dict):
        yield from (found for entry in value.values() for found in _fields_in(entry))
    elif isinstance(value, tuple):
        yield from (found for entry in value for found in _fields_in(entry))


def test_every_field_of_the_model_is_in_the_bilingual_timeline() -> None:
    """A new field gets an example before anything is built on it."""
    timeline = _bilingual()
    written = {field for record in timeline.library.records.values() for field in _fields_in(record)}
    assert set() == _fields_of_the_model() - written - set(_fields_in(timeline.config)) - WITHOUT_SAMPLE


@pytest.mark.parametrize("relation", vocabulary.RELATIONS)
def test_every_relation_is_in_the_bilingual_timeline(relation: str) -> None:
    """In its stored direction."""
    assert any(relation in event.links for event in _bilingual().library.events)


@pytest.mark.parametrize("role", vocabulary.ROLES)
def test_every_role_is_in_the_bilingual_timeline(role: str) -> None:
    """With at least one actor."""
    assert any(role in event.who for event in _bilingual().library.events)


@pytest.mark.parametrize("kind", vocabulary.CHANGE_KINDS)
def test_every_kind_of_correction_is_in_the_bilingual_timeline(kind: str) -> None:
    """Each of them reads differently to readers."""
    assert any(kind == change.kind for event in _bilingual().library.events for change in event.changes)


@pytest.mark.parametrize("kind", vocabulary.ACTOR_KINDS)
def test_every_kind_of_actor_is_in_the_bilingual_timeline(kind: str) -> None:
    """Persons and unnamed sources have rules of their own."""
    assert any(kind == actor.kind for actor in _bilingual().library.actors)


@pytest.mark.parametrize("timeline", ["bilingual", "trilingual"])
def test_the_sample_timelines_say_that_they_are_synthetic(timeline: str) -> None:
    """Nobody is to take them for news."""
    loaded = load(TIMELINES / timeline)
    assert isinstance(loaded, Timeline)
    assert ("بيانات اختبار مصطنعة", "Synthetic test data") == (loaded.config.title["ar"], loaded.config.title["en"])
