"""`make lighthouse`: the pages' scores on a phone, held against what is promised.

A page is run again, up to five times, until one run keeps every promise. A busy machine can only take from a score,
never add to it; a page that is too slow or faulty is so in every run.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.lighthouse.serving import hosting
from tests.site import chromium

HERE = Path(__file__).parent
LIGHTHOUSE = HERE / "node_modules" / ".bin" / "lighthouse"
PROMISED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = ("index.html", "events/2021-02-12-no-understandings.html", "embed/latest.html")
LANGUAGES = ("ar", "en")
RUNS = 5
WITHOUT_NODE = """Lighthouse needs Node.js 18.20 or newer with npm, and there is none here.
Debian: apt-get install nodejs npm    Fedora: dnf install nodejs    macOS: brew install node"""

Report = Mapping[str, object]


def main() -> int:
    """Audit the site in the folder that is given; 0 if every page keeps its promises."""
    arguments = argparse.ArgumentParser(prog="python -m tests.lighthouse", description="Audit a published site.")
    arguments.add_argument("site", type=Path, help="a published site")
    site: Path = arguments.parse_args().site
    npm = shutil.which("npm")
    if not npm:
        sys.stderr.write(f"{WITHOUT_NODE}\n")
        return 1
    subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"], cwd=HERE, check=True)
    with hosting(site) as root:
        results = [_audit(root, f"{language}/{page}") for language in LANGUAGES for page in PAGES]
    return 0 if all(results) else 1


def _audit(root: str, page: str) -> bool:
    """Whether one of the runs of a page keeps every promise."""
    return any(_keeps_its_promises(page, _run(root + page)) for _ in range(RUNS))


def _keeps_its_promises(page: str, report: Report) -> bool:
    """Print the scores of one run, and what is wrong where they are too low."""
    sys.stdout.write(f"{page}: {'  '.join(f'{name} {round(_score(report, name))}' for name in PROMISED)}\n")
    missed = [name for name, score in PROMISED.items() if round(_score(report, name)) < score]
    for name in missed:
        sys.stdout.write(f"  {name} is under {PROMISED[name]}: {', '.join(_failed(report, name))}\n")
    return not missed


def _run(address: str) -> Report:
    """One run, on a slow phone as Lighthouse imagines it."""
    flags = " ".join(chromium.FLAGS)
    command = [str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    options = [f"--only-categories={','.join(PROMISED)}", "--form-factor=mobile", "--no-enable-error-reporting"]
    run = subprocess.run([*command, *options], env=_environment(), capture_output=True, check=False)
    if run.returncode:
        sys.exit(f"Lighthouse ended with {run.returncode}: {run.stderr.decode(errors='replace')}")
    report: Report = json.loads(run.stdout)
    return report


def _environment() -> dict[str, str]:
    with sync_playwright() as playwright:
        return {**os.environ, "CHROME_PATH": str(chromium.find(playwright) or "")}


def _score(report: Report, category: str) -> float:
    """0 to 100."""
    return 100 * float(_category(report, category)["score"] or 0)  # type: ignore[arg-type]


def _failed(report: Report, category: str) -> list[str]:
    """The ids of the audits that cost something."""
    audits: Mapping[str, Mapping[str, object]] = report["audits"]  # type: ignore[assignment]
    named: list[Mapping[str, str]] = _category(report, category)["auditRefs"]  # type: ignore[assignment]
    return [ref["id"] for ref in named if audits[ref["id"]]["score"] not in (None, 1)]


def _category(report: Report, category: str) -> Mapping[str, object]:
    categories: Mapping[str, Mapping[str, object]] = report["categories"]  # type: ignore[assignment]
    return categories[category]


if __name__ == "__main__":
    sys.exit(main())
