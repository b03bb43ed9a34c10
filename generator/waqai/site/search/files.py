"""The files that a page loads to look something up: `search/index.js` first, and in a large timeline parts of the rest.

Each sets `index` on its own script element. In a small timeline the first holds everything, and the script makes the
terms from it. In a large one there are files of terms, in alphabetical order, and of entries, in the order of their
numbers, so that a search loads the few that it needs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from waqai.content import Library
from waqai.content.notes import kept
from waqai.languages import Language
from waqai.languages.folding import is_kurdish
from waqai.languages.foreign import direction_of_language
from waqai.site import urls
from waqai.site.contexts import Phrase
from waqai.site.search.entries import Entry, entries_of
from waqai.site.search.terms import Term, first_terms, parts_of, terms_of
from waqai.site.views import Views

MOST_AT_ONCE = 1_000
"""Entries in the first file; a timeline with more is loaded in parts."""
ENTRIES_IN_FILE = 40
ENTRIES_FOR_TERMS = 200
"""A large timeline has one file of terms for so many entries."""

Plain = list[Any] | dict[str, Any]
"""What JSON can hold."""


class SearchIndex:
    """The search in one language. What is costly is made when it is first wanted, once."""

    def __init__(self, library: Library, language: Language) -> None:
        self._library = library
        self._language = language
        self._is_kurdish = is_kurdish(language.tag)
        self._is_large = len(library.records) > MOST_AT_ONCE

    @property
    @kept
    def version(self) -> str:
        """A digest of all that can be found. Pages ask for parts by it, so that all are of one and the same index."""
        return sha256(repr((self._entries, self._words())).encode()).hexdigest()[:10]

    def files(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Path and content of every file."""
        yield self._file("index", self._first)
        if self._is_large:
            yield from (self._file(f"terms-{n}", partial(self._terms_file, n)) for n in range(self._count_of_terms))
            yield from (self._file(f"entries-{n}", partial(self._entries_file, n)) for n in range(self._count_of_files))

    def _file(self, name: str, content: Callable[[], Plain]) -> tuple[str, Callable[[], bytes]]:
        return urls.search_file(self._language.tag, name), lambda: _script(content())

    @property
    def _count_of_terms(self) -> int:
        return -(-len(self._library.records) // ENTRIES_FOR_TERMS)

    @property
    def _count_of_files(self) -> int:
        return -(-len(self._library.records) // ENTRIES_IN_FILE)

    @property
    @kept
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(entries_of(Views(self._library, self._language, self._language.tag)))

    @property
    @kept
    def _terms(self) -> list[Sequence[Term]]:
        return parts_of(terms_of(self._entries, kurdish=self._is_kurdish), self._count_of_terms)

    @property
    @kept
    def _kinds(self) -> dict[tuple[str, str], int]:
        return {key: n for n, key in enumerate(dict.fromkeys((each.folder, each.kind) for each in self._entries))}

    @property
    @kept
    def _marks(self) -> dict[Any, int]:
        return {mark: n for n, mark in enumerate(dict.fromkeys(each.mark for each in self._entries if each.mark))}

    def _first(self) -> Plain:
        return {
            "version": self.version,
            "count": len(self._entries),
            "kurdish": self._is_kurdish,
            "kinds": list(self._kinds),
            "marks": [[mark.symbol, mark.style, mark.label] for mark in self._marks],
            "directions": self._directions(),
            "words": self._words(),
            **self._rest(),
        }

    def _rest(self) -> dict[str, Any]:
        if not self._is_large:
            return {"entries": list(map(self._row, self._entries))}
        return {"inFile": ENTRIES_IN_FILE, "terms": first_terms(self._terms)}

    def _terms_file(self, number: int) -> Plain:
        return list(self._terms[number])

    def _entries_file(self, number: int) -> Plain:
        first = number * ENTRIES_IN_FILE
        return list(map(self._row, self._entries[first : first + ENTRIES_IN_FILE]))

    def _row(self, entry: Entry) -> Plain:
        """An entry as the script reads it; what is empty at its end is left out."""
        row: list[Any] = [
            self._kinds[entry.folder, entry.kind],
            entry.id,
            self._run(entry.title),
            self._run(entry.when) if entry.when else "",
            self._marks[entry.mark] if entry.mark else -1,
            list(map(self._run, entry.names)),
            list(map(self._run, entry.texts)),
            list(entry.tags),
        ]
        while not row[-1]:
            row.pop()
        return row

    def _run(self, phrase: Phrase) -> str | list[str]:
        return phrase.text if phrase.lang == self._language.tag else [phrase.text, phrase.lang]

    def _directions(self) -> dict[str, str]:
        """Which way each other language runs."""
        runs = (run for e in self._entries for run in (e.title, e.when, *e.names, *e.texts) if run)
        tags = {run.lang for run in runs} - {self._language.tag}
        return {tag: direction_of_language(tag) for tag in sorted(tags)}

    def _words(self) -> dict[str, Any]:
        """What the script says to readers."""
        language, _ = self._language, self._language.pgettext
        return {
            "digits": language.numerals("0123456789"),
            "results": language.plurals("{n} result", "{n} results"),
            "none": language.gettext("Nothing was found. Fewer words find more, and so does the beginning of one."),
            "names": {
                "others": _("search", "Also called"),
                "events": _("search", "In the sources’ words"),
                "sources": _("search", "In translation"),
            },
            "more": _("search", "More results"),
            "list": _("search", "Suggestions"),
            "comma": _("list separator", ","),
        }


def _script(content: Plain) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"document.currentScript.index={text}\n".encode()
