"""A synthetic timeline that holds a hostile text in every field of every kind, found by walking the models.

A field that is added to a model is filled by its type; only a type of its own has to be added here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from PIL import Image
from pydantic import BaseModel

from tests.site.attack.payloads import ADDRESSES, FALLBACK, TEXTS
from waqai.config import Config
from waqai.content import Timeline, load
from waqai.dates import Edtf
from waqai.model import RECORD_KINDS, vocabulary
from waqai.model.identifiers import BAD_EMAIL, BAD_LICENCE, BAD_WIKIDATA
from waqai.model.values import Id, Kept, LanguageTag, Text, Url, Words
from waqai.model.words import ClaimReference, EventType, RelationKey, Role
from waqai.problems import Path as Place
from waqai.problems import Problem
from waqai.themes import built_in_theme

LANGUAGES = ("ar", "en")
PICTURE = "picture.jpg"
DAY = "2021-02-01"
BASE: Mapping[str, Mapping[str, Any]] = {
    "actors/actor-base": {"kind": "media", "name": "Synthetic agency"},
    "places/place-base": {"kind": "city", "name": "Synthetic town", "at": [1.5, 1.5]},
    "topics/topic-base": {"name": "Synthetic file"},
    "sources/source-base": {"title": "Synthetic report", "publisher": "actor-base", "date": DAY},
    "agreements/agreement-base": {"title": "Synthetic accord", "date": DAY, "parties": ["actor-base"]},
    "events/event-base": {
        "title": "Synthetic talks",
        "date": DAY,
        "type": "talks",
        "claims": [{"id": "told", "text": "Synthetic claim", "chain": ["actor-base"]}],
    },
}
"""What the hostile records name; nothing in it is hostile."""
NAMED = {
    **dict.fromkeys(("by", "publisher", "parties", "binds", "guarantors", "observers", "obliges"), "actor"),
    **dict.fromkeys(("benefits", "chain", "who", "as"), "actor"),
    **dict.fromkeys(("sources", "source", "anchor"), "source"),
    **dict.fromkeys(("where", "place"), "place"),
    "about": "topic",
}
"""By the key of a field, the kind of record of the same number that it names."""
FIXED = {
    "part_of": "{kind}-base",
    "org": "actor-base",
    "based": "place-base",
    "in": "place-base",
    "quotes": "source-base",
    "known_through": "source-base",
    "to": "event-base",
    "claim": "part-0",
    "was": "former-{kind}-{number}",
    "inverse": "extra-{number}",
    "relations": "extra-{number}",
    "states": "extra-{number}",
    "event_types": "extra-{number}",
}
"""By the key of a field, the id that it holds."""
GROUPS = 3
"""How many records of each kind there are: each text stands in every field of one of them."""
PARTS = ["part-0", "part-1"]
"""The ids of the claims of an event, and of the terms of an agreement."""
SETTINGS: Mapping[str, Any] = {
    "id": "hostile",
    "languages": list(LANGUAGES),
    "url": "https://example.org/hostile'(x)&amp;;=",
    "dates": {"zone": "UTC"},
    "bounds": [-90.0, -180.0, 90.0, 180.0],
    "quotes": {"max_words": 40},
    "cards": "none",
    "history": False,
    "archive": False,
}
"""What has to be as it is for the site to be built. No sentence of a source is watched, and no picture drawn."""
OWN_FALLBACKS = {BAD_EMAIL.code: "synthetic@example.org", BAD_LICENCE.code: "CC0-1.0", BAD_WIKIDATA.code: "Q1"}
"""What stands instead of the plain words in a field with a form of its own, by the fault that refuses them."""
_NOTHING = object()


class Filler:
    """Fills models; `number` tells the records of one from those of another."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.texts = TEXTS[number::GROUPS]
        self.text = "\n\n".join(self.texts)
        self.kind = ""
        self._makers: tuple[tuple[Any, Any], ...] = (
            (Text, dict.fromkeys(LANGUAGES, self.text)),
            (LanguageTag, LANGUAGES[number % len(LANGUAGES)]),
            (Words, self.text),
            (str, self.text),
            (Url, ADDRESSES[number % len(ADDRESSES)]),
            (Kept, {self.texts[0]: self.text, "more": [self.text]}),
            (ClaimReference, "event-base#told"),
            (Edtf, DAY),
            (bool, True),
            (int, 1),
            (float, 1.5),
            (EventType, "talks"),
        )

    def record(self, kind: str, model: type[BaseModel]) -> dict[str, Any]:
        """A file of a kind."""
        self.kind = kind
        found = self._model(model)
        del found["id"]
        own = {"draft": False, "moves": self._moves()} if kind == "event" else {}
        if kind == "actor":  # an unnamed source may have nothing that identifies it
            own = {"kind": ("person", "office")[self.number % 2], "safety": "public-role"}
        if "image" in found:
            own["image"] = {**found["image"], "file": PICTURE}
        return found | own

    def settings(self) -> dict[str, Any]:
        """The file `timeline.yaml`."""
        self.kind = "timeline"
        found = {**self._model(Config), **SETTINGS}
        found["repository"] = {**found["repository"], "forge": ("github", "gitlab", "gitea")[self.number % 3]}
        return found

    def _moves(self) -> dict[str, Any]:
        topic, agreement = f"topic-{self.number}", f"agreement-{self.number}"
        moves: dict[str, Any] = {topic: "discussed", agreement: "signed", f"{agreement}#part-0": "in-force"}
        return {key: {"to": state, "on": DAY, "claim": "part-0"} for key, state in moves.items()}

    def _model(self, model: type[BaseModel]) -> dict[str, Any]:
        hints = get_type_hints(model, include_extras=True)
        found = {
            field.alias or name: self._one(hints[name], field.alias or name)
            for name, field in model.model_fields.items()
        }
        return {key: value for key, value in found.items() if value is not _NOTHING}

    def _one(self, hint: Any, key: str) -> Any:
        """The value that this filler has for a type."""
        values = self._all(hint, key)
        return values[self.number % len(values)] if values else _NOTHING

    def _all(self, hint: Any, key: str) -> list[Any]:
        """Every value that there is for a type: several for a choice, none for ids that nothing is known of."""
        for known, value in self._makers:
            if _is(hint, known):
                return [value]
        if _is(hint, Id):
            return self._ids(key)
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return [self._model(hint)]
        return self._composed(get_origin(hint), get_args(hint), key)

    def _composed(self, origin: Any, arguments: tuple[Any, ...], key: str) -> list[Any]:
        if origin is Annotated:
            return self._all(arguments[0], key)
        if origin in (Union, UnionType):
            return [value for each in arguments if each is not type(None) for value in self._all(each, key)]
        if origin is Literal:
            return list(arguments)
        if origin is tuple:
            return [self._list(arguments, key)]
        if origin is dict:
            return [self._map(arguments[0], arguments[1], key)]
        raise TypeError(f"{key}: say in {__name__} how a value of {origin} is made")

    def _ids(self, key: str) -> list[str]:
        if key in NAMED:
            return [f"{NAMED[key]}-{self.number}"]
        if key in FIXED:
            return [FIXED[key].format(kind=self.kind, number=self.number)]
        return PARTS[:1] if key == "id" else []

    def _list(self, arguments: tuple[Any, ...], key: str) -> list[Any]:
        if Ellipsis not in arguments:
            return [self._one(each, key) for each in arguments]
        if key == "claims" and self._all(arguments[0], "id") == PARTS[:1]:
            return list(PARTS)  # the claims that differ
        values = self._all(arguments[0], key)
        return [{**value, "id": part} for value in values for part in PARTS] if key in ("claims", "terms") else values

    def _map(self, keys: Any, values: Any, key: str) -> dict[str, Any]:
        if keys == LanguageTag:
            return {tag: self._one(values, key) for tag in LANGUAGES}
        if keys == Role:
            return {role: self._one(values, "who") for role in vocabulary.ROLES}
        if keys == RelationKey:
            return {relation: self._one(values, key) for relation in vocabulary.RELATIONS}
        if keys is str:  # YAML has no longer key than 1,024 characters
            return {text: self._one(values, key) for text in self.texts}
        return {each: self._one(values, key) for each in self._all(keys, key)}


