"""`waqai diff` and `waqai log`, on git repositories of synthetic data."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import ROOT, bytes_of
from tests.samples import TIMELINES, run

CLOSED = "content/events/2021-03-01-gate-closed.yaml"
HOSTILE = "@everyone [x](https://evil.example) <b>#1</b> `a` https://evil.example **b**"


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as nobody in particular."""
    own = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *own, "-C", str(folder), *arguments],  # noqa: S607 - the git that is there
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def edit(folder: Path, old: str, new: str, name: str = CLOSED) -> None:
    """Change a file."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


def commit(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "--message", "A change")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The bilingual timeline in a repository of its own, with one commit."""
    place = shutil.copytree(TIMELINES / "bilingual", tmp_path / "repository" / "timeline")
    git(place.parent, "init", "--quiet")
    commit(place)
    return place


def diff(folder: Path, *arguments: str, lang: str = "en") -> str:
    """What `waqai diff` prints."""
    result = run("diff", *arguments, "--folder", str(folder), "--lang", lang)
    assert 0 == result.exit_code, result.stderr
    return result.stdout


def test_the_files_as_they_are_now_are_compared_with_a_revision(folder: Path) -> None:
    """Without a second revision."""
    edit(folder, "date: 2021-03-01\n", "date: 2021-03-02\n")
    assert (
        "Records added: 0, changed: 1, removed: 0. Standings that changed: 0, states: 0.\n\n"
        "Event “The gate is closed (synthetic data)”\n"
        "  - date: from 1 March 2021 to 2 March 2021\n"
    ) == diff(folder, "HEAD")


def test_two_revisions_are_compared_from_where_they_parted(folder: Path) -> None:
    """What came to the base meanwhile is not the contribution's."""
    git(folder, "branch", "contribution")
    edit(folder, "type: measure", "type: decision")
    commit(folder)
    git(folder, "switch", "--quiet", "contribution")
    edit(folder, "date: 2021-03-01\n", "date: 2021-03-02\n")
    commit(folder)
    told = diff(folder, "main", "contribution")
    assert "date: from 1 March 2021" in told
    assert "Decision" not in told


def test_two_folders_are_compared(folder: Path, tmp_path: Path) -> None:
    """No repository is needed."""
    other = shutil.copytree(TIMELINES / "bilingual", tmp_path / "other")
    edit(other, "type: measure", "type: decision")
    assert "type: from “Measure” to “Decision”" in diff(folder, str(folder), str(other))


def test_a_change_of_form_only_is_said_to_mean_nothing(folder: Path) -> None:
    """In one line."""
    edit(folder, "type: measure", "type: measure  # a comment")
    assert "No change of meaning.\n" == diff(folder, "HEAD")


def test_the_summary_speaks_arabic(folder: Path) -> None:
    """With Arabic names, dates and quotation marks."""
    edit(folder, "date: 2021-03-01\n", "date: 2021-03-02\n")
    told = diff(folder, "HEAD", lang="ar")
    assert "واقعة: «إغلاق البوابة (بيانات مصطنعة)»" in told
    assert "التاريخ: من 1 آذار/مارس 2021 إلى 2 آذار/مارس 2021" in told


def test_new_problems_are_told_with_their_cure(folder: Path) -> None:
    """And counted; those that were there before are not."""
    edit(folder, "where: [upper-town]", "where: [uper-town]")
    told = diff(folder, "HEAD")
    assert "New errors: 1, new warnings: 0, cured: 0." in told
    assert "Did you mean “upper-town”?" in told


def test_cured_problems_are_counted(folder: Path) -> None:
    """Those of the base that are gone."""
    edit(folder, "where: [upper-town]", "where: [uper-town]")
    commit(folder)
    edit(folder, "where: [uper-town]", "where: [upper-town]")
    assert "New errors: 0, new warnings: 0, cured: 1." in diff(folder, "HEAD")


def test_a_long_account_is_cut_and_counted(folder: Path) -> None:
    """A comment on a pull request has a limit."""
    edit(folder, "date: 2021-03-01\n", "date: 2021-03-02\n")
    edit(folder, "type: measure", "type: decision")
    assert "and 1 more" in diff(folder, "HEAD", "--limit", "1")


def test_markdown_of_a_contribution_prints_as_letters(folder: Path) -> None:
    """No link, no call, no HTML, no heading of a contributor's making."""
    edit(folder, "en: The gate is closed (synthetic data)", f"en: '{HOSTILE}'")
    told = diff(folder, "HEAD", "--format", "markdown")
    assert not [mark for mark in ("@everyone", "](", "<b>", "`a`", "**b**", "://evil", "#1") if mark in told]


def test_markdown_says_its_direction(folder: Path) -> None:
    """Comments on pull requests run from left to right by themselves."""
    assert diff(folder, "HEAD", "--format", "markdown", lang="ar").startswith('<div dir="rtl">')


