"""Texts of the data as one page shows them: in its language where there is a translation, and honest where not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import replace
from typing import Self
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from waqai import markdown
from waqai.content import Library
from waqai.content.notes import kept, worded
from waqai.content.translation import is_stale
from waqai.languages import Language
from waqai.languages.foreign import direction_of_language
from waqai.model import Record
from waqai.site import urls
from waqai.site.contexts import Link, Phrase

Texts = Mapping[str, str]
OtherNames = Mapping[str, markdown.OtherName]
NO_OTHERS: OtherNames = {}
TITLED = frozenset({"event", "agreement", "source"})
"""The kinds of record that have a title; the others have a name."""


class Phrases:
    """Makes phrases for the pages of one folder in one language: links are relative to that folder."""

    def __init__(self, library: Library, language: Language, folder: str) -> None:
        self.library = library
        self.language = language
        self.folder = folder

    def href(self, path: str) -> str:
        """A path as the pages of this folder write it."""
        return urls.relative(f"{self.folder}/x" if self.folder else "x", path)

    def rooted(self, base: str) -> Self:
        """The same phrases with addresses that begin at the host's root, for a page that is shown anywhere."""
        other = copy(self)
        other.__dict__.pop("_kept", None)
        prefix = urlsplit(base).path.rstrip("/")
        other.href = lambda path: f"{prefix}/{path}"  # type: ignore[method-assign]
        return other

    def texts_of(self, record: Record) -> Texts:
        """The name or title of a record, by language."""
        return name_of(record)

    def record_href(self, record: Record) -> str:
        """The address of a record's page."""
        return self.href(urls.record(self.language.tag, record.kind_name, record.id))

    def plain(self, texts: Texts, record: Record | None = None) -> Phrase:
        """A text without markup: a title, a name."""
        tag = self._shown(texts)
        return Phrase(texts[tag], tag, direction_of_language(tag), notice=self._notice(tag, record))

    def rich(self, texts: Texts, record: Record | None = None, others: OtherNames = NO_OTHERS) -> Phrase:
        """A text with links and emphasis: a summary, a claim, a note; with others' names to switch to, by actor."""
        phrase = self.plain(texts, record)
        names = self._names(phrase.lang, others)
        return replace(
            phrase, text=markdown.plain(phrase.text, names), html=markdown.render_inline(phrase.text.strip(), names)
        )

    def unlinked(self, texts: Texts, record: Record | None = None) -> Phrase:
        """The same without its links, for a text that is itself a link."""
        return replace(self.rich(texts, record), html=None)

    def rich_or_none(self, texts: Texts | None, record: Record | None = None) -> Phrase | None:
        """The same for a text that may be missing."""
        return self.rich(texts, record) if texts else None

    def block(self, text: str, lang: str) -> Markup:
        """Block HTML of a text in a language."""
        return markdown.render(text, self._names(lang))

    def words(self, text: str, lang: str = "") -> Phrase:
        """Words in a known language (by default the page's): a quotation, another's name, a wording of our own."""
        tag = lang or self.language.tag
        return Phrase(text, tag, direction_of_language(tag))

    def put_together(self, pattern: str, **parts: Phrase) -> Phrase:
        """A sentence of ours around phrases that keep their own language and direction."""
        text = pattern.format(**{name: phrase.text for name, phrase in parts.items()})
        html = escape(pattern).format(**{name: self._isolated(phrase) for name, phrase in parts.items()})
        return replace(self.words(text), html=html)

    def in_one(self, phrases: Iterable[Phrase]) -> Phrase:
        """Phrases as one, with the script's comma between them; each keeps its own language and direction."""
        phrases = tuple(phrases)
        text = self.language.listed([phrase.text for phrase in phrases])
        html = escape(self.language.listed(["", ""])).join(map(self._isolated, phrases))
        return replace(self.words(text), html=html)

    def _isolated(self, phrase: Phrase) -> Markup:
        inner = escape(phrase.text) if phrase.html is None else phrase.html
        if phrase.lang == self.language.tag:
            return inner
        return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(phrase.lang, phrase.dir, inner)

    def any_of(self, quotes: Texts) -> tuple[Phrase, ...]:
        """The source's words in every language that they are kept in, the page's own first."""
        tags = sorted(quotes, key=lambda tag: (tag != self.language.tag, tag))
        return tuple(self.words(quotes[tag], tag) for tag in tags)

    def name(self, record: Record, *, short: bool = False) -> Phrase:
        """What a record is called: its name or its title."""
        return self._named(record.id, short)

    @worded
    def _named(self, key: str, short: bool) -> Phrase:  # noqa: FBT001 - the key under which it is kept
        record = self.library.records[key]
        return self.plain(name_of(record, short=short), record)

    @kept
    def link(self, key: str, *, short: bool = False) -> Link:
        """A link to a record, by its name."""
        record = self.library.records[key]
        return Link(self.record_href(record), self.name(record, short=short))

    def links(self, keys: tuple[str, ...], *, short: bool = False) -> tuple[Link, ...]:
        """Links to those of the records that exist."""
        return tuple(self.link(key, short=short) for key in keys if key in self.library.records)

    def maybe_link(self, key: str | None, *, short: bool = False) -> Link | None:
        """A link to a record that may be missing."""
        return self.link(key, short=short) if key in self.library.records and key else None

    def _shown(self, texts: Texts) -> str:
        tag = self.language.tag
        if tag in texts:
            return tag
        base = tag.split("-")[0]
        return base if base in texts else self.library.config.default_language

    def _notice(self, shown: str, record: Record | None) -> str:
        tag = self.language.tag
        if shown.split("-", maxsplit=1)[0] != tag.split("-")[0]:
            return "fallback"
        translation = record.tr.get(tag) if record else None
        if translation is None or record is None:
            return ""
        by_machine = translation.by == "machine"
        if is_stale(record, tag):
            return "stale-machine" if by_machine else "stale"
        return "machine" if by_machine else ""

    def _names(self, around: str, others: OtherNames = NO_OTHERS) -> markdown.Resolve:
        """What `[[id]]` stands for in a text of the language `around`."""

        def resolve(key: str, short: bool) -> markdown.Name | None:  # noqa: FBT001 - the parser's own signature
            record = self.library.records.get(key)
            if record is None:
                return None
            name = self.name(record, short=short)
            foreign = name.lang if name.lang != around else ""
            return markdown.Name(name.text, foreign, name.dir, self.record_href(record), others.get(key))

        return resolve


def name_of(record: Record, *, short: bool = False) -> Texts:
    """The name or title of a record, by language; the short one where it is wanted and there is one."""
    name: Texts = getattr(record, "title" if record.kind_name in TITLED else "name")
    shorter: Texts | None = getattr(record, "short", None) if short else None
    return {**name, **shorter} if shorter else name
