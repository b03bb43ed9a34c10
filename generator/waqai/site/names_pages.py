"""The index of names: every name of actors, places, topics and agreements, ours and others', by letter.

A small timeline has one page; from `MOST_NAMES` on each letter has its own, in several parts if need be. Unnamed
sources have no name, and a name that is withheld stays out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from waqai.content.kept_back import is_withheld
from waqai.languages.alphabets import DIGITS, Alphabet
from waqai.model import Actor, Agreement, Place, Record, Topic
from waqai.site import urls
from waqai.site.contexts import Letter, NameEntry, NamesGroup, NamesPage, Phrase, SearchPage
from waqai.site.views import Views

MOST_NAMES = 500
"""On one page."""


@dataclass(frozen=True, slots=True)
class NamesPart:
    """One page of the index of names."""

    path: str
    letter: str
    """Empty for the page that stands for the whole."""
    first: int
    """The place of its first name among those of the letter."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name and what bears it; `see` is our name where this one is not ours."""

    name: Phrase
    path: str
    see: Phrase | None
    kind: str


class Names:
    """All names in one language, sorted."""

    def __init__(self, views: Views) -> None:
        self._views = views
        self._tag = views.language.tag
        self._alphabet = alphabet = Alphabet.of(self._tag)
        names = sorted(_names(views), key=lambda each: (alphabet.sort_key(each.name.text), each.path))
        by_letter = groupby(names, key=lambda each: alphabet.letter(each.name.text))
        self.by_letter = {letter: tuple(group) for letter, group in by_letter}
        self.count = len(names)
        self.is_split = self.count > MOST_NAMES

    def parts(self) -> Iterator[NamesPart]:
        """Every page of the index."""
        yield NamesPart(urls.page(self._tag, "names"), "", 0)
        if self.is_split:
            for letter, names in self.by_letter.items():
                for first in range(0, len(names), MOST_NAMES):
                    yield NamesPart(self._path(letter, first), letter, first)

    def page(self, views: Views, part: NamesPart) -> NamesPage:
        """A page of the index; `views` are those of the folder that it stands in."""
        count = views.language.ngettext("{n} name", "{n} names", self.count).format(n=views.language.number(self.count))
        around = [self._path(part.letter, part.first + step) for step in (-MOST_NAMES, MOST_NAMES)]
        there = (part.first > 0, part.first + MOST_NAMES < len(self.by_letter.get(part.letter, ())))
        previous, following = (views.href(path) if exists else "" for path, exists in zip(around, there, strict=True))
        return NamesPage(count, self.letters(views, part), self._groups(views, part), previous, following)

    def letters(self, views: Views, part: NamesPart | None = None) -> tuple[Letter, ...]:
        """The letters as links from a page; from a page of the index itself without its name."""
        own = "" if part else views.href(urls.page(self._tag, "names"))
        return tuple(
            Letter(
                views.href(self._path(letter, 0)) if self.is_split else f"{own}#{_anchor(letter)}",
                self._label(letter),
                len(names),
                is_current=part is not None and part.letter == letter,
            )
            for letter, names in self.by_letter.items()
        )

    def _groups(self, views: Views, part: NamesPart) -> tuple[NamesGroup, ...]:
        if self.is_split and not part.letter:
            return ()
        shown = {part.letter: self.by_letter[part.letter]} if part.letter else self.by_letter
        return tuple(
            NamesGroup(
                self._label(letter),
                _anchor(letter),
                len(names),
                tuple(_entry(views, each) for each in names[part.first : part.first + MOST_NAMES]),
            )
            for letter, names in shown.items()
        )

    def _label(self, letter: str) -> Phrase:
        """A letter in the page's language, or if that does not have it, in the one of the first name under it."""
        own = letter == DIGITS or self._alphabet.has(letter)
        return self._views.words(letter, "" if own else self.by_letter[letter][0].name.lang)

    def _path(self, letter: str, first: int) -> str:
        suffix = f"-{first // MOST_NAMES + 1}" if first else ""
        return urls.names_under(self._tag, _anchor(letter) + suffix)


def search_page(views: Views, names: Names) -> SearchPage:
    """The search; without script it leads to the index of names."""
    return SearchPage(views.href(urls.page(views.language.tag, "names")), names.letters(views))


def _anchor(letter: str) -> str:
    """A letter in an address: `u0627`, which no software mistakes."""
    return "digits" if letter == DIGITS else "-".join(f"u{ord(char):04x}" for char in letter)


def _entry(views: Views, named: _Name) -> NameEntry:
    return NameEntry(named.name, views.href(named.path), named.see, named.kind)


def _names(views: Views) -> Iterator[_Name]:
    library = views.library
    for record in (*library.actors, *library.places, *library.topics, *library.agreements):
        if _is_named(record):
            ours, kind = views.name(record), kind_of(views, record)
            path = urls.record(views.language.tag, record.kind_name, record.id)
            yield _Name(ours, path, None, kind)
            yield from (_Name(name, path, ours, kind) for name in other_names(views, record))


def _is_named(record: Record) -> bool:
    """Whether what a record is called may be listed: not for unnamed sources, nor for withheld persons."""
    return not isinstance(record, Actor) or (record.kind != "anonymous" and not is_withheld(record))


def other_names(views: Views, record: Record) -> tuple[Phrase, ...]:
    """What a record is also called: in short, and by others; each once."""
    names = [views.name(record, short=True)]
    if isinstance(record, Actor):
        names += [views.words(alias.name, alias.lang) for alias in record.aka]
    ours = views.name(record).text
    return tuple({name.text: name for name in names if name.text != ours}.values())


def kind_of(views: Views, record: Record) -> str:
    """What a record is, in a word: “Institution”, “City”, “Topic”."""
    match record:
        case Actor():
            return views.labels.actor_kind(record.kind)
        case Place():
            return views.labels.place_kind(record.kind)
        case Topic():
            return views.language.pgettext("record kind", "Topic")
        case Agreement():
            return views.language.pgettext("record kind", "Agreement")
    raise TypeError(record.kind_name)
