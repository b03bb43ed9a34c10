"""`waqai`: the program, with the commands that check, build, show and verify; the others have modules of their own."""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waqai import __version__
from waqai.cli import report
from waqai.cli.console import Console
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.cli.program import program_name
from waqai.problems import N_
from waqai.snapshot import Watch

if TYPE_CHECKING:
    from waqai.cli.report import Format

BUILT = N_(
    "Built {pages} pages in {seconds} s ({rendered} of them new). Look at {page}, or run: {program} serve {folder}"
)
UNCHANGED = N_(
    "Nothing has changed: {pages} pages are as they were published. Look at {page}, or run: {program} serve {folder}"
)
THEME_OPTION = click.option(
    "--theme", type=FOLDER, default=None, help="A theme folder to use instead of the built-in one."
)
ELSEWHERE = {
    "init": "beginning",
    "new": "writing",
    "fmt": "formatting",
    "pack": "packing",
    "publish": "publishing",
    "status": "translating",
    "stamp": "translating",
    "language": "translating",
    "diff": "comparing",
    "log": "comparing",
    "links": "link_checking",
    "import": "importing",
    "export": "exporting",
}
"""The module of each other command."""
PYTHONS = {"import": "import_"}
"""What a command's function is called, where Python uses its name itself."""
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
JOBS_HELP = "Processes; by default as many as are worth it."


class Commands(click.Group):
    """Those of this module, and those of others, which are loaded when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as the base class has it
        """Their names, in the order in which they are needed."""
        return [*(name for name in self.commands if name not in ELSEWHERE), *ELSEWHERE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name in ELSEWHERE and cmd_name not in self.commands:
            module = import_module(f"waqai.cli.{ELSEWHERE[cmd_name]}")
            self.add_command(getattr(module, PYTHONS.get(cmd_name, cmd_name)))
        return super().get_command(ctx, cmd_name)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="waqai")
def main() -> None:
    """Publish a negotiation as it was reported: YAML files in, a bilingual site out."""


@main.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--format", "output_format", type=click.Choice(report.FORMATS), default="text")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@THEME_OPTION
@LANG_OPTION
def check(folder: Path, output_format: Format, strict: bool, theme: Path | None, lang: str) -> None:  # noqa: FBT001
    """Check the timeline in FOLDER (by default, here): every fault in one run, with its place and its cure."""
    console = Console(lang)
    started = time.perf_counter()
    from waqai.cli.checked import checked

    found = checked(folder, theme)
    problems = found.problems
    console.problems(problems, folder, output_format)
    errors, warnings = report.counted(problems)
    if output_format == "text":
        seconds = f"{time.perf_counter() - started:.1f}"
        text = N_("Checked {records} records in {seconds} s. Errors: {errors}, warnings: {warnings}.")
        console.summary(text, good=not errors, records=found.records, seconds=seconds, errors=errors, warnings=warnings)
    sys.exit(1 if errors or (strict and warnings) else 0)


@main.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--output", "-o", type=FOLDER, default=None, help="Where to publish; by default FOLDER/output.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=None, help=JOBS_HELP)
@THEME_OPTION
@click.option("--drafts", is_flag=True, help="Publish drafts too.")
@click.option("--full", is_flag=True, help="Render every page again.")
@click.option("--verify", is_flag=True, help="Make all pages a second time, and publish only if they are the same.")
@click.option("--profile", type=NEW_FILE, default=None, help="Write into this file where the time went.")
@LANG_OPTION
def build(  # noqa: PLR0913, PLR0917 - one parameter an option is how click calls a command
    folder: Path,
    output: Path | None,
    jobs: int | None,
    theme: Path | None,
    drafts: bool,  # noqa: FBT001
    full: bool,  # noqa: FBT001
    verify: bool,  # noqa: FBT001
    profile: Path | None,
    lang: str,
) -> None:
    """Check the timeline in FOLDER and publish it; on any error nothing is written."""
    console = Console(lang)
    target = output or folder / "output"
    watch = Watch(folder, theme, target, (drafts,))
    if not (full or verify or profile) and (kept := watch.unchanged()) and _is_at(folder, kept.commit):
        console.warned(kept.warnings)
        _tell(console, UNCHANGED, folder, target, kept.pages)
        return
    from waqai.cli.building import Order, build_site

    watch.begin()
    built = build_site(Order(folder, target, jobs, theme, drafts, full, verify, profile), console)
    if built is None:
        sys.exit(1)
    with console.if_possible():
        watch.end(built.result.pages, len(built.timeline.problems), built.commit)
    _tell(console, BUILT, folder, target, built.result.pages, built.result.rendered, f"{built.seconds:.1f}")


def _is_at(folder: Path, commit: str) -> bool:
    """Whether git is still at the commit whose history the pages tell; yes, where they tell none."""
    if not commit:
        return True
    from waqai.revisions import Repository, RevisionError

    try:
        return Repository.around(folder).commit("HEAD") == commit
    except RevisionError:
        return False


def _tell(  # noqa: PLR0913, PLR0917 - the values of two messages
    console: Console, message: str, folder: Path, target: Path, pages: int, rendered: int = 0, seconds: str = ""
) -> None:
    """How a build ended, and how to look at what was built."""
    page, program = target / "index.html", program_name()
    console.summary(message, pages=pages, rendered=rendered, seconds=seconds, page=page, program=program, folder=folder)


@main.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--output", "-o", type=FOLDER, default=None, help="Where to build; by default FOLDER/.preview.")
@click.option("--port", "-p", type=click.IntRange(0, 65535), default=8000, help="0 takes any free port.")
@THEME_OPTION
@LANG_OPTION
def serve(folder: Path, output: Path | None, port: int, theme: Path | None, lang: str) -> None:
    """Build, show the site on this computer, and build again on every change; faults are shown over the page."""
    from waqai.cli.building import Order
    from waqai.cli.serving import serve_site

    serve_site(Order(folder, output or folder / ".preview", None, theme, drafts=True, full=False), port, lang)


@main.command()
@click.argument("folder", type=FOLDER, default="output")
@LANG_OPTION
def verify(folder: Path, lang: str) -> None:
    """Hold a published FOLDER against its manifest: which files were changed, which are missing, which were added."""
    from waqai.build import manifest

    console = Console(lang)
    difference = manifest.verify(folder)
    if difference is None:
        console.failure(N_("“{folder}” has no manifest that can be read."), folder=folder)
        sys.exit(1)
    for message, paths in (
        (N_("changed: {path}"), difference.changed),
        (N_("missing: {path}"), difference.missing),
        (N_("added: {path}"), difference.added),
    ):
        for path in paths:
            console.failure(message, path=path)
    if difference.changed or difference.missing:
        sys.exit(1)
    console.summary(N_("“{folder}” is as it was published."), folder=folder)
