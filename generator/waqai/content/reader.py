"""YAML files -> model objects or problems.

Everything that lies in the content folder is accounted for: a file that we do not know is a problem, not a surprise.
Nothing is opened before its path is known to be a plain file with a plain name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from waqai import plainfile, yamlfile
from waqai.config import Config
from waqai.content.folder import (
    BESIDE,
    CONTENT,
    MOST_FILES,
    NOT_A_FILE,
    TOO_MANY_FILES,
    UNREADABLE,
    entries,
    files_of,
    look_through,
    name_of,
    stray,
)
from waqai.content.remembered import ReadRecord, Remembered
from waqai.content.validation import is_valid, validate
from waqai.model import RECORD_KINDS, Record
from waqai.model.values import BAD_ID, is_id, nearest_id
from waqai.problems import N_, Fault, Problem

NO_TIMELINE = Fault(
    "no-timeline",
    N_("no file timeline.yaml in “{folder}”"),
    N_("the folder of a timeline"),
    N_("Give the folder that holds timeline.yaml and content/."),
)
NOT_A_MAP = Fault(
    "not-a-map",
    N_("a file that is not a map of keys and values"),
    N_("lines of the form “key: value”"),
    N_("Begin from the annotated example of this kind."),
)
ID_IN_FILE = Fault(
    "id-in-file", N_("the key “id”"), N_("no such key: the id is the file's name"), N_("Delete the line.")
)
DUPLICATE_ID = Fault(
    "duplicate-id",
    N_("the id “{id}”, which the file {other} has too"),
    N_("an id that nothing else has"),
    N_("Rename one of the two files."),
)
WRONG_FOLDER = Fault(
    "wrong-folder",
    N_("a file in content/{here}/ that looks like one of content/{there}/"),
    N_("every file in the folder of its kind"),
    N_("Move the file to content/{there}/."),
)
PAGE_WITHOUT_TITLE = Fault(
    "page-without-title",
    N_("a page without a title"),
    N_("a first line that begins with “# ”, then the title"),
    N_("Write the title there."),
)

SETTINGS = "timeline.yaml"


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A Markdown page of the site itself: content/pages/<id>.<language>.md."""

    id: str
    language: str
    title: str
    body: str
    """Markdown, without the title."""
    file: str
    line: int
    """The line of the file on which the body begins, from 1."""


@dataclass(slots=True)
class Reading:
    """What was read from one folder."""

    config: Config | None = None
    config_document: yamlfile.Document | None = None
    records: dict[str, ReadRecord] = field(default_factory=dict)
    """By id."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Kind by id of all records, those with faults included: to name one of these is not a fault of its own."""
    pages: tuple[ProsePage, ...] = ()
    media: frozenset[str] = frozenset()
    """The names of the files in content/media/."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read, so that what is missing is really missing."""
        return not any(problem.is_error for problem in self.problems)


def read_timeline(root: Path, memory: Path | None = None) -> Reading:
    """Read everything in `root`: settings, records, pages.

    `memory` is the file of the records that were read before, and will be that of those that are read now.
    """
    reading = read_settings(root)
    if reading.config is None:
        return reading
    kept = Remembered(memory, repr(reading.config))
    context = reading.config.validation_context()
    pages: list[ProsePage] = []
    for name in BESIDE:
        look_through(root / name, root, reading.problems)
    for number, path in enumerate(files_of(root / CONTENT, root, reading.problems)):
        if number == MOST_FILES:
            reading.problems.append(TOO_MANY_FILES.at(CONTENT, limit=MOST_FILES))
            break
        folder = path.parent.name
        if folder == "pages":
            pages += _read_page(path, root, reading)
        else:
            _take_record(path, root, context, reading, kept)
    kept.store({held.file for held in reading.records.values()})
    if any(problem.fault is BAD_ID for problem in reading.problems):
        named = _ids_by_name(reading)
        reading.problems = [_with_named_record(problem, named) for problem in reading.problems]
    media = entries(root / CONTENT / "media", root, reading.problems)
    reading.media = frozenset(path.name for path, is_folder in media if not is_folder)
    reading.pages = tuple(sorted(pages, key=lambda page: (page.id, page.language)))
    return reading


def _ids_by_name(reading: Reading) -> dict[str, str]:
    """The first record that has a name, in any language and whole or short."""
    found: dict[str, str] = {}
    for key, held in reading.records.items():
        for texts in (getattr(held.record, "name", {}), getattr(held.record, "short", None) or {}):
            for text in texts.values():
                found.setdefault(text.casefold(), key)
    return found


def _with_named_record(problem: Problem, named: Mapping[str, str]) -> Problem:
    """Where a name stands in the place of an id, with the id of the record that has this name."""
    key = named.get(str(dict(problem.values)["id"]).casefold()) if problem.fault is BAD_ID else None
    return replace(problem, meant=key) if key else problem


def read_settings(root: Path) -> Reading:
    """Read `timeline.yaml` alone."""
    reading = Reading()
    path = root / SETTINGS
    if not os.path.lexists(path):
        reading.problems.append(NO_TIMELINE.at(SETTINGS, folder=root.name or str(root)))
    elif document := _read_yaml(path, root, reading):
        context = {"languages": _tags(document)}
        reading.config_document = document
        reading.config, problems = validate(Config, document.value, document, context)
        reading.problems += _new(problems, document)
    return reading


