"""The date of an event or agreement, and how we know it; and the short form in which such maps may be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from waqai.model.values import Date, Id, Text, Value, Words


@dataclass(frozen=True, slots=True)
class ShortForm:
    """Lets a contributor write the bare value of one key where a map is meant: `x` for `{key: x}`."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate the full form, whichever was written."""
        return core_schema.no_info_before_validator_function(self._full, handler(source))

    def _full(self, value: Any) -> Any:
        return value if isinstance(value, Mapping | BaseModel) else {self.key: value}

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Either form."""
        full = handler(schema)
        return {"anyOf": [handler.resolve_ref_schema(full)["properties"][self.key], full]}


class EventDate(Value):
    """When something happened, and how we know the date."""

    is_: Date = Field(alias="is")
    """The date."""
    show: Text | None = None
    """How to print it, where the computed wording would say more or less than is known."""
    said: Words | None = None
    """The source's own words for the date, for example “the day before yesterday, Thursday”."""
    anchor: Id | None = None
    """The source whose date makes `said` a date."""
    reported: Date | None = None
    """When it became known, where that is not the day on which it happened."""


WhenField = Annotated[EventDate, ShortForm("is")]
