"""How a page is cited, passed on and put right."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.site.contexts.runs import Phrase


@dataclass(frozen=True, slots=True)
class CitationFile:
    """A citation as a file for reference managers."""

    name: str
    """Of its format: BibTeX, RIS, CSL-JSON."""
    file: str
    """What it is called once it is saved."""
    href: str
    """The citation itself, as an address of the scheme `data:`."""


@dataclass(frozen=True, slots=True)
class CitedReport:
    """A report as a citation names it."""

    text: Phrase
    """Publisher, title and date."""
    url: str
    """Its address; or empty."""
    archived: str
    """The address of a copy that does not change; or empty."""


@dataclass(frozen=True, slots=True)
class Citing:
    """What stands at the end of every record's page: how to cite it, pass it on and put it right."""

    id: str
    text: Phrase | None
    """The citation of the entry, without its address; None on the page of a source, which is cited itself."""
    report: CitedReport | None
    """The first report that the entry rests on and that can be read; or the source itself."""
    files: tuple[CitationFile, ...]
    address: str
    """The page's permanent address."""
    mail_href: str
    """Opens a message with the citation and the address."""
    embed_href: str
    """Where to find what to paste into other sites, with this record; empty for a source, which is not shown there."""
    edit_href: str
    """Where the record's file can be edited; empty if the repository is not known."""
    fault_href: str
    """Where a fault is reported, with the record's id; empty if there is neither repository nor address."""
