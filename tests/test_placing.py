"""Files come into a folder all together, or the folder stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import TIMELINES, waqai
from waqai.placing import place_all, write_all

FILES = {"a.csv": b"new", "inner/b.csv": b"new", "z.csv": b"new"}


def held(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder: the contents of files, nothing of folders."""
    paths = folder.rglob("*")
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in paths}


def test_files_come_over_those_of_the_same_names(tmp_path: Path) -> None:
    """What else is in the folder stays, and nothing is left beside it."""
    folder = tmp_path / "folder"
    write_all(folder, {"a.csv": b"old", "other.txt": b"mine"})
    write_all(folder, FILES)
    assert {**FILES, "other.txt": b"mine", "inner": None} == held(folder)
    assert [folder] == list(tmp_path.iterdir())


def test_if_one_cannot_come_none_comes(tmp_path: Path) -> None:
    """What stood there is put back, and folders that were made for them are taken away."""
    folder = tmp_path / "folder"
    write_all(folder, {"a.csv": b"old", "z.csv/in-the-way": b"mine"})
    before = held(folder)
    with pytest.raises(IsADirectoryError):
        write_all(folder, FILES)
    assert before == held(folder)
    assert [folder] == list(tmp_path.iterdir())


def test_an_interruption_changes_nothing(tmp_path: Path) -> None:
    """Whoever presses Ctrl-C in the midst of it finds what there was."""
    folder, staged = tmp_path / "folder", tmp_path / "staged"
    write_all(folder, {"a.csv": b"old"})
    write_all(staged, FILES)

    def interrupted() -> Iterator[str]:
        yield from FILES
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        place_all(staged, folder, interrupted())
    assert {"a.csv": b"old"} == held(folder)


def test_an_export_that_cannot_be_written_leaves_the_tables_of_the_last(tmp_path: Path) -> None:
    """Where one name is taken by a folder, none of the tables is written."""
    folder = tmp_path / "tables"
    write_all(folder, {"events.csv": b"old", "topics.csv/in-the-way": b"mine"})
    before = held(folder)
    run = waqai("export", "csv", TIMELINES / "bilingual", "--output", folder)
    assert (1, before) == (run.returncode, held(folder))
    assert "Nothing was changed." in run.stderr
    assert "Traceback" not in run.stderr


def test_a_timeline_that_cannot_be_begun_is_not_begun_in_part(tmp_path: Path) -> None:
    """A file in the place of a folder stops it, and no other file is there."""
    folder = tmp_path / "talks"
    write_all(folder, {".github": b"mine"})
    run = waqai("init", folder, "--title", "Talks", "--language", "en", "--no-ask")
    assert (1, {".github": b"mine"}) == (run.returncode, held(folder))
    assert "Nothing was written" in run.stderr
