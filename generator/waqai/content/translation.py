"""Which texts are translated, and which translations no longer fit their original."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2s

from waqai.content.references import own_texts
from waqai.model import Record, Source
from waqai.problems import Path


def translated_texts(record: Record) -> Iterator[tuple[Path, dict[str, str]]]:
    """The texts that exist once for each language: our own, and the titles of sources."""
    yield from own_texts(record)
    if isinstance(record, Source):
        yield ("title",), record.title


def digest_of(record: Record, language: str) -> str:
    """A short digest of all that the record says in one language: the `rev` of a translation made from it."""
    digest = blake2s(digest_size=4)
    for path, texts in translated_texts(record):
        digest.update(repr((path, texts.get(language, ""))).encode())
    return digest.hexdigest()


def is_stale(record: Record, language: str) -> bool:
    """Whether the record's original changed after it was translated into `language`."""
    translation = record.tr.get(language)
    return translation is not None and translation.rev != digest_of(record, translation.of)
