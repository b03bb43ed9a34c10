"""Which pages a site has, and which of them stand for their kind."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from tests.site.markup import elements

LANGUAGES = ("ar", "en")
FOLDERS = ("events", "actors", "places", "topics", "agreements", "sources")

KINDS = {
    "home": "index.html",
    **{f"one of {folder}": f"{folder}/*.html" for folder in FOLDERS},
    **{f"all {folder}": f"{folder}/index.html" for folder in FOLDERS},
    "events under a filter": "by/*/*.html",
    "state": "state.html",
    "state of a day": "state/*-*.html",
    "days of a year": "state/????.html",
    "briefing": "briefing.html",
    "corrections": "corrections.html",
    "naming": "naming.html",
    "names": "names.html",
    "search": "search.html",
    "suggest": "suggest.html",
    "embed builder": "embed.html",
    "about": "about.html",
    "method": "method.html",
}
"""Each kind of page that a language has, with where its pages are."""


def every_page(site: Path) -> list[str]:
    """The addresses of all pages, relative to the site's root, in order."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def sample(site: Path, kind: str, language: str) -> str:
    """The page that stands for its kind: the largest one, where most can go wrong."""
    pattern = KINDS[kind]
    pages = [path for path in (site / language).glob(pattern) if "*" not in pattern or path.name != "index.html"]
    assert pages, f"the site has no page of the kind “{kind}” in “{language}”: {language}/{pattern}"
    return max(pages, key=lambda path: (path.stat().st_size, path.name)).relative_to(site).as_posix()


def own_path(site: Path) -> str:
    """Where on its host the site says that it stands, by the canonical address of its first page."""
    links = [element.attributes for element in elements(site / "index.html") if element.name == "link"]
    canonical = next((link["href"] for link in links if link.get("rel") == "canonical"), "/")
    return urlsplit(canonical).path.removesuffix("index.html") or "/"
