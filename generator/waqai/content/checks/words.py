"""Checks of the wording: translations, neutral language, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from waqai.content.checks.links import place
from waqai.content.library import Library
from waqai.content.reader import SETTINGS, Reading
from waqai.content.references import MENTION, own_texts, texts_of
from waqai.content.translation import digest_of, is_stale, translated_texts
from waqai.links import is_safe_link
from waqai.model import Event
from waqai.problems import N_, Fault, Problem

TRANSLATION_MISSING = Fault(
    "translation-missing",
    N_("no {language}"),
    N_("this text in every language of the site"),
    N_("Add “{language}: …” below “{shown}: …”. Until then readers see the text in {shown}, marked as such."),
    "warning",
)
PAGE_MISSING = Fault(
    "page-missing",
    N_("no page “{key}” in {language}"),
    N_("the page in every language of the site"),
    N_("Add content/pages/{key}.{language}.md. Until then readers see the page in {shown}, marked as such."),
    "warning",
)
TRANSLATION_STALE = Fault(
    "translation-stale",
    N_("a translation into {language} that was made from another wording (rev {found})"),
    N_("rev {expected}, the digest of today's wording in {original}"),
    N_("Review the translation, then set “rev: {expected}”."),
    "warning",
)
WATCH_WORD = Fault(
    "watch-word",
    N_("“{word}” in our own voice"),
    N_("the neutral name, written [[id]]"),
    N_("Use our name for it; keep the source's word under “as” or “quote”."),
    "warning",
)
QUOTATION_TOO_LONG = Fault(
    "quotation-too-long",
    N_("a quotation of {found} words"),
    N_("at most {expected} words"),
    N_("Shorten it to what is needed and tell the rest in our own words."),
    "warning",
)
QUOTATION_UNMARKED = Fault(
    "quotation-unmarked",
    N_("“{words}”, which are a source's words"),
    N_("our own words outside quotations"),
    N_("Say it in our own words, or move it under “quote”."),
    "warning",
)

UNSAFE_TEXT_LINK = Fault(
    "unsafe-text-link",
    N_("a link to “{url}”"),
    N_("an address that begins with https:// or mailto:, or the name of another page"),
    N_("Write the full address, or name a record as [[id]]."),
)
NESTED_TOO_DEEP = Fault(
    "nested-too-deep",
    N_("a text nested {found} levels deep"),
    N_("at most {expected} levels of lists and quotations"),
    N_("Say it in plainer form."),
)
OPEN_BRACKETS = Fault(
    "open-brackets",
    N_("a text with {found} square brackets open at once"),
    N_("at most {limit}"),
    N_("Close them, or put a backslash before each one that is no link."),
)
DEEPEST_NESTING = 8
MOST_OPEN_BRACKETS = 20
"""For each one that is open, the parser looks for its end: of ten thousand it would look for minutes."""
SHARED_WORDS = 5
"""So many words of a quotation in a row are no longer ours."""
_TEXT_LINK = re.compile(r"\]\(\s*<?([^)>\s]*)")
_MARKER = re.compile(r">|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])")
_LEAD = re.compile(r"(?:[ \t]|>|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))*")
_NO_BRACKETS = re.compile(r"\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<[^<>\s]*>", re.DOTALL)
"""Where a bracket is a character among others: behind a backslash, in code, in an address."""
_WORD = re.compile(r"[^\W_]+(?:[\u0640\u064b-\u065f’'-][^\W_]+)*")


def translations_are_complete(reading: Reading, library: Library) -> Iterator[Problem]:
    """Every text exists in every language of the site."""
    for held in reading.records.values():
        for path, texts in translated_texts(held.record):
            for language in library.config.languages:
                if language not in texts:
                    shown = library.config.default_language
                    yield place(held, path, TRANSLATION_MISSING, language=language, shown=shown)


def settings_are_translated(reading: Reading, library: Library) -> Iterator[Problem]:
    """The texts of timeline.yaml exist in every language of the site."""
    if reading.config_document is None:
        return
    for path, texts in library.config.texts():
        for language in library.config.languages:
            if language not in texts:
                line, column = reading.config_document.locate(path)
                shown = library.config.default_language
                yield TRANSLATION_MISSING.at(SETTINGS, line, column, path, language=language, shown=shown)


def pages_are_complete(reading: Reading, library: Library) -> Iterator[Problem]:
    """Every Markdown page exists in every language of the site."""
    for key in dict.fromkeys(page.id for page in reading.pages):
        found = {page.language: page for page in reading.pages if page.id == key}
        for language in library.config.languages:
            if language not in found:
                shown = next(iter(found.values()))
                yield PAGE_MISSING.at(shown.file, key=key, language=language, shown=shown.language)


def translations_are_fresh(reading: Reading, _: Library) -> Iterator[Problem]:
    """A translation was made from today's original."""
    for held in reading.records.values():
        for language, translation in held.record.tr.items():
            if is_stale(held.record, language):
                values: dict[str, Any] = {"language": language, "original": translation.of, "found": translation.rev}
                values["expected"] = digest_of(held.record, translation.of)
                yield place(held, ("tr", language, "rev"), TRANSLATION_STALE, **values)


