"""Problems as people and machines read them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args
from urllib.parse import quote

from waqai import __version__
from waqai.problems import N_, Problem, Translate, describe, path_text

Format = Literal["text", "json", "github", "sarif"]
FORMATS: tuple[Format, ...] = get_args(Format)

MESSAGE = N_("found {found}; expected {expected}. {cure}")
LONGEST_EXCERPT = 120
"""Of a longer line only this many characters are shown."""
CARET = "‸"
"""Stands in the line itself, before the place, where a line holds right-to-left letters: some terminals turn them and
others do not, so that no column of another line is beneath the same letter in both."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STEERING = re.compile("[\0-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
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
    margin = f"    {problem.line} | "
    before, after = _excerpt(lines[problem.line - 1].rstrip(), problem.column - 1)
    if _RIGHT_TO_LEFT.search(before + after):
        return f"{head}\n{margin}{before}{CARET}{after}"
    from rich.cells import cell_len  # a build without problems has no use for it

    return f"{head}\n{margin}{before}{after}\n{' ' * (len(margin) + cell_len(before))}^"


def _excerpt(line: str, at: int) -> tuple[str, str]:
    """What stands before and behind a place in a line; of a very long line, what is near to it."""
    start = max(0, min(at - LONGEST_EXCERPT // 2, len(line) - LONGEST_EXCERPT))
    end = start + LONGEST_EXCERPT
    before, after = _visible(line[start:at]).replace("\t", " "), _visible(line[at:end])
    return f"{'…' if start else ''}{before}", f"{after}{'…' if end < len(line) else ''}"


def _visible(text: str) -> str:
    """Without what would steer the terminal or turn the direction of the line."""
    return _STEERING.sub("\ufffd", text)


def in_order(problems: Iterable[Problem], output_format: Format) -> list[Problem]:
    """By place; for GitHub, which shows the first ten of a step, the errors first."""
    return sorted(problems, key=lambda problem: (output_format == "github" and not problem.is_error, problem.sort_key))


def as_json(problems: Iterable[Problem], translate: Translate) -> str:
    """All problems as one JSON document, as schemas/problems.schema.json describes it."""
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


def as_sarif(problems: Sequence[Problem], translate: Translate) -> str:
    """All problems as one log in SARIF 2.1.0 (OASIS), which code hosts and editors read."""
    faults = sorted({problem.fault for problem in problems}, key=lambda fault: fault.code)
    driver = {
        "name": "waqai",
        "version": __version__,
        "rules": [{"id": fault.code, "defaultConfiguration": {"level": fault.severity}} for fault in faults],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif(problem, translate) for problem in problems],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _sarif(problem: Problem, translate: Translate) -> Mapping[str, object]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    place = {"artifactLocation": {"uri": quote(problem.file)}, "region": region}
    return {
        "ruleId": problem.fault.code,
        "level": problem.fault.severity,
        "message": {"text": sentence(problem, translate)},
        "locations": [{"physicalLocation": place}],
    }


def as_github(problem: Problem, translate: Translate) -> str:
    """A workflow command that GitHub shows at the line of a pull request."""
    severity, code = problem.fault.severity, problem.fault.code
    return workflow_command(severity, problem.file, problem.line, problem.column, code, sentence(problem, translate))


def workflow_command(kind: str, file: str, line: int, column: int, title: str, text: str) -> str:  # noqa: PLR0913, PLR0917
    """An annotation of a file as GitHub's workflow commands have it; `kind` is error, warning or notice."""
    properties = {"file": file, "line": line, "col": column, "title": title}
    listed = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{kind} {listed}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    """Escaped as workflow commands want it: %, line ends, and in properties also colons and commas."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def counted(problems: Sequence[Problem]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    errors = sum(problem.is_error for problem in problems)
    return errors, len(problems) - errors
