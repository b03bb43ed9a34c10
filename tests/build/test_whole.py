"""The whole site as one zip."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

from tests.cli.running import TIMELINES, bytes_of, waqai
from waqai.build import manifest
from waqai.build.whole import pack

NAME = "bilingual"


def test_the_zip_holds_the_whole_site_and_can_be_verified(synthetic_site: Path, tmp_path: Path) -> None:
    """Every published file but the zip itself, in one folder."""
    with ZipFile(synthetic_site / f"{NAME}.zip") as packed:
        packed.extractall(tmp_path)
    assert [NAME] == [path.name for path in tmp_path.iterdir()]
    assert manifest.Difference((), (), ()) == manifest.verify(tmp_path / NAME)
    left_out = manifest.read(synthetic_site).keys() - manifest.read(tmp_path / NAME).keys()  # type: ignore[union-attr]
    assert {f"{NAME}.zip"} == {path for path in left_out if not path.startswith(("blog/", "pages/"))}


def test_the_same_files_make_the_same_zip(synthetic_site: Path, tmp_path: Path) -> None:
    """Whatever the time, and in whatever order the disk has them."""
    entries = manifest.read(synthetic_site)
    assert entries is not None
    copytree(synthetic_site, tmp_path / "copy")
    pack(synthetic_site, entries, NAME, tmp_path / "one.zip")
    pack(tmp_path / "copy", dict(reversed(entries.items())), NAME, tmp_path / "other.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_a_published_site_is_packed_by_a_command(synthetic_site: Path, tmp_path: Path) -> None:
    """Also where the owner offers no zip to readers."""
    run = waqai("pack", synthetic_site, "--output", tmp_path / "copy.zip")
    assert 0 == run.returncode, run.stderr
    with ZipFile(tmp_path / "copy.zip") as packed:
        assert {"copy/index.html", "copy/waqai-manifest.json"} <= set(packed.namelist())


def test_a_site_that_somebody_changed_is_not_packed(synthetic_site: Path, tmp_path: Path) -> None:
    """A copy that is passed on must be what was published."""
    copytree(synthetic_site, tmp_path / "site")
    (tmp_path / "site/index.html").write_text("changed", "utf-8")
    run = waqai("pack", tmp_path / "site")
    assert (1, True, False) == (run.returncode, "index.html" in run.stderr, (tmp_path / "site.zip").exists())


def test_readers_are_led_to_the_zip(synthetic_site: Path) -> None:
    """On the page of data, in both languages."""
    pages = [(synthetic_site / language / "data.html").read_text("utf-8") for language in ("ar", "en")]
    assert [f'href="../{NAME}.zip"' in page for page in pages] == [True, True]


def test_without_the_owners_setting_there_is_neither_zip_nor_worker(tmp_path: Path) -> None:
    """Nor anything that would ask for one."""
    assert 0 == waqai("build", TIMELINES / "minimal", "--output", tmp_path / "site").returncode
    files = bytes_of(tmp_path / "site")
    assert [path for path in files if path.endswith((".zip", "worker.js", "offline.html"))] == []
    assert [path for path, content in files.items() if b"serviceWorker" in content] == []
