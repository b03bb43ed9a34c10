"""From the bytes of a file to text that is safe to look at: size, then strict UTF-8, then every code point."""

from __future__ import annotations

import codecs
import re

from waqai.problems import N_, Fault, Problem
from waqai.yamlfile.characters import inspect
from waqai.yamlfile.lines import LineIndex

NO_BREAK_INDENT = Fault(
    "no-break-indent",
    N_("a line indented with no-break spaces (U+00A0), as they come from web pages"),
    N_("ordinary spaces at the beginning of a line"),
    N_("Delete the space at the beginning of the line, and type it anew."),
)
MERGE_CONFLICT = Fault(
    "merge-conflict",
    N_("the marker “{marker}” of two edits that met"),
    N_("one text"),
    N_("Choose between the two texts, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."),
)
FILE_TOO_LARGE = Fault(
    "file-too-large",
    N_("a file of {size} bytes"),
    N_("at most {limit} bytes in one file"),
    N_("Split it: one file describes one thing, and long documents are linked."),
)
BYTE_ORDER_MARK = Fault(
    "byte-order-mark",
    N_("an invisible byte order mark (U+FEFF) before the first letter"),
    N_("UTF-8 without a byte order mark"),
    N_("Save the file as “UTF-8”, not as “UTF-8 with BOM”."),
)
OTHER_ENCODING = Fault(
    "other-encoding", N_("a file in {encoding}"), N_("a file in UTF-8"), N_("Save the file with the encoding “UTF-8”.")
)
NOT_UTF8 = Fault(
    "not-utf-8",
    N_("the byte {byte}, which is not UTF-8 here"),
    N_("a file in UTF-8"),
    N_("Save the file with the encoding “UTF-8”; it may be in an older one such as Windows-1256."),
)

MAX_BYTES = 256 * 1024
"""The largest file that is read, in bytes."""

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_NO_BREAK_INDENT = re.compile(r"^[ \t]*[\u00a0\u202f\u3000]", re.MULTILINE)
_NULLS_OF_ENCODINGS: dict[tuple[bool, ...], str] = {
    (True, True, True, False): "UTF-32",
    (False, True, True, True): "UTF-32",
    (True, False, True, False): "UTF-16",
    (False, True, False, True): "UTF-16",
}
"""Which of the first four bytes are zero where a file begins with two ASCII characters (YAML 1.2.2, section 5.2)."""


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """The text, or None if the bytes are no text of ours, and what is wrong with it.

    Forbidden code points are U+FFFD in the returned text, so that the rest of the file can be checked as well.
    """
    if len(data) > MAX_BYTES:
        return None, [FILE_TOO_LARGE.at(file, size=len(data), limit=MAX_BYTES)]
    if encoding := _other_encoding(data):
        return None, [OTHER_ENCODING.at(file, encoding=encoding)]
    marked = data.startswith(codecs.BOM_UTF8)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(error, file)]
    text, problems = inspect(text, file)
    return text, [BYTE_ORDER_MARK.at(file), *problems] if marked else problems


def foreign_lines(text: str, file: str) -> list[Problem]:
    """Lines that no contributor typed: what version control left where two edits met, and indents from a web page."""
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return [MERGE_CONFLICT.at(file, line, marker=conflict[0].split()[0])]
    indents = (text.count("\n", 0, found.start()) + 1 for found in _NO_BREAK_INDENT.finditer(text))
    return [NO_BREAK_INDENT.at(file, line) for line in indents]


def _other_encoding(data: bytes) -> str:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    return marked or _NULLS_OF_ENCODINGS.get(tuple(byte == 0 for byte in data[:4]), "")


def _not_utf8(error: UnicodeDecodeError, file: str) -> Problem:
    before = error.object[: error.start].decode("utf-8")
    place = LineIndex(before).place(len(before))
    return NOT_UTF8.at(file, *place, byte=f"0x{error.object[error.start]:02X}")
