"""Markdown as far as contributors may go."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai import markdown
from waqai.markdown import Name


def resolve(key: str, short: bool) -> Name | None:  # noqa: FBT001 - the signature that the module asks for
    """One record is known: sdf, with an Arabic name in an English text."""
    names = {("sdf", False): "Syrian Democratic Forces", ("sdf", True): "SDF"}
    if key == "arabic":
        return Name("قسد", "ar", "rtl", "../actors/arabic.html")
    return Name(names[key, short], "", "ltr", "../actors/sdf.html") if (key, short) in names else None


def test_a_mention_becomes_a_linked_name() -> None:
    """`[[id]]` is the neutral name, linked."""
    expected = 'by the <a href="../actors/sdf.html"><bdi>Syrian Democratic Forces</bdi></a>'
    assert markdown.render_inline("by the [[sdf]]", resolve) == expected


def test_a_mention_may_ask_for_the_short_name() -> None:
    """`[[id:short]]`."""
    assert markdown.plain("the [[sdf:short]]", resolve) == "the SDF"


def test_a_name_in_another_language_says_which() -> None:
    """So that it is drawn and spoken right."""
    expected = '<a href="../actors/arabic.html"><bdi lang="ar" dir="rtl">قسد</bdi></a>'
    assert markdown.render_inline("[[arabic]]", resolve) == expected


def test_an_unknown_mention_stays_as_it_was_typed() -> None:
    """The checks have already said so; no letter is lost."""
    assert markdown.render_inline("by [[nobody]]", resolve) == "by [[nobody]]"


def test_html_is_text() -> None:
    """Contributors write no markup of their own."""
    assert "<script" not in markdown.render("<script>alert(1)</script>", resolve)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:image/png;base64,AAAA",
        "vbscript:x",
        "blob:https://example.org/x",
        "intent:x",
        "file:///etc/passwd",
        "//example.org/x",
        "/absolute",
    ],
)
def test_an_unsafe_link_is_not_made(url: str) -> None:
    """Its text stays text."""
    assert "<a " not in markdown.render_inline(f"[words]({url})", resolve)


@pytest.mark.parametrize(
    "url", ["https://example.org/x", "http://example.org", "mailto:a@example.org", "method.html", "#top"]
)
def test_a_safe_link_is_made(url: str) -> None:
    """http, https, mailto, and what is relative to the page."""
    assert f'href="{url}"' in markdown.render_inline(f"[words]({url})", resolve)


def test_pictures_are_not_made() -> None:
    """They would be requests to strangers."""
    assert "<img" not in markdown.render("![x](https://example.org/x.png)", resolve)


def test_plain_text_loses_the_notation_and_keeps_the_words() -> None:
    """For titles, feeds and descriptions."""
    assert markdown.plain("a *b* [c](https://example.org) `d` [[sdf]]", resolve) == "a b c d Syrian Democratic Forces"


class TextOf(HTMLParser):
    """Collects the text of HTML, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text += data


INLINE = {"a", "bdi", "br", "code", "em", "strong"}


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_inline_text_holds_only_harmless_elements(text: str) -> None:
    """Whatever is typed."""
    parser = TextOf()
    parser.feed(markdown.render_inline(text, resolve))
    assert parser.tags <= INLINE


@given(st.text(alphabet="abcdefghijابتثجحخد 0123456789،.؟’–«»", max_size=200))
def test_no_letter_of_plain_words_is_lost(text: str) -> None:
    """Text without notation comes out as it went in."""
    parser = TextOf()
    parser.feed(markdown.render_inline(text, resolve))
    assert parser.text == text


@given(st.text(alphabet="ab[]()*_`<>&!\\\"' \n", max_size=120))
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    """Text that needs no parser is not parsed; nobody can tell."""
    parsed = markdown._parser().renderInline(text, {"resolve": resolve})
    assert re.sub(r"&#3?9;", "'", markdown.render_inline(text, resolve)) == parsed
