"""`waqai links`: whether the addresses of a timeline still lead anywhere."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waqai.cli.console import Console
from waqai.cli.escaping import in_markdown
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.problems import N_

if TYPE_CHECKING:
    from waqai.weblinks import Address, Answer

SAVE = "https://web.archive.org/save/"
SEARCH = "https://web.archive.org/web/*/"
SAID = {
    "moved": N_("has moved for good to {now}"),
    "gone": N_("is not there any more ({reason})"),
    "refused": N_("answers no programs ({reason}): look at it in a browser"),
    "failed": N_("could not be reached ({reason})"),
    "not-asked": N_("was not asked ({reason})"),
}
SEARCH_FOR_COPY = N_("look for a copy: {address}")
SAVE_A_COPY = N_("save a copy: {address}")
SUMMARY = N_("Addresses asked: {asked}. Gone: {gone}, moved: {moved}, unclear: {unclear}, excused: {excused}.")


@dataclass(frozen=True, slots=True)
class Finding:
    """An address with something to say of it."""

    address: Address
    answer: Answer
    advice: tuple[str, str] | None
    """A message and an address of an archive."""


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--format", "output_format", type=click.Choice(["text", "json", "markdown"]), default="text")
@LANG_OPTION
def links(folder: Path, output_format: str, lang: str) -> None:
    """Ask every address of the timeline in FOLDER whether it still leads anywhere.

    It is the one command that asks the network.
    """
    from waqai.content.reader import read_timeline
    from waqai.weblinks import Asker, addresses_of, read_excuses

    console = Console(lang)
    reading, excuses = read_timeline(folder), read_excuses(folder)
    if excuses.problems:
        console.problems(excuses.problems, folder)
        sys.exit(1)
    addresses = addresses_of(reading)
    asked = [address for address in addresses if address.url not in excuses.reasons]
    with console.progress(N_("Asking")) as progress:
        answers = Asker().ask_all((address.url for address in asked), progress)
    findings = [finding for address in asked if (finding := _finding(address, answers[address.url]))]
    unneeded = excuses.unneeded(address.url for address in addresses)
    _print(console, findings, unneeded, output_format)
    counts = _counts(answers, len(excuses.reasons))
    if output_format != "json":
        console.summary(SUMMARY, good=not counts["gone"], **counts)
    sys.exit(1 if counts["gone"] else 0)


def _finding(address: Address, answer: Answer) -> Finding | None:
    """What there is to say of an address, and whether an archive may have or take a copy; nothing if all is well."""
    if answer.outcome == "found":
        return None
    if address.has_copy or answer.outcome == "not-asked":
        return Finding(address, answer, None)
    gone = answer.outcome == "gone"
    advice = (SEARCH_FOR_COPY, SEARCH + address.url) if gone else (SAVE_A_COPY, SAVE + address.url)
    return Finding(address, answer, advice)


def _counts(answers: Mapping[str, Answer], excused: int) -> dict[str, int]:
    outcomes = [answer.outcome for answer in answers.values()]
    unclear = sum(outcome in {"refused", "failed", "not-asked"} for outcome in outcomes)
    gone, moved = outcomes.count("gone"), outcomes.count("moved")
    return {"asked": len(answers), "gone": gone, "moved": moved, "unclear": unclear, "excused": excused}


def _print(console: Console, findings: Iterable[Finding], unneeded: Sequence[str], output_format: str) -> None:
    if output_format == "json":
        data = {"findings": [_as_json(finding) for finding in findings], "unneeded_excuses": list(unneeded)}
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for finding in findings:
        line = _line(console, finding)
        print(f"- {in_markdown(line)}" if output_format == "markdown" else line)
    for url in unneeded:
        line = console.translate(N_("excused, but no longer in the timeline: {url}")).format(url=url)
        print(f"- {in_markdown(line)}" if output_format == "markdown" else line)


def _line(console: Console, finding: Finding) -> str:
    address, answer = finding.address, finding.answer
    said = console.translate(SAID[answer.outcome]).format(reason=answer.reason, now=answer.now)
    line = f"{address.file}:{address.line}:{address.column}: {address.url} {said}"
    if finding.advice is None:
        return line
    message, archive = finding.advice
    return f"{line}; {console.translate(message).format(address=archive)}"


def _as_json(finding: Finding) -> dict[str, object]:
    address, answer = finding.address, finding.answer
    return {
        "file": address.file,
        "line": address.line,
        "column": address.column,
        "url": address.url,
        "outcome": answer.outcome,
        "reason": answer.reason,
        "now": answer.now,
        "archive": finding.advice[1] if finding.advice else "",
    }
