"""The languages a timeline is published in: direction, names, digits, lists and wording."""

from __future__ import annotations

from waqai.languages.catalogues import BrokenCatalogue
from waqai.languages.language import Digits, Language, MissingCatalogue, MonthNames
from waqai.languages.tags import Direction, UnknownLanguage

__all__ = [
    "BrokenCatalogue",
    "Digits",
    "Direction",
    "Language",
    "MissingCatalogue",
    "MonthNames",
    "UnknownLanguage",
]
