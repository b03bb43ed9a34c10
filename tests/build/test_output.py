"""All or nothing: the published folder is the old site or the new one."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from tests.build.publishing import publish_files
from waqai.build import manifest, output
from waqai.build.output import OutputError, workplace


def files_of(folder: Path) -> dict[str, str]:
    """The files of a folder without the manifest."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != manifest.NAME)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def test_a_first_site_is_published(tmp_path: Path) -> None:
    """Into a folder that did not exist."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    assert files_of(tmp_path / "site") == {"index.html": "one"}


def test_an_empty_folder_may_be_published_into(tmp_path: Path) -> None:
    """As hosts make them."""
    (tmp_path / "site").mkdir()
    publish_files(tmp_path / "site", {"index.html": "one"})
    assert files_of(tmp_path / "site") == {"index.html": "one"}


def test_pages_that_are_gone_are_removed(tmp_path: Path) -> None:
    """The manifest knew them as ours."""
    publish_files(tmp_path / "site", {"index.html": "one", "old.html": "old"})
    publish_files(tmp_path / "site", {"index.html": "two"})
    assert files_of(tmp_path / "site") == {"index.html": "two"}


def test_files_of_others_are_kept(tmp_path: Path) -> None:
    """A CNAME file, or proof of ownership for a search engine."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    (tmp_path / "site" / "CNAME").write_text("example.org")
    publish_files(tmp_path / "site", {"index.html": "two"})
    assert files_of(tmp_path / "site") == {"CNAME": "example.org", "index.html": "two"}


def test_a_link_of_others_is_kept_as_a_link(tmp_path: Path) -> None:
    """Also one to a folder; what it leads to is neither copied nor touched."""
    (tmp_path / "elsewhere").mkdir()
    publish_files(tmp_path / "site", {"index.html": "one"})
    (tmp_path / "site" / "photos").symlink_to(tmp_path / "elsewhere")
    publish_files(tmp_path / "site", {"index.html": "two"})
    assert (tmp_path / "elsewhere") == (tmp_path / "site" / "photos").readlink()


def test_an_empty_folder_of_others_is_kept(tmp_path: Path) -> None:
    """Programs that renew certificates lay their files into one."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    (tmp_path / "site/.well-known/acme-challenge").mkdir(parents=True)
    publish_files(tmp_path / "site", {"index.html": "two"})
    assert (tmp_path / "site/.well-known/acme-challenge").is_dir()


def test_a_file_of_others_is_the_same_file_after_a_build(tmp_path: Path) -> None:
    """It is not copied each time."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    (tmp_path / "site" / "CNAME").write_text("example.org")
    before = (tmp_path / "site" / "CNAME").stat().st_ino
    publish_files(tmp_path / "site", {"index.html": "two"})
    assert before == (tmp_path / "site" / "CNAME").stat().st_ino


def test_a_file_of_others_is_not_replaced_by_one_of_the_site(tmp_path: Path) -> None:
    """The owner is told, and nothing is published."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    (tmp_path / "site" / "robots.txt").write_text("theirs")
    with pytest.raises(OutputError) as told:
        publish_files(tmp_path / "site", {"index.html": "two", "robots.txt": "ours"})
    assert str(tmp_path / "site" / "robots.txt") == told.value.values["file"]
    assert {"index.html": "one", "robots.txt": "theirs"} == files_of(tmp_path / "site")


def test_without_a_manifest_that_can_be_understood_nothing_is_removed(tmp_path: Path) -> None:
    """Nobody could tell what is whose."""
    publish_files(tmp_path / "site", {"index.html": "one", "old.html": "old"})
    (tmp_path / "site" / manifest.NAME).write_text("damaged")
    with pytest.raises(OutputError):
        publish_files(tmp_path / "site", {"index.html": "two"})
    assert {"index.html": "one", "old.html": "old"} == files_of(tmp_path / "site")


def test_the_published_folder_keeps_its_permissions(tmp_path: Path) -> None:
    """A folder that a group shares stays shared."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    (tmp_path / "site").chmod(0o2775)
    publish_files(tmp_path / "site", {"index.html": "two"})
    assert 0o42775 == (tmp_path / "site").stat().st_mode


