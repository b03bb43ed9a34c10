"""The house form of YAML files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.running import ROOT
from waqai import yamlfile
from waqai.authoring.notation import WIDTH, document

FILES = sorted(
    path
    for folder in (ROOT, *(ROOT / "tests" / "timelines").iterdir())
    for path in folder.glob("content/*/*.yaml")
    if "broken" not in folder.parts
)
_LETTERS = st.sampled_from([*"abc 019:#-,.?!'\"[]{}&*|>%@`~\n\\=<\t_", *"ابةتو،؛؟", "true", "no", ": ", " #", "[["])
TEXTS = st.lists(_LETTERS, max_size=12).map("".join)
LONG_TEXTS = st.lists(TEXTS, min_size=20, max_size=60).map(" ".join)
SCALARS = TEXTS | LONG_TEXTS | st.booleans() | st.integers(-(10**15), 10**15)
KEYS = st.text("abcأب #:-", min_size=1, max_size=6)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def _read(text: str) -> Any:
    found = yamlfile.read(text.encode(), "x.yaml")
    assert [] == [problem.fault.code for problem in found.problems]
    return found.value


@settings(derandomize=True)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_what_is_written_is_read_back_as_it_was(value: dict[str, Any]) -> None:
    """Whatever texts, lists and maps it holds, without a fault and without a doubt."""
    assert value == _read(document(value))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_records_of_all_timelines_come_back(path: Path) -> None:
    """Real files and samples."""
    value = yamlfile.read(path.read_bytes(), path.name).value
    assert value == _read(document(value))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"about": ["water", "gate"]}, "about: [water, gate]\n"),
        ({"title": {"ar": "لقاء", "en": "Meeting"}}, "title: {ar: لقاء, en: Meeting}\n"),
        ({"moves": {"gate": {"to": "closed"}}}, "moves: {gate: {to: closed}}\n"),
        ({"moves": {"a": {"to": "x"}, "b": {"to": "y"}}}, "moves:\n  a: {to: x}\n  b: {to: y}\n"),
        ({"aka": [{"name": "A", "lang": "ar"}, {"name": "B"}]}, "aka:\n  - {name: A, lang: ar}\n  - {name: B}\n"),
        ({"differ": [{"ask": {"en": "Who?"}, "claims": ["a"]}]}, 'differ:\n  - ask: {en: "Who?"}\n    claims: [a]\n'),
        ({"date": "[..2021-02-11]"}, 'date: "[..2021-02-11]"\n'),
        (
            {"a": {"at": "2021-02-11T14:53Z", "url": "https://x.org/a"}},
            "a: {at: 2021-02-11T14:53Z, url: https://x.org/a}\n",
        ),
        ({"date": "2021-02-11~"}, "date: 2021-02-11~\n"),
        ({"title": "2021"}, 'title: "2021"\n'),
        ({"rev": "1cddc6ac"}, 'rev: "1cddc6ac"\n'),
        ({"note": 'Says: "no".'}, "note: 'Says: \"no\".'\n"),
        ({"body": "one\ntwo\n"}, "body: |\n  one\n  two\n"),
        ({"tags": ["نعم، لا"]}, 'tags: ["نعم، لا"]\n'),
        ({"said": "نعم، لا"}, "said: نعم، لا\n"),
    ],
    ids=str,
)
def test_each_value_has_one_form(value: dict[str, Any], expected: str) -> None:
    """Brackets for ids and short texts, lines of their own for what is more, quotes only where they are needed."""
    assert expected == document(value)


def test_a_text_longer_than_a_line_is_folded() -> None:
    """Nothing is wider than a line."""
    lines = document({"summary": {"en": "word " * 60 + "end"}}).splitlines()
    assert ("  en: >-", True) == (lines[1], max(map(len, lines)) <= WIDTH)
