"""What hosts and robots read: `robots.txt`, and `_headers` for hosts that take it (Netlify, Cloudflare Pages)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from waqai.config import Config
from waqai.site import urls

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'"
"""The content security policy; every page also says it itself."""
FOR_EVERYTHING: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
FOR_FONTS: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",  # a page inside a sandboxed frame has no origin, and would be refused
    "Cache-Control": "public, max-age=2592000",
}
FOR_EVER: Mapping[str, str] = {"Cache-Control": "public, max-age=31536000, immutable"}
FOR_ELEMENTS: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",  # a script of another origin is checked against its digest only with this
    **FOR_EVER,
}
ASKED_ANEW: Mapping[str, str] = {"Cache-Control": "no-cache"}
JSON_FEED: Mapping[str, str] = {"Content-Type": "application/feed+json; charset=utf-8"}


def robots(base: str) -> bytes:
    """Everything may be read; the list of all pages is there. `base` is the site's address."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {urls.absolute(base, urls.SITEMAP)}\n".encode()


def headers(config: Config, digested: Iterable[str]) -> bytes:
    """Headers by path. `digested` are the files whose name changes with their content."""
    rules = {"/*": FOR_EVERYTHING, f"/{urls.THEME}/fonts/*": FOR_FONTS, f"/{urls.element('*')}": FOR_ELEMENTS}
    rules |= {f"/{path}": FOR_EVER for path in digested}
    rules |= {f"/{urls.feed(language, 'json')}": JSON_FEED for language in config.languages}
    rules |= {f"/{urls.WORKER}": ASKED_ANEW} if config.offline else {}
    return "".join(_block(path, rule) for path, rule in rules.items()).encode()


def _block(path: str, rule: Mapping[str, str]) -> str:
    return "\n".join([path, *(f"  {name}: {value}" for name, value in rule.items())]) + "\n"
