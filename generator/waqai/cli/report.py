"""Problems as people and machines read them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from waqai.problems import N_, Problem, Translate, describe, path_text

Format = Literal["text", "json", "github"]

MESSAGE = N_("found {found}; expected {expected}. {cure}")
LONGEST_EXCERPT = 120
"""Of a longer line only this many characters are shown."""
_STEERING = re.compile("[\0-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
SEVERITIES = {"error": N_("error"), "warning": N_("warning")}


def sentence(problem: Problem, translate: Translate) -> str:
    """What was found, what was expected, and the cure, in one line."""
    wording = describe(problem, translate)
    text = translate(MESSAGE).format(found=wording.found, expected=wording.expected, cure=wording.cure)
    path = path_text(problem.path)
    return f"{path}: {text.strip()}" if path else text.strip()


def as_text(problem: Problem, translate: Translate, lines: Sequence[str] = ()) -> str:
    """`file:line:column: error: path: what, expected, cure [code]`, and the line itself beneath."""
    severity = translate(SEVERITIES[problem.fault.severity])
    place = f"{problem.file}:{problem.line}:{problem.column}"
    head = _visible(f"{place}: {severity}: {sentence(problem, translate)} [{problem.fault.code}]")
    if not 0 < problem.line <= len(lines):
        return head
    return f"{head}\n    {problem.line} | {_excerpt(lines[problem.line - 1].rstrip(), problem.column - 1)}"


def _excerpt(line: str, at: int) -> str:
    """A line, or of a very long one what stands around a place in it."""
    if len(line) <= LONGEST_EXCERPT:
        return _visible(line)
    start = min(max(0, at - LONGEST_EXCERPT // 2), len(line) - LONGEST_EXCERPT)
    end = start + LONGEST_EXCERPT
    return f"{'…' if start else ''}{_visible(line[start:end])}{'…' if end < len(line) else ''}"


def _visible(text: str) -> str:
    """Without what would steer the terminal or turn the direction of the line."""
    return _STEERING.sub("\ufffd", text)


def as_json(problems: Iterable[Problem], translate: Translate) -> str:
    """All problems as one JSON document; the keys are described in docs/commands.md."""
    return json.dumps([_json(problem, translate) for problem in problems], ensure_ascii=False, indent=1)


def _json(problem: Problem, translate: Translate) -> Mapping[str, object]:
    wording = describe(problem, translate)
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": path_text(problem.path),
        "severity": problem.fault.severity,
        "code": problem.fault.code,
        "found": wording.found,
        "expected": wording.expected,
        "cure": wording.cure,
    }


def as_github(problem: Problem, translate: Translate) -> str:
    """A workflow command that GitHub shows at the line of a pull request."""
    properties = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.fault.code}
    listed = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{problem.fault.severity} {listed}::{_escaped(sentence(problem, translate))}"


def _escaped(text: str, more: str = "") -> str:
    """Escaped as workflow commands want it: %, line ends, and in properties also colons and commas."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def counted(problems: Sequence[Problem]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    errors = sum(problem.is_error for problem in problems)
    return errors, len(problems) - errors
