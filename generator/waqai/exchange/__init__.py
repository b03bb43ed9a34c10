"""What others' programs read: works that can be cited, in the formats of reference managers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from waqai.exchange.bibtex import bibtex
from waqai.exchange.csl import csl_json
from waqai.exchange.ris import ris
from waqai.exchange.work import Work


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """A format in which reference managers take works over."""

    name: str
    ending: str
    """Of its files, without the first dot."""
    media_type: str
    write: Callable[[Iterable[Work]], str]


CITATION_FORMATS = (
    CitationFormat("BibTeX", "bib", "application/x-bibtex", bibtex),
    CitationFormat("RIS", "ris", "application/x-research-info-systems", ris),
    CitationFormat("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", csl_json),
)

__all__ = ["CITATION_FORMATS", "CitationFormat", "Work", "bibtex", "csl_json", "ris"]
