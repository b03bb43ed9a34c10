"""`waqai diff` and `waqai log`: what a change means, and how a record came to be what it is."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waqai.cli.console import Console
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.problems import N_, Problem

if TYPE_CHECKING:
    from waqai.comparison import Version, Wording
    from waqai.content import Timeline
    from waqai.revisions import Repository

PARTS = ("timeline.yaml", "content", "locales", "templates")
"""What makes a timeline, of all that a repository may hold."""
MOST_LINES = 200
NO_REVISION = N_("Git knows no revision “{revision}” here, and there is no such folder: {reason}")
UNREADABLE = N_("“{side}” holds no timeline that can be read: see `waqai check`.")
FAULTY = N_("“{side}” has faults ({count}): what could not be read is not compared.")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states that are compared."""

    name: str
    timeline: Timeline


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option("--folder", type=FOLDER, default=".", help="The timeline's folder; by default, here.")
@click.option("--format", "output_format", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option(
    "--limit", type=click.IntRange(min=1), default=MOST_LINES, help="Differences to tell; the rest are counted."
)
@LANG_OPTION
def diff(base: str, head: str | None, folder: Path, output_format: str, limit: int, lang: str) -> None:  # noqa: PLR0913, PLR0917
    """Say what a change means: from BASE to HEAD, or to the files as they are now.

    BASE and HEAD are revisions of git or folders. Of two revisions, what is told is what HEAD changed since it parted
    from BASE, as a pull request shows it. Nothing of either is run, and the files that lie here stay as they are.
    """
    from waqai.cli import summary
    from waqai.comparison import differences

    console = Console(lang)
    with _sides(base, head, folder, console) as (before, after):
        for side in (before, after):
            errors = sum(problem.is_error for problem in side.timeline.problems)
            if errors:
                console.failure(FAULTY, side=side.name, count=errors)
        found = differences(before.timeline.library, after.timeline.library)
        account = summary.Account(before.timeline, after.timeline, found, _new(before, after), _new(after, before))
        print(summary.FORMATS[output_format](account, lang, console.translate, limit))


def _new(before: Side, after: Side) -> tuple[Problem, ...]:
    """The problems that one side has and the other has not, wherever in the file they stand."""
    known = {(problem.file, problem.fault.code, problem.path) for problem in before.timeline.problems}
    return tuple(p for p in after.timeline.problems if (p.file, p.fault.code, p.path) not in known)


@contextmanager
def _sides(base: str, head: str | None, folder: Path, console: Console) -> Iterator[tuple[Side, Side]]:
    """Both states, read; the command ends where one of them cannot be."""
    with tempfile.TemporaryDirectory(prefix="waqai-diff-") as parent:
        first = (
            base
            if head is None or Path(base).is_dir() or Path(head).is_dir()
            else _parting(base, head, folder, console)
        )
        before = _side(base, first, folder, Path(parent, "before"), console)
        after = _side(head or str(folder), head or folder, folder, Path(parent, "after"), console)
        yield before, after


def _parting(base: str, head: str, folder: Path, console: Console) -> str:
    """The commit at which two revisions parted."""
    with _told(f"{base} {head}", console):
        return _repository(folder).base(base, head)


def _side(name: str, wanted: str | Path, folder: Path, target: Path, console: Console) -> Side:
    from waqai.content import Timeline, load

    place = Path(wanted)
    if not str(wanted) or not place.is_dir():
        with _told(name, console):
            repository = _repository(folder)
            repository.write(repository.commit(str(wanted)), target, PARTS)
        place = target
    loaded = load(place, drafts=True)
    if not isinstance(loaded, Timeline):
        console.failure(UNREADABLE, side=name)
        sys.exit(1)
    return Side(name, loaded)


def _repository(folder: Path) -> Repository:
    from waqai.revisions import Repository

    return Repository.around(folder)


@contextmanager
def _told(revision: str, console: Console) -> Iterator[None]:
    """End the command with git's own reason where git fails."""
    from waqai.revisions import RevisionError

    try:
        yield
    except RevisionError as error:
        console.failure(NO_REVISION, revision=revision, reason=error)
        sys.exit(1)


@click.command()
@click.argument("records", nargs=-1)
@click.option("--folder", type=FOLDER, default=".", help="The timeline's folder; by default, here.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text")
@click.option("--limit", type=click.IntRange(min=1), default=20, help="Versions of each record to tell.")
@LANG_OPTION
def log(records: tuple[str, ...], folder: Path, output_format: str, limit: int, lang: str) -> None:
    """Say how RECORDS (ids; by default all events) came to be what they are, from the history that git keeps."""
    from waqai.cli import summary
    from waqai.comparison import Wording, histories, shortened

    console = Console(lang)
    side = _side(str(folder), folder, folder, folder, console)
    library = side.timeline.library
    wanted = records or tuple(event.id for event in library.events)
    for key in wanted:
        if key not in library.records:
            console.failure(N_("No record has the id “{id}”."), id=key)
            sys.exit(1)
    with _told(str(folder), console):
        found = histories(_repository(folder), side.timeline.config)
    wording = Wording(summary.language_of(side.timeline, lang), library, library)
    versions = {key: shortened(found.get(key, ()), limit) for key in wanted}
    _print_log(wording, versions, output_format)


def _print_log(wording: Wording, versions: Mapping[str, Sequence[Version]], output_format: str) -> None:
    from waqai.cli import summary

    if output_format == "json":
        told = {key: [_as_json(wording, version) for version in each] for key, each in versions.items()}
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for key, each in versions.items():
        print(wording.heading(key))
        for version in each:
            print(f"  {version.date[:10]} {version.commit[:10]}")
            for sentence in summary.sentences(wording, version):
                print(f"    - {sentence}")


def _as_json(wording: Wording, version: Version) -> dict[str, object]:
    from waqai.cli import summary

    return {"commit": version.commit, "date": version.date, "changes": list(summary.sentences(wording, version))}
