"""The folders of the six kinds, and the JSON Schema of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from waqai.model.descriptions import ENGLISH, described
from waqai.model.records import Actor, Agreement, Event, Place, Record, Source, Topic

RECORD_KINDS: dict[str, type[Record]] = {
    "events": Event,
    "actors": Actor,
    "places": Place,
    "topics": Topic,
    "agreements": Agreement,
    "sources": Source,
}
"""Folder name to kind."""
DRAFT = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema."""


def schema_of(kind: type[Record], tag: str = ENGLISH) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one file of this kind, described in a language, as a contributor writes it."""
    schema = described(kind, kind.model_json_schema(by_alias=True), tag)
    schema["$schema"] = DRAFT
    del schema["properties"]["id"]
    schema["required"] = [name for name in schema["required"] if name != "id"]
    if not schema["required"]:
        del schema["required"]
    return schema


@cache
def written_fields(model: type[BaseModel]) -> Mapping[str, tuple[str, Any]]:
    """By field: its name in files, and the value that it has without being written, or Ellipsis if it must be."""
    return {
        name: (field.alias or name, ... if field.is_required() else field.get_default(call_default_factory=True))
        for name, field in model.model_fields.items()
    }
