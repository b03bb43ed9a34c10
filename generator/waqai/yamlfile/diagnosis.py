"""From libyaml's complaint to the slip behind it, said so that whoever wrote the line can put it right.

libyaml says where it could not go on; which slip that was shows in the line itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from waqai.problems import Fault, Problem
from waqai.yamlfile import slips
from waqai.yamlfile.lines import lines_of

LONGEST_LINE = 2000
"""In a longer line nobody looks for the quotes that belong together: the work grows with its square."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """What libyaml complained of, and where. Lines and columns count from 0."""

    problem: str
    context: str
    lines: tuple[str, ...]
    line: int
    column: int
    begin: tuple[int, int]
    """Where that which could not be finished began."""

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def rest(self) -> str:
        return self.text[self.column :]

    @property
    def before(self) -> str:
        return self.text[: self.column]

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.column

    def at(self, place: tuple[int, int]) -> str:
        """The character at a place; empty behind the end of a line."""
        line, column = place
        return self.lines[line][column : column + 1]

    @property
    def value(self) -> str:
        """What stands behind the first key of the line."""
        return _value(self.text)

    @property
    def colon_of_key(self) -> bool:
        """Whether libyaml stopped at the colon of the line's first key."""
        key = _KEY.match(self.text)
        return key is not None and key.end() - 1 == self.column

    @property
    def quoted(self) -> str:
        """The line as it would be with quotes around its value."""
        value = self.value
        key = self.text.removesuffix(value).strip()
        quoted = "'" + value.replace("'", "''") + "'" if '"' in value or "\\" in value else f'"{value}"'
        return f"{key} {quoted}" if key.endswith(":") else quoted


_Slip = tuple[Fault, tuple[int, int], dict[str, object]]
# Possessive quantifiers: a hostile line must not make these try again.
_KEY = re.compile(r"\s*+(?:- ++)*+(?:\"[^\"]*+\"\s*+|'[^']*+'\s*+|[^\s:#\[{\"'][^:#]*+):(?=\s|$)")
_KEY_WITHOUT_SPACE = re.compile(r"\s*+(?:- ++)*+([\w-]++):(?!//)\S")
_INSIDE = {'"': '\\"', "'": "''"}
_PARTNER = {"[": "]", "{": "}"}
_CURLY = "“”„‟«»‘’‚‹›"
_DASH = re.compile(r"-(?:\s|$)")
_BRACKET = re.compile(r"[\[{]")
_ENTRY_START = re.compile(r"[,\[{]")
_ARABIC_COMMA_AND_KEY = re.compile(r"[،؛]\s*[A-Za-z][\w-]*\s*$")
_LINK_AT_END = re.compile(r"(?:^|[:\-]) +\[\[[^\[\]]*\]\]\s*$")
_DASH_WITHOUT_SPACE = re.compile(r"\s*+-(?![-\s])(\S++)")
_COMMENT_START = re.compile(r"\s(#)")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'[^']*+'")
_FLOW = "while parsing a flow"
_CURED_BY_QUOTES = (slips.UNQUOTED_COLON, slips.SIGN_AT_START, slips.LINK_AT_START)


