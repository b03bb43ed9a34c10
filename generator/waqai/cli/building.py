"""One build, from the folder to the published site, told as a story."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from waqai import build
from waqai.build import manifest
from waqai.build.output import OutputError, Workplace, publish, workplace
from waqai.cli.console import NOT_WRITTEN, Console
from waqai.content import Timeline, load
from waqai.content.remembered import memory_of
from waqai.installation import files_for_timelines
from waqai.problems import N_, Problem, TimelineError

if TYPE_CHECKING:
    from cProfile import Profile


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and where."""

    folder: Path
    output: Path
    jobs: int | None
    theme: Path | None
    drafts: bool
    full: bool
    """Whether every page is rendered again."""
    verify: bool = False
    """Whether all is made a second time, from nothing, and compared."""
    profile: Path | None = None
    """The file that says where the time went."""


DIFFERS = N_(
    "What was used again is not what a clean build makes: {files}. Nothing was published; the next build begins anew. "
    "Please report this."
)
NOT_READ = N_("The timeline could not be read: {reason} ({file}). What was published before is still there.")
CHANGED_MEANWHILE = N_("The timeline was changed while it was built. Nothing was published; build it again.")
PELICANS_SETTINGS = "pelicanconf.py"
MOST_NAMED = 5
"""Files, in that message."""
MOST_TOLD = 80
"""Functions, in a profile."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was built."""

    timeline: Timeline
    result: build.Result
    seconds: float
    commit: str
    """Of git, at which the history was read that pages tell; empty where they tell none."""


def build_site(order: Order, console: Console) -> Built | None:
    """Gather, check, then write. None, and nothing written, if anything is wrong; the console has said what."""
    if order.profile is None:
        return _build(order, console)
    from cProfile import Profile

    profile = Profile()
    # One process, so that the profile has all of it.
    built = profile.runcall(_build, replace(order, jobs=1), console)
    order.profile.write_text(_told(profile), "utf-8")
    return built


def _told(profile: Profile) -> str:
    """Where the time went: in what each function called, then in each function itself."""
    from pstats import Stats

    text = StringIO()
    for order in ("cumulative", "tottime"):
        Stats(profile, stream=text).sort_stats(order).print_stats(MOST_TOLD)
    return text.getvalue()


def _build(order: Order, console: Console) -> Built | None:
    started = time.perf_counter()
    try:
        gathered = gather(order, afresh=order.full)
    except OSError as error:
        console.failure(NOT_READ, reason=error.strerror, file=error.filename or order.folder)
        return None
    if not isinstance(gathered, tuple):
        console.problems(gathered.problems, order.folder)
        return None
    timeline, plan = gathered
    if plan.history.warnings:
        console.problems(plan.history.warnings, order.folder)
    console.warned(len(timeline.problems))
    try:
        with workplace(order.output) as place, console.progress(N_("Writing pages")) as progress:
            result = _write(order, plan, place, progress)
            if order.verify:
                _verify(order, result, place)
            publish(place)
            with console.if_possible():
                result.traces.store(place.traces)
    except OutputError as error:
        console.failure(error.message, **error.values)
        return None
    except OSError as error:
        console.failure(NOT_WRITTEN, reason=error.strerror, file=error.filename or order.output)
        return None
    return Built(timeline, result, time.perf_counter() - started, plan.history.commit)


def _verify(order: Order, result: build.Result, place: Workplace) -> None:
    """Hold what was built against what is made from nothing. Raises :class:`OutputError` where they differ."""
    gathered = gather(order, afresh=True)
    if not isinstance(gathered, tuple):
        raise OutputError(CHANGED_MEANWHILE)
    with TemporaryDirectory(dir=place.beside) as folder:
        clean = build.write(gathered[1], Path(folder), build.Ways(jobs=order.jobs))
    paths = result.entries.keys() | clean.entries.keys()
    if wrong := sorted(path for path in paths if result.entries.get(path) != clean.entries.get(path)):
        place.traces.unlink(missing_ok=True)
        raise OutputError(DIFFERS, files=", ".join(wrong[:MOST_NAMED]))


def gather(order: Order, *, afresh: bool = False) -> tuple[Timeline, build.Plan] | TimelineError:
    """Read and check everything, before a single file is written. `afresh`: also what was read before."""
    # Reading makes nothing that could be collected, and looking for it takes a tenth of the time; nor is what was read
    # looked through again while pages are made.
    gc.unfreeze()
    gc.disable()
    try:
        return _gather(order, None if afresh else memory_of(order.folder))
    finally:
        gc.freeze()
        gc.enable()


def _gather(order: Order, memory: Path | None) -> tuple[Timeline, build.Plan] | TimelineError:
    loaded = load(order.folder, drafts=order.drafts, theme=order.theme, memory=memory)
    problems: tuple[Problem, ...] = loaded.problems if isinstance(loaded, Timeline) else loaded
    if not isinstance(loaded, Timeline) or any(problem.is_error for problem in problems):
        return TimelineError(problems)
    try:
        return loaded, build.plan(loaded, order.theme)
    except TimelineError as error:
        return TimelineError([*problems, *error.problems])


def _write(order: Order, plan: build.Plan, place: Workplace, progress: build.Progress) -> build.Result:
    """Write the site where it is built; by Pelican only where it has something to do, since it takes long to load."""
    published = None if order.full else place.published
    ways = build.Ways(published, place.traces, place.compiled, order.jobs, progress)
    if _is_set_up_for_pelican(order.folder):
        from waqai import plugin

        root, folder = str(order.folder.absolute()), str(place.building)
        return plugin.run({"WAQAI_ROOT": root, "WAQAI_PLAN": plan, "WAQAI_WAYS": ways, "OUTPUT_PATH": folder})
    result = build.write(plan, place.building, ways)
    manifest.write(place.building, result.entries)
    return result


def _is_set_up_for_pelican(folder: Path) -> bool:
    """Whether a timeline's settings for Pelican are other ones than those that every new timeline has."""
    own, given = folder / PELICANS_SETTINGS, files_for_timelines() / PELICANS_SETTINGS
    return own.is_file() and own.read_bytes() != given.read_bytes()
