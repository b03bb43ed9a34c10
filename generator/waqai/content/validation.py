"""From pydantic's errors to our problems: every one with its place in the file, and in our words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ValidationError

from waqai.content.bounds import MOST_OF_A_FILE, bounded
from waqai.model import Record
from waqai.model.values import WRONG_KIND_OF_VALUE, shown
from waqai.problems import N_, Fault, Nearest, Path, Problem, Term
from waqai.yamlfile import Document

MISSING_KEY = Fault(
    "missing-key", N_("no “{key}”"), N_("“{key}”, which is required here"), N_("Add the line “{key}: …”.")
)
UNKNOWN_KEY = Fault(
    "unknown-key",
    N_("the key “{key}”"),
    N_("one of: {known}"),
    N_("Correct the key, or delete it with what stands behind it."),
)
OUT_OF_RANGE = Fault("out-of-range", N_("the number {found}"), N_("a number {limit}"), N_("Correct the number."))
TOO_FEW = Fault(
    "too-few", N_("a list of only {found}"), N_("{expected} or more entries"), N_("Add the entries that are missing.")
)

TOO_MANY = Fault(
    "too-many",
    N_("a list of {found}"),
    N_("at most {expected} entries"),
    N_("Divide it: several events say more than one."),
)

_TEXT = N_("a text")
_LIST = N_("a list: [a, b], or entries on lines of their own that begin with “- ”")
_MAP = N_("keys with values, each on a line of its own: “key: value”")
_EXPECTED = {
    "string_type": _TEXT,
    "tuple_type": _LIST,
    "dict_type": _MAP,
    "model_type": _MAP,
    "model_attributes_type": _MAP,
    "int_type": N_("a whole number"),
    "float_type": N_("a number"),
    "bool_type": N_("true or false"),
}
_QUOTED_TEXT = N_("a text; one that looks like a number, true or false stands in quotes")
_BOOLEANS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
_LIMITS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}

Model = TypeVar("Model", bound=BaseModel)
Wording = tuple[Fault, str | Nearest, Mapping[str, object]]
"""A fault, what was probably meant (or nothing), and the values of the message."""


def validate(
    model: type[Model], value: Any, document: Document, context: Mapping[str, Any]
) -> tuple[Model | None, list[Problem]]:
    """The model object, or what is wrong with it. `value` may have keys that are not in the file, such as its id."""
    try:
        return model.model_validate(value, context=dict(context)), []
    except ValidationError as errors:
        slips = [_Slip.of(error, value) for error in errors.errors(include_url=False)[:MOST_OF_A_FILE]]
        problems = [_problem(slip, model, document) for slip in slips]
        return None, _without_echoes(bounded(problems, untold=errors.error_count() - len(slips)))


def is_valid(model: type[BaseModel], value: Any, context: Mapping[str, Any]) -> bool:
    """Whether a value is one of the model's."""
    try:
        model.model_validate(value, context=dict(context))
    except ValidationError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Slip:
    """One of pydantic's errors."""

    kind: str
    location: Path
    """Where it is for pydantic, which adds steps of its own: names of unions, validators and full forms."""
    path: Path
    """Where it is in the file."""
    found: Any
    context: Mapping[str, Any]

    @classmethod
    def of(cls, error: Any, value: Any) -> Self:
        """The error, with its place in the file that `value` came from."""
        context = error.get("ctx", {})
        path, found = path_in_file((*error["loc"], *context.get("under", ())), value)
        return cls(error["type"], error["loc"], path, found, context)

    @property
    def is_about_key(self) -> bool:
        """Whether the mistake is in a key, not in its value."""
        return self.kind == "extra_forbidden" or "[key]" in self.location or bool(self.context.get("under"))


def path_in_file(location: Path, value: Any) -> tuple[Path, Any]:
    """The steps of `location` that the file has, and what stands there."""
    path: list[int | str] = []
    for step in location:
        is_index = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if is_index or (isinstance(value, Mapping) and step in value):
            value = value[step]
            path.append(step)
    return tuple(path), value


def _problem(slip: _Slip, model: type[BaseModel], document: Document) -> Problem:
    fault, suggestion, values = _wording(slip, model)
    line, column = document.locate(slip.path, key=slip.is_about_key)
    return fault.at(document.file, line, column, slip.path, suggestion=suggestion, **values)


def _wording(slip: _Slip, model: type[BaseModel]) -> Wording:
    match slip.kind:
        case "waqai":
            return slip.context["fault"], slip.context["suggestion"], slip.context["values"]
        case "missing":
            return MISSING_KEY, "", {"key": slip.location[-1]}
        case "extra_forbidden":
            return _unknown_key(str(slip.location[-1]), sorted(_keys_at(model, slip.location[:-1])))
        case "too_long":
            return TOO_MANY, "", {"found": slip.context["actual_length"], "expected": slip.context["max_length"]}
        case "too_short":
            return TOO_FEW, "", {"found": slip.context["actual_length"], "expected": slip.context["min_length"]}
    limit = next((f"{sign} {slip.context[key]}" for key, sign in _LIMITS.items() if key in slip.context), "")
    return (OUT_OF_RANGE, "", {"found": slip.found, "limit": limit}) if limit else _wrong_kind(slip)


def _unknown_key(key: str, known: list[str]) -> Wording:
    return UNKNOWN_KEY, Nearest(key, known), {"key": key, "known": ", ".join(known)}


def _wrong_kind(slip: _Slip) -> Wording:
    expected = _EXPECTED[slip.kind]
    if expected == _TEXT and isinstance(slip.found, bool | int | float):
        return WRONG_KIND_OF_VALUE, f'"{str(slip.found).lower()}"', _found(slip, _QUOTED_TEXT)
    return WRONG_KIND_OF_VALUE, _meant(slip), _found(slip, expected)


def _meant(slip: _Slip) -> str:
    if slip.kind == "tuple_type" and isinstance(slip.found, str | int):
        return f"[{slip.found}]"
    return _BOOLEANS.get(slip.found.lower(), "") if slip.kind == "bool_type" and isinstance(slip.found, str) else ""


def _found(slip: _Slip, expected: str) -> Mapping[str, object]:
    return {"found": shown(slip.found), "expected": Term(expected)}


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """A key that was only misspelt is not missing as well."""
    meant = {(*problem.path[:-1], problem.suggestion) for problem in problems if problem.fault is UNKNOWN_KEY}
    return [
        problem
        for problem in problems
        if problem.fault is not MISSING_KEY or (*problem.path, dict(problem.values)["key"]) not in meant
    ]


def _keys_at(model: type[BaseModel], location: Path) -> Iterator[str]:
    """The keys that are known where an unknown one was found."""
    for step in location:
        field = next((f for name, f in model.model_fields.items() if step in (name, f.alias)), None)
        model = _model_in(field.annotation if field else None) or model
    for name, field_ in model.model_fields.items():
        if name != "id" or not issubclass(model, Record):  # a record's id is the name of its file
            yield field_.alias or name


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `X | None`, `tuple[X, ...]`, `dict[str, X]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = (_model_in(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in inside if model), None)
