"""Where the theme is that comes with the program."""

from __future__ import annotations

from pathlib import Path


def built_in_theme() -> Path:
    """The built-in theme's folder: in the package once installed, at the repository's top in a checkout."""
    package = Path(__file__).parent
    inside = package / "theme"
    return inside if inside.is_dir() else package.parents[1] / "theme"
