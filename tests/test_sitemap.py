"""What search engines and hosts read."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.site.privacy import policies
from waqai.site.hosting import POLICY
from waqai.site.sitemap import Listed, sitemaps

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
BASE = "https://example.org/synthetic/"
OLD = "actors/valley-council.html"
"""An address that an actor had before."""


@pytest.fixture
def site(synthetic_site: Path) -> Path:
    """The synthetic timeline, with a text that is not translated, and an old id."""
    return synthetic_site


def listed(site: Path) -> dict[str, dict[str, str]]:
    """The pages of the sitemap, each with its counterparts by language."""
    root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 - written by ourselves
    return {
        (url.findtext("s:loc", "", NAMES)).removeprefix(BASE): {
            link.attrib["hreflang"]: link.attrib["href"].removeprefix(BASE) for link in url.findall("x:link", NAMES)
        }
        for url in root.findall("s:url", NAMES)
    }


def test_every_page_that_is_listed_exists(site: Path) -> None:
    """And every counterpart."""
    found = {path for page, others in listed(site).items() for path in (page, *others.values())}
    assert [path for path in found if not (site / path).is_file()] == []


def test_every_page_is_listed_but_those_that_lead_elsewhere(site: Path) -> None:
    """Pages that stand in for others, embeds, pages at old addresses, and those whose text is in another language."""
    unlisted = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - listed(site).keys()
    known = {
        page
        for page in unlisted
        if page.endswith(("404.html", "offline.html", OLD)) or "/embed/" in page or page.startswith("blog/")
    }
    assert [page for page in unlisted - known if "is-fallback" not in (site / page).read_text("utf-8")] == []


def test_counterparts_name_each_other(site: Path) -> None:
    """What one page says of the other, the other says too."""
    pages = listed(site)
    assert all(pages[other] == others for others in pages.values() for other in others.values())


def test_the_default_language_is_for_everybody_else(site: Path) -> None:
    """`x-default`."""
    assert listed(site)["en/index.html"] == {
        "ar": "ar/index.html", "en": "en/index.html", "x-default": "ar/index.html"
    }  # fmt: skip


def test_a_long_list_is_split_and_loses_nothing() -> None:
    """An index leads to the parts."""
    pages = [Listed(f"en/{number}.html", (("en", "a"), ("ar", "b"))) for number in range(100)]
    files = {path: make() for path, make in sitemaps(BASE, pages, most=90)}
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap-4.xml"]
    assert sum(content.count(b"<loc>") for path, content in files.items() if path != "sitemap.xml") == 100
    assert all(name.encode() in files["sitemap.xml"] for name in files if name != "sitemap.xml")


def test_robots_find_the_list(site: Path) -> None:
    """By its absolute address."""
    assert f"Sitemap: {BASE}sitemap.xml\n" in (site / "robots.txt").read_text("utf-8")


def test_hosts_are_told_what_the_pages_say_themselves(site: Path) -> None:
    """One content security policy, in the headers and in every page."""
    found = {policy for page, policy in policies(site, "Content-Security-Policy", "http-equiv").items() if policy}
    assert found == {POLICY}
    assert f"\n  Content-Security-Policy: {POLICY}\n" in (site / "_headers").read_text("utf-8")


def test_only_files_that_change_their_name_are_kept_for_ever(site: Path) -> None:
    """And every rule for one file names one that exists."""
    rules = (site / "_headers").read_text("utf-8").replace("\n  ", "\t").splitlines()
    kept = [rule.split("\t")[0] for rule in rules if "immutable" in rule]
    assert [path for path in kept if not re.search(r"\.[0-9a-f]{10}\.(css|js)$", path)] == ["/embed/*"]
    assert [
        rule for rule in rules if "*" not in rule.split("\t")[0] and not (site / rule.split("\t")[0][1:]).is_file()
    ] == []
