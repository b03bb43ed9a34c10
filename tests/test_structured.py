"""What search engines read inside pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.site.pages import every_page
from waqai.site.structured import json_ld

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def nodes(page: Path) -> dict[str, dict[str, Any]]:
    """The things that a page describes, by their type."""
    found = _DATA.findall(page.read_text("utf-8"))
    return {node["@type"]: node for data in found for node in json.loads(data)["@graph"]}


@pytest.fixture
def site(synthetic_site: Path) -> Path:
    """The synthetic timeline."""
    return synthetic_site


def test_every_page_of_a_language_says_where_it_stands(site: Path) -> None:
    """The home page is the whole; every other one has a way that leads to it."""
    inside = [page for page in every_page(site) if page.startswith(("ar/", "en/")) and "/embed/" not in page]
    pages = [page for page in inside if not page.endswith("index.html")]
    assert [page for page in pages if "BreadcrumbList" not in nodes(site / page)] == []
    assert {"WebSite", "Dataset", "ItemList"} == nodes(site / "ar/index.html").keys()


def test_the_home_page_lists_its_events_in_order(site: Path) -> None:
    """With their place in time and the addresses of their articles; every page is there."""
    listed = nodes(site / "en/index.html")["ItemList"]
    items = listed["itemListElement"]
    assert (listed["numberOfItems"], list(range(1, 6))) == (5, [item["position"] for item in items])
    assert [] == [
        i["url"] for i in items if not (site / i["url"].removeprefix("https://example.org/synthetic/")).is_file()
    ]


def test_nothing_is_a_verdict(site: Path) -> None:
    """A claim is a claim, and nobody here rates it."""
    texts = [(site / page).read_text("utf-8") for page in every_page(site)]
    assert [text for text in texts if "ClaimReview" in text or "reviewRating" in text] == []


def test_an_event_is_an_article_with_its_claims_and_its_sources(site: Path) -> None:
    """The claims lie at the addresses that the page gives them."""
    article = nodes(site / "en/events/2021-03-04-accounts-differ.html")["Article"]
    assert article["@id"] == "https://example.org/synthetic/en/events/2021-03-04-accounts-differ.html"
    assert {claim["@id"].partition("#")[0] for claim in article["hasPart"]} == {article["@id"]}
    assert article["about"]["@type"] == "Event"


def test_a_date_that_is_not_known_to_the_day_is_no_date_of_the_event(site: Path) -> None:
    """Programs would take it for certain; how far it may reach, they are told."""
    article = nodes(site / "en/events/2021-03-04-accounts-differ.html")["Article"]
    assert ("startDate" in article["about"], article["temporalCoverage"]) == (False, "2021-03-03/2021-03-04")
    certain = nodes(site / "en/events/2021-03-01-gate-closed.html")["Article"]
    assert certain["about"]["startDate"] == "2021-03-01"


def test_corrections_are_told_too(site: Path) -> None:
    """With their day."""
    article = nodes(site / "en/events/2021-03-01-gate-closed.html")["Article"]
    assert {"2021-03-03", "2021-03-07"} < {each["datePublished"] for each in article["correction"]}


def test_nobody_without_a_name_is_described(site: Path) -> None:
    """There is a way to the page, and nothing about the source."""
    assert {"BreadcrumbList"} == nodes(site / "en/actors/unnamed-official.html").keys()


def test_only_names_that_are_neutral_are_given_as_other_names(site: Path) -> None:
    """What others shout stays on the page, with who says it."""
    names = set(nodes(site / "en/actors/council.html")["Organization"]["alternateName"])
    assert {"Encûmen", "the administration of the valley"} == names


@pytest.mark.parametrize("text", ["</script><script>x()", "<!-- <script>", "a & b", "line\u2028line"])
def test_no_text_can_end_the_element_that_holds_it(text: str) -> None:
    """And it comes out as it went in."""
    written = str(json_ld([{"@type": "Thing", "name": text}]))
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written)["@graph"][0]["name"] == text
