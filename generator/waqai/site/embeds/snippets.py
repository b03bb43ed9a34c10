"""What webmasters paste into their pages: an element, a frame, or a link with a picture.

Each is a pattern with names in braces, so that the builder's script fills in the same words. None has a style
attribute, which strict pages refuse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import escape

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
"""Enough to tell the height and to open a link in a tab of its own; no storage, and no way to lead the page away."""
ELEMENT = """<script src="{element}" integrity="{integrity}" crossorigin="anonymous" defer></script>
<waqai-timeline src="{src}" languages="{languages}"{options} height="{height}">\
<a href="{href}" lang="{lang}" dir="{dir}">{title}</a></waqai-timeline>"""
FRAME = """<iframe src="{src}" title="{title}" width="{width}" height="{height}" loading="lazy" \
sandbox="{sandbox}" referrerpolicy="no-referrer" frameborder="0"></iframe>
<p><a href="{href}" lang="{lang}" dir="{dir}">{title}</a></p>"""
PICTURE = """<a href="{href}"><img src="{image}" alt="{title}" width="600"></a>
<p><a href="{href}" lang="{lang}" dir="{dir}">{title}</a></p>"""
LINK = """<p><a href="{href}" lang="{lang}" dir="{dir}">{title}</a></p>"""
"""Where there is no picture."""
HEIGHTS: Mapping[str, int] = {"latest": 620, "state": 900, "strip": 1150, "strip-even": 1150, "events": 420}
"""CSS pixels at about 500 in width, until the frame says how high it is; and for hosts that do not listen."""
USUAL_HEIGHT = 600


@dataclass(frozen=True, slots=True)
class Filling:
    """What the patterns are filled with; addresses are absolute."""

    src: str
    href: str
    title: str
    lang: str
    dir: str
    height: int
    width: str = "100%"
    image: str = ""
    """Empty where there is none."""
    languages: str = ""
    """The tags of all languages, with spaces between them."""
    element: str = ""
    integrity: str = ""
    options: str = ""
    """Further attributes of the element; none for a start."""
    sandbox: str = SANDBOX


def filled(pattern: str, filling: Filling) -> str:
    """A snippet; what is filled in is escaped as text of HTML."""
    values = {name: getattr(filling, name) for name in filling.__slots__}
    return pattern.format(**{name: str(escape(value)) for name, value in values.items()})


def with_fixed(pattern: str, values: Mapping[str, str]) -> str:
    """A pattern in which only some names are filled in."""
    for name, value in values.items():
        pattern = pattern.replace(f"{{{name}}}", str(escape(value)))
    return pattern


def height_of(view: str) -> int:
    """How high the frame of a view is at first."""
    return HEIGHTS.get(view.partition("/")[0], USUAL_HEIGHT)
