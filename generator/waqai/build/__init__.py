"""From a checked timeline to a published site: gather, check, then write, aside and all at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from waqai.build import manifest
from waqai.build.basis import basis_of
from waqai.build.compiled import Kept
from waqai.build.history import History, history_of
from waqai.build.pictures import Picture, cleaned
from waqai.build.render import Progress, Published, Renderer, Written, no_progress
from waqai.build.theme import OWN_STYLE, Theme
from waqai.build.traces import Traces, read_traces
from waqai.build.whole import pack, service_worker
from waqai.content import Timeline
from waqai.content.catalogues import languages_of
from waqai.problems import Problem, TimelineError
from waqai.site import Site, urls
from waqai.themes import built_in_theme

__all__ = ["Plan", "Progress", "Result", "Ways", "Written", "no_progress", "plan", "write"]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that decides on what is published. Nothing has been written yet."""

    site: Site
    theme: Theme
    pictures: dict[str, Picture]
    """By file name."""
    overrides: Path | None
    history: History
    """What git tells of it, if the settings want it told."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How a site is to be written; nothing here changes what is written."""

    published: Path | None = None
    """The folder of the site that is published now, to use again what did not change."""
    traces: Path | None = None
    """The file with the traces of its files."""
    compiled: Path | None = None
    """The file with the templates as they were compiled."""
    jobs: int | None = None
    """Processes; None for as many as are worth it."""
    progress: Progress = no_progress


@dataclass(frozen=True, slots=True)
class Result:
    """What was written."""

    pages: int
    rendered: int
    entries: dict[str, manifest.Entry]
    """Every file, by path."""
    written: tuple[Written, ...]
    traces: Traces
    """For the next build."""


def plan(timeline: Timeline, theme: Path | None = None) -> Plan:
    """What a site needs beyond its content: languages with their catalogues, the theme, pictures fit to publish.

    Raises :class:`TimelineError` if any of it is missing.
    """
    chosen = Theme(theme or built_in_theme(), timeline.root / OWN_STYLE)
    languages, problems = languages_of(timeline.config, timeline.root, chosen.locales, timeline.settings)
    pictures, faults = _pictures(timeline)
    if problems or faults:
        raise TimelineError([*problems, *faults])
    sizes = {name: (picture.width, picture.height) for name, picture in pictures.items()}
    templates = timeline.root / "templates"
    overrides = templates if templates.is_dir() else None
    history = history_of(timeline)
    site = Site(timeline, languages, chosen.files, sizes, chosen.studio, history.versions)
    return Plan(site, chosen, pictures, overrides, history)


def _pictures(timeline: Timeline) -> tuple[dict[str, Picture], list[Problem]]:
    names = sorted({event.image.file for event in timeline.library.events if event.image})
    results = {name: cleaned(timeline.root / "content" / "media" / name, name) for name in names}
    good = {name: result for name, result in results.items() if isinstance(result, Picture)}
    return good, [result for result in results.values() if isinstance(result, Problem)]


def write(made: Plan, target: Path, ways: Ways) -> Result:
    """Write the whole site into `target`."""
    entries = _write_files(made, target)
    traces = read_traces(ways.traces, basis_of(made.site.timeline.config))
    kept = Kept(ways.compiled)
    renderer = Renderer(made.site, made.theme, made.overrides, target, traces, _published(ways), kept)
    written = renderer.write_all(ways.jobs, ways.progress)
    entries |= {file.path: file.entry for file in written}
    entries |= _write_last(made, target, entries)
    pages = [file for file in written if file.is_page]
    return Result(len(pages), sum(not page.is_reused for page in pages), entries, tuple(written), traces)


def _write_last(made: Plan, target: Path, entries: dict[str, manifest.Entry]) -> dict[str, manifest.Entry]:
    """What speaks of all other files, as far as the owner wants it."""
    config, last = made.site.timeline.config, {}
    if config.offline:
        content = service_worker(config, made.theme, entries)
        (target / urls.WORKER).write_bytes(content)
        last[urls.WORKER] = manifest.Entry.of(content)
    if config.archive:
        path = urls.archive(config.id)
        pack(target, entries | last, config.id, target / path)
        last[path] = manifest.Entry.of((target / path).read_bytes())
    return last


def _published(ways: Ways) -> Published | None:
    entries = manifest.read(ways.published) if ways.published else None
    return Published(ways.published, entries) if ways.published and entries is not None else None


def _write_files(made: Plan, target: Path) -> dict[str, manifest.Entry]:
    """The theme's files, the pictures."""
    kept = made.theme.offline_assets if made.site.timeline.config.offline else {}
    files = made.theme.assets | kept | {urls.media(name): picture.content for name, picture in made.pictures.items()}
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return {path: manifest.Entry.of(content) for path, content in files.items()}
