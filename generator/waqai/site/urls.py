"""The one place where addresses are made.

A *path* is a page's place below the site's root, without a leading slash: `ar/events/x.html`. Pages link to each other
relatively, so that the same files work on a domain, in a sub-folder, from a USB stick and in a zip.
"""

from __future__ import annotations

import re
from functools import lru_cache

from waqai.schemas import schema_path

FOLDERS = {
    "event": "events",
    "actor": "actors",
    "place": "places",
    "topic": "topics",
    "agreement": "agreements",
    "source": "sources",
}
VIEWED = frozenset(FOLDERS.values()) - {FOLDERS["source"]}
"""The folders of the records that other sites can show."""
ROOT = "."
THEME = "theme"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
HEADERS = "_headers"
DATA = "data/v1"
"""The published data, by the version of its form."""
_NOT_IN_URLS = re.compile(r'[\x00-\x20"#%<>\[\\\]^`{|}\x7f]')
WORKER = "worker.js"
"""The service worker; at the root, since it may answer only for what lies below it."""


def record(language: str, kind: str, key: str) -> str:
    """The page of a record."""
    return f"{language}/{FOLDERS[kind]}/{key}.html"


def listing(language: str, folder: str, number: int = 1) -> str:
    """The index page of a kind, by the kind's folder; of a long index, the page with this number."""
    return f"{language}/{folder}/index.html" if number == 1 else f"{language}/{folder}/index/{number}.html"


def selection(language: str, facet: str, key: str, number: int = 1) -> str:
    """The events under one key of a filter; of a long list, the page with this number."""
    folder = f"{language}/by/{facet}"
    return f"{folder}/{key}.html" if number == 1 else f"{folder}/{key}/{number}.html"


def entries(language: str) -> str:
    """All entries of a long chronicle, for the script that narrows it down."""
    return f"{language}/chronicle/entries.js"


def page(language: str, name: str) -> str:
    """A page of its own: index, state, corrections, naming, names, search, 404, and the site's Markdown pages."""
    return f"{language}/{name}.html"


def feed(language: str, ending: str = "atom") -> str:
    """The feed of the latest entries: `atom` or `json`."""
    return f"{language}/feed.{ending}"


def feed_archive(language: str, number: int) -> str:
    """An archive of the feed."""
    return f"{language}/feed/{number}.atom"


def record_feed(language: str, kind: str, key: str) -> str:
    """The feed of the entries that concern a record."""
    return f"{language}/{FOLDERS[kind]}/{key}.atom"


def calendar(language: str, year: str = "") -> str:
    """The calendar of the latest events, or the one of a year."""
    return f"{language}/calendar/{year}.ics" if year else f"{language}/calendar.ics"


def names_under(language: str, letter: str) -> str:
    """The names under a letter, in a large timeline."""
    return f"{language}/names/{letter}.html"


def search_file(language: str, name: str) -> str:
    """A file that the search loads."""
    return f"{language}/search/{name}.js"


def corrections_feed(language: str) -> str:
    """The feed of corrections."""
    return f"{language}/corrections.atom"


def state_on(language: str, day: str) -> str:
    """The state of play at the end of a day (ISO 8601)."""
    return f"{language}/state/{day}.html"


def period(language: str, key: str) -> str:
    """The chronicle of a period: of a year (`2021`), a month (`2021-02`) or a part of one (`2021-02-part-2`)."""
    return f"{language}/chronicle/{key}.html"


def link_card(language: str, event: str = "") -> str:
    """The picture that stands for links to an event, or to the whole site."""
    return f"cards/{language}/{event}.png" if event else f"cards/{language}.png"


def web_manifest(language: str) -> str:
    """What a device needs to know to keep the site among its programs."""
    return f"{language}/site.webmanifest"


def archive(timeline: str) -> str:
    """The whole site as one zip, by the timeline's id."""
    return f"{timeline}.zip"


def offline(language: str) -> str:
    """The page that stands in for one that cannot be had without a connection."""
    return page(language, "offline")


def schema(name: str, language: str) -> str:
    """The JSON Schema of a kind's files (`event`) or of the settings (`timeline`), described in a language."""
    return schema_path(name, language)


def icon(name: str) -> str:
    """An icon of the site."""
    return f"{THEME}/icons/{name}"


def sitemap_part(number: int) -> str:
    """A part of the list of all pages, where it is too long for one file."""
    return f"sitemap-{number}.xml"


def state_days(language: str, year: int) -> str:
    """The days of a year on which something moved."""
    return f"{language}/state/{year:04}.html"


def briefing(language: str, key: str = "") -> str:
    """The briefing: what stands at the front, or a part of a long one, by its first month (`2021-02`, `2021-02-2`)."""
    return f"{language}/briefing/{key}.html" if key else f"{language}/briefing.html"


def embed(language: str, view: str) -> str:
    """What other sites show in a frame: a view is `latest`, `state`, `strip`, `strip-even`, or that of a record."""
    return f"{language}/embed/{view}.html"


def oembed(language: str, view: str) -> str:
    """What systems are told that ask how to show a page (oEmbed)."""
    return f"{language}/embed/{view}.json"


def record_view(kind: str, key: str) -> str:
    """The view of a record, for the address of its embed."""
    return f"{FOLDERS[kind]}/{key}"


def view_of(path: str) -> str:
    """The view that shows what a page shows; empty if there is none."""
    folder, _, name = path.partition("/")[2].removesuffix(".html").rpartition("/")
    if folder in VIEWED and name != "index":
        return f"{folder}/{name}"
    return {"index": "latest", "state": "state"}.get(name, "") if not folder else ""


def element(name: str) -> str:
    """A version of the script that shows embeds; its content never changes."""
    return f"embed/{name}"


def theme(name: str) -> str:
    """A file of the theme."""
    return f"{THEME}/{name}"


def media(name: str) -> str:
    """A picture."""
    return f"media/{name}"


def data(name: str) -> str:
    """A file of the published data."""
    return f"{DATA}/{name}"


def in_language(path: str, language: str) -> str:
    """The path of the same page in another language."""
    return f"{language}/{path.partition('/')[2]}"


@lru_cache(maxsize=65536)
def relative(source: str, target: str) -> str:
    """The address of `target` as written in the page at `source`."""
    here, there = source.split("/")[:-1], [] if target == ROOT else target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join((*[".."] * (len(here) - shared), *there[shared:])) or ROOT


def inline(media_type: str, text: str) -> str:
    """An address that is the text itself (RFC 2397). Letters of all scripts stay as they are."""
    return f"data:{media_type};charset=utf-8,{_NOT_IN_URLS.sub(_escaped, text)}"


def _escaped(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def absolute(base: str, target: str) -> str:
    """The full address of a path; `base` is the site's own address."""
    return f"{base.rstrip('/')}/{target}"
