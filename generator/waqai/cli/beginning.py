"""`waqai init`: a new timeline, with everything that it takes to build and to publish it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from waqai.cli.console import Console
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.cli.program import program_name
from waqai.cli.wording import ENGLISH, spoken_languages, translator
from waqai.placing import beside, files_in, place_all
from waqai.problems import N_

if TYPE_CHECKING:
    from waqai.authoring.starter import Beginning

NOT_EMPTY = N_("“{folder}” holds “{file}” already. Nothing was written.")
NO_WORDS = N_(
    "The site's own words exist in: {known}. Begin with these; `waqai language add {tag}` adds another language later."
)
NO_TITLE = N_("Give a title in {tag}: --title {tag}=…")
BAD_ADDRESS = N_("“{url}” is no address that begins with https:// or http://.")
NOT_BEGUN = N_("Nothing was written: {reason} ({file}).")
NOTHING = N_("Nothing was written.")
BEGUN = N_("Wrote {count} files into “{folder}”. Look at the timeline with: {program} serve {folder}")
LANGUAGES = N_("Languages of the site, the first of which every text must have")
TITLE = N_("Title of the timeline")
ADDRESS = N_("The address at which it will be published; it can be changed later")
IMPORTING = N_("Importing")
SETTINGS, CONTENT = "timeline.yaml", "content/"
TIMELINEJS, IMPORTED_TYPE = "timelinejs", "context"
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
DEFAULT_ADDRESS = "https://example.org/{key}"
_BETWEEN = re.compile(r"[\s,،]+")


@click.command("init")
@click.argument("folder", type=FOLDER)
@click.option("--title", "titles", multiple=True, metavar="[TAG=]TEXT", help="The title, by language.")
@click.option("--language", "languages", multiple=True, metavar="TAG", help="A language; the default one first.")
@click.option("--url", default="", help="The address at which the site will be published.")
@click.option("--from", "source", type=FILE, default=None, help="A TimelineJS file (CSV or JSON) to begin with.")
@click.option("--ask/--no-ask", default=None, help="Ask for what is missing; by default on a terminal.")
@LANG_OPTION
def init(  # noqa: PLR0913, PLR0917 - one parameter an option is how click calls a command
    folder: Path,
    titles: tuple[str, ...],
    languages: tuple[str, ...],
    url: str,
    source: Path | None,
    ask: bool | None,  # noqa: FBT001
    lang: str,
) -> None:
    """Begin a timeline in a new FOLDER: settings, one example of an event, a README, files for code hosts.

    It builds at once. What it tells is an example, to be replaced, or what --from holds, whose events have no sources
    yet. Nothing that is there already is overwritten.
    """
    from waqai.authoring.starter import starter_files

    interview = _Interview(folder, Console(lang), lang, is_asked=sys.stdin.isatty() if ask is None else ask)
    try:
        beginning = interview.held(titles, languages, url)
    except click.Abort:
        interview.refuse(1, NOTHING)
    files = starter_files(beginning)
    interview.keep_what_is_there(files)
    try:
        with beside(folder) as staged:
            if source:
                interview.fill_from(staged, source, beginning, is_titled=bool(titles))
                files = {name: text for name, text in files.items() if not name.startswith((SETTINGS, CONTENT))}
            _write(staged, files)
            place_all(staged, folder, files_in(staged))
    except OSError as error:
        interview.refuse(1, NOT_BEGUN, reason=error.strerror, file=error.filename)
    interview.console.summary(BEGUN, count=len(files), folder=folder, program=program_name())


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _speak(tag: str) -> Callable[[str], str]:
    """The commands' own words in a language, in English where they do not speak it."""
    base = tag.partition("-")[0]
    return translator(base if base in spoken_languages() else ENGLISH)


@dataclass(frozen=True, slots=True)
class _Interview:
    """Finds out what is to be known of a new timeline, from options or by asking."""

    folder: Path
    console: Console
    lang: str
    is_asked: bool

    def held(self, titles: Sequence[str], languages: Sequence[str], url: str) -> Beginning:
        """What was found out; ends the command if anything of it cannot be."""
        from waqai.authoring.starter import Beginning
        from waqai.model.values import nearest_id

        key = nearest_id(self.folder.absolute().name) or "timeline"
        chosen = self._languages(languages or (_BETWEEN.split(self._asked(LANGUAGES, self.lang))))
        named = self._titles(titles, chosen, self.folder.absolute().name)
        address = url or self._asked(ADDRESS, DEFAULT_ADDRESS.format(key=key))
        self._check_address(address)
        return Beginning(key, named, chosen, address, self.lang, _speak)

    def _asked(self, question: str, default: str) -> str:
        """The answer to a question; the default where none is to be asked."""
        from waqai.cli.asking import ask_line

        return ask_line(self.console.translate(question), default) if self.is_asked else default

    def _languages(self, tags: Sequence[str]) -> tuple[str, ...]:
        """The languages, each once, if the site has its own words in all of them."""
        from waqai.themes import built_in_theme

        known = (ENGLISH, *sorted(path.stem for path in (built_in_theme() / "locales").glob("*.po")))
        for tag in tags:
            if tag.partition("-")[0] not in known:
                self.refuse(2, NO_WORDS, known=", ".join(known), tag=tag)
        return tuple(dict.fromkeys(tags))

    def _titles(self, given: Sequence[str], languages: Sequence[str], default: str) -> dict[str, str]:
        """The title in every language of the site."""
        titles: dict[str, str] = {}
        for title in given:
            tag, equals, text = title.partition("=")
            titles |= {tag: text} if equals and tag in languages else {languages[0]: title}
        for tag in languages:
            if tag not in titles and titles and not self.is_asked:
                self.refuse(2, NO_TITLE, tag=tag)
        question = self.console.translate(TITLE)
        return {tag: titles.get(tag) or self._asked(f"{question} ({tag})", default) for tag in languages}

    def _check_address(self, url: str) -> None:
        from pydantic import TypeAdapter, ValidationError

        from waqai.model.values import Url

        try:
            TypeAdapter(Url).validate_python(url)
        except ValidationError:
            self.refuse(2, BAD_ADDRESS, url=url)

    def keep_what_is_there(self, files: Mapping[str, str]) -> None:
        """End the command if a file would be overwritten, or if there is a timeline already."""
        taken = next((name for name in ("content", *files) if (self.folder / name).exists()), None)
        if taken:
            self.refuse(1, NOT_EMPTY, folder=self.folder, file=taken)

    def fill_from(self, folder: Path, source: Path, beginning: Beginning, *, is_titled: bool) -> None:
        """Fill a folder with what another program's file holds; end the command if that has a fault."""
        from waqai.importing.folder import FolderError, fill
        from waqai.importing.formats import gathered_from
        from waqai.importing.gathered import Wish

        default = beginning.languages[0]
        wish = Wish(beginning.key, beginning.titles[default], default, IMPORTED_TYPE)
        with self.console.progress(IMPORTING) as progress:
            gathered = gathered_from(TIMELINEJS, source, wish, progress)
        kept = {key: value for key, value in beginning.settings.items() if key != "title" or is_titled}
        try:
            problems = gathered.errors
            if not problems:
                gathered.settings |= kept
                problems = fill(folder, gathered, source.name)
        except FolderError as error:
            self.refuse(1, error.message, **error.values)
        if errors := [problem for problem in problems if problem.is_error]:
            self.console.problems(errors, source.parent)
            self.refuse(1, NOTHING)

    def refuse(self, code: int, message: str, **values: object) -> NoReturn:
        """Say why, and end the command."""
        self.console.failure(message, **values)
        sys.exit(code)
