"""What other sites show in a frame: small, in one language and direction, true to the pages it is taken from."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from hashlib import sha384
from pathlib import Path

import pytest

from tests.site.markup import elements
from waqai.build.theme import Theme
from waqai.themes import built_in_theme

RELEASED = {"waqai-1.js": "sha384-/MiZRlyVA/Jzgh1J70Qk+EdG0vZ8gcDgLz455/tIuOKNswHt5TAFGXlC8TNzEIXo"}
"""Other sites name these files with their digests. A change is a new file."""
VIEWS = ("latest", "state", "strip", "strip-even")
FOLDERS = ("events", "topics", "actors", "places", "agreements")


@pytest.fixture
def site(synthetic_site: Path) -> Path:
    """The synthetic timeline."""
    return synthetic_site


def embeds(site: Path, language: str) -> list[Path]:
    """All embeds of a language."""
    return sorted((site / language / "embed").rglob("*.html"))


def test_the_whole_has_four_views(site: Path) -> None:
    """The latest entries, where things stand, and the strip in both spacings."""
    assert set(VIEWS) == {path.stem for path in (site / "ar" / "embed").glob("*.html")}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_record_but_sources_has_an_embed(site: Path, folder: str) -> None:
    """Under the name of its page."""
    records = {path.name for path in (site / "en" / folder).glob("*.html")} - {"index.html"}
    moved = {name for name in records if not (site / "en" / "embed" / folder / name).exists()}
    assert [] == [name for name in moved if "new address" not in (site / "en" / folder / name).read_text("utf-8")]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_an_embed_says_its_language_and_its_direction_itself(site: Path, language: str, direction: str) -> None:
    """Whatever page is around it."""
    roots = [elements(path)[0].attributes for path in embeds(site, language)]
    assert {(language, direction)} == {(root["lang"], root["dir"]) for root in roots}


def test_an_embed_leads_to_the_page_that_it_is_taken_from(site: Path) -> None:
    """For readers and for search engines."""
    text = (site / "en/embed/events/2021-03-04-accounts-differ.html").read_text("utf-8")
    assert 'href="https://example.org/synthetic/en/events/2021-03-04-accounts-differ.html"' in text
    assert 'href="../../events/2021-03-04-accounts-differ.html"' in text


def test_accounts_that_differ_stand_together_in_an_embed_too(site: Path) -> None:
    """The question, and each account with who gives it."""
    text = (site / "en/embed/events/2021-03-04-accounts-differ.html").read_text("utf-8")
    assert (1, True) == (text.count('class="ask"'), text.count('class="by"') > 1)


def test_an_embed_is_small(site: Path) -> None:
    """At most 6 KB compressed, and 500 elements."""
    all_of_them = [*embeds(site, "ar"), *embeds(site, "en")]
    assert [] == [path for path in all_of_them if len(gzip.compress(path.read_bytes())) > 6_000]
    assert [] == [path for path in all_of_them if len(elements(path)) > 500]


def test_the_strip_can_be_evenly_spaced_from_the_beginning(site: Path) -> None:
    """Without script: another address."""
    spacings = [(site / "ar/embed" / f"{name}.html").read_text("utf-8") for name in ("strip", "strip-even")]
    assert ['value="time" checked', 'value="order" checked'] == [
        next(value for value in ('value="time" checked', 'value="order" checked') if value in text) for text in spacings
    ]


def test_a_released_script_never_changes(site: Path) -> None:
    """Pages of others would refuse it."""
    scripts = sorted((site / "embed").glob("*.js"))
    assert RELEASED == {
        path.name: f"sha384-{b64encode(sha384(path.read_bytes()).digest()).decode()}" for path in scripts
    }


def test_the_script_for_other_sites_is_small(site: Path) -> None:
    """At most 5 KB compressed, as it is, comments and all."""
    assert [] == [path for path in (site / "embed").glob("*.js") if len(gzip.compress(path.read_bytes())) > 5_000]


def test_other_sites_may_check_the_script(site: Path) -> None:
    """Browsers compare the digest only of what the host lets them read."""
    rules = (site / "_headers").read_text("utf-8")
    assert "/embed/*\n  Access-Control-Allow-Origin: *\n" in rules


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_leads_to_the_builder_with_what_it_shows(site: Path, language: str) -> None:
    """In the footer, and at the end of a record."""
    found = {
        page: (site / language / page).read_text("utf-8").count(f'href="{builder}?view={view}"')
        for page, builder, view in (
            ("index.html", "embed.html", "latest"),
            ("state.html", "embed.html", "state"),
            ("events/2021-03-04-accounts-differ.html", "../embed.html", "events/2021-03-04-accounts-differ"),
        )
    }
    assert [1, 1, 2] == list(found.values())


def test_the_style_of_a_timeline_reaches_its_embeds(tmp_path: Path) -> None:
    """They are the same house."""
    (tmp_path / "own.css").write_text(".mark { color: #123456; }", "utf-8")
    theme = Theme(built_in_theme(), own=tmp_path)
    assert b"#123456" in theme.assets[theme.files.embed_stylesheet]


# oEmbed


def discovered(page: str) -> str:
    """The path of the answer that a page names, as systems find it."""
    found = re.findall(r'type="application/json\+oembed" href="https://example.org/synthetic/([^"]*)"', page)
    return found[0] if found else ""


@pytest.mark.parametrize("page", ["index", "state", "events/2021-03-04-accounts-differ"])
def test_a_page_names_its_oembed_answer(site: Path, page: str) -> None:
    """A static file, whose frame shows the embed of that page and whose link leads to it."""
    text = (site / "ar" / f"{page}.html").read_text("utf-8")
    answer = json.loads((site / discovered(text)).read_text("utf-8"))
    embed = re.findall(r'src="https://example.org/synthetic/([^"]*)"', answer["html"])[0]
    assert ("1.0", "rich", 600) == (answer["version"], answer["type"], answer["width"])
    assert (site / embed).is_file()
    assert f'href="https://example.org/synthetic/ar/{page}.html"' in answer["html"]


def test_every_oembed_answer_is_named_by_a_page(site: Path) -> None:
    """And every page that has one names it."""
    named = {discovered(path.read_text("utf-8")) for path in site.rglob("*.html")} - {""}
    assert named == {path.relative_to(site).as_posix() for path in site.glob("*/embed/**/*.json")}
