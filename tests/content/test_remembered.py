"""A file that did not change is not read again, and what is remembered is never believed where it could be wrong."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.running import TIMELINES
from waqai import yamlfile
from waqai.content.reader import Reading, read_timeline

EVENT = "content/events/first-talks.yaml"
LONG_AGO = 1_600_000_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the smallest timeline, all of whose files are old, with a memory of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = Path(shutil.copytree(TIMELINES / "minimal", tmp_path / "timeline"))
    for path in made.rglob("*.yaml"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, in their order."""
    names: list[str] = []
    read = yamlfile.read

    def noted(data: bytes, file: str) -> yamlfile.Document:
        names.append(file)
        return read(data, file)

    monkeypatch.setattr(yamlfile, "read", noted)
    return names


def reading(folder: Path) -> Reading:
    """The timeline, read with its memory."""
    return read_timeline(folder, folder.parent / "memory")


def test_only_the_file_that_changed_is_read_again(folder: Path, opened: list[str]) -> None:
    """And the settings, on which all others depend."""
    reading(folder)
    path = folder / EVENT
    path.write_text(path.read_text("utf-8") + "importance: 3\n", "utf-8")
    opened.clear()
    event = reading(folder).records["first-talks"].record
    assert (["timeline.yaml", EVENT], 3) == (opened, getattr(event, "importance"))  # noqa: B009 - of any kind


def test_what_is_remembered_is_what_was_read(folder: Path) -> None:
    """Record by record, with the places of their parts."""
    first, again = reading(folder).records, reading(folder).records
    assert [(key, held.record, held.digest) for key, held in first.items()] == [
        (key, held.record, held.digest) for key, held in again.items()
    ]
    assert first["first-talks"].document.locate(("title", "en")) == again["first-talks"].document.locate(
        ("title", "en")
    )


def test_every_fault_is_found_each_time(folder: Path) -> None:
    """A file with one is read each time."""
    (folder / EVENT).write_text("importance: 9\n", "utf-8")
    assert reading(folder).problems == reading(folder).problems != []


def test_other_settings_make_all_files_be_read_again(folder: Path, opened: list[str]) -> None:
    """They decide on what a record may say."""
    reading(folder)
    settings = folder / "timeline.yaml"
    settings.write_text(settings.read_text("utf-8").replace("title: The", "title: Another"), "utf-8")
    opened.clear()
    reading(folder)
    assert len(list(folder.rglob("*.yaml"))) == len(opened)


def test_a_file_that_is_gone_is_forgotten(folder: Path) -> None:
    """Neither is its record there, nor does it come back."""
    reading(folder)
    (folder / EVENT).unlink()
    assert "first-talks" not in reading(folder).records
    assert "first-talks" not in reading(folder).records


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"cposix\nsystem\n(S'false'\ntR."])
def test_a_damaged_or_foreign_memory_is_none(folder: Path, opened: list[str], damage: bytes) -> None:
    """Everything is read, and nothing of it is run."""
    reading(folder)
    (folder.parent / "memory").write_bytes(damage)
    opened.clear()
    assert reading(folder).records.keys() == read_timeline(folder).records.keys()
    assert 2 * len(list(folder.rglob("*.yaml"))) == len(opened)
