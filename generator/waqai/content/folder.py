"""What lies in a timeline's folder: nothing is opened before it is known to be a plain file with a plain name.

Everything is accounted for: a file that we do not know is a problem, not a surprise.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from waqai.model import RECORD_KINDS
from waqai.problems import N_, Fault, Problem, closest

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
TOO_MANY_FILES = Fault(
    "too-many-files",
    N_("more than {limit} files of records and pages"),
    N_("at most {limit}"),
    N_("Divide the timeline into several, each in a folder of its own."),
)
NO_CONTENT = Fault(
    "no-content",
    N_("no folder content/ beside timeline.yaml"),
    N_("the folder with the timeline's files"),
    N_("Make the folder, or give it its name back."),
)

MOST_FILES = 50_000
"""Of records and pages. The largest timeline that is measured, of ten thousand events, has 21,000."""
CONTENT = "content"
BESIDE = ("locales", "style", "templates")
"""Folders beside it with what a timeline has of its own."""
PELICANS_FOLDERS = frozenset({"blog", "blog-pages"})
OTHER_FOLDERS = frozenset({"pages", "media"}) | PELICANS_FOLDERS
IGNORED_NAMES = frozenset({"Thumbs.db", "desktop.ini", "README.md", "README.ar.md", "LICENSE.md"})


def files_of(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files of the content folder, in the order of their names, wherever the file system keeps them."""
    if not folder.is_dir():
        problems.append(NO_CONTENT.at(name_of(folder, root)))
    for path, is_folder in entries(folder, root, problems):
        if is_folder and path.name in RECORD_KINDS:
            yield from _plain_files(path, root, problems, ".yaml")
        elif is_folder and path.name == "pages":
            yield from _plain_files(path, root, problems, ".md")
        elif is_folder and path.name in PELICANS_FOLDERS:
            look_through(path, root, problems)
        elif is_folder and path.name not in OTHER_FOLDERS:
            problems.append(_unknown_folder(path, root))
        elif not is_folder and not _is_ignored(path.name):
            problems.append(stray(path, root, "content/<kind>/<id>.yaml"))


def _unknown_folder(path: Path, root: Path) -> Problem:
    known = sorted({*RECORD_KINDS, *OTHER_FOLDERS})
    name, meant = name_of(path, root), closest(path.name.lower(), known)
    return UNKNOWN_FOLDER.at(name, suggestion=meant, name=Path(name).name, known=", ".join(known))


def stray(path: Path, root: Path, expected: str, suggestion: str = "") -> Problem:
    """A file that lies where none of its name belongs."""
    name = name_of(path, root)
    return STRAY_FILE.at(name, suggestion=suggestion, name=Path(name).name, expected=expected)


def _is_ignored(name: str) -> bool:
    """Whether a file is no data of ours: what is hidden, as systems and editors leave it, and what explains."""
    return name.startswith(".") or name.endswith("~") or name in IGNORED_NAMES


def _plain_files(folder: Path, root: Path, problems: list[Problem], ending: str) -> Iterator[Path]:
    for path, is_folder in entries(folder, root, problems):
        if not is_folder and _is_ignored(path.name):
            continue
        if not is_folder and path.suffix == ending:
            yield path
        else:
            is_almost = path.suffix.lower() in {".yml", ".yaml", ".markdown", ".md"}
            meant = f"{path.stem}{ending}" if is_almost and not is_folder else ""
            problems.append(stray(path, root, f"content/{folder.name}/<id>{ending}", meant))


def look_through(folder: Path, root: Path, problems: list[Problem]) -> None:
    """Look at a folder that others read from: they follow links wherever they lead."""
    waiting = [folder]
    while waiting:
        waiting += [path for path, is_folder in entries(waiting.pop(), root, problems) if is_folder]


def entries(folder: Path, root: Path, problems: list[Problem]) -> list[tuple[Path, bool]]:
    """Path and whether it is a folder, without following links; what is neither is refused unopened."""
    if not folder.is_dir() or folder.is_symlink():
        if os.path.lexists(folder):
            problems.append(NOT_A_FILE.at(name_of(folder, root)))
        return []
    found = []
    try:
        scanned = list(os.scandir(folder))
    except OSError as error:
        problems.append(UNREADABLE.at(name_of(folder, root), reason=error.strerror))
        return []
    for entry in scanned:
        try:
            mode = entry.stat(follow_symlinks=False).st_mode
        except FileNotFoundError:
            continue  # it vanished meanwhile, as editors' own files do
        if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
            found.append((Path(entry.path), stat.S_ISDIR(mode)))
        else:
            problems.append(NOT_A_FILE.at(name_of(Path(entry.path), root)))
    return sorted(found)


def name_of(path: Path, root: Path) -> str:
    """The path in messages; bytes that are no UTF-8 are written as escapes."""
    return path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
