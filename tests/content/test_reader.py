"""The reader: which files it takes, which it leaves alone, and what it makes of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.samples import MINIMAL, TIMELINES
from waqai.content import ProsePage, Timeline, load
from waqai.content.reader import read_timeline

EVENT = "content/events/first-talks.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the smallest timeline."""
    return shutil.copytree(MINIMAL, tmp_path / "minimal")


def _write(folder: Path, name: str, text: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _codes(folder: Path) -> list[str]:
    return [problem.fault.code for problem in read_timeline(folder).problems]


def test_the_id_of_a_record_is_the_name_of_its_file(folder: Path) -> None:
    """Without its ending."""
    assert {"first-talks", "gazette"} == set(read_timeline(folder).records)


def test_the_kind_of_a_record_is_the_name_of_its_folder(folder: Path) -> None:
    """`events` holds events."""
    assert "event" == read_timeline(folder).records["first-talks"].record.kind_name


def test_a_record_knows_its_file(folder: Path) -> None:
    """Relative to the timeline's folder, with forward slashes."""
    assert EVENT == read_timeline(folder).records["first-talks"].file


@pytest.mark.parametrize("sample", ["minimal", "bilingual", "trilingual"])
def test_the_sample_timelines_have_no_errors(sample: str) -> None:
    """They are what the other tests build on."""
    loaded = load(TIMELINES / sample, drafts=True)
    assert isinstance(loaded, Timeline)
    assert () == tuple(problem for problem in loaded.problems if problem.is_error)


@pytest.mark.parametrize("name", [".DS_Store", ".first-talks.yaml.swp", "README.md", "README.ar.md", "LICENSE.md"])
@pytest.mark.parametrize("place", ["content", "content/events", "content/pages"])
def test_what_explains_and_what_systems_leave_is_ignored(place: str, name: str, folder: Path) -> None:
    """Read-me files, and files whose name begins with a dot."""
    _write(folder, f"{place}/{name}")
    assert [] == _codes(folder)


@pytest.mark.parametrize("name", ["blog/post.rst", "blog/2021/post.md", "blog-pages/contact.md", "media/photo.jpg"])
def test_pelicans_own_folders_are_left_to_it(name: str, folder: Path) -> None:
    """A blog and its pages are no records."""
    _write(folder, f"content/{name}")
    assert [] == _codes(folder)


@pytest.mark.parametrize(
    "place",
    ["content/events/x.yaml", "content/pages/x.en.md", "content/media/x.jpg", "content/blog/a/x.md", "content/x"],
)
def test_a_link_is_refused_wherever_it_lies(place: str, folder: Path) -> None:
    """Pelican would publish what it points to."""
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).symlink_to("/etc/passwd")
    assert ["not-a-plain-file"] == _codes(folder)


def test_a_pipe_is_refused_unopened(folder: Path) -> None:
    """To open it would wait for ever."""
    os.mkfifo(folder / "content/events/pipe.yaml")
    assert ["not-a-plain-file"] == _codes(folder)


def test_a_content_folder_that_is_a_link_is_refused(folder: Path) -> None:
    """It may lead anywhere."""
    (folder / "content").rename(folder / "elsewhere")
    (folder / "content").symlink_to("elsewhere")
    assert ["not-a-plain-file"] == _codes(folder)


def test_settings_that_are_a_link_are_refused(folder: Path) -> None:
    """The lines of any file could come out in messages."""
    (folder / "timeline.yaml").rename(folder / "settings.yaml")
    (folder / "timeline.yaml").symlink_to("settings.yaml")
    assert ["not-a-plain-file"] == _codes(folder)


def test_without_usable_settings_nothing_else_is_read(folder: Path) -> None:
    """The languages decide what a text is."""
    _write(folder, "timeline.yaml", "id: minimal\n")
    _write(folder, EVENT, "title: [")
    assert {"timeline.yaml"} == {problem.file for problem in read_timeline(folder).problems}


def test_a_page_is_its_title_and_what_follows(folder: Path) -> None:
    """The first line is the title; the name says id and language."""
    _write(folder, "content/pages/about.en.md", "# About\n\nA sample.\n")
    page = ProsePage("about", "en", "About", "A sample.\n", "content/pages/about.en.md", 3)
    assert (page,) == read_timeline(folder).pages


def test_a_page_in_a_language_that_the_site_has_not_is_stray(folder: Path) -> None:
    """It would be published nowhere."""
    _write(folder, "content/pages/about.ar.md", "# عن الموقع\n")
    assert ["stray-file"] == _codes(folder)


def test_the_names_of_pictures_are_known(folder: Path) -> None:
    """Checks compare them with what events name."""
    _write(folder, "content/media/photo.jpg")
    assert {"photo.jpg"} == read_timeline(folder).media


def test_the_order_of_files_on_disk_does_not_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records come in the order of their names."""
    for name in ("b", "a", "c"):
        _write(folder, f"content/topics/{name}.yaml", f"name: {name}\n")
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: _Reversed(scan(path)))
    assert ["gazette", "first-talks", "a", "b", "c"] == list(read_timeline(folder).records)


class _Reversed:
    """The entries of a folder in the opposite of their sorted order."""

    def __init__(self, entries: os.PathLike[str] | object) -> None:
        self._entries = sorted(entries, key=lambda entry: entry.name, reverse=True)  # type: ignore[call-overload]

    def __iter__(self) -> object:
        return iter(self._entries)


def test_a_folder_that_cannot_be_opened_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the other folders are read all the same."""
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "actors":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert ["unreadable-file"] == _codes(folder)


def test_of_two_files_with_one_id_the_first_is_kept(folder: Path) -> None:
    """The second is the one that is reported."""
    _write(folder, "content/topics/gazette.yaml", "name: The Gazette\n")
    reading = read_timeline(folder)
    assert ["content/topics/gazette.yaml"] == [problem.file for problem in reading.problems]
    assert "actor" == reading.records["gazette"].record.kind_name


def test_a_slip_of_yaml_hides_what_follows_from_it(folder: Path) -> None:
    """A key that was cut off by a comma is not called unknown as well."""
    _write(folder, EVENT, (folder / EVENT).read_text("utf-8").replace("2021-02-11", "{is: 2021-02-11, said: x, y}"))
    assert ["unquoted-comma"] == _codes(folder)
