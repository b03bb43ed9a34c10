"""YAML files -> model objects or problems.

Everything that lies in the content folder is accounted for: a file that we do not know is a problem, not a surprise.
Nothing is opened before its path is known to be a plain file with a plain name.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from waqai import yamlfile
from waqai.config import Config
from waqai.content.validation import validate
from waqai.model import RECORD_KINDS, Record
from waqai.model.values import BAD_ID, is_id, nearest_id
from waqai.problems import N_, Fault, Problem, closest

NO_TIMELINE = Fault(
    "no-timeline",
    N_("no file timeline.yaml in “{folder}”"),
    N_("the folder of a timeline"),
    N_("Give the folder that holds timeline.yaml and content/."),
)
NOT_A_FILE = Fault(
    "not-a-plain-file",
    N_("a link or a special file"),
    N_("a plain file or folder"),
    N_("Put a copy of the file itself here."),
)
STRAY_FILE = Fault(
    "stray-file",
    N_("the file “{name}”"),
    N_("{expected}"),
    N_("Rename it, move it where it belongs, or delete it."),
)
UNKNOWN_FOLDER = Fault(
    "unknown-folder", N_("the folder “{name}”"), N_("one of: {known}"), N_("Rename the folder, or move it elsewhere.")
)
UNREADABLE = Fault(
    "unreadable-file",
    N_("something that cannot be read: {reason}"),
    N_("a file or folder that everybody may read"),
    N_("Give permission to read it, or copy it anew."),
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
PAGE_WITHOUT_TITLE = Fault(
    "page-without-title",
    N_("a page without a title"),
    N_("a first line that begins with “# ”, then the title"),
    N_("Write the title there."),
)

SETTINGS = "timeline.yaml"
CONTENT = "content"
PELICANS_FOLDERS = frozenset({"blog", "blog-pages"})
OTHER_FOLDERS = frozenset({"pages", "media"}) | PELICANS_FOLDERS
IGNORED_NAMES = frozenset({"README.md", "README.ar.md", "LICENSE.md"})


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record and the document it came from, which knows the places of its parts."""

    record: Record
    file: str
    document: yamlfile.Document


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A Markdown page of the site itself: content/pages/<id>.<language>.md."""

    id: str
    language: str
    title: str
    body: str
    """Markdown, without the title."""
    file: str


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


def read_timeline(root: Path) -> Reading:
    """Read everything in `root`: settings, records, pages."""
    reading = Reading()
    _read_settings(root, reading)
    if reading.config is None:
        return reading
    context = reading.config.validation_context()
    pages: list[ProsePage] = []
    for path in _files_of(root / CONTENT, root, reading.problems):
        folder = path.parent.name
        if folder == "pages":
            pages += _read_page(path, root, reading)
        else:
            _read_record(path, root, RECORD_KINDS[folder], context, reading)
    media = _entries(root / CONTENT / "media", root, reading.problems)
    reading.media = frozenset(path.name for path, is_folder in media if not is_folder)
    reading.pages = tuple(sorted(pages, key=lambda page: (page.id, page.language)))
    return reading


def _read_settings(root: Path, reading: Reading) -> None:
    path = root / SETTINGS
    if path.is_symlink():
        reading.problems.append(NOT_A_FILE.at(SETTINGS))
    elif not path.is_file():
        reading.problems.append(NO_TIMELINE.at(SETTINGS, folder=root.name or str(root)))
    elif document := _read_yaml(path, root, reading):
        context = {"languages": _tags(document)}
        reading.config_document = document
        reading.config, problems = validate(Config, document.value, document, context)
        reading.problems += _new(problems, document)


def _tags(document: yamlfile.Document) -> tuple[str, ...]:
    """The languages, read before the settings are checked: their own texts need to know the default."""
    tags = document.value.get("languages")
    return tuple(tag for tag in tags if isinstance(tag, str)) or ("en",) if isinstance(tags, list) else ("en",)


def _files_of(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files of the content folder, in the order of their names, wherever the file system keeps them."""
    for path, is_folder in _entries(folder, root, problems):
        if is_folder and path.name in RECORD_KINDS:
            yield from _plain_files(path, root, problems, ".yaml")
        elif is_folder and path.name == "pages":
            yield from _plain_files(path, root, problems, ".md")
        elif is_folder and path.name in PELICANS_FOLDERS:
            _walk(path, root, problems)
        elif is_folder and path.name not in OTHER_FOLDERS:
            problems.append(_unknown_folder(path, root))
        elif not is_folder and not _is_ignored(path.name):
            problems.append(_stray(path, root, "content/<kind>/<id>.yaml"))


def _unknown_folder(path: Path, root: Path) -> Problem:
    known = sorted({*RECORD_KINDS, *OTHER_FOLDERS})
    name, meant = _name(path, root), closest(path.name.lower(), known)
    return UNKNOWN_FOLDER.at(name, suggestion=meant, name=Path(name).name, known=", ".join(known))


