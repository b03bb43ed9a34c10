"""What YAML reads without complaint and hardly anybody means: text that is lost or joined without a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from waqai.problems import N_, Fault
from waqai.yamlfile.characters import named, suspects
from waqai.yamlfile.scalars import resolve

CUT_BY_COMMENT = Fault(
    "cut-by-comment",
    N_("a “#” after “{text}”: it begins a comment, so the rest of the line is not read"),
    N_("the whole text in quotes, or a comment set off by two spaces before “#” and one after it"),
    N_("Put quotes around the text if “{rest}” belongs to it."),
    severity="warning",
)
ARABIC_COMMA = Fault(
    "arabic-comma",
    N_("“{text}” as one entry of a list, with an Arabic comma inside"),
    N_("entries separated by the Latin comma “,”"),
    N_("Replace “،” with “,”; if the entry is one text, put quotes around it."),
)
UNQUOTED_COMMA = Fault(
    "unquoted-comma",
    N_("“{text}” without a value, cut off from the text before it by a comma"),
    N_("quotes around a text that holds a comma, when it stands inside {{ }}"),
    N_("Put quotes around the whole text."),
)
BRACES_FOR_LIST = Fault(
    "braces-for-list",
    N_("braces around “{text}”, which has no value"),
    N_("a list in square brackets, [ ], or “key: value” inside {{ }}"),
    N_("Replace “{{” and “}}” with “[” and “]”; if this is one text, put quotes around it."),
)

Check = Callable[[Any, bool], Iterator[tuple[Fault, dict[str, object]]]]
"""A scalar's event and whether it stands in a list in brackets; the faults, with the values for their wording."""

_COMMENT = re.compile(r"([ \t]+)(#[^\r\n]*)")
_COMMA_IN_LIST = re.compile(r"\[[^\[\]]*[،؛]")
_ENTRY_END = re.compile(r"(?:\s|#[^\n]*+)*+[,}]")


def checks_for(text: str) -> tuple[Check, ...]:
    """The checks that this text needs; none for nearly all files, which keeps reading fast."""
    checks: list[Check] = []
    if "\\" in text or "\u2069" in text:
        checks.append(_hidden_in_value)
    if " #" in text or "\t#" in text:
        checks.append(lambda event, _: _cut_by_comment(text, event))
    if ("،" in text or "؛" in text) and _COMMA_IN_LIST.search(text):
        checks.append(_arabic_comma)
    return tuple(checks)


def lacks_colon(text: str, key: Any) -> bool:
    """Whether an entry of a map in braces ends right behind its key."""
    return bool(_ENTRY_END.match(text, key.end_mark.index))


def _hidden_in_value(event: Any, _in_list: bool) -> Iterator[tuple[Fault, dict[str, object]]]:  # noqa: FBT001
    """Code points written as escapes, and isolates that are closed on their line but outside of the value."""
    for at, fault in suspects(event.value):
        if fault.severity == "error":
            yield fault, named(event.value[at])


def _cut_by_comment(text: str, event: Any) -> Iterator[tuple[Fault, dict[str, object]]]:
    comment = _COMMENT.match(text, event.end_mark.index)
    if not (comment and event.implicit[0] and isinstance(resolve(event.value), str)):
        return
    if len(comment[1]) < 2 or comment[2][1:2].strip(" \t#"):  # noqa: PLR2004 - the usual style of comments
        yield CUT_BY_COMMENT, {"text": event.value, "rest": comment[2]}


def _arabic_comma(event: Any, in_list: bool) -> Iterator[tuple[Fault, dict[str, object]]]:  # noqa: FBT001
    if in_list and event.implicit[0] and ("،" in event.value or "؛" in event.value):
        yield ARABIC_COMMA, {"text": event.value}
