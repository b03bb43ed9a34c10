"""Checks for those who must not be harmed: what a file says of a person whose name is withheld."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.content.checks.links import place
from waqai.content.kept_back import identifying, is_withheld
from waqai.content.library import Library
from waqai.content.reader import Reading
from waqai.model import Event
from waqai.model.kinds import written_fields
from waqai.problems import N_, Fault, Path, Problem

WITHHELD_IDENTIFIED = Fault(
    "withheld-identified",
    N_("“{field}” of “{id}”, whose name is withheld"),
    N_("a description, and nothing that could identify the person"),
    N_("Delete “{field}”. The site does not publish it, but everybody who sees the files can read it."),
    "warning",
)


def withheld_persons_stay_unknown(reading: Reading, _: Library) -> Iterator[Problem]:
    """No file says who a person is whose name is withheld."""
    withheld = {key: held for key, held in reading.records.items() if is_withheld(held.record)}
    for key, held in withheld.items():
        names = written_fields(held.record.__class__)
        for field in identifying(held.record):
            written = names[field][0]
            yield place(held, (written,), WITHHELD_IDENTIFIED, key=True, field=written, id=key)
    for held in reading.records.values() if withheld else ():
        for path, key in _names_in_claims(held.record) if isinstance(held.record, Event) else ():
            if key in withheld:
                yield place(held, path, WITHHELD_IDENTIFIED, key=True, field="as", id=key)


def _names_in_claims(event: Event) -> Iterator[tuple[Path, str]]:
    for index, claim in enumerate(event.claims):
        for key in claim.as_:
            yield ("claims", index, "as", key), key
