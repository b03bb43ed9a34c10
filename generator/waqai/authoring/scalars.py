"""One text, number or truth value as it stands in a YAML file: without quotes wherever it may do without.

What is written is read back by `waqai.yamlfile` as exactly the same value, without a fault and without a doubt.
"""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import Literal

from yaml.emitter import Emitter

from waqai.yamlfile.scalars import Scalar, resolve

_EMITTER = Emitter(StringIO(), allow_unicode=True)
_DOUBTFUL_IN_BRACKETS = re.compile("[،؛]")
_OTHERS_READ_DIFFERENTLY = re.compile(
    r"(?:yes|no|on|off|true|false|null)\Z"
    r"|[-+.]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?\Z|0x[0-9a-f_]+\Z|0o[0-7]+\Z"
    r"|[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?\Z|[-+]?\.(?:inf|nan)\Z",
    re.IGNORECASE,
)
"""Texts that YAML 1.1 or 1.2 takes for something else; a file stays the same in whatever reads it."""
_COLON_INSIDE = re.compile(r"[\w/][^\s,?\[\]{}]*[^\s,?\[\]{}:]\Z")
"""Times and addresses, whose colons do no harm in brackets, although PyYAML's own writer is more careful."""
_ENDS_LINES = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What JSON leaves as it is and YAML does not."""


Around = Literal["", "[]", "{}"]
"""The brackets or braces that a value stands in, if any."""


def written(value: Scalar, around: Around = "", *, is_plain: bool = True) -> str:
    """A value on one line; `is_plain` says whether it may go without quotes."""
    if value is None:
        return "null" if around else ""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return repr(value)
    return value if is_plain and _needs_no_quotes(value, around) else _quoted(value)


def written_key(key: str, around: Around = "") -> str:
    """A key, whose words are ours: `on` needs no quotes, although some readers of YAML would take it for `true`."""
    return key if _is_read_as_it_is(key, around) else _quoted(key)


def _needs_no_quotes(text: str, around: Around) -> bool:
    if not _is_read_as_it_is(text, around) or _OTHERS_READ_DIFFERENTLY.match(text):
        return False
    return not (around == "[]" and _DOUBTFUL_IN_BRACKETS.search(text))


def _is_read_as_it_is(text: str, around: Around) -> bool:
    analysis = _EMITTER.analyze_scalar(text)
    allowed = analysis.allow_block_plain
    if around:
        allowed = analysis.allow_flow_plain or (allowed and bool(_COLON_INSIDE.match(text)))
    return allowed and not analysis.multiline and text == text.strip() and resolve(text) == text


def _quoted(text: str) -> str:
    """In double quotes; in single ones where those spare the reader backslashes."""
    if '"' in text and not set(text) & set("'\n") and _EMITTER.analyze_scalar(text).allow_single_quoted:
        return f"'{text}'"
    return _ENDS_LINES.sub(_escape, json.dumps(text, ensure_ascii=False))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
