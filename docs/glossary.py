"""The glossary: the field's terms in both languages, from `docs/glossary.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docs.tables import cell, table
from waqai.languages.alphabets import Alphabet

SOURCE = Path(__file__).with_name("glossary.toml")
TITLES: Mapping[str, tuple[str, str]] = {
    "en": ("Glossary", "The words of this record, and what they mean here."),
    "ar": ("معجم المصطلحات", "كلمات هذا السجل، وما نعنيه بها هنا."),
}
"""By language: the title of the page on the site, and the line below it."""


def terms() -> list[dict[str, Any]]:
    """Every term, in the order of the file."""
    found: list[dict[str, Any]] = tomllib.loads(SOURCE.read_text("utf-8"))["term"]
    return found


def both_languages() -> str:
    """The terms of both languages beside each other, for those who translate."""
    rows = ((cell(term["en"]), cell(term["ar"]), cell(term["meaning"]["en"])) for term in terms())
    return table(("English", "العربية", "meaning"), rows)


def pages() -> Iterator[tuple[str, str]]:
    """The pages of the site, by their file: the terms of one language in the order of its alphabet."""
    for tag, (title, lede) in TITLES.items():
        key = Alphabet.of(tag).sort_key
        ordered = sorted(terms(), key=lambda term: key(term[tag]))
        lines = (f"- **{term[tag]}**: {term['meaning'][tag]}" for term in ordered)
        yield f"content/pages/glossary.{tag}.md", "\n".join([f"# {title}", "", lede, "", *lines, ""])
