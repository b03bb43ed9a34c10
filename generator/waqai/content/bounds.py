"""How much is told of what is wrong: a file with ten thousand faults is corrected fault by fault all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from waqai.problems import N_, Fault, Nearest, Problem

MORE_PROBLEMS = Fault(
    "more-problems",
    N_("further errors in this file: {count}"),
    N_("a file without errors"),
    N_("Correct those that are listed; the others are listed then."),
)
MORE_WARNINGS = Fault(
    "more-warnings",
    N_("further warnings about this file: {count}"),
    N_("a file without faults"),
    N_("Correct those that are listed; the others are listed then."),
    severity="warning",
)

MOST_OF_A_FILE = 250
"""So many errors of a file are told, and so many warnings; the rest is counted."""
MOST_COMPARISONS = 50_000
"""With so many words what was found is compared in all, to say what was probably meant: about half a second."""


def bounded(problems: Iterable[Problem], untold: int = 0) -> list[Problem]:
    """Those of one file of which at most so many are told, in their order; `untold` more errors are only counted."""
    errors: list[Problem] = []
    warnings: list[Problem] = []
    for problem in problems:
        if problem.fault is MORE_PROBLEMS:
            untold += int(str(dict(problem.values)["count"]))
        else:
            (errors if problem.is_error else warnings).append(problem)
    told = [*_cut(errors, MORE_PROBLEMS, untold), *_cut(warnings, MORE_WARNINGS, 0)]
    return sorted(told, key=lambda problem: problem.sort_key) if len(told) < len(errors) + len(warnings) else told


def _cut(problems: list[Problem], fault: Fault, untold: int) -> Iterator[Problem]:
    yield from problems[:MOST_OF_A_FILE]
    rest = problems[MOST_OF_A_FILE:]
    if rest or untold:
        last = (rest or problems)[0]
        yield fault.at(last.file, last.line, last.column, count=len(rest) + untold)


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is told of a timeline, in its order: so many of each file, with what was probably meant."""
    ordered = sorted(problems, key=lambda problem: problem.sort_key)
    found = [each for _, its in groupby(ordered, attrgetter("file")) for each in bounded(its)]
    return tuple(_with_suggestions(found))


def _with_suggestions(problems: Iterable[Problem]) -> Iterator[Problem]:
    """With what was probably meant found once and for all, as long as that takes no time worth speaking of."""
    left = MOST_COMPARISONS
    for problem in problems:
        if isinstance(problem.meant, Nearest):
            left -= len(problem.meant.among)
            yield replace(problem, meant=problem.suggestion if left >= 0 else "")
        else:
            yield problem
