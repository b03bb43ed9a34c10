"""Files of somebody else's are opened only as plain files, and read only as far as they may go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waqai import plainfile


def test_a_file_at_the_limit_is_read_whole(tmp_path: Path) -> None:
    """The limit is the last size that passes."""
    (tmp_path / "file").write_bytes(b"12345")
    assert b"12345" == plainfile.read(tmp_path / "file", 5)


def test_a_file_over_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    """One byte more is too much."""
    (tmp_path / "file").write_bytes(b"123456")
    with pytest.raises(plainfile.TooLargeError) as refused:
        plainfile.read(tmp_path / "file", 5)
    assert 6 == refused.value.size


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size was asked before the rest came."""
    (tmp_path / "file").write_bytes(b"")
    empty = os.stat(tmp_path / "file")  # noqa: PTH116 - what fstat gives
    (tmp_path / "file").write_bytes(b"123456")
    monkeypatch.setattr("waqai.plainfile.os.fstat", lambda _: empty)
    with pytest.raises(plainfile.TooLargeError):
        plainfile.read(tmp_path / "file", 5)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Not even to a plain file beside it."""
    (tmp_path / "file").write_bytes(b"private")
    (tmp_path / "link").symlink_to("file")
    with pytest.raises(plainfile.NotPlainError):
        plainfile.read(tmp_path / "link", 100)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """It would never end."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(plainfile.NotPlainError):
        plainfile.read(tmp_path / "pipe", 100)


def test_a_file_that_is_not_there_is_told_as_the_system_tells_it(tmp_path: Path) -> None:
    """It is not called a link."""
    with pytest.raises(FileNotFoundError):
        plainfile.read(tmp_path / "nothing", 100)
