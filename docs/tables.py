"""Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are Markdown already."""
    heads = tuple(heads)
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows))


def cell(text: str) -> str:
    """Plain text as a cell."""
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
