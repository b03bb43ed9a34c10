"""Every fault has a sample in tests/timelines/broken, with the exact words of the command in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import LANGUAGES, broken_samples, codes_in, declared_faults, expected_output, said_of
from waqai.problems import Fault

MANY = "fifty-faults"
SAMPLES = broken_samples()
FAULTS = declared_faults()
COMPANIONS = {
    "more-characters": {"invisible-character"},
    "more-problems": {"wrong-kind-of-value"},
    "more-warnings": {"weekday-mismatch"},
}
"""What cannot be had without another: more characters than are listed, without the list."""


def test_every_fault_has_a_sample() -> None:
    """A fault that no sample shows is a message that nobody has read."""
    assert set() == set(FAULTS) - {sample.name for sample in SAMPLES}


def test_every_sample_has_its_fault() -> None:
    """A sample whose fault is gone goes too."""
    assert {MANY} == {sample.name for sample in SAMPLES} - set(FAULTS)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_says_of_a_sample_what_is_expected(sample: Path, language: str, tmp_path: Path) -> None:
    """Place, wording, cure and the quoted line, to the letter."""
    expected = expected_output(sample, language).read_text("utf-8")
    assert expected == said_of(sample, tmp_path, language).stderr


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_one_slip_gives_one_message(code: str, tmp_path: Path) -> None:
    """A sample shows its fault once, and no other."""
    sample = next(sample for sample in SAMPLES if sample.name == code)
    found = codes_in(said_of(sample, tmp_path, "en").stderr)
    assert [code] == [each for each in found if each not in COMPANIONS.get(code, ())]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=lambda fault: fault.code)
def test_errors_fail_the_command_and_warnings_do_not(fault: Fault, tmp_path: Path) -> None:
    """The exit code is 1 for an error and 0 for a warning."""
    sample = next(sample for sample in SAMPLES if sample.name == fault.code)
    assert (1 if fault.severity == "error" else 0) == said_of(sample, tmp_path, "en").exit_code


@pytest.mark.parametrize("fault", FAULTS.values(), ids=lambda fault: fault.code)
def test_every_fault_says_found_expected_and_cure(fault: Fault) -> None:
    """None of the three parts is left out."""
    assert all((fault.found, fault.expected, fault.cure))


def test_fifty_faults_come_out_in_one_run(tmp_path: Path) -> None:
    """Nothing stops at the first mistake."""
    sample = next(sample for sample in SAMPLES if sample.name == MANY)
    assert 50 == len(codes_in(said_of(sample, tmp_path, "en").stderr))


def test_fifty_faults_are_sorted_by_place(tmp_path: Path) -> None:
    """By file, then by line, then by column."""
    sample = next(sample for sample in SAMPLES if sample.name == MANY)
    output = said_of(sample, tmp_path, "en").stderr
    heads = [line.split(":")[:3] for line in output.splitlines() if not line.startswith(" ")]
    places = [(file, int(line), int(column)) for file, line, column in heads]
    assert sorted(places) == places


def test_fifty_faults_are_counted(tmp_path: Path) -> None:
    """The last line says how many errors and how many warnings there were."""
    sample = next(sample for sample in SAMPLES if sample.name == MANY)
    assert "Errors: 46, warnings: 4." in said_of(sample, tmp_path, "en").stdout
