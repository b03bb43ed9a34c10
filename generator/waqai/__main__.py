"""`python -m waqai`."""

from __future__ import annotations

from waqai.cli import main

main()
