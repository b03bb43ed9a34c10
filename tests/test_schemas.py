"""The schemas that are published with the site."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from waqai.config import Config
from waqai.schemas import schema, schema_names
from waqai.site.documents import schema_files

ROOT = Path(__file__).parents[1]
EVENT = {"title": "x", "date": "2021-01-01", "type": "talks", "sources": ["report"]}


def config(**settings: object) -> Config:
    """Settings of a timeline."""
    needed = {"id": "x", "title": "X", "languages": ["en", "ar"], "url": "https://example.org", "licence": "CC0-1.0"}
    return Config.model_validate(needed | settings, context={"languages": ("en",)})


def test_a_site_publishes_the_repositorys_schemas() -> None:
    """The same bytes, at the same places, where it adds no words of its own."""
    published = {document.path: document.make().decode() for document in schema_files(config())}

    assert {path: (ROOT / path).read_text("utf-8") for path in published} == published


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_there_is_a_schema_of_every_kind_and_of_the_settings(tag: str) -> None:
    """Each a schema by the standard that it names."""
    for name in schema_names():
        jsonschema.Draft202012Validator.check_schema(schema(name, tag))


def test_a_published_schema_knows_the_words_that_the_site_adds() -> None:
    """With the label that readers see, in the language of the schema."""
    own = config(event_types={"letter": {"label": {"en": "Letter", "ar": "رسالة"}}})
    kinds = schema("event", "ar", own)["properties"]["type"]

    assert ("letter", "رسالة") == (kinds["enum"][-1], kinds["enumDescriptions"][-1])


def test_a_published_schema_knows_the_relations_and_states_that_the_site_adds() -> None:
    """Where they are keys, and where they are values."""
    relation = {"label": "Quotes", "inverse": "quoted-by", "inverse_label": "Quoted by"}
    own = schema("event", "en", config(relations={"quotes": relation}, states={"frozen": {"label": "Frozen"}}))
    jsonschema.validate(EVENT | {"links": {"quotes": ["other"]}, "moves": {"siege": "frozen"}}, own)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sources": []},
        {"date": "yesterday"},
        {"where": ["Two Words"]},
        {"who": {"guest": ["a"]}},
        {"moves": {"A b": "agreed"}},
        {"title": {"english": "x"}},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_schema_refuses_what_the_check_refuses(wrong: dict[str, object]) -> None:
    """As far as a schema can see."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(EVENT | wrong, schema("event", "en"))


def test_a_person_needs_to_be_told_safe() -> None:
    """An editor asks for it."""
    with pytest.raises(jsonschema.ValidationError, match="safety"):
        jsonschema.validate({"kind": "person", "name": "x"}, schema("actor", "en"))
