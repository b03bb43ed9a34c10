"""Pages that hold nothing but an overview strip, of synthetic timelines of any size and length."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tests.content.making import event, library_of
from tests.site.building import REPOSITORY
from waqai.build.compiled import Kept
from waqai.build.templates import Templates
from waqai.build.theme import Theme
from waqai.content import Library
from waqai.languages import Language
from waqai.site.contexts import Strip
from waqai.site.strip import record_strip, strip
from waqai.site.views import Views

THEME = Theme(REPOSITORY / "theme")
PAGE = """{% from "components/icons.html" import sprite %}{% from "components/strip.html" import strip, strip_section %}
<!doctype html><html lang="{{ lang }}" dir="{{ dir }}"><head><meta charset="utf-8"><title>Synthetic test data</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="../{{ stylesheet }}"><script defer src="../{{ script }}"></script></head>
<body>{{ sprite() }}<div class="page"><main><h1>Synthetic test data</h1><p><a href="#end">before</a></p>
{{ strip_section(view) if view.planes|length > 1 or view.planes[0].lanes|length > 1 else strip(view) }}
<p id="end"><a href="#">after</a></p></main></div></body></html>
"""
START = date(2021, 1, 4)
TOPICS = {f"topic-{n}": {"name": f"Synthetic topic {n}"} for n in range(5)}
DATES = ("{day}",) * 6 + (
    "{day}~",
    "{day}?",
    "[..{day}]",
    "[{day}..]",
    "{month}",
    "{day}/{later}",
    "{day}/..",
    "{day}/",
)
"""How the dates of synthetic events are known, over and over."""


def synthetic(events: int, days: int, *, topics: int = 5, start: date = START) -> Library:
    """A library of as many events, in bursts over as many days, each on one topic or on two."""
    names = list(TOPICS)[:topics]
    made = {f"event-{n:05}": _event(n, start + timedelta(_day(n, events, days)), names) for n in range(events)}
    return library_of(topics={name: TOPICS[name] for name in names}, events=made)


def _day(n: int, events: int, days: int) -> int:
    """Every third event on its even share of the time, the others at a quarter of it: news comes in bursts."""
    share = n / max(events - 1, 1)
    return round(days * (share if n % 3 == 0 or n == events - 1 else 0.25 + share / 20))


def _event(n: int, day: date, topics: list[str]) -> dict[str, object]:
    later = (day + timedelta(12)).isoformat()
    when = DATES[n % len(DATES)].format(day=day.isoformat(), month=day.isoformat()[:7], later=later)
    about = [topics[n % len(topics)], *([topics[(n + 2) % len(topics)]] if n % 4 == 0 else [])] if topics else []
    return event(when, about=list(dict.fromkeys(about)), title=f"Synthetic event {n}", who={"party": ["minister"]})


def views_of(library: Library, tag: str) -> Views:
    """The views of a library in a language."""
    return Views(library, Language.of(tag, catalogues=(THEME.locales,)), tag)


def overview(library: Library, tag: str = "en") -> Strip:
    """The strip of a whole timeline."""
    found = strip(views_of(library, tag))
    assert found
    return found


def of_actor(library: Library, tag: str = "en") -> Strip:
    """The strip of the actor who has a part in all synthetic events."""
    views = views_of(library, tag)
    found = record_strip(views, library.events)
    assert found
    return found


def write(folder: Path, name: str, view: Strip, tag: str = "en") -> str:
    """Write a page that holds a strip; its path below the folder."""
    language = Language.of(tag, catalogues=(THEME.locales,))
    for path, content in THEME.assets.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    template = Templates((THEME.templates,), language, Kept())._environment.from_string(PAGE)
    files = {"stylesheet": THEME.files.stylesheet, "script": THEME.files.script}
    page = template.render(view=view, lang=tag, dir=language.direction, **files)
    path = f"{tag}/{name}.html"
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text(page.strip(), "utf-8")
    return path
