"""Citations in the formats of reference managers, read back by programs that read these formats."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc.source.json import CiteProcJSON

from waqai.dates import Edtf
from waqai.exchange import Work, bibtex, csl_json, ris
from waqai.exchange.work import Dated

ARABIC = Work(
    key="synthetic-report",
    kind="article",
    title='تقرير "مصطنع" عن البوابة',
    author="بريد الوادي",
    container="بريد الوادي",
    language="ar",
    issued=Dated(Edtf.parse("2021-03-05"), "5 آذار 2021"),
    seen=Dated(Edtf.parse("2021-03-07"), "7 آذار 2021"),
    url="https://example.org/a_b?q=50%25&x={1}",
    notes=("نسخة محفوظة: https://archive.example.org/1_2 (7 آذار 2021)",),
)
ENGLISH = replace(ARABIC, key="synthetic-entry", kind="entry", title="50% & more: {the} $1_000 ~ #2 \\", language="en")
COMMA = replace(ENGLISH, author="The river talks, winter 2021")


def dated(work: Work, text: str) -> Work:
    """The work, published at this date."""
    return replace(work, issued=Dated(Edtf.parse(text), f"in words: {text}"))


def read_bibtex(*works: Work) -> list[dict[str, str]]:
    """The entries as bibtexparser reads them, TeX's commands turned into characters again."""
    library = parse_string(bibtex(works), append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return [{"key": e.key, "type": e.entry_type, **{f.key: str(f.value) for f in e.fields}} for e in library.entries]


def read_csl(*works: Work) -> list[dict[str, object]]:
    """The items, once citeproc has read them too."""
    items: list[dict[str, object]] = json.loads(csl_json(works))
    assert list(CiteProcJSON(items)) == [work.key for work in works]
    return items


@pytest.mark.parametrize("work", [ARABIC, ENGLISH], ids=["Arabic", "signs of TeX"])
def test_a_title_comes_back_from_bibtex_as_it_was(work: Work) -> None:
    """Whatever TeX would take for a command."""
    assert work.title == read_bibtex(work)[0]["title"].strip("{}")


def test_bibtex_escapes_what_its_readers_read_each_in_a_way_of_its_own() -> None:
    """A circumflex is one, not an accent on the next letter."""
    assert r"a\textasciicircum{}b" in bibtex([replace(ENGLISH, title="a^b")])


def test_works_of_several_languages_share_a_file() -> None:
    """None swallows the next."""
    found = read_bibtex(ARABIC, ENGLISH), rispy.loads(ris([ARABIC, ENGLISH])), read_csl(ARABIC, ENGLISH)
    assert (2, 2, 2) == tuple(map(len, found))


def test_bibtex_says_the_language_as_tex_calls_it() -> None:
    """`langid` chooses hyphenation and direction."""
    assert ["arabic", "english"] == [entry["langid"] for entry in read_bibtex(ARABIC, ENGLISH)]


def test_bibtex_keeps_an_address_usable() -> None:
    """Braces, which would end the field, are escaped as addresses escape them."""
    assert "https://example.org/a_b?q=50%25&x=%7B1%7D" in bibtex([ARABIC])


@pytest.mark.parametrize("date", ["2021-03-05", "2021-03-05~", "2021-03", "2021-03-05/2021-03-08", "2021-03-05/.."])
def test_bibtex_keeps_a_date_in_edtf(date: str) -> None:
    """Biblatex knows levels 0 and 1."""
    assert date == parse_string(bibtex([dated(ARABIC, date)])).entries[0]["date"]


@pytest.mark.parametrize("date", ["[..2021-03-05]", "[2021-03-05,2021-03-08]"])
def test_a_date_that_a_format_cannot_hold_stands_in_words(date: str) -> None:
    """Never a date that is more exact than what is known."""
    work = dated(ENGLISH, date)
    entry, record, item = read_bibtex(work)[0], rispy.loads(ris([work]))[0], read_csl(work)[0]
    assert ("date" in entry, "date" in record, "year" in record) == (False, False, False)
    assert ({"literal": f"in words: {date}"}, True) == (item["issued"], f"in words: {date}" in entry["note"])
    assert f"in words: {date}" in record["notes"]


def test_ris_comes_back_as_it_was() -> None:
    """Title, name, day, language, address and copies."""
    found = rispy.loads(ris([ARABIC]))[0]
    expected = {
        "type_of_reference": "NEWS",
        "id": ARABIC.key,
        "title": ARABIC.title,
        "authors": [ARABIC.author],
        "year": "2021",
        "date": "2021/03/05/",
        "access_date": "2021/03/07/",
        "language": "ar",
        "urls": [ARABIC.url],
        "notes": list(ARABIC.notes),
    }
    assert expected == {name: found.get(name) for name in expected}


def test_ris_says_that_a_date_is_in_doubt() -> None:
    """After the last stroke, in EDTF."""
    assert "2021/03/05/2021-03-05~" == rispy.loads(ris([dated(ARABIC, "2021-03-05~")]))[0]["date"]


def test_ris_takes_no_body_for_a_person() -> None:
    """It would read what stands before a comma as a family name."""
    found = rispy.loads(ris([COMMA]))[0]
    assert (None, COMMA.container) == (found.get("authors"), found["publisher"])


def test_csl_json_holds_what_a_citation_needs() -> None:
    """In the fields of CSL 1.0.2."""
    found = read_csl(ARABIC)[0]
    expected = {
        "type": "article-newspaper",
        "title": ARABIC.title,
        "author": [{"literal": ARABIC.author}],
        "issued": {"date-parts": [[2021, 3, 5]]},
        "accessed": {"date-parts": [[2021, 3, 7]]},
        "language": "ar",
        "URL": ARABIC.url,
    }
    assert expected == {name: found.get(name) for name in expected}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-03", {"date-parts": [[2021, 3]]}),
        ("2021-03-05?", {"date-parts": [[2021, 3, 5]], "circa": True}),
        ("2021-03-05/2021-03-08", {"date-parts": [[2021, 3, 5], [2021, 3, 8]]}),
        ("2021-03-05/..", {"literal": "in words: 2021-03-05/.."}),
    ],
)
def test_csl_json_says_no_more_of_a_date_than_is_known(date: str, expected: object) -> None:
    """Parts, doubt, or words."""
    assert expected == read_csl(dated(ENGLISH, date))[0]["issued"]


def test_nothing_is_said_of_a_date_that_is_not_known() -> None:
    """No day of today in its place."""
    work = replace(ENGLISH, issued=None, seen=None)
    assert not {"date", "year", "urldate"} & set(read_bibtex(work)[0])
    assert not {"date", "year", "access_date"} & set(rispy.loads(ris([work]))[0])
    assert not {"issued", "accessed"} & set(read_csl(work)[0])
