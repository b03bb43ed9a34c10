"""`waqai check`: what it prints, where, in which language, and with which exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.samples import BROKEN, MINIMAL, lay_out, run
from waqai.cli.wording import language_of_environment

EVENT = "content/events/first-talks.yaml"
ROOT = Path(__file__).parents[2]
ACTOR = "content/actors/gazette.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the smallest timeline."""
    return shutil.copytree(MINIMAL, tmp_path / "minimal")


def _add(folder: Path, name: str, text: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(text)


def _replace(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


@pytest.fixture
def faulty(folder: Path) -> Path:
    """A timeline with one error."""
    _add(folder, EVENT, "importance: 5\n")
    return folder


@pytest.fixture
def doubtful(folder: Path) -> Path:
    """A timeline with one warning."""
    _replace(folder, "content/actors/mediator.yaml", "kind: office\nname: The mediator’s office\n")
    return folder


def test_a_right_timeline_passes(folder: Path) -> None:
    """The exit code is 0."""
    assert 0 == run("check", str(folder)).exit_code


def test_a_right_timeline_has_no_messages(folder: Path) -> None:
    """Nothing goes to standard error."""
    assert "" == run("check", str(folder)).stderr


def test_an_error_fails_the_check(faulty: Path) -> None:
    """The exit code is 1."""
    assert 1 == run("check", str(faulty)).exit_code


def test_a_warning_passes(doubtful: Path) -> None:
    """The exit code is 0."""
    assert 0 == run("check", str(doubtful)).exit_code


def test_a_warning_fails_the_strict_check(doubtful: Path) -> None:
    """With --strict the exit code is 1."""
    assert 1 == run("check", str(doubtful), "--strict").exit_code


def test_the_summary_goes_to_standard_output(doubtful: Path) -> None:
    """It counts the records, the errors and the warnings."""
    assert "Errors: 0, warnings: 1." in run("check", str(doubtful), "--lang", "en").stdout


def test_the_current_folder_is_checked_by_default(faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an argument it is the folder in which the command runs."""
    monkeypatch.chdir(faulty)
    assert 1 == run("check").exit_code


def test_json_is_one_document(faulty: Path) -> None:
    """Standard output holds a list with one object for each problem, and nothing else."""
    problems: list[dict[str, Any]] = json.loads(run("check", str(faulty), "--format", "json", "--lang", "en").stdout)
    assert [
        {
            "file": EVENT,
            "line": 6,
            "column": 13,
            "path": "importance",
            "severity": "error",
            "code": "out-of-range",
            "found": "the number 5",
            "expected": "a number ≤ 3",
            "cure": "Correct the number.",
        }
    ] == problems


def test_json_of_a_right_timeline_is_an_empty_list(folder: Path) -> None:
    """A program that reads it needs no special case."""
    assert [] == json.loads(run("check", str(folder), "--format", "json").stdout)


def test_github_gets_a_workflow_command(faulty: Path) -> None:
    """One line for each problem, with its place as properties."""
    assert (
        f"::error file={EVENT},line=6,col=13,title=out-of-range::"
        "importance: found the number 5; expected a number ≤ 3. Correct the number.\n"
    ) == run("check", str(faulty), "--format", "github", "--lang", "en").stdout


def test_github_gets_the_errors_first(faulty: Path) -> None:
    """It shows no more than ten messages of a step."""
    _replace(faulty, ACTOR, "kind: media\nname: The Gazette #1\n")
    output = run("check", str(faulty), "--format", "github").stdout
    assert ["::error", "::warning"] == [line.split(" ")[0] for line in output.splitlines()]


def test_json_is_as_its_schema_says(tmp_path: Path) -> None:
    """The schema that is published describes fifty faults of every sort."""
    sample = BROKEN / "fifty-faults"
    lay_out(sample, {}, tmp_path / "fifty")
    problems = json.loads(run("check", str(tmp_path / "fifty"), "--format", "json").stdout)
    jsonschema.validate(problems, json.loads((ROOT / "schemas" / "problems.schema.json").read_text("utf-8")))
    assert 50 == len(problems)


def test_the_schema_refuses_what_is_not_described() -> None:
    """It is no schema that lets everything pass."""
    schema = json.loads((ROOT / "schemas" / "problems.schema.json").read_text("utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"file": "x"}], schema)


def test_sarif_names_the_rule_and_the_place_of_a_problem(faulty: Path) -> None:
    """As section 3.27 of SARIF 2.1.0 has it."""
    log = json.loads(run("check", str(faulty), "--format", "sarif", "--lang", "en").stdout)
    assert [
        {
            "ruleId": "out-of-range",
            "level": "error",
            "message": {"text": "importance: found the number 5; expected a number ≤ 3. Correct the number."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": EVENT},
                        "region": {"startLine": 6, "startColumn": 13},
                    }
                }
            ],
        }
    ] == log["runs"][0]["results"]


def test_sarif_lists_each_rule_once(tmp_path: Path) -> None:
    """Section 3.19.23: a tool's rules are different from each other."""
    lay_out(BROKEN / "fifty-faults", {}, tmp_path / "fifty")
    log = json.loads(run("check", str(tmp_path / "fifty"), "--format", "sarif").stdout)
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert sorted({result["ruleId"] for result in log["runs"][0]["results"]}) == rules


def _beneath(folder: Path, line: str) -> str:
    """What is quoted of an event whose sixth line is wrong."""
    _add(folder, EVENT, line)
    return run("check", str(folder), "--lang", "en").stderr.partition("\n")[2]


def test_a_caret_stands_beneath_the_place(folder: Path) -> None:
    """In lines of Latin letters only."""
    assert "    6 | about: [watr]\n                ^\n" == _beneath(folder, "about: [watr]\n")


def test_a_caret_counts_wide_letters_twice(folder: Path) -> None:
    """It stands where terminals show the place."""
    assert "    6 | about: 水: x\n                 ^\n" == _beneath(folder, "about: 水: x\n")


def test_a_caret_stands_in_a_line_of_arabic(folder: Path) -> None:
    """No column beneath would be right in terminals that turn the line and in those that do not."""
    assert "    6 | about: غاز‸: x\n" == _beneath(folder, "about: غاز: x\n")


def test_a_name_in_the_place_of_an_id_leads_to_the_id(folder: Path) -> None:
    """Whoever does not know the id writes what stands on the site."""
    assert "Did you mean “gazette”?" in _said(folder, "who: {speaker: [The Gazette]}\n")


@pytest.mark.parametrize("written", ["11 February 2021", "February 11, 2021", "11 شباط 2021", "١١ فبراير ٢٠٢١"])
def test_a_date_in_words_leads_to_its_numbers(folder: Path, written: str) -> None:
    """In Arabic, by both sets of names, and in English."""
    assert "write 2021-02-11." in _said(folder, f"added: {written}\n")


def _said(folder: Path, line: str) -> str:
    _add(folder, EVENT, line)
    return run("check", str(folder), "--lang", "en").stderr


def test_a_file_name_cannot_forge_a_workflow_command(folder: Path) -> None:
    """Line ends in a name are escaped."""
    _replace(folder, "content/events/x\n::warning::y.txt", "")
    assert 1 == run("check", str(folder), "--format", "github").stdout.count("\n")


def test_a_file_name_cannot_steer_the_terminal(folder: Path) -> None:
    """An escape character in a name is replaced."""
    _replace(folder, "content/events/\x1b[31mred.txt", "")
    assert "\x1b" not in run("check", str(folder)).stderr


def test_a_name_that_is_no_utf_8_is_reported(folder: Path) -> None:
    """Its bytes are written as escapes."""
    (folder / "content/events").joinpath("caf\udce9.yaml").write_text("", "utf-8")
    assert r"caf\udce9" in run("check", str(folder)).stderr


def test_a_hidden_override_does_not_turn_the_quoted_line(folder: Path) -> None:
    """The line beneath a message shows a mark where the character is."""
    _add(folder, EVENT, "summary: Two\u202e sides\n")
    assert "6 | summary: Two\ufffd sides" in run("check", str(folder)).stderr


def test_of_a_long_line_the_part_in_question_is_quoted(folder: Path) -> None:
    """What stands around the place, with marks of omission."""
    _add(folder, EVENT, f"tags: [{'oil, ' * 100}wheat,, {'gas, ' * 100}end]\n")
    quoted = run("check", str(folder)).stderr.splitlines()[1]
    assert "| …" in quoted
    assert "wheat,, gas" in quoted
    assert len(quoted) < 140


def test_arabic_is_spoken_when_asked_for(faulty: Path) -> None:
    """--lang chooses the language of the messages."""
    assert "خطأ" in run("check", str(faulty), "--lang", "ar").stderr


def test_arabic_is_spoken_in_an_arabic_environment(faulty: Path) -> None:
    """LANG decides where --lang is not given."""
    quiet = {"LANGUAGE": None, "LC_ALL": None, "LC_MESSAGES": None}
    assert "خطأ" in run("check", str(faulty), env={**quiet, "LANG": "ar_SY.UTF-8"}).stderr


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANGUAGE": "ku:ar", "LANG": "en_GB.UTF-8"}, "ar"),
        ({"LC_ALL": "ar_EG.UTF-8", "LANG": "en_GB.UTF-8"}, "ar"),
        ({"LC_ALL": "C", "LANG": "ar_SY.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LANGUAGE, LC_ALL, LC_MESSAGES, LANG, the first that names a language that is spoken."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language == language_of_environment()


def test_an_unknown_language_is_refused(folder: Path) -> None:
    """The exit code of a wrong command line is 2."""
    assert 2 == run("check", str(folder), "--lang", "xx").exit_code


def test_colours_are_left_out_where_the_output_is_no_terminal(faulty: Path) -> None:
    """No escape sequences in a file or a pipe."""
    assert "\x1b[" not in run("check", str(faulty), env={"NO_COLOR": None}).stderr


def test_colours_are_left_out_when_nobody_wants_them(faulty: Path) -> None:
    """NO_COLOR counts for more than a terminal's wish."""
    assert "\x1b[3" not in run("check", str(faulty), env={"NO_COLOR": "1", "FORCE_COLOR": "1"}).stderr


def test_a_folder_without_timeline_is_a_problem(tmp_path: Path) -> None:
    """It is said so, and how to go on; the exit code is 1."""
    result = run("check", str(tmp_path), "--lang", "en")
    assert 1 == result.exit_code
    assert "[no-timeline]" in result.stderr


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """The same as a folder without timeline.yaml."""
    assert "[no-timeline]" in run("check", str(tmp_path / "nowhere")).stderr


def test_a_file_in_place_of_the_folder_is_refused(folder: Path) -> None:
    """The exit code of a wrong command line is 2."""
    assert 2 == run("check", str(folder / "timeline.yaml")).exit_code


HOSTILE = {
    "a list for a number": "at: [[36.5], 40.7]",
    "a number for a list": "at: 36",
    "a text for numbers": "at: 36.5 40.7",
    "one number of two": "at: [36.5]",
    "three numbers of two": "at: [36.5, 40.7, 1]",
    "texts for numbers": 'at: ["36.5", "40.7"]',
    "a map for numbers": "at: {lat: 36.5}",
    "nothing": "at:",
    "a list for a text": "note: [a, b]",
    "a list in a text": "note: {en: [a]}",
    "a map in a text": "note: {en: {ar: a}}",
    "nothing in a text": "note: {en: }",
    "a number for a language": "note: {1: a}",
    "a list for an id": "in: [a]",
    "a map for an id": "in: {a: b}",
    "true for an id": "in: true",
    "a list for a word": "kind: [city]",
    "a map for a word": "kind: {city: site}",
    "nothing for a word": "kind:",
    "a long number": "geonames: 99999999999999999999999999",
    "a decimal for a number": "geonames: 1.5",
    "a map for a list": "was: {a: b}",
    "a list in a list": "was: [[a]]",
    "nothing in a list": "was: [null]",
    "a text for a map": "tr: en",
    "a list for a map": "tr: [en]",
    "a text in a map": "tr: {en: ar}",
    "an empty map": "tr: {en: {}}",
    "braces in a key": "'{x}': 1",
    "percent signs in a key": "'%(x)s': 1",
    "brackets in a key": "'[bold]': 1",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_value_of_a_wrong_kind_breaks_the_check(line: str, language: str, folder: Path) -> None:
    """Whatever stands in a field, the answer is a message that names the line."""
    record = {"name": "Hasakah", "kind": "city", "at": "[36.5, 40.7]"}
    key = line.partition(":")[0]
    text = "".join(f"{name}: {value}\n" for name, value in record.items() if name != key) + line + "\n"
    _replace(folder, "content/places/hasakah.yaml", text)
    _add(folder, EVENT, "where: [hasakah]\n")
    result = run("check", str(folder), "--lang", language)
    assert isinstance(result.exception, SystemExit | None)
    assert f"content/places/hasakah.yaml:{text.count(chr(10))}:" in result.stderr or result.exit_code == 0


def test_a_misspelt_required_key_is_one_message(folder: Path) -> None:
    """What was only misspelt is not missing as well."""
    _replace(folder, ACTOR, "kind: media\nnmae: The Gazette\n")
    assert 1 == run("check", str(folder)).stderr.count("[unknown-key]")
    assert 0 == run("check", str(folder)).stderr.count("[missing-key]")


def test_a_broken_file_does_not_make_others_look_wrong(folder: Path) -> None:
    """To name a record whose file has a fault is no fault, and nothing is called orphaned."""
    _replace(folder, ACTOR, "kind: media\nname: [The Gazette]\n")
    assert 1 == len([line for line in run("check", str(folder)).stderr.splitlines() if not line.startswith(" ")])
