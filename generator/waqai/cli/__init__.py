"""The commands. The only room that prints."""

from __future__ import annotations

import os

# pydantic looks for plugins in every installed package, which takes 20 ms of each command; we use none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from waqai.cli.main import main

__all__ = ["main"]
