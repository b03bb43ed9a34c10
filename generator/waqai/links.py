"""Which addresses may stand in a text."""

from __future__ import annotations

import re

_SAFE = re.compile(r"(?:https?://[^/\s]|mailto:[^/\s]|#|(?![a-z][a-z0-9+.-]*:)(?!//)(?!/)[^\\\s])", re.IGNORECASE)


def is_safe_link(url: str) -> bool:
    """Whether a link may stand in a text: http, https, mailto, or an address relative to the page."""
    return bool(_SAFE.match(url))
