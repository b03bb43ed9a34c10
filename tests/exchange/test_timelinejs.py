"""Timelines of TimelineJS become ours and return as they came; ours become slides."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.cli.running import TIMELINES, bytes_of, waqai
from waqai import yamlfile
from waqai.config import Config
from waqai.content import Library
from waqai.exchange.csv_cells import csv_file
from waqai.exchange.decks import read_deck
from waqai.exchange.slide_texts import html_of, markdown_of
from waqai.exchange.slides import COLUMNS, HTML_COLUMNS, cell_read, row_of, slide_of
from waqai.importing.gathered import Gathered, Wish
from waqai.importing.timelinejs import gather
from waqai.languages import Language
from waqai.model import RECORD_KINDS, Record
from waqai.site.feeds import AbsoluteViews
from waqai.site.timelinejs import deck_of, sheet_of

Rows = list[dict[str, str]]
WISH = Wish("synthetic", "Synthetic", "en", "context")
FORTY = [
    {
        **dict.fromkeys(COLUMNS, ""),
        "Year": "2021" if number % 2 else " 2,021",
        "Month": str(number % 12 + 1) if number % 5 else "",
        "Day": str(number % 28 + 1) if number % 5 and number % 3 else "",
        "Time": "2:30 pm" if number % 15 == 4 else "",
        "End Year": "2022" if number % 7 == 0 else "",
        "Headline": f"Synthetic talks {number}",
        "Text": f"<p>Synthetic <b>text</b> {number}, with <a href='https://example.org/{number}'>a link</a>.</p>",
        "Media": f"https://example.org/{number}.jpg" if number % 4 == 0 else "",
        "Media Credit": "A synthetic photographer" if number % 4 == 0 else "",
        "Group": ("Water", "مياه", "")[number % 3],
        "Background": ("#abcdef", "https://example.org/back.jpg", "")[number % 3],
        "Display Date": "in spring" if number % 11 == 0 else "",
        "Editor": "for the desk only" if number % 9 == 0 else "",
    }
    for number in range(1, 39)
]
TITLE = {"Headline": "Synthetic test data", "Text": "A synthetic timeline.", "Type": "title"}
ERA = {"Year": "-500", "End Year": "1200", "Headline": "A synthetic era", "Type": "era"}
SHEET: Rows = [TITLE, *FORTY, ERA]


def sheet(rows: Rows) -> bytes:
    """A spreadsheet as CSV."""
    columns = list(dict.fromkeys(column for row in (*rows, dict.fromkeys(COLUMNS, "")) for column in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def rows_in(content: bytes) -> Rows:
    """The cells of a spreadsheet that hold anything."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{column: cell_read(column, cell) for column, cell in row.items() if cell} for row in rows]


def gathered(data: bytes, name: str) -> Gathered:
    """What a file holds."""
    deck, problems = read_deck(data, name)
    assert deck is not None, problems
    assert [] == problems
    return gather(deck, name, WISH, lambda _done, _all: None)


def views_of(found: Gathered) -> AbsoluteViews:
    """The timeline of what was gathered, read from its files as users' files are read."""
    config = Config.model_validate(found.settings, context={"languages": ("en",)})
    held = {}
    for path, text in found.files("synthetic"):
        folder, _, name = path.removeprefix("content/").partition("/")
        if folder in RECORD_KINDS:
            value = yamlfile.read(text.encode(), path).value
            key = name.removesuffix(".yaml")
            record = RECORD_KINDS[folder].model_validate({**value, "id": key}, context=config.validation_context())
            held[key] = _Held(record)
    return AbsoluteViews(Library.of(held, config), Language.of("en"), "")


class _Held:
    def __init__(self, record: Record) -> None:
        self.record = record


def back(data: bytes, name: str) -> Any:
    """What returns of a file of JSON."""
    return deck_of(views_of(gathered(data, name)), lambda _done, _all: None).as_json()


