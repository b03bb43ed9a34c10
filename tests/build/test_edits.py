"""What is built after edits is what a clean build makes; `python -m tests.build.edits` tries as many as one likes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.editing import Editor
from tests.build.edits import differences
from tests.cli.running import bytes_of


@pytest.mark.parametrize("seed", [2, 5])
def test_a_site_built_edit_by_edit_is_that_of_a_clean_build(tmp_path: Path, seed: int) -> None:
    """Byte for byte."""
    assert [] == differences(tmp_path, seed, steps=2)


def test_edits_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    """So that a sequence that went wrong can be looked at."""
    made = []
    for name in ("one", "other"):
        editor = Editor(tmp_path / name, seed=1)
        made.append(([editor.edit() for _ in range(6)], bytes_of(editor.root)))
    assert made[0] == made[1]
