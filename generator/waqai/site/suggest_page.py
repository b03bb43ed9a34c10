"""The page on which readers suggest an event: a form that writes the file, and how to write it by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from itertools import islice
from typing import Any

from waqai.authoring.annotated import NewFile, annotated, schema_line
from waqai.authoring.answers import needed_keys
from waqai.content import Library
from waqai.content.references import references_of
from waqai.languages import Language
from waqai.languages.foreign import direction_of_language, language_name
from waqai.model import Actor, Event, Place, Record, Source, Topic, vocabulary
from waqai.model.descriptions import CATALOGUES, ENGLISH
from waqai.schemas import described_in, schema
from waqai.site import urls
from waqai.site.contexts import Choice, FileLine, KnownName, KnownNames, SuggestPage, TextLanguage
from waqai.site.contributing import mail_href, message_href, new_file_form
from waqai.site.structured import json_in_page
from waqai.site.views import Views

MOST = 300
"""Names to choose from, of one kind. Others can be written by their id."""
LATEST = 300
"""Events whose names are offered first."""
LONGEST_ADDRESS = 8000
"""In characters: hosts refuse longer ones."""
LONGEST_MAIL = 2000
"""In characters: mail programs cut longer addresses."""
COMMANDS = CATALOGUES.parent
"""The catalogues of what commands say."""
_SAID = re.compile(r"(?P<code>.*\S {2,}# |# {3,}(?![-\w…]+:|- )|# (?! |[\w-]+:))(?P<comment>(?![a-zA-Z0-9| -]*\Z).*)")
"""A line with a comment for people: behind two spaces, or where a `#` hides no key. Lists of words are code."""
_SPOKEN = re.compile(r"(?P<comment>.*[^\x00-\x7f][.:!]?)(?P<words> [\x20-\x7e]+)?")
"""A comment in another script than Latin, and the words to choose from behind it, which are code."""
FOLDER = urls.FOLDERS["event"]


def suggest_page(views: Views) -> SuggestPage:
    """The page of one language."""
    config, _ = views.library.config, views.language.pgettext
    form, types = new_file_form(config, FOLDER), (*vocabulary.EVENT_TYPES, *config.event_types)
    subject = _("suggestion", "An event for the timeline")
    questions = _("suggestion", "When?\nWhat?\nWho says so, and through whom?\nThe addresses of the reports:\n")
    href = message_href(config, subject, questions)
    return SuggestPage(
        languages=tuple(_languages(views)),
        types=tuple(Choice(key, views.labels.event_type(key)) for key in types),
        roles=tuple(Choice(key, views.labels.role(key)) for key in vocabulary.ROLES),
        known=tuple(_known(views)),
        data=json_in_page(_data(views, subject)),
        example=tuple(_example(views)),
        schema_href=views.href(urls.schema("event", described_in(views.language.tag))),
        message_href=href,
        is_mail=href.startswith("mailto:"),
        new_file_href=form.address if form else "",
    )


def _languages(views: Views) -> Iterator[TextLanguage]:
    for tag in views.library.config.languages:
        required = tag == views.library.config.default_language
        yield TextLanguage(tag, direction_of_language(tag), language_name(tag, views.language), required)


def _data(views: Views, subject: str) -> dict[str, Any]:
    config, form = views.library.config, new_file_form(views.library.config, FOLDER)
    tag = described_in(views.language.tag)
    mail = mail_href(subject, "", config.corrections.email) if config.corrections else ""
    return {
        "schema": schema("event", tag, config),
        "modeline": schema_line(urls.absolute(config.url, urls.schema("event", tag))).removeprefix("# "),
        "language": config.default_language,
        "host": asdict(form) | {"longest": LONGEST_ADDRESS} if form else None,
        "mail": {"address": mail, "longest": LONGEST_MAIL} if mail else None,
        "messages": _messages(views),
    }


def _example(views: Views) -> Iterator[FileLine]:
    """The file that `waqai new event` writes, with what is said in it apart from what is to be written."""
    config, tag = views.library.config, described_in(views.language.tag)
    say = str if tag == ENGLISH else Language.of(tag, catalogues=(COMMANDS,)).gettext
    address = urls.absolute(config.url, urls.schema("event", tag))
    file = NewFile(Event, Event.kind_name, {}, needed_keys(Event, {}), config)
    for line in annotated(file, address, tag, say).splitlines():
        said = _SAID.fullmatch(line)
        spoken = _SPOKEN.fullmatch(said["comment"]) if said else None
        if said and (tag == ENGLISH or spoken):
            comment, words = (spoken["comment"], spoken["words"] or "") if spoken else (said["comment"], "")
            yield FileLine(said["code"], views.words(comment, tag), words)
        else:
            yield FileLine(line, None, "")


def _messages(views: Views) -> dict[str, str]:
    """What the script says."""
    _ = views.language.pgettext
    return {
        "missing": _("suggestion", "This is needed."),
        "date": _("suggestion", "This is no date of these forms."),
        "address": _("suggestion", "Write the full address, from https:// on."),
        "unknown": _(
            "suggestion", "Choose a name from the list, or write an id: small Latin letters, digits and hyphens."
        ),
        "wrong": _("suggestion", "This cannot stand here."),
        "source": _("suggestion", "Say who reported it: a report, or a claim with its chain."),
        "complete": _("suggestion", "The file is complete and valid."),
        "incomplete": _("suggestion", "Still missing or wrong: {count}"),
        "copied": _("suggestion", "Copied."),
        "marked": _("suggestion", "The file is marked: copy it with your keyboard or menu."),
        "long": _("suggestion", "The file is too long to be handed over: copy it first, and paste it there."),
        "paste": _("suggestion", "This host takes no text from here: copy the file first, and paste it there."),
        "handed": _("suggestion", "The file is handed over; you look at it there before anything is sent."),
    }


def _known(views: Views) -> Iterator[KnownNames]:
    """The names to choose from, by kind: those that the latest events use come first."""
    latest = islice(reversed(views.library.events), LATEST)
    used = dict.fromkeys(reference.id for event in latest for reference in references_of(event))
    for kind, records in _records(views.library):
        keys = dict.fromkeys([*(key for key in used if views.library.has(key, kind)), *(each.id for each in records)])
        names = [KnownName(key, views.name(views.library.records[key])) for key in islice(keys, MOST)]
        yield KnownNames(urls.FOLDERS[kind.kind_name], tuple(_distinct(names)))


def _records(library: Library) -> tuple[tuple[type[Record], Iterable[Record]], ...]:
    latest = reversed(library.sources)
    return (Actor, library.actors), (Place, library.places), (Topic, library.topics), (Source, latest)


def _distinct(names: list[KnownName]) -> Iterator[KnownName]:
    """Names of which no two are the same: those that would be have their ids beside them."""
    counted = Counter(known.name.text for known in names)
    for known in names:
        text = known.name.text
        yield known if counted[text] == 1 else replace(known, name=replace(known.name, text=f"{text} ({known.id})"))
