"""Adds a language to the list in timeline.yaml."""

from __future__ import annotations

from waqai.yamlfile import Document
from waqai.yamlfile.lines import LineIndex


class CannotAddError(ValueError):
    """The list of languages is written in a way that a line cannot be added to."""


def with_language(settings: Document, tag: str) -> str:
    """The text of timeline.yaml with one more language, everything else as it was.

    Raises :class:`CannotAddError`.
    """
    text, languages = settings.text, settings.value["languages"]
    path = ("languages", len(languages) - 1)
    line, column = settings.locate(path)
    start = LineIndex(text).at(line, column)
    end = start + len(_scalar_at(text, start))
    before = text[text.rfind("\n", 0, start) + 1 : start]
    added = f"\n{before}{tag}" if before.strip() == "-" else f", {tag}"
    if not text.startswith(languages[-1], start) and text[start] not in "\"'":
        raise CannotAddError(settings.file)
    return text[:end] + added + text[end:]


def _scalar_at(text: str, start: int) -> str:
    quote = text[start] if text[start] in "\"'" else ""
    end = start + 1
    while end < len(text) and (text[end] != quote if quote else text[end].isalnum() or text[end] == "-"):
        end += 1
    return text[start : end + 1 if quote else end]
