"""Small libraries for tests, written as the YAML files would be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from waqai.config import Config
from waqai.content import Library
from waqai.model import RECORD_KINDS, Record

CONFIG = Config.model_validate(
    {
        "id": "synthetic",
        "title": "Synthetic test data",
        "languages": ("en",),
        "url": "https://example.org/",
        "licence": "CC-BY-4.0",
    },
    context={"languages": ("en",)},
)

PEOPLE = {
    "minister": {"kind": "office", "name": "Minister"},
    "spokesman": {"kind": "office", "name": "Spokesman"},
    "unnamed": {"kind": "anonymous", "name": "A source"},
    "unnamed-too": {"kind": "anonymous", "name": "Another source"},
    "agency": {"kind": "media", "name": "Agency"},
    "paper": {"kind": "media", "name": "Paper"},
    "radio": {"kind": "media", "name": "Radio"},
}
REPORTS = {
    "agency-1": {"title": "Report", "publisher": "agency", "date": "2021-02-01"},
    "paper-1": {"title": "Report", "publisher": "paper", "date": "2021-02-01"},
    "paper-2": {"title": "Report", "publisher": "paper", "date": "2021-02-02"},
    "radio-1": {"title": "Report", "publisher": "radio", "date": "2021-02-02", "quotes": ("agency-1",)},
    "text-1": {"title": "Text", "publisher": "minister", "date": "2021-02-01", "type": "official-text"},
}


@dataclass(frozen=True)
class Held:
    """A record as the reader holds it."""

    record: Record


def library_of(**folders: dict[str, Any]) -> Library:
    """A library of these records, by folder and id, with a few actors and reports to cite."""
    folders = {"actors": PEOPLE, "sources": REPORTS, **folders}
    held = {
        key: Held(RECORD_KINDS[folder].model_validate({"id": key, **data}, context=CONFIG.validation_context()))
        for folder, records in folders.items()
        for key, data in records.items()
    }
    return Library.of(held, CONFIG)


def event(date: str = "2021-02-01", **more: Any) -> dict[str, Any]:
    """A synthetic event."""
    return {
        "title": "Event",
        "date": date,
        "type": "talks",
        **({} if more.get("claims") else {"sources": ["agency-1"]}),
        **more,
    }


def claim(key: str, *chain: str, **more: Any) -> dict[str, Any]:
    """A synthetic claim."""
    return {"id": key, "text": "Claim", "chain": chain, **more}
