"""`waqai new`: a file for a new record."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cli.running import bytes_of
from tests.samples import MINIMAL, PLAIN, TIMELINES, codes_in, run
from waqai.authoring.annotated import WRITTEN_BY_OTHERS
from waqai.cli import main
from waqai.model import RECORD_KINDS

FULL = {
    "event": ["--title", "Second talks", "--date", "2021-03-08", "--type", "talks", "--set", "sources=gazette-march"],
    "actor": ["--name", "Courier", "--kind", "media"],
    "place": ["--name", "Lower Town", "--kind", "city"],
    "topic": ["--name", "The gate"],
    "agreement": ["--title", "Note", "--date", "2021-03", "--set", "parties=gazette"],
    "source": ["--title", "Report", "--date", "2021-03-09", "--set", "publisher=gazette"],
}
FOLDERS = {kind.kind_name: folder for folder, kind in RECORD_KINDS.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the smallest timeline, with one source."""
    folder = shutil.copytree(MINIMAL, tmp_path / "minimal")
    (folder / "content/sources").mkdir()
    (folder / "content/sources/gazette-march.yaml").write_text("title: X\npublisher: gazette\ndate: 2021-03\n", "utf-8")
    return folder


def _new(folder: Path, kind: str, *options: str) -> Path:
    """The one file that the command wrote."""
    before = set(folder.rglob("*.yaml"))
    result = run("new", kind, str(folder), "--lang", "en", *options)
    assert 0 == result.exit_code, result.stderr
    (written,) = set(folder.rglob("*.yaml")) - before
    return written


def _complaints(folder: Path) -> list[str]:
    return run("check", str(folder), "--lang", "en").stderr.splitlines()


def _answering(folder: Path, kind: str, *lines: str, lang: str = "en") -> Result:
    """What happens when these lines are typed."""
    command = ["new", kind, str(folder), "--ask", "--lang", lang]
    return CliRunner().invoke(main, command, input="".join(f"{line}\n" for line in lines), env=PLAIN)


@pytest.mark.parametrize("kind", FULL)
def test_a_new_file_with_all_that_is_needed_passes_the_check(folder: Path, kind: str) -> None:
    """As it was written, with its explanations."""
    _new(folder, kind, *FULL[kind])
    result = run("check", str(folder), "--lang", "en")
    assert (0, set()) == (result.exit_code, set(codes_in(result.stderr)) - {"orphan", "source-not-archived"})


@pytest.mark.parametrize("kind", FULL)
def test_a_new_file_names_every_field_of_its_kind(folder: Path, kind: str) -> None:
    """From the model, so that none is forgotten."""
    text = _new(folder, kind, *FULL[kind]).read_text("utf-8")
    model = RECORD_KINDS[FOLDERS[kind]]
    keys = {field.alias or name for name, field in model.model_fields.items()} - {"id", *WRITTEN_BY_OTHERS}
    assert [] == [key for key in keys if f"\n{key}:" not in text and f"\n# {key}:" not in text]


def test_an_editor_finds_the_schema_of_a_new_file(folder: Path) -> None:
    """By the first line, at a place where there is one."""
    path = _new(folder, "topic", "--name", "The gate")
    first = path.read_text("utf-8").splitlines()[0]
    assert "# yaml-language-server: $schema=../../schemas/topic.schema.json" == first
    assert (path.parent / first.partition("=")[2]).is_file()


def test_the_schema_of_the_repository_is_used_where_there_is_one(folder: Path) -> None:
    """None is written beside it."""
    (folder.parent / "schemas").mkdir()
    (folder.parent / "schemas/topic.schema.json").touch()
    first = _new(folder, "topic", "--name", "The gate").read_text("utf-8").splitlines()[0]
    assert (True, False) == (first.endswith("=../../../schemas/topic.schema.json"), (folder / "schemas").exists())


def test_the_words_of_the_timeline_are_among_the_explanations(tmp_path: Path) -> None:
    """An event type, a relation and a state that its owner added."""
    folder = shutil.copytree(TIMELINES / "bilingual", tmp_path / "timeline")
    text = _new(folder, "event", "--title", "ar=لقاء").read_text("utf-8")
    assert ["ceremony", "prepares", "shelved"] == [w for w in ("ceremony", "prepares", "shelved") if w in text]


def test_what_is_not_known_is_empty_and_the_check_points_at_it(folder: Path) -> None:
    """The line says that it is to be filled in."""
    path = _new(folder, "event", "--title", "Talks", "--date", "2021-03-08")
    lines = path.read_text("utf-8").splitlines()
    asked = [str(number) for number, line in enumerate(lines, 1) if "# To be filled in:" in line]
    places = [line.split(":")[1] for line in _complaints(folder) if line.startswith("content/events")]
    assert asked == places


def test_the_command_says_what_is_left_to_do(folder: Path) -> None:
    """The keys that must be filled in."""
    output = run("new", "event", str(folder), "--title", "Talks", "--lang", "en").stdout
    assert "Still to be filled in: date, type, sources." in output


