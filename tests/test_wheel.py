"""The built wheel, without this repository: a timeline is begun, made its owner's own, and published."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.running import ROOT

OWN_SETTINGS = """
event_types: {ceremony: {label: {en: Ceremony, ar: مراسم}}}
relations:
  prepares: {label: {en: Prepares, ar: يمهّد لـ}, inverse: prepared-by, inverse_label: {en: Prepared by, ar: مهّد له}}
states: {shelved: {label: {en: Shelved for good, ar: مطويّ}, mark: dots}}
"""
OWN_EVENT = """
title: {en: Synthetic ceremony, ar: مراسم مصطنعة}
date: 2021-01-07
type: ceremony
sources: [example-outlet-2021-01-06]
about: [gate]
moves: {gate: {to: shelved}}
links: {prepares: [2021-01-05-example]}
"""
OWN_STYLE = """
:root { --accent: #00504a; }
.page { background-image: url("style/wave.svg"); }
"""

pytestmark = pytest.mark.xdist_group("wheel")  # it is built once

Waqai = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def waqai(tmp_path_factory: pytest.TempPathFactory) -> Waqai:
    """The program as the wheel has it, run far from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("waqai-*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "waqai", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(folder / "installed"), "LANG": "C.UTF-8"}
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="module")
def own(waqai: Waqai, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new timeline with its owner's words, style and one template, published."""
    folder = tmp_path_factory.mktemp("own") / "talks"
    begun = waqai("init", str(folder), "--language", "en", "--language", "ar", "--no-ask")
    assert 0 == begun.returncode, begun.stderr
    with (folder / "timeline.yaml").open("a", encoding="utf-8") as settings:
        settings.write(OWN_SETTINGS)
    _write(folder / "content/topics/gate.yaml", "name: {en: The gate, ar: البوابة}\n")
    _write(folder / "content/events/2021-01-07-ceremony.yaml", OWN_EVENT)
    _write(folder / "style/own.css", OWN_STYLE)
    _write(folder / "style/wave.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    _write(folder / "templates/timeline/not_found.html", "<!doctype html><title>The owner's own page</title>\n")
    built = waqai("build", str(folder))
    assert 0 == built.returncode, built.stderr
    return folder / "output"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_the_wheel_brings_all_that_a_timeline_needs(own: Path, waqai: Waqai) -> None:
    """What it published is as its manifest says."""
    assert 0 == waqai("verify", str(own)).returncode


def test_the_example_is_on_the_site_in_every_language(own: Path) -> None:
    """It builds at once."""
    titles = ["Example: two delegations meet", "مثال: لقاء وفدين"]
    pages = [(own / tag / "events/2021-01-05-example.html").read_text("utf-8") for tag in ("en", "ar")]
    assert [True, True] == [title in page for title, page in zip(titles, pages, strict=True)]


@pytest.mark.parametrize(
    ("tag", "labels"),
    [("en", ["Ceremony", "Prepares", "Shelved for good"]), ("ar", ["مراسم", "يمهّد لـ", "مطويّ"])],
)
def test_event_types_relations_and_states_are_the_owners(own: Path, tag: str, labels: list[str]) -> None:
    """With their labels in the language of the page."""
    page = (own / tag / "events/2021-01-07-ceremony.html").read_text("utf-8")
    assert labels == [label for label in labels if label in page]


def test_the_other_side_of_an_own_relation_is_shown(own: Path) -> None:
    """Under the label of that direction."""
    assert "Prepared by" in (own / "en/events/2021-01-05-example.html").read_text("utf-8")


def test_one_template_is_the_owners_and_the_others_are_not(own: Path) -> None:
    """Nothing has to be copied but that file."""
    pages = [(own / name).read_text("utf-8") for name in ("404.html", "en/index.html")]
    assert [True, False] == ["The owner's own page" in page for page in pages]


def test_own_style_comes_last_and_stands_in_no_layer(own: Path) -> None:
    """So that it wins over the theme's, whatever that says."""
    href = re.search(r'href="\.\./(theme/waqai\.\w+\.css)"', (own / "en/index.html").read_text("utf-8"))
    assert href
    sheet = (own / href[1]).read_text("utf-8")
    assert '\n:root{--accent:#00504a;}.page{background-image:url("style/wave.svg");}' == sheet[sheet.rindex("\n") :]


def test_files_beside_own_style_are_published(own: Path) -> None:
    """Where the style sheet finds them."""
    assert (own / "theme/style/wave.svg").is_file()
