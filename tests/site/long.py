"""The lists of a synthetic timeline of 2,000 events: what grows with its length. All in English, one in Arabic."""

from __future__ import annotations

import re
from pathlib import Path

from bench.timeline import write
from waqai.build import plan
from waqai.build.render import Renderer
from waqai.content import Timeline, load

EVENTS = 2000
LISTS = re.compile(
    r"ar/(?:index\.html|chronicle/entries\.js)|en/(?:index\.html|chronicle/.*|by/.*|[a-z]+/index(?:/\d+)?\.html)"
)


def write_lists(folder: Path) -> Path:
    """Write the timeline and the lists of its site into a new folder; gives back the site's folder."""
    timeline, site = folder / "timeline", folder / "site"
    write(timeline, EVENTS)
    loaded = load(timeline)
    assert isinstance(loaded, Timeline)
    made = plan(loaded)
    for path, content in made.theme.assets.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    renderer = Renderer(made.site, made.theme, made.overrides, site)
    for index, file in enumerate(renderer.files):
        if LISTS.fullmatch(file.path):
            renderer.write(index)
    return site
