"""The messages that catalogues translate: gathered from the sources, and written to the theme's template.

`python -m tests.messages` writes theme/locales/waqai.pot anew. It carries no date, so the same sources give the same
bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po
from jinja2.ext import babel_extract

from waqai.model import vocabulary

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "waqai"
TEMPLATES = ROOT / "theme" / "templates"
TEMPLATE_CATALOGUE = ROOT / "theme" / "locales" / "waqai.pot"
OF_THE_SITE = ("site", "model", "dates", "languages", "comparison")
"""The rooms that speak to readers, with contexts."""

_IN_CONTEXT: Any = ((1, "c"), 2)
_KEYWORDS: dict[str, Any] = {
    "gettext": None,
    "ngettext": (1, 2),
    "plurals": (1, 2),
    "pgettext": _IN_CONTEXT,
    "npgettext": ((1, "c"), 2, 3),
}
_OF_TEMPLATES = {**_KEYWORDS, "_": None}
_OF_SITE = {**_KEYWORDS, "_": _IN_CONTEXT}
_OF_COMMANDS = {"N_": None}
_HEADER = r"""# The messages of the theme and of the model. Made by `python -m tests.messages`: do not edit.
msgid ""
msgstr ""
"Project-Id-Version: waqai\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""

WORD_LISTS: Mapping[str, Mapping[str, vocabulary.Word | vocabulary.State]] = {
    "event type": vocabulary.EVENT_TYPES,
    "role": vocabulary.ROLES,
    "topic state": vocabulary.TOPIC_STATES,
    "agreement state": vocabulary.AGREEMENT_STATES,
    "actor kind": vocabulary.ACTOR_KINDS,
    "place kind": vocabulary.PLACE_KINDS,
    "tone": vocabulary.TONES,
    "form": vocabulary.FORMS,
    "stage": vocabulary.STAGES,
    "source type": vocabulary.SOURCE_TYPES,
    "change kind": vocabulary.CHANGE_KINDS,
    "standing": vocabulary.STANDINGS,
}
"""The lists of the vocabulary, by the gettext context of their labels."""
HEADINGS = {"actor kinds": vocabulary.ACTOR_KIND_HEADINGS, "place kinds": vocabulary.PLACE_KIND_HEADINGS}

Message = tuple[str, str | tuple[str, str]]
"""Context (empty for none), and the id or the ids of singular and plural."""


def site_messages() -> list[Message]:
    """Everything that readers see: templates, the rooms that make pages, and the model's words."""
    rooms = [path for room in OF_THE_SITE for path in sorted((PACKAGE / room).rglob("*.py"))]
    templates = sorted(TEMPLATES.rglob("*.html"))
    found = [
        *(message for path in templates for message in _of_template(path)),
        *(message for path in rooms for message in _of_python(path, _OF_SITE)),
        *_of_vocabulary(),
    ]
    return sorted(dict.fromkeys(found), key=repr)


def command_messages() -> list[Message]:
    """Everything that the commands say: faults, their values and cures, summaries."""
    words = PACKAGE / "model" / "vocabulary.py"
    paths = [path for path in sorted(PACKAGE.rglob("*.py")) if path != words]
    return list(dict.fromkeys(message for path in paths for message in _of_python(path, _OF_COMMANDS)))


def _of_python(path: Path, keywords: dict[str, Any]) -> Iterator[Message]:
    for _, ids, _, context in extract_from_file("python", str(path), keywords=keywords):
        yield context or "", ids if isinstance(ids, str) else (ids[0], ids[1])


def _of_template(path: Path) -> Iterator[Message]:
    for _, function, ids, _ in babel_extract(BytesIO(path.read_bytes()), tuple(_OF_TEMPLATES), (), {}):
        parts = (ids,) if isinstance(ids, str) else tuple(part for part in ids or () if part is not None)
        context, parts = (parts[0], parts[1:]) if "pgettext" in function else ("", parts)
        yield context, (parts[0], parts[1]) if "ngettext" in function or len(parts) > 1 else parts[0]


def _of_vocabulary() -> Iterator[Message]:
    for context, words in WORD_LISTS.items():
        yield from ((context, word.label) for word in words.values())
    for context, headings in HEADINGS.items():
        yield from ((context, heading) for heading in headings.values())
    for relation in vocabulary.RELATIONS.values():
        yield from (("relation", label) for label in (relation.label, relation.inverse_label))


def template_catalogue(messages: Iterable[Message]) -> bytes:
    """A `.pot` of these messages, the same bytes for the same messages."""
    catalogue = Catalog()
    for context, ids in messages:
        catalogue.add(ids, context=context or None)
    body = BytesIO()
    write_po(body, catalogue, width=0, omit_header=True)
    return _HEADER.encode() + body.getvalue()


if __name__ == "__main__":
    TEMPLATE_CATALOGUE.write_bytes(template_catalogue(site_messages()))
