"""Bytes become text only if a reader of the file sees what a program sees in it."""

from __future__ import annotations

import unicodedata

import pytest

from waqai import yamlfile
from waqai.problems import describe
from waqai.yamlfile.characters import MAX_LISTED

BEFORE = "title: {ar: محافظ الحسكة، "
"""Arabic text in front of what is tested: columns count code points."""


def problems_of(text: str) -> list[tuple[str, int, int]]:
    """What is wrong with the code points of a text, and where."""
    _, problems = yamlfile.read_text(text.encode(), "content/pages/about.ar.md")
    return [(problem.fault.code, problem.line, problem.column) for problem in problems]


FORBIDDEN = {
    "control-character": [0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x84, 0x9F],
    "hidden-line-end": [0x0D, 0x85, 0x2028, 0x2029],
    "direction-override": [0x202A, 0x202B, 0x202C, 0x202D, 0x202E],
    "unbalanced-isolate": [0x2066, 0x2067, 0x2068, 0x2069],
    "invisible-character": [
        0x200B, 0x2060, 0x2061, 0x2064, 0x206A, 0x206F, 0xFEFF, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x180E, 0x2800, 0xFFF9,
        0xE0001, 0xE0020, 0xE0041, 0xE007F,
    ],
    "not-a-character": [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0xEFFFF, 0x10FFFF],
    "private-character": [0xE000, 0xF8FF, 0xF0000, 0x10FFFD],
}  # fmt: skip


@pytest.mark.parametrize(("code", "point"), [(code, point) for code, points in FORBIDDEN.items() for point in points])
def test_a_forbidden_code_point_is_refused_at_its_line_and_column(code: str, point: int) -> None:
    """The place is right after Arabic text, on a later line."""
    assert [(code, 2, len(BEFORE) + 1)] == problems_of(f"a: b\n{BEFORE}{chr(point)}x}}\n")


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
@pytest.mark.parametrize("text", ["ab{}cd", "{}a", "a {}", "1{}2", "a🙂{}b"])
def test_a_joiner_away_from_arabic_letters_is_refused(text: str, joiner: str) -> None:
    """Two Latin names that look alike could differ by it."""
    assert [("stray-joiner", 1, text.index("{") + 1)] == problems_of(text.format(joiner))


def test_a_message_names_the_code_point() -> None:
    """What cannot be seen is named."""
    _, problems = yamlfile.read_text("a\u202eb".encode(), "x")
    assert "U+202E (RIGHT-TO-LEFT OVERRIDE)" in describe(problems[0], str).found


def test_every_forbidden_code_point_of_a_file_is_reported() -> None:
    """One run finds them all, in the order of the file."""
    assert [("control-character", 1, 2), ("invisible-character", 2, 1), ("direction-override", 3, 3)] == problems_of(
        "a\x01\n\u200bb\nقق\u202e"
    )


def test_a_flood_of_forbidden_code_points_is_counted_not_listed() -> None:
    """A hostile file cannot drown the report."""
    _, problems = yamlfile.read_text(("\u200b" * (MAX_LISTED + 5)).encode(), "x")
    assert (MAX_LISTED + 1, "5 more characters of these kinds in this file") == (
        len(problems),
        describe(problems[-1], str).found,
    )


def test_a_hidden_line_end_cannot_smuggle_a_key() -> None:
    """What a reviewer sees on one line is read as one line."""
    for end in "\r\x85\u2028\u2029":
        document = yamlfile.read(f"title: a # note{end}draft: true\n".encode(), "x")
        assert "draft" not in (document.value or {})


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        ("\\u202E", "direction-override"),
        ("\\0", "control-character"),
        ("\\N", "hidden-line-end"),
        ("\\r", "hidden-line-end"),
        ("\\u200B", "invisible-character"),
        ("\\u2067", "unbalanced-isolate"),
    ],
)
def test_an_escape_cannot_write_what_may_not_stand_there(escape: str, code: str) -> None:
    """The rule holds for the value, however it is spelled."""
    document = yamlfile.read(f'a: "x{escape}y"'.encode(), "x")
    assert [(code, 1, 4)] == [(p.fault.code, p.line, p.column) for p in document.problems]


def test_an_isolate_is_closed_in_its_own_text() -> None:
    """Isolates that embrace two values would show them in another order."""
    document = yamlfile.read("a: {b: \u2067x, c: y\u2069}".encode(), "x")
    assert [("a", "b"), ("a", "c")] == [problem.path for problem in document.problems]


def test_isolates_that_are_closed_on_another_line_are_refused() -> None:
    """A line is what a reviewer reads at once."""
    assert [("unbalanced-isolate", 1, 2), ("unbalanced-isolate", 2, 2)] == problems_of("a\u2067b\nc\u2069d")


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c"])
def test_a_direction_mark_is_allowed_with_a_warning(mark: str) -> None:
    """Punctuation sometimes needs it; nobody should rely on it without knowing."""
    document = yamlfile.read(f"a: قال{mark}!".encode(), "x")
    assert ({"a": f"قال{mark}!"}, [("hidden-direction-control", False)]) == (
        document.value,
        [(problem.fault.code, problem.is_error) for problem in document.problems],
    )


