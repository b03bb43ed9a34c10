"""The published data, as those who use it read it: schemas, spreadsheets, maps, statements."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from referencing import Registry, Resource

from tests.cli.running import bytes_of
from tests.content.making import event, library_of
from tests.site.markup import elements
from waqai.exchange import csv_cells, graph
from waqai.model import RECORD_KINDS
from waqai.site.data import FOLDERS, collections_of, data_files

BASE = "https://example.org/synthetic/data/v1"
WITHHELD = {"kind": "person", "safety": "withheld", "name": "Secret name", "short": "Secret", "wikidata": "Q987654321"}
CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"))


@pytest.fixture
def data(synthetic_site: Path) -> Path:
    """The data of the synthetic timeline."""
    return synthetic_site / "data/v1"


def read(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_text("utf-8"))


def table(content: bytes) -> list[dict[str, str]]:
    """A CSV file, as a spreadsheet with its rows by column."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def files_of(**folders: dict[str, Any]) -> dict[str, bytes]:
    """The data of a library of these records."""
    return {path: make() for path, make in data_files(library_of(**folders))}


@pytest.mark.parametrize("name", ["timeline", *FOLDERS])
def test_the_data_keeps_to_its_schema(data: Path, name: str) -> None:
    """The schema lies beside it, at the address that the data names."""
    schemas = [read(path) for path in (data / "schemas").glob("*.json")]
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas)
    content = read(data / f"{name}.json")
    schema = read(data / "schemas" / content["$schema"].rpartition("/")[2])
    assert [] == [error.message for error in Draft202012Validator(schema, registry=registry).iter_errors(content)]


def test_the_whole_holds_what_the_parts_hold(data: Path) -> None:
    """The same records, in the same order."""
    whole = read(data / "timeline.json")
    assert {name: read(data / f"{name}.json")["records"] for name in FOLDERS} == {
        name: whole[name]["records"] for name in FOLDERS
    }


def test_a_record_leads_to_its_pages(data: Path, synthetic_site: Path) -> None:
    """In every language; the pages are there."""
    pages = [
        page
        for name in FOLDERS
        for record in read(data / f"{name}.json")["records"]
        for page in record["pages"].values()
    ]
    root = BASE.removesuffix("data/v1")
    assert [] == [page for page in pages if not (synthetic_site / page.removeprefix(root)).is_file()]


def test_a_date_has_its_notation_and_its_bounds(data: Path) -> None:
    """Programs that know no EDTF sort by the bounds."""
    records = {record["id"]: record for record in read(data / "events.json")["records"]}
    date = records["2021-03-04-accounts-differ"]["date"]["is"]
    assert {"edtf": "[2021-03-03,2021-03-04]", "earliest": "2021-03-03", "latest": "2021-03-04"} == date


def test_a_claim_has_its_standing_and_what_contradicts_it(data: Path) -> None:
    """As the pages say it."""
    records = {record["id"]: record for record in read(data / "events.json")["records"]}
    standing = records["2021-03-04-accounts-differ"]["claims"][0]["standing"]
    assert ("disputed", ["2021-03-04-accounts-differ#shut"]) == (standing["key"], standing["disputed_by"])


def test_nothing_of_a_withheld_person_is_published() -> None:
    """Neither name nor register; the id, which others refer to, is all."""
    files = files_of(actors={"witness": WITHHELD, "agency": {"kind": "media", "name": "Agency"}})
    assert [] == [path for path, content in files.items() if b"Secret" in content or b"Q987654321" in content]


def test_a_blurred_place_is_nowhere_exact() -> None:
    """In no format."""
    place = {"kind": "city", "name": "Town", "at": (15.4321, 14.8765), "blur": 20}
    files = files_of(places={"town": place}, events={"talks": event(where=["town"])})
    assert [] == [path for path, content in files.items() if b"15.43" in content or b"14.87" in content]


def test_a_draft_is_in_no_file(data: Path) -> None:
    """Not even by its id."""
    assert [] == [path for path, content in bytes_of(data).items() if b"2021-04-draft" in content]


