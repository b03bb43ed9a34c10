"""The commands. The only room that prints."""

from __future__ import annotations

from waqai.cli.main import main

__all__ = ["main"]
