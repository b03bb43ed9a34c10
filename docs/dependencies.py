"""The packages that the program runs with: why each is there, under which licence, and what each brings along."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import metadata
from pathlib import Path

from docs.tables import cell, table

ROOT = Path(__file__).parents[1]
REASONS = Path(__file__).with_name("dependencies.toml")
LOCK = ROOT / "requirements" / "run.txt"
OURS = "waqai (pyproject.toml)"
"""How the lock file names what pyproject.toml asks for."""
TO_INSTALL = "waqai (pyproject.toml:build)"
"""The same for what only installs the program from its source."""
LONGEST_NAME = 40
"""Letters. Some packages give the whole text where the name of a licence belongs."""


def reasons() -> Mapping[str, str]:
    """By package, in the order of the file."""
    found: dict[str, str] = tomllib.loads(REASONS.read_text("utf-8"))["packages"]
    return found


def demanded() -> list[str]:
    """What pyproject.toml names, by package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [re.split(r"[<>=!~ \[]", each)[0] for each in project["dependencies"]]


def locked(lock: Path = LOCK) -> dict[str, set[str]]:
    """Every package that is installed, and what asks for it."""
    packages: dict[str, set[str]] = {}
    for entry in re.split(r"^(?=[a-z])", lock.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        _, _, asking = entry.partition("# via")
        name = entry.partition("==")[0]
        packages.setdefault(name, set()).update(re.findall(r"^(?:    #  )? +(\S.*)$", asking, re.MULTILINE))
    return packages


def ours() -> str:
    """The table of what we ask for. Raises KeyError for a package without a reason."""
    rows = ((f"`{name}`", cell(reasons()[name]), cell(licence(name))) for name in demanded())
    return table(("package", "why it is there", "licence"), rows)


def brought() -> str:
    """The table of what these bring along."""
    return table(("package", "brought by", "licence"), _brought())


def _brought() -> Iterator[tuple[str, str, str]]:
    for name, asking in sorted(locked().items()):
        if OURS not in asking:
            by = "installing from source" if TO_INSTALL in asking else ", ".join(f"`{one}`" for one in sorted(asking))
            yield f"`{name}`", by, cell(licence(name))


def licence(name: str) -> str:
    """As the package itself says it."""
    told = metadata(name).json
    if expression := told.get("license_expression"):
        return str(expression)
    classes = [line.rpartition(" :: ")[2] for line in told.get("classifier", ()) if line.startswith("License")]
    named = str(told.get("license", ""))
    return named if named and len(named) <= LONGEST_NAME else ", ".join(classes)
