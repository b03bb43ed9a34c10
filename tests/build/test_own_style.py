"""What a timeline's owner adds to the style."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.build.link_cards import Artist
from waqai.build.theme import LETTERS, Theme
from waqai.themes import built_in_theme


def _theme(folder: Path, sheet: str) -> Theme:
    (folder / "own.css").write_text(sheet, "utf-8")
    return Theme(built_in_theme(), folder)


@pytest.mark.parametrize("value", ["#ABCDEF", "light-dark(#ABCDEF, #101010)"])
def test_an_own_colour_reaches_the_link_cards(tmp_path: Path, value: str) -> None:
    """Whichever way it is written."""
    theme = _theme(tmp_path, f":root {{ --accent: {value}; }}")
    artist = Artist.of(built_in_theme() / LETTERS, theme._tokens)
    assert (0xAB, 0xCD, 0xEF) == artist.colours["accent"]


def test_an_own_paper_is_that_of_the_browsers_frame(tmp_path: Path) -> None:
    """In both schemes."""
    theme = _theme(tmp_path, ":root { --paper: light-dark(#fffff0, #000010); }")
    assert ("#fffff0", "#000010") == theme.files.paper


def test_own_style_gives_the_style_sheet_another_name(tmp_path: Path) -> None:
    """So that no browser keeps the old one."""
    assert Theme(built_in_theme()).files.stylesheet != _theme(tmp_path, "p { color: red; }").files.stylesheet


def test_embeds_have_the_owners_style_too(tmp_path: Path) -> None:
    """Their sheet is another one."""
    theme = _theme(tmp_path, ":root { --accent: #00504a; }")
    assert b":root{--accent:#00504a;}" in theme.assets[theme.files.embed_stylesheet]
