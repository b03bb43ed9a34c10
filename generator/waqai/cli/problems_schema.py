"""The JSON Schema of what `--format json` prints; published as schemas/problems.schema.json."""

from __future__ import annotations

from typing import Any

_COUNT = {"type": "integer", "minimum": 1}
_PROPERTIES: dict[str, Any] = {
    "file": {"type": "string", "description": "Path relative to the timeline's folder, with forward slashes."},
    "line": {**_COUNT, "description": "From 1."},
    "column": {**_COUNT, "description": "From 1, in Unicode code points."},
    "path": {"type": "string", "description": "Path inside the file, such as claims[0].text.ar; empty for all of it."},
    "severity": {"enum": ["error", "warning"], "description": "An error stops the build."},
    "code": {"type": "string", "pattern": "^[a-z0-9-]+$", "description": "One of those in docs/faults.md."},
    "found": {"type": "string", "description": "What stands there, in the language of the command."},
    "expected": {"type": "string", "description": "What should stand there."},
    "cure": {"type": "string", "description": "What to do."},
}
PROBLEMS_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The problems of a timeline",
    "description": "What `waqai check --format json` prints: all problems, sorted by file, line and column.",
    "type": "array",
    "items": {
        "type": "object",
        "properties": _PROPERTIES,
        "required": list(_PROPERTIES),
        "additionalProperties": False,
    },
}
