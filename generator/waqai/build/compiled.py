"""Templates as they were compiled, kept for the next build: to parse and compile all of them takes a second."""

from __future__ import annotations

import pickle
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates

from waqai.installation import installed
from waqai.sealed import seal, unsealed


class Kept:
    """Compiled templates of all languages, and which other templates each names, beside the published site."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._new = False
        self._used: dict[str, bytes] = {}

    @cached_property
    def _known(self) -> dict[str, bytes]:
        content = unsealed(self._path) if self._path else None
        made_by, known = pickle.loads(content) if content else ("", {})  # noqa: S301 - sealed by ourselves
        return known if made_by == installed() else {}

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        found = self._used.get(key) or self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def set(self, key: str, content: bytes) -> None:
        """Keep something for the next build too."""
        self._new, self._used[key] = True, content

    def store(self) -> None:
        """Write down what this build used, if any of it is new."""
        if self._path and self._new:
            seal(self._path, pickle.dumps((installed(), self._used)))

    def referenced(self, environment: Environment, source: str) -> tuple[str, ...]:
        """The templates that a template names."""
        key = f"names {_digest(source)}"
        found = self.get(key)
        if found is None:
            names = find_referenced_templates(environment.parse(source))
            found = "\n".join(name for name in names if name is not None).encode()
            self.set(key, found)
        return tuple(found.decode().split("\n")) if found else ()


class Bytecode(BytecodeCache):
    """What Jinja asks for compiled templates: those of one language, whose words have become part of them."""

    def __init__(self, kept: Kept, words: str) -> None:
        self._kept, self._words = kept, words

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file is named in messages about it, and so belongs to the key."""
        return f"{self._words} {name} {filename}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what is kept; it looks itself whether the source is the same."""
        if content := self._kept.get(bucket.key):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what Jinja has compiled."""
        self._kept.set(bucket.key, bucket.bytecode_to_string())


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
