"""The files of a new timeline: its settings, one example of an event with its source, and what code hosts need.

The files for code hosts are those of this program's own repository, with the few lines exchanged that install it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from waqai import __version__
from waqai.authoring.annotated import NewFile, annotated
from waqai.authoring.answers import needed_keys
from waqai.config import Config
from waqai.installation import files_for_timelines
from waqai.languages.tags import direction_of, script_of
from waqai.model import Actor, Event, Source
from waqai.model.descriptions import ENGLISH
from waqai.problems import N_
from waqai.schemas import TIMELINE, as_file, schema, schema_names, schema_path

OURS = Path(__file__).parents[1] / "starter"
"""The files that only a new timeline has."""
SHARED = (".github/**/*", ".gitlab-ci.yml", ".vscode/*", "netlify.toml", "pelicanconf.py")
"""The files that a new timeline has from this program's repository."""
LICENCE = "CC-BY-4.0"
INSTALL = "python -m pip install --requirement requirements.txt"
EXCHANGED: Mapping[str, tuple[str, str]] = {
    ".github/actions/install/action.yml": (r"run: \|\n(?: {8}.+\n)+", f"run: {INSTALL}\n"),
    ".github/dependabot.yml": (r"/requirements", "/"),
    ".github/CODEOWNERS": (r"# /theme/.*\n", ""),
    ".gitlab-ci.yml": (r"(--no-install-recommends git) make\n(?: {4}- .+\n)+", rf"\1\n    - {INSTALL}\n"),
    "netlify.toml": (r"make site OUTPUT=site", f"{INSTALL} && waqai build . --output site"),
}
"""By file: what is there for this program's repository alone, and what a timeline has in its place."""
RIGHT_TO_LEFT_FRAME = '<div dir="rtl" lang="{tag}">\n\n{text}\n</div>\n'

OUTLET, REPORT, TALKS = "example-outlet", "example-outlet-2021-01-06", "2021-01-05-example"
OUTLET_NAME = N_("Example outlet")
OUTLET_NOTE = N_("an example: no such outlet exists")
REPORT_TITLE = N_("Example of a report")
EVENT_TITLE = N_("Example: two delegations meet")
EVENT_SUMMARY = N_("This is an example, and nothing of it happened. Replace it by what was reported.")
CLAIM_TEXT = N_("Two delegations met, and no agreement was reported.")

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of a new timeline."""

    key: str
    """Its id."""
    titles: Mapping[str, str]
    """By language."""
    languages: Sequence[str]
    url: str
    lang: str
    """The language of the explanations in its files."""
    speak: Callable[[str], Translate]
    """Gettext of the commands in a language; English where they do not speak it."""

    @property
    def settings(self) -> dict[str, Any]:
        """The keys of `timeline.yaml` that must be there."""
        return {
            "id": self.key,
            "title": dict(self.titles),
            "languages": list(self.languages),
            "url": self.url,
            "licence": LICENCE,
        }

    def text(self, message: str) -> dict[str, str]:
        """An example's text in every language of the timeline."""
        return {tag: self.speak(tag)(message) for tag in self.languages}


def starter_files(beginning: Beginning) -> dict[str, str]:
    """The text of every file, by path, with forward slashes."""
    config = Config.model_validate(beginning.settings, context={"languages": tuple(beginning.languages)})
    return {
        "timeline.yaml": _settings(beginning, config),
        **dict(_examples(beginning, config)),
        **dict(_schemas(beginning.lang, config)),
        **dict(_shared()),
        "README.md": "\n".join(_readmes(beginning)),
        "requirements.txt": _own("requirements.txt").format(version=__version__),
        ".gitignore": _own("gitignore"),
    }


def _settings(beginning: Beginning, config: Config) -> str:
    needed = tuple(beginning.settings)
    file = NewFile(Config, TIMELINE, beginning.settings, needed, config)
    return annotated(file, schema_path(TIMELINE, beginning.lang), beginning.lang, beginning.speak(beginning.lang))


def _examples(beginning: Beginning, config: Config) -> Iterator[tuple[str, str]]:
    """One outlet, one report of it, and one event that rests on the report."""
    text = beginning.text
    claim = {"id": "met", "text": text(CLAIM_TEXT), "chain": [OUTLET, REPORT]}
    archived = [{"url": "https://example.org/archive/report", "date": "2021-01-06"}]
    outlet = {"kind": "media", "name": text(OUTLET_NAME), "note": text(OUTLET_NOTE)}
    report = {"title": text(REPORT_TITLE), "publisher": OUTLET, "date": "2021-01-06", "type": "article"}
    links = {"url": "https://example.org/report", "archived": archived}
    talks = {"title": text(EVENT_TITLE), "date": "2021-01-05", "type": "talks", "summary": text(EVENT_SUMMARY)}
    make = partial(_example, beginning, config)
    yield f"content/actors/{OUTLET}.yaml", make(Actor, outlet)
    yield f"content/sources/{REPORT}.yaml", make(Source, report | links)
    yield f"content/events/{TALKS}.yaml", make(Event, talks | {"claims": [claim], "sources": [REPORT]})


def _example(
    beginning: Beginning, config: Config, kind: type[Actor | Source | Event], answers: Mapping[str, Any]
) -> str:
    file = NewFile(kind, kind.kind_name, answers, needed_keys(kind, answers), config)
    address = f"../../{schema_path(kind.kind_name, beginning.lang)}"
    return annotated(file, address, beginning.lang, beginning.speak(beginning.lang))


def _schemas(lang: str, config: Config) -> Iterator[tuple[str, str]]:
    """In English, which editors are set to, and in the language of the explanations."""
    for tag in dict.fromkeys((ENGLISH, lang)):
        for name in schema_names():
            yield schema_path(name, tag), as_file(schema(name, tag, config))


def _shared() -> Iterator[tuple[str, str]]:
    """The files that a timeline shares with this program's repository."""
    top = files_for_timelines()
    for path in sorted(path for pattern in SHARED for path in top.glob(pattern) if path.is_file()):
        name, text = path.relative_to(top).as_posix(), path.read_text("utf-8")
        yield name, re.sub(*EXCHANGED[name], text) if name in EXCHANGED else text


def _readmes(beginning: Beginning) -> Iterator[str]:
    """What lies in the folder and how to begin, in each of the timeline's languages that it is written in."""
    written = {path.name.split(".")[1]: path for path in OURS.glob("README.*.md")}
    known = [tag for tag in beginning.languages if tag.split("-")[0] in written]
    for tag in known:
        text = f"# {beginning.titles[tag]}\n\n{written[tag.split('-')[0]].read_text('utf-8')}"
        yield RIGHT_TO_LEFT_FRAME.format(tag=tag, text=text) if direction_of(script_of(tag)) == "rtl" else text


def _own(name: str) -> str:
    return (OURS / name).read_text("utf-8")
