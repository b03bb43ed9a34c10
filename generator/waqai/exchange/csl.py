"""CSL-JSON, the input of citation processors (Citation Style Language 1.0.2)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from waqai.dates import CalendarDate
from waqai.exchange.work import Dated, Work

_TYPES = {
    "article": "article-newspaper",
    "agency-report": "article-newspaper",
    "statement": "document",
    "official-text": "document",
    "interview": "interview",
    "broadcast": "broadcast",
    "post": "post",
    "video": "motion_picture",
    "dataset": "dataset",
}
_OTHER = "webpage"


def csl_json(works: Iterable[Work]) -> str:
    """A CSL-JSON file of these works."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def _item(work: Work) -> dict[str, Any]:
    known = {
        "id": work.key,
        "type": _TYPES.get(work.kind, _OTHER),
        "title": work.title,
        "author": [{"literal": work.author}],
        "container-title": work.container,
        "publisher": work.container,
        "issued": _date(work.issued),
        "event-date": _date(work.happened),
        "accessed": _date(work.seen),
        "language": work.language,
        "URL": work.url,
        "note": "; ".join(work.notes),
    }
    return {name: value for name, value in known.items() if value}


def _date(dated: Dated | None) -> dict[str, Any]:
    """Numbers where the date is a day, a month, a year or a closed span of them; otherwise words."""
    if dated is None:
        return {}
    edtf = dated.edtf
    ends = {"date": [edtf.start], "interval": [edtf.start, edtf.end]}.get(edtf.form, [None])
    known = [_numbers(end) for end in ends if end]
    if len(known) < len(ends):
        return {"literal": dated.words}
    doubt = {"circa": True} if edtf.approximate or edtf.uncertain else {}
    return {"date-parts": known, **doubt}


def _numbers(day: CalendarDate) -> list[int]:
    return [number for number in (day.year, day.month, day.day) if number]
