"""A file in the house form: the same values and comments, with keys in the order of the model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from waqai import yamlfile
from waqai.authoring.comments import comments_of, remarks_of
from waqai.authoring.notation import Verbatim, document
from waqai.config import Config
from waqai.model import RECORD_KINDS
from waqai.problems import Path
from waqai.yamlfile import Document

LAST = ("imported", "was", "tr")
"""Keys that stand behind all others."""
Schema = Mapping[str, Any]


class CannotFormatError(ValueError):
    """The file would not say the same afterwards, or would lose a comment; it is left as it is."""


def formatted(before: Document) -> str:
    """The text of a file in the house form.

    The file must be one that can be read. Raises :class:`CannotFormatError`.
    """
    schema = _schema_of(PurePosixPath(before.file).parent.name)
    ordered = _Ordering(schema).ordered(_written(before.value, (), before), schema)
    text = document(ordered, remarks_of(before.text))
    after = yamlfile.read(text.encode(), before.file)
    if _says(after) != _says(before) or _comments(text) != _comments(before.text):
        raise CannotFormatError(before.file)
    return text


@cache
def _schema_of(folder: str) -> Schema:
    """The JSON Schema of the files in a folder of content/, else of the settings; its order is the model's."""
    return RECORD_KINDS.get(folder, Config).model_json_schema(by_alias=True)


def _says(found: Document) -> Any:
    """All values, numbers as they are written."""
    return _written(found.value, (), found)


def _comments(text: str) -> list[str]:
    return sorted(comment.text for comment in comments_of(text) if comment.text)


def _written(value: Any, path: Path, found: Document) -> Any:
    """A value in which all that is no text stands as it was written."""
    if isinstance(value, dict):
        return {key: _written(entry, (*path, key), found) for key, entry in value.items()}
    if isinstance(value, list):
        return [_written(entry, (*path, index), found) for index, entry in enumerate(value)]
    return value if isinstance(value, str) else Verbatim(found.text_at(path) or "")


class _Ordering:
    """Puts keys into the order of the model."""

    def __init__(self, schema: Schema) -> None:
        self._definitions: Mapping[str, Schema] = schema.get("$defs", {})

    def ordered(self, value: Any, schema: Schema) -> Any:
        """A value with the keys of all maps in it that the schema knows in the order of the schema."""
        if isinstance(value, list):
            return [self.ordered(entry, self._of_maps(schema.get("items", {}))) for entry in value]
        if not isinstance(value, dict):
            return value
        fields = self._of_maps(schema).get("properties", {})
        others = schema.get("additionalProperties") or {}
        places = {key: place for place, key in enumerate([*(key for key in fields if key not in LAST), *LAST])}
        keys = sorted(value, key=lambda key: places.get(key, len(places))) if fields else list(value)
        return {key: self.ordered(value[key], self._of_maps(fields.get(key, others))) for key in keys}

    def _of_maps(self, schema: Schema) -> Schema:
        """The schema of a map that stands here, if one may, in its full form."""
        for each in (schema, *schema.get("anyOf", ()), *schema.get("oneOf", ())):
            if "$ref" in each:
                return self._definitions[each["$ref"].rpartition("/")[2]]
        return schema