def test_a_table_opens_in_a_spreadsheet(data: Path) -> None:
    """A byte order mark says that it is UTF-8; every row has all columns."""
    content = (data / "events.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert 1 == len({len(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))})


def test_a_table_has_a_column_for_each_language_and_role(data: Path) -> None:
    """Ids in one cell stand between semicolons."""
    row = next(row for row in table((data / "events.csv").read_bytes()) if row["id"] == "2021-03-04-accounts-differ")
    assert ("upper-side; lower-side", "Two accounts differ (synthetic data)") == (row["who.party"], row["title.en"])


def test_claims_have_a_table_of_their_own(data: Path) -> None:
    """Each with its event and its chain."""
    row = table((data / "claims.csv").read_bytes())[0]
    assert ("2021-03-04-accounts-differ", "open", "council; signal-report; courier-report", "disputed") == tuple(
        row[name] for name in ("event", "id", "chain", "standing")
    )


@given(CELLS)
def test_a_guarded_cell_comes_back_as_it_was(text: str) -> None:
    """Whatever it holds, apostrophes too."""
    assert text == csv_cells.unguarded(csv_cells.guarded(text))


@given(CELLS | st.builds("&#x{}{};{}".format, st.sampled_from(["", "0", "00"]), st.sampled_from(["3d", "2d"]), CELLS))
def test_a_guarded_cell_of_html_comes_back_as_it_was(text: str) -> None:
    """References that were there before, too."""
    assert text == csv_cells.unguarded_html(csv_cells.guarded_html(text))


@given(st.text("'=-5", max_size=4))
def test_nothing_is_taken_from_a_cell_that_would_not_be_put_back(cell: str) -> None:
    """Cells that others wrote are read to the letter, as far as one of ours could not mean something else."""
    assert cell in {csv_cells.unguarded(cell), csv_cells.guarded(csv_cells.unguarded(cell))}


@pytest.mark.parametrize("text", ["=1+1", "-<b>cmd</b>", "@sum"])
def test_no_cell_of_html_is_a_formula_or_shows_an_apostrophe(text: str) -> None:
    """TimelineJS shows what stands in these cells as HTML."""
    cell = csv_cells.guarded_html(text)
    assert ("&#x", text) == (cell[:3], unescape(cell))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-cmd", "@sum", "\t=1", "'=1", "＝1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """Spreadsheets show what begins with an apostrophe as text."""
    assert f"'{text}" == csv_cells.guarded(text)


@pytest.mark.parametrize("number", ["-12.5", "15", "-500"])
def test_a_number_stays_a_number(number: str) -> None:
    """Coordinates south of the equator are to be computed with."""
    assert number == csv_cells.guarded(number)


def test_a_map_has_longitude_first_and_says_how_rough_a_position_is(data: Path) -> None:
    """By RFC 7946."""
    features = {feature["id"]: feature for feature in read(data / "places.geojson")["features"]}
    assert ([13.0, 12.0], 5) == (
        features["lower-town"]["geometry"]["coordinates"],
        features["upper-town"]["properties"]["uncertain_by_km"],
    )


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_turtle_and_json_ld_say_the_same(data: Path) -> None:
    """Read by a library for such statements."""
    turtle, json_ld = Graph().parse(data / "timeline.ttl"), Graph().parse(data / "timeline.jsonld")
    assert len(turtle) > 300
    assert isomorphic(turtle, json_ld)


def test_words_of_our_own_are_explained(data: Path) -> None:
    """Every predicate and type that no other vocabulary has stands in ours."""
    statements, explained = Graph().parse(data / "timeline.ttl"), Graph().parse(data / "vocabulary.ttl")
    used = {str(word) for triple in statements for word in triple[1:] if f"{BASE}/vocabulary.ttl#" in str(word)}
    assert set() == used - {str(word) for word in explained.subjects()}


@settings(max_examples=25)
@given(CELLS)
def test_every_text_comes_back_from_turtle(text: str) -> None:
    """Quotation marks, line ends and what no eye sees."""
    thing = graph.Thing("https://example.org/x", ("schema:Event",), (("schema:name", graph.Literal(text, "ar")),))
    read_back = Graph().parse(data=graph.turtle([thing], {"schema": "https://schema.org/"}), format="turtle")
    assert Literal(text, lang="ar") == read_back.value(
        URIRef("https://example.org/x"), URIRef("https://schema.org/name")
    )


def test_a_large_timeline_is_divided_by_years() -> None:
    """No file has more than a thousand records; the file of the kind says where they are."""
    events = {f"event-{n}": event(f"{2000 + n // 1500}-02-01") for n in range(2000)}
    library = library_of(events=events)
    files = dict(data_files(library))
    assert ["2000", "2000-2", "2001"] == [part.key for part in collections_of(library)[0].parts]
    contents = json.loads(files["data/v1/events.json"]())
    assert [f"https://example.org/data/v1/events/{key}.json" for key in ("2000", "2000-2", "2001")] == contents["files"]


def test_the_page_of_data_leads_to_every_format(synthetic_site: Path) -> None:
    """Relatively, and the files are there."""
    page = synthetic_site / "ar/data.html"
    links = [e.attributes.get("href", "") for e in elements(page) if e.name == "a"]
    named = {link.removeprefix("../") for link in links if link.startswith("../data/")}
    assert set() == {name for name in named if not (synthetic_site / name).is_file()}
    offered = {path for path in bytes_of(synthetic_site / "data/v1") if ".en." not in path and "vocabulary" not in path}
    offered -= {path for path in offered if path.startswith("schemas/") and not path.startswith("schemas/ar/")}
    assert {f"data/v1/{path}" for path in offered} == named


@pytest.mark.parametrize("folder", [*RECORD_KINDS, "timeline"])
def test_the_schemas_speak_the_languages_of_the_site(data: Path, folder: str) -> None:
    """One in Arabic describes every field in Arabic; but for the words it is the one in English."""
    name = f"{folder}.schema.json"
    english, arabic = read(data / "schemas" / name), read(data / "schemas" / "ar" / name)
    words, said = list[str](), list[str]()
    assert _without_words(english, words) == _without_words(arabic, said)
    assert words
    assert [] == [text for text in said if not re.search("[\u0621-\u064a]", text)]


def _without_words(node: Any, words: list[str]) -> Any:
    """A schema without its address and its descriptions, which are put into `words`."""
    if isinstance(node, list):
        return [_without_words(each, words) for each in node]
    if not isinstance(node, dict):
        return node
    left = {key: value for key, value in node.items() if key not in {"$id", "description"} or isinstance(value, dict)}
    words += [node["description"]] if isinstance(node.get("description"), str) else []
    return {key: _without_words(value, words) for key, value in left.items()}
