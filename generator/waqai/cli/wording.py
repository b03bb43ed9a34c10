"""The language in which the commands speak: `--lang`, or else the environment's, where there is a catalogue."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

CATALOGUES = Path(__file__).parents[1] / "locales"
ENGLISH = "en"


def spoken_languages() -> tuple[str, ...]:
    """English, and every language that has a catalogue."""
    return (ENGLISH, *sorted(path.stem for path in CATALOGUES.glob("*.po")))


def language_of_environment() -> str:
    """As gettext looks it up: LANGUAGE, LC_ALL, LC_MESSAGES, LANG; English if none of them is spoken."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        for name in os.environ.get(variable, "").split(":"):
            tag = name.split(".")[0].split("_")[0].lower()
            if tag in spoken_languages():
                return tag
            if tag in {"c", "posix"}:
                return ENGLISH
    return ENGLISH


def translator(tag: str) -> Callable[[str], str]:
    """Gettext for the messages of the commands. English needs no catalogue, and so costs nothing."""
    if tag == ENGLISH:
        return str
    from waqai.languages import Language

    return Language.of(tag, catalogues=(CATALOGUES,)).gettext
