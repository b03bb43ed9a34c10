"""`waqai init`: a new timeline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from tests.cli.running import ROOT, bytes_of
from tests.samples import PLAIN, codes_in, run
from waqai import __version__
from waqai.authoring.starter import EXCHANGED
from waqai.cli import main

BILINGUAL = ["--language", "ar", "--language", "en", "--title", "ar=محادثات النهر", "--title", "en=The river talks"]


def _begun(folder: Path, *options: str, lang: str = "en") -> Path:
    result = run("init", str(folder), "--lang", lang, *options)
    assert 0 == result.exit_code, result.stderr
    return folder


@pytest.mark.parametrize(
    ("options", "lang"), [(BILINGUAL, "en"), (["--language", "ar-SY"], "ar"), ([], "en")], ids=["two", "Arabic", "one"]
)
def test_a_new_timeline_passes_the_check_without_a_warning(tmp_path: Path, options: list[str], lang: str) -> None:
    """As it was begun."""
    result = run("check", str(_begun(tmp_path / "river-talks", *options, lang=lang)), "--strict")
    assert (0, "") == (result.exit_code, result.stderr)


def test_the_settings_are_those_that_were_given(tmp_path: Path) -> None:
    """The id is the folder's name."""
    folder = _begun(tmp_path / "River talks", *BILINGUAL, "--url", "https://example.org/x")
    assert {
        "id": "river-talks",
        "title": {"ar": "محادثات النهر", "en": "The river talks"},
        "languages": ["ar", "en"],
        "url": "https://example.org/x",
        "licence": "CC-BY-4.0",
    } == yaml.safe_load((folder / "timeline.yaml").read_text("utf-8"))


def test_what_it_tells_says_that_it_is_an_example(tmp_path: Path) -> None:
    """In every language of the timeline, in each of its three records."""
    folder = _begun(tmp_path / "talks", *BILINGUAL)
    texts = [path.read_text("utf-8").casefold() for path in folder.glob("content/*/*.yaml")]
    assert [True] * 3 == ["مثال" in text and "example" in text.partition("example-")[0] for text in texts]


def test_the_explanations_are_in_the_language_of_the_messages(tmp_path: Path) -> None:
    """Of the settings as well."""
    text = (_begun(tmp_path / "talks", lang="ar") / "timeline.yaml").read_text("utf-8")
    assert "# إعدادات الخط الزمني." in text


def test_the_readme_is_in_the_languages_of_the_timeline(tmp_path: Path) -> None:
    """Each part in its direction."""
    text = (_begun(tmp_path / "talks", *BILINGUAL) / "README.md").read_text("utf-8")
    assert ['<div dir="rtl" lang="ar">', "# محادثات النهر", "# The river talks"] == re.findall(
        r"^<div.+?>(?=\n\n# )|^# .+", text, re.MULTILINE
    )


def test_the_program_is_pinned(tmp_path: Path) -> None:
    """So that another version changes nothing unnoticed."""
    lines = (_begun(tmp_path / "talks") / "requirements.txt").read_text("utf-8").splitlines()
    assert f"waqai=={__version__}" == lines[-1]


def test_the_files_for_code_hosts_are_those_of_this_repository(tmp_path: Path) -> None:
    """But for the lines that install the program."""
    folder = _begun(tmp_path / "talks")
    names = [path.relative_to(ROOT).as_posix() for path in ROOT.glob(".github/**/*") if path.is_file()]
    others = [name for name in (*names, ".gitlab-ci.yml", "netlify.toml", "pelicanconf.py") if name not in EXCHANGED]
    assert [] == [name for name in others if (ROOT / name).read_bytes() != (folder / name).read_bytes()]


@pytest.mark.parametrize("name", EXCHANGED)
def test_what_installs_the_program_is_exchanged(tmp_path: Path, name: str) -> None:
    """Nothing is left of what only this repository has, and what remains is the same."""
    text = (_begun(tmp_path / "talks") / name).read_text("utf-8")
    assert not re.search(r"\bmake\b|\.venv|/theme/|/requirements\b", text)
    assert re.sub(*EXCHANGED[name], (ROOT / name).read_text("utf-8")) == text


