"""Jinja environments, one a language: autoescaping, strict about what is undefined, translated by gettext.

Not Pelican's own environment, in which autoescaping is off.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from traceback import extract_tb

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup, escape

from waqai.build.basis import digest
from waqai.build.compiled import Bytecode, Kept
from waqai.build.environment import Translated
from waqai.languages import Language
from waqai.site.contexts import Phrase

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


class Templates:
    """The templates of a theme, in one language. Folders that come first override those that follow."""

    def __init__(self, folders: tuple[Path, ...], language: Language, kept: Kept) -> None:
        self._kept = kept
        self._environment = Translated(
            language,
            loader=FileSystemLoader(folders),
            bytecode_cache=Bytecode(kept, f"{language.tag} {digest_of_catalogues(language)}"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._environment.globals |= _functions(language)
        self._sources: dict[str, tuple[str, tuple[str, ...]]] = {}

    def render(self, name: str, **context: object) -> str:
        """A page."""
        return self._environment.get_template(name).render(context)

    def compile(self, name: str) -> None:
        """Compile a template and every template that it is made from."""
        for each in self._closure(name):
            self._environment.get_template(each)

    def closure_digest(self, name: str) -> str:
        """A digest of a template and of every template that it is made from."""
        return sha256(repr(sorted(self._closure(name).items())).encode()).hexdigest()

    def _closure(self, name: str) -> dict[str, str]:
        """The sources of a template and of every template that it is made from, by name."""
        seen: dict[str, str] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current not in seen:
                seen[current], referenced = self._read(current)
                waiting += referenced
        return seen

    def _read(self, name: str) -> tuple[str, tuple[str, ...]]:
        """A template's source, and the templates that it names; each is parsed once."""
        if name not in self._sources:
            loader = self._environment.loader
            assert loader is not None  # noqa: S101 - set in __init__
            source = loader.get_source(self._environment, name)[0]
            self._sources[name] = source, self._kept.referenced(self._environment, source)
        return self._sources[name]


@cache
def digest_of_catalogues(language: Language) -> str:
    """A digest of the files that a language was read from."""
    return digest(*(path.read_text("utf-8") for path in language.files))


def _functions(language: Language) -> dict[str, Callable[..., str]]:
    """What templates may call: how a text of the data is printed."""
    nothing = Markup()

    @cache
    def named(lang: str, direction: str) -> Markup:
        return Markup(f' lang="{escape(lang)}" dir="{escape(direction)}"')  # noqa: S704 - both are escaped

    def attributes(phrase: Phrase) -> Markup:
        return nothing if phrase.lang == language.tag else named(phrase.lang, phrase.dir)

    def plain(phrase: Phrase) -> Markup:
        return phrase.html if phrase.html is not None else escape(phrase.text)

    def run(phrase: Phrase) -> Markup:
        # Put together by hand: Markup.format() took a tenth of the time of a page.
        around = "" if phrase.lang == language.tag else named(phrase.lang, phrase.dir)
        return Markup(f"<bdi{around}>{plain(phrase)}</bdi>")  # noqa: S704 - both are markup already

    def isolate(text: object) -> str:
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"

    return {"attributes": attributes, "plain": plain, "run": run, "isolate": isolate}


def place_in_template(error: TemplateError) -> str:
    """Where in a template a mistake is, as `file:line`: where Jinja says, or in the innermost that was running."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
