"""The same input makes the same bytes, whatever is around it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.build.rebuilds import Circumstances, rebuild
from tests.cli.running import TIMELINES


def test_the_same_input_makes_the_same_bytes(tmp_path: Path) -> None:
    """`python -m tests.build.rebuilds 60` tries more, also with the clocks of other years."""
    digests = set()
    for number in (1, 2, 4):
        (tmp_path / str(number)).mkdir()
        circumstances = replace(Circumstances.of(number), clock="")
        digests.add(rebuild(TIMELINES / "bilingual", tmp_path / str(number), circumstances))
    assert 1 == len(digests)
