"""More than a hundred slips that people make, each in a sound timeline: one slip, one message, at its line."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.samples import TIMELINES
from waqai.content import Timeline, load
from waqai.problems import Problem

SOUND = TIMELINES / "bilingual"
SLIPS = tomllib.loads((TIMELINES / "slips.toml").read_text("utf-8"))["slip"]
CONSEQUENCES = frozenset({"translation-stale"})
"""What follows of itself when a text is changed: that its translation is to be looked at again."""


def _problems(folder: Path) -> tuple[Problem, ...]:
    loaded = load(folder)
    return loaded.problems if isinstance(loaded, Timeline) else loaded


@pytest.fixture(scope="module")
def known() -> set[tuple[str, str]]:
    """What the sound timeline is warned of: files and codes."""
    return {(problem.file, problem.fault.code) for problem in _problems(SOUND)}


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_one_slip_gives_one_message_at_its_line(slip: Any, tmp_path: Path, known: set[tuple[str, str]]) -> None:
    """What follows from the slip is not told as a fault of its own."""
    folder = shutil.copytree(SOUND, tmp_path / "timeline")
    text = (folder / slip["file"]).read_text("utf-8")
    (folder / slip["file"]).write_text(text.replace(slip["right"], slip["wrong"], 1), "utf-8")
    found = [
        (problem.fault.code, problem.file, problem.line)
        for problem in _problems(folder)
        if problem.fault.code not in CONSEQUENCES and (problem.file, problem.fault.code) not in known
    ]
    assert [(slip["code"], slip["file"], slip["line"])] == found


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_what_is_to_be_mistyped_is_there(slip: Any) -> None:
    """Otherwise the slip would not be made, and nothing tested."""
    assert slip["right"] in (SOUND / slip["file"]).read_text("utf-8")
