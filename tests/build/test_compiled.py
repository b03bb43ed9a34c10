"""Compiled templates are kept for the next build, as long as nothing that they are made from changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from waqai.build.compiled import Kept
from waqai.build.environment import Translated
from waqai.build.templates import Templates
from waqai.languages import Language
from waqai.themes import built_in_theme

LANGUAGE = Language.of("ar", catalogues=(built_in_theme() / "locales",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A theme's templates that were rendered once; beside them, what was kept."""
    (tmp_path / "page.html").write_text('{% include "part.html" %}!')
    (tmp_path / "part.html").write_text("{{ _('Sources') }}")
    rendered(tmp_path)
    return tmp_path


def rendered(folder: Path, language: Language = LANGUAGE) -> str:
    """The page, by a build of its own."""
    kept = Kept(folder / "kept")
    templates = Templates((folder,), language, kept)
    templates.compile("page.html")
    kept.store()
    return templates.render("page.html")


def compiled_meanwhile(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are compiled from now on."""
    names: list[str] = []
    compiling = Translated.compile

    def compile_and_tell(self: Translated, source: Any, name: str, *arguments: Any) -> Any:
        names.append(name)
        return compiling(self, source, name, *arguments)

    monkeypatch.setattr(Translated, "compile", compile_and_tell)
    return names


def test_templates_are_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build takes them as they are."""
    compiled = compiled_meanwhile(monkeypatch)
    assert ("المصادر!", []) == (rendered(folder), compiled)


def test_a_template_that_changed_is_compiled_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It alone."""
    compiled = compiled_meanwhile(monkeypatch)
    (folder / "part.html").write_text("{{ _('Topics') }}")
    assert ("الملفات!", ["part.html"]) == (rendered(folder), compiled)


def test_another_language_has_templates_of_its_own(folder: Path) -> None:
    """Its words are part of them."""
    assert "Sources!" == rendered(folder, Language.of("en"))


def test_damaged_templates_are_compiled_anew(folder: Path) -> None:
    """Cold, never wrong."""
    (folder / "kept").write_bytes((folder / "kept").read_bytes()[:-1] + b"x")
    assert "المصادر!" == rendered(folder)
