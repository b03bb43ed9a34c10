"""`waqai status`, `waqai stamp` and `waqai language add`: the commands for translators."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waqai.cli import report
from waqai.cli.console import Console
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.cli.replacing import replace
from waqai.problems import N_

if TYPE_CHECKING:
    from waqai.config import Config
    from waqai.content.coverage import Coverage, Task
    from waqai.content.reader import Reading
    from waqai.content.remembered import ReadRecord

DOINGS = {
    "missing": N_("to translate from {original}: {path}"),
    "stale": N_("to review: the text in {original} has changed since"),
    "machine": N_("to review: translated from {original} by a machine"),
}
COVERED = N_(
    "{language}: {per_cent} % translated ({translated} of {texts} texts). "
    "To translate: {missing}, changed since: {stale}, by a machine: {machine}."
)
ORIGINAL = N_("{language}: the default language, {translated} of {texts} texts.")
LANGUAGE_OPTION = click.option(
    "--language", "languages", multiple=True, metavar="TAG", help="Only this language; may be given several times."
)


def _read(folder: Path, console: Console) -> tuple[Reading, Config]:
    """What is in a timeline; ends the command if its files cannot be read."""
    from waqai.content.reader import read_timeline

    reading = read_timeline(folder)
    if reading.config is None:
        console.problems(reading.problems, folder)
        sys.exit(1)
    return reading, reading.config


def _chosen(asked: Sequence[str], config: Config, console: Console) -> tuple[str, ...]:
    """The languages that were asked for, or all."""
    for tag in asked:
        if tag not in config.languages:
            known = ", ".join(config.languages)
            console.failure(N_("“{tag}” is none of the site's languages: {known}."), tag=tag, known=known)
            sys.exit(1)
    return tuple(asked) or config.languages


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@LANGUAGE_OPTION
@click.option("--format", "output_format", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Exit with 1 if there is anything to translate or to review.")
@LANG_OPTION
def status(folder: Path, languages: tuple[str, ...], output_format: str, strict: bool, lang: str) -> None:  # noqa: FBT001
    """Say how much of the timeline in FOLDER exists in each language, and list what there is to translate or review."""
    from waqai.content.coverage import coverage_of, worklist

    console = Console(lang)
    reading, config = _read(folder, console)
    records = [held.record for held in reading.records.values()]
    found = [coverage_of(records, tag) for tag in _chosen(languages, config, console)]
    tasks = {coverage.language: worklist(reading, config, coverage.language) for coverage in found}
    _print_status(console, found, tasks, config, output_format)
    sys.exit(1 if strict and any(tasks.values()) else 0)


def _print_status(
    console: Console,
    found: Sequence[Coverage],
    tasks: dict[str, tuple[Task, ...]],
    config: Config,
    output_format: str,
) -> None:
    if output_format == "json":
        print(json.dumps([_as_json(each, tasks[each.language]) for each in found], ensure_ascii=False, indent=1))
        return
    for coverage in found:
        for task in tasks[coverage.language]:
            print(_as_line(task, console) if output_format == "text" else _as_github(task, console))
        if output_format == "text":
            _print_coverage(console, coverage, config)


def _print_coverage(console: Console, coverage: Coverage, config: Config) -> None:
    console.summary(
        ORIGINAL if coverage.language == config.default_language else COVERED,
        good=coverage.is_complete,
        language=coverage.language,
        per_cent=coverage.per_cent,
        translated=coverage.translated,
        texts=coverage.texts,
        missing=len(coverage.missing),
        stale=len(coverage.stale),
        machine=len(coverage.machine),
    )


def _as_json(coverage: Coverage, tasks: Iterable[Task]) -> dict[str, object]:
    return {
        "language": coverage.language,
        "texts": coverage.texts,
        "translated": coverage.translated,
        "tasks": [asdict(task) for task in tasks],
    }


def _doing(task: Task, console: Console) -> str:
    return console.translate(DOINGS[task.doing]).format(original=task.original, path=task.path).rstrip(": ")


def _as_line(task: Task, console: Console) -> str:
    return f"{task.file}:{task.line}:{task.column}: {task.language}: {_doing(task, console)}"


def _as_github(task: Task, console: Console) -> str:
    text = f"{task.language}: {_doing(task, console)}"
    return report.workflow_command("notice", task.file, task.line, task.column, f"translation-{task.doing}", text)


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--all", "every", is_flag=True, help="Every record of the timeline.")
@click.option("--folder", type=FOLDER, default=".", help="The timeline's folder; by default, here.")
@LANGUAGE_OPTION
@click.option("--dry-run", is_flag=True, help="Only say what would be stamped.")
@LANG_OPTION
def stamp(  # noqa: PLR0913, PLR0917 - one parameter an option is how click calls a command
    files: tuple[Path, ...],
    every: bool,  # noqa: FBT001
    folder: Path,
    languages: tuple[str, ...],
    dry_run: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Mark the translations in FILES as reviewed today: they fit their originals, and somebody has read them."""
    from waqai.content.stamping import languages_to_stamp

    console = Console(lang)
    reading, config = _read(folder, console)
    chosen = _chosen(languages, config, console)
    count = 0
    for held in _named(files, folder, reading, console, every=every):
        tags = languages_to_stamp(held.record, chosen, config.default_language)
        if tags:
            count += 1
            _stamp(held, tags, config.default_language, folder if not dry_run else None, console)
    text = N_("Would be stamped: {count} files.") if dry_run else N_("Stamped: {count} files.")
    console.summary(text, count=count)


