"""Checks of the `[[id]]` in texts and Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waqai.content.checks.links import UNKNOWN_RECORD, kinds_in_words, place
from waqai.content.library import Library
from waqai.content.reader import ProsePage, Reading
from waqai.content.references import ANY, MENTION, texts_of
from waqai.model import Event, Record
from waqai.problems import N_, Fault, Nearest, Problem

BROKEN_MENTION = Fault(
    "broken-mention",
    N_("“{text}”"),
    N_("two brackets on each side: [[id]]"),
    N_("Add the bracket that is missing."),
)
DRAFT_NAMED = Fault(
    "draft-named",
    N_("“{id}”, which is a draft"),
    N_("a record that readers can see"),
    N_("Publish the draft, or do not name it in a text yet."),
)

_BROKEN_MENTION = re.compile(r"\[\[[a-z0-9:-]+\](?!\])|(?<!\[)\[[a-z0-9:-]+\]\]")


def mentions_are_whole(reading: Reading, _: Library) -> Iterator[Problem]:
    """No bracket of a mention is missing: it would be printed as it was typed."""
    for held in reading.records.values():
        for path, text in texts_of(held.record):
            for broken in _BROKEN_MENTION.finditer(text):
                yield place(held, path, BROKEN_MENTION, text=broken[0])


def no_text_names_a_draft(reading: Reading, library: Library) -> Iterator[Problem]:
    """A name that cannot be shown would be printed as it was typed."""
    for held in reading.records.values():
        if _is_draft(held.record, library):
            continue
        for path, text in texts_of(held.record):
            for found in MENTION.finditer(text):
                target = reading.records.get(found[1])
                if target and _is_draft(target.record, library):
                    yield place(held, path, DRAFT_NAMED, id=found[1])


def pages_name_records(reading: Reading, library: Library) -> Iterator[Problem]:
    """What a Markdown page names exists, and readers can see it."""
    for page in reading.pages:
        for number, line in enumerate(page.body.splitlines(), start=page.line):
            for found in MENTION.finditer(line):
                yield from _of_page(page, (number, found.start() + 1), found[1], reading, library)


def _of_page(page: ProsePage, at: tuple[int, int], key: str, reading: Reading, library: Library) -> Iterator[Problem]:
    held = reading.records.get(key)
    if key not in reading.kinds:
        meant = Nearest(key, library.records)
        yield UNKNOWN_RECORD.at(page.file, *at, suggestion=meant, id=key, kinds=kinds_in_words(ANY))
    elif held and _is_draft(held.record, library):
        yield DRAFT_NAMED.at(page.file, *at, id=key)


def _is_draft(record: Record, library: Library) -> bool:
    """Whether readers will not see a record that exists."""
    return isinstance(record, Event) and record.draft and record.id not in library.records
