"""`waqai build`: nothing is written when anything is wrong, and the same input makes the same bytes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.running import ROOT, TIMELINES, bytes_of, waqai

CONTENT = ("timeline.yaml", "content")


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    """A copy of the smallest timeline, to be changed."""
    return Path(shutil.copytree(TIMELINES / "minimal", tmp_path / "timeline"))


@pytest.fixture
def real_timeline(tmp_path: Path) -> Path:
    """A copy of the real timeline, to be changed."""
    folder = tmp_path / "real"
    folder.mkdir()
    shutil.copy(ROOT / "timeline.yaml", folder)
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


EVENT = Path("content/events/first-talks.yaml")
REAL_EVENT = Path("content/events/2021-02-12-no-understandings.yaml")


def change(timeline: Path, old: str, new: str, file: Path = EVENT) -> None:
    """Edit a file as a contributor would."""
    path = timeline / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_build_says_in_one_line_what_was_built_and_how_to_look_at_it(timeline: Path) -> None:
    """The last line of the output."""
    last = waqai("build", timeline).stdout.splitlines()[-1]
    assert last.startswith("Built ")
    assert str(timeline / "output" / "index.html") in last


@pytest.mark.parametrize("called", ["bin/waqai", "./bin/waqai"])
def test_a_build_names_the_command_as_it_can_be_typed_again(tmp_path: Path, called: str) -> None:
    """A program in a folder that is on no path is called by its place there."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/waqai").write_text(f"#!{sys.executable}\nfrom waqai.cli import main\nmain()\n")
    (tmp_path / "bin/waqai").chmod(0o755)
    shutil.copytree(TIMELINES / "minimal", tmp_path / "timeline")
    ended = subprocess.run([called, "build", "timeline"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ended.stdout.strip().endswith("bin/waqai serve timeline")


def test_nothing_is_written_when_a_check_fails(timeline: Path) -> None:
    """The published site stays byte for byte as it was, and the exit code says so."""
    waqai("build", timeline)
    before = bytes_of(timeline / "output")
    change(timeline, "type: talks", "type: tlaks")
    ended = waqai("build", timeline)
    assert (ended.returncode, bytes_of(timeline / "output")) == (1, before)
    assert "Traceback" not in ended.stderr


def test_a_first_build_that_fails_leaves_no_folder_behind(timeline: Path) -> None:
    """Nothing was published, so nothing is there."""
    change(timeline, "type: talks", "type: tlaks")
    waqai("build", timeline)
    assert not (timeline / "output").exists()


def test_an_output_folder_of_somebody_else_is_refused(timeline: Path, tmp_path: Path) -> None:
    """With a sentence, not a traceback."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letters.txt").write_text("private")
    ended = waqai("build", timeline, "--output", tmp_path / "home")
    assert (ended.returncode, bytes_of(tmp_path / "home")) == (1, {"letters.txt": b"private"})
    assert "did not write" in ended.stderr


def test_a_second_build_renders_nothing_anew(timeline: Path) -> None:
    """Every page is what it was, although a file was saved again."""
    waqai("build", timeline)
    (timeline / EVENT).touch()
    assert "(0 of them new)" in waqai("build", timeline).stdout


def test_an_incremental_build_equals_a_clean_one(real_timeline: Path, tmp_path: Path) -> None:
    """After edits with a build after each, byte for byte; tests/build/test_edits.py tries many more."""
    edits = (
        ("There is no initial understanding", "There is not yet any initial understanding", REAL_EVENT),
        ("Talks go on without", "The talks go on without", REAL_EVENT),
        ("importance:", "live: true\nimportance:", REAL_EVENT),
        ("Russia", "Russian Federation", Path("content/actors/russia.yaml")),
        ("Damascus", "Damascus city", Path("content/places/damascus.yaml")),
    )
    waqai("build", real_timeline)
    for old, new, file in edits:
        change(real_timeline, old, new, file)
        waqai("build", real_timeline)
    waqai("build", real_timeline, "--output", tmp_path / "clean")
    assert bytes_of(real_timeline / "output") == bytes_of(tmp_path / "clean")


def test_a_tampered_page_is_not_used_again(timeline: Path) -> None:
    """A changed published file is rendered anew."""
    waqai("build", timeline)
    before = bytes_of(timeline / "output")
    (timeline / "output/en/index.html").write_text("defaced")
    waqai("build", timeline)
    assert bytes_of(timeline / "output") == before


def test_a_corrupt_cache_is_a_cold_one(timeline: Path) -> None:
    """Never a wrong one, whatever stands in it."""
    waqai("build", timeline)
    before = bytes_of(timeline / "output")
    for content in ("", "[1, 2]", "\0\1"):
        (timeline / ".output.waqai/traces").write_text(content)
        waqai("build", timeline)
        assert (content, before) == (content, bytes_of(timeline / "output"))


def test_pages_are_removed_with_their_records(timeline: Path) -> None:
    """An event that is gone has no page."""
    shutil.copy(timeline / EVENT, timeline / "content/events/second-talks.yaml")
    page = timeline / "output/en/events/second-talks.html"
    waqai("build", timeline)
    was_there = page.exists()
    (timeline / "content/events/second-talks.yaml").unlink()
    waqai("build", timeline)
    assert (True, False) == (was_there, page.exists())


def test_the_smallest_timeline_builds(tmp_path: Path) -> None:
    """One language, one event."""
    assert waqai("build", TIMELINES / "minimal", "--output", tmp_path / "site").returncode == 0


def test_a_published_folder_can_be_verified(timeline: Path) -> None:
    """And a changed byte is found."""
    waqai("build", timeline)
    good = waqai("verify", timeline / "output").returncode
    (timeline / "output/index.html").write_text("changed")
    assert (good, waqai("verify", timeline / "output").returncode) == (0, 1)


def test_a_build_that_can_keep_nothing_for_the_next_one_has_published(timeline: Path) -> None:
    """It says so in one line, and does not fail."""
    (timeline / ".output.waqai/traces.new").mkdir(parents=True)
    (timeline / ".output.waqai/snapshot").mkdir()
    ended = waqai("build", timeline)
    assert (0, 2) == (ended.returncode, ended.stderr.count("next build"))
    assert 0 == waqai("verify", timeline / "output").returncode


def test_a_template_of_the_timeline_comes_before_the_theme_s(timeline: Path) -> None:
    """One template is replaced without forking the theme."""
    (timeline / "templates/timeline").mkdir(parents=True)
    (timeline / "templates/timeline/naming.html").write_text("<!doctype html><title>ours</title>")
    waqai("build", timeline)
    assert (timeline / "output/en/naming.html").read_text() == "<!doctype html><title>ours</title>"


def test_a_page_that_somebody_else_built_is_not_taken_for_ours(timeline: Path) -> None:
    """Fingerprints are bound to the bytes that they led to: a page edited together with the manifest is made anew."""
    waqai("build", timeline)
    before = bytes_of(timeline / "output")
    page, listed = timeline / "output/en/naming.html", timeline / "output/waqai-manifest.json"
    old = sha256(page.read_bytes()).hexdigest()
    page.write_text("planted")
    listed.write_text(listed.read_text().replace(old, sha256(b"planted").hexdigest()))
    waqai("build", timeline)
    assert bytes_of(timeline / "output") == before


def test_a_mistake_in_a_template_is_told_with_its_place(timeline: Path) -> None:
    """No traceback; the published site stays."""
    waqai("build", timeline)
    before = bytes_of(timeline / "output")
    (timeline / "templates/timeline").mkdir(parents=True)
    (timeline / "templates/timeline/naming.html").write_text("<p>\n{{ page.nothing_of_this_name }}")
    ended = waqai("build", timeline)
    assert (ended.returncode, "naming.html:2" in ended.stderr, "Traceback" in ended.stderr) == (1, True, False)
    assert bytes_of(timeline / "output") == before


def test_a_killed_build_with_workers_does_not_lock_the_folder(real_timeline: Path) -> None:
    """Workers end with their parent, and the lock with them."""
    command = [sys.executable, "-m", "waqai", "build", str(real_timeline), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        building = real_timeline / ".output.waqai/building/ar"
        while not building.exists() and process.poll() is None:
            time.sleep(0.01)
        process.kill()
    assert waqai("build", real_timeline).returncode == 0


def test_a_date_in_the_first_centuries_has_a_month_of_its_own(timeline: Path) -> None:
    """Years before 1000 are written with four digits."""
    text = (timeline / EVENT).read_text("utf-8")
    (timeline / EVENT).write_text(text.replace("date: 2021-02-11", "date: 0999"), "utf-8")
    assert waqai("build", timeline).returncode == 0