def _stray(path: Path, root: Path, expected: str, suggestion: str = "") -> Problem:
    name = _name(path, root)
    return STRAY_FILE.at(name, suggestion=suggestion, name=Path(name).name, expected=expected)


def _is_ignored(name: str) -> bool:
    """Whether a file is no data of ours: what is hidden, as systems and editors leave it, and what explains."""
    return name.startswith(".") or name in IGNORED_NAMES


def _plain_files(folder: Path, root: Path, problems: list[Problem], ending: str) -> Iterator[Path]:
    for path, is_folder in _entries(folder, root, problems):
        if not is_folder and _is_ignored(path.name):
            continue
        if not is_folder and path.suffix == ending:
            yield path
        else:
            is_almost = path.suffix.lower() in {".yml", ".yaml", ".markdown", ".md"}
            meant = f"{path.stem}{ending}" if is_almost and not is_folder else ""
            problems.append(_stray(path, root, f"content/{folder.name}/<id>{ending}", meant))


def _walk(folder: Path, root: Path, problems: list[Problem]) -> None:
    """Look at a folder that Pelican publishes from: it follows links wherever they lead."""
    for path, is_folder in _entries(folder, root, problems):
        if is_folder:
            _walk(path, root, problems)


def _entries(folder: Path, root: Path, problems: list[Problem]) -> list[tuple[Path, bool]]:
    """Path and whether it is a folder, without following links; what is neither is refused unopened."""
    if folder.is_symlink():
        problems.append(NOT_A_FILE.at(_name(folder, root)))
    if folder.is_symlink() or not folder.is_dir():
        return []
    found = []
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        problems.append(UNREADABLE.at(_name(folder, root), reason=error.strerror))
        return []
    for entry in entries:
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
            found.append((Path(entry.path), stat.S_ISDIR(mode)))
        else:
            problems.append(NOT_A_FILE.at(_name(Path(entry.path), root)))
    return sorted(found)


def _read_bytes(path: Path, root: Path, reading: Reading) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        reading.problems.append(UNREADABLE.at(_name(path, root), reason=error.strerror))
        return None


def _read_yaml(path: Path, root: Path, reading: Reading) -> yamlfile.Document | None:
    """The file, if it holds a map; its problems are noted."""
    name, data = _name(path, root), _read_bytes(path, root, reading)
    if data is None:
        return None
    document = yamlfile.read(data, name)
    reading.problems += document.problems
    if isinstance(document.value, dict):
        return document
    if not any(problem.is_error for problem in document.problems):
        reading.problems.append(NOT_A_MAP.at(name))
    return None


def _read_record(path: Path, root: Path, kind: type[Record], context: Any, reading: Reading) -> None:
    name, key = _name(path, root), path.stem
    if not is_id(key):
        reading.problems.append(BAD_ID.at(name, suggestion=nearest_id(key), id=Path(name).stem))
        return
    reading.kinds.setdefault(key, kind.kind_name)
    document = _read_yaml(path, root, reading)
    if document is None:
        return
    if "id" in document.value:
        reading.problems.append(ID_IN_FILE.at(name, *document.locate(("id",), key=True), ("id",)))
    record, problems = validate(kind, {**document.value, "id": key}, document, context)
    reading.problems += _new(problems, document)
    if key in reading.records:
        reading.problems.append(DUPLICATE_ID.at(name, id=key, other=reading.records[key].file))
    elif record is not None:
        reading.records[key] = ReadRecord(record, name, document)


def _new(problems: list[Problem], document: yamlfile.Document) -> list[Problem]:
    """Those that are not the consequence of a slip that was found in the same line already."""
    spoilt = {problem.line for problem in document.problems if problem.is_error}
    return [problem for problem in problems if problem.line not in spoilt]


def _read_page(path: Path, root: Path, reading: Reading) -> Iterator[ProsePage]:
    name = _name(path, root)
    key, _, language = path.stem.rpartition(".")
    languages = reading.config.languages if reading.config else ()
    if not is_id(key) or language not in languages:
        reading.problems.append(_stray(path, root, f"content/pages/<id>.<{'|'.join(languages)}>.md"))
        return
    data = _read_bytes(path, root, reading)
    if data is None:
        return
    text, problems = yamlfile.read_text(data, name)
    reading.problems += problems
    first, _, body = (text or "").lstrip().partition("\n")
    if first.startswith("# "):
        yield ProsePage(key, language, first.removeprefix("# ").strip(), body.strip() + "\n", name)
    elif text is not None:
        reading.problems.append(PAGE_WITHOUT_TITLE.at(name))


def _name(path: Path, root: Path) -> str:
    """The path in messages; bytes that are no UTF-8 are written as escapes."""
    return path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
