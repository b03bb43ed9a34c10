"""A build with nothing to do says so, and takes no longer than it takes to look."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import TIMELINES, bytes_of, waqai
from waqai.cli.main import ELSEWHERE
from waqai.snapshot import Watch, beside
from waqai.stamps import COARSE_TICK, SECOND, TICK, is_settled

HEAVY = {
    "babel",
    "concurrent",
    "jinja2",
    "markdown_it",
    "multiprocessing",
    "pelican",
    "PIL",
    "pydantic",
    "rich",
    "yaml",
}
"""Packages that only a build with something to do may load."""
OPTIONS = (False,)
EVENT = Path("content/events/first-talks.yaml")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the smallest timeline, once it is published."""
    folder = Path(shutil.copytree(TIMELINES / "minimal", tmp_path_factory.mktemp("nothing") / "timeline"))
    waqai("build", folder)
    return folder


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    """Another copy, which a build that writes a single page has been watched to publish."""
    folder = Path(shutil.copytree(TIMELINES / "minimal", tmp_path / "timeline"))
    watch = Watch(folder, None, folder / "output", OPTIONS)
    watch.begin()
    for path in (folder / "output", beside(folder / "output")):
        path.mkdir()
    (folder / "output/index.html").write_text("a page")
    watch.end(pages=1, warnings=0, commit="")
    return folder


def is_unchanged(folder: Path) -> bool:
    """Whether the next build has nothing to do; it is not run."""
    return Watch(folder, None, folder / "output", OPTIONS).unchanged() is not None


def test_a_build_with_nothing_to_do_says_so_in_one_line(published: Path) -> None:
    """With the way to the site."""
    ended = waqai("build", published)
    assert ended.stdout.startswith("Nothing has changed: ")
    assert str(published / "output" / "index.html") in ended.stdout


def test_a_build_with_nothing_to_do_loads_nothing_heavy(published: Path) -> None:
    """Neither Pelican nor pydantic nor templates nor languages."""
    command = [sys.executable, "-X", "importtime", "-m", "waqai", "build", str(published), "--lang", "en"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in re.findall(r"\| +([a-zA-Z_0-9.]+)$", ended.stderr, re.MULTILINE)}
    assert "Nothing has changed" in ended.stdout
    assert loaded & HEAVY == set()


def test_a_command_loads_no_other(published: Path) -> None:
    """They are found by their names only."""
    command = [sys.executable, "-X", "importtime", "-m", "waqai", "verify", str(published / "output"), "--lang", "en"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"\| +(waqai\.cli[a-z_.]*)$", ended.stderr, re.MULTILINE))
    assert set() == loaded & {f"waqai.cli.{module}" for module in ELSEWHERE.values()}


@pytest.mark.parametrize("time", [-SECOND, 0, 2**62])
def test_a_file_of_any_time_is_looked_at(timeline: Path, time: int) -> None:
    """Some archives restore files as of 1969."""
    os.utime(timeline / EVENT, ns=(time, time))
    assert not is_unchanged(timeline)


def append(path: Path, text: str) -> None:
    """Add to a file."""
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def replace_in_place(path: Path) -> None:
    """Another content of the same size."""
    path.write_text(path.read_text("utf-8").replace("a", "b", 1), "utf-8")


def replace_with_old_time(path: Path) -> None:
    """Another file of the same size, with the old one's time."""
    time, text = path.stat().st_mtime_ns, path.read_text("utf-8")
    path.unlink()
    path.with_name("taken").write_text("keeps the inode of the old file", "utf-8")
    path.write_text(text.replace("a", "b", 1), "utf-8")
    path.with_name("taken").unlink()
    os.utime(path, ns=(time, time))


def replace_by_link(path: Path) -> None:
    """The same folder, elsewhere, and a link to it."""
    path.rename(path.parent.parent / "elsewhere")
    path.symlink_to(path.parent.parent / "elsewhere")


CHANGES: dict[str, Callable[[Path], object]] = {
    "an event": lambda folder: append(folder / EVENT, "# more\n"),
    "an event, in place": lambda folder: replace_in_place(folder / EVENT),
    "the settings": lambda folder: append(folder / "timeline.yaml", "# more\n"),
    "a new file": lambda folder: (folder / "content/events/.hidden").write_text("x"),
    "a file that is gone": lambda folder: (folder / EVENT).unlink(),
    "a new name": lambda folder: (folder / EVENT).rename(folder / "content/events/talks.yaml"),
    "a style of its own": lambda folder: (folder / "style").mkdir(),
    "a template of its own": lambda folder: (folder / "templates").mkdir(),
    "a folder that is a link now": lambda folder: replace_by_link(folder / "content/events"),
    "Pelican's settings": lambda folder: (folder / "pelicanconf.py").write_text(""),
    "a published page": lambda folder: append(folder / "output/index.html", "x"),
    "a published page, in place": lambda folder: replace_in_place(folder / "output/index.html"),
    "a published page that is gone": lambda folder: (folder / "output/index.html").unlink(),
    "a file of others": lambda folder: (folder / "output/CNAME").write_text("example.org"),
    "no snapshot": lambda folder: (beside(folder / "output") / "snapshot").unlink(),
    "a damaged snapshot": lambda folder: (beside(folder / "output") / "snapshot").write_text("{"),
    "a foreign snapshot": lambda folder: (beside(folder / "output") / "snapshot").write_text('{"inputs": 1}'),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_noticed(timeline: Path, change: str) -> None:
    """In what the site is made from, in what was published, or in the note of both."""
    before = is_unchanged(timeline)
    CHANGES[change](timeline)
    assert (before, is_unchanged(timeline)) == (True, False)


def test_a_file_put_in_another_s_place_is_noticed(timeline: Path) -> None:
    """Even with the same size and the same time."""
    replace_with_old_time(timeline / EVENT)
    assert not is_unchanged(timeline)


@pytest.mark.parametrize("options", [(True,), ()])
def test_other_options_make_another_site(timeline: Path, options: tuple[object, ...]) -> None:
    """Drafts, for instance."""
    assert Watch(timeline, None, timeline / "output", options).unchanged() is None


def test_other_packages_make_another_site(timeline: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A package of another version may print something else."""
    (tmp_path / "packages" / "jinja2-99.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "packages")
    assert not is_unchanged(timeline)


def test_everything_is_made_again_on_request(published: Path) -> None:
    """Although nothing has changed."""
    assert "(0 of them new)" not in waqai("build", published, "--full").stdout


def test_a_published_page_that_was_changed_by_hand_is_repaired(published: Path) -> None:
    """The next build makes it as it was."""
    before = bytes_of(published / "output")
    replace_in_place(published / "output/index.html")
    waqai("build", published)
    assert bytes_of(published / "output") == before


def test_what_is_changed_during_a_build_belongs_to_the_next(timeline: Path) -> None:
    """No snapshot is taken of it."""
    watch = Watch(timeline, None, timeline / "output", OPTIONS)
    watch.begin()
    append(timeline / EVENT, "# saved while the build ran\n")
    watch.end(pages=1, warnings=0, commit="")
    assert not is_unchanged(timeline)


def test_what_may_change_within_the_same_tick_is_not_settled() -> None:
    """Nor what has only whole seconds to tell by."""
    now = 5 * SECOND
    assert [is_settled(time, now) for time in (now - 1, now - TICK - 1, now - SECOND, now - COARSE_TICK - SECOND)] == [
        False,
        True,
        False,
        True,
    ]
