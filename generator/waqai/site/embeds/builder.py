"""The page on which webmasters choose what to show, look at it and copy a snippet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import escape

from waqai.model import Record
from waqai.site import urls
from waqai.site.contexts import EmbedBuilder, Link, Phrase, Snippet, ViewChoice, ViewGroup
from waqai.site.embeds.snippets import ELEMENT, FRAME, LINK, PICTURE, Filling, filled, height_of, with_fixed
from waqai.site.shell import ThemeFiles
from waqai.site.views import Views

FIRST = "latest"
MOST_CHOICES = 40
"""Of a kind. The page of every other record leads here with its own view."""


def embed_builder_page(views: Views, theme: ThemeFiles, card: str) -> EmbedBuilder:
    """The builder. `card` is the path of the site's link card; empty if it has none."""
    return EmbedBuilder(
        snippets=tuple(_snippets(views, _filling(views, theme, card))),
        groups=tuple(group for group in _groups(views) if group.choices),
        view=FIRST,
        preview=views.href(urls.embed(views.language.tag, FIRST)),
        height=height_of(FIRST),
        root=f"{views.href(urls.ROOT)}/",
        site=urls.absolute(views.library.config.url, ""),
    )


def _snippets(views: Views, filling: Filling) -> Iterator[Snippet]:
    fixed = {name: getattr(filling, name) for name in ("element", "integrity", "languages", "sandbox")}
    title = Phrase(str(escape(filling.title)), filling.lang, filling.dir)
    for key, heading, note, pattern in _kinds(views, has_picture=bool(filling.image)):
        code = tuple(filled(part, filling) for part in pattern.split("{title}"))
        yield Snippet(key, heading, note, code, title, with_fixed(pattern, fixed))


def _kinds(views: Views, *, has_picture: bool) -> Iterator[tuple[str, str, str, str]]:
    """Key, heading, what it is good for, and pattern."""
    _ = views.language.pgettext
    note = _(
        "embed",
        "As high as what it shows, in the language of your page, and touching nothing else on it. "
        "Where scripts do not run, the link stands.",
    )
    yield "element", _("embed", "Element"), note, ELEMENT
    note = _("embed", "For pages into which you can paste no script. Choose the height yourself.")
    yield "frame", _("embed", "Frame"), note, FRAME
    heading = _("embed", "Picture and link") if has_picture else _("embed", "Link")
    note = _("embed", "For messages, newsletters, and systems that strip everything.")
    yield "picture", heading, note, PICTURE if has_picture else LINK


def _filling(views: Views, theme: ThemeFiles, card: str) -> Filling:
    """What the snippets of the first view are filled with."""
    config, language = views.library.config, views.language
    title = views.plain(config.title)
    return Filling(
        src=urls.absolute(config.url, urls.embed(language.tag, FIRST)),
        href=urls.absolute(config.url, urls.page(language.tag, "index")),
        title=title.text,
        lang=language.tag,
        dir=language.direction,
        languages=" ".join(config.languages),
        element=urls.absolute(config.url, theme.element),
        integrity=theme.element_integrity,
        image=urls.absolute(config.url, card) if card else "",
        height=height_of(FIRST),
    )


def _groups(views: Views) -> Iterator[ViewGroup]:
    library, _ = views.library, views.language.pgettext
    yield ViewGroup(_("embed", "The whole timeline"), tuple(_of_the_whole(views)), None)
    yield _group(views, "topics", _("navigation", "Topics"), library.topics)
    yield _group(views, "agreements", _("navigation", "Agreements"), library.agreements)
    yield _group(views, "actors", _("navigation", "Actors"), library.actors)
    yield _group(views, "places", _("navigation", "Places"), library.places)
    yield _group(views, "events", _("navigation", "Events"), library.events[::-1])


def _of_the_whole(views: Views) -> Iterator[ViewChoice]:
    language = views.language
    names = {
        "latest": language.gettext("Latest entries"),
        "state": language.gettext("Where things stand"),
        "strip": language.pgettext("embed", "The whole period, true to time"),
        "strip-even": language.pgettext("embed", "The whole period, evenly spaced"),
    }
    for view, name in names.items():
        yield ViewChoice(view, Link(views.href(urls.embed(language.tag, view)), views.words(name)))


def _group(views: Views, folder: str, heading: str, records: Sequence[Record]) -> ViewGroup:
    tag = views.language.tag
    link = Link(views.href(urls.listing(tag, folder)), views.words(views.language.pgettext("embed", "All of them")))
    return ViewGroup(
        heading,
        tuple(_choice(views, record) for record in records[:MOST_CHOICES]),
        link if len(records) > MOST_CHOICES else None,
    )


def _choice(views: Views, record: Record) -> ViewChoice:
    view = urls.record_view(record.kind_name, record.id)
    return ViewChoice(view, Link(views.href(urls.embed(views.language.tag, view)), views.name(record, short=True)))
