"""RIS, as reference managers exchange it (Research Information Systems, 2011): one tag a line, UTF-8, CRLF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai.exchange.work import Dated, Work

_TYPES = {
    "article": "NEWS",
    "agency-report": "NEWS",
    "official-text": "GOVDOC",
    "broadcast": "MULTI",
    "video": "VIDEO",
    "post": "BLOG",
    "dataset": "DATA",
}
_OTHER = "ELEC"


def ris(works: Iterable[Work]) -> str:
    """A `.ris` file of these works."""
    return "\r\n".join(map(_record, works))


def _record(work: Work) -> str:
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in (*_lines(work), ("ER", "")))


def _lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(work.kind, _OTHER)
    yield "ID", work.key
    yield "TI", work.title
    # RIS reads a comma as the end of a family name. A body whose name has one is named as the publisher alone.
    yield from [] if "," in work.author else [("AU", work.author)]
    yield "T2", work.container
    yield "PB", work.container
    yield from _date(work.issued) if work.issued else []
    yield from [("Y2", _slashed(work.seen))] if work.seen and work.seen.edtf.form == "date" else []
    yield "LA", work.language
    yield from [("UR", work.url)] if work.url else []
    yield from (("N1", note) for note in work.notes)
    yield from [("N1", work.happened.words)] if work.happened else []


def _date(issued: Dated) -> Iterator[tuple[str, str]]:
    if issued.edtf.form != "date":
        yield "N1", issued.words
        return
    yield "PY", f"{issued.edtf.anchor.year:04}"
    doubt = "" if issued.edtf.start is None or not issued.edtf.start.is_qualified else issued.edtf.text
    yield "DA", _slashed(issued) + doubt


def _slashed(dated: Dated) -> str:
    """`2021/02/13/`, with nothing where a part is not known; other information follows the last stroke."""
    day = dated.edtf.anchor
    return "/".join([f"{day.year:04}", *(f"{number:02}" if number else "" for number in (day.month, day.day)), ""])
