"""What every page has around its own matter: titles, navigation, the other languages, the theme's files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from waqai.config import Config
from waqai.content import ProsePage
from waqai.languages import Language
from waqai.languages.foreign import language_name
from waqai.model import Event, Record
from waqai.site import urls
from waqai.site.contexts import Alternate, CardImage, EmbedShell, FeedLink, NavItem, Phrase, Shell
from waqai.site.link_cards import HEIGHT, WIDTH
from waqai.site.navigation import Place, entries
from waqai.site.phrases import Phrases
from waqai.site.structured import StructuredData, json_ld

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"
"""Media types of feeds."""


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """The theme's files as they are published: paths below the site's root, with a digest in the name."""

    stylesheet: str
    script: str
    embed_stylesheet: str
    embed_script: str
    """Of what other sites show in a frame."""
    element: str
    """The newest version of the script that other sites load to show embeds."""
    element_integrity: str
    """Its digest, as a browser checks it (SRI)."""
    tool_stylesheet: str
    """Loaded by the pages of a tool in its place."""
    tool_scripts: dict[str, str]
    """By tool: the script that only its pages load."""
    offline_script: str
    """Registers the service worker; published only where the owner wants one."""
    paper: tuple[str, str]
    """The colours of the paper, light and dark, as CSS writes them."""
    text_font: dict[str, str]
    """The font to preload, by script (`Arab`, `Latn`); other scripts take that of `Latn`."""

    @property
    def digested(self) -> tuple[str, ...]:
        """The files whose names change with their content."""
        of_embeds = (self.embed_stylesheet, self.embed_script)
        return (self.stylesheet, self.script, *of_embeds, self.tool_stylesheet, *self.tool_scripts.values())


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself."""

    path: str
    title: str
    description: str = ""
    counterpart: Mapping[str, str] | None = None
    """The same page in each language; by default the same path in that language's folder."""
    translated: Mapping[str, bool] | None = None
    """Whether the page in each language is really in that language; by default it is."""
    notice: str = ""
    """`fallback`, `stale`, `machine`, `stale-machine` or empty."""
    record: Record | None = None
    """The record that the page is about, if it is about one."""
    card: str = ""
    """The path of the page's own link card; by default it has that of the site."""
    feed: str = ""
    """The path of the feed of what the page is about, if there is one."""
    tool: str = ""
    """The tool that the page is, if it is one."""
    shown_in: str = ""
    """The language that the text is shown in, or was translated from, where there is a notice."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Makes the shells of all pages in one language."""

    config: Config
    language: Language
    languages: tuple[Language, ...]
    theme: ThemeFiles
    prose: tuple[ProsePage, ...]
    site_card: str
    """The path of the site's link card; empty if it has none."""
    structured: StructuredData

    def shell(self, phrases: Phrases, head: Head) -> Shell:
        """The shell of a page."""
        tag, path = self.language.tag, head.path
        others = head.counterpart or {lang.tag: urls.in_language(path, lang.tag) for lang in self.languages}
        alternates = self._alternates(phrases, others, head.translated or {})
        site, ways = phrases.plain(self.config.title), self._navigation(phrases, path)
        return Shell(
            lang=tag,
            dir=self.language.direction,
            title=head.title,
            description=head.description or self._description(phrases),
            site_title=site,
            home=phrases.href(urls.page(tag, "index")),
            search=phrases.href(urls.page(tag, "search")),
            canonical=urls.absolute(self.config.url, path),
            alternates=tuple(alternates[lang.tag] for lang in self.languages if lang.tag != tag),
            itself=alternates[tag],
            default_href=urls.absolute(self.config.url, others[self.config.default_language]),
            nav=ways["main"],
            more=ways["more"],
            use=tuple(self._use(ways["use"], phrases, head)),
            about=ways["about"],
            theme=phrases.href(urls.THEME) + "/",
            stylesheet=phrases.href(self.theme.tool_stylesheet if head.tool else self.theme.stylesheet),
            script=phrases.href(self.theme.script),
            tool_script=phrases.href(self.theme.tool_scripts[head.tool]) if head.tool else "",
            font=phrases.href(self.theme.text_font.get(self.language.script) or self.theme.text_font["Latn"]),
            feeds=tuple(self._feeds(phrases, head)),
            offline_script=phrases.href(self.theme.offline_script) if self.config.offline else "",
            card=self._card(head.card, head.title),
            oembed=self._oembed(head),
            is_article=isinstance(head.record, Event),
            json_ld=self._json_ld(head),
            own_feed=phrases.href(head.feed) if head.feed else "",
            licence=self.config.licence,
            paper=self.theme.paper,
            manifest=phrases.href(urls.web_manifest(tag)),
            corrections_email=self.config.corrections.email if self.config.corrections else "",
            notice=head.notice,
            notice_language=language_name(head.shown_in, self.language) if head.shown_in else "",
        )

    def _json_ld(self, head: Head) -> Markup:
        if head.record is not None:
            return json_ld(self.structured.of_record(head.record, head.card))
        in_language = head.path.startswith(f"{self.language.tag}/")
        return json_ld(self.structured.of_page(head.path, head.title) if in_language else ())

    def embed_shell(self, phrases: Phrases, title: str, full: str, card: str = "") -> EmbedShell:
        """The shell of an embed that is taken from the page `full`; `card` is the path of a link card of its own."""
        return EmbedShell(
            lang=self.language.tag,
            dir=self.language.direction,
            title=title,
            description=self._description(phrases),
            site_title=phrases.plain(self.config.title),
            home=phrases.href(urls.page(self.language.tag, "index")),
            canonical=urls.absolute(self.config.url, full),
            href=phrases.href(full),
            stylesheet=phrases.href(self.theme.embed_stylesheet),
            script=phrases.href(self.theme.embed_script),
            theme=phrases.href(urls.THEME) + "/",
            card=self._card(card, title),
        )

    def _card(self, own: str, title: str) -> CardImage | None:
        path = own or self.site_card
        return CardImage(urls.absolute(self.config.url, path), WIDTH, HEIGHT, title) if path else None

    def _feeds(self, phrases: Phrases, head: Head) -> Iterator[FeedLink]:
        _, tag, site = self.language.pgettext, self.language.tag, phrases.plain(self.config.title).text
        yield FeedLink(phrases.href(urls.feed(tag)), ATOM, site)
        yield FeedLink(phrases.href(urls.feed(tag, "json")), JSON_FEED, site)
        yield FeedLink(phrases.href(urls.corrections_feed(tag)), ATOM, _("navigation", "Corrections"))
        if head.feed:
            yield FeedLink(phrases.href(head.feed), ATOM, head.title)

    def _description(self, phrases: Phrases) -> str:
        return phrases.rich(self.config.summary).text if self.config.summary else ""

    def _alternates(
        self, phrases: Phrases, paths: Mapping[str, str], translated: Mapping[str, bool]
    ) -> dict[str, Alternate]:
        return {
            lang.tag: Alternate(
                lang=lang.tag,
                dir=lang.direction,
                name=lang.autonym,
                href=phrases.href(paths[lang.tag]),
                absolute=urls.absolute(self.config.url, paths[lang.tag]),
                is_translated=translated.get(lang.tag, True),
            )
            for lang in self.languages
        }

    def _oembed(self, head: Head) -> str:
        view = _view_of(head)
        return urls.absolute(self.config.url, urls.oembed(self.language.tag, view)) if view else ""

    def _use(self, items: tuple[NavItem, ...], phrases: Phrases, head: Head) -> Iterator[NavItem]:
        """What readers take along; “embed this” with what the page shows."""
        builder, view = phrases.href(urls.page(self.language.tag, "embed")), _view_of(head)
        for item in items:
            yield replace(item, href=f"{item.href}?view={view}") if view and item.href == builder else item

    def _navigation(self, phrases: Phrases, path: str) -> dict[Place, tuple[NavItem, ...]]:
        """The entries by where they stand."""
        prose = prose_titles(self.prose, self.language, self.config)
        places: dict[Place, tuple[NavItem, ...]] = {"main": (), "more": (), "use": (), "about": ()}
        for place, target, label in entries(self.language, prose):
            places[place] += (NavItem(phrases.href(target), label, target == path),)
        return places


def _view_of(head: Head) -> str:
    """What an embed of the page is a view of; empty where there is none, also at a record's former address."""
    view = urls.view_of(head.path)
    return view if head.record is not None or "/" not in view else ""


def prose_titles(pages: tuple[ProsePage, ...], language: Language, config: Config) -> list[tuple[str, str]]:
    """Id and title of every Markdown page, in the language or else in the default one."""
    return [(key, in_best_language(pages, key, language, config).title) for key in dict.fromkeys(p.id for p in pages)]


def in_best_language(pages: tuple[ProsePage, ...], key: str, language: Language, config: Config) -> ProsePage:
    """A Markdown page in the language, or in the default language, or in any that it exists in."""
    found = {page.language: page for page in pages if page.id == key}
    return found.get(language.tag) or found.get(config.default_language) or next(iter(found.values()))


def notice_of(record: Record, name: Phrase, language: Language) -> tuple[str, str]:
    """What readers must know of a record's translation, and the language that it is shown in or was made from."""
    if name.notice == "fallback":
        return "fallback", name.lang
    return (name.notice, record.tr[language.tag].of) if name.notice else ("", "")
