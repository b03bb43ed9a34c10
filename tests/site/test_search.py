"""Finding things, as readers do it: they type, look at what is offered, and go there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.folding import SAMPLES
from tests.site.building import REPOSITORY
from tests.site.windows import script, window
from waqai.languages.folding import words

pytestmark = pytest.mark.xdist_group("search")
SCRIPT = REPOSITORY / "theme" / "static" / "js" / "search.js"

VARIANTS = {
    "ar": {
        "actors/syrian-government": (
            *("نظام الأسد", "نظام الاسد", "النظام السوري", "الحكومة السورية", "الحكومه السوريه", "حكومة سورية"),
            *("للحكومة السورية", "والحكومة السورية", "الحُكومة السّوريّة", "الحكـومة السورية", "الدولة السورية"),
        ),
        "actors/sdf": ("قسد", "قَسَد", "قوات سوريا الديمقراطية", "القوات الديمقراطية", "ي ب ك", "SDF"),
        "actors/aanes": ("الإدارة الذاتية", "الادارة الذاتيه", "للإدارة الذاتية", "ادارة ذاتية"),
        "places/hasakah": ("الحسكة", "الحسكه", "حسكة", "بالحسكة", "والحسكة", "Hasakah"),
        "places/qamishli": ("القامشلي", "القامشلى", "قامشلي"),
        "actors/yefimov": ("يفيموف", "ألكسندر يفيموف", "الكسندر", "سفير روسيا لدى سوريا"),
        "events/2021-02-11-delegation-damascus": ("الوفد المشترك", "وصول الوفد"),
    },
    "en": {
        "actors/syrian-government": ("Syrian government", "syrian governments", "SYRIAN GOV", "regime", "نظام الأسد"),
        "actors/sdf": ("SDF", "sdf", "Syrian Democratic Forces", "democratic force", "Hêzên Sûriya", "hezen suriya"),
        "places/hasakah": ("Hasakah", "hasaka", "الحسكة"),
        "actors/yefimov": ("Yefimov", "Efimov", "yevimov", "Ефимов", "Russian ambassador"),
        "events/2021-01-31-hasakah-shooting": ("man killed", "killed protest"),
    },
}
"""What readers may type, by what they mean: spellings, articles, endings, other names, other languages."""


def test_the_script_folds_as_python_does(browser: Browser) -> None:
    """Every sample has the same words and roots in the browser."""
    with window(browser) as tab:
        for kurdish in (False, True):
            samples = [sample for sample in SAMPLES if sample.is_kurdish == kurdish]
            asked = [SCRIPT.read_text("utf-8"), [sample.text for sample in samples], kurdish]
            found = tab.evaluate(script("folded_words"), asked)
            assert [[sample.words, sample.roots] for sample in samples] == found


def test_the_script_folds_every_letter_as_python_does(browser: Browser) -> None:
    """Every character of Latin, Greek, Cyrillic and Arabic letters."""
    blocks = ((0x20, 0x250), (0x370, 0x530), (0x600, 0x700), (0x750, 0x780), (0xFB50, 0xFDF0))
    characters = [chr(code) for first, end in blocks for code in range(first, end)]
    with window(browser) as tab:
        found = tab.evaluate(script("folded_words"), [SCRIPT.read_text("utf-8"), characters, False])
    assert [words(char) for char in characters] == [each[0] for each in found]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A wide window with script."""
    with window(browser) as opened:
        opened.set_default_timeout(5_000)
        yield opened


def look_for(tab: Page, address: str, query: str) -> list[str]:
    """What the search page lists for a query: addresses below the language's folder."""
    tab.goto(f"{address}#q=")
    tab.locator("#q").fill("")
    tab.locator("#q").fill(query)
    expect(tab.locator(".hits [role=status]")).not_to_be_empty()
    return [
        str(link.get_attribute("href")).partition(f"{address.split('/')[-2]}/")[2]
        for link in tab.locator(".hits .t a").all()
    ]


@pytest.mark.parametrize("language", VARIANTS)
def test_every_way_of_writing_finds_what_is_meant(tab: Page, address: str, language: str) -> None:
    """Among the first three hits."""
    missed = []
    for target, queries in VARIANTS[language].items():
        for query in queries:
            found = look_for(tab, f"{address}{language}/search.html", query)
            if f"{target}.html" not in found[:3]:
                missed.append((query, found[:3]))
    assert [] == missed


def test_what_is_called_so_comes_before_what_is_also_called_so(tab: Page, address: str) -> None:
    """Damascus is a city, and what the press calls the government."""
    found = look_for(tab, f"{address}en/search.html", "damascus")
    assert ["places/damascus.html", "actors/syrian-government.html"] == found[:2]
