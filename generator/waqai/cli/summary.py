"""What a change means, as people and machines read it: plain text, Markdown for a pull request, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from waqai.cli import report
from waqai.cli.escaping import in_markdown
from waqai.comparison import Difference, Version, Wording
from waqai.content import Timeline
from waqai.languages import Language
from waqai.problems import Problem, Translate
from waqai.themes import built_in_theme


@dataclass(frozen=True, slots=True)
class Account:
    """All that there is to tell of a change."""

    before: Timeline
    after: Timeline
    differences: tuple[Difference, ...]
    new_problems: tuple[Problem, ...]
    cured_problems: tuple[Problem, ...]


def language_of(timeline: Timeline, tag: str) -> Language:
    """The language of a summary, with the words of the site."""
    months = timeline.config.dates.months.get(tag, "levant")
    return Language.of(tag, months=months, catalogues=(built_in_theme() / "locales",))


def sentences(wording: Wording, version: Version) -> Iterator[str]:
    """What a version of a record changed, in sentences."""
    if version.is_first:
        yield wording.added
    yield from map(wording.sentence, version.differences)


def _problems_line(account: Account, wording: Wording) -> str:
    """How many errors and warnings came and went; empty where none did."""
    if not (account.new_problems or account.cured_problems):
        return ""
    errors, warnings = report.counted(account.new_problems)
    return wording.problems(errors, warnings, len(account.cured_problems))


@dataclass(frozen=True, slots=True)
class _Section:
    heading: str
    lines: tuple[str, ...]


def _sections(account: Account, wording: Wording, limit: int) -> Iterator[_Section]:
    """The differences, under the records that they are about; at the end those that follow from them."""
    told = account.differences[:limit]
    own = [difference for difference in told if not difference.follows]
    grouped: dict[str, list[Difference]] = {}
    for difference in own:
        grouped.setdefault(difference.record, []).append(difference)
    for record, group in grouped.items():
        yield _Section(wording.heading(record), tuple(map(wording.sentence, group)))
    for prefix, heading in wording.following.items():
        if lines := tuple(wording.sentence(d) for d in told if d.code.startswith(prefix)):
            yield _Section(heading, lines)


def as_text(account: Account, lang: str, translate: Translate, limit: int) -> str:
    """For a terminal."""
    language = language_of(account.after, lang)
    wording = Wording(language, account.before.library, account.after.library)
    lines = [wording.headline(account.differences)]
    for section in _sections(account, wording, limit):
        lines += ["", section.heading, *(f"  - {line}" for line in section.lines)]
    lines += [wording.rest(len(account.differences) - limit), _problems_line(account, wording)]
    lines += [report.as_text(problem, translate) for problem in account.new_problems]
    return "\n".join(lines).rstrip("\n")


def as_markdown(account: Account, lang: str, translate: Translate, limit: int) -> str:
    """For a comment on a pull request: no text of a contribution can form a link, a call, a list or HTML of its own."""
    language = language_of(account.after, lang)
    wording = Wording(language, account.before.library, account.after.library, in_markdown)
    lines = [f"**{wording.headline(account.differences)}**"]
    for section in _sections(account, wording, limit):
        lines += ["", f"#### {section.heading}", "", *(f"- {line}" for line in section.lines)]
    lines += ["", wording.rest(len(account.differences) - limit), "", _problems_line(account, wording), ""]
    lines += [f"- {_problem_in_markdown(problem, translate)}" for problem in account.new_problems[:limit]]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return f'<div dir="{language.direction}">\n\n{text}\n\n</div>'


def _problem_in_markdown(problem: Problem, translate: Translate) -> str:
    place = f"{problem.file}:{problem.line}:{problem.column}"
    return in_markdown(f"{place}: {report.sentence(problem, translate)} [{problem.fault.code}]")


def as_json(account: Account, lang: str, translate: Translate, limit: int) -> str:
    """For programs, as schemas/difference.schema.json describes it; all differences, whatever the limit."""
    del limit
    language = language_of(account.after, lang)
    wording = Wording(language, account.before.library, account.after.library)
    data = {
        "summary": " ".join(filter(None, (wording.headline(account.differences), _problems_line(account, wording)))),
        "differences": [_difference(difference, wording) for difference in account.differences],
        "new_problems": json.loads(report.as_json(account.new_problems, translate)),
        "cured_problems": json.loads(report.as_json(account.cured_problems, translate)),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _difference(difference: Difference, wording: Wording) -> Mapping[str, Any]:
    return {
        "code": difference.code,
        "record": difference.record,
        "name": wording.heading(difference.record),
        "values": {name: wording.value(value) for name, value in difference.values},
        "text": wording.sentence(difference),
    }


FORMATS: Mapping[str, Callable[[Account, str, Translate, int], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