def test_json_is_as_its_schema_says(folder: Path) -> None:
    """The schema that is published describes it."""
    edit(folder, "date: 2021-03-01\n", "date: 2021-03-02\n")
    edit(folder, "where: [upper-town]", "where: [uper-town]")
    data = json.loads(diff(folder, "HEAD", "--format", "json"))
    jsonschema.validate(data, json.loads((ROOT / "schemas" / "difference.schema.json").read_text("utf-8")))
    assert {"date-changed", "names-added", "names-removed"} <= {found["code"] for found in data["differences"]}


@pytest.mark.parametrize("revision", ["no-such", "--output=/tmp/x", "HEAD; true", "$(true)", ""])
def test_a_revision_that_is_none_is_refused(folder: Path, revision: str) -> None:
    """Whatever it looks like, nothing is run."""
    result = run("diff", "--folder", str(folder), "--lang", "en", "--", revision)
    assert 1 == result.exit_code
    assert "Git knows no revision" in result.stderr


def test_without_a_repository_it_is_said_so(tmp_path: Path) -> None:
    """In one line, without a traceback."""
    place = shutil.copytree(TIMELINES / "minimal", tmp_path / "minimal")
    result = run("diff", "HEAD", "--folder", str(place), "--lang", "en")
    assert (1, 1) == (result.exit_code, len(result.stderr.strip().splitlines()))


def test_comparing_changes_no_file(folder: Path) -> None:
    """Neither in the work tree nor in the repository."""
    edit(folder, "type: measure", "type: decision")
    commit(folder)
    before = bytes_of(folder.parent)
    diff(folder, "HEAD~1", "HEAD")
    assert before == bytes_of(folder.parent)


def test_links_of_a_revision_are_not_followed(folder: Path) -> None:
    """A link that a contribution brings leads nowhere."""
    (folder / "content/events/2021-03-02-link.yaml").symlink_to("/etc/passwd")
    commit(folder)
    told = diff(folder, "HEAD~1", "HEAD")
    assert "root:" not in told
    assert "No change of meaning." in told


def test_filters_of_a_repository_are_not_run(folder: Path, tmp_path: Path) -> None:
    """Files are read as git stores them."""
    (folder / ".gitattributes").write_text("*.yaml filter=evil export-ignore\n", "utf-8")
    commit(folder)
    git(folder, "config", "filter.evil.smudge", f"touch {tmp_path}/ran; cat")
    edit(folder, "type: measure", "type: decision")
    assert "Decision" in diff(folder, "HEAD")
    assert not (tmp_path / "ran").exists()


def test_the_log_of_a_record_says_what_each_commit_changed(folder: Path) -> None:
    """Newest first; commits that changed only its form are left out."""
    edit(folder, "date: 2021-03-01\n", "date: 2021-03-02\n")
    commit(folder)
    edit(folder, "type: measure", "type: measure  # a comment")
    commit(folder)
    lines = run("log", "2021-03-01-gate-closed", "--folder", str(folder), "--lang", "en").stdout.splitlines()
    assert "Event “The gate is closed (synthetic data)”" == lines[0]
    assert ["    - date: from 1 March 2021 to 2 March 2021", "    - added"] == [lines[2], lines[4]]
    assert 5 == len(lines)


def test_the_log_follows_a_record_that_was_renamed(folder: Path) -> None:
    """Its history is not lost."""
    git(folder, "mv", CLOSED, CLOSED.replace("closed", "shut"))
    edit(folder, "tags:", "was: [2021-03-01-gate-closed]\ntags:", CLOSED.replace("closed", "shut"))
    for file in (folder / "content").rglob("*.yaml"):
        text = file.read_text("utf-8").replace("[2021-03-01-gate-closed]\nl", "x")
        file.write_text(text.replace("to: 2021-03-01-gate-closed", "to: 2021-03-01-gate-shut"), "utf-8")
    commit(folder)
    output = run("log", "2021-03-01-gate-shut", "--folder", str(folder), "--lang", "en").stdout
    assert "new id; it was “2021-03-01-gate-closed” before" in output
    assert output.rstrip().endswith("- added")


def test_the_log_as_json_has_commits_and_dates(folder: Path) -> None:
    """For programs."""
    output = run("log", "council", "--folder", str(folder), "--format", "json", "--lang", "en").stdout
    (version,) = json.loads(output)["council"]
    assert (git(folder, "rev-parse", "HEAD"), ["added"]) == (version["commit"], version["changes"])


def test_the_log_of_an_unknown_record_is_refused(folder: Path) -> None:
    """With its id."""
    result = run("log", "nobody", "--folder", str(folder), "--lang", "en")
    assert (1, "No record has the id “nobody”.\n") == (result.exit_code, result.stderr)
