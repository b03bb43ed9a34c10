"""The small values that the kinds are made of: ids, texts in several languages, dates, links, references.

Contributors may write most of them in a short form (`date: 2021-02-11`, `sources: [some-id]`); each value here turns
the short form into the one full form before pydantic checks it, so that the rest of the program knows one form only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Strict,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from waqai.dates import NOTATION, DateFault, Edtf
from waqai.problems import N_, Fault, Nearest, Path, Quoted, Term

WRONG_KIND_OF_VALUE = Fault(
    "wrong-kind-of-value", N_("{found}"), N_("{expected}"), N_("Write it as in the annotated example of this kind.")
)
WRONG_LENGTH = Fault(
    "wrong-length",
    N_("a list of {found}"),
    N_("a list of exactly {expected} numbers"),
    N_("Add what is missing, or delete what is too much."),
)
BAD_ID = Fault(
    "bad-id",
    N_("the id “{id}”"),
    N_("an id of small Latin letters, digits and hyphens"),
    N_("Use only a–z, 0–9 and “-”, beginning and ending with a letter or a digit."),
)
UNKNOWN_LANGUAGE = Fault(
    "unknown-language",
    N_("the language “{tag}”"),
    N_("a language of CLDR such as ar, en, ku, ckb or ar-SY"),
    N_("Use its BCP 47 tag."),
)
NOT_A_LANGUAGE = Fault(
    "not-a-language",
    N_("the key “{key}” in a text"),
    N_("a language code such as ar or en"),
    N_("Put the text under its language code."),
)
EMPTY_TEXT = Fault(
    "empty-text", N_("an empty text"), N_("words, or no key at all"), N_("Write the text, or delete the line.")
)
DEFAULT_LANGUAGE_MISSING = Fault(
    "default-language-missing",
    N_("a text without {language}, the default language"),
    N_("a text in {language}"),
    N_("Add the line “{language}: …”."),
)
BRACKETS_WITHOUT_QUOTES = Fault(
    "date-without-quotes",
    N_("{written}, which stands for a list"),
    N_("quotes around a date that begins with a bracket"),
    N_("Put quotes around the whole date."),
)
UNSAFE_LINK = Fault(
    "unsafe-link",
    N_("the address “{url}”"),
    N_("an address that begins with https:// or http://"),
    N_("Copy the page's full address from the browser."),
)

ID_PATTERN = "[a-z0-9]+(-[a-z0-9]+)*"
_TAG = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
ID = re.compile(rf"{ID_PATTERN}\Z")
ID_LENGTH = 100
RESERVED_BY_SYSTEMS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10))}
)
"""Names that are devices on Windows, whatever ending follows."""
_LANGUAGE_TAG = re.compile(rf"{_TAG}\Z")


def rejected(
    fault: Fault, suggestion: str | Nearest = "", *, under: Path = (), **values: object
) -> PydanticCustomError:
    """A fault as pydantic wants it raised; `waqai.content.validation` turns it back into a `Problem` with its place.

    `under` leads from the value that is being checked to the key or entry in it that is wrong.
    """
    # pydantic hands this context through untouched.
    context = {"fault": fault, "suggestion": suggestion, "values": values, "under": under}
    return PydanticCustomError("waqai", "waqai", context)


LONGEST_SHOWN = 60
"""Longer texts are cut in messages, in characters."""


def shown(value: Any) -> object:
    """A value as a message names it: short things literally, collections by what they are."""
    if isinstance(value, Mapping):
        return Term(N_("a map of keys and values"))
    if isinstance(value, list | tuple):
        return Term(N_("a list"))
    if value is None:
        return Term(N_("nothing"))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return Quoted(text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…")


def is_id(text: str) -> bool:
    """Whether `text` can be an id and so a file name and a part of an address, the same on every system."""
    return bool(ID.match(text)) and len(text) <= ID_LENGTH


def nearest_id(text: str) -> str:
    """The id that was probably meant, or an empty string."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _check_id(text: str) -> str:
    if not is_id(text):
        raise rejected(BAD_ID, nearest_id(text), id=text)
    return text


def _digits_as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


_WORDS_OR_NUMBER = ["string", "integer"]
Id = Annotated[
    str,
    BeforeValidator(_digits_as_text),
    AfterValidator(_check_id),
    WithJsonSchema({"type": _WORDS_OR_NUMBER, "pattern": f"^{ID_PATTERN}$", "maxLength": ID_LENGTH}),
]
"""`[a-z0-9-]`: a file's name without its ending, unique over all folders, the same in every language."""