def diagnose(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The one problem that stands for a file that is no YAML."""
    scene = _scene(error, (*lines_of(text), ""))  # libyaml may complain of the line behind the last one
    fault, place, values = next(_slips(scene))
    line, column = _within(*place, text.split("\n"))
    suggestion = scene.quoted if fault in _CURED_BY_QUOTES and not scene.context.startswith(_FLOW) else ""
    return fault.at(file, line + 1, column + 1, (), suggestion=suggestion, **values)


def _scene(error: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> _Scene:
    mark: Any = error.problem_mark or error.context_mark
    begin: Any = error.context_mark or mark
    return _Scene(error.problem or "", error.context or "", lines, mark.line, mark.column, (begin.line, begin.column))


def _within(line: int, column: int, lines: Sequence[str]) -> tuple[int, int]:
    """A place in the text: where something is missing at its end, libyaml may name a line behind it."""
    return (line, column) if line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _slips(scene: _Scene) -> Iterator[_Slip]:
    for phrase, recognise in _RECOGNISERS:
        if phrase in scene.problem or scene.context.startswith(phrase):
            yield from recognise(scene)
    yield slips.NOT_YAML, scene.place, {"reason": scene.problem}


def _colon(scene: _Scene) -> Iterator[_Slip]:
    yield from _dash_without_space(scene)
    yield from _without_space(scene, scene.line - 1)
    if scene.colon_of_key:
        above = next((line.strip() for line in reversed(scene.lines[: scene.line]) if line.strip()), "")
        yield slips.INDENT_BELOW_TEXT, (scene.line, _indent(scene.text)), {"above": above}
    yield from _in_quotes(scene, scene.value)
    yield slips.UNQUOTED_COLON, scene.place, {}


def _in_quotes(scene: _Scene, value: str) -> Iterator[_Slip]:
    """The slip of a value that begins with quotes of either kind and goes on behind them."""
    if value[:1] and value[0] in _CURLY:
        yield slips.CURLY_QUOTES, (scene.line, scene.text.index(value)), {"quote": value[0]}
    if value[:1] and value[0] in _INSIDE:
        yield slips.TEXT_AFTER_QUOTE, scene.place, _quote(value[0])


def _without_space(scene: _Scene, line: int) -> Iterator[_Slip]:
    if line >= 0 and (key := _KEY_WITHOUT_SPACE.match(scene.lines[line])):
        yield slips.SPACE_AFTER_COLON, (line, key.start(1)), {"key": key[1]}


def _dash_without_space(scene: _Scene) -> Iterator[_Slip]:
    """An entry of a list, here or in the line above, that YAML takes for a text because its dash stands too close."""
    for line in (scene.line, scene.line - 1):
        if line >= 0 and (entry := _DASH_WITHOUT_SPACE.match(scene.lines[line])):
            yield slips.SPACE_AFTER_DASH, (line, entry.start(1) - 1), {"text": entry[1]}


def _no_colon(scene: _Scene) -> Iterator[_Slip]:
    yield from _without_space(scene, scene.begin[0])
    yield slips.NO_COLON, scene.begin, {}


def _brackets(scene: _Scene) -> Iterator[_Slip]:
    if scene.rest.startswith(","):
        yield slips.COMMA_IN_BRACKETS, scene.place, {}
    if scene.rest.startswith(":") and not scene.colon_of_key:
        yield from _colon_in_brackets(scene)
    if scene.line == scene.begin[0]:
        yield from _after_end(scene)
    for place in _brackets_before(scene):
        bracket = scene.at(place)
        yield from _comment_after(scene, place)
        yield slips.OPEN_BRACKET, place, {"bracket": bracket, "partner": _PARTNER[bracket]}


def _comment_after(scene: _Scene, bracket: tuple[int, int]) -> Iterator[_Slip]:
    """A comment that swallows the end of a list or map in brackets."""
    line, column = bracket
    if len(scene.lines[line]) > LONGEST_LINE:
        return
    outside_quotes = _QUOTED.sub(lambda quoted: "·" * len(quoted[0]), scene.lines[line])
    partner = _PARTNER[scene.at(bracket)]
    comment = _COMMENT_START.search(outside_quotes, column)
    if comment and partner in scene.lines[line][comment.start() :]:
        yield slips.COMMENT_IN_BRACKETS, (line, comment.start(1)), {"partner": partner}


def _brackets_before(scene: _Scene) -> Iterator[tuple[int, int]]:
    """The bracket that libyaml names, or the last one before the place where it misses an entry."""
    line, column = scene.begin
    if scene.at(scene.begin) in _PARTNER:
        yield scene.begin
    for number in range(line, -1, -1):
        above = scene.lines[number][:column] if number == line else scene.lines[number]
        yield from ((number, match.start()) for match in reversed(list(_BRACKET.finditer(above))))


def _colon_in_brackets(scene: _Scene) -> Iterator[_Slip]:
    if comma := _ARABIC_COMMA_AND_KEY.search(scene.before):
        yield slips.ARABIC_COMMA_BETWEEN, (scene.line, comma.start()), {}
    yield from _in_quotes(scene, _value(_ENTRY_START.split(scene.before)[-1] + scene.rest))
    yield slips.UNQUOTED_COLON, scene.place, {}


def _after_end(scene: _Scene) -> Iterator[_Slip]:
    """What follows the end of a quoted text, a list or a map where nothing may follow."""
    last = scene.before.rstrip()[-1:]
    if last and last in _INSIDE:
        yield from _open_above(scene, last)
        yield slips.TEXT_AFTER_QUOTE, scene.place, _quote(last)
    if last and last in _PARTNER.values():
        fault = slips.LINK_AT_START if _LINK_AT_END.search(scene.before) else slips.TEXT_AFTER_BRACKET
        yield fault, scene.place, {}


def _open_above(scene: _Scene, quote: str) -> Iterator[_Slip]:
    """A quote of a line above that was closed by the first quote of this one."""
    if scene.before.count(quote) % 2:
        line = next((n for n in reversed(range(scene.line)) if scene.lines[n].count(quote) % 2), None)
        if line is not None:
            yield slips.OPEN_QUOTE, (line, scene.lines[line].index(quote)), _quote(quote)


def _open_quote(scene: _Scene) -> Iterator[_Slip]:
    yield slips.OPEN_QUOTE, scene.begin, _quote(scene.at(scene.begin))


def _bad_escape(scene: _Scene) -> Iterator[_Slip]:
    yield slips.BAD_ESCAPE, (scene.line, scene.text.rfind("\\", 0, scene.column + 1)), {}


def _bad_start(scene: _Scene) -> Iterator[_Slip]:
    if scene.rest.startswith("\t"):
        yield slips.TAB_INDENT, scene.place, {}
    yield slips.SIGN_AT_START, scene.place, {"sign": scene.rest[:1]}


def _sign(scene: _Scene) -> Iterator[_Slip]:
    yield slips.SIGN_AT_START, scene.begin, {"sign": scene.at(scene.begin)}


def _tab(scene: _Scene) -> Iterator[_Slip]:
    yield slips.TAB_INDENT, scene.place, {}


def _dash(scene: _Scene) -> Iterator[_Slip]:
    yield (slips.DASH_IN_VALUE if scene.before.strip() else slips.LIST_AMONG_KEYS), scene.place, {}


def _other_entry(scene: _Scene) -> Iterator[_Slip]:
    """A line that does not go on as the list or the keys above it do."""
    if scene.before.strip():
        yield from _after_end(scene)
    elif _DASH.match(scene.rest) or ("'-'" in scene.problem and scene.column == scene.begin[1]):
        yield slips.LIST_AMONG_KEYS, scene.place, {}
    elif scene.rest.strip() and scene.rest[0] != ":":
        yield slips.WRONG_INDENT, scene.place, {"start": scene.column + 1}


def _value(line: str) -> str:
    key = _KEY.match(line)
    return line[key.end() :].strip() if key else line.strip()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _quote(quote: str) -> dict[str, object]:
    return {"quote": quote, "inside": _INSIDE[quote]}


_RECOGNISERS: tuple[tuple[str, Callable[[_Scene], Iterator[_Slip]]], ...] = (
    ("mapping values are not allowed", _colon),
    ("mapping keys are not allowed", _bad_start),
    ("block sequence entries are not allowed", _dash),
    ("cannot start any token", _bad_start),
    ("tab character", _tab),
    ("while scanning a quoted scalar", _open_quote),
    ("while parsing a quoted scalar", _bad_escape),
    ("while scanning an alias", _sign),
    ("while scanning an anchor", _sign),
    ("while scanning a tag", _sign),
    ("while scanning a block scalar", _sign),
    ("while scanning a directive", _sign),
    ("could not find expected ':'", _no_colon),
    (_FLOW, _brackets),
    ("did not find expected", _other_entry),
)
"""What libyaml says, as its problem or at the beginning of its context, and who knows the slips behind it."""
