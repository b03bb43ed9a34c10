"""The docstrings under the models' fields: their descriptions in the JSON Schemas and in the documentation.

pydantic can read them too (`use_attribute_docstrings`), but does so whenever the models are imported, which costs every
`waqai check` 85 ms. They are wanted only where a schema is made.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from waqai.languages import Language

ENGLISH = "en"
CATALOGUES = Path(__file__).parents[1] / "locales" / "fields"


@cache
def descriptions_of(model: type[BaseModel]) -> dict[str, str]:
    """By field name: what the field means, the fields of the base classes included."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            found |= dict(_declared(base))
    return found


def _declared(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The fields that a class itself declares, with the strings under them."""
    tree = ast.parse(inspect.getsource(model)).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for field, following in pairwise(body):
        match field, following:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text)


def described(model: type[BaseModel], schema: dict[str, Any], tag: str = ENGLISH) -> dict[str, Any]:
    """The schema of a model with its description, those of its fields, and those of all models that it is made of.

    They are in the language `tag`, one of :func:`described_languages`.
    """
    models = {inner.__name__: inner for inner in _models_in(model, set())}
    translate = translator(tag)
    _fill(schema, model, translate)
    for name, definition in schema.get("$defs", {}).items():
        if name in models:
            _fill(definition, models[name], translate)
    _tidy(schema)
    return schema


def described_languages() -> tuple[str, ...]:
    """The languages in which fields are described: English, and every one that has a catalogue."""
    return (ENGLISH, *sorted(path.stem for path in CATALOGUES.glob("*.po")))


def translator(tag: str) -> Callable[[str], str]:
    """From a description in English to the one in a language."""
    return str if tag == ENGLISH else Language.of(tag, catalogues=(CATALOGUES,)).gettext


def all_descriptions(models: Iterable[type[BaseModel]]) -> tuple[str, ...]:
    """Every description of these models, of those that they are made of, and of their fields, each once."""
    inner = dict.fromkeys(each for model in models for each in _models_in(model, set()))
    texts = (text for model in inner for name, text in descriptions_of(model).items() if name in model.model_fields)
    return tuple(dict.fromkeys([*texts, *map(meaning_of, inner)]))


def meaning_of(model: type[BaseModel]) -> str:
    """What a model stands for: its docstring, on one line."""
    return " ".join((model.__doc__ or "").split())


def _fill(schema: dict[str, Any], model: type[BaseModel], translate: Callable[[str], str]) -> None:
    schema["description"] = translate(meaning_of(model))
    for name, text in descriptions_of(model).items():
        field = model.model_fields.get(name)
        written = (field.alias if field else None) or name
        if written in schema.get("properties", {}):
            schema["properties"][written].setdefault("description", translate(text))


def _tidy(node: Any) -> None:
    """Say what pydantic says in the fewest words, for those who meet the schema in an editor.

    The keys of a map are named by their pattern, and others refused. A key that may be left out is left out, not null.
    A title that repeats a name is no help.
    """
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _tidy(each)
    match node:
        case {"patternProperties": dict(patterns)}:
            for pattern, values in patterns.items():
                node |= {"propertyNames": {"pattern": pattern}, "additionalProperties": values}
            del node["patternProperties"]
        case {"anyOf": [*forms, {"type": "null"}]}:
            del node["anyOf"], node["default"]
            node |= {**forms[0], **node} if len(forms) == 1 else {"anyOf": forms}
    if isinstance(node, dict) and isinstance(node.get("title"), str):
        del node["title"]


def _models_in(annotation: Any, seen: set[Any]) -> Iterator[type[BaseModel]]:
    """Every model inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models_in(field.annotation, seen)
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument, seen)