def sheet_back(data: bytes) -> Rows:
    """What returns of a spreadsheet."""
    columns, rows = sheet_of(views_of(gathered(data, "synthetic.csv")), lambda _done, _all: None)
    return rows_in(csv_file(columns, ([row.get(column, "") for column in columns] for row in rows), HTML_COLUMNS))


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spreadsheet of forty rows, imported by the command."""
    folder = tmp_path_factory.mktemp("imported")
    (folder / "forty.csv").write_bytes(sheet(SHEET))
    run = waqai("import", "timelinejs", folder / "forty.csv", "--into", folder / "talks", "--lang", "en")
    assert 0 == run.returncode, run.stderr
    return folder / "talks"


def test_a_sheet_of_forty_rows_comes_back_as_it_was(imported: Path) -> None:
    """Cell for cell: odd numbers, times, columns that nobody knows."""
    waqai("export", "timelinejs", imported, "--output", imported.parent / "back.csv")
    expected = [{column: cell for column, cell in row.items() if cell} for row in SHEET]
    assert expected == rows_in((imported.parent / "back.csv").read_bytes())


def test_an_imported_timeline_is_checked_with_warnings_only(imported: Path) -> None:
    """Each event waits for its source."""
    run = waqai("check", imported)
    assert (0, 39) == (run.returncode, run.stderr.count("[source-needed]"))


def test_an_imported_timeline_becomes_a_site(imported: Path) -> None:
    """Readers see that a source is needed."""
    assert 0 == waqai("build", imported, "--output", imported.parent / "site").returncode
    page = next((imported.parent / "site/en/events").glob("*synthetic-talks-7.html"))
    assert "Source needed" in page.read_text("utf-8")


def test_an_edit_in_our_files_is_in_the_slide(imported: Path, tmp_path: Path) -> None:
    """What nobody edited stays as it came."""
    file = next((imported / "content/events").glob("*synthetic-talks-8.yaml"))
    original = file.read_text("utf-8")
    try:
        file.write_text(original.replace("title: Synthetic talks 8", "title: Edited"), "utf-8")
        waqai("export", "timelinejs", imported, "--output", tmp_path / "back.json")
    finally:
        file.write_text(original, "utf-8")
    slides = json.loads((tmp_path / "back.json").read_text("utf-8"))["events"]
    slide = next(slide for slide in slides if slide["text"]["headline"] == "Edited")
    assert ("https://example.org/8.jpg", FORTY[7]["Text"]) == (slide["media"]["url"], slide["text"]["text"])


HEADLINES = st.text(st.characters(categories=["L", "N", "P", "Zs", "S"]), max_size=20)
HTML = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>x</b>", "text", " ", "&amp;", "<br>", "<ul><li>a</li></ul>", "[[id]]", "*", "نص"]
    ),
    max_size=6,
).map("".join)
YEARS = st.integers(-3000, 12000)
JSON = st.recursive(
    st.booleans() | st.integers(-(10**6), 10**6) | HEADLINES | st.none(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(HEADLINES, inner, max_size=2),
    max_leaves=4,
)
DATES = st.builds(
    lambda year, month, form: {key: form(part) for key, part in (("year", year), ("month", month)) if part is not None},
    YEARS,
    st.none() | st.integers(1, 12),
    st.sampled_from([str, int]),
)
SLIDES = st.fixed_dictionaries(
    {"start_date": DATES},
    optional={
        "text": st.fixed_dictionaries({}, optional={"headline": HEADLINES | HTML, "text": HTML, "more": JSON}),
        "media": st.fixed_dictionaries({"url": HEADLINES}, optional={"credit": HTML, "thumbnail": HEADLINES}),
        "group": HEADLINES,
        "display_date": HEADLINES | HTML,
        "background": st.fixed_dictionaries({}, optional={"color": HEADLINES, "url": HEADLINES}),
        "unique_id": HEADLINES,
        "autolink": st.booleans(),
        "something": JSON,
    },
)
DECKS = st.fixed_dictionaries(
    {"events": st.lists(SLIDES, min_size=1, max_size=3)},
    optional={"title": st.fixed_dictionaries({"text": st.fixed_dictionaries({"headline": HEADLINES})}), "scale": JSON},
)


@settings(max_examples=60)
@given(DECKS)
def test_every_file_of_slides_comes_back_as_it_was(deck: dict[str, Any]) -> None:
    """Whatever it holds, as far as its characters may stand in a file."""
    found = gathered(json.dumps(deck).encode(), "synthetic.json")
    list(found.files("synthetic"))
    assume(not found.problems)
    assert deck == back(json.dumps(deck).encode(), "synthetic.json")


CELLS = st.fixed_dictionaries(
    {"Year": YEARS.map(str), "Headline": HEADLINES.filter(str.strip)},
    optional={
        "Month": st.sampled_from(["1", "02", " 3 ", "12"]),
        "Text": HTML,
        "Group": HEADLINES,
        "Background": st.sampled_from(["#fff", "https://example.org/x.png", "/x.png", "red"]),
        "Media Caption": HTML,
        "Unknown": HEADLINES,
    },
)


@settings(max_examples=40)
@given(st.lists(CELLS, min_size=1, max_size=4))
def test_every_sheet_comes_back_as_it_was(rows: Rows) -> None:
    """Cell for cell."""
    found = gathered(sheet(rows), "synthetic.csv")
    list(found.files("synthetic"))
    assume(not found.problems)
    expected = [{column: cell_read(column, cell) for column, cell in row.items() if cell} for row in rows]
    assert expected == sheet_back(sheet(rows))


def test_a_sheet_of_the_first_version_comes_back_as_it_was() -> None:
    """With its own columns of dates and tags."""
    rows = [
        {"Start Date": "2012-01-31", "End Date": "", "Headline": "Synthetic", "Tag": "Water"},
        {"Start Date": "1/31/2012 14:05", "End Date": "2/2012", "Headline": "Synthetic too", "Tag": ""},
    ]
    text = "Start Date,End Date,Headline,Tag\n" + "".join(",".join(row.values()) + "\n" for row in rows)
    assert [{key: cell for key, cell in row.items() if cell} for row in rows] == sheet_back(text.encode())


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("14:30", "14:30"),
        ("2:30 pm", "14:30"),
        ("1430", "14:30"),
        ("9.05", "9:05"),
        ("12 a.m.", "0:00"),
        ("7:08:09.5", "7:08:09.500"),
    ],
)
def test_a_time_is_read_in_every_form_that_timelinejs_knows(cell: str, expected: str) -> None:
    """With seconds and halves of the day."""
    assert expected == row_of(slide_of({"Year": "2021", "Time": cell}))["Time"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([{"Year": "2021", "Month": "2", "Day": "31", "Headline": "Synthetic"}], "impossible-date"),
        ([{"Year": "2021", "Headline": "Synthetic", "End Year": "2020"}], "reversed-interval"),
        ([{"Year": "2021", "Headline": "Synth\u202eetic"}], "direction-override"),
        ([{"Year": "2021", "Time": "25:00", "Headline": "Synthetic"}], "import-cell"),
    ],
)
def test_what_timelinejs_repairs_in_silence_is_refused(rows: Rows, code: str, tmp_path: Path) -> None:
    """With its place; and nothing is written."""
    (tmp_path / "bad.csv").write_bytes(sheet(rows))
    run = waqai("import", "timelinejs", tmp_path / "bad.csv", "--into", tmp_path / "talks", "--lang", "en")
    assert (1, True) == (run.returncode, f"[{code}]" in run.stderr), run.stderr
    assert ["bad.csv"] == sorted(path.name for path in tmp_path.iterdir())


def test_nothing_that_is_there_is_overwritten(imported: Path) -> None:
    """A second import of the same file changes no byte."""
    before = bytes_of(imported)
    run = waqai("import", "timelinejs", imported.parent / "forty.csv", "--into", imported, "--lang", "en")
    assert (1, before) == (run.returncode, bytes_of(imported))


def test_links_that_may_not_stand_in_a_text_become_words() -> None:
    """The address is kept for the way back, but nobody can follow it here."""
    assert "words" == markdown_of('<a href="javascript:alert(1)">words</a>')


def test_pictures_in_a_text_become_links() -> None:
    """Nothing is fetched from elsewhere."""
    assert "[A map](https://example.org/map.png)" == markdown_of('<img src="https://example.org/map.png" alt="A map">')


def test_plain_words_need_no_elements() -> None:
    """As people write them into a cell."""
    assert "Plain words." == html_of(markdown_of("Plain words."))


def test_our_own_events_become_slides_with_their_sources(tmp_path: Path) -> None:
    """In one language, with its direction, the earliest day, and how it is known."""
    run = waqai("export", "timelinejs", TIMELINES / "bilingual", "--lang", "ar", "--output", tmp_path / "out.json")
    assert 0 == run.returncode, run.stderr
    slides = json.loads((tmp_path / "out.json").read_text("utf-8"))["events"]
    slide = next(slide for slide in slides if slide.get("unique_id") == "2021-03-04-accounts-differ")
    assert {"year": "2021", "month": "3", "day": "3"} == slide["start_date"]
    assert ("الأربعاء أو الخميس", True) == (slide["display_date"], 'lang="ar" dir="rtl"' in slide["text"]["text"])
    assert "المصادر: " in slide["text"]["text"]
