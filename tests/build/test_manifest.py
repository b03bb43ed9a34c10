"""The list of what was published, which may have come with somebody's contribution."""

from __future__ import annotations

import json
import os
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


def _published(folder: Path) -> Path:
    (folder / "en").mkdir(parents=True)
    (folder / "en/index.html").write_bytes(b"synthetic")
    manifest.write(folder, {"en/index.html": manifest.Entry.of(b"synthetic")})
    return folder


def test_a_link_in_the_place_of_a_file_is_a_changed_file(tmp_path: Path) -> None:
    """Even if it leads to the same bytes today."""
    page = _published(tmp_path / "site") / "en/index.html"
    page.rename(tmp_path / "same")
    page.symlink_to(tmp_path / "same")
    assert manifest.Difference(("en/index.html",), (), ()) == manifest.verify(tmp_path / "site")


def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    """Its files are missing, and the link was added."""
    site = _published(tmp_path / "site")
    (site / "en").rename(tmp_path / "same")
    (site / "en").symlink_to(tmp_path / "same")
    assert manifest.Difference((), ("en/index.html",), ("en",)) == manifest.verify(site)


def test_what_is_no_plain_file_is_not_opened(tmp_path: Path) -> None:
    """To read a pipe would take for ever."""
    page = _published(tmp_path) / "en/index.html"
    page.unlink()
    os.mkfifo(page)
    assert manifest.Difference(("en/index.html",), (), ()) == manifest.verify(tmp_path)
