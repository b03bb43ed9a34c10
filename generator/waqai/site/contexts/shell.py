"""What every page has around its own matter."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from waqai.site.contexts.runs import Phrase


@dataclass(frozen=True, slots=True)
class Alternate:
    """This page in another language."""

    lang: str
    dir: str
    name: str
    """The language's own name."""
    href: str
    absolute: str
    is_translated: bool
    """Whether the page really is in that language; false means fallback text, and no hreflang."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation."""

    href: str
    label: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that programs find by themselves."""

    href: str
    type: str
    """Its media type."""
    title: str


@dataclass(frozen=True, slots=True)
class CardImage:
    """The picture that stands for a link to the page elsewhere."""

    address: str
    """Absolute."""
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Shell:
    """What every page has."""

    lang: str
    dir: str
    title: str
    """The page's title, plain; the site's title follows it in <title>."""
    description: str
    site_title: Phrase
    home: str
    """Address of the home page in this language."""
    search: str
    """Address of the search page in this language."""
    canonical: str
    """The page's absolute address."""
    alternates: tuple[Alternate, ...]
    """The other languages."""
    itself: Alternate
    """This page, as the others link to it."""
    default_href: str
    """Absolute address of the page in the default language, for hreflang x-default."""
    nav: tuple[NavItem, ...]
    """The parts of the record that are always in sight."""
    more: tuple[NavItem, ...]
    """The other parts: in sight on wide screens, and one step away on narrow ones."""
    use: tuple[NavItem, ...]
    """What readers take along: the briefing, data and feeds."""
    about: tuple[NavItem, ...]
    """About, method, how we name, corrections."""
    theme: str
    """Address of the folder of the theme's files, ending in a slash."""
    stylesheet: str
    script: str
    tool_script: str
    """The script of the tool that the page is; empty on others."""
    font: str
    """The font file to preload: the text face of this page's script."""
    feeds: tuple[FeedLink, ...]
    """The feeds that programs find on this page: of the whole site, and its own."""
    own_feed: str
    """Address of the feed of what this page is about; empty if there is none."""
    json_ld: Markup
    """What search engines read, ready for a script element of data; or empty."""
    offline_script: str
    """Address of the script that registers the service worker; empty unless the owner wants one."""
    card: CardImage | None
    oembed: str
    """Absolute address of what systems are told that show the page on other sites; empty if they are told nothing."""
    is_article: bool
    """Whether the page is about one event, and not a part of the site."""
    paper: tuple[str, str]
    """The colours of the paper, light and dark, for the frame that a browser draws around the page."""
    manifest: str
    """Address of the web app manifest."""
    licence: str
    corrections_email: str
    """Empty if the site has none."""
    notice: str = ""
    """`fallback`, `stale`, `machine`, `stale-machine` or empty: what readers must know of the page's translation."""
    notice_language: str = ""
    """For the notice: the name, in this page's language, of the language that the text is shown in or was made from."""