@cache
def is_language(tag: str) -> bool:
    """Whether CLDR knows the language (BCP 47: `ar`, `en-GB`, `ckb`)."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow, and most files need only known languages
    from babel.localedata import exists  # noqa: PLC0415

    try:
        return bool(_LANGUAGE_TAG.match(tag) and exists(tag.split("-", maxsplit=1)[0]) and Locale.parse(tag, sep="-"))
    except (UnknownLocaleError, ValueError):
        return False


_USUAL = frozenset({"ar", "en", "ku", "ckb", "tr", "fa", "ru", "fr", "de"})


def _full_text(value: Any, info: ValidationInfo) -> Any:
    languages = (info.context or {}).get("languages", ("en",))
    if isinstance(value, str):
        value = {languages[0]: value}
    if not isinstance(value, Mapping):
        expected = Term(N_("a text, or one text for each language (ar: …, en: …)"))
        raise rejected(WRONG_KIND_OF_VALUE, found=shown(value), expected=expected)
    for key in value:
        if key not in _USUAL and not is_language(key):
            raise rejected(NOT_A_LANGUAGE, Nearest(key.lower().replace("_", "-"), languages), under=(key,), key=key)
    if languages[0] not in value:
        raise rejected(DEFAULT_LANGUAGE_MISSING, language=languages[0])
    return value


def _words_in(text: Any) -> Any:
    text = _digits_as_text(text)  # `title: 2021` means the words
    if isinstance(text, str) and not text.strip():
        raise rejected(EMPTY_TEXT)
    return text.strip() if isinstance(text, str) else text


_NOT_EMPTY: dict[str, Any] = {"type": _WORDS_OR_NUMBER, "minLength": 1}
Words = Annotated[str, BeforeValidator(_words_in), WithJsonSchema(_NOT_EMPTY)]
"""A text that is not empty, without white space around it."""


def _check_language(tag: str) -> str:
    if tag not in _USUAL and not is_language(tag):
        raise rejected(UNKNOWN_LANGUAGE, Nearest(tag.lower().replace("_", "-"), _USUAL), tag=tag)
    return tag


LanguageTag = Annotated[
    Words, AfterValidator(_check_language), WithJsonSchema({"type": "string", "pattern": f"^{_TAG}$"})
]
"""A language of CLDR, by its BCP 47 tag."""

Text = Annotated[
    dict[str, Words],
    BeforeValidator(_full_text),
    WithJsonSchema(
        {
            "anyOf": [
                _NOT_EMPTY,
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"pattern": f"^{_TAG}$"},
                    "additionalProperties": _NOT_EMPTY,
                },
            ]
        }
    ),
]
"""A text by language. A bare string is in the default language; the default language must be there."""


def _parse_date(value: Any) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if isinstance(value, list):
        written = f"[{','.join(map(str, value))}]"
        raise rejected(BRACKETS_WITHOUT_QUOTES, f'"{written}"', written=written)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise rejected(WRONG_KIND_OF_VALUE, found=shown(value), expected=Term(N_("a date such as 2021-02-11")))
    try:
        return Edtf.parse(str(value))
    except DateFault as fault:
        raise rejected(fault.fault, **fault.values) from None


Date = Annotated[
    Edtf,
    BeforeValidator(_parse_date),
    WithJsonSchema({"type": _WORDS_OR_NUMBER, "pattern": NOTATION}),
]
"""A date as it is known, in EDTF."""

_SAFE_SCHEMES = ("http", "https")
_UNSAFE_CHARACTERS = re.compile(r"[\s<>\"\\^`{|}]")
_BARE_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/|\Z)")


def _check_url(text: str) -> str:
    if not _is_safe(text):
        complete = f"https://{text}"
        raise rejected(UNSAFE_LINK, complete if _BARE_ADDRESS.match(text) and _is_safe(complete) else "", url=text)
    return text


def _is_safe(url: str) -> bool:
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return parts.scheme in _SAFE_SCHEMES and named and not _UNSAFE_CHARACTERS.search(url)


Url = Annotated[
    str, AfterValidator(_check_url), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"})
]
"""An absolute http or https address."""


class Value(BaseModel):
    """What all our models share: nothing unknown is accepted, nothing can be changed afterwards."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        populate_by_name=True,
    )


Kept = Annotated[dict[str, Any], WithJsonSchema({"type": "object", "additionalProperties": {}})]
"""Plain values of another format, by its own names."""
Degrees = Annotated[float, Strict()]
"""A latitude or longitude (WGS 84)."""


def exactly(count: int) -> BeforeValidator:
    """Refuses a list that has not this many entries."""

    def check(value: Any) -> Any:
        if isinstance(value, list) and len(value) != count:
            raise rejected(WRONG_LENGTH, found=len(value), expected=count)
        return value

    return BeforeValidator(check)
