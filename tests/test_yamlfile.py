"""A YAML file becomes plain values, and every value knows its place in the file."""

from __future__ import annotations

import resource
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import waqai
from waqai import yamlfile
from waqai.problems import describe
from waqai.yamlfile import MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT, MAX_VALUES


def read(text: str) -> yamlfile.Document:
    """The document of a text, under a name that problems can show."""
    return yamlfile.read(text.encode(), "content/events/x.yaml")


def faults(text: str) -> list[str]:
    """The codes of what is wrong with a text."""
    return [problem.fault.code for problem in read(text).problems]


def places(text: str) -> list[tuple[str, int, int]]:
    """What is wrong with a text, and where."""
    return [(problem.fault.code, problem.line, problem.column) for problem in read(text).problems]


@pytest.mark.parametrize(
    "word",
    ["no", "on", "yes", "off", "True", "NULL", "2021-02-13", "0123", "1_000", "12:30:45", ".inf", "+1", "1e3", "0x1"],
)
def test_a_word_that_yaml_would_turn_into_something_else_stays_a_string(word: str) -> None:
    """Dates, times, octal numbers and the many spellings of booleans are text."""
    assert {"a": word} == read(f"a: {word}").value


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("null", None), ("~", None), ("", None), ("true", True), ("false", False), ("2021", 2021), ("-7", -7), ("0", 0),
        ("36.5", 36.5), ("-0.25", -0.25),
    ],
)  # fmt: skip
def test_null_booleans_and_plain_numbers_are_what_they_look_like(word: str, value: object) -> None:
    """The few words that resolve, resolve as in JSON."""
    found = read(f"a: {word}").value["a"]
    assert (type(value), value) == (type(found), found)


@pytest.mark.parametrize("word", ["9" * 5000, "9" * 400 + ".0", "0." + "1" * 400])
def test_a_number_that_no_computer_holds_exactly_stays_a_string(word: str) -> None:
    """Very long digits neither overflow nor raise."""
    assert {"a": word} == read(f"a: {word}").value


def test_a_quoted_word_is_a_string_whatever_it_looks_like() -> None:
    """Quotes settle the matter."""
    assert ["true", "1", "", "~"] == read("['true', \"1\", '', \"~\"]").value


def test_a_key_is_always_a_string() -> None:
    """`no` is the code of a language, 2021 a year, and null a word."""
    assert {"no": 1, "2021": 2, "null": 3} == read("no: 1\n2021: 2\nnull: 3").value


def test_the_text_of_a_number_is_kept_as_written() -> None:
    """A date such as 2021 and a version such as 1.10 can be had as text."""
    document = read("a: [1.10, 2021]\nb: 'x'\nc: {d: ~}")
    assert ["1.10", "2021", "x", "~", None] == [
        document.text_at(path) for path in [("a", 0), ("a", 1), ("b",), ("c", "d"), ("c",)]
    ]


def test_values_are_located_in_code_points_after_arabic_text() -> None:
    """Columns count what a reader counts, not bytes."""
    assert (1, 20) == read("{ar: محافظ الحسكة, en: x}").locate(("en",), key=True)
    assert (1, 24) == read("{ar: محافظ الحسكة, en: x}").locate(("en",))


def test_keys_are_located_where_they_begin() -> None:
    """An unknown key is shown at the key, not at its value."""
    document = read("title: x\nwho:\n  party: [a, b]\n")
    assert ((3, 3), (3, 10), (3, 14)) == (
        document.locate(("who", "party"), key=True),
        document.locate(("who", "party")),
        document.locate(("who", "party", 1)),
    )


def test_a_missing_path_is_located_at_its_deepest_ancestor() -> None:
    """What is missing is asked for where it belongs."""
    document = read("title: x\nclaims:\n  - id: a\n    text: {en: x}\n")
    assert (4, 11) == document.locate(("claims", 0, "text", "ar"))
    assert (1, 1) == document.locate(("sources",))


def test_nothing_is_located_in_a_file_that_cannot_be_read() -> None:
    """A place is always answered."""
    assert (1, 1) == yamlfile.read(b"\xff\xfe", "x").locate(("title",))


def test_lines_are_those_that_an_editor_shows() -> None:
    """CRLF and LF end a line, and neither belongs to it."""
    assert ("a: 1", "b: ق", "") == read("a: 1\r\nb: ق\n").lines


def test_windows_line_ends_change_no_value() -> None:
    """A file from Windows reads like one from elsewhere."""
    assert read("a: |\n  x\n  y\nb: c\n").value == read("a: |\r\n  x\r\n  y\r\nb: c\r\n").value


def test_a_file_without_data_is_refused() -> None:
    """Comments alone say nothing."""
    assert [["empty-file"], ["empty-file"]] == [faults(""), faults("# a comment\n")]


