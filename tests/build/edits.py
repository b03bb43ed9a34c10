"""A site that was built after every one of many random edits is the one that a clean build makes.

`python -m tests.build.edits 500` tries as many sequences of edits, each on a timeline of its own; `--first` says with
which seed to begin, so that one that went wrong can be tried again.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.build.editing import Editor
from tests.cli.running import bytes_of
from waqai.cli.building import Order, build_site
from waqai.cli.console import Console
from waqai.snapshot import beside

STEPS = 3
REALLY_CLEAN = 5
"""One clean build in so many compiles the templates too; the others take them over, which is most of their time."""
JOBS = (1, 1, 2)
TOLD = 10
"""After so many sequences it says how far it has come."""


def differences(folder: Path, seed: int, steps: int = STEPS, compiled: Path | None = None) -> list[str]:
    """What the last of a sequence of builds published otherwise than a clean one; with the edits that led there.

    `compiled` is a file of compiled templates to begin with; it is written if there is none.
    """
    editor, output, said = Editor(folder, seed), folder / "output", list[str]()
    _take_over(compiled, beside(output) / "templates")
    _built(editor, output)
    _take_over(beside(output) / "templates", compiled)
    for _ in range(steps):
        said.append(" + ".join(editor.edit() for _ in range(editor.chance.choice([1, 1, 2]))))
        said[-1] += _tampered(editor, output)
        _built(editor, output)
    if seed % REALLY_CLEAN:
        _take_over(beside(output) / "templates", beside(folder / "clean") / "templates")
    _built(editor, folder / "clean")
    built, clean = bytes_of(output), bytes_of(folder / "clean")
    found = sorted(path for path in built.keys() | clean.keys() if built.get(path) != clean.get(path))
    return [f"seed {seed}: {path} after\n  " + "\n  ".join(said) for path in found]


def _take_over(source: Path | None, target: Path | None) -> None:
    if source and target and source.exists() and not target.exists():
        target.parent.mkdir(exist_ok=True)
        shutil.copy(source, target)


def _tampered(editor: Editor, output: Path) -> str:
    """Sometimes: what somebody else did to the published files, or to the traces beside them."""
    traces = beside(output) / "traces"
    published = editor.chance.choice(sorted(output.rglob("*.html")))
    match editor.chance.randrange(12):
        case 0:
            published.unlink()
            return f"; {published.name} deleted"
        case 1:
            published.write_text(published.read_text("utf-8") + "x", "utf-8")
            return f"; {published.name} changed"
        case 2:
            traces.write_bytes(traces.read_bytes()[: editor.chance.randrange(1000)])
            return "; traces cut off"
        case 3:
            shutil.rmtree(traces.parent)
            return "; no traces"
    return ""


def _built(editor: Editor, output: Path) -> None:
    """Build in a process of its own, as commands are, but one that has loaded everything."""
    jobs = editor.chance.choice(JOBS)
    order = Order(editor.root, output, jobs, editor.theme, drafts=False, full=False)
    process = multiprocessing.get_context("fork").Process(target=_build, args=(order,))
    process.start()
    try:
        process.join()
    finally:
        process.kill()
    assert process.exitcode == 0, "a build failed"


def _build(order: Order) -> None:
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        built = build_site(order, Console("en"))
    if built is None:
        sys.exit(said.getvalue() or 1)


def main() -> None:
    """The command."""
    import_module("waqai.plugin")  # so that no build has to load it
    parser = argparse.ArgumentParser(description="Hold builds after random edits against clean ones.")
    parser.add_argument("sequences", type=int, help="how many sequences of edits to try")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first one")
    parser.add_argument("--steps", type=int, default=STEPS, help="builds in a sequence")
    order = parser.parse_args()
    tried, wrong = 0, 0
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, suppress(KeyboardInterrupt):
        for seed in range(order.first, order.first + order.sequences):
            wrong += _is_wrong(Path(folder), seed, order.steps)
            tried += 1
            if not tried % TOLD:
                print(f"{tried} sequences, {wrong} went wrong", flush=True)  # noqa: T201 - a command speaks
    parser.exit(bool(wrong), f"{tried} sequences of {order.steps} builds; {wrong} went wrong\n")


def _is_wrong(folder: Path, seed: int, steps: int) -> bool:
    """Try one sequence, always in the same place, since compiled templates know theirs; say what is wrong."""
    place = folder / "one"
    place.mkdir()
    found = differences(place, seed, steps, folder / "compiled")
    shutil.rmtree(place)
    if found:
        print(found[0], f"\n  and {len(found) - 1} other files", flush=True)  # noqa: T201 - a command speaks
    return bool(found)


if __name__ == "__main__":
    main()
