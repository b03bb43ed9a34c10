"""`waqai new`: a file for a new record, annotated from the model, under an id of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from waqai.cli.console import Console
from waqai.cli.options import FOLDER, LANG_OPTION
from waqai.problems import N_

KINDS = ("event", "actor", "place", "topic", "agreement", "source")
NOT_WRITTEN = N_("Nothing was written.")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("folder", type=FOLDER, default=".")
@click.option("--title", "--name", "titles", multiple=True, metavar="[TAG=]TEXT", help="Title or name, by language.")
@click.option("--date", default="", metavar="EDTF", help="The date, as it is known.")
@click.option(
    "--type",
    "--kind",
    "word",
    default="",
    metavar="WORD",
    help="The type of an event or a source; the kind of an actor or a place.",
)
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="Any other field; lists with commas.")
@click.option("--id", "key", default="", help="The file's name; by default from date and title.")
@click.option("--short", is_flag=True, help="Only what is known and what must be there, without explanations.")
@click.option("--ask/--no-ask", default=None, help="Ask for what is missing; by default on a terminal.")
@click.option("--dry-run", is_flag=True, help="Print the file instead of writing it.")
@LANG_OPTION
def new(  # noqa: PLR0913, PLR0917 - one parameter an option is how click calls a command
    kind: str,
    folder: Path,
    titles: tuple[str, ...],
    date: str,
    word: str,
    settings: tuple[str, ...],
    key: str,
    short: bool,  # noqa: FBT001
    ask: bool | None,  # noqa: FBT001
    dry_run: bool,  # noqa: FBT001
    lang: str,
) -> None:
    """Write a new file of KIND for the timeline in FOLDER, with every field explained; on a terminal it asks first.

    The explanations are in the language of --lang. What must be known and is not stays empty, and `waqai check` points
    at it.
    """
    from waqai.cli.desk import Desk, Given

    console = Console(lang)
    desk = Desk.of(kind, folder, console, lang)
    answers = desk.answers(Given(titles, date, word, settings))
    try:
        key = desk.completed(answers, key, is_asked=sys.stdin.isatty() if ask is None else ask)
    except click.Abort:
        console.failure(NOT_WRITTEN)
        sys.exit(1)
    text = desk.text(answers, key, is_short=short)
    if dry_run:
        print(text, end="")
    else:
        desk.write(answers, key, text)
