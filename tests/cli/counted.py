"""Runs a command and says how much work it was, in counts that are the same on every machine."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from typing import Any

from waqai.cli import main

WORK = {
    "files read": ("waqai.yamlfile", "read"),
    "records checked": ("waqai.content.reader", "validate"),
    "texts rendered": ("waqai.markdown", "render_inline"),
    "templates compiled": ("waqai.build.environment", "Translated.compile"),
    "pages rendered": ("waqai.build.templates", "Templates.render"),
    "files written": ("waqai.build.render", "_write_file"),
}
"""What is counted: calls of a function, by its module and name."""
COUNTS: Counter[str] = Counter()


def _count(what: str, module: str, name: str) -> None:
    place: Any = import_module(module)
    *way, last = name.split(".")
    for step in way:
        place = getattr(place, step)
    function: Callable[..., Any] = getattr(place, last)

    def counted(*args: Any, **kwargs: Any) -> Any:
        COUNTS[what] += 1
        return function(*args, **kwargs)

    setattr(place, last, counted)


if __name__ == "__main__":
    for each, (module, name) in WORK.items():
        _count(each, module, name)
    try:
        main(sys.argv[1:])
    finally:
        sys.stdout.write(json.dumps({what: COUNTS[what] for what in WORK}) + "\n")
