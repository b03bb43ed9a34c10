"""The JSON Schema of what `waqai diff --format json` prints; published as schemas/difference.schema.json."""

from __future__ import annotations

from typing import Any

from waqai.cli.problems_schema import PROBLEMS_SCHEMA

_PROBLEMS = {key: value for key, value in PROBLEMS_SCHEMA.items() if key in {"type", "items"}}
_TEXT = {"type": "string"}
_DIFFERENCE = {
    "type": "object",
    "properties": {
        "code": {**_TEXT, "pattern": "^[a-z-]+$", "description": "The kind of difference, such as date-changed."},
        "record": {**_TEXT, "description": "The id of the record that it is about."},
        "name": {**_TEXT, "description": "Kind and name of the record, in the language of the command."},
        "values": {
            "type": "object",
            "additionalProperties": _TEXT,
            "description": "What it was and is, in the language of the command: before, after, language, names …",
        },
        "text": {**_TEXT, "description": "The difference in a sentence."},
    },
    "required": ["code", "record", "name", "values", "text"],
    "additionalProperties": False,
}
DIFFERENCE_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "What a change to a timeline means",
    "description": "What `waqai diff --format json` prints.",
    "type": "object",
    "properties": {
        "summary": {**_TEXT, "description": "How much changed, in one line."},
        "differences": {"type": "array", "items": _DIFFERENCE},
        "new_problems": {**_PROBLEMS, "description": "Errors and warnings that the change brings."},
        "cured_problems": {**_PROBLEMS, "description": "Errors and warnings that it cures."},
    },
    "required": ["summary", "differences", "new_problems", "cured_problems"],
    "additionalProperties": False,
}
