"""BibTeX, with the fields of biblatex for what BibTeX of 1988 has none for: `date` in EDTF, `urldate`, `langid`.

Text is UTF-8; what TeX would read as a command is escaped. Titles and names stand in double braces, so that no style
changes their capitals or takes them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from waqai.dates import Edtf
from waqai.exchange.work import Dated, Work
from waqai.languages import Language
from waqai.languages.foreign import language_name

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\lbrace{}",
    "}": r"\rbrace{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&%#_"},
}
_SPECIAL_SIGNS = re.compile(r"[\\{}~^$&%#_]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OF_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"
"""What stays as it is in an address; braces, which would end a field, do not."""


def bibtex(works: Iterable[Work]) -> str:
    """A `.bib` file of these works."""
    return "\n".join(map(_entry, works))


def _entry(work: Work) -> str:
    fields = "".join(f",\n  {name} = {value}" for name, value in _fields(work))
    return f"@{'dataset' if work.kind == 'dataset' else 'online'}{{{work.key}{fields}\n}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "author", f"{{{_braced(work.author)}}}"
    yield "title", f"{{{_braced(work.title)}}}"
    yield "organization", _braced(work.container)
    yield from _dates(work)
    if work.url:
        yield "url", f"{{{quote(work.url, safe=_OF_ADDRESSES)}}}"
    if langid := _langid(work.language):
        yield "langid", f"{{{langid}}}"
    if notes := [*work.notes, *_unheld(work)]:
        yield "note", _braced("; ".join(notes))


def _dates(work: Work) -> Iterator[tuple[str, str]]:
    for name, dated in (("date", work.issued), ("eventdate", work.happened), ("urldate", work.seen)):
        if dated and _holds(dated.edtf):
            yield name, f"{{{dated.edtf.day_only.text}}}"
    if work.issued and work.issued.edtf.form == "date":
        first = work.issued.edtf.anchor
        yield "year", f"{{{first.year}}}"
        yield from [("month", _MONTHS[first.month - 1])] if first.month else []


def _holds(edtf: Edtf) -> bool:
    """Whether biblatex can hold a date: it knows levels 0 and 1 of EDTF, so no sets."""
    return edtf.form in {"date", "interval"}


def _unheld(work: Work) -> Iterator[str]:
    """In words, the dates that are sets."""
    known: tuple[Dated | None, ...] = (work.issued, work.happened)
    return (dated.words for dated in known if dated and not _holds(dated.edtf))


def _braced(text: str) -> str:
    return f"{{{_SPECIAL_SIGNS.sub(lambda sign: _SPECIAL[sign[0]], text)}}}"


def _langid(tag: str) -> str:
    """The language as the babel and polyglossia packages of TeX call it; empty where they have no one word for it."""
    name = language_name(tag.partition("-")[0], Language.of("en")).lower()
    return name if name.isascii() and name.isalpha() else ""
