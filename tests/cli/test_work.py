"""How much work a command is, in counts: no clock is read, and a busy machine changes nothing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, TIMELINES, bytes_of, waqai
from waqai.build.traces import Traces
from waqai.cli.building import Order, build_site
from waqai.cli.console import Console
from waqai.snapshot import beside

EVENT = "content/events/first-talks.yaml"
NOT_FOR_CHECKING = {"PIL", "concurrent", "icalendar", "jinja2", "multiprocessing", "pelican", "watchfiles"}


@pytest.fixture(scope="module")
def timeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest timeline, published."""
    folder = Path(shutil.copytree(TIMELINES / "minimal", tmp_path_factory.mktemp("work") / "timeline"))
    counts(folder)
    return folder


def counts(folder: Path, *options: str) -> dict[str, int]:
    """How much work a build is, in one process."""
    command = [sys.executable, "-m", "tests.cli.counted", "build", str(folder), "--jobs", "1", *options]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, int] = json.loads(ended.stdout.splitlines()[-1])
    return found


def edit(folder: Path, text: str) -> None:
    """Add to the event."""
    path = folder / EVENT
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_an_edited_text_is_rendered_where_it_is_shown_and_nowhere_else(timeline: Path) -> None:
    """Nor is another file read, but for the settings; templates are not compiled again."""
    before = counts(timeline, "--full")
    edit(timeline, "body: {en: A synthetic body.}\n")
    after = counts(timeline)
    assert (len(list(timeline.rglob("*.yaml"))), 2) == (before["files read"], after["files read"])
    assert 2 == after["records checked"]
    assert (0, 0) == (before["templates compiled"], after["templates compiled"])
    assert after["pages rendered"] <= 4 < before["pages rendered"] / 4
    assert after["files written"] < before["files written"] / 4


def test_what_was_found_is_told_again_without_loading_anything_heavy(timeline: Path) -> None:
    """As long as nothing has changed; afterwards it is checked."""
    first = waqai("check", timeline)
    command = [sys.executable, "-X", "importtime", "-m", "waqai", "check", str(timeline), "--lang", "en"]
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in re.findall(r"\| +([a-zA-Z_0-9.]+)$", again.stderr, re.MULTILINE)}
    assert (set(), first.stdout.split(" in ")[0]) == (loaded & {"pydantic", "yaml"}, again.stdout.split(" in ")[0])
    edit(timeline, "importance: 9\n")
    assert 1 == waqai("check", timeline).returncode
    event = timeline / EVENT
    event.write_text(event.read_text("utf-8").removesuffix("importance: 9\n"), "utf-8")


def test_checking_loads_nothing_that_only_building_needs(timeline: Path) -> None:
    """Neither templates nor pictures nor Pelican."""
    command = [sys.executable, "-X", "importtime", "-m", "waqai", "check", str(timeline)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in re.findall(r"\| +([a-zA-Z_0-9.]+)$", ended.stderr, re.MULTILINE)}
    assert loaded & NOT_FOR_CHECKING == set()


@pytest.mark.parametrize("settings", [None, "pelicanconf.py"])
def test_an_edit_loads_no_pelican(timeline: Path, settings: str | None) -> None:
    """Neither without settings for it nor with those that every new timeline has."""
    if settings:
        shutil.copy(ROOT / settings, timeline)
    edit(timeline, "# more\n")
    command = [sys.executable, "-X", "importtime", "-m", "waqai", "build", str(timeline), "--lang", "en"]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in re.findall(r"\| +([a-zA-Z_0-9.]+)$", ended.stderr, re.MULTILINE)}
    assert ended.stdout.startswith("Built ")
    assert ({"jinja2"}, set()) == (loaded & {"jinja2"}, loaded & {"pelican", "docutils"})


def test_a_build_can_be_held_against_a_clean_one(timeline: Path) -> None:
    """What is the same is published."""
    ended = waqai("build", timeline, "--verify")
    assert (0, True) == (ended.returncode, ended.stdout.startswith("Built "))


def test_a_build_that_differs_from_a_clean_one_is_not_published(
    timeline: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files are named, what was there stays, and the next build begins anew."""
    published = bytes_of(timeline / "output")
    edit(timeline, "tags: [synthetic]\nimportance: 1\n")
    monkeypatch.setattr(Traces, "changed", lambda *_: frozenset())
    order = Order(timeline, timeline / "output", jobs=1, theme=None, drafts=False, full=False, verify=True)
    assert build_site(order, Console("en")) is None
    assert "en/events/first-talks.html" in capsys.readouterr().err
    assert (published, False) == (bytes_of(timeline / "output"), (beside(timeline / "output") / "traces").exists())


def test_a_profile_says_where_the_time_went(timeline: Path) -> None:
    """Function by function, in the file that was asked for."""
    waqai("build", timeline, "--profile", timeline.parent / "profile")
    assert "write_all" in (timeline.parent / "profile").read_text("utf-8")