def test_a_second_document_is_refused_where_it_begins() -> None:
    """One file is one thing."""
    assert [("many-documents", 2, 1)] == places("a: b\n---\nc: d\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b", ("anchor", 1, 4)),
        ("a: *x", ("alias", 1, 4)),
        ("*x : a", ("alias", 1, 1)),
        ("a: !!bool abc", ("tag", 1, 4)),
        ("a: !x [b]", ("tag", 1, 4)),
        ("b: c\n<<: {a: b}", ("merge-key", 2, 1)),
        ("? [a, b]\n: c", ("complex-key", 1, 3)),
        ("{a: b}: c", ("complex-key", 1, 1)),
        ("%YAML 1.1\n---\na: b", ("directive", 1, 1)),
    ],
)
def test_what_hides_values_from_a_reviewer_is_refused(text: str, expected: tuple[str, int, int]) -> None:
    """Anchors, aliases, tags, merge keys, complex keys and directives are no part of the notation."""
    assert [expected] == places(text)


def test_a_quoted_merge_key_is_a_key() -> None:
    """Only the unquoted sign merges."""
    assert {"<<": 1} == read("'<<': 1").value


def test_a_duplicate_key_is_reported_with_both_places() -> None:
    """YAML would keep the last one silently; we keep the first and say so."""
    document = read("title: a\ndate: 2021\ntitle: b\n")
    problem = document.problems[0]
    assert (3, 1, ("title",)) == (problem.line, problem.column, problem.path)
    assert "the key “title” once more; it stands already at 1:1" == describe(problem, str).found
    assert {"title": "a", "date": 2021} == document.value


def test_a_refused_entry_has_its_path() -> None:
    """Nested entries are named the way people write paths."""
    assert [("who", "party", 1)] == [problem.path for problem in read("who:\n  party: [a, &x b]\n").problems]


def test_all_faults_of_a_file_are_found_in_one_run() -> None:
    """Fifty mistakes are fifty messages."""
    assert 50 == len(faults("".join(f"k{n}: &a{n} x\n" for n in range(50))))


def test_faults_before_a_syntax_error_are_kept() -> None:
    """What stops the reading does not hide what was seen."""
    assert ["duplicate-key", "list-among-keys"] == faults("a: x\na: y\n- z")


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_brackets_nest_to_the_limit_and_not_further(opening: str, closing: str) -> None:
    """At the limit it passes; one more is refused."""
    passes, fails = (opening * depth + "x" + closing * depth for depth in (MAX_DEPTH, MAX_DEPTH + 1))
    assert ([], ["too-deep"]) == (faults(passes), faults(fails))


def test_blocks_nest_to_the_limit_and_not_further() -> None:
    """Indentation counts like brackets."""
    passes, fails = ("- " * depth + "x" for depth in (MAX_DEPTH, MAX_DEPTH + 1))
    assert ([], ["too-deep"]) == (faults(passes), faults(fails))


def test_brackets_in_texts_and_comments_do_not_nest() -> None:
    """Only what YAML reads as a bracket counts."""
    assert [] == faults(f"a: '{'[' * 99}'\nb: \"{'{' * 99}\"\nc: |\n  {'[' * 99}\nd: x {'[' * 99}\n#  {'[' * 99}\n")


def test_values_are_counted_to_the_limit_and_not_further() -> None:
    """Lists in a list count with what is in them; at the limit it passes, one more is refused."""
    full = f"- [{'x,' * (MAX_ENTRIES - 1)}]\n"
    lists, rest = divmod(MAX_VALUES - 1, MAX_ENTRIES)
    passes, fails = (full * lists + f"- [{'x,' * count}]\n" for count in (rest - 1, rest))
    assert ([], ["too-many-values"]) == (faults(passes), faults(fails))


@pytest.mark.parametrize("entry", ["- x\n", "- [x]\n", "- x: y\n"])
def test_a_list_has_as_many_entries_as_the_limit_and_not_more(entry: str) -> None:
    """Whatever the entries are."""
    passes, fails = (entry * count for count in (MAX_ENTRIES, MAX_ENTRIES + 1))
    assert ([], [("too-many-entries", MAX_ENTRIES + 1)]) == (faults(passes), [p[:2] for p in places(fails)])


def test_a_map_has_as_many_entries_as_the_limit_and_not_more() -> None:
    """Keys count like the entries of a list."""
    passes, fails = ("".join(f"k{n}: x\n" for n in range(count)) for count in (MAX_ENTRIES, MAX_ENTRIES + 1))
    assert ([], [("too-many-entries", MAX_ENTRIES + 1)]) == (faults(passes), [p[:2] for p in places(fails)])


