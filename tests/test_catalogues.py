"""Every message is translated, in full and with the same placeholders, wherever there is a catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.messages import (
    HEADINGS,
    PACKAGE,
    TEMPLATE_CATALOGUE,
    WORD_LISTS,
    Message,
    command_messages,
    site_messages,
    template_catalogue,
)
from waqai.cli.wording import spoken_languages
from waqai.config import Config
from waqai.exchange.data_schema import said_of_data
from waqai.model import RECORD_KINDS, vocabulary
from waqai.model.descriptions import ENGLISH, all_descriptions, described_languages, translator

COMMANDS = sorted((PACKAGE / "locales").glob("*.po"))
SITE = sorted(TEMPLATE_CATALOGUE.parent.glob("*.po"))
TIMELINES = sorted((Path(__file__).parent / "timelines").glob("*/locales/*.po"))
READERS = [path for path in (*SITE, *TIMELINES) if "broken" not in path.parts]
_PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)s")
_ARABIC = re.compile("[\u0621-\u064a]")
_WORDS = re.compile(r"[A-Za-z]{2}")
_NOTATION = re.compile(r"^“[a-z]+: [a-z]+”$|UTC|^[a-z]+: |/")
"""What a contributor types is the same in every language."""


def _named(path: Path) -> str:
    return path.relative_to(path.parents[2]).as_posix()


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


def _strings(catalogue: Catalog) -> dict[Message, tuple[str, ...]]:
    """What is translated, by message."""
    strings: dict[Message, tuple[str, ...]] = {}
    for message in catalogue:
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
        if message.id and all(forms) and not message.fuzzy:
            ids = message.id if isinstance(message.id, str) else (message.id[0], message.id[1])
            strings[message.context or "", ids] = forms
    return strings


@pytest.mark.parametrize("path", COMMANDS, ids=_named)
def test_the_commands_speak_every_language_in_full(path: Path) -> None:
    """No message of the commands is missing from a catalogue."""
    assert [] == _without(command_messages(), _strings(_read(path)))


@pytest.mark.parametrize("path", READERS, ids=_named)
def test_the_site_speaks_every_language_in_full(path: Path) -> None:
    """No message for readers is missing from a catalogue."""
    assert [] == _without(site_messages(), _strings(_read(path)))


@pytest.mark.parametrize("path", COMMANDS, ids=_named)
def test_the_commands_catalogues_hold_nothing_else(path: Path) -> None:
    """What the commands no longer say is not translated."""
    assert [] == _without(_strings(_read(path)), command_messages())


@pytest.mark.parametrize("path", READERS, ids=_named)
def test_the_sites_catalogues_hold_nothing_else(path: Path) -> None:
    """What readers no longer see is not translated."""
    assert [] == _without(_strings(_read(path)), site_messages())


def _without(messages: Iterable[Message], others: Iterable[Message]) -> list[Message]:
    known = set(others)
    return [message for message in messages if message not in known]


def test_fields_are_described_in_every_language_of_the_commands() -> None:
    """Whoever reads messages in Arabic reads the fields in Arabic too."""
    assert spoken_languages() == described_languages()


@pytest.mark.parametrize("tag", described_languages())
def test_every_field_is_described(tag: str) -> None:
    """In each of these languages; English is the original."""
    translate = translator(tag)
    texts = (*all_descriptions([*RECORD_KINDS.values(), Config]), *said_of_data())
    assert [] == [text for text in texts if tag != ENGLISH and translate(text) == text]


@pytest.mark.parametrize("path", [*COMMANDS, *READERS], ids=_named)
def test_no_translation_is_fuzzy(path: Path) -> None:
    """A guess of a tool is no translation."""
    assert [] == [message.id for message in _read(path) if message.fuzzy and message.id]


@pytest.mark.parametrize("path", [*COMMANDS, *READERS], ids=_named)
def test_placeholders_are_those_of_the_original(path: Path) -> None:
    """What stands in braces is neither lost nor invented; only counts may go without their number."""
    assert [] == [
        (message, form)
        for message, forms in _strings(_read(path)).items()
        for form in forms
        if not _has_placeholders_of(message, form)
    ]


def _has_placeholders_of(message: Message, form: str) -> bool:
    _, ids = message
    if isinstance(ids, str):
        return set(_PLACEHOLDER.findall(ids)) == set(_PLACEHOLDER.findall(form))
    return set(_PLACEHOLDER.findall(form)) <= {*_PLACEHOLDER.findall(ids[0]), *_PLACEHOLDER.findall(ids[1])}


@pytest.mark.parametrize("path", [path for path in [*COMMANDS, *READERS] if path.stem.startswith("ar")], ids=_named)
def test_arabic_is_written_in_arabic_letters(path: Path) -> None:
    """Where the original has words, so has the translation."""
    assert [] == [
        (message, form)
        for message, forms in _strings(_read(path)).items()
        for form in forms
        if _has_words(message) and not _ARABIC.search(form)
    ]


def _has_words(message: Message) -> bool:
    """Whether there is anything to translate beside placeholders, dates and the notation itself."""
    _, ids = message
    plain = _PLACEHOLDER.sub("", ids if isinstance(ids, str) else ids[0])
    return bool(_WORDS.search(plain)) and not _NOTATION.search(plain)


def test_the_template_catalogue_is_up_to_date() -> None:
    """`python -m tests.messages` would change nothing."""
    assert template_catalogue(site_messages()).decode() == TEMPLATE_CATALOGUE.read_text("utf-8")


def test_every_list_of_words_is_gathered() -> None:
    """The labels of a new list of the vocabulary come into the catalogues."""
    lists = {name for name, value in vars(vocabulary).items() if name[0] != "_" and isinstance(value, Mapping)}
    gathered = (*WORD_LISTS.values(), *HEADINGS.values(), vocabulary.RELATIONS)
    assert lists == {name for name in lists if any(getattr(vocabulary, name) is words for words in gathered)}
