"""Where a new file is prepared: what is known of it, the id that it gets, and its way into the folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, Self

from waqai.authoring.annotated import WRITTEN_BY_OTHERS, NewFile, annotated, short
from waqai.authoring.answers import needed_keys, problems_of, value_of
from waqai.authoring.ids import suggested_id
from waqai.authoring.scalars import written
from waqai.cli.asking import Asker, ask_line
from waqai.cli.console import Console
from waqai.cli.program import program_name
from waqai.config import Config
from waqai.content.folder import CONTENT
from waqai.content.reader import read_settings
from waqai.model import RECORD_KINDS, Record
from waqai.model.values import is_id
from waqai.problems import N_, Problem
from waqai.schemas import as_file, schema
from waqai.site import urls

WRITTEN = N_("Wrote {file}.")
INCOMPLETE = N_("Still to be filled in: {keys}. Then run: {program} check {folder}")
COMPLETE = N_("All that must be there is there. Run: {program} check {folder}")
NO_KEY = N_("“{key}” is no key of this kind. One of: {known}")
NO_VALUE = N_("“{setting}” is no KEY=VALUE.")
NO_ID = N_("There is no title to make an id from. Give one, or an id: --id …")
ID_TAKEN = N_("The id “{id}” is taken by {file}. Give another one: --id …")
BAD_ID = N_("“{id}” is no id: use a–z, 0–9 and “-”, beginning and ending with a letter or a digit.")
ASKED_FOR_ID = N_("The file's name, which is its id and stays the same for ever")


@dataclass(frozen=True, slots=True)
class Given:
    """What was said on the command line."""

    titles: tuple[str, ...]
    """`text`, or `tag=text`."""
    date: str
    word: str
    """The type or kind."""
    settings: tuple[str, ...]
    """`key=value`."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A timeline, and the kind of record that is to be added to it."""

    folder: Path
    config: Config
    kind: type[Record]
    fields: Mapping[str, Mapping[str, Any]]
    """The schemas of the kind's fields."""
    console: Console
    lang: str

    @classmethod
    def of(cls, kind_name: str, folder: Path, console: Console, lang: str) -> Self:
        """For a kind and a timeline's folder; ends the command if the timeline's settings cannot be read."""
        reading = read_settings(folder)
        if reading.config is None:
            console.problems(reading.problems, folder)
            sys.exit(1)
        kind = next(each for each in RECORD_KINDS.values() if each.kind_name == kind_name)
        properties = schema(kind_name, lang, reading.config)["properties"]
        fields = {key: field for key, field in properties.items() if key not in WRITTEN_BY_OTHERS}
        return cls(folder, reading.config, kind, fields, console, lang)

    def answers(self, given: Given) -> dict[str, Any]:
        """What is known, by key; ends the command with 2 if anything of it is wrong."""
        answers: dict[str, Any] = {}
        for key, text in self._said(given):
            if key not in self.fields:
                self._refuse(2, NO_KEY, key=key, known=", ".join(self.fields))
            value, problems = value_of(key, text, self.fields[key], self.config.languages)
            self._accept(problems)
            answers[key] = {**answers.get(key, {}), **value} if isinstance(value, dict) else value
        for key, value in answers.items():
            self._accept(problems_of(self.kind, key, value, self.config))
        return answers

    def _said(self, given: Given) -> Iterator[tuple[str, str]]:
        """Keys and values, as they were written."""
        for title in given.titles:
            tag, equals, text = title.partition("=")
            is_tagged = equals and tag in self.config.languages
            yield self._first_of("title", "name"), f"{{{tag}: {written(text, '{}')}}}" if is_tagged else title
        if given.date:
            yield "date", given.date
        if given.word:
            yield self._first_of("type", "kind"), given.word
        for setting in given.settings:
            key, equals, text = setting.partition("=")
            if not equals:
                self._refuse(2, NO_VALUE, setting=setting)
            yield key.strip(), text

    def _first_of(self, *keys: str) -> str:
        return next((key for key in keys if key in self.fields), keys[0])

    def _accept(self, problems: list[Problem]) -> None:
        for problem in problems:
            self.console.refusal(problem)
        if problems:
            sys.exit(2)

    def _refuse(self, code: int, message: str, **values: object) -> NoReturn:
        self.console.failure(message, **values)
        sys.exit(code)

    def completed(self, answers: dict[str, Any], key: str, *, is_asked: bool) -> str:
        """The id, after everything was asked for that is not known; ends the command if there can be none."""
        if is_asked:
            Asker(self.console, self.kind, self.config, self.fields, self._ids_in).ask_all(answers)
        taken = self._files()
        made = key or self._suggested(answers, taken)
        if is_asked and not key:
            made = ask_line(self.console.translate(ASKED_FOR_ID), made)
        if not made:
            self._refuse(2, NO_ID)
        if not is_id(made):
            self._refuse(2, BAD_ID, id=made)
        if made in taken:
            self._refuse(1, ID_TAKEN, id=made, file=taken[made].relative_to(self.folder).as_posix())
        return made

    def _suggested(self, answers: Mapping[str, Any], taken: Mapping[str, Path]) -> str:
        titles, date = answers.get(self._first_of("title", "name"), {}), answers.get("date", "")
        day = date if isinstance(date, str) else str(date.get("is", ""))
        return suggested_id(titles, day, taken, publisher=answers.get("publisher", ""))

    def _files(self) -> dict[str, Path]:
        """The files of all records, by id."""
        return {path.stem: path for name in RECORD_KINDS for path in (self.folder / CONTENT / name).glob("*.yaml")}

    def _ids_in(self, name: str) -> list[str]:
        return sorted(path.stem for path in (self.folder / CONTENT / name).glob("*.yaml"))

    def text(self, answers: Mapping[str, Any], key: str, *, is_short: bool) -> str:
        """The text of the file."""
        file = NewFile(self.kind, self.kind.kind_name, answers, needed_keys(self.kind, answers), self.config)
        address = os.path.relpath(self._schema(), self._path(key).parent.absolute()).replace(os.sep, "/")
        return short(file, address) if is_short else annotated(file, address, self.lang, self.console.translate)

    def _path(self, key: str) -> Path:
        folder = next(name for name, kind in RECORD_KINDS.items() if kind is self.kind)
        return self.folder / CONTENT / folder / f"{key}.yaml"

    def _schema(self) -> Path:
        """The schema of the kind: of the timeline, or of the repository that it is part of."""
        own, name = self.folder.absolute(), urls.schema(self.kind.kind_name, self.lang)
        return next((each / name for each in (own, *own.parents) if (each / name).is_file()), own / name)

    def write(self, answers: Mapping[str, Any], key: str, text: str) -> None:
        """Write the file, and the timeline's own schema as it is today; say what is left to do."""
        path, aside = self._path(key), self._schema()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if aside.is_relative_to(self.folder.absolute()):
            aside.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(as_file(schema(self.kind.kind_name, self.lang, self.config)), "utf-8")
        self._tell(answers, path)

    def _tell(self, answers: Mapping[str, Any], path: Path) -> None:
        empty = [name for name in needed_keys(self.kind, answers) if name not in answers]
        self.console.summary(WRITTEN, file=path)
        message = INCOMPLETE if empty else COMPLETE
        self.console.summary(message, keys=", ".join(empty), program=program_name(), folder=self.folder)
