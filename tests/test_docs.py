"""The documentation: generated parts are current, examples are valid, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import click
import pytest
from PIL import Image

from docs import generate, glossary
from tests.site.building import build
from waqai import yamlfile
from waqai.cli import main as waqai_command
from waqai.cli.report import as_text
from waqai.content import Timeline, load
from waqai.model import RECORD_KINDS, vocabulary
from waqai.problems import Problem
from waqai.weblinks import read_excuses

ROOT = Path(__file__).parents[1]
GUIDES = ("README.md", "content/README.md", "content/README.ar.md", "docs/settings.md")
PAGES = sorted(
    str(path.relative_to(ROOT))
    for pattern in ("*.md", "docs/*.md", "content/*.md", "theme/*.md")
    for path in ROOT.glob(pattern)
)

FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
PLACE = re.compile(r"# (in )?((?:content/\w+/)?[\w.-]+\.yaml)\n")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def text_of(page: str) -> str:
    """The text of a page."""
    return (ROOT / page).read_text("utf-8")


def fences(page: str, *languages: str) -> list[str]:
    """The fenced examples of a page in these languages, without the indentation of the list that they stand in."""
    found = FENCE.findall(text_of(page))
    return [dedent(text) for _, language, text in found if language in languages]


def prose(page: str) -> str:
    """A page without its fenced examples."""
    return FENCE.sub("", text_of(page))


def written_out(guide: str, folder: Path) -> None:
    """Make a timeline of a guide's examples; one that begins with `# in` replaces keys of an earlier file."""
    shutil.copy(ROOT / "timeline.yaml", folder)
    (folder / "content").mkdir()
    for example in fences(guide, "yaml"):
        place = PLACE.match(example)
        assert place, f"an example that does not say which file it is: {example}"
        file = folder / place[2]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(merged(file.read_text("utf-8"), example) if place[1] else example, "utf-8")
        for picture in re.findall(r"file: (\S+\.jpg)", example):
            (folder / "content/media").mkdir(parents=True, exist_ok=True)
            (folder / "content/media" / picture).touch()


def merged(text: str, fragment: str) -> str:
    """A file after its keys that are in the fragment were replaced."""
    kept, new = entries(text), entries(fragment)
    return "".join({**kept, **new}.values())


def entries(text: str) -> dict[str, str]:
    """A YAML map cut into its entries, by key."""
    return {entry.partition(":")[0]: entry for entry in re.split(r"^(?=[^\s#])", text, flags=re.MULTILINE)[1:]}


