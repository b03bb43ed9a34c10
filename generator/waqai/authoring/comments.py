"""The comments and empty lines of a YAML file, and the entries that they belong to.

PyYAML's scanner says where every token begins and ends. What lies between two of them is white space and comments, in
brackets as well as between lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from waqai.authoring.notation import Beside, Remarks
from waqai.problems import Path
from waqai.yamlfile.lines import LineIndex

_COMMENT = re.compile("#[^\r\n]*")
_BLOCK_HEAD = re.compile("[|>][^\r\n#]*(#[^\r\n]*)?")
Place = tuple[int, int]
"""Line and column, from 0."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, or an empty line, which has no text."""

    place: Place
    text: str
    is_alone: bool
    """Whether nothing else stands on its line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an entry of a list."""

    path: Path
    start: Place
    """Of the key, or of the dash."""
    end: Place
    """The end of its value."""
    in_brackets: bool
    """Whether it stands in brackets or braces."""


def comments_of(text: str) -> list[Comment]:
    """All comments and empty lines, in their order. The text is one that YAML can read."""
    tokens = list(yaml.scan(text, Loader=yaml.CSafeLoader))
    lines = text.split("\n")
    found = [_comment(index, words, lines, LineIndex(text)) for index, words in _between(tokens, text)]
    return sorted((*found, *_empty_lines(tokens, lines)), key=lambda comment: comment.place)


def _between(tokens: list[yaml.Token], text: str) -> Iterator[tuple[int, str]]:
    """Where each comment begins, and its words."""
    before = 0
    for token in tokens:
        start, end = token.start_mark.index, token.end_mark.index
        yield from ((found.start(), found[0]) for found in _COMMENT.finditer(text, before, start))
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            head = _BLOCK_HEAD.match(text, start)
            if head and head[1]:
                yield head.start(1), head[1]
        before = max(before, end)
    yield from ((found.start(), found[0]) for found in _COMMENT.finditer(text, before))


def _comment(index: int, words: str, lines: list[str], places: LineIndex) -> Comment:
    line, column = places.place(index)
    return Comment((line - 1, column - 1), words.rstrip(), not lines[line - 1][: column - 1].strip())


def _empty_lines(tokens: list[yaml.Token], lines: list[str]) -> Iterator[Comment]:
    """Those outside of texts; those inside of a text on lines of its own are part of it."""
    scalars = [token for token in tokens if isinstance(token, yaml.ScalarToken)]
    inside = {number for token in scalars for number in _lines_inside(token, lines)}
    for number, line in enumerate(lines[:-1]):
        if not line.strip() and number not in inside:
            yield Comment((number, 0), "", is_alone=True)


def _lines_inside(token: yaml.ScalarToken, lines: list[str]) -> range:
    """The lines that belong to a text; the empty ones behind it only where its head keeps them."""
    start, end = token.start_mark.line, token.end_mark.line
    head = lines[start][token.start_mark.column :].partition("#")[0]
    if token.style in {"|", ">"} and "+" not in head:
        while end > start + 1 and not lines[end - 1].strip():
            end -= 1
    return range(start + 1, end)


def entries_of(text: str) -> list[Entry]:
    """Every entry of every map and list, in the order of the file."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    return [] if root is None else sorted(_entries(root, (), in_brackets=False), key=lambda entry: entry.start)


def _entries(node: yaml.Node, path: Path, *, in_brackets: bool) -> Iterator[Entry]:
    is_flow = in_brackets or bool(getattr(node, "flow_style", False))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*path, str(key.value))
            yield Entry(inner, _start(key), _end(value), is_flow)
            yield from _entries(value, inner, in_brackets=is_flow)
    elif isinstance(node, yaml.SequenceNode):
        dash = node.start_mark.column
        for index, value in enumerate(node.value):
            line, column = _start(value)
            yield Entry((*path, index), (line, column if is_flow else dash), _end(value), is_flow)
            yield from _entries(value, (*path, index), in_brackets=is_flow)


def _start(node: yaml.Node) -> Place:
    return node.start_mark.line, node.start_mark.column


def _end(node: yaml.Node) -> Place:
    return node.end_mark.line, node.end_mark.column


def remarks_of(text: str) -> Remarks:
    """Every comment and empty line of a file with the entry that it belongs to."""
    sorting = _Sorting(entries_of(text))
    for comment in comments_of(text):
        sorting.place(comment)
    return sorting.remarks


class _Sorting:
    """Gives comments to entries, one after the other."""

    def __init__(self, entries: list[Entry]) -> None:
        self.remarks = Remarks()
        self._entries = entries
        self._by_path = {entry.path: entry for entry in entries}
        self._last: tuple[Place, Path] | None = None
        """Where the comment before this one stands, if it stands beside an entry, and that entry."""

    def place(self, comment: Comment) -> None:
        """Give a comment to its entry."""
        owner = self._continued(comment) if comment.is_alone else self._beside(comment)
        self._last = None
        if owner is None:
            self._place_alone(comment)
            return
        known = self.remarks.beside.get(owner, Beside(comment.place[1], ()))
        self.remarks.beside[owner] = Beside(known.column, (*known.lines, comment.text))
        self._last = comment.place, owner

    def _continued(self, comment: Comment) -> Path | None:
        """The entry whose comment goes on in this line: directly below, at the same column."""
        if self._last is None or not comment.text:
            return None
        (line, column), owner = self._last
        return owner if comment.place == (line + 1, column) else None

    def _beside(self, comment: Comment) -> Path | None:
        """The entry at whose end a comment stands; where its brackets are closed, the one that holds them."""
        index = self._behind(comment) - 1
        if index < 0:
            return None
        owner = self._entries[index]
        while owner.in_brackets and self._holder(owner).end <= comment.place:
            owner = self._holder(owner)
        return owner.path

    def _behind(self, comment: Comment) -> int:
        """The index of the first entry that begins behind a comment."""
        return bisect_right(self._entries, comment.place, key=lambda entry: entry.start)

    def _holder(self, entry: Entry) -> Entry:
        return self._by_path[entry.path[:-1]]

    def _place_alone(self, comment: Comment) -> None:
        """Above the entry that follows; below the one before it, where it is indented further than what follows."""
        index = self._behind(comment)
        if index == 0:
            self.remarks.head.append(comment.text)
            return
        following = self._entries[index] if index < len(self._entries) else None
        is_deeper = comment.place[1] > (following.start[1] if following else 0)
        if comment.text and is_deeper and not (following and following.in_brackets):
            _note(self.remarks.below, self._above(comment, self._entries[index - 1]), comment.text)
        else:
            _note(self.remarks.above, following.path if following else (), comment.text)

    def _above(self, comment: Comment, before: Entry) -> Path:
        """Of an entry and those that hold it, the innermost that is not indented further than the comment."""
        while before.start[1] > comment.place[1] and len(before.path) > 1:
            before = self._holder(before)
        return before.path


def _note(notes: dict[Path, tuple[str, ...]], path: Path, text: str) -> None:
    known = notes.get(path, ())
    if text or not known or known[-1]:  # of several empty lines one stays
        notes[path] = (*known, text)