def test_a_text_is_as_long_as_the_limit_and_not_longer() -> None:
    """The length counts code points, so Arabic has the same room as Latin."""
    passes, fails = (f"a: {'ق' * length}" for length in (MAX_TEXT, MAX_TEXT + 1))
    assert ([], ["text-too-long"]) == (faults(passes), faults(fails))


def test_a_file_is_as_large_as_the_limit_and_not_larger() -> None:
    """The size counts bytes."""
    passes, fails = ("a: b\n#" + "x" * (size - 6) for size in (MAX_BYTES, MAX_BYTES + 1))
    assert ([], ["file-too-large"]) == (faults(passes), faults(fails))


MERGE_BOMB = "a0: &a0 {x: 1}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 12)
)
ALIAS_BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))

LONG_LINES = ("a\n " + "- " * 60_000 + "x: y", "{a " + "# " * 60_000, "a: b\n  c" + " " * 200_000 + ": d")
"""Lines that a careless pattern would try in ever more ways."""


@pytest.mark.parametrize(
    "bomb",
    [*(sign * 60_000 for sign in ("[", "{a: ", "- ", "? ", "{? ", "[\n")), MERGE_BOMB, ALIAS_BOMB, *LONG_LINES],
    ids=[
        "lists",
        "maps",
        "blocks",
        "keys",
        "keys-in-maps",
        "lines",
        "merges",
        "aliases",
        "dashes",
        "comments",
        "spaces",
    ],
)
def test_a_bomb_is_refused_on_a_small_stack_in_little_time_and_memory(bomb: str, tmp_path: Path) -> None:
    """Hostile nesting ends neither the process nor the patience of those who wait for it."""
    source = tmp_path / "bomb.yaml"
    source.write_text(bomb, encoding="utf-8")
    program = textwrap.dedent("""
        import sys
        from pathlib import Path
        from waqai import yamlfile
        document = yamlfile.read(Path(sys.argv[1]).read_bytes(), "x")
        assert any(problem.is_error for problem in document.problems)
        # Not getrusage(): on Linux its peak is also that of the process that started this one.
        status = Path("/proc/self/status")
        peak = status.read_text().partition("VmHWM:")[2].split()[0] if status.exists() else 0
        assert int(peak) < 256 * 1024, peak
    """)

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_STACK, (512 * 1024, 512 * 1024))
        resource.setrlimit(resource.RLIMIT_CPU, (2, 2))

    ended = subprocess.run(
        [sys.executable, "-c", program, str(source)],
        env={"PYTHONPATH": str(Path(waqai.__file__).parents[1])},
        preexec_fn=confine,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (0, "") == (ended.returncode, ended.stderr)


YAML_LIKE = st.text(alphabet="ab ق\n\t:-[]{},\"'#&*!|>%@`?\\<~1.\u200f\u2067\u2069،", max_size=120)


@given(st.one_of(st.binary(max_size=300), YAML_LIKE.map(str.encode), st.text(max_size=200).map(str.encode)))
@settings(deadline=None, max_examples=500)
def test_any_bytes_are_read_or_refused_without_an_exception(data: bytes) -> None:
    """Whatever a file holds, the answer is a document, and every problem can be told and has its place in it."""
    document = yamlfile.read(data, "x")
    for problem in document.problems:
        assert 1 <= problem.line <= len(document.lines) + 1
        assert describe(problem, str).found
    document.locate(("a", 0), key=True)


class _OnlyStrings(yaml.CSafeLoader):
    """PyYAML's own loader, reading every scalar as the text it is."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own attribute


PLAIN = st.text(
    alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S"], max_codepoint=0x6FF), max_size=20
)


@given(
    st.recursive(
        PLAIN,
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(PLAIN, inner, max_size=4)),
        max_leaves=12,
    ),
    st.booleans(),
)
@settings(deadline=None)
def test_quoted_documents_read_as_pyyaml_reads_them(value: Any, flow: bool) -> None:  # noqa: FBT001
    """Apart from what is refused and what resolves, the notation is YAML."""
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, default_style="'", sort_keys=False)
    expected = yaml.load(text, Loader=_OnlyStrings)  # noqa: S506 - a subclass of the safe loader
    assert expected == read(text).value


@given(
    st.dictionaries(st.from_regex(r"\A[a-z]{1,8}\Z"), st.from_regex(r"\A[a-z0-9ء-ي][a-z0-9ء-ي -]{0,20}\Z"), min_size=1)
)
@settings(deadline=None)
def test_plain_documents_read_as_pyyaml_reads_them(value: dict[str, str]) -> None:
    """Unquoted words come out as written, or as the number or boolean that they name."""
    text = "".join(f"{key}: {word}\n" for key, word in value.items())
    expected = yaml.load(text, Loader=_OnlyStrings)  # noqa: S506 - a subclass of the safe loader
    found = read(text)
    assert expected == {key: found.text_at((key,)) for key in found.value}
