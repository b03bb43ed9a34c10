"""Languages that a page does not speak but shows words of: which way they run, and what they are called."""

from __future__ import annotations

from functools import lru_cache

from waqai.languages.language import Language
from waqai.languages.tags import Direction, UnknownLanguage, direction_of, locale_of, script_of


@lru_cache
def direction_of_language(tag: str) -> Direction:
    """The direction of a language's usual script; left to right for a language that CLDR does not know."""
    try:
        return direction_of(script_of(tag))
    except UnknownLanguage:
        return "ltr"


@lru_cache
def language_name(tag: str, language: Language) -> str:
    """What a language is called in another: “Arabic” in English; the tag itself where CLDR has no name for it."""
    try:
        return str(locale_of(tag).get_display_name(locale_of(language.tag)) or tag)
    except UnknownLanguage:
        return tag
