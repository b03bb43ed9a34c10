"""The texts of a synthetic timeline as Markdown, for generators that know no other form.

One file for each record and language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.cast import Plain
from bench.timeline import files_of

LANGUAGES = ("en", "ar")
FOLDERS = ("events", "sources", "actors", "places", "topics", "agreements")
NO_DATE = "2001-01-01"
_MENTION = re.compile(r"\[\[([a-z0-9-]+)\]\]")
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@dataclass(frozen=True, slots=True)
class Article:
    """A record in one language."""

    language: str
    folder: str
    id: str
    title: str
    date: str
    """A whole day: none of the other generators has others."""
    body: str
    """Markdown."""


Form = Callable[[Article], tuple[str, str]]
"""Path and content of an article's file."""


def articles_of(events: int) -> Iterator[Article]:
    """Every record of the timeline of this size, in every language."""
    for path, text in files_of(events):
        folder = path.split("/")[1] if path.startswith("content/") else ""
        if folder in FOLDERS:
            record: Plain = yaml.load(text, Loader=yaml.CSafeLoader)
            for language in LANGUAGES:
                yield _article(folder, Path(path).stem, record, language)


def write(folder: Path, events: int, form: Form) -> None:
    """Write all articles below a folder, in the form of a generator."""
    for article in articles_of(events):
        path, content = form(article)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, "utf-8")


def _article(folder: str, key: str, record: Plain, language: str) -> Article:
    title = (record.get("title") or record["name"])[language]
    found = _DAY.search(str(record.get("date", "")))
    day = found[0] if found else NO_DATE
    return Article(
        language, folder, key, title, day if len(day) == len(NO_DATE) else f"{day}-01", _body(record, language)
    )


def _body(record: Plain, language: str) -> str:
    """The summary, the body, the claims with their chains, and links to all that the record names."""
    parts = [record[name][language] for name in ("summary", "note", "body") if name in record]
    claims = [*record.get("claims", []), *record.get("terms", [])]
    parts += [f"## {c['id']}\n\n{c['text'][language]}\n\n{' → '.join(map(_link, c['chain']))}" for c in claims]
    named = [*record.get("where", []), *record.get("about", []), *record.get("sources", []), *record.get("parties", [])]
    named += [key for keys in record.get("who", {}).values() for key in keys]
    named += [key for keys in record.get("links", {}).values() for key in keys]
    parts.append("\n".join(f"- {_link(key)}" for key in named))
    return _MENTION.sub(lambda found: _link(found[1]), "\n\n".join(parts)) + "\n"


def _link(key: str) -> str:
    kind = {"report": "sources", "outlet": "actors"}.get(key.rpartition("-")[0], f"{key.rpartition('-')[0]}s")
    return f"[{key}](../{kind}/{key}.html)"
