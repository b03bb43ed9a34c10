"""Texts on their way to pages: Markdown, names in it, what other programs call rich text, and ids."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from tests.fuzz.target import TIMELINES, Target, text_of
from waqai import markdown
from waqai.authoring.ids import suggested_id
from waqai.content.checks.words import DEEPEST_NESTING, MOST_OPEN_BRACKETS, _depth, _open_brackets
from waqai.content.references import MENTION
from waqai.exchange.slide_texts import html_of, markdown_of, words_of
from waqai.links import is_safe_link
from waqai.markdown import Name, OtherName
from waqai.model.values import is_id

BLOCKS = frozenset(
    [
        "blockquote",
        "code",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
INLINE = frozenset({"a", "bdi", "br", "code", "em", "span", "strong"})
ATTRIBUTES = frozenset({"class", "dir", "hidden", "href", "lang", "rel", "start", "style", "title"})
KNOWN = Name('<b>"Known"&', "ar", "rtl", "known.html", OtherName("<i>other</i>", "'whose'"))
_NOT_PLAIN = frozenset("&<:`~[|")
"""Where one of these stands, letters may be notation: an entity, an address, the language of code, a column."""
MARKDOWN_WORDS = (
    *(
        "[[first-talks]]",
        "[[x:short]]",
        "[a](",
        ")",
        "](https://example.org)",
        "](javascript:x)",
        "](//x)",
        "![",
        "<b>",
        "</",
    ),
    *(
        "<script>",
        "<https://example.org>",
        "&amp;",
        "&#x6A;",
        "&lt;",
        "```",
        "`",
        "*",
        "**",
        "_",
        "~~~",
        "> ",
        "- ",
        "1. ",
        "# ",
    ),
    *(
        "---\n",
        "\n\n",
        "  \n",
        "\\",
        "| a | b |\n|---|---|\n",
        "[a]: x\n",
        '"',
        "'",
        "mailto:",
        "data:",
        "\u200f",
        "\u2067",
        "سلام",
    ),
)


class _Read(HTMLParser):
    """What a browser would make of HTML: its text, its elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(str(html))  # Markup would escape what is added to it
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text += data


def _resolve(key: str, _short: bool) -> Name | None:  # noqa: FBT001 - the signature of what knows names
    return KNOWN if key == "first-talks" else None


def assert_harmless(html: str, allowed: frozenset[str]) -> str:
    """The text of HTML that holds only elements, attributes and links which can do nothing."""
    read = _Read(html)
    for tag, attributes in read.elements:
        assert tag in allowed
        assert attributes.keys() <= ATTRIBUTES
        assert is_safe_link(str(attributes.get("href") or "x"))
        assert str(attributes.get("style") or "").startswith("text-align:") or "style" not in attributes
    return read.text


def is_rendered_harmless(data: bytes) -> None:
    """A text becomes harmless HTML, and none of its letters is lost."""
    text = text_of(data)
    if max(map(_depth, text.splitlines()), default=0) > DEEPEST_NESTING or _open_brackets(text) > MOST_OPEN_BRACKETS:
        return  # it is refused before it is rendered
    block = assert_harmless(markdown.render(text, _resolve), BLOCKS | INLINE)
    inline = assert_harmless(markdown.render_inline(text, _resolve), INLINE)
    plain = markdown.plain(text, _resolve)
    if not _NOT_PLAIN & set(text):
        letters = _letters(text)
        assert [letters] * 3 == list(map(_letters, (block, inline, plain)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def names_are_found(data: bytes) -> None:
    """What the checks take for a record's name becomes one on the page, unless it stands in code or is escaped."""
    text = text_of(data)
    asked: list[str] = []

    def resolve(key: str, short: bool) -> None:  # noqa: FBT001
        del short
        asked.append(key)

    markdown.render_inline(text, resolve)
    assert set(asked) <= {match[1] for match in MENTION.finditer(text)}
    if not set("`\\<") & set(text) and "](" not in text:
        assert asked == [match[1] for match in MENTION.finditer(text)]


def rich_text_is_harmless(data: bytes) -> None:
    """HTML of other programs becomes Markdown, and that harmless HTML."""
    html = text_of(data)
    words_of(html)
    text = markdown_of(html)
    if max(map(_depth, text.splitlines()), default=0) <= DEEPEST_NESTING and _open_brackets(text) <= MOST_OPEN_BRACKETS:
        assert_harmless(html_of(text), BLOCKS | INLINE)


def gives_an_id(data: bytes) -> None:
    """Any title in any script gives an id that names a file on every system, and no id twice."""
    title = text_of(data)
    first = suggested_id({"en": title}, "2021-02-11", ())
    assert is_id(first)
    second = suggested_id({"en": title}, "2021-02-11", (first,))
    assert is_id(second)
    assert first != second


def _prose() -> Iterator[bytes]:
    for path in sorted(TIMELINES.glob("*/content/pages/*.md")):
        for paragraph in path.read_text("utf-8").split("\n\n"):
            yield paragraph.encode()
    yield b'*They* met [[first-talks]] and `code` [a report](https://example.org/a_b "x").\n\n> - 1. quoted\n'
    yield "| قال | نفى |\n|---|:-:|\n| [[first-talks:short]] | **لا** |\n".encode()


def _pages() -> Iterator[bytes]:
    yield b"<p>They <b>met</b> <a href='https://example.org/'>here</a>.<br>Then <i>left</i>.</p><ul><li>One<li>Two</ul>"
    yield b"<blockquote><pre>a [b] *c*</pre></blockquote><table><tr><td>x"
    yield b"<img src=x onerror=alert(1)><script>alert(1)</script>"
    yield b"plain &amp; [words](javascript:alert(1)) &lt;b&gt;"


HTML_WORDS = (
    "<p>",
    "</p>",
    "<a href='",
    "'>",
    "</a>",
    "<br>",
    "<li>",
    "<script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&lt;",
    "&#1;",
    "javascript:",
    "*",
    "[",
    "](",
    "`",
    "<pre>",
    "<table>",
    "<td>",
    "\\",
)
TEXTS = (
    Target("markdown", is_rendered_harmless, _prose, MARKDOWN_WORDS),
    Target("names", names_are_found, _prose, MARKDOWN_WORDS),
    Target("html", rich_text_is_harmless, _pages, HTML_WORDS),
    Target(
        "id",
        gives_an_id,
        lambda: ("محادثات البوابة".encode(), b"First talks", b"con", "İstanbul ß ﬁ".encode()),
        ("con", "nul", "-", ".", "ء", "ﬁ", "İ", "\u0301"),
    ),
)
