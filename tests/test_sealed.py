"""What a command keeps for the next one is read only if this user's own commands wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.sealed import seal, unsealed


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sealed file, of a user with a cache folder of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    seal(tmp_path / "kept", b"content")
    return tmp_path / "kept"


def test_what_was_sealed_is_read_again(sealed: Path) -> None:
    """As it was."""
    assert b"content" == unsealed(sealed)


@pytest.mark.parametrize("place", [0, 31, 32, -1])
def test_a_file_with_another_byte_is_none(sealed: Path, place: int) -> None:
    """In the seal or in what it seals."""
    content = bytearray(sealed.read_bytes())
    content[place] ^= 1
    sealed.write_bytes(content)
    assert unsealed(sealed) is None


@pytest.mark.parametrize("content", [b"", b"short"])
def test_a_file_that_is_cut_off_is_none(sealed: Path, content: bytes) -> None:
    """Too short for a seal."""
    sealed.write_bytes(content)
    assert unsealed(sealed) is None


def test_another_user_s_file_is_none(sealed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that came with somebody's contribution would be."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "others"))
    assert unsealed(sealed) is None


def test_without_a_place_for_a_key_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing fails."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    seal(tmp_path / "kept", b"content")
    assert (False, None) == ((tmp_path / "kept").exists(), unsealed(tmp_path / "kept"))


def test_only_its_user_can_read_the_key(sealed: Path) -> None:
    """Nobody else on the machine."""
    assert 0o600 == (sealed.parent / "cache/waqai/key").stat().st_mode & 0o777
