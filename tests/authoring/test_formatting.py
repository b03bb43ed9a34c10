"""Files in the house form: the same values and comments, one form."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.cli.running import ROOT
from waqai import yamlfile
from waqai.authoring.comments import comments_of
from waqai.authoring.formatting import formatted

FILES = sorted(
    path
    for folder in (ROOT, *(ROOT / "tests" / "timelines" / name for name in ("minimal", "bilingual", "trilingual")))
    for path in [folder / "timeline.yaml", *folder.glob("content/*/*.yaml")]
)
EVENT = "content/events/x.yaml"
INDENTS = st.sampled_from(["", " ", "  ", "   ", "    ", "      "])


def _formatted(text: str, name: str = EVENT) -> str:
    return formatted(yamlfile.read(text.encode(), name))


def _name(path: Path) -> str:
    return f"content/{path.parent.name}/{path.name}" if path.stem != "timeline" else path.name


def _in_house_form(text: str) -> str:
    return _formatted(dedent(text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parents[2].name}-{path.stem}")
def test_a_file_in_the_house_form_stays_as_it_is(path: Path) -> None:
    """Formatting twice is formatting once."""
    once = _formatted(path.read_text("utf-8"), _name(path))
    assert once == _formatted(once, _name(path))


@given(path=st.sampled_from(FILES), marks=st.lists(st.tuples(st.integers(0, 60), INDENTS, st.booleans()), max_size=8))
@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.filter_too_much])
def test_comments_anywhere_are_kept_and_the_form_is_stable(path: Path, marks: list[tuple[int, str, bool]]) -> None:
    """On lines of their own, at any indentation, and at the ends of lines; what is no file any more is left out."""
    lines = path.read_text("utf-8").splitlines()
    for number, (at, indent, is_alone) in enumerate(marks):
        place = at % len(lines)
        if is_alone:
            lines.insert(place, f"{indent}# comment {number}")
        else:
            lines[place] += f"{indent}  # comment {number}"
    before = yamlfile.read("".join(f"{line}\n" for line in lines).encode(), _name(path))
    assume(before.value is not None and not any(problem.is_error for problem in before.problems))
    once = formatted(before)
    kept = [sorted(comment.text for comment in comments_of(text) if comment.text) for text in (before.text, once)]
    assert (kept[0], once) == (kept[1], _formatted(once, _name(path)))


def test_keys_come_in_the_order_of_the_model() -> None:
    """In the file and in its parts; keys that are data keep their order."""
    before = """\
        tr: {en: {of: ar, rev: "00000000"}}
        who: {sponsor: [b], party: [a]}
        claims:
          - chain: [a]
            text: {en: X}
            id: x
        title: T
        """
    after = """\
        title: T
        who: {sponsor: [b], party: [a]}
        claims:
          - id: x
            text: {en: X}
            chain: [a]
        tr: {en: {of: ar, rev: "00000000"}}
        """
    assert dedent(after) == _in_house_form(before)


def test_comments_go_with_their_keys() -> None:
    """Above, beside, below, and where a comment takes several lines."""
    before = """\
        # of the file
        summary: x  # beside the summary
        # above the date
        date: 2021   # beside the date
                     # goes on
        claims:
          - id: a
            # below the id
        title: T
        # at the end
        """
    after = """\
        # of the file
        title: T
        # above the date
        date: 2021   # beside the date
                     # goes on
        summary: x  # beside the summary
        claims:
          - id: a
            # below the id
        # at the end
        """
    assert dedent(after) == _in_house_form(before)


def test_what_holds_a_comment_stands_on_lines_of_its_own() -> None:
    """In brackets it would be hard to find."""
    assert "where:\n  - a      # first\n  - b\n" == _formatted("where: [ a,# first\n  b]\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("about:\n- a\n- b\n", "about: [a, b]\n"),
        ("title: 'T'\n", "title: T\n"),
        ('title: "2021"\n', 'title: "2021"\n'),
        ("date: 2021\n", "date: 2021\n"),
        ("title:\n  ar: نعم\n  en: Good\n", "title: {ar: نعم, en: Good}\n"),
        ("title: T   \n\n\n\ndate: 2021", "title: T\n\ndate: 2021\n"),
        ("title: T\r\ndate: 2021\r\n", "title: T\ndate: 2021\n"),
        ("body: >\n  a\n  b\n", "body: |\n  a b\n"),
        ("type:\ndate: ~\n", "date: ~\ntype:\n"),
    ],
    ids=repr,
)
def test_one_value_has_one_form(before: str, after: str) -> None:
    """Whatever form it was written in; numbers stay as they are written."""
    assert after == _formatted(before)


def test_coordinates_keep_their_digits() -> None:
    """36.20 says more than 36.2."""
    assert "at: [36.20, 37.0]\n" == _formatted("at: [36.20,37.0]\n", "content/places/x.yaml")
