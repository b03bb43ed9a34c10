"""Publish a negotiation timeline as it was reported: YAML in, a bilingual static website out."""

from __future__ import annotations

__version__ = "0.1.0"
