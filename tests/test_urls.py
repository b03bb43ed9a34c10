"""Addresses: one module makes them, and all of them are relative."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin

from hypothesis import given
from hypothesis import strategies as st

from waqai.site import urls

FOLDERS = st.lists(st.sampled_from(["ar", "en", "events"]), max_size=2)
PATHS = st.tuples(FOLDERS, st.sampled_from(["x.html", "y.html"])).map(lambda parts: "/".join([*parts[0], parts[1]]))


def test_a_page_links_to_its_neighbour_by_its_name() -> None:
    """In the same folder."""
    assert urls.relative("ar/events/a.html", "ar/events/b.html") == "b.html"


def test_a_page_links_across_languages() -> None:
    """Up to the root and down again."""
    assert urls.relative("ar/events/a.html", "en/events/a.html") == "../../en/events/a.html"


def test_an_absolute_address_has_one_slash() -> None:
    """Whether the site's address ends in one or not."""
    assert {urls.absolute(base, "ar/x.html") for base in ("https://example.org/t", "https://example.org/t/")} == {
        "https://example.org/t/ar/x.html"
    }


def test_a_period_of_the_chronicle_has_a_page_of_its_own() -> None:
    """A year, a month, or a part of a month."""
    assert urls.period("ar", "2021-02") == "ar/chronicle/2021-02.html"


@given(PATHS, PATHS)
def test_a_relative_address_leads_where_it_should(source: str, target: str) -> None:
    """A browser that follows it arrives at the target."""
    assert urljoin(f"file:///site/{source}", urls.relative(source, target)) == f"file:///site/{target}"


@given(st.text())
def test_an_inline_text_comes_back_as_it_was(text: str) -> None:
    """Whatever it holds; and of ASCII nothing stands in the address that may not."""
    address = urls.inline("text/plain", text)
    assert text == unquote(address.removeprefix("data:text/plain;charset=utf-8,"))
    assert not re.search(r'[\x00-\x20"#<>\[\\\]^`{|}]', address)
