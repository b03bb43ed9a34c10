"""`waqai export`: the timeline for other programs, in one file or one folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from waqai.cli.console import Console
from waqai.cli.options import FOLDER
from waqai.cli.wording import language_of_environment
from waqai.placing import beside, write_all
from waqai.problems import N_

if TYPE_CHECKING:
    from waqai.content import Timeline
    from waqai.languages import Language
    from waqai.site.feeds import AbsoluteViews

OUTPUT = click.Path(path_type=Path)
ENDINGS = {
    "timelinejs": "timelinejs.json",
    "csv": "csv",
    "ics": "ics",
    "geojson": "geojson",
    "jsonld": "jsonld",
    "turtle": "ttl",
    "bibtex": "bib",
    "ris": "ris",
    "csl": "csl.json",
    "zip": "zip",
}
"""The formats, and the endings of their files; of `csv` it is a folder."""
NO_SUCH_LANGUAGE = N_("This timeline is not in “{tag}”. Its languages: {known}")
ALL_LANGUAGES = N_("The zip holds all languages: leave --lang out.")
EXPORTED = N_("Exported {count} events to “{output}”.")
NOT_WRITTEN = N_("“{output}” could not be written: {reason}. Nothing was changed.")
Progress = Callable[[int, int], None]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported."""

    timeline: Timeline
    language: Language
    """Of formats that hold one."""
    languages: tuple[str, ...]
    """Of formats that hold several: the tags of those that are wanted."""
    output: Path
    progress: Progress

    @property
    def views(self) -> AbsoluteViews:
        """Texts in the language, with absolute addresses."""
        from waqai.site.feeds import AbsoluteViews

        return AbsoluteViews(self.timeline.library, self.language, "")

    def counted(self, items: Sequence[Item]) -> Iterator[Item]:
        """What is to be worked on, one after the other; each is told when it is done."""
        for number, item in enumerate(items, start=1):
            yield item
            self.progress(number, len(items))


@click.command(name="export")
@click.argument("form", metavar="FORMAT", type=click.Choice(tuple(ENDINGS)))
@click.argument("folder", type=FOLDER, default=".")
@click.option(
    "--lang", "tag", default="", help="Language of the texts; by default the first, or all where a format can."
)
@click.option("--output", "-o", type=OUTPUT, default=None, help="Where to write; by default the timeline's id.")
def export(form: str, folder: Path, tag: str, output: Path | None) -> None:
    """Write the timeline in FOLDER in a FORMAT of other programs.

    FORMAT is timelinejs, csv, ics, geojson, jsonld, turtle, bibtex, ris, csl or zip. An --output that ends with .csv
    holds the spreadsheet of TimelineJS, or the table of events. Drafts are left out, and what the site keeps back is
    kept back here too.
    """
    console = Console(language_of_environment())
    timeline = _checked(folder, console)
    config = timeline.config
    if tag and tag not in config.languages:
        console.failure(NO_SUCH_LANGUAGE, tag=tag, known=", ".join(config.languages))
        sys.exit(2)
    if tag and form == "zip":
        console.failure(ALL_LANGUAGES)
        sys.exit(2)
    target = output or Path(config.id if form == "csv" else f"{config.id}.{ENDINGS[form]}")
    languages = (tag,) if tag else config.languages
    try:
        if form == "zip":
            _zip(folder, config.id, target, console)
        else:
            with console.progress(N_("Exporting")) as progress:
                order = Order(timeline, _language(timeline, languages[0]), languages, target, progress)
                _write(target, FORMATS[form](order))
    except OSError as error:
        console.failure(NOT_WRITTEN, output=target, reason=error.strerror)
        sys.exit(1)
    console.summary(EXPORTED, count=len(timeline.library.events), output=target)


def _checked(folder: Path, console: Console) -> Timeline:
    """The timeline; ends the command if it has errors."""
    from waqai.content import Timeline, load

    loaded = load(folder)
    problems = loaded.problems if isinstance(loaded, Timeline) else loaded
    if not isinstance(loaded, Timeline) or any(problem.is_error for problem in problems):
        console.problems(problems, folder)
        sys.exit(1)
    return loaded


def _language(timeline: Timeline, tag: str) -> Language:
    from waqai.content.catalogues import languages_of
    from waqai.themes import built_in_theme

    locales = built_in_theme() / "locales"
    languages, _ = languages_of(timeline.config, timeline.root, locales, timeline.settings)
    return next(language for language in languages if language.tag == tag)


