"""Comma-separated values (RFC 4180) as spreadsheets read them: UTF-8 with a byte order mark, CRLF.

A cell that a spreadsheet would take for a formula gets an apostrophe before it; reading takes it away again, so that
every text comes back as it was. Plain numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")


def guarded(text: str) -> str:
    """A cell that no spreadsheet computes."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def unguarded(cell: str) -> str:
    """What a cell holds, without the apostrophe of :func:`guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A file with these columns and rows."""
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode()
