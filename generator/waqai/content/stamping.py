"""Stamps translations as reviewed: writes today's digest of the original into a file, and touches nothing else in it.

The text is changed at single places, found by the positions that the parser gives, so that comments, order, quotes and
spaces stay as somebody wrote them. What comes out is read again, and must say the same but for the stamp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from waqai import yamlfile
from waqai.content.remembered import ReadRecord
from waqai.content.translation import digest_of
from waqai.model import Record, Source
from waqai.yamlfile import Document
from waqai.yamlfile.lines import LineIndex

Change = tuple[int, int, str]
"""From and to in the text (code points), and what stands there instead."""

_SCALAR = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\s,}\]#]+")


class CannotStampError(ValueError):
    """The stamp cannot be set without touching more of the file than the stamp."""


def languages_to_stamp(record: Record, languages: Sequence[str], default: str) -> tuple[str, ...]:
    """The languages whose stamp would change: those that the record's title or name exists in, and not fresh yet."""
    original = original_language_of(record, default)
    return tuple(
        tag for tag in languages if tag in _name_of(record) and tag != original and _stamp(record, tag, default)
    )


def original_language_of(record: Record, default: str) -> str:
    """The language that a record's texts were written in: a source's title in its own, all else in the site's."""
    lang = record.lang if isinstance(record, Source) else None
    return lang if lang and lang in _name_of(record) else default


def _name_of(record: Record) -> Mapping[str, str]:
    return getattr(record, "title", None) or getattr(record, "name", None) or {}


def _stamp(record: Record, language: str, default: str) -> str:
    """The stamp to set; empty where the translation is fresh and no machine's."""
    known = record.tr.get(language)
    digest = digest_of(record, known.of if known else original_language_of(record, default))
    return digest if known is None or known.rev != digest or known.by == "machine" else ""


def stamped(held: ReadRecord, languages: Sequence[str], default: str) -> str:
    """The text of a record's file with these translations stamped: reviewed today, and no machine's alone.

    Raises :class:`CannotStampError`.
    """
    text = held.document.text
    for language in languages:
        document = yamlfile.read(text.encode(), held.file)
        text = _with_changes(text, _changes(document, held.record, language, default))
        _check(document, yamlfile.read(text.encode(), held.file))
    return text


def _check(before: Document, after: Document) -> None:
    kept = [{key: value for key, value in (found.value or {}).items() if key != "tr"} for found in (before, after)]
    if after.value is None or kept[0] != kept[1] or any(problem.is_error for problem in after.problems):
        raise CannotStampError(before.file)


def _changes(document: Document, record: Record, language: str, default: str) -> Iterator[Change]:
    stamp = _stamp(record, language, default)
    known: Any = document.value.get("tr", {}).get(language)
    if known is None:
        yield _entry(document, language, f'{{of: {original_language_of(record, default)}, rev: "{stamp}"}}')
        return
    yield _scalar(document, ("tr", language, "rev"), f'"{stamp}"')
    if known.get("by") == "machine":
        yield _scalar(document, ("tr", language, "by"), "machine-checked")


def _scalar(document: Document, path: tuple[str, ...], value: str) -> Change:
    start = LineIndex(document.text).at(*document.locate(path))
    found = _SCALAR.match(document.text, start)
    if found is None:
        raise CannotStampError(document.file)
    return start, found.end(), value


def _entry(document: Document, language: str, value: str) -> Change:
    """A stamp for a language that has none: in the map of stamps, or at the end of the file where there is no map."""
    text = document.text
    if not document.value.get("tr"):
        new_line = "" if text.endswith("\n") else "\n"
        return len(text), len(text), f"{new_line}tr: {{{language}: {value}}}\n"
    line, column = document.locate(("tr",))
    start = LineIndex(text).at(line, column)
    if text[start] == "{":
        return start + 1, start + 1, f"{language}: {value}, "
    return start, start, f"{language}: {value}\n{' ' * (column - 1)}"


def _with_changes(text: str, changes: Iterator[Change]) -> str:
    for start, end, value in sorted(changes, reverse=True):
        text = text[:start] + value + text[end:]
    return text
