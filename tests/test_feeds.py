"""The feeds, read by a feed reader."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest

from bench.timeline import write
from tests.cli.running import TIMELINES, waqai

ADDRESS = "https://example.org/synthetic/"


@pytest.fixture
def site(synthetic_site: Path) -> Path:
    """The synthetic timeline, which has corrections."""
    return synthetic_site


def feed(site: Path, name: str) -> Any:
    """The feed as a reader understands it."""
    return feedparser.parse((site / name).read_bytes())


def atom_feeds(site: Path) -> list[str]:
    """Every Atom feed of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.atom"))


def test_a_feed_reader_understands_every_feed(site: Path) -> None:
    """Each is well-formed, in its language, and has entries."""
    feeds = {name: feed(site, name) for name in atom_feeds(site)}
    wrong = [
        name
        for name, read in feeds.items()
        if (read.bozo, read.version, read.feed.language) != (False, "atom10", name[:2]) or not read.entries
    ]
    assert (wrong, {"en/feed.atom", "ar/corrections.atom", "en/topics/gate.atom"} - feeds.keys()) == ([], set())


@pytest.mark.parametrize("name", ["en/corrections.atom", "en/feed.atom", "ar/feed.atom"])
def test_what_changed_last_comes_first(site: Path, name: str) -> None:
    """Keyed on when an entry was added or changed, never on the event's date."""
    dates = [entry.updated for entry in feed(site, name).entries]
    assert dates == sorted(dates, reverse=True)


def test_an_entry_is_as_new_as_its_last_change(site: Path) -> None:
    """Added on the second of March, changed last on the seventh."""
    entry = next(e for e in feed(site, "en/feed.atom").entries if "2021-03-01" in e.id)
    assert (entry.published, entry.updated) == ("2021-03-02T00:00:00+00:00", "2021-03-07T00:00:00+00:00")


def test_an_entry_without_a_day_of_its_own_is_as_new_as_its_last_source(site: Path) -> None:
    """Nothing can have been written down before it was reported."""
    entry = next(e for e in feed(site, "en/feed.atom").entries if "2021-03-05" in e.id)
    assert entry.published.startswith("2021-03-0")
    assert entry.published <= "2021-03-07"


def test_every_entry_has_an_id_of_its_own_that_no_move_of_the_files_changes(site: Path) -> None:
    """A tag URI."""
    names = [f"{language}/{name}.atom" for language in ("ar", "en") for name in ("corrections", "feed")]
    ids = [entry.id for name in names for entry in feed(site, name).entries]
    assert (len(ids), all(key.startswith("tag:") for key in ids)) == (len(set(ids)), True)


def test_both_languages_have_the_same_entries(site: Path) -> None:
    """As equals."""
    counts = {name[2:]: len(feed(site, name).entries) for name in atom_feeds(site) if name.startswith("ar/")}
    assert counts == {name[2:]: len(feed(site, name).entries) for name in atom_feeds(site) if name.startswith("en/")}


def test_an_entry_says_its_language_and_its_direction(site: Path) -> None:
    """Readers set a feed in the direction of their own interface."""
    assert all('<div dir="rtl" lang="ar">' in e.content[0].value for e in feed(site, "ar/feed.atom").entries)


def test_links_in_an_entry_lead_to_the_site_from_anywhere(site: Path) -> None:
    """Feed readers know no relative addresses."""
    links = [link.href for entry in feed(site, "en/feed.atom").entries for link in entry.links]
    assert [link for link in links if not link.startswith(ADDRESS)] == []


def test_the_json_feed_holds_what_the_atom_feed_holds(site: Path) -> None:
    """The same entries in the same order."""
    items = json.loads((site / "ar/feed.json").read_text("utf-8"))["items"]
    assert [(i["id"], i["title"]) for i in items] == [(e.id, e.title) for e in feed(site, "ar/feed.atom").entries]


def test_the_json_feed_keeps_the_rules_of_its_format(site: Path) -> None:
    """Version, addresses, unique ids, content, and dates by RFC 3339, as JSON Feed 1.1 wants them."""
    read = json.loads((site / "en/feed.json").read_text("utf-8"))
    assert (read["version"], read["feed_url"]) == ("https://jsonfeed.org/version/1.1", f"{ADDRESS}en/feed.json")
    items = read["items"]
    assert len(items) == len({item["id"] for item in items})
    for item in items:
        assert urlsplit(item["url"]).scheme == "https"
        assert item["content_html"].startswith('<div lang="en" dir="ltr">')
        assert datetime.fromisoformat(item["date_modified"]) >= datetime.fromisoformat(item["date_published"])


def test_a_feed_without_entries_is_still_a_feed(tmp_path: Path) -> None:
    """And asks no clock for its date."""
    waqai("build", TIMELINES / "minimal", "--output", tmp_path / "site")
    read = feed(tmp_path / "site", "en/corrections.atom")
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "2000-01-01T00:00:00+00:00")


def test_the_feed_of_a_topic_has_only_what_concerns_it(site: Path) -> None:
    """Fewer entries than the feed of all."""
    everything = {entry.id for entry in feed(site, "en/feed.atom").entries}
    some = {entry.id for entry in feed(site, "en/topics/gate.atom").entries}
    assert some < everything


def test_the_page_of_a_topic_leads_to_its_feed(site: Path) -> None:
    """For programs in the head, for people at the foot."""
    assert (site / "ar/topics/gate.html").read_text("utf-8").count('href="gate.atom"') == 2


def test_somebody_who_is_not_named_cannot_be_followed(site: Path) -> None:
    """There is no feed of an unnamed source."""
    assert not (site / "en/actors/unnamed-official.atom").exists()


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic timeline with more entries than a feed holds."""
    folder = tmp_path_factory.mktemp("long")
    write(folder / "timeline", 120)
    assert waqai("build", folder / "timeline", "--output", folder / "site").returncode == 0
    return folder / "site"


def test_a_long_feed_ends_and_leads_to_its_archives(long_site: Path) -> None:
    """By RFC 5005: from archive to archive a program finds every entry."""
    read = feed(long_site, "en/feed.atom")
    found = {entry.id for entry in read.entries}
    assert len(found) == 50
    while earlier := [link.href for link in read.feed.links if link.rel == "prev-archive"]:
        read = feed(long_site, f"en/{earlier[0].rpartition('/en/')[2]}")
        found |= {entry.id for entry in read.entries}
    assert len(found) == 120
