"""The words of a large timeline, each with the entries that have it, in alphabetical parts.

A whole name is a term too, with a space at its end, so that it stands apart from the words that it is made of; our
own name has two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from waqai.languages.folding import words
from waqai.site.search.entries import Entry

OTHER_NAME, OUR_NAME = " ", "  "
"""What a whole name ends with."""
Term = tuple[str, list[int], list[int]]
"""A folded word or name, the numbers of the entries that have it in a name, and of those that have it in a text. Each
number but the first stands as its distance from the one before."""


def terms_of(entries: Sequence[Entry], *, kurdish: bool) -> list[Term]:
    """All terms in the order of their UTF-16 code units, which is JavaScript's."""
    in_names: dict[str, dict[int, None]] = defaultdict(dict)
    in_texts: dict[str, dict[int, None]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for end, name in ((OUR_NAME, entry.title), *((OTHER_NAME, name) for name in entry.names)):
            found = words(name.text, kurdish=kurdish)
            for term in (*found, " ".join(found) + end):
                in_names[term][number] = None
        for text in (*(phrase.text for phrase in entry.texts), *entry.tags):
            for term in words(text, kurdish=kurdish):
                in_texts[term][number] = None
    order = sorted(in_names.keys() | in_texts.keys(), key=lambda term: term.encode("utf-16-be"))
    return [(term, _distances(in_names.get(term, ())), _distances(in_texts.get(term, ()))) for term in order]


def _distances(numbers: Iterable[int]) -> list[int]:
    found = list(numbers)
    return [number - before for before, number in zip([0, *found], found, strict=False)]


def parts_of(terms: Sequence[Term], count: int) -> list[Sequence[Term]]:
    """The terms in so many runs of about equal weight."""
    weights = list(accumulate(len(in_names) + len(in_texts) + 2 for _, in_names, in_texts in terms))
    total = weights[-1] if weights else 0
    starts = [bisect_left(weights, part * total / count) for part in range(count)]
    return [terms[start:end] for start, end in zip(starts, [*starts[1:], len(terms)], strict=True)]


def first_terms(parts: Sequence[Sequence[Term]]) -> list[str]:
    """Where each part begins; an empty one begins where the next one does, at the end behind every term."""
    firsts = ["\uffff"]
    for part in reversed(parts):
        firsts.append(part[0][0] if part else firsts[-1])
    return firsts[:0:-1]
