"""The JSON Schemas that are published with the site, for editors and for the form that suggests an event.

They know the words that `timeline.yaml` adds. Those in the repository's `schemas/` are the same without such words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from waqai.config import Config, ExtraRelation, ExtraState, ExtraWord
from waqai.languages import Language
from waqai.model import RECORD_KINDS, vocabulary
from waqai.model.descriptions import ENGLISH, described, described_languages
from waqai.model.kinds import DRAFT, schema_of
from waqai.themes import built_in_theme

TIMELINE = "timeline"
_Labels = dict[str, str]
"""What readers see of each word of a list, in the list's order."""
_STATES = {**vocabulary.TOPIC_STATES, **vocabulary.AGREEMENT_STATES}
_LISTS: tuple[tuple[str, Mapping[str, vocabulary.Word | vocabulary.State | vocabulary.Relation]], ...] = (
    ("event type", vocabulary.EVENT_TYPES),
    ("role", vocabulary.ROLES),
    ("relation", vocabulary.RELATIONS),
    ("actor kind", vocabulary.ACTOR_KINDS),
    ("place kind", vocabulary.PLACE_KINDS),
    ("tone", vocabulary.TONES),
    ("form", vocabulary.FORMS),
    ("stage", vocabulary.STAGES),
    ("source type", vocabulary.SOURCE_TYPES),
    ("change kind", vocabulary.CHANGE_KINDS),
    ("standing", vocabulary.STANDINGS),
)
"""The closed lists, by their contexts in the catalogues; those of states are one list in a schema."""


def schema_names() -> tuple[str, ...]:
    """What there is a schema of: each kind of record, and the settings."""
    return (*(kind.kind_name for kind in RECORD_KINDS.values()), TIMELINE)


def schema_path(name: str, tag: str = ENGLISH) -> str:
    """Where the schema stands, below a timeline's folder and below the root of its site."""
    return f"schemas/{name}.schema.json" if tag == ENGLISH else f"schemas/{tag}/{name}.schema.json"


def described_in(tag: str) -> str:
    """The language of the schemas for readers of a language: that one, or else English."""
    base = tag.partition("-")[0]
    return base if base in described_languages() else ENGLISH


def schema(name: str, tag: str, config: Config | None = None) -> dict[str, Any]:
    """The schema of a kind or of the settings, described in a language, with the words that a site adds."""
    if name == TIMELINE:
        made = described(Config, Config.model_json_schema(by_alias=True), tag) | {"$schema": DRAFT}
    else:
        kinds = {kind.kind_name: kind for kind in RECORD_KINDS.values()}
        made = schema_of(kinds[name], tag)
    lists = dict(_lists(tag, config))
    return {key: _worded(value, lists) for key, value in made.items()}


def _lists(tag: str, config: Config | None) -> Iterator[tuple[tuple[str, ...], _Labels]]:
    """The lists, each under its built-in words, by which a schema knows it."""
    catalogues = () if tag == ENGLISH else (built_in_theme() / "locales",)
    _ = Language.of(tag, catalogues=catalogues).pgettext
    added: dict[str, Mapping[str, ExtraWord | ExtraRelation]]
    added = {} if config is None else {"event type": config.event_types, "relation": config.relations}
    for context, words in _LISTS:
        labels = {key: _(context, word.label) for key, word in words.items()}
        yield tuple(words), labels | _own(added.get(context, {}), tag)
    topics = {key: _("topic state", state.label) for key, state in vocabulary.TOPIC_STATES.items()}
    agreements = {key: _("agreement state", state.label) for key, state in vocabulary.AGREEMENT_STATES.items()}
    yield tuple(_STATES), topics | agreements | _own(config.states if config else {}, tag)


def _own(words: Mapping[str, ExtraWord | ExtraRelation | ExtraState], tag: str) -> _Labels:
    return {key: word.label.get(tag) or next(iter(word.label.values())) for key, word in words.items()}


def _worded(node: Any, lists: Mapping[tuple[str, ...], _Labels]) -> Any:
    """A schema whose lists have all words of the site, each with what readers see of it.

    Where the keys of a map are words of a list, each is a property, because editors offer no others.
    """
    if isinstance(node, list):
        return [_worded(each, lists) for each in node]
    if not isinstance(node, dict):
        return node
    inner = {key: _worded(value, lists) for key, value in node.items()}
    match inner:
        case {"propertyNames": {"enum": names, "enumDescriptions": labels}, "additionalProperties": values}:
            keys = {name: values | {"description": label} for name, label in zip(names, labels, strict=True)}
            rest = {key: value for key, value in inner.items() if key != "propertyNames"}
            return rest | {"properties": keys, "additionalProperties": False}
        case {"enum": list(words)} if (labels := lists.get(tuple(words))) is not None:
            return inner | {"enum": list(labels), "enumDescriptions": list(labels.values())}
    return inner


def as_file(made: Mapping[str, Any]) -> str:
    """A schema as it is kept and published."""
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
