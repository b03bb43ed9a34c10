"""What a field looks like in a file, as a sample to be filled in, from its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waqai.authoring.notation import STEP
from waqai.dates import NOTATION

GAP = "…"
"""Stands where something is to be written. Left as it is, it is neither an id nor a date nor a word of any list."""
DATES = "2021-02-11 | 2021-02 | 2021-02-11~"
"""How dates are written most often."""

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a sample, and what it means."""

    code: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Sampler:
    """Makes samples of the fields of one kind."""

    definitions: Mapping[str, Schema]
    """The schemas of the maps that the kind is made of, by name."""
    languages: Sequence[str]

    def lines(self, key: str, schema: Schema, indent: int = 0) -> Iterator[Line]:
        """A field and what stands below it."""
        start, meaning = f"{' ' * indent}{key}:", meaning_of(schema)
        if part := self._part(schema.get("items", {})):
            yield Line(start, meaning)
            yield from self._listed(part, indent + STEP)
        elif part := self._part(schema) or self._full_form(schema):
            yield Line(start, meaning)
            yield from self._fields(part, indent + STEP)
        elif part := self._entry(schema.get("additionalProperties") or {}):
            yield Line(start, meaning)
            yield Line(f"{' ' * (indent + STEP)}{GAP}:")
            yield from self._fields(part, indent + 2 * STEP)
        else:
            yield Line(f"{start} {self._value(schema)}", meaning)

    def full_form(self, schema: Schema, indent: int) -> Iterator[Line]:
        """The keys of the map that may stand where a short form is written; nothing where there is no such map."""
        yield from self._fields(self._full_form(schema) or {"properties": {}}, indent)

    def entry(self, schema: Schema, indent: int) -> Iterator[Line]:
        """One more entry of a list of maps; nothing where the list holds anything else."""
        if part := self._part(schema.get("items", {})):
            yield from self._listed(part, indent)

    def _full_form(self, schema: Schema) -> Schema | None:
        return next(filter(None, map(self._part, schema.get("anyOf", ()))), None)

    def _fields(self, schema: Schema, indent: int) -> Iterator[Line]:
        for key, field in schema["properties"].items():
            yield from self.lines(key, field, indent)

    def _listed(self, schema: Schema, indent: int) -> Iterator[Line]:
        first, *others = self._fields(schema, indent + STEP)
        yield Line(f"{' ' * indent}- {first.code.lstrip()}", first.meaning)
        yield from others

    def _part(self, schema: Schema) -> Schema | None:
        """The schema of the map that must stand here, if one must."""
        return self.definitions.get(str(schema.get("$ref", "")).rpartition("/")[2])

    def _entry(self, schema: Schema) -> Schema | None:
        """The schema of the maps that a map of maps holds."""
        return self._part(schema) or self._full_form(schema)

    def _value(self, schema: Schema) -> str:
        """A sample on one line."""
        if is_text(schema):
            return f"{{{', '.join(f'{tag}: {GAP}' for tag in self.languages)}}}"
        match schema.get("type"):
            case "boolean":
                return str(not schema.get("default", False)).lower()
            case "integer" if schema.get("default"):
                return str(schema["default"])
            case "array":
                return f"[{', '.join([GAP] * len(schema.get('prefixItems', GAP)))}]"
            case "object":
                key, value = next(iter(schema.get("properties", {}).items()), (GAP, schema["additionalProperties"]))
                return f"{{{key}: {self._value(value)}}}"
        return GAP


def meaning_of(schema: Schema) -> str:
    """What a field means, and the words or forms in which it is written."""
    forms = DATES if is_date(schema) else " | ".join(words_in(schema))
    return " ".join(filter(None, (schema.get("description", ""), forms)))


def words_in(schema: Schema) -> Mapping[str, str]:
    """The words of which one must stand here, or be the key, with what readers see of each; none where anything may."""
    keys, words = schema.get("properties", {}), schema.get("enum", ())
    labels = schema.get("enumDescriptions") or [""] * len(words)
    return {key: keys[key].get("description", "") for key in keys} or dict(zip(words, labels, strict=True))


def is_date(schema: Schema) -> bool:
    """Whether a date stands here, or may."""
    return any(each.get("pattern") == NOTATION for each in (schema, *schema.get("anyOf", ())))


def is_text(schema: Schema) -> bool:
    """Whether a text in several languages stands here."""
    return any("propertyNames" in each for each in schema.get("anyOf", ()))
