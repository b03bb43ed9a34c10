"""The addresses that a timeline's owner has looked at and excuses, each with a reason: `links-excused.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from waqai import yamlfile
from waqai.problems import N_, Fault, Problem

EXCUSES = "links-excused.yaml"
NO_REASON = Fault(
    "excuse-without-reason",
    N_("“{address}” without a reason"),
    N_("an address, a colon, and why it is excused"),
    N_("Write the reason behind the colon."),
)


@dataclass(frozen=True, slots=True)
class Excuses:
    """Addresses with the reasons for which they are excused."""

    reasons: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    def unneeded(self, urls: Iterable[str]) -> tuple[str, ...]:
        """Excuses for addresses that the timeline no longer gives."""
        return tuple(sorted(self.reasons.keys() - set(urls)))


def read_excuses(root: Path) -> Excuses:
    """What the timeline in `root` excuses; nothing if it has no such file."""
    path = root / EXCUSES
    if not path.is_file() or path.is_symlink():
        return Excuses({})
    document = yamlfile.read(path.read_bytes(), EXCUSES)
    entries = document.value if isinstance(document.value, dict) else {}
    wrong = [url for url, reason in entries.items() if not (isinstance(reason, str) and reason.strip())]
    problems = [NO_REASON.at(EXCUSES, *document.locate((url,), key=True), (url,), address=url) for url in wrong]
    reasons = {url: reason for url, reason in entries.items() if url not in wrong}
    return Excuses(reasons, (*document.problems, *problems))
