"""What pages tell of their own versions, on git repositories of synthetic data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.test_comparing import commit, edit, folder, git
from tests.samples import run

__all__ = ["folder"]

PAGE = "en/events/2021-03-01-gate-closed.html"
NAME = "Somebody Named (synthetic data)"


def build(place: Path) -> tuple[Path, str]:
    """The published site, and what the build said of what is wrong."""
    result = run("build", str(place), "--output", str(place.parent / "site"), "--lang", "en")
    assert 0 == result.exit_code, result.stderr
    return place.parent / "site", result.stderr


def told(site: Path) -> list[str]:
    """What the page of an event tells of its versions, newest first, without their dates."""
    found = re.search(r'<details class="page-record">(.*?)</details>', (site / PAGE).read_text("utf-8"), re.DOTALL)
    return re.findall(r'<p class="meta">(.*?)</p>', found[1]) if found else []


@pytest.fixture
def telling(folder: Path) -> Path:
    """A timeline whose pages are to tell their history."""
    edit(folder, "history: false", "history: true", "timeline.yaml")
    commit(folder)
    return folder


def test_a_page_tells_which_parts_were_changed_and_no_earlier_wording(telling: Path) -> None:
    """A name that was taken out of a title is nowhere on the site."""
    edit(telling, "The gate is closed (synthetic data)", NAME)
    commit(telling)
    edit(telling, NAME, "The gate is closed (synthetic data)")
    edit(telling, "date: 2021-03-01\n", "date: 2021-03-02\n")
    commit(telling)
    site, _ = build(telling)
    both = "date: from 1 March 2021 to 2 March 2021 · title in English reworded"
    assert [both, "title in English reworded", "added"] == list(map(_in_order, told(site)))
    assert [] == [path for path in site.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]


def _in_order(changes: str) -> str:
    return " · ".join(sorted(changes.split(" · ")))


def test_a_commit_alone_makes_the_page_tell_more(telling: Path) -> None:
    """The build looks at git even where no file has changed since."""
    edit(telling, "date: 2021-03-01\n", "date: 2021-03-02\n")
    before = told(build(telling)[0])
    commit(telling)
    assert (["added"], ["date: from 1 March 2021 to 2 March 2021", "added"]) == (before, told(build(telling)[0]))


def test_a_clone_with_only_the_latest_commits_tells_nothing_and_the_build_says_so(
    telling: Path, tmp_path: Path
) -> None:
    """Half a history would be a wrong one."""
    edit(telling, "date: 2021-03-01\n", "date: 2021-03-02\n")
    commit(telling)
    git(tmp_path, "clone", "--quiet", "--depth", "1", telling.parent.as_uri(), "clone")
    site, said = build(tmp_path / "clone" / "timeline")
    assert ([], True) == (told(site), "[part-of-history]" in said)


def test_outside_git_nothing_is_told_and_the_build_says_so(telling: Path, tmp_path: Path) -> None:
    """A timeline without a repository is published all the same."""
    (telling.parent / ".git").rename(tmp_path / "gone")
    site, said = build(telling)
    assert ([], True) == (told(site), "[no-history]" in said)


def test_without_the_setting_pages_tell_nothing(folder: Path) -> None:
    """It is the owner's choice."""
    assert [] == told(build(folder)[0])
