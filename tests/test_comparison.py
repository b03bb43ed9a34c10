"""What a change to a timeline means: two states of it compared, in synthetic data."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.samples import TIMELINES
from waqai.comparison import Wording, differences
from waqai.content import Library, Timeline, load
from waqai.languages import Language
from waqai.themes import built_in_theme

EVENTS = "content/events/"
CLOSED = EVENTS + "2021-03-01-gate-closed.yaml"
DIFFER = EVENTS + "2021-03-04-accounts-differ.yaml"
SIGNING = EVENTS + "2021-03-05-signing.yaml"
CHANGES = tomllib.loads((TIMELINES / "changes.toml").read_text("utf-8"))["change"]
Compare = Callable[[str, str, str], list[str]]


def _library(folder: Path) -> Library:
    loaded = load(folder)
    assert isinstance(loaded, Timeline)
    return loaded.library


@pytest.fixture(scope="module")
def before() -> Library:
    """The bilingual timeline as it is."""
    return _library(TIMELINES / "bilingual")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return shutil.copytree(TIMELINES / "bilingual", tmp_path / "timeline")


@pytest.fixture(scope="module")
def english() -> Language:
    """English."""
    return Language.of("en", catalogues=(built_in_theme() / "locales",))


@pytest.fixture
def told(before: Library, folder: Path, english: Language) -> Compare:
    """Replaces a text in a file, and gives back what is said of the change."""

    def compare(file: str, old: str, new: str) -> list[str]:
        text = (folder / file).read_text("utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")
        after = _library(folder)
        wording = Wording(english, before, after)
        return [f"{found.record}: {wording.sentence(found)}" for found in differences(before, after)]

    return compare


def test_a_timeline_does_not_differ_from_itself(before: Library) -> None:
    """No change of meaning."""
    assert () == differences(before, before)


def test_comments_and_spaces_mean_nothing(told: Compare) -> None:
    """They are for editors."""
    assert [] == told(CLOSED, "type: measure", "type:   measure  # a comment\n")


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change["says"])
def test_a_change_is_said_in_a_sentence(told: Compare, change: dict[str, str]) -> None:
    """With what it was and what it is now."""
    found = told(change["file"], change["before"], change["after"])
    assert f"{Path(change['file']).stem}: {change['says']}" in found


def test_what_follows_for_the_state_of_play_is_said(told: Compare) -> None:
    """A move that changes where a topic stands today."""
    assert "gate: The closing of the gate: from Eased to Lifted" in told(SIGNING, "gate: eased", "gate: lifted")


def test_what_follows_for_a_standing_is_said_with_its_reason(told: Compare) -> None:
    """A claim that nothing contradicts any more."""
    text = (TIMELINES / "bilingual" / DIFFER).read_text("utf-8")
    without = text.replace("    disputes: [shut]\n", "")
    start = without.index("differ:")
    without = without[:start] + without[without.index("\n", without.index("- {ask", start)) + 1 :]
    found = told(DIFFER, text, without)
    assert (
        "2021-03-04-accounts-differ: “The gate was not opened”: from Disputed to Corroborated; "
        "nothing contradicts it any more"
    ) in found


def test_a_new_record_is_said_to_be_added(folder: Path, before: Library, english: Language) -> None:
    """With its date."""
    text = "title: {ar: جديد, en: New}\ndate: 2021-03-09\ntype: talks\nsources: [courier-report]\n"
    (folder / EVENTS / "2021-03-09-new.yaml").write_text(text, "utf-8")
    after = _library(folder)
    wording = Wording(english, before, after)
    assert ["Event “New”: added, dated 9 March 2021"] == [
        f"{wording.heading(found.record)}: {wording.sentence(found)}" for found in differences(before, after)
    ]


def test_a_renamed_record_is_the_same_record(folder: Path, before: Library) -> None:
    """It is neither added nor removed."""
    place = folder / CLOSED
    text = place.read_text("utf-8").replace("tags:", "was: [2021-03-01-gate-closed]\ntags:")
    (place.parent / "2021-03-01-gate-shut.yaml").write_text(text, "utf-8")
    place.unlink()
    for file in (folder / "content").rglob("*.yaml"):
        other = file.read_text("utf-8").replace("[2021-03-01-gate-closed]", "[2021-03-01-gate-shut]")
        other = other.replace("to: 2021-03-01-gate-closed", "to: 2021-03-01-gate-shut")
        if file.name != "2021-03-01-gate-shut.yaml":
            file.write_text(other, "utf-8")
    codes = [found.code for found in differences(before, _library(folder))]
    assert "renamed" in codes
    assert not {"added", "added-dated", "removed"} & set(codes)


def test_turned_round_what_was_added_was_removed(folder: Path, before: Library) -> None:
    """The comparison takes neither side."""
    (folder / CLOSED).unlink()
    for file in (folder / "content").rglob("*.yaml"):
        lines = [line for line in file.read_text("utf-8").splitlines() if "gate-closed" not in line]
        file.write_text("\n".join(lines) + "\n", "utf-8")
    after = _library(folder)
    forth = {found.record for found in differences(before, after) if found.code == "removed"}
    back = {found.record for found in differences(after, before) if found.code.startswith("added")}
    assert forth == back != set()


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_every_kind_of_difference_has_words(before: Library, tag: str) -> None:
    """In every language of the site, with the placeholders that it needs."""
    wording = Wording(Language.of(tag, catalogues=(built_in_theme() / "locales",)), before, before)
    assert all(text and not text.endswith(".") for text in wording._sentences.values())
