"""One build, from the folder to the published site, told as a story."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from waqai import build
from waqai.build.output import OutputError, Workplace, publish, workplace
from waqai.cli.console import Console
from waqai.content import Timeline, load
from waqai.problems import N_, Problem, TimelineError


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


@dataclass(frozen=True, slots=True)
class Built:
    """What was built."""

    timeline: Timeline
    result: build.Result
    seconds: float


def build_site(order: Order, console: Console) -> Built | None:
    """Gather, check, then write. None, and nothing written, if anything is wrong; the console has said what."""
    started = time.perf_counter()
    gathered = gather(order)
    if not isinstance(gathered, tuple):
        console.problems(gathered.problems, order.folder)
        return None
    timeline, plan = gathered
    console.warned(len(timeline.problems))
    try:
        with workplace(order.output) as place, console.progress(N_("Writing pages")) as progress:
            result = _run_pelican(order, plan, place, progress)
            publish(place)
            result.traces.store(place.traces)
    except OutputError as error:
        console.failure(error.message, **error.values)
        return None
    except OSError as error:
        message = N_("The site could not be written: {reason} ({file}). What was published before is still there.")
        console.failure(message, reason=error.strerror, file=error.filename)
        return None
    return Built(timeline, result, time.perf_counter() - started)


def gather(order: Order) -> tuple[Timeline, build.Plan] | TimelineError:
    """Read and check everything, before a single file is written."""
    loaded = load(order.folder, drafts=order.drafts, theme=order.theme)
    problems: tuple[Problem, ...] = loaded.problems if isinstance(loaded, Timeline) else loaded
    if not isinstance(loaded, Timeline) or any(problem.is_error for problem in problems):
        return TimelineError(problems)
    try:
        return loaded, build.plan(loaded, order.theme)
    except TimelineError as error:
        return TimelineError([*problems, *error.problems])


def _run_pelican(order: Order, plan: build.Plan, place: Workplace, progress: build.Progress) -> build.Result:
    from waqai import plugin

    published = None if order.full else place.published
    return plugin.run(
        {
            "WAQAI_ROOT": str(order.folder.absolute()),
            "WAQAI_PLAN": plan,
            "WAQAI_WAYS": build.Ways(published, place.traces, place.compiled, order.jobs, progress),
            "OUTPUT_PATH": str(place.building),
        }
    )
