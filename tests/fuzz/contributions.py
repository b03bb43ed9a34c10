"""What contributors write: files of YAML, and dates in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import copytree

from tests.fuzz.target import TIMELINES, Target, assert_told, samples, text_of, workplace
from waqai import yamlfile
from waqai.authoring.formatting import CannotFormatError, formatted
from waqai.content import Timeline, load
from waqai.dates import DateFault, Edtf
from waqai.dates.prose import describe, describe_short, parts
from waqai.languages import Language
from waqai.model import RECORD_KINDS

YAML_WORDS = (
    *(
        "key: value\n",
        "- ",
        "  ",
        "\n",
        ": ",
        "'",
        '"',
        "|\n",
        ">-\n",
        "{",
        "}",
        "[",
        "]",
        ",",
        "# ",
        "&a ",
        "*a",
        "!!",
        "<<: ",
    ),
    *(
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\\u0041",
        "~",
        "null",
        "true",
        "\u200f",
        "\u2067",
        "\u2069",
        "\u200c",
        "\ufeff",
        "\x85",
    ),
    *(
        "\u2028",
        "\r",
        "\t",
        "\0",
        "،",
        "’",
        "“",
        "2021-02-11",
        "2021-02-11/13",
        "2021-02?",
        "[2021-02-11..13]",
        "الخميس",
    ),
    *(
        "title: ",
        "date: ",
        "type: ",
        "claims:\n",
        "chain: ",
        "text: ",
        "id: ",
        "sources: ",
        "who: ",
        "where: ",
        "about: ",
    ),
    *(
        "moves: ",
        "links: ",
        "languages: ",
        "ar: ",
        "en: ",
        "url: ",
        "https://example.org/",
        "[[first-talks]]",
        "safety: ",
    ),
)


def reads_as_document(data: bytes) -> None:
    """Whatever a file holds, the answer is a document; every problem can be told, in its place."""
    document = yamlfile.read(data, "x")
    assert_told(document.problems, document.text or None)
    if document.value is None and data.strip():
        return
    document.locate(("a", 0), key=True)


def is_checked_as_record(data: bytes) -> None:
    """A file of any content, among those of a timeline, is part of it, or each of its faults is told."""
    folder, _, content = data.partition(b"\n")
    name = text_of(folder)
    _is_checked(f"content/{name}/sample.yaml" if name in RECORD_KINDS else "content/events/sample.yaml", content)


def is_checked_as_settings(data: bytes) -> None:
    """So are settings."""
    _is_checked("timeline.yaml", data)


def _is_checked(name: str, content: bytes) -> None:
    path = _timeline() / name
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    try:
        loaded = load(_timeline())
    finally:
        path.unlink() if before is None else path.write_bytes(before)
    assert_told(loaded.problems if isinstance(loaded, Timeline) else loaded)


@cache
def _timeline() -> Path:
    return Path(copytree(TIMELINES / "minimal", workplace() / "timeline"))


def _records() -> Iterator[bytes]:
    for folder in RECORD_KINDS:
        for content in samples(f"*/content/{folder}/*.yaml"):
            yield folder.encode() + b"\n" + content
    for content in list(samples("broken/*/content/events/*.yaml"))[:120]:
        yield b"events\n" + content


def is_formatted_without_loss(data: bytes) -> None:
    """`waqai fmt` leaves a file alone, or writes what says the same and what it would not change again."""
    document = yamlfile.read(data, "content/events/x.yaml")
    if not isinstance(document.value, dict) or any(problem.is_error for problem in document.problems):
        return
    try:
        text = formatted(document)
    except CannotFormatError:
        return
    again = yamlfile.read(text.encode(), document.file)
    assert document.value == again.value
    assert text == formatted(again)


def is_date_or_fault(data: bytes) -> None:
    """A text is a date, kept as it is written and told in every language, or a fault that says why it is none."""
    text = text_of(data)
    try:
        date = Edtf.parse(text)
    except DateFault as fault:
        assert_told([fault.fault.at("x", **fault.values)])
        return
    assert text == date.text
    assert date == Edtf.parse(date.text)
    assert date.sort_key == date.sort_key
    if date.earliest and date.latest:
        assert date.earliest <= date.latest
    for language in _languages():
        assert describe(date, language)
        assert describe_short(date, language)
        assert parts(date, language).lines


@cache
def _languages() -> tuple[Language, ...]:
    catalogues = Path(__file__).parents[2] / "theme/locales"
    return Language.of("en"), Language.of("ar", catalogues=(catalogues,))


def _dates() -> Iterator[bytes]:
    folder = Path(__file__).parents[1] / "dates"
    for name in ("faults.txt", "prose.txt", "margins.txt"):
        for line in (folder / name).read_text("utf-8").splitlines():
            yield line.partition("|")[0].partition("\t")[0].strip().encode()


CONTRIBUTIONS = (
    Target("yaml", reads_as_document, lambda: samples("*/content/*/*.yaml"), YAML_WORDS),
    Target("record", is_checked_as_record, _records, YAML_WORDS),
    Target("settings", is_checked_as_settings, lambda: samples("*/timeline.yaml"), YAML_WORDS),
    Target("format", is_formatted_without_loss, lambda: samples("*/content/events/*.yaml"), YAML_WORDS),
    Target(
        "date",
        is_date_or_fault,
        _dates,
        (
            "2021",
            "-02",
            "-11",
            "T14:00",
            "+02:00",
            "Z",
            "/",
            "..",
            "[",
            "]",
            "?",
            "~",
            "%",
            ",",
            "شباط",
            "٢٠٢١",
            "X",
            "-00",
        ),
    ),
)
