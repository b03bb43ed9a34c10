"""Plain Pelican with our plugin: the same site, and Pelican's own blog beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import ROOT, TIMELINES, bytes_of, waqai
from waqai.plugin import pelican_settings, register

POST = """A first post
############

:date: 2021-03-01
:slug: first-post

Words of the blog, for a test.
"""


EVENT = "content/events/first-talks.yaml"


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    """The smallest timeline with a pelicanconf.py and a blog post."""
    return with_blog(Path(shutil.copytree(TIMELINES / "minimal", tmp_path / "timeline")))


@pytest.fixture
def real_timeline(tmp_path: Path) -> Path:
    """A copy of the real timeline, with the same."""
    folder = tmp_path / "real"
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "timeline.yaml", folder)
    return with_blog(folder)


def with_blog(folder: Path) -> Path:
    """The timeline with Pelican's blog beside it."""
    conf = (ROOT / "pelicanconf.py").read_text("utf-8")
    (folder / "pelicanconf.py").write_text(conf.replace("(__file__)", "(__file__, blog=True)"), "utf-8")
    (folder / "content/blog").mkdir()
    (folder / "content/blog/first-post.rst").write_text(POST)
    return folder


def pelican(timeline: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run plain Pelican."""
    return subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", *arguments],
        cwd=timeline,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_plain_pelican_makes_the_same_site(real_timeline: Path, tmp_path: Path) -> None:
    """Byte for byte, blog included."""
    assert pelican(real_timeline, "-o", str(tmp_path / "pelican")).returncode == 0
    assert waqai("build", real_timeline, "--output", tmp_path / "waqai").returncode == 0
    assert bytes_of(tmp_path / "pelican") == bytes_of(tmp_path / "waqai")


def test_a_build_that_leaves_pelican_out_makes_what_pelican_makes(timeline: Path, tmp_path: Path) -> None:
    """Byte for byte, where its settings are those of every new timeline."""
    shutil.copy(ROOT / "pelicanconf.py", timeline)
    assert pelican(timeline, "-o", str(tmp_path / "pelican")).returncode == 0
    assert waqai("build", timeline, "--output", tmp_path / "waqai").returncode == 0
    assert bytes_of(tmp_path / "pelican") == bytes_of(tmp_path / "waqai")


def test_the_blog_of_pelican_works_beside_the_timeline(timeline: Path) -> None:
    """A post has its page, in our theme."""
    waqai("build", timeline)
    page = (timeline / "output/blog/first-post.html").read_text("utf-8")
    assert "Words of the blog, for a test." in page
    assert "/theme/waqai." in page


HOSTILE = """A hostile post
##############

:date: 2021-03-02
:slug: hostile
:save_as: ../../outside.html
:template: base

.. include:: /etc/passwd
   :literal:

.. raw:: html

   <script>alert(1)</script>
"""


def test_a_post_reads_no_file_and_brings_no_markup_and_stays_in_its_place(timeline: Path, tmp_path: Path) -> None:
    """Posts come by pull request too."""
    (timeline / "content/blog/hostile.rst").write_text(HOSTILE)
    waqai("build", timeline)
    published = b"".join(bytes_of(timeline / "output").values())
    assert (b"root:x:" in published, b"<script>alert" in published) == (False, False)
    assert list(tmp_path.rglob("outside.html")) == []


def test_the_blog_is_off_until_the_owner_turns_it_on(timeline: Path) -> None:
    """A folder that appears in a pull request publishes nothing."""
    shutil.copy(ROOT / "pelicanconf.py", timeline)
    waqai("build", timeline)
    assert not (timeline / "output/blog").exists()


def test_plain_pelican_removes_the_pages_of_records_that_are_gone(timeline: Path) -> None:
    """A name that was withdrawn does not stay published."""
    extra = timeline / "content/topics/synthetic-topic.yaml"
    extra.parent.mkdir()
    extra.write_text("name: Synthetic topic\n", "utf-8")
    pelican(timeline)
    was_there = (timeline / "output/en/topics/synthetic-topic.html").exists()
    extra.unlink()
    pelican(timeline)
    assert (was_there, (timeline / "output/en/topics/synthetic-topic.html").exists()) == (True, False)


def test_plain_pelican_writes_nothing_of_a_timeline_that_is_wrong(timeline: Path) -> None:
    """It says what is wrong, and what was there stays."""
    pelican(timeline)
    before = bytes_of(timeline / "output")
    event = timeline / EVENT
    event.write_text(event.read_text("utf-8").replace("type: talks", "type: tlaks"), "utf-8")
    ended = pelican(timeline)
    assert bytes_of(timeline / "output/en") == {
        k.removeprefix("en/"): v for k, v in before.items() if k.startswith("en/")
    }
    assert "tlaks" in ended.stdout + ended.stderr


def test_every_template_that_pelican_needs_is_our_own() -> None:
    """A template that is missing from a theme silently comes from Pelican's `simple` theme."""
    templates = Path(pelican_settings(str(ROOT))["THEME"]) / "templates"
    assert [name for name in ("article.html", "page.html", "index.html") if not (templates / name).is_file()] == []


@pytest.mark.parametrize("name", ["timeline.yaml", EVENT])
def test_pelican_that_watches_builds_again_after_a_save(timeline: Path, name: str) -> None:
    """`pelican --autoreload` follows the settings and every record, as they are saved in place."""
    command = [sys.executable, "-u", "-m", "pelican", "content", "-s", "pelicanconf.py", "--autoreload"]
    page = timeline / "output/en/events/first-talks.html"
    with subprocess.Popen(command, cwd=timeline, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for((timeline / "output/waqai-manifest.json").exists)
            before, text = page.stat().st_mtime_ns, (timeline / name).read_text("utf-8")

            def is_followed() -> bool:
                """Saved once more each time: Pelican begins to watch some time after it has written."""
                (timeline / name).write_text(text + "\n# saved again\n", "utf-8")
                return page.stat().st_mtime_ns != before

            _wait_for(is_followed)
        finally:
            process.kill()
    assert not (timeline / "output/timeline.yaml").exists()


def _wait_for(happened: Callable[[], bool]) -> None:
    for _ in range(300):
        if happened():
            return
        time.sleep(0.1)
    raise AssertionError


def test_registering_twice_is_registering_once() -> None:
    """Pelican registers plugins anew at every reload."""
    from pelican import signals  # noqa: PLC0415 - importing Pelican is slow and only this test needs its signals

    register()
    once = len(signals.get_generators.receivers)
    register()
    assert len(signals.get_generators.receivers) == once
