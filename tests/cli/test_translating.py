"""`waqai status`, `waqai stamp`, `waqai language add`: what translators run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import bytes_of
from tests.samples import TIMELINES, run
from waqai.content import Timeline, load

COUNCIL = "content/actors/council.yaml"
TOWN = "content/places/lower-town.yaml"
DIFFER = "content/events/2021-03-04-accounts-differ.yaml"
SIGNING = "content/events/2021-03-05-signing.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bilingual timeline of synthetic data."""
    return shutil.copytree(TIMELINES / "bilingual", tmp_path / "timeline")


def _edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


def _tasks(folder: Path, *options: str) -> list[str]:
    """The lines of the worklist."""
    lines = run("status", str(folder), "--lang", "en", *options).stdout.splitlines()
    return [line for line in lines if ".yaml:" in line or ".md:" in line]


def test_the_worklist_names_the_place_of_a_missing_text(folder: Path) -> None:
    """File, line, column, language, and what is to be translated from which language."""
    _edit(folder, TOWN, ", en: Synthetic Lower Town", "")
    assert f"{TOWN}:2:7: en: to translate from ar: name" in _tasks(folder)


def test_editing_the_original_puts_the_translation_on_the_worklist(folder: Path) -> None:
    """Story 7: the English is stale."""
    run("stamp", str(folder / TOWN), "--folder", str(folder))
    _edit(folder, TOWN, "البلدة السفلى", "المدينة السفلى")
    assert [line for line in _tasks(folder) if TOWN in line] == [
        f"{TOWN}:5:10: en: to review: the text in ar has changed since"
    ]


def test_a_stamp_clears_the_worklist(folder: Path) -> None:
    """After a review there is nothing to do in this file."""
    assert any(DIFFER in line for line in _tasks(folder))
    run("stamp", str(folder / DIFFER), "--folder", str(folder))
    assert not any(DIFFER in line for line in _tasks(folder))


def test_what_a_machine_translated_is_to_be_reviewed(folder: Path) -> None:
    """Until somebody has read it."""
    assert [line for line in _tasks(folder) if SIGNING in line] == [
        f"{SIGNING}:11:10: en: to review: translated from ar by a machine"
    ]


def test_a_stamp_says_that_a_machine_was_checked(folder: Path) -> None:
    """It was a machine that translated, and a human who stamped."""
    run("stamp", str(folder / SIGNING), "--folder", str(folder))
    assert "by: machine-checked" in (folder / SIGNING).read_text("utf-8")


def test_a_page_without_a_translation_is_on_the_worklist(folder: Path) -> None:
    """At the name of the file that is missing."""
    (folder / "content/pages/about.en.md").unlink()
    assert "content/pages/about.en.md:1:1: en: to translate from ar" in _tasks(folder)


def test_each_language_is_summed_up_in_a_line(folder: Path) -> None:
    """How much, and what there is to do."""
    _edit(folder, TOWN, ", en: Synthetic Lower Town", "")
    last = run("status", str(folder), "--lang", "en").stdout.splitlines()[-1]
    assert last.startswith("en: ")
    assert "To translate: 2, changed since: 1, by a machine: 1." in last


def test_only_the_languages_asked_for_are_told(folder: Path) -> None:
    """Others are another translator's."""
    output = run("status", str(folder), "--language", "ar", "--lang", "en").stdout
    assert output.startswith("ar: ")
    assert "en:" not in output


def test_a_language_that_the_site_lacks_is_said_to_be_none(folder: Path) -> None:
    """With those that it has."""
    result = run("status", str(folder), "--language", "fr", "--lang", "en")
    assert (1, "“fr” is none of the site's languages: ar, en.\n") == (result.exit_code, result.stderr)


def test_something_to_do_fails_only_when_strict(folder: Path) -> None:
    """A translation that is behind stops nothing."""
    assert (0, 1) == (run("status", str(folder)).exit_code, run("status", str(folder), "--strict").exit_code)


def test_the_worklist_as_json_has_every_task(folder: Path) -> None:
    """For programs."""
    english = json.loads(run("status", str(folder), "--format", "json").stdout)[1]
    assert {
        "file": SIGNING,
        "line": 11,
        "column": 10,
        "path": "tr.en",
        "language": "en",
        "doing": "machine",
        "original": "ar",
    } in english["tasks"]


def test_the_worklist_annotates_pull_requests(folder: Path) -> None:
    """As notices: nothing is wrong."""
    lines = run("status", str(folder), "--format", "github", "--lang", "en").stdout.splitlines()
    place = f"file={SIGNING},line=11,col=10,title=translation-machine"
    assert f"::notice {place}::en: to review: translated from ar by a machine" in lines


def test_a_stamp_changes_nothing_but_itself(folder: Path) -> None:
    """Comments, order, quotes and spaces stay; in the other files everything does."""
    _edit(folder, DIFFER, "importance: 2\n", "importance:   2   # a comment\n\n")
    before = bytes_of(folder)
    run("stamp", str(folder / DIFFER), "--folder", str(folder))
    after = bytes_of(folder)
    rev = after[DIFFER].partition(b"rev: ")[2].partition(b",")[0]
    assert {**before, DIFFER: before[DIFFER].replace(b"rev: 00000000", b"rev: " + rev)} == after


