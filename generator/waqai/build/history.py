"""What pages tell of their own versions, where the settings want it: read from git once, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from waqai.comparison import Version, histories, told_to_readers
from waqai.content import Timeline
from waqai.problems import N_, Fault, Problem
from waqai.revisions import Repository, RevisionError

EVENTS = "content/events"
NO_HISTORY = Fault(
    "no-history",
    N_("“history” where no repository of git can be read"),
    N_("git, and the timeline's folder in a repository of it"),
    N_("Build from a clone, with git installed; or delete “history”. Until then pages tell nothing of their versions."),
    "warning",
)
PART_OF_HISTORY = Fault(
    "part-of-history",
    N_("“history” in a clone that has only the latest commits"),
    N_("a clone with all commits"),
    N_("Run “git fetch --unshallow”; in GitHub Actions give actions/checkout “fetch-depth: 0”."),
    "warning",
)


@dataclass(frozen=True, slots=True)
class History:
    """The versions of events as readers are told of them, and the commit that they were read at."""

    commit: str = ""
    """Empty where no history was read."""
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    """By event, newest first."""
    warnings: tuple[Problem, ...] = ()
    """Why there is none, though it is wanted."""


def history_of(timeline: Timeline) -> History:
    """The history of a timeline, if its settings want it told; a warning where git cannot say."""
    if not timeline.config.history:
        return History()
    try:
        repository = Repository.around(timeline.root)
        if not repository.is_whole:
            return History(warnings=(_warning(timeline, PART_OF_HISTORY),))
        commit = repository.commit("HEAD")
        found = histories(repository, timeline.config, EVENTS)
    except RevisionError:
        return History(warnings=(_warning(timeline, NO_HISTORY),))
    return History(commit, {key: told_to_readers(versions) for key, versions in found.items()})


def _warning(timeline: Timeline, fault: Fault) -> Problem:
    line, column = timeline.settings.locate(("history",))
    return fault.at(timeline.settings.file, line, column, ("history",))
