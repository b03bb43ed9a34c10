"""`waqai publish`: a built site comes to the folder of a web server whole and verified, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.build.publishing import publish_files
from tests.cli.running import bytes_of
from waqai.build import manifest
from waqai.cli import main


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of two files."""
    publish_files(tmp_path / "built", {"index.html": "one", "en/index.html": "synthetic"})
    return tmp_path / "built"


def publish(site: Path, target: Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["publish", str(site), str(target), "--lang", "en"])


def test_a_site_comes_to_a_new_folder(site: Path, tmp_path: Path) -> None:
    """Every file, with the manifest."""
    ended = publish(site, tmp_path / "shown")
    assert (0, bytes_of(site)) == (ended.exit_code, bytes_of(tmp_path / "shown")), ended.output


def test_what_is_shown_is_as_it_was_published(site: Path, tmp_path: Path) -> None:
    """By `waqai verify`."""
    publish(site, tmp_path / "shown")
    assert manifest.Difference((), (), ()) == manifest.verify(tmp_path / "shown")


def test_files_of_others_stay_and_files_that_are_gone_go(site: Path, tmp_path: Path) -> None:
    """The manifest of what is shown tells which are which."""
    publish(site, tmp_path / "shown")
    (tmp_path / "shown/google.html").write_text("theirs")
    publish_files(site, {"index.html": "two"})
    publish(site, tmp_path / "shown")
    shown = bytes_of(tmp_path / "shown")
    assert {"index.html", "google.html", manifest.NAME} == shown.keys()


def test_what_did_not_change_is_the_same_file(site: Path, tmp_path: Path) -> None:
    """So that servers tell browsers and caches the same time as before."""
    publish(site, tmp_path / "shown")
    before = (tmp_path / "shown/en/index.html").stat().st_ino
    publish_files(site, {"index.html": "two", "en/index.html": "synthetic"})
    publish(site, tmp_path / "shown")
    assert before == (tmp_path / "shown/en/index.html").stat().st_ino


def test_what_is_shown_is_no_file_of_the_output_folder(site: Path, tmp_path: Path) -> None:
    """An edit there would be an edit of what readers see."""
    publish(site, tmp_path / "shown")
    assert not (site / "index.html").samefile(tmp_path / "shown/index.html")


def test_a_site_with_an_altered_file_is_not_published(site: Path, tmp_path: Path) -> None:
    """What was shown stays, and the file is named."""
    publish(site, tmp_path / "shown")
    before = bytes_of(tmp_path / "shown")
    (site / "index.html").write_text("defaced")
    ended = publish(site, tmp_path / "shown")
    assert (1, before) == (ended.exit_code, bytes_of(tmp_path / "shown"))
    assert str(site / "index.html") in ended.output


def test_a_link_in_a_site_is_not_followed(site: Path, tmp_path: Path) -> None:
    """It is no file that was built."""
    (site / "index.html").rename(tmp_path / "elsewhere")
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    assert (1, False) == (publish(site, tmp_path / "shown").exit_code, (tmp_path / "shown").exists())


def test_a_damaged_file_that_is_shown_is_put_right(site: Path, tmp_path: Path) -> None:
    """Nothing is taken for unchanged that is not, to the byte."""
    publish(site, tmp_path / "shown")
    (tmp_path / "shown/en/index.html").write_text("defaced !")
    publish(site, tmp_path / "shown")
    assert bytes_of(site) == bytes_of(tmp_path / "shown")


@pytest.mark.parametrize("target", ["built", "built/shown", "."])
def test_a_site_is_not_published_into_itself(site: Path, target: str) -> None:
    """Nor around itself."""
    ended = publish(site, site.parent / target)
    assert (1, {"built", ".built.waqai"}) == (ended.exit_code, set(os.listdir(site.parent)))  # noqa: PTH208 - names


def test_a_folder_that_holds_something_else_is_refused(site: Path, tmp_path: Path) -> None:
    """A slip in a path costs nobody their files."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letters.txt").write_text("private")
    ended = publish(site, tmp_path / "home")
    assert (1, {"letters.txt": b"private"}) == (ended.exit_code, bytes_of(tmp_path / "home"))


def test_the_server_can_read_everything(site: Path, tmp_path: Path) -> None:
    """Whatever the umask of who publishes."""
    before = os.umask(0o077)
    try:
        publish(site, tmp_path / "shown")
    finally:
        os.umask(before)
    modes = {oct(path.stat().st_mode & 0o555) for path in (tmp_path / "shown").rglob("*.html")}
    assert ({"0o444"}, 0o555) == (modes, (tmp_path / "shown/en").stat().st_mode & 0o555)


def test_a_folder_without_a_manifest_is_not_published(tmp_path: Path) -> None:
    """It is no site of ours."""
    (tmp_path / "built").mkdir()
    assert 1 == publish(tmp_path / "built", tmp_path / "shown").exit_code
