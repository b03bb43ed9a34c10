"""oEmbed 1.0: what a link to a page becomes in systems that ask for it (https://oembed.com).

Static files: every page names its own, so that no server has to answer questions.
"""

from __future__ import annotations

import json

from waqai.site.contexts import CardImage, EmbedShell
from waqai.site.embeds.snippets import FRAME, Filling, filled, height_of

WIDTH = 600
"""CSS pixels; the standard wants a number."""
CACHE_AGE = 86400
"""Seconds: a day."""


def oembed(shell: EmbedShell, view: str, src: str, provider: str) -> bytes:
    """The answer for the page that an embed is taken from.

    `src` is the absolute address of the embed, `provider` that of the site.
    """
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": shell.title,
        "provider_name": shell.site_title.text,
        "provider_url": provider,
        "cache_age": CACHE_AGE,
        "html": filled(FRAME, _filling(shell, view, src)),
        "width": WIDTH,
        "height": height_of(view),
        **_thumbnail(shell.card),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1).encode() + b"\n"


def _filling(shell: EmbedShell, view: str, src: str) -> Filling:
    height, width = height_of(view), str(WIDTH)
    return Filling(src, shell.canonical, shell.title, shell.lang, shell.dir, height=height, width=width)


def _thumbnail(card: CardImage | None) -> dict[str, object]:
    if card is None:
        return {}
    return {"thumbnail_url": card.address, "thumbnail_width": card.width, "thumbnail_height": card.height}