def problems_in(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with a timeline."""
    loaded = load(folder)
    return loaded.problems if isinstance(loaded, Timeline) else loaded


def outline(page: str) -> list[tuple[str, int]]:
    """The rank of every heading of a page, and how many items of lists stand below it."""
    parts = re.split(r"^(#+) .+$", prose(page), flags=re.MULTILINE)[1:]
    counts = (len(re.findall(r"^(?:-|\d\.) ", text, re.MULTILINE)) for text in parts[1::2])
    return list(zip(parts[::2], counts, strict=True))


def anchors(page: Path) -> set[str]:
    """The fragments that GitHub gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def command_lines(page: str) -> Iterator[str]:
    """Everything on a page that a reader could type."""
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", prose(page))
    for example in fences(page, "sh"):
        yield from (line.partition(" #")[0].strip() for line in example.splitlines())


def calls(page: str, program: str) -> Iterator[list[str]]:
    """The arguments of all calls of a program on a page."""
    for line in command_lines(page):
        match = re.match(rf"(?:\S*/)?{program} ([a-z].*)", line)
        if match:
            yield shlex.split(match[1])


@pytest.mark.parametrize("path", generate.documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_generated_parts_are_what_the_program_says_today(path: Path) -> None:
    """Tables, help texts, faults and schemas come from the code; `make docs` writes them anew."""
    assert generate.documents()[path] == path.read_text("utf-8")


def test_every_kind_of_fault_has_a_code_of_its_own() -> None:
    """A code names one fault, in messages and in the documentation."""
    codes = [fault.code for fault in generate.faults()]

    assert sorted(set(codes)) == codes


@pytest.mark.parametrize("guide", GUIDES)
def test_the_examples_of_a_guide_make_a_timeline_without_errors(guide: str, tmp_path: Path) -> None:
    """Whoever copies the examples gets no error."""
    written_out(guide, tmp_path)

    assert [] == [as_text(problem, str) for problem in problems_in(tmp_path) if problem.is_error]


def test_the_examples_of_the_guide_make_a_site(tmp_path: Path) -> None:
    """One complete annotated example of each kind, and the small ones around them, have their pages."""
    written_out("content/README.md", tmp_path)
    for picture in tmp_path.glob("content/media/*"):
        Image.new("RGB", (8, 8)).save(picture)
    build(tmp_path, tmp_path / "output")
    written = {path.stem for folder in RECORD_KINDS for path in (tmp_path / "content" / folder).glob("*.yaml")}
    published = {path.stem for folder in RECORD_KINDS for path in (tmp_path / "output/ar" / folder).glob("*.html")}

    assert set() == written - published


def test_the_examples_of_both_guides_are_the_same() -> None:
    """But for the comments, which are in the language of the guide."""
    english, arabic = (
        [(example.splitlines()[0], yamlfile.read(example.encode(), guide).value) for example in fences(guide, "yaml")]
        for guide in ("content/README.md", "content/README.ar.md")
    )

    assert english == arabic


@pytest.mark.parametrize("guide", ["content/README.md", "docs/editorial.md"])
def test_a_guide_has_the_same_parts_in_both_languages(guide: str) -> None:
    """Headings of the same rank in the same order."""
    arabic = guide.replace(".md", ".ar.md")

    assert [rank for rank, _ in outline(guide)] == [rank for rank, _ in outline(arabic)]


def test_the_editorial_guide_has_the_same_rules_in_both_languages() -> None:
    """As many under each heading: whoever reads one of them misses nothing."""
    assert outline("docs/editorial.md") == outline("docs/editorial.ar.md")


def test_every_term_of_the_glossary_is_explained_once_in_both_languages() -> None:
    """One thing has one name, and one name means one thing."""
    terms = glossary.terms()

    for tag in ("en", "ar"):
        assert len(terms) == len({term[tag] for term in terms}) == len({term["meaning"][tag] for term in terms})


def test_the_example_of_excused_links_is_read(tmp_path: Path) -> None:
    """As it stands in the guide to publishing."""
    (tmp_path / "links-excused.yaml").write_text(fences("docs/publishing.md", "yaml")[0], "utf-8")
    excuses = read_excuses(tmp_path)

    assert (1, ()) == (len(excuses.reasons), tuple(excuses.problems))


@pytest.mark.parametrize("guide", ["content/README.md", "content/README.ar.md"])
def test_a_guide_shows_every_field_of_every_kind(guide: str) -> None:
    """Each field stands in an example or is explained beside it."""
    page = text_of(guide)
    fields = {
        field.alias or name
        for kind in RECORD_KINDS.values()
        for name, field in kind.model_fields.items()
        if name != "id"
    }

    assert [] == sorted(field for field in fields if not re.search(rf"(?<![\w-]){field}(?=:|`)", page))


@pytest.mark.parametrize("guide", ["content/README.md", "content/README.ar.md"])
def test_the_tables_of_a_guide_name_only_codes_and_words_that_exist(guide: str) -> None:
    """A code that was renamed, or a word that was dropped, does not live on in the guides."""
    lists = [value for value in vars(vocabulary).values() if isinstance(value, Mapping)]
    known = {fault.code for fault in generate.faults()} | {key for words in lists for key in words}
    rows = "\n".join(line for line in text_of(guide).splitlines() if line.startswith("|"))

    assert set() == set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", rows)) - known


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_leads_to_a_file_and_a_heading(page: str) -> None:
    """Links between pages of the repository hold, fragments included."""
    broken = []
    for link in LINK.findall(prose(page)):
        name, _, fragment = link.partition("#")
        target = (ROOT / page).parent / name if name else ROOT / page
        if re.match(r"[a-z]+:", link):
            continue
        if not target.exists() or (fragment and fragment not in anchors(target)):
            broken.append(link)

    assert [] == broken


@pytest.mark.parametrize("page", PAGES)
def test_every_command_on_a_page_exists_with_its_options(page: str) -> None:
    """What a reader types after `waqai` is a command, and the options are options of it."""
    unknown = []
    for name, *arguments in calls(page, "waqai"):
        found = waqai_command.get_command(click.Context(waqai_command), name)
        command = found or click.Command(None)
        known = {option for parameter in command.params for option in parameter.opts}
        given = {argument.partition("=")[0] for argument in arguments if argument.startswith("-")}
        if found is None or not given <= known:
            unknown.append(f"{name} {' '.join(arguments)}".strip())

    assert [] == unknown


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_on_a_page_exists(page: str) -> None:
    """What a reader types after `make` is in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))
    named = {argument for arguments in calls(page, "make") for argument in arguments if "=" not in argument}

    assert set() == named - targets


def modules_run(page: str) -> Iterator[list[str]]:
    """What follows `python -m` on a page."""
    for line in command_lines(page):
        match = re.match(r"(?:\S*/)?python -m (.+)", line)
        if match:
            yield shlex.split(match[1])


@pytest.mark.parametrize("page", PAGES)
def test_every_module_that_a_page_has_python_run_exists(page: str) -> None:
    """What a reader types after `python -m` is a module."""
    missing = [name for name, *_ in modules_run(page) if not find_spec(name)]

    assert [] == missing


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_a_page_has_run_exists(page: str) -> None:
    """What a reader types after `python -m pytest` are files of tests; the words after -k are found in them."""
    missing = []
    for name, *arguments in modules_run(page):
        if name == "pytest":
            words = [word for flag, word in pairwise(arguments) if flag == "-k"]
            files = [ROOT / argument for argument in arguments if argument.startswith("tests/")]
            text = "".join(file.read_text("utf-8") for file in files if file.is_file())
            missing += [str(file) for file in files if not file.is_file()]
            missing += [word for word in words if not re.search(rf"def test\w*{word}", text)]

    assert [] == missing


def test_every_promise_has_a_command_that_shows_it() -> None:
    """In each part of the page of promises stands at least one command."""
    parts = re.split(r"^## ", text_of("docs/security.md"), flags=re.MULTILINE)[1:]

    assert [] == [part.splitlines()[0] for part in parts if not FENCE.search(part)]
