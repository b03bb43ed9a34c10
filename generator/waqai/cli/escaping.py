"""Texts of contributors inside of documents that are ours."""

from __future__ import annotations

import re

_ISOLATE, _END = "\u2068", "\u2069"
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+!|~&\-]")
_LINKS = re.compile(r"@|://|www(?=\.)|#|\bGH(?=-)")
"""What code hosts make links or calls of by themselves; a word joiner behind it keeps them from it."""
WORD_JOINER = "\u2060"


def in_markdown(text: str) -> str:
    """A text as Markdown prints it letter by letter, on one line, with its own direction."""
    plain = _LINKS.sub(lambda found: found[0] + WORD_JOINER, " ".join(text.split()))
    return _ISOLATE + _MARKDOWN.sub(lambda found: f"&#{ord(found[0])};", plain) + _END
