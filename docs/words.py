"""Tables of the closed word lists, and of dates in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from docs.tables import table
from waqai.dates import Edtf, describe
from waqai.languages import Language
from waqai.model import vocabulary

LOCALES = Path(__file__).parents[1] / "theme" / "locales"

USUAL_DATES = (
    "2021-02-11",
    "2021-02",
    "2021",
    "2021-02-11/2021-02-12",
    "2021-01-10/2021-02-02",
    "2021-01/..",
    "2021-01~",
    "2021-01?",
    "2021-01%",
    "[..2021-02-11]",
    "[2021-01-09,2021-01-10]",
    "2021-02-13T08:34+02:00",
)
MORE_DATES = (
    "../2021-02-02",
    "2021-01/",
    "/2021-02-02",
    "2021-01-01~/2021-02-02",
    "[2021-02-11..]",
    "[2021-01-09..2021-01-12]",
    "[..2021-02]",
    "2021-02-13T08:34",
    "2021-02-13T08:34:00Z",
)


def arabic() -> Language:
    """Arabic as the theme words it, with Levantine months and Western digits."""
    return Language.of("ar", catalogues=(LOCALES,))


def dates(written: Iterable[str]) -> str:
    """The table of dates: as they are written in a file, and in words of two languages."""
    return table(("write", "English", "العربية"), _dated(written, Language.of("en"), arabic()))


def dates_in_arabic(written: Iterable[str]) -> str:
    """The same table for readers of Arabic."""
    return table(("اكتبوا", "بالعربية", "بالإنجليزية"), _dated(written, arabic(), Language.of("en")))


def _dated(written: Iterable[str], *languages: Language) -> Iterator[tuple[str, ...]]:
    return ((f"`{text}`", *(describe(Edtf.parse(text), language) for language in languages)) for text in written)


def words_of(words: Mapping[str, vocabulary.Word]) -> str:
    """The table of a list of words."""
    return table(("word", "on the site"), ((f"`{word.key}`", word.label) for word in words.values()))


def relations() -> str:
    """The table of relations."""
    rows = (
        (f"`{r.key}`", r.label, "the same" if r.inverse == r.key else r.inverse_label, "yes" if r.needs_claim else "")
        for r in vocabulary.RELATIONS.values()
    )
    return table(("word", "on the site", "from the other side", "needs a claim"), rows)


def states() -> str:
    """The tables of states: of topics, then of agreements and their terms."""
    lists = {"Topics": vocabulary.TOPIC_STATES, "Agreements and their terms": vocabulary.AGREEMENT_STATES}
    return "\n\n".join(f"{title}:\n\n{_states(known)}" for title, known in lists.items())


def _states(known: Mapping[str, vocabulary.State]) -> str:
    rows = ((f"`{s.key}`", s.label, s.mark, ", ".join(f"`{key}`" for key in s.after)) for s in known.values())
    return table(("word", "on the site", "square", "only after one of"), rows)


def in_arabic(context: str, words: Mapping[str, vocabulary.Word | vocabulary.State]) -> str:
    """The table of a list of words with their Arabic labels; `context` is the list's name in the catalogue."""
    language = arabic()
    rows = ((f"`{word.key}`", language.pgettext(context, word.label)) for word in words.values())
    return table(("الكلمة", "في الموقع"), rows)


def relations_in_arabic() -> str:
    """The table of relations with their Arabic labels."""
    language = arabic()
    rows = (
        (
            f"`{r.key}`",
            language.pgettext("relation", r.label),
            language.pgettext("relation", r.inverse_label),
            "نعم" if r.needs_claim else "",
        )
        for r in vocabulary.RELATIONS.values()
    )
    return table(("الكلمة", "في الصفحة", "في الصفحة المقابلة", "تحتاج إلى قول"), rows)
