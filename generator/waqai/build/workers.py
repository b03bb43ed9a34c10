"""Files made by several processes: they are forked, and so inherit the loaded site."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from waqai.build.output import OutputError
from waqai.build.traces import NUMBERS, Traces, renumbered
from waqai.content.notes import Key
from waqai.problems import N_

if TYPE_CHECKING:
    from waqai.build.render import Written

FILES_WORTH_A_PROCESS = 400
CHUNK = 50
PR_SET_PDEATHSIG = 1
WORKER_ENDED = N_(
    "A process that was making pages was ended from outside, perhaps because memory ran out. Nothing was published. "
    "Build again, with “--jobs 1” if it happens again."
)

Make = Callable[[int], "Written"]


def worth(files: int) -> int:
    """How many processes so many files are worth."""
    return min(os.cpu_count() or 1, 1 + files // FILES_WORTH_A_PROCESS)


def in_processes(
    count: int, make: Make, indexes: Sequence[int], traces: Traces, progress: Callable[[int], None]
) -> Iterator[Written]:
    """What was made of each index, in their order. `progress` is told how many are done.

    Raises :class:`OutputError` if one of the processes is killed.
    """
    if count == 1 or not hasattr(os, "fork"):
        for done, index in enumerate(indexes, start=1):
            yield make(index)
            progress(done)
        return
    known = len(traces.keys)
    chunks = _made(count, make, indexes, traces, progress)
    places = _places(chunks, traces)
    for chunk in chunks:
        for written in chunk.written:
            asked = array(NUMBERS, map(partial(_place, places[chunk.process], known), written.trace.asked))
            yield replace(written, trace=replace(written.trace, asked=asked))


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What one process made at once. New look-ups were numbered by that process alone."""

    process: int
    first: int
    """The number of the first look-up in `keys`."""
    keys: list[Key]
    """The look-ups that the process had not named before."""
    written: list[Written]


@dataclass
class _Task:
    """What the processes inherit."""

    make: Make
    traces: Traces
    named: int
    """How many look-ups the parent knows of."""


_TASK: _Task


def _made(
    count: int, make: Make, indexes: Sequence[int], traces: Traces, progress: Callable[[int], None]
) -> list[_Chunk]:
    global _TASK  # noqa: PLW0603 - how forked processes find what they inherited
    _TASK = _Task(make, traces, len(traces.keys))
    parts = [indexes[start : start + CHUNK] for start in range(0, len(indexes), CHUNK)]
    context, done = multiprocessing.get_context("fork"), 0
    with ProcessPoolExecutor(count, mp_context=context, initializer=_die_with_parent, initargs=(os.getpid(),)) as pool:
        futures = [pool.submit(_make_chunk, part) for part in parts]
        try:
            for future in as_completed(futures):
                done += len(future.result().written)
                progress(done)
        except BrokenProcessPool as error:
            raise OutputError(WORKER_ENDED) from error
        return [future.result() for future in futures]


def _make_chunk(indexes: Sequence[int]) -> _Chunk:
    first = _TASK.named
    written = [_TASK.make(index) for index in indexes]
    _TASK.named = len(_TASK.traces.keys)
    return _Chunk(os.getpid(), first, _TASK.traces.keys[first:], written)


def _places(chunks: Sequence[_Chunk], traces: Traces) -> dict[int, list[int]]:
    """By process: the numbers that its new look-ups have here, in its own order."""
    places: dict[int, list[int]] = {}
    known = len(traces.keys)
    for chunk in sorted(chunks, key=lambda chunk: chunk.first):
        own = places.setdefault(chunk.process, [])
        for key in chunk.keys:
            own.append(traces.number_of_key(renumbered(key, partial(_place, own, known))))
    return places


def _place(own: Sequence[int], known: int, number: int) -> int:
    """The number here of what has a number in another process, which began with as many known ones."""
    return number if number < known else own[number - known]


def _die_with_parent(parent: int) -> None:
    """End a worker whose parent was killed; otherwise it would wait for work for ever."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