def _tags(document: yamlfile.Document) -> tuple[str, ...]:
    """The languages, read before the settings are checked: their own texts need to know the default."""
    tags = document.value.get("languages")
    return tuple(tag for tag in tags if isinstance(tag, str)) or ("en",) if isinstance(tags, list) else ("en",)


def _read_bytes(path: Path, root: Path, reading: Reading) -> bytes | None:
    name = name_of(path, root)
    try:
        return plainfile.read(path, yamlfile.MAX_BYTES)
    except plainfile.NotPlainError:
        reading.problems.append(NOT_A_FILE.at(name))
    except plainfile.TooLargeError as error:
        reading.problems.append(yamlfile.FILE_TOO_LARGE.at(name, size=error.size, limit=yamlfile.MAX_BYTES))
    except OSError as error:
        reading.problems.append(UNREADABLE.at(name, reason=error.strerror))
    return None


def _read_yaml(path: Path, root: Path, reading: Reading) -> yamlfile.Document | None:
    """The file, if it holds a map; its problems are noted."""
    name, data = name_of(path, root), _read_bytes(path, root, reading)
    if data is None:
        return None
    document = yamlfile.read(data, name)
    reading.problems += document.problems
    if isinstance(document.value, dict):
        return document
    if not any(problem.is_error for problem in document.problems):
        reading.problems.append(NOT_A_MAP.at(name))
    return None


def _take_record(path: Path, root: Path, context: Any, reading: Reading, kept: Remembered) -> None:
    """A record as it is remembered, or read from its file and, if nothing is wrong with it, remembered."""
    name, kind = name_of(path, root), RECORD_KINDS[path.parent.name]
    if path.stem in reading.records:
        reading.problems.append(DUPLICATE_ID.at(name, id=path.stem, other=reading.records[path.stem].file))
    if held := kept.get(path, name):
        reading.kinds.setdefault(path.stem, kind.kind_name)
    else:
        stamp, faults = kept.stamp(path), len(reading.problems)
        held = _read_record(path, root, kind, context, reading)
        if held and stamp and len(reading.problems) == faults:
            kept.add(name, stamp, held)
    if held:
        reading.records.setdefault(path.stem, held)


def _read_record(path: Path, root: Path, kind: type[Record], context: Any, reading: Reading) -> ReadRecord | None:
    name, key = name_of(path, root), path.stem
    if not is_id(key):
        meant = nearest_id(key)
        reading.problems.append(BAD_ID.at(name, suggestion=meant, id=Path(name).stem))
        reading.kinds.setdefault(meant, kind.kind_name)  # what names the record means this file
        return None
    reading.kinds.setdefault(key, kind.kind_name)
    document = _read_yaml(path, root, reading)
    if document is None:
        return None
    if "id" in document.value:
        reading.problems.append(ID_IN_FILE.at(name, *document.locate(("id",), key=True), ("id",)))
    value = {**document.value, "id": key}
    record, problems = validate(kind, value, document, context)
    if other := _folder_that_fits(value, context, kind) if len(problems) > 1 else "":
        problems = [WRONG_FOLDER.at(name, here=path.parent.name, there=other)]
    reading.problems += _new(problems, document)
    return ReadRecord.of(record, document) if record else None


def record_in(data: bytes, name: str, context: Any) -> Record | None:
    """The record that a file of this name and content describes, by itself; None if the file has a fault."""
    path = PurePosixPath(name)
    document = yamlfile.read(data, name)
    if not is_id(path.stem) or not isinstance(document.value, dict) or any(p.is_error for p in document.problems):
        return None
    return validate(RECORD_KINDS[path.parent.name], {**document.value, "id": path.stem}, document, context)[0]


def _folder_that_fits(value: Any, context: Any, kind: type[Record]) -> str:
    """The folder in which a file that is wrong here would be right, if there is one."""
    for folder, other in RECORD_KINDS.items():
        if other is not kind and is_valid(other, value, context):
            return folder
    return ""


def _new(problems: list[Problem], document: yamlfile.Document) -> list[Problem]:
    """Those that are not the consequence of a slip that was found in the same line already."""
    spoilt = {problem.line for problem in document.problems if problem.is_error}
    return [problem for problem in problems if problem.line not in spoilt]


def _read_page(path: Path, root: Path, reading: Reading) -> Iterator[ProsePage]:
    name = name_of(path, root)
    key, _, language = path.stem.rpartition(".")
    languages = reading.config.languages if reading.config else ()
    if not is_id(key) or language not in languages:
        reading.problems.append(stray(path, root, f"content/pages/<id>.<{'|'.join(languages)}>.md"))
        return
    data = _read_bytes(path, root, reading)
    if data is None:
        return
    text, problems = yamlfile.read_text(data, name)
    reading.problems += problems
    first, _, rest = (text or "").lstrip().partition("\n")
    body = rest.lstrip("\r\n")
    line = (text or "").count("\n", 0, len(text or "") - len(body)) + 1
    if first.startswith("# "):
        yield ProsePage(key, language, first.removeprefix("# ").strip(), body.strip() + "\n", name, line)
    elif text is not None:
        reading.problems.append(PAGE_WITHOUT_TITLE.at(name))
