"""The benchmark: `python -m bench 100 1000` measures generators side by side on the same synthetic texts.

They take turns in one run, each in a new folder, first a whole build, then one after a single edited text. The median
of the rounds counts. `--write` puts the tables into docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.contestants import Contestant, contestants
from bench.measuring import Cost, cost_of

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- measured: generators -->", "<!-- end -->"
HEAD = ("generator", "whole build, CPU s", "wall s", "after one edit, CPU s", "wall s", "peak MiB", "files", "MiB")
MEBI = 1 << 20

Costs = tuple[Cost, Cost]
"""Of a whole build, and of one after an edit."""


def measured(events: int, rounds: int) -> dict[str, Costs]:
    """What each contestant's builds cost, by its name."""
    found: dict[str, list[Costs]] = {}
    for number in range(rounds):
        for contestant in contestants():
            sys.stderr.write(f"{events} events, round {number + 1} of {rounds}: {contestant.name}\n")
            with TemporaryDirectory() as folder:
                found.setdefault(contestant.name, []).append(_costs(contestant, Path(folder), events))
    return {name: (_median(c for c, _ in costs), _median(c for _, c in costs)) for name, costs in found.items()}


def _costs(contestant: Contestant, folder: Path, events: int) -> Costs:
    contestant.lay_out(folder, events)
    whole = cost_of(contestant.command, folder, folder / "output")
    contestant.edit(folder)
    return whole, cost_of(contestant.command, folder, folder / "output")


def _median(costs: Iterable[Cost]) -> Cost:
    every = list(costs)
    cpu, wall = median(cost.cpu for cost in every), median(cost.wall for cost in every)
    return Cost(cpu, wall, max(cost.memory for cost in every), every[-1].files, every[-1].size)


def table(costs: dict[str, Costs]) -> str:
    """The table of one size, in Markdown; in brackets, how many times what waqai takes."""
    ours = costs["waqai"]
    lines = [HEAD, ("---",) + ("---:",) * (len(HEAD) - 1)]
    lines += [(name, *_cells(whole, edited, ours)) for name, (whole, edited) in costs.items()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(whole: Cost, edited: Cost, ours: Costs) -> Sequence[str]:
    pairs = (
        (whole.cpu, ours[0].cpu),
        (whole.wall, ours[0].wall),
        (edited.cpu, ours[1].cpu),
        (edited.wall, ours[1].wall),
    )
    times = [f"{value:.2f} ({value / own:.2f})" for value, own in pairs]
    return (*times, str(whole.memory // 1024), str(whole.files), f"{whole.size / MEBI:.1f}")


def report(sizes: Sequence[int], rounds: int) -> str:
    """Everything that was measured, with the day and the machine."""
    tables = [f"### {size} events in two languages\n\n{table(measured(size, rounds))}" for size in sizes]
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    load = f"load {os.getloadavg()[0]:.1f}"
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    return "\n\n".join([f"Measured on {day}: {machine}, {load}; the median of {rounds} rounds.", *tables])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure generators side by side.")
    parser.add_argument("sizes", type=int, nargs="+", help="how many events")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    order = parser.parse_args()
    text = report(order.sizes, order.rounds)
    if order.write:
        before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}", "utf-8")
    parser.exit(message=f"{text}\n")


if __name__ == "__main__":
    main()
