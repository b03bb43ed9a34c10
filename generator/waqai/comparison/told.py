"""What readers are told of how a page came to be what it is: which parts changed and when, never what they said before.

A name may have been taken out of a text for somebody's safety. So no earlier wording, no claim and no name is repeated:
only parts, languages and dates. Editors who have the repository see everything in `waqai log`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from waqai.comparison.difference import Difference
from waqai.comparison.history import Version, shortened

MOST = 20
"""Versions that a page tells of."""
SAME = frozenset({"date-changed", "text-added", "text-changed", "text-removed", "correction-withdrawn"})
TITLES: Mapping[str, str] = {
    "name-added": "text-added",
    "name-changed": "text-changed",
    "name-removed": "text-removed",
}
PARTS: Mapping[str, str] = {
    "role-added": "who",
    "role-removed": "who",
    "relation-added": "links",
    "relation-removed": "links",
    "move-added": "moves",
    "move-removed": "moves",
    "move-changed": "moves",
    "move-rebased": "moves",
    "question-added": "differ",
    "question-reworded": "differ",
    "question-assigned": "differ",
    "question-removed": "differ",
}
"""By code: the field that is said to have changed."""
UNSAID: Mapping[str, str] = {
    "renamed": "address-changed",
    "claim-added": "some-claim-added",
    "claim-removed": "some-claim-removed",
    "claim-reworded": "some-claim-reworded",
    "chain-changed": "some-chain-changed",
    "quotation-changed": "some-quotation-changed",
    "claim-changed": "some-claim-noted",
    "correction-recorded": "some-correction-recorded",
}
"""By code: the sentence that says as much without the text."""


def told_to_readers(versions: Sequence[Version]) -> tuple[Version, ...]:
    """The newest versions of an event that changed anything that readers see, and always the first one."""
    told = [replace(version, differences=tuple(dict.fromkeys(_told(version)))) for version in versions]
    return shortened(told, MOST)


def _told(version: Version) -> Iterator[Difference]:
    for difference in version.differences:
        code, values = difference.code, dict(difference.values)
        language = {"language": values["language"]} if "language" in values else {}
        if code in SAME:
            yield difference
        elif code in TITLES:
            yield Difference.of(TITLES[code], difference.record, field="title", **language)
        elif code in UNSAID:
            yield Difference.of(UNSAID[code], difference.record, **language)
        else:
            field = PARTS.get(code) or values.get("field", "")
            yield Difference.of("part-changed", difference.record, field=field)
