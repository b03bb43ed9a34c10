"""Pages and documents to files: only what changed is made, and by as many processes as it is worth."""

from __future__ import annotations

import ctypes
import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path

from jinja2 import TemplateError

from waqai.build.manifest import Entry
from waqai.build.output import OutputError
from waqai.build.templates import Templates, place_in_template
from waqai.build.theme import Theme
from waqai.languages import Language
from waqai.problems import N_
from waqai.site import Document, Page, Site

Progress = Callable[[int, int], None]
"""(files done, files in all)"""


def no_progress(_done: int, _in_all: int) -> None:
    """For when nobody watches."""


FILES_WORTH_A_PROCESS = 400
CHUNK = 50
BAD_TEMPLATE = N_("A template has a mistake ({place}), seen while writing {page}: {reason}.")
PR_SET_PDEATHSIG = 1


Fingerprint = tuple[str, str]
"""A digest of all that decides on a file, and the SHA-256 of the bytes that it decided on."""


@dataclass(frozen=True, slots=True)
class Published:
    """The site that is published now, as far as it can be used again."""

    folder: Path
    entries: Mapping[str, Entry]
    fingerprints: Mapping[str, Fingerprint]
    """By path."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: str
    entry: Entry
    fingerprint: str
    is_reused: bool
    is_page: bool


@dataclass
class Renderer:
    """Writes the pages and documents of a site into a folder."""

    site: Site
    theme: Theme
    overrides: Path | None
    """A folder of the timeline's own templates; they come before the theme's."""
    target: Path
    published: Published | None = None
    _by_language: dict[str, Templates] = field(default_factory=dict)

    @cached_property
    def files(self) -> tuple[Page | Document, ...]:
        """All pages, then all documents."""
        return (*self.site.pages(), *self.site.documents())

    def write_all(self, jobs: int | None = None, progress: Progress = no_progress) -> list[Written]:
        """Write every file; the result is in the order of the files, however many processes wrote them."""
        count = jobs or min(os.cpu_count() or 1, 1 + len(self.files) // FILES_WORTH_A_PROCESS)
        if count == 1 or not hasattr(os, "fork"):
            return [self._noted(index, progress) for index in range(len(self.files))]
        return self._write_in_processes(count, progress)

    def _noted(self, index: int, progress: Progress) -> Written:
        written = self.write(index)
        progress(index + 1, len(self.files))
        return written

    def _write_in_processes(self, count: int, progress: Progress) -> list[Written]:
        """Forked processes inherit the loaded site; only numbers of files go in and lists of what was written out."""
        self._warm_up()
        global _RENDERER  # noqa: PLW0603 - how forked workers find what they inherited
        _RENDERER = self
        chunks = [range(start, min(start + CHUNK, len(self.files))) for start in range(0, len(self.files), CHUNK)]
        results: dict[int, list[Written]] = {}
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(
            count, mp_context=context, initializer=_die_with_parent, initargs=(os.getpid(),)
        ) as pool:
            futures = {pool.submit(_write_chunk, chunk): chunk for chunk in chunks}
            for future in as_completed(futures):
                results[futures[future].start] = future.result()
                progress(sum(map(len, results.values())), len(self.files))
        return [written for start in sorted(results) for written in results[start]]

    def _warm_up(self) -> None:
        for language in self.site.languages:
            self.templates(language)
        for file in self.files:
            if isinstance(file, Page):
                self._conditions_of(file)

    def write(self, index: int) -> Written:
        """Write one file, or use the published one again if nothing that it shows has changed."""
        file = self.files[index]
        return self._write_page(file) if isinstance(file, Page) else self._write_document(file)

    def _write_document(self, document: Document) -> Written:
        shows = document.shows() if callable(document.shows) else document.shows
        fingerprint = "" if shows is None else _digest(program_digest(), repr(shows))
        entry = self._reuse(document.path, fingerprint) if fingerprint else None
        if entry is not None:
            return Written(document.path, entry, fingerprint, is_reused=True, is_page=False)
        content = document.make()
        _write_file(self.target / document.path, content)
        return Written(document.path, Entry.of(content), fingerprint, is_reused=False, is_page=False)

    def _write_page(self, page: Page) -> Written:
        shell, context = page.make()
        fingerprint = _digest(self._conditions_of(page), repr((shell, context)))
        entry = self._reuse(page.path, fingerprint)
        if entry is not None:
            return Written(page.path, entry, fingerprint, is_reused=True, is_page=True)
        templates = self.templates(self._language(page.language))
        try:
            content = templates.render(page.template, page=context, shell=shell).encode()
        except TemplateError as error:
            raise OutputError(BAD_TEMPLATE, page=page.path, place=place_in_template(error), reason=error) from error
        _write_file(self.target / page.path, content)
        return Written(page.path, Entry.of(content), fingerprint, is_reused=False, is_page=True)

    def _conditions_of(self, page: Page) -> str:
        try:
            return self.conditions(page.template, page.language)
        except TemplateError as error:
            raise OutputError(BAD_TEMPLATE, page=page.path, place=place_in_template(error), reason=error) from error

    def _reuse(self, path: str, fingerprint: str) -> Entry | None:
        """Link the published file into the new site, if it is what the fingerprint says and nobody changed it."""
        known, digest = self.published.fingerprints.get(path, ("", "")) if self.published else ("", "")
        if self.published is None or known != fingerprint:
            return None
        source, entry = self.published.folder / path, self.published.entries.get(path)
        if (
            entry is None
            or entry.sha256 != digest
            or not source.is_file()
            or source.is_symlink()
            or Entry.of(source.read_bytes()) != entry
        ):
            return None
        target = self.target / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except OSError:
            target.write_bytes(source.read_bytes())
        return entry

    def _language(self, tag: str) -> Language:
        return next(language for language in self.site.languages if language.tag == tag)

    def templates(self, language: Language) -> Templates:
        """The templates in one language."""
        if language.tag not in self._by_language:
            folders = (self.theme.templates,) if self.overrides is None else (self.overrides, self.theme.templates)
            self._by_language[language.tag] = Templates(folders, language)
        return self._by_language[language.tag]

    def conditions(self, template: str, tag: str) -> str:
        """A digest of all that decides on a page's bytes besides its context: templates, catalogues, the program."""
        key = (template, tag)
        if key not in self._conditions:
            # The templates are the same in every language, so those of the first one are read for all.
            closure = self.templates(self.site.languages[0]).closure_digest(template)
            self._conditions[key] = _digest(closure, _catalogues_of(self._language(tag)), program_digest())
        return self._conditions[key]

    @cached_property
    def _conditions(self) -> dict[tuple[str, str], str]:
        return {}


