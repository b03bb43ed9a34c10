"""What contributors see while they write: completion, explanations and faults, from the server that editors use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.server import Editor, editing
from waqai.model import RECORD_KINDS
from waqai.model.vocabulary import EVENT_TYPES, ROLES

ROOT = Path(__file__).parents[2]
FILES = [
    ROOT / "timeline.yaml",
    *sorted(path for folder in RECORD_KINDS for path in ROOT.glob(f"content/{folder}/*.yaml")),
]
DRAFT = ROOT / "content/events/2021-01-01-draft.yaml"

pytestmark = pytest.mark.node


@pytest.fixture(scope="module")
def editor(language_server: None) -> Iterator[Editor]:  # noqa: ARG001 - it has to be there
    """An editor with the repository's own settings."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    with editing(ROOT, {"schemas": settings["yaml.schemas"]}) as opened:
        yield opened


@pytest.fixture(scope="module")
def arabic_editor(language_server: None) -> Iterator[Editor]:  # noqa: ARG001 - it has to be there
    """An editor that is told to take the schemas in Arabic."""
    with editing(ROOT, {"schemas": {"schemas/ar/event.schema.json": "/content/events/*.yaml"}}) as opened:
        yield opened


@pytest.fixture(scope="module")
def draft(editor: Editor) -> str:
    """A file that is being written."""
    text = "title: x\ntype: t\ndate: 2021-01-01\nsources: [a]\nwho:\n  host: [a]\n  pa\n"
    return editor.open(DRAFT, text)


def test_the_real_files_have_no_fault_in_an_editor(editor: Editor) -> None:
    """What `waqai check` accepts is not underlined."""
    opened = [editor.open(path, path.read_text("utf-8")) for path in FILES]

    assert {} == {address: said for address, said in editor.wait_for_diagnostics(opened).items() if said}


@pytest.mark.parametrize(
    ("name", "written", "line"),
    [
        ("unlisted-word", "title: x\ntype: talk\ndate: 2021-01-01\nsources: [a]", 2),
        ("no-date", "title: x\ntype: talks\ndate: 1 January\nsources: [a]", 3),
        ("no-id", "title: x\ntype: talks\ndate: 2021-01-01\nsources: [A B]", 4),
        ("unknown-key", "title: x\ntype: talks\ndate: 2021-01-01\nsource: [a]", 4),
        ("no-source", "title: x\ntype: talks\ndate: 2021-01-01", 1),
    ],
)
def test_a_fault_is_underlined_in_its_line(editor: Editor, name: str, written: str, line: int) -> None:
    """Before any command is run."""
    address = editor.open(DRAFT.with_stem(name), written)
    said = editor.wait_for_diagnostics([address])[address]

    assert str(line) in {each.partition(":")[0] for each in said}


def test_keys_are_offered(editor: Editor, draft: str) -> None:
    """Those of an event that are not written yet."""
    offered = editor.completions(draft, 7, 0)

    assert {"summary", "claims", "importance"} <= offered
    assert not {"title", "date"} & offered


def test_the_words_of_a_list_are_offered(editor: Editor, draft: str) -> None:
    """All types of events, and nothing else."""
    assert set(EVENT_TYPES) == editor.completions(draft, 1, 7)


def test_roles_are_offered_as_keys(editor: Editor, draft: str) -> None:
    """Also where the keys of a map are words of a list."""
    assert set(ROLES) - {"host"} == editor.completions(draft, 6, 4)


def test_a_key_is_explained(editor: Editor, draft: str) -> None:
    """With the words of the model."""
    assert "When it happened, as it is known" in editor.hover(draft, 2, 1)


def test_keys_and_words_are_explained_in_arabic(arabic_editor: Editor) -> None:
    """By the schemas of that language: what a key means, and what readers see of a word."""
    address = arabic_editor.open(DRAFT, "type: talks\n")
    arabic_editor.wait_for_diagnostics([address])
    arabic = json.loads((ROOT / "schemas/ar/event.schema.json").read_text("utf-8"))["properties"]["type"]
    shown = arabic_editor.hover(address, 0, 1)

    assert (True, True) == (arabic["description"].rstrip(".") in shown, arabic["enumDescriptions"][0] in shown)
