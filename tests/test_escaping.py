"""What becomes markup: all of it is known, and everything else is escaped."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

import waqai
from waqai.site.hosting import POLICY

PACKAGE = Path(waqai.__file__).parent
TEMPLATES = Path(__file__).resolve().parents[1] / "theme/templates"
REASONS = {
    ("markdown.py", "render"): "the renderer escapes all text and has no raw HTML",
    ("markdown.py", "render_inline"): "a text without any sign that means something, or from the same renderer",
    ("build/templates.py", "named"): "both values are escaped in it",
    ("build/templates.py", "run"): "put together from what is markup already",
    ("site/structured.py", "json_in_page"): "JSON in which all signs of HTML are written as escapes",
}
"""Every function that says of a text that it is markup, and why it may."""


def _trusted(path: Path) -> Counter[tuple[str, str]]:
    """The functions of a module that call `Markup` with anything but a literal, each as often as it does."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return Counter(
        (path.relative_to(PACKAGE).as_posix(), _innermost(functions, node))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _is_markup(node.func) and not all(map(_is_literal, node.args))
    )


def _innermost(functions: list[ast.FunctionDef], node: ast.Call) -> str:
    around = [each for each in functions if each.lineno <= node.lineno <= (each.end_lineno or 0)]
    return max(around, key=lambda each: each.lineno).name if around else ""


def _is_markup(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id == "Markup"


def _is_literal(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant)


def test_every_text_that_is_taken_for_markup_has_its_reason() -> None:
    """A new one has to be thought about, and one that is gone leaves no reason behind."""
    found = {place for path in sorted(PACKAGE.rglob("*.py")) for place in _trusted(path)}
    assert sorted(REASONS) == sorted(found)


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_every_template_that_names_a_policy_names_the_one_that_hosts_are_told(path: Path) -> None:
    """Those for Pelican's own pages, too."""
    said = [line for line in path.read_text("utf-8").splitlines() if "Content-Security-Policy" in line]
    assert {f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'} >= {*said}
