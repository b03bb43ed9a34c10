"""Comma-separated values (RFC 4180) as spreadsheets read them: UTF-8 with a byte order mark, CRLF.

A cell that a spreadsheet would take for a formula gets an apostrophe before it; where programs read cells as HTML,
which would show the apostrophe, its first sign is written as a character reference. Reading takes either away again,
and nothing else, so that every text and every cell comes back as it was. Plain numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
_SIGNS = "=+\\-@\\t\\r\\n＝＋－＠"
_FORMULA = re.compile(f"'*[{_SIGNS}]")
_HTML_FORMULA = re.compile(f"[{_SIGNS}]")
_REFERENCE = re.compile(r"&#x(0*)(3d|2b|2d|40|9|d|a|ff1d|ff0b|ff0d|ff20);")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")


def guarded(text: str) -> str:
    """A cell that no spreadsheet computes."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def unguarded(cell: str) -> str:
    """What a cell holds, without the apostrophe of :func:`guarded`."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def guarded_html(html: str) -> str:
    """A cell that no spreadsheet computes, and that reads the same as HTML."""
    if _REFERENCE.match(html):  # one zero more, so that it is told from ours
        return f"&#x0{html[3:]}"
    is_formula = _HTML_FORMULA.match(html) and not _NUMBER.match(html)
    return f"&#x{ord(html[0]):x};{html[1:]}" if is_formula else html


def unguarded_html(cell: str) -> str:
    """What a cell holds, without the reference of :func:`guarded_html`."""
    reference = _REFERENCE.match(cell)
    if reference is None:
        return cell
    html = f"&#x{cell[4:]}" if reference[1] else chr(int(reference[2], 16)) + cell[reference.end() :]
    return html if guarded_html(html) == cell else cell


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]], html: Collection[str] = ()) -> bytes:
    """A file with these columns and rows; `html` are the columns that are read as HTML."""
    guards = [guarded_html if column in html else guarded for column in header]
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([guard(cell) for guard, cell in zip(guards, row, strict=True)] for row in rows)
    return text.getvalue().encode()
