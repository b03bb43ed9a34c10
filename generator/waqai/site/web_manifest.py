"""The web app manifest (W3C) of one language: how a device shows the site among its programs."""

from __future__ import annotations

import json

from waqai.site import urls
from waqai.site.views import Views

ICONS = {
    "icon-192.png": ("192x192", "any"),
    "icon-512.png": ("512x512", "any"),
    "icon-maskable-512.png": ("512x512", "maskable"),
}
"""Files of the theme with their size and purpose."""


def web_manifest(views: Views, paper: str) -> bytes:
    """The manifest; `views` are those of the language's folder, and `paper` is the colour of the page."""
    config, language = views.library.config, views.language
    content = {
        "name": views.plain(config.title).text,
        "description": views.rich(config.summary).text if config.summary else "",
        "lang": language.tag,
        "dir": language.direction,
        "id": f"{config.id}-{language.tag}",
        "start_url": views.href(urls.page(language.tag, "index")),
        "scope": views.href(urls.ROOT) + "/",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {"src": views.href(urls.icon(file)), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for file, (sizes, purpose) in ICONS.items()
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
