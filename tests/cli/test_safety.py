"""What the commands must never do with a hostile or unlucky folder."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from tests.cli.running import TIMELINES, waqai

EVENT = Path("content/events/first-talks.yaml")


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    """A copy of the smallest timeline."""
    return Path(shutil.copytree(TIMELINES / "minimal", tmp_path / "timeline"))


def test_a_link_is_refused_without_showing_what_it_leads_to(timeline: Path, tmp_path: Path) -> None:
    """A message quotes the line it is about, but never a file from elsewhere."""
    (tmp_path / "token").write_text("a secret of this machine\n")
    (timeline / "content/events/leak.yaml").symlink_to(tmp_path / "token")
    ended = waqai("check", timeline)
    assert (ended.returncode, "leak.yaml" in ended.stderr, "secret" in ended.stderr) == (1, True, False)


def test_two_records_cannot_have_had_the_same_id(timeline: Path) -> None:
    """Both would want the page at the old address."""
    text = (timeline / EVENT).read_text("utf-8")
    for name in ("one", "two"):
        (timeline / f"content/events/{name}.yaml").write_text(f"{text}\nwas: [old-name]\n", "utf-8")
    ended = waqai("check", timeline)
    assert (ended.returncode, ended.stderr.count("[path-collision]")) == (1, 1)


def test_a_port_that_is_taken_is_told_in_a_sentence(timeline: Path) -> None:
    """No traceback."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = waqai("serve", timeline, "--port", str(taken.getsockname()[1]))
    assert (ended.returncode, "--port" in ended.stderr, "Traceback" in ended.stderr) == (1, True, False)


def test_serving_a_folder_that_is_no_timeline_is_refused(tmp_path: Path) -> None:
    """And nothing is made there."""
    ended = waqai("serve", tmp_path, "--port", "0")
    assert (ended.returncode, list(tmp_path.iterdir())) == (1, [])
