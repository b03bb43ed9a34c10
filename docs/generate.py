"""Writes the generated parts of the documentation, and the JSON Schemas: `make docs`.

Nothing is said twice: fields come from the models, words from the vocabularies, options from click and faults from the
modules that find them. Each generated part stands between two comments, `<!-- generated: name -->` and `<!-- end -->`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import click

import waqai
from docs import dependencies, glossary, words
from docs.fields import fields_of
from docs.tables import cell, table
from waqai.cli import main as waqai_command
from waqai.cli.difference_schema import DIFFERENCE_SCHEMA
from waqai.cli.problems_schema import PROBLEMS_SCHEMA
from waqai.config import Config
from waqai.model import RECORD_KINDS, Record, vocabulary
from waqai.model.descriptions import ENGLISH, described_languages
from waqai.problems import Fault, Severity
from waqai.schemas import as_file, schema, schema_names
from waqai.site import urls

ROOT = Path(__file__).parents[1]
PAGES = (
    "docs/model.md",
    "docs/dates.md",
    "docs/settings.md",
    "docs/commands.md",
    "docs/faults.md",
    "docs/glossary.md",
    "docs/dependencies.md",
    "content/README.md",
    "content/README.ar.md",
)
HELP_WIDTH = 100
_PART = re.compile(r"(<!-- generated: (.+?) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def documents() -> dict[Path, str]:
    """Every file that is generated, wholly or in part, and the text that it should have."""
    pages = {ROOT / name: filled((ROOT / name).read_text("utf-8")) for name in PAGES}
    return pages | {ROOT / name: text for name, text in (*schemas(), *glossary.pages())}


def filled(page: str) -> str:
    """A page with its generated parts written anew. Raises KeyError for a part that nobody generates."""
    return _PART.sub(lambda part: f"{part[1]}{PARTS[part[2]]()}\n{part[4]}", page)


def schemas() -> Iterator[tuple[str, str]]:
    """Paths and texts of the JSON Schemas (draft 2020-12): for files in each language, and for what commands print."""
    for tag in described_languages():
        yield from ((urls.schema(name, tag), as_file(schema(name, tag))) for name in schema_names())
    for name, printed in {"problems": PROBLEMS_SCHEMA, "difference": DIFFERENCE_SCHEMA}.items():
        yield urls.schema(name, ENGLISH), as_file(printed)


def commands() -> str:
    """What `--help` prints, for the program and for each command."""
    group = click.Context(waqai_command, info_name="waqai", terminal_width=HELP_WIDTH)
    helps = [("waqai", waqai_command.get_help(group))]
    for name in waqai_command.list_commands(group):
        command = waqai_command.commands[name]
        context = click.Context(command, info_name=name, parent=group, terminal_width=HELP_WIDTH)
        helps.append((f"waqai {name}", command.get_help(context)))
    return "\n\n".join(f"### {title}\n\n```text\n{text}\n```" for title, text in helps)


def faults() -> list[Fault]:
    """Every kind of mistake that any module can find, by its code."""
    names = [module.name for module in pkgutil.walk_packages(waqai.__path__, "waqai.") if "__main__" not in module.name]
    values = [value for name in names for value in vars(importlib.import_module(name)).values()]
    return sorted({value for value in values if isinstance(value, Fault)}, key=lambda fault: fault.code)


def faults_of(severity: Severity) -> str:
    """The table of the faults of one severity."""
    chosen = [fault for fault in faults() if fault.severity == severity]
    rows = ((f"`{f.code}`", _wording(f.found), _wording(f.expected), _wording(f.cure)) for f in chosen)
    return table(("code", "found", "expected", "cure"), rows)


def _wording(message: str) -> str:
    return cell(message.replace("{{", "{").replace("}}", "}"))


PARTS: Mapping[str, Callable[[], str]] = {
    "every kind": partial(fields_of, Record),
    **{kind.kind_name: partial(fields_of, kind) for kind in RECORD_KINDS.values()},
    "event types": partial(words.words_of, vocabulary.EVENT_TYPES),
    "roles": partial(words.words_of, vocabulary.ROLES),
    "relations": words.relations,
    "states": words.states,
    "standings": partial(words.words_of, vocabulary.STANDINGS),
    "kinds of actors": partial(words.words_of, vocabulary.ACTOR_KINDS),
    "kinds of places": partial(words.words_of, vocabulary.PLACE_KINDS),
    "types of sources": partial(words.words_of, vocabulary.SOURCE_TYPES),
    "stages": partial(words.words_of, vocabulary.STAGES),
    "event types in Arabic": partial(words.in_arabic, "event type", vocabulary.EVENT_TYPES),
    "roles in Arabic": partial(words.in_arabic, "role", vocabulary.ROLES),
    "relations in Arabic": words.relations_in_arabic,
    "states of topics in Arabic": partial(words.in_arabic, "topic state", vocabulary.TOPIC_STATES),
    "states of agreements in Arabic": partial(words.in_arabic, "agreement state", vocabulary.AGREEMENT_STATES),
    "dates": partial(words.dates, words.USUAL_DATES),
    "dates in Arabic": partial(words.dates_in_arabic, words.USUAL_DATES),
    "more dates": partial(words.dates, words.MORE_DATES),
    "glossary": glossary.both_languages,
    "settings": partial(fields_of, Config),
    "commands": commands,
    "packages": dependencies.ours,
    "brought packages": dependencies.brought,
    "errors": partial(faults_of, "error"),
    "warnings": partial(faults_of, "warning"),
}
"""What writes each generated part, by its name."""


def main() -> None:
    """Write the files that are not as they should be."""
    for path, text in documents().items():
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