def _named(files: Sequence[Path], folder: Path, reading: Reading, console: Console, *, every: bool) -> list[ReadRecord]:
    """The records of the files that were named, in the order of the timeline."""
    if every == bool(files):
        console.failure(N_("Name the files to stamp, or give --all."))
        sys.exit(2)
    known = {(folder / held.file).resolve(): held for held in reading.records.values()}
    for file in files:
        if file.resolve() not in known:
            console.failure(N_("“{file}” is no record of this timeline, or has a fault: see `waqai check`."), file=file)
            sys.exit(1)
    wanted = {file.resolve() for file in files}
    return [held for path, held in known.items() if every or path in wanted]


def _stamp(held: ReadRecord, tags: Sequence[str], default: str, folder: Path | None, console: Console) -> None:
    """Write the stamps into a record's file; into none if `folder` is None."""
    from waqai.content.stamping import CannotStampError, stamped

    try:
        text = stamped(held, tags, default)
    except CannotStampError:
        console.failure(N_("The “tr” of {file} is written in a way that cannot be stamped."), file=held.file)
        sys.exit(1)
    if folder is not None:
        replace(folder / held.file, text)
    print(f"{held.file}: {', '.join(tags)}")


@click.group()
def language() -> None:
    """Look after the languages of a timeline."""


@language.command("add")
@click.argument("tag")
@click.argument("folder", type=FOLDER, default=".")
@LANG_OPTION
def add_language(tag: str, folder: Path, lang: str) -> None:
    """Add the language TAG (BCP 47) to timeline.yaml, and make a catalogue of the site's messages to be translated."""
    from waqai.content.new_language import CannotAddError, with_language
    from waqai.languages import UnknownLanguage
    from waqai.languages.tags import locale_of

    console = Console(lang)
    reading, config = _read(folder, console)
    try:
        locale_of(tag)
    except UnknownLanguage as error:
        console.failure(N_("“{tag}” is no language that CLDR knows."), tag=tag)
        if error.suggestion:
            console.failure(N_("Did you mean “{suggestion}”?"), suggestion=error.suggestion)
        sys.exit(1)
    assert reading.config_document is not None  # noqa: S101 - there is a config, so there was a document
    if tag not in config.languages:
        try:
            replace(folder / reading.config_document.file, with_language(reading.config_document, tag))
        except CannotAddError:
            console.failure(N_("Add “{tag}” to “languages” in timeline.yaml by hand."), tag=tag)
            sys.exit(1)
    _make_catalogue(tag, folder, console)


def _make_catalogue(tag: str, folder: Path, console: Console) -> None:
    """Make a catalogue beside timeline.yaml, unless there is one, there or in the theme."""
    from waqai.content.catalogues import OWN_CATALOGUES, TEMPLATE
    from waqai.languages.catalogues import blank
    from waqai.languages.tags import base_of, locale_of
    from waqai.themes import built_in_theme

    ours = built_in_theme() / "locales"
    own = folder / OWN_CATALOGUES / f"{tag}.po"
    if own.exists() or base_of(tag) == "en" or (ours / f"{base_of(tag)}.po").is_file():
        console.summary(N_("“{tag}” is one of the site's languages, and has a catalogue."), tag=tag)
        return
    own.parent.mkdir(exist_ok=True)
    replace(own, blank(ours / TEMPLATE, locale_of(tag)))
    text = N_("“{tag}” was added. Translate {catalogue}: `waqai check` says what it lacks, `waqai status` the rest.")
    console.summary(text, tag=tag, catalogue=own)
