"""The list of what was published, which may have come with somebody's contribution."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from waqai.build import manifest


@pytest.mark.parametrize("path", ["../victim", "/etc/victim", "en/../../victim", "en//x", "c:/victim", "..\\victim"])
def test_a_manifest_that_names_files_outside_its_folder_is_none(tmp_path: Path, path: str) -> None:
    """Nothing that it lists is removed."""
    listed = {"files": {path: {"bytes": 1, "sha256": "0"}}, "version": manifest.VERSION}
    (tmp_path / manifest.NAME).write_text(json.dumps(listed), encoding="utf-8")
    assert manifest.read(tmp_path) is None


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Folders and all."""
    entries = {"en/index.html": manifest.Entry.of(b"synthetic")}
    manifest.write(tmp_path, entries)
    assert manifest.read(tmp_path) == entries
