"""The templates and the contexts keep their word to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment, FileSystemLoader, nodes

from waqai.site import contexts
from waqai.site.contexts import EMBEDS, TEMPLATES, ClaimView, EmbedShell, Phrase, Shell, StateView

THEME = Path(__file__).resolve().parents[1] / "theme"
FOLDER = THEME / "templates"
LOADER = FileSystemLoader(FOLDER)
ENVIRONMENT = Environment(loader=LOADER, autoescape=True, extensions=["jinja2.ext.i18n"])

AUDITED = {"components/icons.html"}
"""Templates that print drawings of their own as they are."""
PELICAN = ("base.html", "article.html", "page.html", "index.html")
"""Templates for Pelican's own pages, which Pelican renders without escaping."""
CONTENT = {"article.content", "page.content"}
UNSHOWN: dict[type, set[str]] = {ClaimView: {"has_other_names"}, StateView: {"key"}}
"""Fields that no page shows: names are switched for a whole page, and a state is shown by its mark and its label."""

Types = frozenset[object]
Scope = dict[str, Types]
UNKNOWN: Types = frozenset()


@cache
def parsed(name: str) -> nodes.Template:
    """The syntax tree of a template."""
    return ENVIRONMENT.parse(source(name))


def source(name: str) -> str:
    """The text of a template."""
    return LOADER.get_source(ENVIRONMENT, name)[0]


def alternatives(hint: object) -> Types:
    """The types that a value of an annotated type may have, None left out."""
    if get_origin(hint) in (UnionType, Union):
        return frozenset().union(*map(alternatives, get_args(hint)))
    return UNKNOWN if hint is type(None) else frozenset({hint})


def elements(types: Types) -> Types:
    """What a loop over a value of these types runs over."""
    tuples = [get_args(each) for each in types if get_origin(each) is tuple]
    return frozenset().union(*(alternatives(arguments[0]) for arguments in tuples if arguments))


@cache
def hints(kind: type) -> dict[str, object]:
    """The fields of a dataclass with their types."""
    return get_type_hints(kind)