def our_voice_is_neutral(reading: Reading, library: Library) -> Iterator[Problem]:
    """Words that the site watches stand only as a source's words."""
    for held in reading.records.values():
        for path, texts in own_texts(held.record):
            for language, text in texts.items():
                for word in _watched(MENTION.sub(" ", text), library.config.watch_words.get(language, ())):
                    yield place(held, (*path, language), WATCH_WORD, word=word)


def links_are_safe(reading: Reading, _: Library) -> Iterator[Problem]:
    """A link in a text leads to a page, and runs nothing."""
    for held in reading.records.values():
        for path, text in texts_of(held.record):
            for found in _TEXT_LINK.finditer(text):
                if not is_safe_link(found[1]):
                    yield place(held, path, UNSAFE_TEXT_LINK, url=found[1])
    for page in reading.pages:
        for number, line in enumerate(page.body.splitlines(), start=page.line):
            for found in _TEXT_LINK.finditer(line):
                if not is_safe_link(found[1]):
                    yield UNSAFE_TEXT_LINK.at(page.file, number, found.start() + 1, url=found[1])


def nesting_is_shallow(reading: Reading, _: Library) -> Iterator[Problem]:
    """No text is nested so deep that a reader, or the parser, would lose it."""
    for held in reading.records.values():
        for path, text in texts_of(held.record):
            found = max(map(_depth, text.splitlines()), default=0)
            if found > DEEPEST_NESTING:
                yield place(held, path, NESTED_TOO_DEEP, found=found, expected=DEEPEST_NESTING)
    for page in reading.pages:
        for number, line in enumerate(page.body.splitlines(), start=page.line):
            if _depth(line) > DEEPEST_NESTING:
                yield NESTED_TOO_DEEP.at(page.file, number, found=_depth(line), expected=DEEPEST_NESTING)


def _depth(line: str) -> int:
    """How deep a line of Markdown stands: by its markers, or by what is before its words, at two columns a level."""
    found = _LEAD.match(line)
    lead = found[0] if found else ""
    return max(len(_MARKER.findall(lead)), len(lead.expandtabs(4)) // 2)


def brackets_are_closed(reading: Reading, _: Library) -> Iterator[Problem]:
    """No text opens brackets without end, which would keep the parser busy for minutes."""
    for held in reading.records.values():
        for path, text in texts_of(held.record):
            if (found := _open_brackets(text)) > MOST_OPEN_BRACKETS:
                yield place(held, path, OPEN_BRACKETS, found=found, limit=MOST_OPEN_BRACKETS)
    for page in reading.pages:
        if (found := _open_brackets(page.body)) > MOST_OPEN_BRACKETS:
            yield OPEN_BRACKETS.at(page.file, page.line, found=found, limit=MOST_OPEN_BRACKETS)


def _open_brackets(text: str) -> int:
    """How many square brackets are open where most of them are."""
    if text.count("[") <= MOST_OPEN_BRACKETS:
        return 0
    most = now = 0
    for sign in re.findall(r"[\[\]]", _NO_BRACKETS.sub("", text)):
        now = max(0, now + (1 if sign == "[" else -1))
        most = max(most, now)
    return most


def _watched(text: str, words: tuple[str, ...]) -> Iterator[str]:
    """The words of these that a text has."""
    if words and _whole_words(words).search(text):
        yield from (word for word in words if _whole_words((word,)).search(text))


@lru_cache(maxsize=1024)
def _whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    # Arabic joins its particles to the word: و ف ب ك ل ال, and لل for ل and ال.
    any_of = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)[وف]?(?:لل|[بكل]?(?:ال)?)(?:{any_of})(?!\w)", re.IGNORECASE)


def quotations_are_short(reading: Reading, library: Library) -> Iterator[Problem]:
    """A quotation is no longer than the site allows."""
    limit = library.config.quotes.max_words
    for held in reading.records.values():
        for index, claim in enumerate(held.record.claims if isinstance(held.record, Event) else ()):
            for language, quote in claim.quote.items():
                found = len(_WORD.findall(quote))
                if found > limit:
                    path = ("claims", index, "quote", language)
                    yield place(held, path, QUOTATION_TOO_LONG, found=found, expected=limit)


def quotations_are_marked(reading: Reading, library: Library) -> Iterator[Problem]:
    """Five words in a row of a stored quotation are not printed as ours."""
    quoted = {run for event in library.events for c in event.claims for q in c.quote.values() for run in _runs(q)}
    if not quoted:
        return
    for held in reading.records.values():
        for path, texts in own_texts(held.record):
            for language, text in texts.items():
                shared = next((run for run in _runs(text) if run in quoted), None)
                if shared:
                    yield place(held, (*path, language), QUOTATION_UNMARKED, words=" ".join(shared))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return zip(*(words[start:] for start in range(SHARED_WORDS)), strict=False)
