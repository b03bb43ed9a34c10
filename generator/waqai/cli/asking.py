"""Questions on the terminal: what is to be known of a new record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import click

from waqai.authoring.answers import NAMED_BY, asked_keys, problems_of, value_of
from waqai.authoring.samples import is_date, is_text, meaning_of, words_in
from waqai.cli.console import Console
from waqai.config import Config
from waqai.model import Record
from waqai.problems import N_, closest

OPTIONAL = N_("may be left empty")
MOST_SHOWN = 30
"""More ids than this are not listed before a question."""
UNKNOWN = N_("No file in content/{folder}/ has the id “{id}” yet. Keep it?")
UNKNOWN_BUT_NEAR = N_("No file in content/{folder}/ has the id “{id}” yet; did you mean “{near}”? Keep it?")


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks for the values of one kind's fields, each until it is right or left empty."""

    console: Console
    kind: type[Record]
    config: Config
    fields: Mapping[str, Mapping[str, Any]]
    """The schemas of the kind's fields."""
    ids_in: Callable[[str], Sequence[str]]
    """The ids of the records in a folder."""

    def ask_all(self, answers: dict[str, Any]) -> None:
        """Ask for what is not known yet, and note it."""
        while missing := [key for key in asked_keys(self.kind, answers) if key not in answers]:
            answers[missing[0]] = self._ask(missing[0])
        for key in [key for key, value in answers.items() if not value]:
            del answers[key]

    def _ask(self, key: str) -> Any:
        field = self.fields[key]
        words = {} if is_date(field) else words_in(field)
        click.echo(f"{key}: {field['description'] if words else meaning_of(field)}")
        for word, label in words.items():
            click.echo(f"  {word.ljust(max(map(len, words)))}  {label}")
        known = self.ids_in(NAMED_BY[key]) if key in NAMED_BY else ()
        if 0 < len(known) <= MOST_SHOWN:
            click.echo(f"  ({', '.join(known)})")
        return self._text() if is_text(self.fields[key]) else self._value(key)

    def _text(self) -> dict[str, str]:
        """One text for each language; the first is the one that all others may wait for."""
        texts: dict[str, str] = {}
        for tag in self.config.languages:
            hint = f" ({self.console.translate(OPTIONAL)})" if texts else ""
            if text := ask_line(f"  {tag}{hint}"):
                texts[tag] = text
            elif not texts:
                break
        return texts

    def _value(self, key: str) -> Any:
        while text := ask_line("  "):
            value, problems = value_of(key, text, self.fields[key], self.config.languages)
            problems = problems or problems_of(self.kind, key, value, self.config)
            for problem in problems:
                self.console.refusal(problem)
            if not problems and self._names_are_meant(key, value):
                return value
        return None

    def _names_are_meant(self, key: str, value: Any) -> bool:
        """Whether every id has a file, or is to have one."""
        folder = NAMED_BY.get(key, "")
        known = self.ids_in(folder) if folder else ()
        named = [] if not folder else value if isinstance(value, list) else [value]
        return all(name in known or self._keeps(str(name), folder, known) for name in named)

    def _keeps(self, name: str, folder: str, known: Sequence[str]) -> bool:
        near = closest(name, known)
        message = self.console.translate(UNKNOWN_BUT_NEAR if near else UNKNOWN)
        return click.confirm(message.format(folder=folder, id=name, near=near), default=not near)


def ask_line(prompt: str, default: str = "") -> str:
    """A line of text; the default where Enter alone is pressed."""
    suffix = ": " if prompt.strip() else "> "
    answer: str = click.prompt(prompt, default=default, show_default=bool(default), prompt_suffix=suffix)
    return answer.strip()
