"""gettext catalogues: the `.po` files of one language, laid over each other, read as they are edited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from gettext import GNUTranslations, NullTranslations, c2py
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from waqai import plainfile

if TYPE_CHECKING:
    from babel import Locale
    from babel.messages.catalog import Catalog, Message

MessageKey = tuple[str, str]
"""The context of a message (empty for none) and its id, for a plural the singular."""

_HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: waqai\n"
"Language: {tag}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {rule};\n"

"""
_TRIED = 1000
"""Two plural rules that agree up to here are the same rule."""
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}")
_MOST_IDS = 2
"""The singular and the plural."""
_UNSEEN = re.compile("[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e]")
"""Control characters, and those that change the direction of what stands behind them."""
_SIGN = re.compile(r"%%|\{\{|\}\}|[%{}]")
MOST_BYTES = 4 * 1024 * 1024
"""The largest catalogue that is read."""


class BrokenCatalogue(ValueError):  # noqa: N818 - said as the fault it is
    """A catalogue cannot be used; `reason` says why, in English, for those who keep catalogues."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


def translations(files: Sequence[Path], locale: Locale) -> NullTranslations:
    """One set of translations from files of which later ones override earlier ones, entry by entry.

    Fuzzy and incomplete entries count as untranslated. Raises :class:`BrokenCatalogue`.
    """
    if not files:
        return NullTranslations()
    catalogues = [_read(path, locale) for path in files]
    _require_one_rule(files, catalogues)
    messages = {_key(message): message for catalogue in catalogues for message in _translated(catalogue)}
    return _compiled(messages.values(), catalogues[0].plural_forms, locale)


def untranslated(template: Path, files: Sequence[Path], locale: Locale) -> tuple[MessageKey, ...]:
    """What a template (`.pot`) has and none of the files translates, in the template's order."""
    known = {_key(message) for path in files for message in _translated(_read(path, locale))}
    return tuple(key for key in map(_key, _messages(_parsed(template, locale, _content(template)))) if key not in known)


def blank(template: Path, locale: Locale) -> str:
    """A catalogue to be translated: the messages of a template (`.pot`), with the language's plural rule and forms."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - for a fast start
    from babel.messages.plurals import get_plural  # noqa: PLC0415
    from babel.messages.pofile import write_po  # noqa: PLC0415

    rule = get_plural(locale)
    catalogue = Catalog(locale)
    for message in _messages(_parsed(template, locale, _content(template))):
        empty = ("",) * rule.num_plurals if message.pluralizable else ""
        catalogue.add(message.id, empty, flags=message.flags, context=message.context)
    messages = BytesIO()
    write_po(messages, catalogue, width=0, omit_header=True)
    return _HEADER.format(tag=str(locale).replace("_", "-"), rule=rule.plural_forms) + messages.getvalue().decode()


def _compiled(messages: Iterable[Message], plural_forms: str, locale: Locale) -> GNUTranslations:
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - for a fast start
    from babel.messages.mofile import write_mo  # noqa: PLC0415

    merged = Catalog(locale)
    merged.mime_headers = [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", plural_forms)]
    for message in messages:
        merged.add(message.id, message.string, context=message.context)
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _read(path: Path, locale: Locale) -> Catalog:
    content = _content(path)
    catalogue = _parsed(path, locale, content)
    counts = _plural_counts(locale)
    if b"Plural-Forms:" not in content:
        raise BrokenCatalogue(path, "its header has no line Plural-Forms")
    if catalogue.num_plurals not in counts:
        wanted = " or ".join(map(str, sorted(counts)))
        raise BrokenCatalogue(path, f"it has {catalogue.num_plurals} plural forms where the language has {wanted}")
    if wrong := next(filter(None, map(_lost_placeholder, _translated(catalogue))), ""):
        raise BrokenCatalogue(path, f"the translation of “{wrong}” has other placeholders than the original")
    if many := next((ids for ids in map(_ids, _messages(catalogue)) if len(ids) > _MOST_IDS), None):
        raise BrokenCatalogue(path, f"the entry “{many[0]}” has more than one plural")
    if found := _UNSEEN.search("\n".join(chain.from_iterable(map(_texts, _messages(catalogue))))):
        raise BrokenCatalogue(path, f"it holds U+{ord(found[0]):04X}, which nobody sees")
    if max(_rule(path, catalogue)) >= catalogue.num_plurals:
        raise BrokenCatalogue(path, "its plural rule names a form beyond those that it counts")
    return catalogue


def _texts(message: Message) -> Iterator[str]:
    """Everything that a message says: its context, its ids and its translations."""
    yield from filter(None, (message.context, *_ids(message), *_strings(message)))


def _ids(message: Message) -> Sequence[str]:
    return message.id if isinstance(message.id, tuple | list) else (message.id,)


def _lost_placeholder(message: Message) -> str:
    """The message id whose translation names a placeholder that the original lacks; empty if it does not.

    A translation may leave one out: for one thing and for two, Arabic says no number.
    """
    originals = _ids(message)
    known = {name for original in originals for name in _PLACEHOLDER.findall(original)}
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    invented = {name for text in texts for name in _PLACEHOLDER.findall(text or "")} - known
    stray = {sign for text in texts for sign in _signs(text or "")} - set(chain.from_iterable(map(_signs, originals)))
    return str(originals[0]) if invented or stray else ""


def _signs(text: str) -> list[str]:
    """The signs that begin or end a placeholder and belong to none: filling in the text would fail, or do more."""
    return _SIGN.findall(_PLACEHOLDER.sub("", text))


def _content(path: Path) -> bytes:
    try:
        return plainfile.read(path, MOST_BYTES)
    except OSError as error:
        raise BrokenCatalogue(path, str(error.strerror)) from error


def _parsed(path: Path, locale: Locale, content: bytes) -> Catalog:
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - for a fast start

    try:
        return read_po(BytesIO(content), locale=locale, abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:
        raise BrokenCatalogue(path, str(error)) from error


def _plural_counts(locale: Locale) -> frozenset[int]:
    """How many forms a catalogue may have: as CLDR counts them, or as gettext's own table does."""
    from babel.messages.plurals import get_plural  # noqa: PLC0415 - for a fast start

    return frozenset({len(locale.plural_form.tags) + 1, get_plural(locale).num_plurals})


def _rule(path: Path, catalogue: Catalog) -> list[int]:
    """The plural form of each number, as the catalogue's own header has it (they differ in their order)."""
    try:
        rule = c2py(catalogue.plural_expr)
        return [rule(number) for number in range(_TRIED)]
    except (ValueError, ArithmeticError) as error:
        raise BrokenCatalogue(path, str(error)) from error


def _require_one_rule(files: Sequence[Path], catalogues: Sequence[Catalog]) -> None:
    first, *others = (_rule(path, catalogue) for path, catalogue in zip(files, catalogues, strict=True))
    for path, rule in zip(files[1:], others, strict=True):
        if rule != first:
            raise BrokenCatalogue(path, f"its plural rule is not that of {files[0]}, which it overrides")


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _translated(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in _messages(catalogue) if not message.fuzzy and all(_strings(message)))


def _strings(message: Message) -> Sequence[str]:
    string = message.string or ""
    return (string,) if isinstance(string, str) else string


def _key(message: Message) -> MessageKey:
    return (message.context or "", message.id if isinstance(message.id, str) else message.id[0])
