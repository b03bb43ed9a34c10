"""Where the commands print: results to standard output, problems and progress to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from waqai.cli import report
from waqai.cli.report import Format
from waqai.cli.wording import translator
from waqai.problems import N_, Problem

if TYPE_CHECKING:  # `waqai check` must not pay for templates
    from rich.console import Console as Terminal
    from rich.text import Text

    from waqai.build.render import Progress

COLOURS_ANYWHERE = "FORCE_COLOR"
"""The environment variable that asks for colours also where the output is no terminal."""
WARNED = N_("Warnings: {count}. `waqai check` lists them.")
NOT_WRITTEN = N_("The site could not be written: {reason} ({file}). What was published before is still there.")
NOT_KEPT = N_("The site was published. What would make the next build quicker could not be kept: {reason}.")
STYLES = {"error": "bold red", "warning": "yellow"}


class Console:
    """Speaks one language. Colours respect NO_COLOR and are left out where the output is no terminal."""

    def __init__(self, lang: str) -> None:
        self.translate = translator(lang)

    @cached_property
    def _out(self) -> Terminal:
        return _terminal()

    @cached_property
    def _err(self) -> Terminal:
        return _terminal(stderr=True)

    def problems(self, problems: Sequence[Problem], root: Path, output_format: Format = "text") -> None:
        """Print all problems."""
        ordered = report.in_order(problems, output_format)
        match output_format:
            case "json":
                print(report.as_json(ordered, self.translate))
            case "sarif":
                print(report.as_sarif(ordered, self.translate))
            case "github":
                for problem in ordered:
                    print(report.as_github(problem, self.translate))
            case "text":
                for problem in ordered:
                    self._err.print(self._styled(problem, root))

    def _styled(self, problem: Problem, root: Path) -> Text:
        from rich.text import Text

        text = Text(report.as_text(problem, self.translate, _lines(root / problem.file)))
        place = f"{problem.file}:{problem.line}:{problem.column}: "
        severity = self.translate(report.SEVERITIES[problem.fault.severity])
        text.stylize("bold", 0, len(place))
        text.stylize(STYLES[problem.fault.severity], len(place), len(place) + len(severity))
        return text

    def summary(self, message: str, *, good: bool = True, **values: object) -> None:
        """The one line that says how it ended."""
        text, style = self.translate(message).format(**values), "green" if good else "red"
        if _is_coloured(sys.stdout):
            self._out.print(text, style=style)
        else:
            print(text)

    def warned(self, count: int) -> None:
        """That there were warnings, in one line: a build repeats itself, and `waqai check` lists them."""
        if count:
            self._warn(WARNED, count=count)

    @contextmanager
    def if_possible(self) -> Iterator[None]:
        """For what a build keeps for the next one: where that fails, what was published is published nevertheless."""
        try:
            yield
        except OSError as error:
            self._warn(NOT_KEPT, reason=error.strerror)

    def _warn(self, message: str, **values: object) -> None:
        text = self.translate(message).format(**values)
        if _is_coloured(sys.stderr):
            self._err.print(text, style=STYLES["warning"])
        else:
            print(text, file=sys.stderr)

    def failure(self, message: str, **values: object) -> None:
        """Why it could not be done."""
        self._err.print(self.translate(message).format(**values), style="red")

    def refusal(self, problem: Problem) -> None:
        """What is wrong with something that stands in no file yet."""
        self._err.print(report.sentence(problem, self.translate), style=STYLES["error"])

    @contextmanager
    def progress(self, message: str) -> Iterator[Progress]:
        """How far it has come; shown on a terminal only."""
        if not sys.stderr.isatty():
            yield lambda _done, _all: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bar

        with Bar(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=self._err, transient=True
        ) as bar:
            task = bar.add_task(self.translate(message), total=None)
            yield lambda done, every: bar.update(task, completed=done, total=every)


def _is_coloured(file: TextIO) -> bool:
    """Whether colours are worth the 40 ms that it takes to load what makes them."""
    return file.isatty() or COLOURS_ANYWHERE in os.environ


def _terminal(*, stderr: bool = False) -> Terminal:
    from rich.console import Console as RichConsole

    return RichConsole(stderr=stderr, highlight=False, soft_wrap=True, emoji=False, markup=False)


@lru_cache(maxsize=1)
def _lines(path: Path) -> list[str]:
    """The lines of a file to quote from; none if it cannot be read as text, and never what a link leads to."""
    from waqai import plainfile, yamlfile

    try:
        return plainfile.read(path, yamlfile.MAX_BYTES).decode("utf-8").replace("\r\n", "\n").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
