"""Every fault has a sample in tests/timelines/broken, with the exact words of the command in every language."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest
from click.testing import Result

from tests.samples import LANGUAGES, broken_samples, codes_in, declared_faults, expected_output, said_of
from waqai.problems import Fault

pytestmark = pytest.mark.xdist_group("faults")  # one process, so that each sample is run once
MANY = "fifty-faults"
SAMPLES = broken_samples()
FAULTS = declared_faults()
COMPANIONS = {
    "more-characters": {"invisible-character"},
    "more-problems": {"wrong-kind-of-value"},
    "more-warnings": {"weekday-mismatch"},
}
"""What cannot be had without another: more characters than are listed, without the list."""


@cache
def said(name: str, language: str) -> Result:
    """What the command says of a sample; each is run once for all that is asked of it."""
    sample = next(sample for sample in SAMPLES if sample.name == name)
    with tempfile.TemporaryDirectory() as parent:
        return said_of(sample, Path(parent), language)


def test_every_fault_has_a_sample() -> None:
    """A fault that no sample shows is a message that nobody has read."""
    assert set() == set(FAULTS) - {sample.name for sample in SAMPLES}


def test_every_sample_has_its_fault() -> None:
    """A sample whose fault is gone goes too."""
    assert {MANY} == {sample.name for sample in SAMPLES} - set(FAULTS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_command_says_of_a_sample_what_is_expected(sample: Path, language: str) -> None:
    """Place, wording, cure and the quoted line, to the letter."""
    expected = expected_output(sample, language).read_text("utf-8")
    assert expected == said(sample.name, language).stderr


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_one_slip_gives_one_message(code: str) -> None:
    """A sample shows its fault once, and no other."""
    found = codes_in(said(code, "en").stderr)
    assert [code] == [each for each in found if each not in COMPANIONS.get(code, ())]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=lambda fault: fault.code)
def test_errors_fail_the_command_and_warnings_do_not(fault: Fault) -> None:
    """The exit code is 1 for an error and 0 for a warning."""
    assert (1 if fault.severity == "error" else 0) == said(fault.code, "en").exit_code


@pytest.mark.parametrize("fault", FAULTS.values(), ids=lambda fault: fault.code)
def test_every_fault_says_found_expected_and_cure(fault: Fault) -> None:
    """None of the three parts is left out."""
    assert all((fault.found, fault.expected, fault.cure))


def test_fifty_faults_come_out_in_one_run() -> None:
    """Nothing stops at the first mistake."""
    assert 50 == len(codes_in(said(MANY, "en").stderr))


def test_fifty_faults_are_sorted_by_place() -> None:
    """By file, then by line, then by column."""
    output = said(MANY, "en").stderr
    heads = [line.split(":")[:3] for line in output.splitlines() if not line.startswith(" ")]
    places = [(file, int(line), int(column)) for file, line, column in heads]
    assert sorted(places) == places


def test_fifty_faults_are_counted() -> None:
    """The last line says how many errors and how many warnings there were."""
    assert "Errors: 46, warnings: 4." in said(MANY, "en").stdout
