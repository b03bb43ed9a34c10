"""Pelican's guest: the timeline as one more generator, beside Pelican's own pages and blog.

`waqai build` hands a checked plan and an empty folder to Pelican. Bare `pelican` (also with `--listen` and
`--autoreload`) has no plan to begin with: then the generator loads and checks the timeline itself, and on any error it
writes nothing, so that what was there stays.

This is the only module that imports Pelican.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.contents import Static
from pelican.generators import Generator
from pelican.log import console
from pelican.settings import read_settings

from waqai import build
from waqai.build import manifest
from waqai.build.output import OutputError
from waqai.content import Timeline, load
from waqai.problems import N_, Problem, TimelineError, describe, path_text
from waqai.themes import built_in_theme

logger = logging.getLogger(__name__)

CANNOT_BEGIN = N_("Pelican cannot begin: {reason}. Nothing was published.")
SETTINGS_FROM_CONTENT = "../timeline.yaml"


def pelican_settings(folder: str, *, blog: bool = False) -> dict[str, Any]:
    """Settings for `pelicanconf.py`: Pelican for this timeline, its blog in content/blog, its pages in blog-pages.

    `folder` is the timeline's folder, or a file in it (`__file__`). The blog is off until the owner turns it on: its
    posts are Pelican's, in reStructuredText, and are not checked as the timeline's files are.
    """
    root = Path(folder).resolve()
    root = root if root.is_dir() else root.parent
    return {
        "PATH": str(root / "content"),
        "OUTPUT_PATH": str(root / "output"),
        "THEME": str(built_in_theme()),
        "THEME_STATIC_PATHS": [],
        "PLUGINS": ["waqai.plugin"],
        "ARTICLE_PATHS": ["blog"] if blog else [],
        "ARTICLE_EXCLUDES": ["pages", "media"],
        "PAGE_PATHS": ["blog-pages"] if blog else [],
        # Pelican watches what it publishes; the settings are watched and, see generate_context, not published.
        "STATIC_PATHS": [SETTINGS_FROM_CONTENT, *(["blog/files"] if blog else [])],
        # A post may neither read files of this machine nor bring markup of its own.
        "READERS": {"html": None, "htm": None, "md": None, "markdown": None, "mkd": None, "mdown": None},
        "DOCUTILS_SETTINGS": {"file_insertion_enabled": False, "raw_enabled": False},
        "ARTICLE_URL": "blog/{slug}.html",
        "ARTICLE_SAVE_AS": "blog/{slug}.html",
        "PAGE_URL": "pages/{slug}.html",
        "PAGE_SAVE_AS": "pages/{slug}.html",
        "DIRECT_TEMPLATES": [],
        "AUTHOR_SAVE_AS": "",
        "CATEGORY_SAVE_AS": "",
        "TAG_SAVE_AS": "",
        "FEED_ALL_ATOM": None,
        "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "RELATIVE_URLS": True,
        "TIMEZONE": "UTC",
        "DEFAULT_DATE": "fs",
        "IGNORE_FILES": [".*", "*~"],
        "WAQAI_ROOT": str(root),
    }


class TimelineGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the timeline."""

    def generate_context(self) -> None:
        """Gather the timeline, and tell the templates of Pelican's own pages what they need of it."""
        self._add_failed_source_path(SETTINGS_FROM_CONTENT)
        self._made: build.Plan | None = self.settings.get("WAQAI_PLAN") or self._plan()
        if self._made is not None:
            config = self._made.site.timeline.config
            self.context["WAQAI_STYLESHEET"] = self._made.theme.files.stylesheet
            self.context["SITENAME"] = config.title[config.default_language]
            self.context["DEFAULT_LANG"] = config.default_language

    def generate_output(self, writer: Any) -> None:  # noqa: ARG002 - Pelican hands it to every generator
        """Write every page of the timeline, and tell Pelican's other plugins of each."""
        if self._made is None:
            return
        result = build.write(self._made, Path(self.output_path), self.settings.get("WAQAI_WAYS") or build.Ways())
        for page in result.written:
            if page.is_page:
                signals.content_written.send(str(Path(self.output_path, page.path)), context=self.context)
        _RESULTS.append(result)

    def _plan(self) -> build.Plan | None:
        """Bare Pelican's way in. Faults are logged, never raised: an exception under --autoreload would loop."""
        loaded = load(Path(self.settings.get("WAQAI_ROOT") or Path(self.path).parent))
        problems = loaded.problems if isinstance(loaded, Timeline) else loaded
        if isinstance(loaded, Timeline) and not any(problem.is_error for problem in problems):
            try:
                return build.plan(loaded)
            except TimelineError as error:
                problems = error.problems
        _log(problems)
        return None


