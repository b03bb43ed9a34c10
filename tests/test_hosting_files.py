"""The files for code hosts: by the hosts' own schemas, and by our rules for what strangers' contributions may do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTIONS = [*WORKFLOWS, ROOT / ".github/actions/install/action.yml"]
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "github-actions": [ROOT / ".github/actions/install/action.yml"],
    "github-issue-forms": sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml")),
    "github-issue-config": [ROOT / ".github/ISSUE_TEMPLATE/config.yml"],
    "dependabot": [ROOT / ".github/dependabot.yml"],
    "gitlab-ci": [ROOT / ".gitlab-ci.yml"],
    "citation-file-format": [ROOT / "CITATION.cff"],
}
_PINNED = re.compile(r"uses: (?:\./\S+|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)")


def _named(path: Path) -> str:
    return path.name


def _jobs(path: Path) -> dict[str, Any]:
    jobs: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))["jobs"]
    return jobs


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_file_is_as_its_host_wants_it(schema: str) -> None:
    """By the schemas that SchemaStore keeps for these hosts."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, *map(str, SCHEMAS[schema])], capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr), done.stdout


@pytest.mark.parametrize("path", ACTIONS, ids=_named)
def test_every_action_is_pinned_by_the_hash_of_its_commit(path: Path) -> None:
    """A tag can be moved; the version stands beside the hash, for people."""
    lines = [line.strip().removeprefix("- ") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert [] == [line for line in lines if not _PINNED.fullmatch(line)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(path: Path) -> None:
    """The token begins with no rights at all."""
    assert {} == yaml.safe_load(path.read_text("utf-8"))["permissions"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_a_workflow_uses_no_secret(path: Path) -> None:
    """So that forks can run it, and none can leak."""
    assert "secrets." not in path.read_text("utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_a_job_that_may_write_runs_nothing_of_the_repository(path: Path) -> None:
    """It neither checks anything out nor runs a command."""
    writing = [job for job in _jobs(path).values() if "write" in job["permissions"].values()]
    steps = [step for job in writing for step in job["steps"]]
    assert [] == [step for step in steps if "run" in step or "checkout" in step.get("uses", "")]


@pytest.mark.parametrize("path", WORKFLOWS, ids=_named)
def test_no_text_of_a_contribution_is_put_into_a_command(path: Path) -> None:
    """Expressions reach the shell and scripts only through the environment."""
    steps = [step for job in _jobs(path).values() for step in job["steps"]]
    scripts = [step.get("run", "") + step.get("with", {}).get("script", "") for step in steps]
    assert [] == [script for script in scripts if "${{" in script]


def test_a_workflow_with_rights_does_not_check_the_contribution_out() -> None:
    """It reads it as git objects."""
    privileged = [path for path in WORKFLOWS if "pull_request_target" in path.read_text("utf-8")]
    checkouts = [
        step["with"]["ref"]
        for path in privileged
        for job in _jobs(path).values()
        for step in job["steps"]
        if "checkout" in step.get("uses", "")
    ]
    assert ["${{ github.event.repository.default_branch }}"] == checkouts


def test_the_hooks_name_commands_that_there_are() -> None:
    """With the files that they are for."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        command = [sys.executable, "-m", "waqai", *hook["entry"].split()[1:], "--help"]
        assert 0 == subprocess.run(command, capture_output=True, check=False).returncode
        assert re.compile(hook["files"]).match("content/events/x.yaml")


def test_the_issue_forms_speak_both_languages() -> None:
    """Every label has Arabic and English."""
    for path in SCHEMAS["github-issue-forms"]:
        for field in yaml.safe_load(path.read_text("utf-8"))["body"]:
            label = field["attributes"].get("label") or field["attributes"]["value"]
            assert re.search("[ء-ي]", label)
            assert re.search("[a-z]", label)
