"""The checks of a site find what they look for; a check that cannot fail promises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site import nu
from tests.site.links import broken_links
from tests.site.privacy import inline_code, third_parties
from tests.site.styles import important_rules, physical_directions
from tests.site.windows import script, window

SHELL = (
    '<!doctype html><html lang="{lang}" dir="{dir}"><head><meta charset="utf-8"><title>x</title>{head}</head>'
    "<body>{body}</body></html>"
)


def page(folder: Path, body: str, *, language: str = "en", head: str = "") -> Path:
    """A folder with one page in it, `en/index.html`."""
    file = folder / "en" / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    direction = "rtl" if language == "ar" else "ltr"
    file.write_text(SHELL.format(lang=language, dir=direction, head=head, body=body), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "link",
    [
        '<a href="missing.html">x</a>',
        '<a href="#missing">x</a>',
        '<a href="../en/">x</a>',
        '<a href="/en/index.html">x</a>',
        '<a href="//example.org/">x</a>',
        '<a href="../../elsewhere.html">x</a>',
        '<a href="https://example.org/">x</a>',
        '<a href="javascript:x">x</a>',
        '<img src="missing.png" alt="">',
        '<img srcset="index.html 1x, missing.png 2x" alt="">',
        '<svg><use href="#missing"/></svg>',
    ],
)
def test_a_link_that_leads_astray_is_found(tmp_path: Path, link: str) -> None:
    """Each way to lead nowhere, or to a place that is not always there."""
    assert 1 == len(broken_links(page(tmp_path, link)))


@pytest.mark.parametrize(
    "link",
    [
        '<a href="index.html#here" id="here">x</a>',
        '<a href="../en/index.html?type=talks">x</a>',
        '<a href="https://example.org/" rel="external">x</a>',
        '<a href="mailto:corrections@example.org">x</a>',
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(tmp_path: Path, link: str) -> None:
    """Each way to lead somewhere."""
    assert [] == broken_links(page(tmp_path, link))


def test_a_file_that_a_style_sheet_misses_is_found(tmp_path: Path) -> None:
    """Fonts and imported sheets are assets too."""
    (tmp_path / "site.css").write_text('@import "more.css"; @font-face { src: url("font.woff2") }', encoding="utf-8")
    assert 2 == len(broken_links(tmp_path))


@pytest.mark.parametrize(
    "element",
    [
        '<img src="https://example.org/x.png" alt="">',
        '<script src="//example.org/x.js"></script>',
        '<link rel="preconnect" href="https://example.org">',
        '<iframe src="https://example.org"></iframe>',
    ],
)
def test_what_is_loaded_from_elsewhere_is_found(tmp_path: Path, element: str) -> None:
    """Each element that makes a browser ask another host."""
    assert 1 == len(third_parties(page(tmp_path, element)))


@pytest.mark.parametrize("element", ["<script>x()</script>", "<style></style>", "<p style='x'>", "<p onclick='x()'>"])
def test_inline_code_is_found(tmp_path: Path, element: str) -> None:
    """Each form of code inside a page."""
    assert 1 == len(inline_code(page(tmp_path, element)))


@pytest.mark.parametrize(
    "rule",
    [
        "margin-left: 0",
        "text-align: right",
        "left: 0",
        "border-top-left-radius: 1px",
        "padding: 0 1px 0 2px",
        "background: linear-gradient(to right, red, blue)",
    ],
)
def test_a_rule_that_knows_left_from_right_is_found(tmp_path: Path, rule: str) -> None:
    """Properties, values and lopsided shorthands."""
    (tmp_path / "site.css").write_text(f"p {{ {rule} }}", encoding="utf-8")
    assert 1 == len(physical_directions(tmp_path))


def test_a_logical_rule_is_left_alone(tmp_path: Path) -> None:
    """Comments, strings, names that hold the words, and even shorthands are no directions."""
    text = '/* left */ .is-bright, .copyright { margin-inline-start: 0; padding: 0 1px 2px; content: "left" }'
    (tmp_path / "site.css").write_text(text, encoding="utf-8")
    assert [] == physical_directions(tmp_path)


def test_an_important_rule_is_found(tmp_path: Path) -> None:
    """However it is spaced."""
    (tmp_path / "site.css").write_text("p { color: red ! important; margin: 0 !important }", encoding="utf-8")
    assert 2 == len(important_rules(tmp_path))


def test_invalid_markup_is_found(tmp_path: Path) -> None:
    """The checker runs, and its findings name the file."""
    assert "en/index.html" in {line.partition(":")[0] for line in nu.findings(page(tmp_path, "<p><div></p>"))}


def test_an_invalid_rule_in_a_cascade_layer_is_found(tmp_path: Path) -> None:
    """What stands in a layer is checked like the rest."""
    (tmp_path / "site.css").write_text("@layer base, page;\n@layer page {\n p { colour: red }\n}\n", encoding="utf-8")
    assert ["site.css:3"] == [line.partition(": ")[0] for line in nu.findings(tmp_path)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>وقائع</p>", 2),
        ('<p lang="ar">وقائع</p>', 1),
        ('<p dir="rtl">وقائع</p>', 1),
        ('<p lang="ckb" dir="rtl">وقائع</p>', 0),
        ('<p><bdi lang="ar">وقائع</bdi></p>', 0),
        ("<p>talks (وقائع)</p>", 0),
        ("<p>12, 13</p>", 0),
    ],
)
def test_text_in_an_undeclared_script_is_found(browser: Browser, tmp_path: Path, body: str, expected: int) -> None:
    """A foreign text needs both its language and its direction."""
    with window(browser) as tab:
        tab.goto((page(tmp_path, body) / "en" / "index.html").as_uri())
        assert expected == len(tab.evaluate(script("foreign_text")))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<div class="a">x</div>', []),
        ('<div class="a" id="b">x</div>', ["div#b.a"]),
        ('<div dir="ltr" id="b">x</div>', []),
        ('<p>x <span id="b">y</span></p>', []),
    ],
)
def test_a_box_that_is_not_mirrored_is_found(browser: Browser, tmp_path: Path, body: str, expected: list[str]) -> None:
    """A physical margin breaks the mirror; what has a direction of its own does not."""
    head = "<style>.a { margin-inline-start: 40px } #b { margin-left: 20px }</style>"
    with window(browser) as tab:
        tab.goto((page(tmp_path, body, language="ar", head=head) / "en" / "index.html").as_uri())
        faults = tab.evaluate(script("mirror"))["faults"]
    assert expected == [fault.split(" is at ")[0] for fault in faults]