def _write(target: Path, files: Mapping[str, bytes]) -> None:
    """Write what was made, all of it or nothing: files under their names, or one file in the place of the target."""
    place = target.absolute()
    if "" in files:
        write_all(place.parent, {place.name: files[""]})
    else:
        write_all(place, files)


def _zip(folder: Path, key: str, target: Path, console: Console) -> None:
    """The whole site, built for this."""
    from waqai.build import manifest, whole
    from waqai.cli.building import Order as Building
    from waqai.cli.building import build_site

    with beside(target) as made:
        site = made / "site"
        built = build_site(Building(folder, site, None, None, drafts=False, full=True), console)
        entries = manifest.read(site)
        if built is None or entries is None:
            sys.exit(1)
        packed = made / "packed.zip"
        whole.pack(site, entries, key, packed)
        packed.replace(target)


# The formats: file names and contents; the name of a single file is empty


Files = dict[str, bytes]


def _timelinejs(order: Order) -> Files:
    from waqai.exchange.csv_cells import csv_file
    from waqai.exchange.slides import HTML_COLUMNS
    from waqai.site.timelinejs import deck_of, sheet_of

    if order.output.suffix.lower() == ".csv":
        columns, rows = sheet_of(order.views, order.progress)
        cells = ([row.get(column, "") for column in columns] for row in rows)
        return {"": csv_file(columns, cells, HTML_COLUMNS)}
    deck = deck_of(order.views, order.progress).as_json()
    return {"": (json.dumps(deck, ensure_ascii=False, indent=1) + "\n").encode()}


def _csv(order: Order) -> Files:
    """A table of each kind, of claims and of terms; or the events alone, where the output is a file."""
    from waqai.exchange.csv_cells import csv_file
    from waqai.exchange.tables import in_languages, tables_of
    from waqai.site.data import FOLDERS

    alone = order.output.suffix.lower() == ".csv"
    files = {}
    for folder in FOLDERS[:1] if alone else FOLDERS:
        for table in tables_of(folder, _records(order, folder), order.timeline.config):
            header = in_languages(table.header, order.languages, order.timeline.config.languages)
            rows = ([row.get(column, "") for column in header] for row in table.rows)
            files[f"{table.name}.csv"] = csv_file(header, rows)
    return {"": files["events.csv"]} if alone else files


def _records(order: Order, folder: str) -> list[dict[str, Any]]:
    from waqai.site.data import collection_of
    from waqai.site.data.published import published_record

    library = order.timeline.library
    keys = [key for part in collection_of(library, folder).parts for key in part.ids]
    return [published_record(library, library.records[key]) for key in order.counted(keys)]


def _ics(order: Order) -> Files:
    from waqai.site.calendar import calendar_of, ical

    events = order.timeline.library.events
    return {"": ical(calendar_of(order.views, order.counted(events)))}


def _geojson(order: Order) -> Files:
    from waqai.site.data.geography import events_geojson

    library = order.timeline.library
    keys = [event.id for event in library.events]
    return {"": events_geojson(library, order.counted(keys), order.languages)}


def _statements(order: Order, write: Callable[..., bytes]) -> Files:
    from waqai.site.data.statements import dataset, prefixes_of, things_of

    library = order.timeline.library
    things = (dataset(library, ()), *things_of(library, order.counted(tuple(library.records)), order.languages))
    return {"": write(things, prefixes_of(library))}


def _turtle(order: Order) -> Files:
    from waqai.exchange.graph import turtle

    return _statements(order, turtle)


def _json_ld(order: Order) -> Files:
    from waqai.exchange.graph import json_ld

    return _statements(order, json_ld)


def _works(order: Order, ending: str) -> Files:
    from waqai.exchange import CITATION_FORMATS
    from waqai.site.citations import works_of

    views, sources = order.views, order.timeline.library.sources
    works = [work for source in order.counted(sources) for work in works_of(views, source)]
    form = next(form for form in CITATION_FORMATS if form.ending == ending)
    return {"": form.write(works).encode()}


FORMATS: Mapping[str, Callable[[Order], Files]] = {
    "timelinejs": _timelinejs,
    "csv": _csv,
    "ics": _ics,
    "geojson": _geojson,
    "jsonld": _json_ld,
    "turtle": _turtle,
    "bibtex": lambda order: _works(order, "bib"),
    "ris": lambda order: _works(order, "ris"),
    "csl": lambda order: _works(order, "csl.json"),
}
