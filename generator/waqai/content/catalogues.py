"""The languages of a site with their catalogues, or what keeps a catalogue from being used."""

from __future__ import annotations

from pathlib import Path

from waqai.config import Config
from waqai.languages import BrokenCatalogue, Language, MissingCatalogue
from waqai.problems import N_, Fault, Problem
from waqai.yamlfile import Document

MISSING_CATALOGUE = Fault(
    "missing-catalogue",
    N_("the language “{language}”, which has no catalogue"),
    N_("locales/{language}.po beside timeline.yaml, or in the theme"),
    N_("Copy theme/locales/waqai.pot there under that name, write the language's Plural-Forms, and translate it."),
)
INCOMPLETE_CATALOGUE = Fault(
    "incomplete-catalogue",
    N_("messages without a translation into {language}: {count}; the first is “{example}”"),
    N_("a catalogue that has all messages"),
    N_("Translate them in {catalogue}."),
)
BROKEN_CATALOGUE = Fault(
    "broken-catalogue",
    N_("the catalogue {catalogue}, which cannot be used: {reason}"),
    N_("a gettext catalogue (.po) with the plural forms of its language"),
    N_("Mend it, or begin again from a copy of theme/locales/waqai.pot."),
)

OWN_CATALOGUES = "locales"
"""The folder beside timeline.yaml with a site's own catalogues; they override the theme's, entry by entry."""
TEMPLATE = "waqai.pot"


def languages_of(
    config: Config, root: Path, theme: Path, settings: Document
) -> tuple[tuple[Language, ...], list[Problem]]:
    """The languages, in their order. `theme` is the folder of the theme's catalogues."""
    found: list[Language] = []
    problems: list[Problem] = []
    folders = tuple(folder for folder in (theme, root / OWN_CATALOGUES) if folder.is_dir())
    for index, tag in enumerate(config.languages):
        place = _Place(settings, ("languages", index))
        months, digits = config.dates.months.get(tag, "levant"), config.dates.digits.get(tag, "latn")
        try:
            language = Language.of(tag, months=months, digits=digits, catalogues=folders)
            gaps = _gaps(language, theme / TEMPLATE, place)
        except MissingCatalogue:
            problems.append(place.problem(MISSING_CATALOGUE, language=tag))
        except BrokenCatalogue as error:
            problems.append(place.problem(BROKEN_CATALOGUE, catalogue=error.path.name, reason=error.reason))
        else:
            found.append(language)
            problems += gaps
    return tuple(found), problems


def only_built_in(config: Config, root: Path, theme: Path) -> bool:
    """Whether all catalogues are the theme's own, which its tests have read already."""
    if (root / OWN_CATALOGUES).is_dir():
        return False
    return all(tag.split("-")[0] == "en" or (theme / f"{tag}.po").is_file() for tag in config.languages)


class _Place:
    """A place in timeline.yaml."""

    def __init__(self, settings: Document, path: tuple[str | int, ...]) -> None:
        self._settings = settings
        self._path = path

    def problem(self, fault: Fault, **values: object) -> Problem:
        """A problem at this place."""
        line, column = self._settings.locate(self._path)
        return fault.at(self._settings.file, line, column, self._path, suggestion="", **values)


def _gaps(language: Language, template: Path, place: _Place) -> list[Problem]:
    """What a language's catalogue lacks. A theme of somebody else's may come without a list of its messages."""
    missing = language.missing_messages(template) if template.is_file() else ()
    if not missing:
        return []
    name = language.files[-1].name if language.files else f"{language.tag}.po"
    values = {"language": language.tag, "example": missing[0][1], "catalogue": f"{OWN_CATALOGUES}/{name}"}
    return [place.problem(INCOMPLETE_CATALOGUE, count=len(missing), **values)]
