"""Pages and documents to files: only what changed is made, and by as many processes as it is worth."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateError

from waqai.build.basis import digest
from waqai.build.captured import Captured
from waqai.build.compiled import Kept
from waqai.build.manifest import Entry
from waqai.build.output import OutputError
from waqai.build.templates import Templates, digest_of_catalogues, place_in_template
from waqai.build.theme import Theme
from waqai.build.traces import NUMBERS, Trace, Traces
from waqai.build.workers import in_processes, worth
from waqai.content.notes import noting
from waqai.languages import Language
from waqai.problems import N_
from waqai.site import Document, Page, Site
from waqai.stamps import Stamp, stamp_of

Progress = Callable[[int, int], None]
"""(files done, files in all)"""


def no_progress(_done: int, _in_all: int) -> None:
    """For when nobody watches."""


BAD_TEMPLATE = N_("A template has a mistake ({place}), seen while writing {page}: {reason}.")


@dataclass(frozen=True, slots=True)
class Published:
    """The site that is published now, as far as it can be used again."""

    folder: Path
    entries: Mapping[str, Entry]


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: str
    entry: Entry
    trace: Trace
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
    traces: Traces = field(default_factory=lambda: Traces(""))
    """Of the published site; they become those of the new one."""
    published: Published | None = None
    compiled: Kept = field(default_factory=Kept)
    """Templates that were compiled before."""
    _by_language: dict[str, Templates] = field(default_factory=dict)
    _folders: set[Path] = field(default_factory=set)
    """Those that there are."""

    @cached_property
    def files(self) -> tuple[Page | Document, ...]:
        """All pages, then all documents."""
        return (*self.site.pages(), *self.site.documents())

    def write_all(self, jobs: int | None = None, progress: Progress = no_progress) -> list[Written]:
        """Write every file; the result is in the order of the files, however many processes wrote them."""
        self._warm_up()
        changed = self.traces.changed(self.site.seen, self.site.timeline.digests)
        written = {index: reused for index in range(len(self.files)) if (reused := self._reused(index, changed))}
        stale = [index for index in range(len(self.files)) if index not in written]
        self._compile(stale)

        def count(done: int) -> None:
            progress(len(written) + done, len(self.files))

        made = in_processes(jobs or worth(len(stale)), self.write, stale, self.traces, count)
        written |= dict(zip(stale, made, strict=True))
        in_order = [written[index] for index in range(len(self.files))]
        self.traces.complete(self.site.seen, {file.path: file.trace for file in in_order})
        return in_order

    def _warm_up(self) -> None:
        """Load what all processes will need, and find the mistakes in templates that show before a page is made."""
        for language in self.site.languages:
            self.templates(language)
        assert len(self._conditions) == len(self.files)  # noqa: S101 - and made before there are several processes

    def _compile(self, stale: Sequence[int]) -> None:
        """Compile the templates that are needed, once for all processes; those with mistakes speak up later."""
        pages = [file for index in stale if isinstance(file := self.files[index], Page)]
        for language, template in dict.fromkeys((page.language, page.template) for page in pages):
            with suppress(TemplateError):
                self.templates(self._language(language)).compile(template)
        self.compiled.store()

    def _reused(self, index: int, changed: frozenset[int]) -> Written | None:
        """The published file, linked into the new site, if nothing that it shows has changed and nobody touched it."""
        trace = self._usable(index)
        return self._linked(index, trace) if trace and changed.isdisjoint(trace.asked) else None

    def _usable(self, index: int) -> Trace | None:
        """The trace of a published file that is still as it was written, and under the same conditions."""
        path = self.files[index].path
        trace = self.traces.files.get(path)
        entry = self.published.entries.get(path) if self.published else None
        if self.published is None or trace is None or entry is None or entry.sha256 != trace.sha256:
            return None
        source = self.published.folder / path
        if trace.conditions != self._conditions[index] or stamp_of(source) != trace.stamp:
            return None
        settled = trace.stamp.is_settled(self.traces.stored_at)
        return trace if settled or Entry.of(source.read_bytes()) == entry else None

    def _linked(self, index: int, trace: Trace) -> Written:
        """The published file in the new site too, or a copy where the file system has no links."""
        assert self.published is not None  # noqa: S101 - a trace is usable only of what is published
        file = self.files[index]
        source, target = self.published.folder / file.path, self.target / file.path
        self._make_folder(target.parent)
        try:
            os.link(source, target)
        except OSError:
            target.write_bytes(source.read_bytes())
            trace = replace(trace, stamp=_stamp(target))
        entry = self.published.entries[file.path]
        return Written(file.path, entry, trace, is_reused=True, is_page=isinstance(file, Page))

    def write(self, index: int) -> Written:
        """Make a file and write it; a costly one only if it shows something else than it did."""
        file = self.files[index]
        with noting() as asked:
            shown = digest(repr(file.shows())) if isinstance(file, Document) and file.shows else ""
            usable = self._usable(index) if shown else None
            same = usable if usable and usable.shown == shown else None
            content = b"" if same else self._content(file)
        numbers = array(NUMBERS, sorted(map(self.traces.number, asked)))
        if same:
            return self._linked(index, replace(same, asked=numbers))
        path, entry = self.target / file.path, Entry.of(content)
        self._make_folder(path.parent)
        _write_file(path, content)
        trace = Trace(self._conditions[index], entry.sha256, _stamp(path), numbers, shown)
        return Written(file.path, entry, trace, is_reused=False, is_page=isinstance(file, Page))

    def _make_folder(self, path: Path) -> None:
        if path not in self._folders:
            path.mkdir(parents=True, exist_ok=True)
            self._folders.add(path)

    def _content(self, file: Page | Document) -> bytes:
        return self._rendered(file) if isinstance(file, Page) else file.make()

    def _rendered(self, page: Page) -> bytes:
        shell, context = page.make()
        templates = self.templates(self._language(page.language))
        try:
            return templates.render(page.template, page=context, shell=shell).encode()
        except TemplateError as error:
            raise OutputError(BAD_TEMPLATE, page=page.path, place=place_in_template(error), reason=error) from error

    @cached_property
    def _conditions(self) -> tuple[str, ...]:
        """By the file's index: a digest of all that decides on its bytes besides what is noted while it is made."""
        captured = Captured()
        catalogues = "".join(map(digest_of_catalogues, self.site.languages))
        return tuple(digest(captured.digest(_makers(file)), catalogues, self._closure_of(file)) for file in self.files)

    def _closure_of(self, page: Page | Document) -> str:
        """A digest of a page's templates; empty for a file without any."""
        if isinstance(page, Document):
            return ""
        if page.template not in self._closures:
            try:
                # The templates are the same in every language, so those of the first one are read for all.
                self._closures[page.template] = self.templates(self.site.languages[0]).closure_digest(page.template)
            except TemplateError as error:
                place = place_in_template(error)
                raise OutputError(BAD_TEMPLATE, page=page.path, place=place, reason=error) from error
        return self._closures[page.template]

    @cached_property
    def _closures(self) -> dict[str, str]:
        return {}

    def _language(self, tag: str) -> Language:
        return next(language for language in self.site.languages if language.tag == tag)

    def templates(self, language: Language) -> Templates:
        """The templates in one language."""
        if language.tag not in self._by_language:
            folders = (self.theme.templates,) if self.overrides is None else (self.overrides, self.theme.templates)
            self._by_language[language.tag] = Templates(folders, language, self.compiled)
        return self._by_language[language.tag]


def _makers(file: Page | Document) -> tuple[object, ...]:
    return (file.make,) if isinstance(file, Page) else (file.make, file.shows)


def _write_file(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)  # never write through a link, be it hard or symbolic
    with path.open("xb") as file:
        file.write(content)


def _stamp(path: Path) -> Stamp:
    stamp = stamp_of(path)
    if stamp is None:
        raise OSError(0, "it vanished while it was written", str(path))
    return stamp
