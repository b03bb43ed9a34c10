"""The key pages of the real timeline read as they did."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import golden_file, names, text_of


@pytest.mark.parametrize("name", list(names()))
def test_a_key_page_reads_as_it_did(site: Path, name: str) -> None:
    """If the change is meant, `python -m tests.golden` takes it over."""
    assert text_of(site / name) == golden_file(name).read_text("utf-8")
