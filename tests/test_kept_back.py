"""Nothing of a withheld person, and no exact position of a blurred place, is in the site or in any export.

All of it is synthetic. Whatever must not be published has a word that occurs nowhere else.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from tests.cli.running import bytes_of
from waqai.cli import main
from waqai.cli.exporting import ENDINGS
from waqai.content import Timeline, load
from waqai.content.kept_back import SHOWN_OF_WITHHELD
from waqai.model import Actor
from waqai.model.kinds import written_fields

SECRET = re.compile(rb"zzsecret[a-z]*|q98765\d*|876543|15\.432\d*|14\.876\d*")
"""What must not be published."""
FILES = {
    "timeline.yaml": """
id: synthetic
title: {en: Synthetic test data, ar: بيانات مصطنعة}
languages: [en, ar]
url: https://example.org
licence: CC0-1.0
archive: true
""",
    "content/actors/witness.yaml": """
kind: person
name: {en: A synthetic witness, ar: شاهد مصطنع}
short: {en: Witness, ar: الشاهد}
note: {en: Synthetic note, ar: ملاحظة}
summary: {en: Synthetic summary, ar: خلاصة}
safety: withheld
was: [zzsecretwas]
part_of: gazette
based: house
from: 1970
until: 2020
wikidata: Q987654321
aka:
  - {name: Zzsecretalias, lang: en, by: [gazette], tone: neutral, note: {en: Zzsecretnote, ar: zzsecretnotear}}
  - {name: zzsecretaliasar, lang: ar, by: [gazette], tone: neutral}
roles:
  - {role: {en: Zzsecretrole, ar: zzsecretrolear}, org: gazette, from: 2019}
members_withheld: true
why: {en: Zzsecretwhy, ar: zzsecretwhyar}
imported: {format: pax, place: 1, kept: {name: Zzsecretkept}, cells: {Name: Zzsecretcell}}
tr: {ar: {of: en, rev: "00000000", who: A synthetic translator}}
""",
    "content/actors/gazette.yaml": "kind: media\nname: {en: The Gazette, ar: الجريدة}\n",
    "content/places/house.yaml": """
kind: site
name: {en: A synthetic house, ar: بيت مصطنع}
at: [15.43219, 14.87651]
blur: 20
wikidata: Q9876543
geonames: 876543
""",
    "content/sources/report.yaml": """
title: {en: Synthetic report}
publisher: gazette
date: 2021-03-05
lang: en
url: https://example.org/report
""",
    "content/events/2021-03-04-talks.yaml": """
title: {en: Synthetic talks, ar: محادثات مصطنعة}
date: 2021-03-04
type: talks
who: {speaker: [witness]}
where: [house]
summary: {en: "[[witness]] spoke.", ar: "تحدث [[witness]]."}
claims:
  - id: said
    text: {en: "[[witness]] was there.", ar: "كان [[witness]] هناك."}
    chain: [witness, report]
    as: {witness: Zzsecretas}
""",
}
KNOWN_AS_SECRET = {*written_fields(Actor)} - SHOWN_OF_WITHHELD


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timeline with secrets in every field that is kept back."""
    folder = tmp_path_factory.mktemp("secrets")
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def secrets_in(contents: dict[str, bytes]) -> list[tuple[str, str]]:
    """Every secret, with the file that tells it, by its name or by its content."""
    return [
        (name, found.decode())
        for name, content in _with_packed(contents)
        for found in SECRET.findall(name.lower().encode() + b"\n" + content.lower())
    ]


def _with_packed(contents: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The files, and those that are packed into one of them."""
    for name, content in contents.items():
        yield name, content
        if name.endswith(".zip"):
            with ZipFile(io.BytesIO(content)) as packed:
                yield from _with_packed({f"{name}/{each}": packed.read(each) for each in packed.namelist()})


def exported(form: str, folder: Path, output: Path) -> dict[str, bytes]:
    """What an export writes."""
    run = CliRunner().invoke(main, ["export", form, str(folder), "--output", str(output)])
    assert 0 == run.exit_code, run.output
    return bytes_of(output) if output.is_dir() else {output.name: output.read_bytes()}


@pytest.mark.parametrize("ending", [*ENDINGS.values(), "timelinejs.csv"])
def test_no_export_tells_what_is_kept_back(ending: str, folder: Path, tmp_path: Path) -> None:
    """In any format; the zip holds the whole site: pages, embeds, feeds, search, data."""
    form = next(form for form in ENDINGS if ENDINGS[form] == ending.replace("timelinejs.csv", "timelinejs.json"))
    contents = exported(form, folder, tmp_path / f"out.{ending}" if ending != "csv" else tmp_path / "out")
    assert [] == secrets_in(contents)


def test_the_files_do_hold_the_secrets(folder: Path) -> None:
    """Otherwise the tests above would find nothing in anything."""
    assert 17 == len({found for _, found in secrets_in(bytes_of(folder))})


def test_every_field_that_is_kept_back_has_a_secret(folder: Path) -> None:
    """A field that is added to the model has to be thought of here."""
    text = (folder / "content/actors/witness.yaml").read_text("utf-8")
    written = {name for name, (key, _) in written_fields(Actor).items() if f"\n{key}:" in text}
    assert set() == KNOWN_AS_SECRET - written


def test_the_site_knows_no_field_that_is_kept_back(folder: Path) -> None:
    """So a page that is made one day cannot show it, nor list the person as a part of a body."""
    timeline = load(folder)
    assert isinstance(timeline, Timeline)
    known = timeline.library.records["witness"]
    fields = written_fields(Actor)
    assert set() == {name for name in KNOWN_AS_SECRET if getattr(known, name) != fields[name][1]}


def test_an_event_is_made_again_when_a_name_in_it_is_withheld(folder: Path, tmp_path: Path) -> None:
    """Its own file did not change, but what may be known of it did."""
    open_ = copytree(folder, tmp_path / "open")
    actor = open_ / "content/actors/witness.yaml"
    actor.write_text(actor.read_text("utf-8").replace("safety: withheld", "safety: public-role"), "utf-8")
    digests = [loaded.digests for each in (folder, open_) if isinstance(loaded := load(each), Timeline)]
    assert 2 == len({digest["2021-03-04-talks"] for digest in digests})


def test_a_translation_is_not_fresher_for_what_is_kept_back(folder: Path) -> None:
    """What is stale in the file is stale on the page, though the page shows less of it."""
    timeline = load(folder)
    assert isinstance(timeline, Timeline)
    assert "00000000" == timeline.library.records["witness"].tr["ar"].rev
