"""What comes from other programs, and what is written for them."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, datetime
from functools import partial
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

import rispy
from bibtexparser.entrypoint import parse_string

from tests.exchange.test_imports import AGREEMENTS, CALENDAR
from tests.fuzz.target import Target, assert_told, text_of, workplace
from waqai import yamlfile
from waqai.build.manifest import Entry, content, understood
from waqai.dates import Edtf
from waqai.exchange import Work, bibtex, csl_json, graph, ris
from waqai.exchange.csv_cells import csv_file, unguarded
from waqai.exchange.work import Dated
from waqai.importing.formats import FORMATS, gathered_from
from waqai.importing.gathered import Wish
from waqai.site.feeds.atom import atom
from waqai.site.feeds.entry import Entry as FeedEntry
from waqai.site.feeds.entry import Feed

WISH = Wish("synthetic", "Synthetic", "en", "talks")

FORM_FILES = dict(zip(FORMATS, ("deck.json", "calendar.ics", "agreements.csv", "events.csv"), strict=True))


def is_imported_or_refused(form: str, data: bytes) -> None:
    """A file of another program becomes files of YAML that can be read, or each of its faults is told."""
    path = workplace() / FORM_FILES[form]
    path.write_bytes(data)
    gathered = gathered_from(form, path, WISH, lambda _done, _all: None)
    files = dict(gathered.files(path.name))
    assert_told(gathered.problems)
    for name, text in files.items():
        assert gathered.errors or not any(problem.is_error for problem in yamlfile.read(text.encode(), name).problems)


def _one_line(data: bytes) -> str:
    """A text as records hold it: in one line, of characters that are shown."""
    return " ".join("".join(c if c.isprintable() else " " for c in text_of(data)).split())


def is_cited_whole(data: bytes) -> None:
    """Reference managers read one work, whatever its title and its author are, and a title as it was."""
    text = _one_line(data)
    title, _, author = text.partition(" by ")
    when = Dated(Edtf.parse("2021-02-11"), text)
    work = Work(
        "synthetic", "article", title or "x", author, author, "ar", when, None, when, "https://example.org/a", (text,)
    )
    library = parse_string(bibtex([work]))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["synthetic"]
    (record,) = rispy.loads(ris([work]))
    assert record["title"] == work.title
    assert [item["title"] for item in json.loads(csl_json([work]))] == [work.title]


def is_a_cell_without_formula(data: bytes) -> None:
    """A table gives every text back, and no program takes one for a formula."""
    text = text_of(data).replace("\0", "")
    written = csv_file(["text"], [[text]]).decode("utf-8-sig")
    header, (cell,) = list(csv.reader(io.StringIO(written, newline="")))
    assert header == ["text"]
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(cell) == text


def is_well_formed_feed(data: bytes) -> None:
    """A feed is XML whatever its entries say, and its title comes back as it was."""
    text = _one_line(data)
    day = datetime(2021, 2, 11, tzinfo=UTC)
    entry = FeedEntry("urn:x", "https://example.org/x", text, text, f"<p>{text}</p>", day, day, (text,))
    site = "https://example.org/"
    feed = Feed("feed.atom", text, text, "ar", "urn:y", site, "index.html", text, text, (entry,))
    root = ET.fromstring(atom(feed))  # noqa: S314 - it is our own
    name = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{name}title") == text
    assert root.findtext(f"{name}entry/{name}title") == text


def is_linked_data(data: bytes) -> None:
    """JSON-LD gives every text back; Turtle holds it on one line, in quotation marks that nothing in it ends."""
    text = text_of(data)
    thing = graph.Thing("https://example.org/x", ("schema:Event",), (("schema:name", graph.Literal(text, "ar")),))
    prefixes = {"schema": "https://schema.org/"}
    assert text in json.dumps(json.loads(graph.json_ld([thing], prefixes)), ensure_ascii=False) or _within(
        json.loads(graph.json_ld([thing], prefixes)), text
    )
    line = next(each for each in graph.turtle([thing], prefixes).decode().split("\n") if "schema:name" in each)
    quoted = line[line.index('"') + 1 : line.rindex('"')]
    assert '"' not in quoted.replace("\\\\", "").replace('\\"', "")


def _within(value: object, text: str) -> bool:
    if isinstance(value, dict):
        return any(_within(each, text) for each in value.values())
    return any(_within(each, text) for each in value) if isinstance(value, list) else value == text


def manifest_stays_inside(data: bytes) -> None:
    """A manifest names files of its own folder, or is none."""
    entries = understood(data)
    if entries is None:
        return
    for path in entries:
        assert not PurePosixPath(path).is_absolute()
        assert ".." not in PurePosixPath(path).parts
    assert understood(content(entries)) == entries


_DECK = b"""{"title": {"text": {"headline": "Synthetic"}}, "scale": "human", "eras": [], "events": [
{"start_date": {"year": "2021", "month": "2", "day": "11", "hour": "14"}, "end_date": {"year": 2021}, "group": "G",
"text": {"headline": "<b>A</b>", "text": "<p>B</p>"}, "media": {"url": "https://example.org/x", "credit": "C"}}]}"""
_SHEET = b"""Year,Month,Day,Time,End Year,Display Date,Headline,Text,Media,Media Credit,Type,Group,Background
2021,2,11,14:00,,,Synthetic,Text,https://example.org/x,,,G,#fff
"""
_TABLE = """id,title.en,title.ar,date,type,where,sources
first,=1+1,أول,2021-02-11,talks,lower-town,
second,'x,ثان,2021-02,talks,,
"""
IMPORTED = {
    "timelinejs": (_DECK, _SHEET),
    "ics": (CALENDAR.encode(), CALENDAR.replace("\n", "\r\n").encode()),
    "pax": (AGREEMENTS.encode(),),
    "csv": (_TABLE.encode(),),
}
_CITED = (
    b"Talks in the {Lower} Town by The $1_000 ~ #2 \\ Post",
    'تقرير "مصطنع" by بريد الوادي'.encode(),
    b"ER  - x by TY  - y",
)
_SIGNS = (
    "{",
    "}",
    "\\",
    '"',
    "%",
    "$",
    "&",
    "#",
    "_",
    "~",
    "^",
    "@",
    "\n",
    "\r",
    "ER  - ",
    " by ",
    "]]>",
    "<",
    "=",
    "+",
    "'",
    "\t",
    "\ufeff",
    "ـ",
    "\u2028",
)
EXCHANGED = (
    *(
        Target(form, partial(is_imported_or_refused, form), partial(tuple, IMPORTED[form]), words)
        for form, words in (
            (
                FORMATS[0],
                (
                    '"year": ',
                    '"text": ',
                    "[",
                    "{",
                    "}",
                    "]",
                    ",",
                    "null",
                    "1e999",
                    '"\\ud800"',
                    "2021",
                    "-500",
                    '"events": ',
                    "Headline,",
                    '"',
                    "\n",
                ),
            ),
            (
                FORMATS[1],
                (
                    "BEGIN:VEVENT\n",
                    "END:VEVENT\n",
                    "DTSTART",
                    ";VALUE=DATE:",
                    "20210304",
                    "T140000Z",
                    "DURATION:P1D\n",
                    "RRULE:FREQ=DAILY\n",
                    ";TZID=Asia/Damascus:",
                    "\n ",
                    "\\n",
                    "SUMMARY:",
                    "X-WAQAI-DATE:",
                ),
            ),
            (FORMATS[2], ("Agt,", "Dat,", "Part,", "Stage,", '"', ";", ",", "\n", "2021-03-04", "Cea", "=", "\0")),
            (
                FORMATS[3],
                ('"', ",", "\n", ";", "title.en", "title.ar", "date", "claims", "'", "=", "{}", "[]", "2021", "\0"),
            ),
        )
    ),
    Target("citation", is_cited_whole, lambda: _CITED, _SIGNS),
    Target("cell", is_a_cell_without_formula, lambda: (b"=1+1", b"'=1", b"'", b"a\r\nb"), _SIGNS),
    Target("feed", is_well_formed_feed, lambda: _CITED, _SIGNS),
    Target("linked-data", is_linked_data, lambda: _CITED, _SIGNS),
    Target(
        "manifest",
        manifest_stays_inside,
        lambda: (content({"index.html": Entry.of(b"x"), "ar/a.html": Entry.of(b"")}),),
        (
            '"files"',
            '"version"',
            '"../x"',
            '"/etc"',
            '"a/../../b"',
            '"bytes": ',
            '"sha256": ',
            "{",
            "}",
            "null",
            "1e999",
            "\\u0000",
        ),
    ),
)
