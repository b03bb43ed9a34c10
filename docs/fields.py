"""Tables of the fields of a model: how they are called, whether they are required, their form and their meaning."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

from annotated_types import Ge, Le, MinLen
from pydantic import BaseModel

from docs.tables import table
from waqai import config
from waqai.model import Event, Record, parts, records, values, when
from waqai.model.descriptions import descriptions_of
from waqai.model.values import Value

FORMS = {
    "ClaimReference": "`claim` or `event#claim`",
    "Date": "[date](dates.md)",
    "Degrees": "number",
    "Email": "e-mail address",
    "EventType": "[event type](#event-types)",
    "Id": "id",
    "Kept": "map",
    "LanguageTag": "language",
    "LicenceId": "SPDX identifier",
    "MoveTarget": "`topic`, `agreement` or `agreement#term`",
    "RelationKey": "[relation](#relations)",
    "Role": "[role](#roles)",
    "SourceEntry": "id, or [inline source](#inline-source)",
    "StateKey": "[state](#states)",
    "StrictBool": "`true` or `false`",
    "StrictInt": "whole number",
    "Text": "text",
    "Url": "address",
    "WhenField": "[event date](#event-date), or only its `is`",
    "WikidataId": "`Q` and a number",
    "Words": "words",
    "float": "number",
    "str": "words",
}
"""How the types of fields are said in the tables."""
MODELS: dict[str, type[BaseModel]] = {
    name: value
    for module in (parts, records, values, when, config)
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, Value)
}
BEHIND = {"WhenField": "EventDate", "SourceEntry": "InlineSource"}
"""Models that stand behind the name of a type."""
SHARED = frozenset({"EventDate", "Change"})


def fields_of(model: type[BaseModel]) -> str:
    """The table of a model's fields, then the tables of the maps that it is made of."""
    own = "\n\n".join([_doc(model), table(("field", "required", "form", "meaning"), _field_rows(model))])
    inner = (f"### {_title(part)}\n\n{fields_of(part)}" for part in _parts_of(model))
    return "\n\n".join([own, *inner])


def _field_rows(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    for name in _own_annotations(model):
        field = model.model_fields[name]
        if not (name == "id" and issubclass(model, Record)):
            required = "yes" if field.is_required() else ""
            yield f"`{field.alias or name}`", required, _form(model, name), _meaning(model, name)


def _own_annotations(model: type[BaseModel]) -> dict[str, str]:
    """The fields that the class itself declares, with their annotations as they are written."""
    return {name: text for name, text in inspect.get_annotations(model).items() if name in model.model_fields}


def _form(model: type[BaseModel], name: str) -> str:
    words = _said(ast.parse(_own_annotations(model)[name], mode="eval").body)
    limits = [_limit(limit) for limit in model.model_fields[name].metadata]
    return " ".join([words, *filter(None, limits)])


def _said(annotation: ast.expr) -> str:
    """A type in words."""
    match annotation:
        case ast.BinOp(left=left):
            return _said(left)
        case ast.Name(id=name):
            return FORMS.get(name) or _link(name)
        case ast.Subscript(value=ast.Name(id=outer), slice=ast.Tuple(elts=inner)):
            return _said_of_many(outer, inner)
        case ast.Subscript(slice=inner):
            return _said(inner)
        case _:
            return ast.unparse(annotation)


def _said_of_many(outer: str, inner: list[ast.expr]) -> str:
    match outer, inner:
        case "tuple", [item, ast.Constant()]:
            return f"list of {_said(item)}"
        case "tuple", items:
            return f"list: {', '.join(map(_said, items))}"
        case "dict", [key, value]:
            return f"map from {_said(key)} to {_said(value)}"
        case "Annotated", [item, ast.Call(func=ast.Name(id="ShortForm"), args=[ast.Constant(value=str(key))])]:
            return f"{_said(item)}, or only its `{key}`"
        case "Annotated", [item, *_]:
            return _said(item)
        case _:
            return " · ".join(f"`{ast.literal_eval(word)!s}`" for word in inner)


def _limit(limit: object) -> str:
    match limit:
        case Ge():
            return f"from {limit.ge!r}"
        case Le():
            return f"to {limit.le!r}"
        case MinLen():
            return f"(at least {limit.min_length})"
        case _:
            return ""


def _meaning(model: type[BaseModel], name: str) -> str:
    field, text = model.model_fields[name], descriptions_of(model).get(name, "")
    default = f" Default: `{field.default}`." if isinstance(field.default, str | int) and field.default else ""
    return f"{' '.join(text.split())}{default}"


def _parts_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    """The models that the model's own annotations name, in their order; those that kinds share stand with the event."""
    words = [word for text in _own_annotations(model).values() for word in re.findall(r"\w+", text)]
    names = dict.fromkeys(BEHIND.get(word, word) for word in words)
    return [MODELS[name] for name in names if name in MODELS and (name not in SHARED or model is Event)]


def _title(model: type[BaseModel]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()


def _link(name: str) -> str:
    title = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return f"[{title}](#{title.replace(' ', '-')})"


def _doc(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())
