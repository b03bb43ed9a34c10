"""What somebody says of a new record, in short forms, as the values of its file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from waqai import yamlfile
from waqai.authoring.samples import is_date, is_text
from waqai.config import Config
from waqai.content.validation import validate
from waqai.model import Record
from waqai.problems import Problem

NEEDED: Mapping[str, tuple[str, ...]] = {"event": ("sources",)}
"""By kind: keys that its rules want beside those that the model requires."""
NEEDED_OF_ACTORS: Mapping[str, tuple[str, ...]] = {"person": ("safety",), "anonymous": ("why",)}
"""The same by the kind of an actor."""
ASKED: Mapping[str, tuple[str, ...]] = {"actor": ("note",), "place": ("in",), "source": ("lang", "url")}
"""By kind: keys that are asked for although they may be left out."""
NAMED_BY: Mapping[str, str] = {
    "sources": "sources",
    "publisher": "actors",
    "parties": "actors",
    "in": "places",
}
"""The folder in which the ids lie that a key names, for the keys that are asked for."""
_BETWEEN = re.compile(r"[\s,،]+")


def needed_keys(kind: type[Record], answers: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys that a file must have, in the order of the model."""
    wanted = {*NEEDED.get(kind.kind_name, ()), *NEEDED_OF_ACTORS.get(str(answers.get("kind")), ())}
    return tuple(key for key, required in _keys(kind).items() if required or key in wanted)


def asked_keys(kind: type[Record], answers: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys whose values are asked for, in the order of the model."""
    asked = {*needed_keys(kind, answers), *ASKED.get(kind.kind_name, ())}
    return tuple(key for key in _keys(kind) if key in asked)


def _keys(kind: type[Record]) -> dict[str, bool]:
    """The keys of a kind, and whether the model requires them; the file's name is its id."""
    return {field.alias or name: field.is_required() for name, field in kind.model_fields.items() if name != "id"}


def value_of(key: str, text: str, schema: Mapping[str, Any], languages: Sequence[str]) -> tuple[Any, list[Problem]]:
    """The value that an answer means, and what is wrong with how it is written.

    A list may be written with commas or spaces, a text in the default language alone; maps are written in YAML.
    """
    text = text.strip()
    if is_text(schema) and not text.startswith("{"):
        return {languages[0]: text}, []
    if schema.get("type") == "array" and not text.startswith("["):
        text = f"[{', '.join(part for part in _BETWEEN.split(text) if part)}]"
    elif not text.startswith("{") and (is_date(schema) or "string" in schema.get("type", ())):
        return text, []
    document = yamlfile.read(f"{key}: {text}\n".encode(), key)
    return (document.value or {}).get(key), [problem for problem in document.problems if problem.is_error]


def problems_of(kind: type[Record], key: str, value: Any, config: Config) -> list[Problem]:
    """What is wrong with one value, by the rules that every file is checked by."""
    document = yamlfile.read(b"", key)
    found = validate(kind, {key: value, "id": "x"}, document, config.validation_context())[1]
    return [problem for problem in found if problem.path[:1] == (key,)]