def test_a_file_without_a_stamp_gets_one_at_its_end(folder: Path) -> None:
    """Below what is there."""
    before = (folder / TOWN).read_text("utf-8")
    run("stamp", str(folder / TOWN), "--folder", str(folder))
    after = (folder / TOWN).read_text("utf-8")
    assert after.startswith(before)
    assert after.removeprefix(before).startswith('tr: {en: {of: ar, rev: "')


@pytest.mark.parametrize(
    "stamps",
    [
        "tr: {ku: {of: ar, rev: '00000000'}}\n",
        "tr:\n  ku:\n    of: ar\n    rev: 0a0a0a0a  # a comment\n",
        "tr:\n  # a comment\n  ku: {of: ar, rev: 0a0a0a0a}\n",
    ],
)
def test_a_stamp_joins_those_of_other_languages(folder: Path, stamps: str) -> None:
    """In braces and on lines of their own."""
    with (folder / TOWN).open("a", encoding="utf-8") as file:
        file.write(stamps)
    _edit(folder, "timeline.yaml", "languages: [ar, en]", "languages: [ar, en, ku]")
    run("stamp", str(folder / TOWN), "--folder", str(folder), "--language", "en")
    loaded = load(folder)
    assert isinstance(loaded, Timeline)
    assert {"ku", "en"} == set(loaded.library.records["lower-town"].tr)


def test_all_records_can_be_stamped_at_once(folder: Path) -> None:
    """And nothing is left to review."""
    run("stamp", "--all", "--folder", str(folder))
    assert not [line for line in _tasks(folder) if "to review" in line]


def test_stamping_twice_changes_nothing(folder: Path) -> None:
    """The second time there is nothing to stamp."""
    run("stamp", "--all", "--folder", str(folder))
    before = bytes_of(folder)
    result = run("stamp", "--all", "--folder", str(folder), "--lang", "en")
    assert (before, "Stamped: 0 files.\n") == (bytes_of(folder), result.stdout)


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    """It says what would be stamped."""
    before = bytes_of(folder)
    result = run("stamp", str(folder / TOWN), "--folder", str(folder), "--dry-run", "--lang", "en")
    assert (before, f"{TOWN}: en\nWould be stamped: 1 files.\n") == (bytes_of(folder), result.stdout)


def test_a_file_with_a_fault_is_not_stamped(folder: Path) -> None:
    """First it has to be right."""
    _edit(folder, TOWN, "kind: city", "kind: sity")
    result = run("stamp", str(folder / TOWN), "--folder", str(folder), "--lang", "en")
    assert 1 == result.exit_code
    assert "has a fault: see `waqai check`" in result.stderr


def test_a_stamp_wants_files(folder: Path) -> None:
    """All of them only when asked for."""
    assert 2 == run("stamp", "--folder", str(folder)).exit_code


@pytest.mark.parametrize(
    "listed", ["languages: [ar, en]", "languages:\n  - ar\n  - en", 'languages: ["ar", "en"]  # two']
)
def test_a_language_is_added_to_the_settings(folder: Path, listed: str) -> None:
    """However the list is written; everything else stays."""
    _edit(folder, "timeline.yaml", "languages: [ar, en]", listed)
    before = (folder / "timeline.yaml").read_text("utf-8")
    assert 0 == run("language", "add", "ckb", str(folder)).exit_code
    after = (folder / "timeline.yaml").read_text("utf-8")
    assert before == after.replace("\n  - ckb", "").replace(", ckb", "")
    assert "ckb" in after


def test_a_new_language_gets_a_catalogue_with_its_plural_forms(folder: Path) -> None:
    """Every message is there, and none is translated."""
    run("language", "add", "he", str(folder))
    catalogue = (folder / "locales/he.po").read_text("utf-8")
    assert '"Language: he\\n"' in catalogue
    assert '"Plural-Forms: nplurals=' in catalogue
    assert 'msgid_plural "{n} events"\nmsgstr[0] ""\nmsgstr[1] ""' in catalogue


def test_a_blank_catalogue_is_said_to_lack_its_messages(folder: Path) -> None:
    """By the check, with their number: the site is not published with gaps."""
    run("language", "add", "ckb", str(folder))
    result = run("check", str(folder), "--lang", "en")
    assert "[incomplete-catalogue]" in result.stderr
    assert 1 == result.exit_code


def test_adding_a_language_twice_changes_nothing(folder: Path) -> None:
    """A catalogue that was begun is not overwritten."""
    run("language", "add", "ckb", str(folder))
    (folder / "locales/ckb.po").write_text("begun", "utf-8")
    before = bytes_of(folder)
    assert 0 == run("language", "add", "ckb", str(folder)).exit_code
    assert before == bytes_of(folder)


def test_a_tag_that_is_no_language_is_refused(folder: Path) -> None:
    """And nothing is written."""
    before = bytes_of(folder)
    result = run("language", "add", "kurdish", str(folder), "--lang", "en")
    assert 1 == result.exit_code
    assert "“kurdish” is no language that CLDR knows." in result.stderr
    assert before == bytes_of(folder)


def test_a_language_with_a_catalogue_of_the_theme_needs_no_other(folder: Path) -> None:
    """One line in timeline.yaml is enough."""
    _edit(folder, "timeline.yaml", "languages: [ar, en]", "languages: [ar]")
    run("language", "add", "en", str(folder))
    assert not (folder / "locales").exists()