@pytest.mark.parametrize("word", ["dаmascus", "Αleppo", "pусский"])
def test_a_word_of_latin_and_cyrillic_or_greek_letters_is_doubted(word: str) -> None:
    """Letters that look alike make names that look alike."""
    assert [("mixed-scripts", 1, 5)] == problems_of(f"حلب {word} x")


LEGITIMATE = [
    "اتُّفق على رفع الحصارين بإشراف روسي، وقال: «لن نتراجع»؛ أليس كذلك؟",
    "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ ۝ ﷽ ﷺ",
    "ـــ كشيدة ـــ ٢٠٢١/٠٢/١١ ٪٥٠ ١٬٠٠٠٫٥",
    "نمی‌خواهم به خانه‌ها بروم؛ کتاب‌های ۱۲۳ «گفت‌وگو»",
    "[[sdf]]‌ها و AK-47‌ها",
    "ه‍ و ‍ه‍",
    "هێزەکانی سووریای دیموکرات، ڕۆژئاوا، کوردستان، ئه‌و",
    "Hêzên Sûriya Demokratîk, Şêx Meqsûd, Çiyayê Kurmênc, ê î û ş ç",
    "ܡܪܢ ܕܝܢ", "أمازيغية: ⵜⴰⵎⴰⵣⵉⵖⵜ",
    "👨‍👩‍👧‍👦 👩🏽‍⚕️ 🏳️‍🌈 🏴‍☠️ 👁️‍🗨️ ❤️‍🔥 🇸🇾 1️⃣ 🙂",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "قال \u2068SDF\u2069 و\u2066[YPG \u2067قسد\u2069]\u2069 في المحضر",
    "“Reports” – ‘deal’ — 36 °C, 5 µm, € 10, 10\u00a0000, H₂O, x²",
    "Россия и Сирия: Сергей Лавров", "Η Συρία", "क्‍ष ज्ञ", "日本語 한국어 ไทย",
    "e\u0301 ñ ﬁ \u00ad", "\U0001faff \U00020000 𞤀",
]  # fmt: skip


@pytest.mark.parametrize("text", LEGITIMATE)
def test_legitimate_text_of_any_language_passes_unchanged(text: str) -> None:
    """Arabic, Persian, Kurdish, emoji and mixed text is never refused, nor doubted, nor touched."""
    assert (text, ()) == yamlfile.read_text(text.encode(), "x")


def test_every_arabic_letter_may_stand_beside_a_joiner() -> None:
    """Whatever Unicode calls an Arabic letter joins, in all of the script's blocks."""
    points = [*range(0x600, 0x780), *range(0x870, 0x900), *range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)]
    letters = [chr(point) for point in points if unicodedata.category(chr(point)) == "Lo"]
    assert [] == [letter for letter in letters if problems_of(f"{letter}\u200c x")]


def test_tabs_and_both_kinds_of_line_ends_are_text() -> None:
    """They are the only control characters that are."""
    assert [] == problems_of("a\tb\r\nc\n")


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32"),
     ("utf-32-le", "UTF-32"), ("utf-32-be", "UTF-32")],
)  # fmt: skip
def test_another_unicode_encoding_is_refused_by_its_name(encoding: str, name: str) -> None:
    """With a byte order mark or without one."""
    document = yamlfile.read("title: قسد".encode(encoding), "x")
    assert (None, f"a file in {name}") == (document.value, describe(document.problems[0], str).found)


def test_a_byte_order_mark_is_refused_and_the_rest_still_read() -> None:
    """Its message comes together with all others of the file."""
    document = yamlfile.read(b"\xef\xbb\xbfa: &x b", "x")
    assert ["byte-order-mark", "anchor"] == [problem.fault.code for problem in document.problems]


@pytest.mark.parametrize(
    ("data", "byte", "place"),
    [
        ("a: ب\nc: ".encode() + "قسد".encode("cp1256"), "0xDE", (2, 4)),
        ("ق".encode()[:1], "0xD9", (1, 1)),
        (b"a\xc0\xaf", "0xC0", (1, 2)),
        (b"ab\xed\xa0\x80", "0xED", (1, 3)),
    ],
    ids=["windows-1256", "cut", "overlong", "surrogate"],
)  # fmt: skip
def test_bytes_that_are_no_utf8_are_refused_at_their_place(data: bytes, byte: str, place: tuple[int, int]) -> None:
    """Strictly: no older encoding, overlong form, surrogate or half character passes."""
    problem = yamlfile.read(data, "x").problems[0]
    assert ("not-utf-8", place, byte) == (
        problem.fault.code,
        (problem.line, problem.column),
        dict(problem.values)["byte"],
    )
