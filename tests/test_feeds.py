"""The feed of corrections, read by a feed reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest

from tests.cli.running import TIMELINES, waqai


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The synthetic timeline, which has corrections."""
    folder = tmp_path_factory.mktemp("feeds") / "site"
    assert waqai("build", TIMELINES / "bilingual", "--output", folder).returncode == 0
    return folder


def feed(site: Path, language: str) -> Any:
    """The feed as a reader understands it."""
    return feedparser.parse((site / language / "corrections.atom").read_bytes())


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_feed_reader_understands_the_feed(site: Path, language: str) -> None:
    """It is well-formed, in its language, and has entries."""
    read = feed(site, language)
    assert (read.bozo, read.version, read.feed.language, len(read.entries) > 0) == (False, "atom10", language, True)


def test_the_newest_correction_comes_first(site: Path) -> None:
    """Keyed on when it was made, never on the event's date."""
    dates = [entry.updated for entry in feed(site, "en").entries]
    assert dates == sorted(dates, reverse=True)


def test_every_entry_has_an_id_of_its_own_that_no_move_of_the_files_changes(site: Path) -> None:
    """A tag URI."""
    ids = [entry.id for language in ("ar", "en") for entry in feed(site, language).entries]
    assert (len(ids), all(key.startswith("tag:") for key in ids)) == (len(set(ids)), True)


def test_both_languages_have_the_same_corrections(site: Path) -> None:
    """As equals."""
    assert len(feed(site, "ar").entries) == len(feed(site, "en").entries)


def test_a_feed_without_corrections_is_still_a_feed(tmp_path: Path) -> None:
    """And asks no clock for its date."""
    waqai("build", TIMELINES / "minimal", "--output", tmp_path / "site")
    read = feedparser.parse((tmp_path / "site/en/corrections.atom").read_bytes())
    assert (read.bozo, read.entries, read.feed.updated) == (False, [], "2000-01-01T00:00:00+00:00")


def test_the_page_of_corrections_leads_to_the_feed(site: Path) -> None:
    """In both languages."""
    pages = [(site / language / "corrections.html").read_text("utf-8") for language in ("ar", "en")]
    assert [page.count('href="corrections.atom"') for page in pages] == [2, 2]
