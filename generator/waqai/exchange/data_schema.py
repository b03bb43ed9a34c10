"""JSON Schemas of the published data (draft 2020-12), made from the models that also check the files.

They differ from the schemas of files in what the published form adds or makes uniform: a text is always a map by
language, a date always an object with its bounds, short forms are written out, and standings and states are computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from waqai.config import Config
from waqai.dates import NOTATION
from waqai.model import RECORD_KINDS, Actor, Agreement, Event, Record, Topic, vocabulary
from waqai.model.descriptions import described, translator

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NOT_PUBLISHED = ("draft", "tr", "imported")
"""Fields of files that published records do not have."""
NOTES = ("default",)
CONDITIONS = ("anyOf", "if", "then")
"""What is asked of files and holds of what is published in another way."""
WORDS_OR_NUMBER = ["string", "integer"]
"""What may be written where words are meant; what is published is words."""
_IDS: Schema = {"type": "array", "items": {"type": "string"}}
_DAY: Schema = {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}
_BY_LANGUAGE: Schema = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"},
}
COMMON: Mapping[str, Schema] = {
    "Text": {
        **_BY_LANGUAGE,
        "description": "A text by language, as it was written: Markdown, with [[id]] for the name of a record.",
        "additionalProperties": {"type": "string", "minLength": 1},
    },
    "Addresses": {
        **_BY_LANGUAGE,
        "description": "By language: the address of its page on the site.",
        "additionalProperties": {"type": "string", "format": "uri"},
    },
    "Date": {
        "type": "object",
        "description": "A date as it is known.",
        "properties": {
            "edtf": {"type": "string", "description": "In EDTF (ISO 8601-2)."},
            "earliest": {**_DAY, "description": "The first day that it can mean; null if that is open or unknown."},
            "latest": {**_DAY, "description": "The last day that it can mean; null if that is open or unknown."},
        },
        "required": ["edtf", "earliest", "latest"],
        "additionalProperties": False,
    },
    "Standing": {
        "type": "object",
        "description": "How a claim or an event stands, computed from the chains of report.",
        "properties": {
            "key": {"enum": [*vocabulary.STANDINGS, "reported"]},
            "origins": {**_IDS, "description": "The actors who know, one for each independent origin."},
            "grade": {"description": "How it would stand if nobody disputed it.", "enum": list(vocabulary.STANDINGS)},
            "set_by_hand": {"type": "boolean"},
            "disputed_by": {**_IDS, "description": "Claims that contradict it, as event#claim."},
            "confirmed_by": {**_IDS, "description": "Claims that say the same, as event#claim."},
        },
        "required": ["key", "origins"],
        "additionalProperties": False,
    },
    "State": {
        "type": "object",
        "description": "The present state of play.",
        "properties": {
            "is": {"type": "string"},
            "since": {"$ref": "#/$defs/Date"},
            "event": {"type": "string", "description": "The event that led to it."},
        },
        "required": ["is", "since", "event"],
        "additionalProperties": False,
    },
}
_REFERENCES = {name: {"$ref": f"#/$defs/{name}"} for name in COMMON}
_STALE: Schema = {"type": "boolean", "description": "Whether the original has changed since."}


def record_schema(kind: type[Record], config: Config | None) -> Schema:
    """The schema of one published record, with the words that the site has added."""
    schema = _uniform(described(kind, kind.model_json_schema(by_alias=True)), _extended(config) if config else {})
    properties = {name: part for name, part in schema["properties"].items() if name not in NOT_PUBLISHED}
    properties["pages"] = _REFERENCES["Addresses"]
    translation = {"$ref": "#/$defs/Translation"}
    properties["translations"] = {"type": "object", "additionalProperties": translation}
    definitions = {**COMMON, **schema["$defs"]}
    definitions.pop("Imported", None)
    definitions["Translation"]["properties"]["stale"] = _STALE
    _add_computed(kind, properties, definitions)
    required = ["id", "pages", *(name for name in schema["required"] if name != "id")]
    if kind is Actor:  # of a person whose name is withheld there is nothing else
        required = ["id", "pages", "kind"]
    return {**schema, "properties": properties, "required": required, "$defs": definitions}


def file_schema(folder: str, config: Config, address: str, version: str) -> Schema:
    """The schema of a file with records of one kind."""
    record = record_schema(RECORD_KINDS[folder], config)
    definitions = record.pop("$defs")
    return {
        "$schema": DRAFT,
        "$id": address,
        "title": folder,
        "type": "object",
        "properties": {
            "$schema": {"const": address},
            "version": {"const": version},
            "timeline": TIMELINE,
            "kind": {"const": RECORD_KINDS[folder].kind_name},
            "count": {"type": "integer", "minimum": 0},
            "files": _FILES,
            "records": {"type": "array", "items": {"$ref": "#/$defs/Record"}},
        },
        "required": ["$schema", "version", "timeline", "kind", "count"],
        "oneOf": [{"required": ["records"]}, {"required": ["files"]}],
        "additionalProperties": False,
        "$defs": {"Record": record, **definitions},
    }


_ADDRESSES: Schema = {"type": "array", "items": {"type": "string", "format": "uri"}}
_FILES: Schema = {**_ADDRESSES, "description": "Where there are too many records for one file: the files."}
TIMELINE: Schema = {
    "type": "object",
    "description": "The timeline that the data is of, and the licence of its words and data.",
    "properties": {
        "id": {"type": "string"},
        "title": {"type": "object", "additionalProperties": {"type": "string"}},
        "url": {"type": "string", "format": "uri"},
        "licence": {"type": "string", "description": "An SPDX identifier."},
        "languages": {"type": "array", "items": {"type": "string"}, "description": "The first is the default."},
    },
    "required": ["id", "title", "url", "licence", "languages"],
    "additionalProperties": False,
}


def timeline_schema(folders: Iterable[str], address: str, version: str) -> Schema:
    """The schema of the file that holds everything, or leads to everything."""
    kinds = {folder: _kind_in_timeline(folder) for folder in folders}
    words = {"type": "object", "description": "Words that this timeline adds to the model’s lists."}
    properties = {"$schema": {"const": address}, "version": {"const": version}, "timeline": TIMELINE, "words": words}
    return {
        "$schema": DRAFT,
        "$id": address,
        "title": "timeline",
        "type": "object",
        "properties": {**properties, **kinds},
        "required": [*properties, *kinds],
        "additionalProperties": False,
    }


def in_language(schema: Schema, tag: str) -> Schema:
    """A schema with its descriptions in a language, one of :func:`waqai.model.descriptions.described_languages`."""
    made: Schema = _translated(schema, translator(tag))
    return made


def _translated(node: Any, translate: Callable[[str], str]) -> Any:
    if isinstance(node, list):
        return [_translated(each, translate) for each in node]
    if not isinstance(node, dict):
        return node
    said = {"description": translate(text)} if isinstance(text := node.get("description"), str) else {}
    return {key: _translated(value, translate) for key, value in node.items()} | said


def said_of_data() -> tuple[str, ...]:
    """Every description that the schemas of the data have, in English, each once."""
    records = [record_schema(kind, None) for kind in RECORD_KINDS.values()]
    schemas = [*records, timeline_schema(RECORD_KINDS, "", ""), _FILES]
    return tuple(dict.fromkeys(text for schema in schemas for text in _descriptions_in(schema)))


def _descriptions_in(node: Any) -> Iterator[str]:
    if isinstance(node, dict) and isinstance(text := node.get("description"), str):
        yield text
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _descriptions_in(each)


def _kind_in_timeline(folder: str) -> Schema:
    records = {"type": "array", "items": {"$ref": f"{folder}.schema.json#/$defs/Record"}}
    return {
        "type": "object",
        "properties": {"count": {"type": "integer"}, "files": _ADDRESSES, "records": records},
        "required": ["count", "files"],
        "additionalProperties": False,
    }


def _extended(config: Config) -> dict[tuple[str, ...], list[str]]:
    """The lists of words that a site may add to, by what the models have."""
    words = config.validation_context()
    states = dict.fromkeys([*vocabulary.TOPIC_STATES, *vocabulary.AGREEMENT_STATES])
    return {
        tuple(vocabulary.EVENT_TYPES): list(words["event_types"]),
        tuple(vocabulary.RELATIONS): list(words["relations"]),
        tuple(states): list(dict.fromkeys(words["states"])),
    }


def _uniform(part: Any, words: Mapping[tuple[str, ...], list[str]]) -> Any:
    """A part of a schema of files as the published form has it."""
    if isinstance(part, list):
        return [_uniform(each, words) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("pattern") == NOTATION:
        return _REFERENCES["Date"]
    if "anyOf" in part and "properties" not in part:
        return _one_form(part, words)
    left_out = CONDITIONS if "properties" in part else NOTES
    found = {name: _uniform(value, words) for name, value in part.items() if name not in left_out}
    if part.get("type") == WORDS_OR_NUMBER:
        found["type"] = "string"
    if (enum := part.get("enum")) and tuple(enum) in words:
        found["enum"] = words[tuple(enum)]
    return found


def _one_form(part: Schema, words: Mapping[tuple[str, ...], list[str]]) -> Schema:
    """The full form of what may be written short."""
    full = part["anyOf"][-1]
    is_text = full.get("additionalProperties") == {"minLength": 1, "type": WORDS_OR_NUMBER}
    described = {"description": part["description"]} if "description" in part else {}
    return {**(_REFERENCES["Text"] if is_text else _uniform(full, words)), **described}


def _add_computed(kind: type[Record], properties: Schema, definitions: Schema) -> None:
    """What the site computes of a record."""
    if kind is Event:
        properties["standing"] = _REFERENCES["Standing"]
        definitions["Claim"]["properties"]["standing"] = _REFERENCES["Standing"]
        definitions["Image"]["properties"]["url"] = {"type": "string", "format": "uri"}
    if kind in {Agreement, Topic}:
        properties["state"] = _REFERENCES["State"]
    if kind is Agreement:
        definitions["AgreementTerm"]["properties"]["state"] = _REFERENCES["State"]
        definitions["AgreementTerm"]["properties"]["standing"] = _REFERENCES["Standing"]