def test_editors_find_the_schema_of_every_file(tmp_path: Path) -> None:
    """By its first line."""
    folder = _begun(tmp_path / "talks", *BILINGUAL, lang="ar")
    firsts = {
        path: path.read_text("utf-8").partition("\n")[0] for path in folder.rglob("*.yaml") if "content" in str(path)
    }
    assert [] == [path for path, line in firsts.items() if not (path.parent / line.partition("=")[2]).is_file()]


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    """A folder that holds one of the files is refused whole."""
    (tmp_path / "README.md").write_text("mine", "utf-8")
    result = run("init", str(tmp_path), "--lang", "en")
    assert (1, {"README.md": b"mine"}) == (result.exit_code, bytes_of(tmp_path))
    assert "holds “README.md” already" in result.stderr


def test_a_repository_that_holds_nothing_else_can_be_filled(tmp_path: Path) -> None:
    """As code hosts make them."""
    (tmp_path / ".git").mkdir()
    assert (_begun(tmp_path) / "timeline.yaml").is_file()


@pytest.mark.parametrize(
    "options",
    [
        ["--language", "ku"],
        ["--language", "xx"],
        ["--url", "example.org"],
        ["--language", "ar", "--language", "en", "--title", "en=X"],
    ],
    ids=" ".join,
)
def test_a_wrong_option_is_refused_and_nothing_is_written(tmp_path: Path, options: list[str]) -> None:
    """The exit code is 2."""
    result = run("init", str(tmp_path / "talks"), *options)
    assert (2, False) == (result.exit_code, (tmp_path / "talks").exists())


def test_what_is_missing_is_asked_for(tmp_path: Path) -> None:
    """Languages, a title in each, the address."""
    answers = "en, ar\nThe talks\nالمحادثات\n\n"
    CliRunner().invoke(main, ["init", str(tmp_path / "talks"), "--ask"], input=answers, env=PLAIN)
    settings = yaml.safe_load((tmp_path / "talks/timeline.yaml").read_text("utf-8"))
    assert (["en", "ar"], {"en": "The talks", "ar": "المحادثات"}, "https://example.org/talks") == (
        settings["languages"],
        settings["title"],
        settings["url"],
    )


def test_a_new_file_joins_the_example(tmp_path: Path) -> None:
    """The next step after the beginning."""
    folder = _begun(tmp_path / "talks")
    run("new", "event", str(folder), "--title", "X", "--date", "2021-02", "--type", "talks", "--set", "sources=none")
    assert ["unknown-id"] == codes_in(run("check", str(folder), "--lang", "en").stderr)


def test_a_timeline_can_begin_with_that_of_another_program(tmp_path: Path) -> None:
    """Its events are there, with the settings and the files that every new timeline has, and no example."""
    (tmp_path / "deck.csv").write_text("Year,Month,Day,Headline,Text\n2021,3,4,Synthetic talks,A text.\n", "utf-8")
    folder = _begun(tmp_path / "talks", "--from", str(tmp_path / "deck.csv"), "--title", "The talks")
    events = [path.read_text("utf-8") for path in folder.glob("content/events/*.yaml")]
    assert [True] == ["Synthetic talks" in event for event in events]
    assert "The talks" == yaml.safe_load((folder / "timeline.yaml").read_text("utf-8"))["title"]["en"]
    assert (folder / "netlify.toml").is_file()


def test_a_file_of_another_program_with_a_fault_begins_nothing(tmp_path: Path) -> None:
    """The fault is named, and the folder does not come into being."""
    (tmp_path / "deck.csv").write_text("Year,Month,Day,Headline,Text\n2021,2,31,X,Y\n", "utf-8")
    result = run("init", str(tmp_path / "talks"), "--from", str(tmp_path / "deck.csv"))
    assert (1, False) == (result.exit_code, (tmp_path / "talks").exists())
    assert result.stderr