def _is(hint: Any, known: Any) -> bool:
    """Whether a type is another one, perhaps with something more said of it."""
    if get_origin(hint) is not Annotated or get_origin(known) is not Annotated:
        return bool(hint == known)
    same = hint.__metadata__[: len(known.__metadata__)] == known.__metadata__
    return bool(same and get_args(hint)[0] == get_args(known)[0])


def files() -> Iterator[tuple[str, Any]]:
    """The files of the timeline: path and value."""
    yield "timeline.yaml", Filler(0).settings()
    for path, value in BASE.items():
        yield f"content/{path}.yaml", value
    for number in range(GROUPS):
        filler = Filler(number)
        for folder, model in RECORD_KINDS.items():
            yield f"content/{folder}/{model.kind_name}-{number}.yaml", filler.record(model.kind_name, model)


def write(folder: Path) -> list[Problem]:
    """Write the timeline, with plain words in place of what is refused; gives back what was refused, and why."""
    held = dict(files())
    (folder / "content/media").mkdir(parents=True)
    Image.new("RGB", (40, 20), "gray").save(folder / "content/media" / PICTURE)
    for path, value in held.items():
        _write(folder / path, value)
    for tag in LANGUAGES:
        page = folder / f"content/pages/about.{tag}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text("\n\n".join(("# " + TEXTS[0], *TEXTS, "")), "utf-8")
    return list(_mended(folder, held))


def _mended(folder: Path, held: dict[str, Any]) -> Iterator[Problem]:
    while errors := [problem for problem in _problems(folder) if problem.is_error]:
        yield from errors
        for problem in errors:
            _replace(held[problem.file], problem.path, OWN_FALLBACKS.get(problem.fault.code, FALLBACK))
        for path in {problem.file for problem in errors}:
            _write(folder / path, held[path])


def _problems(folder: Path) -> list[Problem]:
    loaded = load(folder, theme=built_in_theme())
    return list(loaded.problems if isinstance(loaded, Timeline) else loaded)


def _replace(value: Any, path: Place, fallback: str) -> None:
    assert path, "a file is refused as a whole"
    for step in path[:-1]:
        value = value[step]
    assert isinstance(value[path[-1]], str), path
    assert value[path[-1]] != fallback, path
    value[path[-1]] = fallback


def _write(path: Path, value: Any) -> None:
    """JSON is YAML too, and hides no sign of a text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