def test_nothing_is_written_through_a_link_beside_the_site(tmp_path: Path) -> None:
    """It may have come with somebody's contribution."""
    (tmp_path / "letter").write_text("private")
    (tmp_path / ".site.waqai").mkdir()
    for name in ("lock", "building", "traces.new"):
        (tmp_path / ".site.waqai" / name).symlink_to(tmp_path / "letter")
    publish_files(tmp_path / "site", {"index.html": "one"})
    assert ("private", {"index.html": "one"}) == ((tmp_path / "letter").read_text(), files_of(tmp_path / "site"))


@pytest.fixture
def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that cannot exchange two folders at once."""
    monkeypatch.setattr("waqai.build.output.exchanged", lambda _one, _other: False)


@pytest.mark.usefixtures("without_exchange")
def test_a_site_is_published_where_folders_cannot_be_exchanged(tmp_path: Path) -> None:
    """By two renames; nothing is left beside it."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    publish_files(tmp_path / "site", {"index.html": "two"})
    left = [path.name for path in (tmp_path / ".site.waqai").iterdir()]
    assert ({"index.html": "two"}, ["lock"]) == (files_of(tmp_path / "site"), left)


def test_a_site_that_an_interrupted_exchange_took_away_is_put_back(tmp_path: Path) -> None:
    """Before anything else, by the next command that writes there."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    (tmp_path / "site").rename(tmp_path / ".site.waqai/replaced")
    with workplace(tmp_path / "site"):
        assert {"index.html": "one"} == files_of(tmp_path / "site")


def test_a_site_that_cannot_be_replaced_stays(tmp_path: Path) -> None:
    """Here the new one is gone when it is to be moved; the old one has been moved away before."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    with workplace(tmp_path / "site") as place:
        place.building.rmdir()
        with pytest.raises(OSError, match="No such file"):
            output._replace(place)
    assert {"index.html": "one"} == files_of(tmp_path / "site")


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    """Nobody's home directory is replaced."""
    (tmp_path / "letters.txt").write_text("private")
    with pytest.raises(OutputError), workplace(tmp_path):
        pass
    assert files_of(tmp_path) == {"letters.txt": "private"}


def test_a_link_is_refused(tmp_path: Path) -> None:
    """We never write through a symbolic link."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError), workplace(tmp_path / "site"):
        pass


def test_a_build_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    """And nothing half-built behind."""
    publish_files(tmp_path / "site", {"index.html": "one"})
    with pytest.raises(OSError, match="disk"):
        _fail_half_way(tmp_path / "site")
    left = [path.name for path in (tmp_path / ".site.waqai").iterdir()]
    assert (files_of(tmp_path / "site"), left) == ({"index.html": "one"}, ["lock"])


def _fail_half_way(folder: Path) -> None:
    with workplace(folder) as place:
        (place.building / "index.html").write_text("half")
        message = "disk"
        raise OSError(message)


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    """The second is told to wait; it does not spoil the first."""
    with workplace(tmp_path / "site"):
        process = multiprocessing.get_context("fork").Process(target=_try_to_build, args=(tmp_path / "site",))
        process.start()
        process.join()
    assert process.exitcode == 7


def _try_to_build(folder: Path) -> None:
    try:
        with workplace(folder):
            pass
    except OutputError:
        raise SystemExit(7) from None


def test_what_a_manifest_lists_is_verified(tmp_path: Path) -> None:
    """A changed byte, a missing file and an added one are found."""
    publish_files(tmp_path / "site", {"a.html": "a", "b.html": "b", "c.html": "c"})
    (tmp_path / "site/a.html").write_text("A")
    (tmp_path / "site/b.html").unlink()
    (tmp_path / "site/d.html").write_text("d")
    assert manifest.verify(tmp_path / "site") == manifest.Difference(("a.html",), ("b.html",), ("d.html",))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 99, "files": {}}', '{"version": 1, "files": {"a": 1}}', "\0"]
)
def test_a_manifest_that_cannot_be_understood_is_none(tmp_path: Path, text: str) -> None:
    """Corrupt or foreign means cold, never wrong."""
    (tmp_path / manifest.NAME).write_text(text)
    assert manifest.read(tmp_path) is None
