"""Markdown to HTML, as far as contributors may go: no raw HTML, safe links only, and `[[id]]` for a record's name.

CommonMark by markdown-it-py with tables. What `[[id]]` becomes is asked of the caller, so that this module knows no
records; an id that the caller does not know stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from waqai.links import is_safe_link


@dataclass(frozen=True, slots=True)
class Name:
    """What stands for `[[id]]` in a page."""

    text: str
    lang: str
    """BCP 47 tag; empty where it is the language of the text around it."""
    dir: str
    href: str
    """Relative to the page; empty for a name that is not linked."""
    other: OtherName | None = None


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another's name for the same, which readers may switch to; in the language of the text around it."""

    text: str
    whose: str
    """In a few words of the text's language: “[Valley Post’s name]”."""


Resolve = Callable[[str, bool], Name | None]
"""(id, whether the short name is wanted) -> the name, or None if there is no such record."""

_MENTION = re.compile(r"\[\[([^\]\[|:]+)(?::(short))?\]\]")
_NOTATION = re.compile(r"""[\n\\`*_\[\]!<>&"]""")
"""What may mean something to Markdown or to HTML; most claims have none of it and need no parser."""


def render(text: str, resolve: Resolve) -> Markup:
    """Block HTML."""
    return Markup(_parser().render(text, {"resolve": resolve}))  # noqa: S704 - the renderer escapes all text


def render_inline(text: str, resolve: Resolve) -> Markup:
    """Inline HTML: emphasis, code, links and names, but no paragraphs."""
    if not _NOTATION.search(text):
        return Markup(text)  # noqa: S704 - it holds nothing to escape
    parser = _parser()
    html = parser.renderer.render(_inline(text), parser.options, {"resolve": resolve})
    return Markup(html)  # noqa: S704 - the renderer escapes all text


def plain(text: str, resolve: Resolve) -> str:
    """The text without its notation, for places that take no markup: titles, feeds, descriptions."""
    if not _NOTATION.search(text):
        return text
    return "".join(_plain_parts(_inline(" ".join(text.split())), resolve))


@lru_cache(maxsize=1024)
def _inline(text: str) -> list[Token]:
    """A text as it was read; what its names stand for is asked only when it is written."""
    return _parser().parseInline(text, {})


def _plain_parts(tokens: Sequence[Token], resolve: Resolve) -> list[str]:
    parts: list[str] = []
    for token in tokens:
        if token.type == "mention":
            name = resolve(token.meta["id"], token.meta["short"])
            parts.append(name.text if name else token.content)
        elif token.children:
            parts += _plain_parts(token.children, resolve)
        else:
            parts.append(" " if token.type in {"softbreak", "hardbreak"} else token.content)
    return parts


@cache
def _parser() -> MarkdownIt:
    # Deeper nesting than this would be dropped without a word; the checks refuse it long before.
    options = {"html": False, "typographer": False, "maxNesting": 200}
    parser = MarkdownIt("commonmark", options).enable("table").disable("image")
    parser.validateLink = is_safe_link  # type: ignore[method-assign]
    parser.inline.ruler.before("link", "mention", _parse_mention)
    parser.add_render_rule("mention", _render_mention)
    parser.add_render_rule("link_open", _render_link_open)
    return parser


def _parse_mention(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own signature
    match = _MENTION.match(state.src, state.pos) if state.src.startswith("[[", state.pos) else None
    if match is None:
        return False
    if not silent:
        token = state.push("mention", "", 0)
        token.content = match[0]
        token.meta = {"id": match[1], "short": bool(match[2]), "in_link": state.linkLevel > 0}
    state.pos = match.end()
    return True


def _render_mention(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    token = tokens[index]
    name = env["resolve"](token.meta["id"], token.meta["short"])
    if name is None:
        return str(escape(token.content))
    language = Markup(' lang="{}" dir="{}"').format(name.lang, name.dir) if name.lang else ""
    href = "" if token.meta["in_link"] else name.href
    ours = _linked(Markup("<bdi{}>{}</bdi>").format(language, name.text), href)
    return str(ours if name.other is None else _switchable(ours, name.other, href))


def _linked(words: Markup, href: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, words) if href else words


def _switchable(ours: Markup, other: OtherName, href: str) -> Markup:
    """Both names. Without a stylesheet, and until the reader asks for the other one, only ours is there."""
    theirs = _linked(Markup("<bdi>{}</bdi>").format(other.text), href)
    both = Markup('<span class="ours">{}</span><span class="theirs" hidden>{} <span class="meta">{}</span></span>')
    return both.format(ours, theirs, other.whose)


def _render_link_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    if str(token.attrs.get("href", "")).startswith(("http://", "https://")):
        token.attrSet("rel", "external noopener")
    if token.info == "auto":
        token.attrSet("dir", "ltr")  # an address that is its own text runs left to right in any language
    return str(renderer.renderToken(tokens, index, options, env))
