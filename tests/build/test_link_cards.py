"""The pictures that stand for links elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont, features

from tests.cli.running import TIMELINES
from tests.link_card_fonts import CARDS, FACES, joined
from waqai import build
from waqai.build.link_cards import NO_SHAPING, Artist
from waqai.build.link_cards.artist import MARGIN
from waqai.build.link_cards.faces import Face, Faces
from waqai.build.link_cards.lines import Block, Room, fitted
from waqai.build.output import OutputError
from waqai.content import Timeline, load
from waqai.site.contexts import Phrase, StandingView
from waqai.site.link_cards import HEIGHT, WIDTH, LinkCard, event_card, site_card
from waqai.site.views import Views
from waqai.themes import built_in_theme

ROOM = Room(width=10, height=3, line=1, sizes=(3, 2, 1))
JOINED, APART = "مفاوضات", "\u200c".join("مفاوضات")


@pytest.fixture(scope="module")
def artist() -> Artist:
    """An artist with the letters and colours of the built-in theme."""
    tokens = (built_in_theme() / "static/css/tokens.css").read_text("utf-8")
    return Artist.of(built_in_theme() / "link-cards", tokens)


@pytest.fixture(scope="module")
def views() -> Callable[[str], Views]:
    """The views of the synthetic timeline, by language."""
    loaded = load(TIMELINES / "bilingual")
    assert isinstance(loaded, Timeline)
    site = build.plan(loaded).site
    return lambda tag: Views(loaded.library, next(lang for lang in site.languages if lang.tag == tag), "")


@pytest.fixture
def card(views: Callable[[str], Views]) -> Callable[[str], LinkCard]:
    """The card of an event, by language."""
    return lambda tag: event_card(views(tag), views(tag).library.events[0])


def titled(card: LinkCard, title: str) -> LinkCard:
    """The card with another title."""
    return replace(card, title=Phrase(title, card.lang, card.dir))


def picture(content: bytes) -> Image.Image:
    """The picture in shades of grey."""
    return Image.open(BytesIO(content)).convert("L")


def ink(drawn: Image.Image, top: int = 0, bottom: int = HEIGHT) -> tuple[int, int]:
    """The first and the last column with ink between two lines."""
    dark = drawn.crop((0, top, WIDTH, bottom)).point([255 if shade < 128 else 0 for shade in range(256)])
    box = dark.getbbox()
    assert box is not None
    return box[0], box[2]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_card_has_the_size_that_readers_of_open_graph_want(
    artist: Artist, card: Callable[[str], LinkCard], language: str
) -> None:
    """1200 by 630 pixels, and at most 60 KB."""
    content = artist.draw(card(language))
    assert ((WIDTH, HEIGHT), True) == (picture(content).size, len(content) <= 60_000)


def test_equal_cards_are_equal_to_the_byte(artist: Artist, card: Callable[[str], LinkCard]) -> None:
    """Nothing in a picture comes from anywhere else."""
    assert artist.draw(card("ar")) == artist.draw(card("ar"))


def test_arabic_begins_on_the_right_and_english_on_the_left(artist: Artist, card: Callable[[str], LinkCard]) -> None:
    """A short title leaves the other side free."""
    arabic = ink(picture(artist.draw(titled(card("ar"), "لقاء"))), 180, 440)
    english = ink(picture(artist.draw(titled(card("en"), "Talks"))), 180, 440)
    assert (arabic[0] > WIDTH / 2, WIDTH - MARGIN - 8 <= arabic[1] <= WIDTH - MARGIN) == (True, True)
    assert (english[1] < WIDTH / 2, MARGIN <= english[0] <= MARGIN + 8) == (True, True)


def test_arabic_letters_are_joined() -> None:
    """A word is narrower than its letters apart, and Pillow's basic layout, which joins nothing, draws another one."""
    face = Face((CARDS / "text.ttf").read_bytes())
    basic = ImageFont.truetype(BytesIO(face.content), 100, layout_engine=ImageFont.Layout.BASIC)
    width = face.width(JOINED, 100, "rtl", "ar")
    assert width < face.width(APART, 100, "rtl", "ar")
    assert width < basic.getlength(JOINED)


def test_a_number_stands_left_of_the_arabic_word_before_it() -> None:
    """The order in which the line is drawn is not the order in which it is written."""
    face = Face((CARDS / "text.ttf").read_bytes())
    font, width = face.at(100), round(face.width("12", 100, "ltr", "ar"))

    def first_columns(text: str, direction: str) -> bytes:
        mask = Image.new("L", (600, 200))
        ImageDraw.Draw(mask).text((0, 150), text, 255, font, anchor="ls", direction=direction, language="ar")
        return mask.crop((0, 0, width, 200)).tobytes()

    assert first_columns("12", "ltr") == first_columns("بند 12", "rtl")


def test_the_standing_of_an_event_is_drawn_and_said(artist: Artist, card: Callable[[str], LinkCard]) -> None:
    """Another standing is another drawing, even under the same word."""
    keys = ("single-source", "attributed", "corroborated", "disputed", "documented", "retracted")
    drawings = {artist.draw(replace(card("en"), standing=StandingView(key, "Standing", ""))) for key in keys}
    assert len(keys) == len(drawings)


def test_the_site_has_a_card_of_its_own(artist: Artist, views: Callable[[str], Views]) -> None:
    """With its title, its summary and its address."""
    card = site_card(views("en"))
    assert ("Synthetic test data", "example.org/synthetic") == (card.title.text, card.foot.text)
    assert (WIDTH, HEIGHT) == picture(artist.draw(card)).size


def test_without_letters_that_join_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Pillow without Raqm would print Arabic in pieces, backwards."""
    monkeypatch.setattr(features, "check", lambda _feature: False)
    with pytest.raises(OutputError) as error:
        Faces.of(CARDS).text.at(50)
    assert NO_SHAPING == error.value.message


def test_a_title_is_as_large_as_its_room_allows() -> None:
    """A letter is as wide as it is high here."""
    assert Block(3, ("abc",)) == fitted("abc", len, ROOM)


def test_a_title_is_broken_into_lines_of_even_length() -> None:
    """Not into a full line and a lonely word."""
    assert Block(1, ("aa bb cc", "dd ee ff")) == fitted("aa bb cc dd ee ff", len, ROOM)


def test_a_title_is_never_cut_inside_a_word() -> None:
    """It grows smaller first, and then ends with an ellipsis after a word."""
    block = fitted(" ".join(["aaaa"] * 20), len, ROOM)
    assert Block(1, ("aaaa aaaa", "aaaa aaaa", "aaaa aaaa…")) == block


def test_a_word_that_is_wider_than_its_room_is_shortened() -> None:
    """There is no better place to break it."""
    assert Block(1, ("aaaaaaaaa…",)) == fitted("a" * 30, len, ROOM)


@pytest.mark.parametrize("file", FACES)
def test_the_letters_of_cards_are_those_of_the_pages(file: str) -> None:
    """After a change of the fonts, `python -m tests.link_card_fonts` joins them anew."""
    pattern, _, size, weight = FACES[file]
    assert widths(TTFont(CARDS / file)) == widths(joined(pattern, size, weight))


def widths(font: TTFont) -> dict[int, int]:
    """How wide every character is."""
    return {character: font["hmtx"][name][0] for character, name in font.getBestCmap().items()}
