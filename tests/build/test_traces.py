"""What a file was made from is noted, kept, and asked again."""

from __future__ import annotations

import ast
from array import array
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.content.making import CONFIG, library_of
from waqai.build.captured import Captured
from waqai.build.traces import GROUP, NUMBERS, Trace, Traces, read_traces
from waqai.content.notes import Group
from waqai.content.seen import Seen
from waqai.site.shell import Head
from waqai.stamps import SECOND, Stamp, stamp_of

SITE = Path(__file__).parents[2] / "generator" / "waqai" / "site"


@pytest.mark.parametrize("path", sorted(SITE.rglob("*.py")), ids=lambda path: str(path.relative_to(SITE)))
def test_pages_ask_for_the_kind_of_a_record_by_isinstance(path: Path) -> None:
    """What stands for a record has a class of its own."""
    calls = (node.left for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Compare))
    assert not [call for call in calls if isinstance(call, ast.Call) and ast.unparse(call.func) == "type"]


def bound(title: str) -> partial[None]:
    """Something that is bound to a title, as what makes a page is."""
    return partial(print, Head("en/x.html", title))


def test_what_is_bound_to_a_page_is_compared() -> None:
    """By its content, whatever object it is."""
    assert Captured().digest(bound("Talks")) == Captured().digest(bound("Talks"))
    assert Captured().digest(bound("Talks")) != Captured().digest(bound("Other talks"))


def test_what_a_closure_holds_is_compared() -> None:
    """As pages are mostly listed."""
    digests = {Captured().digest(lambda day=day: day) for day in ("2021-02-01", "2021-02-02")}
    assert len(digests) == 2


def test_what_cannot_be_compared_is_refused() -> None:
    """A page that held it could be used again wrongly."""
    with pytest.raises(TypeError):
        Captured().digest(partial(print, object()))


@pytest.fixture
def seen() -> Seen:
    """A timeline of a few actors."""
    return Seen(library_of(), (), {})


KEY = ("record", "agency", "name")


def traces_of(seen: Seen) -> Traces:
    """The traces of one file with one look-up."""
    traces = Traces("basis", sources={"agency": "one"})
    number = traces.number(KEY)
    traces.complete(seen, {"a.html": Trace("conditions", "digest", Stamp(1, 2, 3), array(NUMBERS, [number]))})
    return traces


def test_traces_are_read_as_they_were_stored(tmp_path: Path, seen: Seen) -> None:
    """Look-ups, what they said, files."""
    stored = traces_of(seen)
    stored.store(tmp_path / "traces")
    read = read_traces(tmp_path / "traces", "basis")
    assert (read.keys, read.said, read.files) == (stored.keys, stored.said, stored.files)


@pytest.mark.parametrize(
    "change", [lambda b: b[:-1], lambda b: b"x" + b, lambda b: b.replace(b"agency", b"agenda"), lambda _: b""]
)
def test_traces_that_were_damaged_are_none(tmp_path: Path, seen: Seen, change: Callable[[bytes], bytes]) -> None:
    """Cold, never wrong."""
    traces_of(seen).store(tmp_path / "traces")
    (tmp_path / "traces").write_bytes(change((tmp_path / "traces").read_bytes()))
    assert read_traces(tmp_path / "traces", "basis") == Traces("basis")


def test_traces_of_another_program_are_none(tmp_path: Path, seen: Seen) -> None:
    """Or of other settings."""
    traces_of(seen).store(tmp_path / "traces")
    assert read_traces(tmp_path / "traces", "another basis") == Traces("another basis")


def test_a_changed_look_up_is_found_once_its_file_changed(seen: Seen) -> None:
    """And remembered as it is now."""
    traces = traces_of(seen)
    people = {"agency": {"kind": "media", "name": "The Agency"}}
    renamed = Seen(library_of(actors=people, sources={}), (), {})
    assert traces.changed(renamed, {"agency": "one"}) == frozenset()
    assert traces.changed(renamed, {"agency": "two"}) == frozenset({0})
    assert traces.changed(renamed, {"agency": "three"}) == frozenset()


def test_look_ups_that_nobody_needs_are_forgotten(seen: Seen) -> None:
    """So that the traces do not grow with every edit."""
    traces = traces_of(seen)
    for number in range(5):
        traces.number(("library", "number", f"gone-{number}"))
    traces.complete(seen, traces.files)
    assert (traces.keys, list(traces.files["a.html"].asked)) == ([KEY], [0])


OTHER_KEYS = tuple(("record", key, "name") for key in ("agency", "mediator", "left", "right", "somebody"))


def test_a_group_changes_with_one_of_its_look_ups(seen: Seen) -> None:
    """And so does a group that it is part of."""
    traces = Traces("basis", sources={"agency": "one"})
    inner = Group(frozenset(OTHER_KEYS))
    outer = traces.number(Group(frozenset([inner, ("library", "days")])))
    traces.complete(seen, {"a.html": Trace("", "", Stamp(1, 2, 3), array(NUMBERS, [outer]))})
    renamed = Seen(library_of(actors={"agency": {"kind": "media", "name": "The Agency"}}, sources={}), (), {})
    assert {traces.number(OTHER_KEYS[0]), traces.number(inner), outer} <= traces.changed(renamed, {"agency": "two"})


def test_what_a_group_is_made_from_is_not_forgotten(seen: Seen) -> None:
    """Although no file names it itself."""
    traces = Traces("basis")
    for number in range(20):
        traces.number(("library", "number", f"gone-{number}"))
    group = Group(frozenset(OTHER_KEYS))
    traces.complete(seen, {"a.html": Trace("", "", Stamp(1, 2, 3), array(NUMBERS, [traces.number(group)]))})
    assert [*sorted(OTHER_KEYS), (GROUP, 0, 1, 2, 3, 4)] == [*sorted(traces.keys[:5]), *traces.keys[5:]]


def test_a_stamp_within_a_tick_of_being_written_down_is_not_trusted() -> None:
    """The file may have changed once more, and look the same."""
    stamp = Stamp(10 * SECOND + 5, 100, 7)
    assert not stamp.is_settled(10 * SECOND + 6)
    assert stamp.is_settled(11 * SECOND)


def test_a_stamp_in_whole_seconds_is_trusted_later() -> None:
    """Some file systems count no smaller time."""
    assert not Stamp(10 * SECOND, 100, 7).is_settled(11 * SECOND)


def test_a_link_has_no_stamp(tmp_path: Path) -> None:
    """It is nothing of ours."""
    (tmp_path / "link").symlink_to(__file__)
    assert stamp_of(tmp_path / "link") is None


def test_the_settings_are_every_page_s_condition() -> None:
    """And not captured by each."""
    assert Captured().digest(partial(print, CONFIG)) == Captured().digest(partial(print, CONFIG))
