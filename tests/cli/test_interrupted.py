"""A build that is interrupted, or whose surroundings change meanwhile: one message, and what was published stays."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cli.running import ROOT, TIMELINES, bytes_of, waqai
from waqai import build
from waqai.build import workers
from waqai.cli import main

LISTENING = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from waqai.cli import main; main()"
)
"""The program, as a terminal starts it: whoever runs the tests in the background passes on that Ctrl+C is ignored."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small timeline that was published."""
    folder = Path(shutil.copytree(TIMELINES / "minimal", tmp_path_factory.mktemp("published") / "timeline"))
    assert built(folder).exit_code == 0
    return folder


@pytest.fixture
def timeline(published: Path, tmp_path: Path) -> Path:
    """It, edited since."""
    folder = Path(shutil.copytree(published, tmp_path / "timeline"))
    event = folder / "content/events/first-talks.yaml"
    event.write_text("# edited\n" + event.read_text("utf-8").replace("title: ", "title: Again, ", 1), "utf-8")
    return folder


def built(folder: Path, *options: str) -> Result:
    """Build in this process."""
    return CliRunner().invoke(main, ["build", str(folder), "--lang", "en", *options])


def _die(_: Sequence[int]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_worker_that_is_killed_is_told_and_changes_nothing(timeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a system does that has no memory left."""
    before = bytes_of(timeline / "output")
    monkeypatch.setattr(workers, "_make_chunk", _die)
    ended = built(timeline, "--jobs", "2")
    assert (1, before) == (ended.exit_code, bytes_of(timeline / "output"))
    assert "ended from outside" in ended.output


def test_content_that_is_taken_away_meanwhile_is_told(timeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After it was read, and before Pelican looks for it."""
    before, plan = bytes_of(timeline / "output"), build.plan
    conf = (ROOT / "pelicanconf.py").read_text("utf-8")
    (timeline / "pelicanconf.py").write_text(f"{conf}\nSITESUBTITLE = 'synthetic'\n", "utf-8")

    def planned(*arguments: object) -> object:
        (timeline / "content").rename(timeline / "taken")
        return plan(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "plan", planned)
    ended = built(timeline)
    assert (1, before) == (ended.exit_code, bytes_of(timeline / "output"))
    assert ended.output.count("Nothing was published") == 1


def test_what_is_edited_after_it_was_read_is_in_the_next_build(timeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build shows what it has read and nothing in between."""
    plan = build.plan

    def planned(*arguments: object) -> object:
        made = plan(*arguments)  # type: ignore[arg-type]
        event = timeline / "content/events/first-talks.yaml"
        event.write_text(event.read_text("utf-8").replace("Again, ", "Meanwhile, "), "utf-8")
        return made

    with monkeypatch.context() as while_building:
        while_building.setattr(build, "plan", planned)
        assert built(timeline).exit_code == 0
    page = timeline / "output/en/events/first-talks.html"
    assert "Again, " in page.read_text("utf-8")
    assert CliRunner().invoke(main, ["build", str(timeline)]).exit_code == 0
    assert "Meanwhile, " in page.read_text("utf-8")


@pytest.mark.parametrize("command", [["build", "--jobs", "2"], ["serve", "--port", "0"]])
def test_ctrl_c_changes_nothing_that_is_published(timeline: Path, command: list[str]) -> None:
    """A terminal interrupts all processes at once; nobody is shown a traceback, and nothing stays locked."""
    before = bytes_of(timeline / "output")
    program = [sys.executable, "-c", LISTENING, command[0], str(timeline), *command[1:]]
    with subprocess.Popen(program, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        while not list(timeline.glob(".*/building/en")) and process.poll() is None:
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate()
    assert "Traceback" not in said
    assert before == bytes_of(timeline / "output")
    assert waqai("build", timeline).returncode == 0


@pytest.mark.parametrize("missing", ["content", "timeline.yaml"])
def test_without_its_files_a_timeline_is_not_published_over_the_old_one(timeline: Path, missing: str) -> None:
    """It is told what is missing."""
    before = bytes_of(timeline / "output")
    (timeline / missing).rename(timeline / "away")
    ended = built(timeline)
    assert (1, before) == (ended.exit_code, bytes_of(timeline / "output"))
    assert missing in ended.output
