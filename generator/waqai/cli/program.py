"""How the program was called."""

from __future__ import annotations

import sys
from pathlib import Path


def program_name() -> str:
    """The program, as it can be typed again from here."""
    called = Path(sys.argv[0]).absolute()
    if called.name == "__main__.py":
        return "python -m waqai"
    return str(called.relative_to(Path.cwd())) if called.is_relative_to(Path.cwd()) else called.name
