"""A new file of a kind: what is known is there, what must be filled in is empty, the rest waits to be used."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from waqai.authoring.notation import STEP, WIDTH, entry_lines
from waqai.authoring.samples import GAP, Line, Sampler, is_text, meaning_of
from waqai.config import Config
from waqai.model.descriptions import meaning_of as meaning_of_model
from waqai.model.descriptions import translator
from waqai.problems import N_
from waqai.schemas import schema as schema_of

_MARKS = re.compile("[\u200e\u200f]")
"""Direction marks, which are of use in a sentence and which `check` warns of in a file."""
COLUMN = 32
"""Where the meanings begin, counted from 0."""
HOW_TO = N_(
    "Fill in what is empty. Take the “#” away from the lines that you use and put your words in the place of “…”; "
    "delete the others."
)
TO_FILL_IN = N_("To be filled in:")
IN_FULL = N_("Or in full:")
WRITTEN_BY_OTHERS = frozenset({"tr", "was", "imported"})
"""What a new file cannot have: `waqai stamp`, a change of the id, and `waqai import` write these."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """What is known of a record, or of the settings, whose file is to be written."""

    kind: type[BaseModel]
    schema: str
    """The name of its schema."""
    answers: Mapping[str, Any]
    """By key: the values that are known. A text stands by language."""
    needed: Collection[str]
    """Keys that must be there, known or not."""
    config: Config


def annotated(file: NewFile, address: str, tag: str, translate: Callable[[str], str]) -> str:
    """The file with every field of its kind explained in the language `tag`; editors find its schema at the address.

    `translate` is gettext of the commands in the same language.
    """
    head = [translator(tag)(meaning_of_model(file.kind)), translate(HOW_TO)]
    writer = _Writer(file, tag, translate)
    fields = schema_of(file.schema, tag, file.config)["properties"]
    lines = [schema_line(address), *_comments(" ".join(head)), ""]
    for key in fields:
        if key not in WRITTEN_BY_OTHERS:
            lines += writer.field(key, fields[key])
    return "".join(f"{line}\n" for line in lines)


def short(file: NewFile, address: str) -> str:
    """The file with what is known and what must be filled in, and nothing else."""
    keys = [field.alias or name for name, field in file.kind.model_fields.items()]
    present = {key: file.answers.get(key) for key in keys if key in file.answers or key in file.needed}
    lines = (line for key, value in present.items() for line in entry_lines(key, value))
    return "".join(f"{line}\n" for line in (schema_line(address), *lines))


def schema_line(path: str) -> str:
    """The line by which editors with the YAML language server find the schema of a file."""
    return f"# yaml-language-server: $schema={path}"


class _Writer:
    """Writes the fields of one file."""

    def __init__(self, file: NewFile, tag: str, translate: Callable[[str], str]) -> None:
        self._file = file
        self._translate = translate
        definitions = schema_of(file.schema, tag, file.config).get("$defs", {})
        self._sampler = Sampler(definitions, file.config.languages)

    def field(self, key: str, schema: Mapping[str, Any]) -> Iterator[str]:
        """The lines of a field: known, to be filled in, or a sample behind `#`."""
        value, meaning = self._file.answers.get(key), meaning_of(schema)
        if value is None and key not in self._file.needed:
            yield from _unused(self._sampler.lines(key, schema))
            return
        known = meaning if value is not None else f"{self._translate(TO_FILL_IN)} {meaning}"
        first, *others = self._text_lines(key, value) if is_text(schema) else entry_lines(key, value)
        yield from _explained(Line(first, known))
        yield from others
        if value is not None and isinstance(value, list):
            yield from _unused(self._sampler.entry(schema, STEP))
        if full := list(self._sampler.full_form(schema, STEP)):
            yield from _unused([Line(f"{key}:", self._translate(IN_FULL)), *full])

    def _text_lines(self, key: str, value: Mapping[str, str] | None) -> Iterator[str]:
        """A text with a line for each language; the default one is to be written first, the others can wait."""
        default, *others = self._file.config.languages
        if not others or len(value or {}) > len(others):
            yield from entry_lines(key, value if others else (value or {}).get(default))
            return
        yield f"{key}:"
        for tag in (default, *others):
            if tag in (value or {}) or tag == default:
                yield from entry_lines(tag, (value or {}).get(tag), STEP)
            else:
                yield f"{' ' * STEP}# {tag}: {GAP}"


def _unused(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield from _explained(Line(f"# {line.code}", line.meaning))


def _explained(line: Line) -> Iterator[str]:
    """A line with its meaning behind it, and below it as far as it needs more room; above where there is none."""
    start = max(COLUMN, len(line.code) + 2)
    if start > WIDTH // 2 and line.meaning:
        yield from _comments(line.meaning)
        yield line.code
        return
    first, *others = _wrapped(line.meaning, WIDTH - start - 2) or [""]
    yield f"{line.code.ljust(start)}# {first}" if first else line.code
    lead = "#".ljust(start) if line.code.startswith("#") else " " * start
    yield from (f"{lead}# {text}" for text in others)


def _comments(text: str) -> Iterator[str]:
    return (f"# {line}" for line in _wrapped(text, WIDTH - 2))


def _wrapped(text: str, width: int) -> Sequence[str]:
    return textwrap.wrap(_MARKS.sub("", text), width, break_long_words=False, break_on_hyphens=False)
