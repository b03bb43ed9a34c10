"""`waqai fmt`: the house form, written or only asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import bytes_of
from tests.samples import MINIMAL, TIMELINES, run

EVENT = "content/events/first-talks.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the smallest timeline, in the house form but for one file."""
    folder = shutil.copytree(MINIMAL, tmp_path / "minimal")
    run("fmt", "--folder", str(folder))
    (folder / EVENT).write_text((folder / EVENT).read_text("utf-8").replace("type: talks", "type:   talks"), "utf-8")
    return folder


def test_files_are_written_in_the_house_form(folder: Path) -> None:
    """Only those that are not in it already; each is named."""
    before = bytes_of(folder)
    result = run("fmt", "--folder", str(folder), "--lang", "en")
    assert (0, f"{EVENT}\nFormatted: 1 of 3 files.\n") == (result.exit_code, result.stdout)
    assert bytes_of(folder) == {**before, EVENT: before[EVENT].replace(b"type:   talks", b"type: talks")}


def test_the_check_lists_what_would_change_and_fails(folder: Path) -> None:
    """Nothing is written."""
    before = bytes_of(folder)
    result = run("fmt", "--check", "--folder", str(folder), "--lang", "en")
    assert (1, f"{EVENT}\nWould be formatted: 1 of 3 files.\n") == (result.exit_code, result.stdout)
    assert before == bytes_of(folder)


def test_the_check_passes_where_all_is_in_the_house_form(folder: Path) -> None:
    """After `waqai fmt`."""
    run("fmt", "--folder", str(folder))
    assert 0 == run("fmt", "--check", "--folder", str(folder)).exit_code


def test_only_the_files_that_are_named_are_written(folder: Path) -> None:
    """The others wait."""
    result = run("fmt", str(folder / "timeline.yaml"), "--folder", str(folder), "--lang", "en")
    assert "Formatted: 0 of 1 files.\n" == result.stdout


@pytest.mark.parametrize("named", ["", "content", "content/events"])
def test_a_folder_stands_for_the_files_in_it(folder: Path, named: str) -> None:
    """The timeline's own folder, or one in it."""
    result = run("fmt", str(folder / named), *(("--folder", str(folder)) if named else ()), "--lang", "en")
    count = {"": 3, "content": 2, "content/events": 1}[named]
    assert (0, f"{EVENT}\nFormatted: 1 of {count} files.\n") == (result.exit_code, result.stdout)


def test_a_folder_without_a_file_of_the_timeline_is_refused(folder: Path, tmp_path: Path) -> None:
    """Nothing in it is touched."""
    (tmp_path / "other").mkdir()
    assert 2 == run("fmt", str(tmp_path / "other"), "--folder", str(folder)).exit_code


def test_a_file_that_cannot_be_read_is_left_alone(folder: Path) -> None:
    """It is named, the others are formatted, and the command fails."""
    (folder / "content/actors/gazette.yaml").write_text("kind: media\n\tname: x\n", "utf-8")
    result = run("fmt", "--folder", str(folder), "--lang", "en")
    assert (1, "kind: media\n\tname: x\n") == (result.exit_code, (folder / "content/actors/gazette.yaml").read_text())
    assert "content/actors/gazette.yaml is left as it is: it cannot be read." in result.stderr
    assert f"{EVENT}\n" in result.stdout


def test_a_foreign_file_is_refused(folder: Path, tmp_path: Path) -> None:
    """The exit code is 2."""
    (tmp_path / "other.yaml").write_text("a:   b\n", "utf-8")
    result = run("fmt", str(tmp_path / "other.yaml"), "--folder", str(folder))
    assert (2, "a:   b\n") == (result.exit_code, (tmp_path / "other.yaml").read_text("utf-8"))


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    """Nothing outside of the timeline is written."""
    (tmp_path / "other.yaml").write_text("kind:   media\n", "utf-8")
    (folder / "content/actors/link.yaml").symlink_to(tmp_path / "other.yaml")
    run("fmt", "--folder", str(folder))
    assert "kind:   media\n" == (tmp_path / "other.yaml").read_text("utf-8")


def test_formatting_changes_nothing_that_the_check_sees(tmp_path: Path) -> None:
    """The same warnings, in the same words."""
    folder = shutil.copytree(TIMELINES / "bilingual", tmp_path / "timeline")

    def said() -> list[str]:
        lines = run("check", str(folder), "--lang", "en").stderr.splitlines()
        return sorted(line.partition(": ")[2] for line in lines if not line.startswith(" "))

    before = said()
    run("fmt", "--folder", str(folder))
    assert before == said()


@pytest.mark.parametrize("options", [[], ["--short"]], ids=["annotated", "short"])
@pytest.mark.parametrize("kind", ["event", "actor", "place", "topic", "agreement", "source"])
def test_new_files_are_in_the_house_form(folder: Path, kind: str, options: list[str]) -> None:
    """As `waqai new` writes them."""
    run("fmt", "--folder", str(folder))
    run("new", kind, str(folder), "--title", "A title: with a colon", "--id", "x", *options)
    assert 0 == run("fmt", "--check", "--folder", str(folder)).exit_code


def test_a_new_timeline_is_in_the_house_form(tmp_path: Path) -> None:
    """As `waqai init` writes it."""
    run("init", str(tmp_path / "talks"), "--language", "ar", "--language", "en")
    assert 0 == run("fmt", "--check", "--folder", str(tmp_path / "talks")).exit_code
