"""The style sheet is made shorter, and means the same."""

from __future__ import annotations

import pytest

from waqai.build.style import minified


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("@layer a {\n  .b :is(.c, .d) { color: red; }\n}\n", "@layer a{.b :is(.c,.d){color:red;}}"),
        (".a:hover  >  .b { margin: 0  1px }", ".a:hover > .b{margin:0 1px}"),
        ("/* a; b: c */ .a { b: c }", ".a{b:c}"),
        ('.a::before { content: "x:  {y};  /* z */" }', '.a::before{content:"x:  {y};  /* z */"}'),
        (r".a { content: 'it\'s  so' }", r".a{content:'it\'s  so'}"),
        ("@media (min-width: 1rem) and (max-width: 2rem) { .a { b: calc(1px + 2px) } }",
         "@media (min-width:1rem) and (max-width:2rem){.a{b:calc(1px + 2px)}}"),
    ],
)  # fmt: skip
def test_only_what_has_no_meaning_goes(sheet: str, expected: str) -> None:
    """Descendants keep their space, strings their text, sums their signs."""
    assert minified(sheet) == expected