def _log(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        wording = describe(problem, str)
        place = f"{problem.file}:{problem.line}:{problem.column}: {path_text(problem.path)}".rstrip(": ")
        logger.log(
            logging.ERROR if problem.is_error else logging.WARNING,
            "%s: found %s; expected %s. %s",
            place,
            wording.found,
            wording.expected,
            wording.cure,
        )
    logger.error("The timeline was not written; what was published before is still there.")


_RESULTS: list[build.Result] = []
"""What the generator wrote since the last manifest; module-level because Pelican registers plugins anew on reload."""


def _write_manifest(pelican: Any) -> None:
    """Once Pelican is done: the list of all files that this run published."""
    if not _RESULTS:
        return
    result = pelican.waqai_result = _RESULTS[-1]
    _RESULTS.clear()
    folder = Path(pelican.output_path)
    entries = dict(result.entries)
    for path in sorted(_OTHERS):
        if (folder / path).is_file():
            entries[path] = manifest.Entry.of((folder / path).read_bytes())
    _OTHERS.clear()
    for gone in (manifest.read(folder) or {}).keys() - entries.keys():
        (folder / gone).unlink(missing_ok=True)
    manifest.write(folder, entries)


_OTHERS: set[str] = set()
"""Files that Pelican itself wrote in this run, relative to the output folder."""


def _note_written(path: str, context: dict[str, Any]) -> None:
    _OTHERS.add(Path(path).relative_to(context["OUTPUT_PATH"]).as_posix())


def _note_static(generator: Any) -> None:
    for content in generator.context.get("staticfiles", []):
        if isinstance(content, Static):
            _OTHERS.add(content.save_as)


def _keep_in_place(content: Any) -> None:
    """A post stands where its name puts it: its own metadata cannot send it elsewhere, nor to another template."""
    for name in ("override_save_as", "override_url"):
        content.__dict__.pop(name, None)
    if hasattr(content, "template"):
        content.template = content.default_template


def _timeline_generator(_: Any) -> type[TimelineGenerator]:
    return TimelineGenerator


def register() -> None:
    """Called by Pelican; called again at every reload, so all receivers are module-level functions."""
    signals.get_generators.connect(_timeline_generator)
    signals.content_object_init.connect(_keep_in_place)
    signals.content_written.connect(_note_written)
    signals.static_generator_finalized.connect(_note_static)
    signals.finalized.connect(_write_manifest)


def run(settings: dict[str, Any]) -> build.Result:
    """Run Pelican once with these overrides and give back what the timeline's generator wrote.

    Pelican only logs a plugin that it cannot load and then builds a site without it, so the result is asserted.
    """
    conf = Path(settings["WAQAI_ROOT"]) / "pelicanconf.py"
    base = pelican_settings(settings["WAQAI_ROOT"])
    chosen = {**({} if conf.is_file() else base), **settings}
    try:
        configured = read_settings(str(conf) if conf.is_file() else None, chosen)
    except ValueError as error:  # what Pelican says when it looks for the content's folder and does not find it
        raise OutputError(CANNOT_BEGIN, reason=error) from error
    console.quiet = True
    pelican = Pelican(configured)
    pelican.run()
    result: build.Result | None = getattr(pelican, "waqai_result", None)
    if result is None:
        message = "Pelican ran without the timeline's generator; is waqai.plugin among its PLUGINS?"
        raise RuntimeError(message)
    return result
