"""Two folders are exchanged at once where the system can do it, and otherwise nothing happens to them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from waqai.build import exchange


def _two(folder: Path) -> tuple[Path, Path]:
    for name in ("one", "other"):
        (folder / name).mkdir()
        (folder / name / "name").write_text(name)
    return folder / "one", folder / "other"


def test_another_system_than_linux_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller then moves one after the other."""
    monkeypatch.setattr("waqai.build.exchange.sys.platform", "darwin")
    assert not exchange.exchanged(*_two(tmp_path))


def test_a_library_without_the_call_exchanges_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As old ones are."""
    monkeypatch.setattr("waqai.build.exchange.ctypes.CDLL", lambda *_, **__: SimpleNamespace())
    assert not exchange.exchanged(*_two(tmp_path))


@pytest.mark.parametrize("code", sorted(exchange.UNKNOWN))
def test_a_file_system_that_cannot_exchange_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Network file systems for instance."""
    monkeypatch.setattr("waqai.build.exchange.ctypes.CDLL", lambda *_, **__: SimpleNamespace(renameat2=lambda *_: -1))
    monkeypatch.setattr("waqai.build.exchange.ctypes.get_errno", lambda: code)
    assert not exchange.exchanged(*_two(tmp_path))


def test_a_folder_that_is_gone_is_an_error(tmp_path: Path) -> None:
    """It is not taken for a system that cannot do it."""
    one, _ = _two(tmp_path)
    with pytest.raises(FileNotFoundError):
        exchange.exchanged(one, tmp_path / "nothing")