def test_a_person_needs_a_word_on_safety(folder: Path) -> None:
    """The line is there, to be filled in."""
    text = _new(folder, "actor", "--name", "A synthetic person", "--kind", "person").read_text("utf-8")
    assert "\nsafety:                         # To be filled in:" in text


def test_the_explanations_are_in_the_language_of_the_messages(folder: Path) -> None:
    """With the schema in that language."""
    run("new", "topic", str(folder), "--name", "The gate", "--lang", "ar")
    text = (folder / "content/topics/the-gate.yaml").read_text("utf-8")
    assert ("$schema=../../schemas/ar/topic.schema.json" in text, "# ملف مطروح للتفاوض." in text) == (True, True)


def test_a_short_file_has_only_what_it_needs(folder: Path) -> None:
    """For those who know the fields."""
    lines = _new(folder, "place", "--name", "Lower Town", "--short").read_text("utf-8").splitlines()
    assert ["name: {en: Lower Town}", "kind:"] == lines[1:]


def test_titles_are_given_by_language(tmp_path: Path) -> None:
    """The id is made of the one in Latin letters."""
    folder = shutil.copytree(TIMELINES / "bilingual", tmp_path / "timeline")
    path = _new(folder, "topic", "--name", "ar=البوابة: سؤال", "--name", "en=The gate", "--short")
    assert ("the-gate", 'name: {ar: "البوابة: سؤال", en: The gate}') == (path.stem, path.read_text().splitlines()[1])


def test_a_file_is_never_overwritten(folder: Path) -> None:
    """An id that anything else has is refused, and that file stays as it is."""
    before = bytes_of(folder)
    result = run("new", "place", str(folder), "--name", "X", "--id", "gazette", "--lang", "en")
    assert (1, before) == (result.exit_code, bytes_of(folder))
    assert "The id “gazette” is taken by content/actors/gazette.yaml." in result.stderr


@pytest.mark.parametrize(
    "options",
    [
        ["event", "--title", "X", "--date", "2021-02-30"],
        ["event", "--title", "X", "--type", "talk"],
        ["event", "--title", "X", "--set", "colour=red"],
        ["event", "--title", "X", "--set", "colour"],
        ["event", "--title", "X", "--id", "Not An Id"],
        ["event"],
        ["place", "--name", "X", "--set", "at=[1"],
    ],
    ids=" ".join,
)
def test_a_wrong_option_is_refused_and_nothing_is_written(folder: Path, options: list[str]) -> None:
    """The exit code is 2."""
    before = bytes_of(folder)
    result = run("new", options[0], str(folder), *options[1:])
    assert (2, before, True) == (result.exit_code, bytes_of(folder), bool(result.stderr))


def test_a_dry_run_prints_the_file_and_writes_nothing(folder: Path) -> None:
    """To be looked at, or piped elsewhere."""
    before = bytes_of(folder)
    output = run("new", "topic", str(folder), "--name", "The gate", "--dry-run", "--short").stdout
    assert ("name: {en: The gate}\n", before) == (output.partition("\n")[2], bytes_of(folder))


def test_a_folder_without_a_timeline_is_refused(tmp_path: Path) -> None:
    """With the message of the check."""
    result = run("new", "topic", str(tmp_path), "--name", "X", "--lang", "en")
    assert (1, ["no-timeline"]) == (result.exit_code, codes_in(result.stderr))


def test_what_is_missing_is_asked_for(folder: Path) -> None:
    """One question for each field that is needed, and for the id at last."""
    _answering(folder, "event", "Second talks", "2021-03-08", "talks", "gazette-march", "second-talks")
    written = (folder / "content/events/second-talks.yaml").read_text("utf-8")
    values = [line.partition("#")[0].rstrip() for line in written.splitlines() if line[:1].isalpha()]
    assert ["title: Second talks", "date: 2021-03-08", "type: talks", "sources: [gazette-march]"] == values


def test_a_wrong_answer_is_asked_for_again(folder: Path) -> None:
    """With what is wrong with it, in the reader's language."""
    result = _answering(folder, "event", "X", "2021-02-30", "2021-03-08", "talks", "gazette-march", "", lang="ar")
    assert "2021-02-28" in result.stderr
    assert (folder / "content/events/2021-03-08-x.yaml").is_file()


def test_an_id_that_no_file_has_is_asked_about(folder: Path) -> None:
    """A slip is found at once; what is to be added next may be named already."""
    result = _answering(folder, "event", "X", "2021-03-08", "talks", "gazette-marsh", "n", "gazette-march", "")
    assert "did you mean “gazette-march”?" in result.stdout
    assert "sources: [gazette-march]" in (folder / "content/events/2021-03-08-x.yaml").read_text("utf-8")


def test_questions_that_end_early_write_nothing(folder: Path) -> None:
    """As with Ctrl+C."""
    before = bytes_of(folder)
    result = _answering(folder, "event", "X")
    assert (1, before) == (result.exit_code, bytes_of(folder))
    assert "Nothing was written." in result.stderr