@dataclass
class Reader:
    """Follows what a template reads from the dataclasses that it is given, into the macros that it calls."""

    reads: set[tuple[type, str]] = field(default_factory=set)
    mistakes: list[str] = field(default_factory=list)
    _called: set[tuple[str, str, tuple[Types, ...]]] = field(default_factory=set)

    def template(self, name: str, scope: Scope) -> None:
        """Read a template and those that it extends."""
        tree = parsed(name)
        self._all(tree.body, name, dict(scope))
        for parent in tree.find_all(nodes.Extends):
            assert isinstance(parent.template, nodes.Const)
            self.template(parent.template.value, scope)

    def _all(self, body: list[nodes.Node], name: str, scope: Scope) -> None:
        for node in body:
            self._types(node, name, scope)

    def _types(self, node: nodes.Node, name: str, scope: Scope) -> Types:
        """The types of an expression; a statement is read for what it does and has none."""
        match node:
            case nodes.Macro() | nodes.FromImport():
                return UNKNOWN
            case nodes.Name():
                return scope.get(node.name, UNKNOWN)
            case nodes.Getattr():
                return self._field(self._types(node.node, name, scope), node.attr, f"{name}:{node.lineno}")
            case nodes.Getitem():
                return self._item(node, name, scope)
            case nodes.CondExpr() | nodes.Or() | nodes.And():
                return frozenset().union(*[self._types(child, name, scope) for child in node.iter_child_nodes()])
            case nodes.For():
                self._loop(node, name, scope)
            case nodes.Assign():
                self._bind(node.target, self._types(node.node, name, scope), scope)
            case nodes.Call():
                self._call(node, name, scope)
            case _:
                self._all(list(node.iter_child_nodes()), name, scope)
        return UNKNOWN

    def _field(self, owners: Types, attribute: str, place: str) -> Types:
        kinds = [owner for owner in owners if isinstance(owner, type) and is_dataclass(owner)]
        having = [kind for kind in kinds if attribute in hints(kind)]
        self.reads |= {(kind, attribute) for kind in having}
        if kinds and not having:
            self.mistakes.append(f"{place}: {kinds[0].__name__} has no {attribute}")
        return frozenset().union(*(alternatives(hints(kind)[attribute]) for kind in having))

    def _item(self, node: nodes.Getitem, name: str, scope: Scope) -> Types:
        owner = self._types(node.node, name, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._field(owner, node.arg.value, f"{name}:{node.lineno}")
        return elements(owner)

    def _loop(self, node: nodes.For, name: str, scope: Scope) -> None:
        inside = dict(scope)
        self._bind(node.target, elements(self._types(node.iter, name, scope)), inside)
        self._all([*([node.test] if node.test else []), *node.body], name, inside)
        self._all(node.else_, name, scope)

    def _bind(self, target: nodes.Node, types: Types, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = types

    def _call(self, node: nodes.Call, name: str, scope: Scope) -> None:
        positional = [self._types(argument, name, scope) for argument in node.args]
        named = {keyword.key: self._types(keyword.value, name, scope) for keyword in node.kwargs}
        called = macro(name, node.node.name) if isinstance(node.node, nodes.Name) else None
        if called is None:
            self._types(node.node, name, scope)
            return
        home, definition = called
        arguments = {argument.name: UNKNOWN for argument in definition.args}
        given = dict(zip(arguments, positional, strict=False))
        self._enter(home, definition, arguments | given | named)

    def _enter(self, home: str, definition: nodes.Macro, scope: Scope) -> None:
        call = (home, definition.name, tuple(scope.values()))
        if call not in self._called:
            self._called.add(call)
            self._all(definition.body, home, scope)


def macro(template: str, name: str) -> tuple[str, nodes.Macro] | None:
    """The template and the definition of a macro, as it is known by that name in a template."""
    for definition in parsed(template).find_all(nodes.Macro):
        if definition.name == name:
            return template, definition
    for statement in parsed(template).find_all(nodes.FromImport):
        for imported in statement.names:
            theirs, ours = (imported, imported) if isinstance(imported, str) else imported
            if ours == name and isinstance(statement.template, nodes.Const):
                return macro(statement.template.value, theirs)
    return None


@cache
def reading(context: type) -> Reader:
    """All that the template of a context reads."""
    reader = Reader()
    reader.template(
        TEMPLATES[context],
        {"page": frozenset({context}), "shell": frozenset({EmbedShell if context in EMBEDS else Shell})},
    )
    return reader


def views() -> Iterator[type]:
    """All dataclasses of the contexts but the phrase, which functions print."""
    for value in vars(contexts).values():
        if isinstance(value, type) and is_dataclass(value) and value.__module__.startswith(contexts.__name__):
            yield value


def written(name: str) -> str:
    """A template without its comments."""
    return re.sub(r"\{#.*?#\}", "", source(name), flags=re.DOTALL)


every_context = pytest.mark.parametrize("context", TEMPLATES, ids=lambda context: context.__name__)
every_template = pytest.mark.parametrize("template", LOADER.list_templates())


@every_context
def test_every_context_has_a_template_in_the_theme(context: type) -> None:
    """A template that is missing here would silently come from another theme."""
    assert (FOLDER / TEMPLATES[context]).is_file()


@every_context
def test_a_template_reads_only_what_its_context_has(context: type) -> None:
    """Every attribute, also of the values inside, is a field of its dataclass."""
    assert reading(context).mistakes == []


@every_context
def test_everything_in_a_context_is_shown(context: type) -> None:
    """Every field is used by the template, directly or through a macro."""
    shown = {name for kind, name in reading(context).reads if kind is context}
    assert {each.name for each in fields(context)} - shown == set()


@pytest.mark.parametrize("view", [view for view in views() if view is not Phrase], ids=lambda view: view.__name__)
def test_everything_in_a_view_is_shown_somewhere(view: type) -> None:
    """Nothing is computed that no page shows."""
    shown = {name for context in TEMPLATES for kind, name in reading(context).reads if kind is view}
    assert {each.name for each in fields(view)} - shown - UNSHOWN.get(view, set()) == set()


@every_template
def test_no_template_trusts_text(template: str) -> None:
    """What is not markup by its type is escaped; only drawings are printed as they are."""
    trusted = [node for node in parsed(template).find_all(nodes.Filter) if node.name == "safe"]
    assert template in AUDITED or trusted == []


@every_template
def test_no_template_knows_left_from_right(template: str) -> None:
    """Both directions have the same markup."""
    assert re.findall(r"\b(?:left|right)\b", written(template)) == []


@every_template
def test_no_template_has_a_style_a_script_or_a_handler_inside(template: str) -> None:
    """The content security policy forbids all inline code; data is no code."""
    code = re.sub(r'<script type="application/(ld\+)?json"', "", written(template))
    assert re.findall(r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=", code) == []


@pytest.mark.parametrize("template", PELICAN)
def test_the_templates_for_pelican_escape_everything_but_content(template: str) -> None:
    """Pelican's own environment escapes nothing."""
    printed = re.findall(r"\{\{\s*(.*?)\s*\}\}", written(template))
    assert [each for each in printed if not each.endswith("|e") and each not in CONTENT] == []


@pytest.mark.parametrize("catalogue", sorted((THEME / "locales").glob("*.po")), ids=lambda path: path.name)
def test_no_translation_holds_markup(catalogue: Path) -> None:
    """It would be shown as it is written: translations are texts, and escaped."""
    with catalogue.open("rb") as file:
        strings = [message.string for message in read_po(file) if message.id]
    texts = [text for each in strings for text in ([each] if isinstance(each, str) else each or ())]
    assert [text for text in texts if re.search(r'[<>&"]', text)] == []