_RENDERER: Renderer


def _die_with_parent(parent: int) -> None:
    """End a worker whose parent was killed; otherwise it would wait for work for ever."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _write_chunk(indexes: Sequence[int]) -> list[Written]:
    return [_RENDERER.write(index) for index in indexes]


def _write_file(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)  # never write through a link, be it hard or symbolic
    with path.open("xb") as file:
        file.write(content)


@cache
def _catalogues_of(language: Language) -> str:
    return _digest(*(path.read_text("utf-8") for path in language.files))


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


@cache
def program_digest() -> str:
    """A digest of the program itself: another version may render the same context differently."""
    return _digest(*(path.read_text("utf-8") for path in _sources()))


def _sources() -> Iterator[Path]:
    yield from sorted(Path(__file__).parents[1].rglob("*.py"))


def read_fingerprints(path: Path) -> dict[str, Fingerprint]:
    """The stored fingerprints; nothing at all if they cannot be understood."""
    try:
        stored = json.loads(path.read_text("utf-8"))
        return {str(key): (str(value[0]), str(value[1])) for key, value in stored.items()}
    except (OSError, ValueError, AttributeError, TypeError, LookupError):
        return {}


def store_fingerprints(path: Path, written: Sequence[Written]) -> None:
    """Keep the fingerprints for the next build."""
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps({file.path: (file.fingerprint, file.entry.sha256) for file in written}), "utf-8")
    aside.replace(path)
