"""What a link to the site becomes elsewhere, and what devices know of it."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest
from PIL import Image

from tests.cli.running import TIMELINES, waqai
from tests.site.markup import elements

BASE = "https://example.org/synthetic/"


def meta(page: Path) -> dict[str, str]:
    """What a page says of itself, by name or property."""
    tags = [element.attributes for element in elements(page) if element.name == "meta"]
    return {tag.get("property") or tag.get("name") or "": tag.get("content", "") for tag in tags}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_link_to_an_event_shows_the_card_of_that_event(synthetic_site: Path, language: str) -> None:
    """In the page's language; the file is there."""
    said = meta(synthetic_site / language / "events/2021-03-01-gate-closed.html")
    assert f"{BASE}cards/{language}/2021-03-01-gate-closed.png" == said["og:image"]
    with Image.open(synthetic_site / said["og:image"].removeprefix(BASE)) as card:
        assert (said["og:image:width"], said["og:image:height"]) == tuple(map(str, card.size))


def test_a_link_to_another_page_shows_the_card_of_the_site(synthetic_site: Path) -> None:
    """Also from the page at the root."""
    pages = ("ar/index.html", "ar/state.html", "ar/topics/gate.html", "index.html")
    assert {f"{BASE}cards/ar.png"} == {meta(synthetic_site / page)["og:image"] for page in pages}
    assert (synthetic_site / "cards/ar.png").is_file()


def test_a_page_says_what_it_is_about_and_in_which_language(synthetic_site: Path) -> None:
    """Open Graph."""
    said = meta(synthetic_site / "en/events/2021-03-01-gate-closed.html")
    expected = ("article", "en", "Synthetic test data", f"{BASE}en/events/2021-03-01-gate-closed.html")
    assert expected == tuple(said[f"og:{name}"] for name in ("type", "locale", "site_name", "url"))


def test_no_card_is_larger_than_sixty_kilobytes(synthetic_site: Path) -> None:
    """Messengers leave large pictures out."""
    assert [] == [path for path in synthetic_site.rglob("cards/**/*.png") if path.stat().st_size > 60_000]


@pytest.mark.parametrize(("setting", "cards"), [("site", ["en.png"]), ("none", [])])
def test_the_owner_decides_how_many_cards_there_are(tmp_path: Path, setting: str, cards: list[str]) -> None:
    """One for the whole site, or none."""
    minimal = (TIMELINES / "minimal" / "timeline.yaml").read_text("utf-8")
    (tmp_path / "timeline.yaml").write_text(f"{minimal}cards: {setting}\n", "utf-8")
    copytree(TIMELINES / "minimal" / "content", tmp_path / "content")
    run = waqai("build", tmp_path)
    assert 0 == run.returncode, run.stdout + run.stderr
    assert cards == [path.name for path in (tmp_path / "output").rglob("cards/*.png")]
    assert bool(cards) == ("og:image" in meta(tmp_path / "output/en/index.html"))


def test_a_card_is_drawn_again_only_if_it_shows_something_else(tmp_path: Path) -> None:
    """The second build uses the same file."""
    output = tmp_path / "site"
    for _ in range(2):
        waqai("build", TIMELINES / "minimal", "--output", output)
    first = (output / "cards/en.png").stat().st_ino
    waqai("build", TIMELINES / "minimal", "--output", output)
    assert first == (output / "cards/en.png").stat().st_ino


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_a_device_knows_name_language_and_direction_of_the_site(
    synthetic_site: Path, language: str, direction: str
) -> None:
    """The web app manifest of each language."""
    said = json.loads((synthetic_site / language / "site.webmanifest").read_text("utf-8"))
    assert (language, direction, "index.html") == (said["lang"], said["dir"], said["start_url"])


def test_every_icon_has_the_size_that_it_claims(synthetic_site: Path) -> None:
    """As PNG."""
    for icon in json.loads((synthetic_site / "en/site.webmanifest").read_text("utf-8"))["icons"]:
        with Image.open(synthetic_site / "en" / icon["src"]) as drawn:
            assert (icon["sizes"], "PNG") == (f"{drawn.width}x{drawn.height}", drawn.format)


def test_the_frame_of_the_browser_has_the_colour_of_the_paper(synthetic_site: Path) -> None:
    """In light and in dark."""
    tags = [element.attributes for element in elements(synthetic_site / "en/index.html")]
    colours = [(tag["content"], tag["media"]) for tag in tags if tag.get("name") == "theme-color"]
    assert [("#fdfdfb", "(prefers-color-scheme: light)"), ("#121317", "(prefers-color-scheme: dark)")] == colours
