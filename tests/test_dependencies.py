"""The packages that the program runs with: few, known, and the very files that were chosen."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docs import dependencies

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def hashes_of(lock: Path) -> dict[str, set[str]]:
    """Each package with its version as a lock file writes it, and its hashes."""
    entries = re.split(r"^(?=[a-z])", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {entry.split()[0]: set(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry)) for entry in entries}


@pytest.fixture(scope="module")
def bill() -> Any:
    """The bill of materials, by the command that `make sbom` has."""
    recipe = re.search(r"cyclonedx-py (.+) --output-file \S+ (\S+)", (ROOT / "Makefile").read_text("utf-8"))
    assert recipe
    command = [sys.executable, "-m", "cyclonedx_py", *recipe[1].split(), recipe[2]]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


def test_every_package_that_the_program_names_has_its_reason() -> None:
    """And no reason outlives its package."""
    assert dependencies.demanded() == list(dependencies.reasons())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_is_fixed_by_version_and_hash(lock: Path) -> None:
    """So that pip installs the chosen files or nothing."""
    assert [] == [name for name, hashes in hashes_of(lock).items() if "==" not in name or not hashes]


def test_the_bill_of_materials_names_every_package_with_its_hashes(bill: Any) -> None:
    """The packages of the lock file, and no others."""
    named = {
        f"{part['name']}=={part['version']}": {
            each["content"] for place in part["externalReferences"] for each in place["hashes"]
        }
        for part in bill["components"]
    }
    assert hashes_of(dependencies.LOCK) == named


def test_the_bill_of_materials_is_the_same_every_time(bill: Any) -> None:
    """It holds no time and no random number."""
    assert set() == {"timestamp"} & bill["metadata"].keys() | {"serialNumber"} & bill.keys()
