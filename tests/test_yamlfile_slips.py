"""A slip of YAML is told as what it is, where it is, with its cure."""

from __future__ import annotations

import pytest

from waqai import yamlfile
from waqai.problems import Problem


def problems_of(text: str) -> tuple[Problem, ...]:
    """What is wrong with a text."""
    return yamlfile.read(text.encode(), "content/events/x.yaml").problems


SLIPS = {
    "unquoted-colon": [
        ("title: محافظ الحسكة: التفاهم لم يكتمل\n", 1, 20),
        ("title:\n  ar: محافظ الحسكة: لم يكتمل\n  en: x\n", 2, 19),
        ("claims:\n  - id: a: b\n", 2, 10),
        ("title: {ar: محافظ: كذا, en: x}\n", 1, 18),
        ("title: {ar: قال، محافظ: كذا}\n", 1, 23),
        ("title: {ar: x,\n  en: a: b}\n", 2, 8),
    ],
    "tab-indent": [("title:\n\tar: x\n", 2, 1), ("a:\n  - x\n\t- y\n", 3, 1)],
    "open-quote": [
        ('title: "محادثات\ndate: 2021\n', 1, 8),
        ("title: 'abc\ndate: 2021\n", 1, 8),
        ('title: "a\ndate: "x"\n', 1, 8),
    ],
    "text-after-quote": [
        ("title: 'it's here'\n", 1, 12),
        ('title: "he said "no" to"\n', 1, 18),
        ('title: "قسد": بيان\n', 1, 13),
        ('title: {ar: "قسد" بيان}\n', 1, 19),
    ],
    "curly-quotes": [("t: “محادثات: جولة”\n", 1, 4), ("t: «أ: ب»\n", 1, 4), ("t: {ar: “أ: ب”}\n", 1, 9)],
    "open-bracket": [
        ("who: [a, b\ndate: 2021\n", 1, 6),
        ("who: [a, b\n", 1, 6),
        ("who: {a: b\ndate: 2021\n", 1, 6),
        ("who: {a: [b}\n", 1, 10),
        ("who: [", 1, 6),
    ],
    "text-after-bracket": [("who: [a]]\nb: c\n", 1, 9), ("a: [text](https://x.org)\nb: c\n", 1, 10)],
    "link-at-start": [("a: [[sdf]] قال\nb: c\n", 1, 12), ("a: {ar: [[sdf]] قال}\n", 1, 17)],
    "comma-in-brackets": [("a: [b,,c]\n", 1, 7)],
    "arabic-comma-between": [("t: {ar: نص، en: text}\n", 1, 11)],
    "wrong-indent": [("a:\n  b: c\n d: e\n", 3, 2), ("  a: b\nc: d\n", 2, 1), ("a: |\n    x\n  y\nb: c\n", 3, 3)],
    "indent-below-text": [("a: b\n  c: d\n", 2, 3)],
    "list-among-keys": [("a: 1\n- b\n", 2, 1), ("- b\na: 1\n", 2, 1), ("a:\n  b: c\n  - d\n", 3, 3)],
    "dash-in-value": [("a: - b\n", 1, 4)],
    "sign-at-start": [(f"a: {sign} قال\n", 1, 4) for sign in "@`%*&|>"]
    + [("a: !مهم\n", 1, 4), ("a: **bold** x\n", 1, 4)],
    "space-after-colon": [("title:x\ndate: 2021\n", 1, 1), ("date: 2021\ntitle:x\n", 2, 1)],
    "no-colon": [("a: b\ntitle\ndate: 2021\n", 2, 1)],
    "bad-escape": [('a: "C:\\data"\n', 1, 7)],
    "not-yaml": [(": x\n", 1, 1)],
}


@pytest.mark.parametrize(
    ("code", "text", "line", "column"), [(c, *case) for c, cases in SLIPS.items() for case in cases]
)
def test_a_slip_is_recognised_where_it_was_made(code: str, text: str, line: int, column: int) -> None:
    """One message for one slip: libyaml's complaint, turned into what a contributor did."""
    assert [(code, line, column)] == [(p.fault.code, p.line, p.column) for p in problems_of(text)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: محافظ: لم يكتمل\n", 'title: "محافظ: لم يكتمل"'),
        ('title: he said: "no"\n', "title: 'he said: \"no\"'"),
        ("  - text: *مهم*\n", '- text: "*مهم*"'),
        ("a: [[sdf]] قال\n", 'a: "[[sdf]] قال"'),
    ],
)
def test_the_corrected_line_is_offered_where_quotes_are_the_cure(text: str, line: str) -> None:
    """What is suggested can be pasted, and is YAML."""
    suggestion = problems_of(text)[0].suggestion
    assert (line, ()) == (suggestion, problems_of(suggestion))


@pytest.mark.parametrize("text", ["t: جلسة #3 من المحادثات\n", "t: {ar: قال # كذا\n}\n", "- وسم #سوريا\n"])
def test_text_cut_off_by_a_number_sign_is_doubted(text: str) -> None:
    """What looks like a part of the text is not read, and nobody would notice."""
    assert [("cut-by-comment", False)] == [(p.fault.code, p.is_error) for p in problems_of(text)]


@pytest.mark.parametrize(
    "text", ["t: x  # note\n", "ours: true # note\n", "# note\nt: x\n", "t: C#\n", "t: 'a #3'\n", "t: |\n  # a\n"]
)
def test_comments_in_the_usual_style_are_comments(text: str) -> None:
    """Two spaces before the sign and one after it; what loses no text needs not even that."""
    assert () == problems_of(text)


def test_an_arabic_comma_in_a_list_is_doubted_and_the_entry_kept() -> None:
    """YAML sees one entry where a writer of Arabic sees two."""
    document = yamlfile.read("who: [سوريا، روسيا]\n".encode(), "x")
    assert ({"who": ["سوريا، روسيا"]}, ["arabic-comma"]) == (
        document.value,
        [problem.fault.code for problem in document.problems],
    )


@pytest.mark.parametrize("text", ['a: ["سوريا، روسيا"]', "a: {ar: نص، آخر}", "a: [b]\nt: نص، آخر", "- نص، آخر"])
def test_an_arabic_comma_in_a_text_is_text(text: str) -> None:
    """It is doubted only where entries are expected."""
    assert () == problems_of(text)


def test_a_text_cut_by_a_comma_in_braces_is_refused_at_the_lost_part() -> None:
    """YAML would make a key of the rest of the sentence."""
    problem = problems_of("t: {en: A civilian, one of the protesters.}")[0]
    assert ("unquoted-comma", 1, 21) == (problem.fault.code, problem.line, problem.column)


@pytest.mark.parametrize("text", ["t: {ar: , en: x}", "t: {ar:, en: x}", "t: {ar: }", "t: {'a': , b: }"])
def test_an_empty_value_in_braces_is_empty(text: str) -> None:
    """A colon with nothing behind it is no lost text."""
    assert "unquoted-comma" not in [problem.fault.code for problem in problems_of(text)]
