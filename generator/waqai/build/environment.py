"""Jinja's environment, quicker at what a page does hundreds of times, and the same to the byte in what it prints.

Messages that a template holds as constants are translated once, when it is compiled, and so become part of the text
around them. Calls of macros and functions, and the printing of what needs no escaping, take the shortest way. All of it
uses the places at which Jinja lets its compiler and its context be replaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from types import FunctionType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from waqai.languages import Language

SCOPES = ("_loop_vars", "_block_vars")
"""What Jinja hands to every call, for functions that ask for the context."""
_SPECIAL = re.compile("[&<>'\"]")


class _Folding(NodeTransformer):
    """Replaces `_("…")` and `pgettext("…", "…")` by what they give."""

    def __init__(self, environment: Environment) -> None:
        self._functions: dict[str, Any] = {name: environment.globals[name] for name in ("_", "gettext", "pgettext")}

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - named by Jinja for what it visits
        """Translate a call whose arguments are all known."""
        self.generic_visit(node)
        function = self._functions.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if function is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return node
        if not all(isinstance(argument, nodes.Const) for argument in node.args):
            return node
        values = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
        return nodes.Const(function(*values), lineno=node.lineno)


class _Compiler(CodeGenerator):
    """Writes the Python that a template becomes."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - same
        """The whole template, its constant messages translated."""
        super().visit_Template(_Folding(self.environment).visit(node), frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Escape by our own function where Jinja would by its own."""
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    """Calls macros and plain functions without asking first what else they could be."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What a template calls."""
        kind = type(called)
        if kind is Macro:
            args = (self.eval_ctx, *args)
        elif kind is not FunctionType or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **kwargs)
        for name in SCOPES:
            kwargs.pop(name, None)
        return called(*args, **kwargs)


class Translated(Environment):
    """An environment in one language."""

    code_generator_class = _Compiler
    context_class = _Context

    def __init__(self, language: Language, **options: Any) -> None:
        super().__init__(autoescape=True, extensions=["jinja2.ext.i18n"], **options)
        # The method is added by the extension, so the type checker does not know it.
        getattr(self, "install_gettext_translations")(language, newstyle=True)  # noqa: B009
        self.globals |= _messages(language)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The same names for all templates; Jinja compares them at every import of a macro."""
        return super().make_globals(d) if d else self.globals

    @staticmethod
    def printed(value: object) -> str:
        """A value as it stands in a page."""
        if type(value) is str:
            return escape(value) if _SPECIAL.search(value) else value
        return value if type(value) is Markup else escape(value)


def _messages(language: Language) -> dict[str, Callable[..., Markup]]:
    """Gettext as Jinja's own new style has it, but a translation is a text: it is escaped, like the values put into it.

    A catalogue may come with the timeline, from somebody who knows the language and is not otherwise known.
    """

    def gettext(message: str, **values: object) -> Markup:
        return escape(language.gettext(message)) % values

    def pgettext(context: str, message: str, **values: object) -> Markup:
        return escape(language.pgettext(context, message)) % {"context": context, **values}

    def ngettext(singular: str, plural: str, num: int, /, **values: object) -> Markup:
        return escape(language.ngettext(singular, plural, num)) % {"num": num, **values}

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext}
