"""The quick environment prints what Jinja's own would, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from waqai.build.environment import Translated
from waqai.languages import Language
from waqai.themes import built_in_theme

MACROS = {
    "macros": "{% macro row(value, class='a & b') %}<i class='{{ class }}'>{{ value }}</i>{% endmacro %}"
    "{% macro around() %}[{{ caller() }}]{% endmacro %}"
}
VALUES = {"text": "a < b & 'c' \"d\"", "plain": "نص", "markup": Markup("<b>x</b>"), "number": 7, "nothing": None}
TEMPLATES = [
    "{{ text }}{{ plain }}{{ markup }}{{ number }}{{ nothing }}",
    "{{ _('Sources') }}|{{ gettext('100 %% sure') }}|{{ pgettext('navigation', 'Chronicle') }}",
    "{{ _('Event no. %(number)s', number=number) }}|{{ _('Event no. %(number)s', number=text) }}",
    "{% trans day=text %}Record to {{ day }}{% endtrans %}",
    "{{ ngettext('{n} event', '{n} events', number).format(n=number) }}",
    "{% from 'macros' import row %}{% for each in [1, 2] %}{{ row(text, class=each) }}{{ row(markup) }}{% endfor %}",
    "{% from 'macros' import around %}{% call around() %}{{ text }}{% endcall %}",
    "{% set label = _('Sources') %}{{ label ~ text }}{{ text|upper }}{{ text|length }}",
    "{{ _('Sources') if text == 'x' else pgettext('navigation', 'Topics') }}",
]


@pytest.fixture(scope="module")
def arabic() -> Language:
    """Arabic with the theme's own catalogue."""
    return Language.of("ar", catalogues=(built_in_theme() / "locales",))


@pytest.mark.parametrize("source", TEMPLATES)
def test_a_template_prints_the_same_as_with_jinja_alone(arabic: Language, source: str) -> None:
    """Escaping, messages, macros, calls."""
    loader = DictLoader({**MACROS, "page": source})
    usual = Environment(loader=loader, autoescape=True, extensions=["jinja2.ext.i18n"])
    getattr(usual, "install_gettext_translations")(arabic, newstyle=True)  # noqa: B009 - added by the extension
    ours = Translated(arabic, loader=loader)
    assert usual.get_template("page").render(VALUES) == ours.get_template("page").render(VALUES)


def test_a_constant_message_is_translated_when_the_template_is_compiled(arabic: Language) -> None:
    """It is text among the text around it."""
    compiled = Translated(arabic).compile("<p>{{ _('Sources') }}</p>", raw=True)
    assert f"<p>{arabic.gettext('Sources')}</p>" in compiled


HOSTILE = """msgid ""
msgstr ""
"Language: ku\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Sources"
msgstr "<b onmouseover='x'>&"

msgctxt "navigation"
msgid "Topics"
msgstr "<b onmouseover='x'>&"

msgid "{n} event"
msgid_plural "{n} events"
msgstr[0] "<b onmouseover='x'>& {n}"
msgstr[1] "<b onmouseover='x'>& {n}"

msgid "Record to %(day)s"
msgstr "<b onmouseover='x'>& %(day)s"
"""


@pytest.mark.parametrize(
    "source",
    [
        "{{ _('Sources') }}",
        "{{ pgettext('navigation', 'Topics') }}",
        "{{ ngettext('{n} event', '{n} events', number).format(n='<i>') }}",
        "{% trans day=text %}Record to {{ day }}{% endtrans %}",
    ],
)
def test_a_catalogue_of_a_stranger_brings_no_markup(tmp_path: Path, source: str) -> None:
    """A timeline may come with translations of its own."""
    (tmp_path / "ku.po").write_text(HOSTILE, "utf-8")
    strangers = Language.of("ku", catalogues=(tmp_path,))
    assert "<" not in Translated(strangers, loader=DictLoader({"page": source})).get_template("page").render(VALUES)
