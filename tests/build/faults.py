"""Whatever fails while a site is built, readers are shown the old site or the new one, and the next build succeeds.

`python -m tests.build.faults` lets every operation on files fail in every way, one after the other, first of a tiny
site that is published, then of a whole build. `--only` names ways to fail, `--sample` takes so many operations of each.
"""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.build.failing import FAILURES, Ended, Failure, run
from tests.build.publishing import publish_files
from tests.cli.running import TIMELINES, bytes_of
from waqai.build.output import OutputError
from waqai.cli import main as waqai
from waqai.snapshot import beside
from waqai.themes import built_in_theme

FOREIGN = "CNAME"
"""A file that somebody else put into the published folder."""
TOLD = 100
"""After so many failures it says how far it has come."""


@dataclass
class Stage:
    """Something in two versions, which are published in turn over each other."""

    folder: Path
    """All that is looked at lies in it."""
    edit: Callable[[int], object]
    """Makes the source be this version."""
    command: Callable[[], object]
    """Publishes it."""
    version: int = 1
    """The one that is published."""
    expected: list[str] = field(default_factory=list)
    """What a clean run makes of each version."""

    @property
    def output(self) -> Path:
        """The published folder."""
        return self.folder / "site"

    def begin(self) -> Stage:
        """Publish each version once, beside a file of somebody else."""
        for version in (0, 1):
            self.edit(version)
            shutil.rmtree(self.output, ignore_errors=True)
            self.output.mkdir()
            ended = run(self.command, self.folder)
            assert ended.code == 0, ended.said
            (self.output / FOREIGN).write_text("example.org\n", "utf-8")
            self.expected.append(self.published())
        self._left = self._around()
        return self

    def published(self) -> str:
        """A digest of all that readers can be shown."""
        files = bytes_of(self.output) if self.output.is_dir() else {}
        return sha256(repr(sorted(files.items())).encode()).hexdigest()

    def _around(self) -> list[str]:
        """What lies beside the published folder, and in the folder that belongs to it."""
        return sorted({*os.listdir(self.folder), *os.listdir(beside(self.output))})  # noqa: PTH208 - names are meant

    def operations(self, failure: Failure) -> int:
        """How many operations can fail so, in the version that has more of them."""
        counts = []
        for version in (1 - self.version, self.version):
            self.edit(version)
            counts.append(run(self.command, self.folder, failure).operations)
        return max(counts)

    def attempt(self, failure: Failure, at: int) -> list[str]:
        """Edit, publish with a failure, look, and publish again; what was not as it should be."""
        old, new = self.expected[self.version], self.expected[1 - self.version]
        self.edit(1 - self.version)
        ended = run(self.command, self.folder, failure, at)
        found = [*self.faults_of(ended, old, new), *self.faults_of_the_next(new)]
        self.version = 1 - self.version
        return [f"{failure.name} at {at} ({ended.failed}): {each}" for each in found]

    def faults_of(self, ended: Ended, old: str, new: str) -> Iterable[str]:
        """What was not as it should be after a run."""
        published = self.published()
        if published not in {old, new}:
            yield "the published site is neither the old one nor the new one"
        if "Traceback" in ended.said:
            yield f"a traceback: {ended.said}"
        if ended.code == 0 and published != new:
            yield "it says that it has published, and has not"
        if ended.code > 0 and published != old:
            yield f"it says that it failed, and has published: {ended.said}"
        if ended.code > 0 and not ended.said.strip():
            yield "it does not say why it failed"

    def faults_of_the_next(self, new: str) -> Iterable[str]:
        """What was not as it should be after another run, with which nothing interferes."""
        again = run(self.command, self.folder)
        if again.code or self.published() != new:
            yield f"the next run ended with {again.code} and did not publish the new version: {again.said}"
            shutil.rmtree(self.output, ignore_errors=True)
            self._publish_anew(new)
        elif self._around() != self._left:
            self._publish_anew(new)  # a run with nothing to do tidies nothing
        if self._around() != self._left:
            yield f"left behind: {set(self._around()) ^ set(self._left)}"

    def _publish_anew(self, new: str) -> None:
        self.edit(1 - self.version)
        assert run(self.command, self.folder).code == 0
        (self.output / FOREIGN).write_text("example.org\n", "utf-8")
        assert self.published() == new


def few_files(folder: Path) -> Stage:
    """A site of three files, published by the program's own functions."""
    files: dict[str, str] = {}

    def edit(version: int) -> None:
        files.clear()
        files.update({"index.html": f"version {version}", f"en/only-{version}.html": "synthetic", "en/both.html": ""})

    def command() -> None:
        try:
            publish_files(folder / "site", files)
        except (OSError, OutputError) as error:
            raise SystemExit(_said(error)) from None

    return Stage(folder, edit, command).begin()


def brought(folder: Path) -> Stage:
    """A site of three files, brought to another folder by `waqai publish`."""
    files: dict[str, str] = {}

    def edit(version: int) -> None:
        files.update({"index.html": f"version {version}", "en/both.html": "synthetic"})
        publish_files(folder / "built", files | {f"en/only-{version}.html": "synthetic"})

    return Stage(
        folder, edit, lambda: waqai(["publish", str(folder / "built"), str(folder / "site"), "--lang=en"])
    ).begin()


def _said(error: Exception) -> int:
    print(error)  # noqa: T201 - as a command does
    return 1


def small_timeline(folder: Path) -> Stage:
    """A small timeline, published by `waqai build` in one process."""
    timeline = Path(shutil.copytree(TIMELINES / "minimal", folder / "talks"))
    theme = Path(shutil.copytree(built_in_theme(), folder / "theme"))
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    event, another = timeline / "content/events/first-talks.yaml", timeline / "content/events/second-talks.yaml"
    order = ["build", str(timeline), "--output", str(folder / "site"), "--theme", str(theme), "--jobs=1", "--lang=en"]

    def edit(version: int) -> None:
        lines = event.read_text("utf-8").splitlines()[1:]
        event.write_text("\n".join([f"title: The two sides meet, version {version}", *lines, ""]), "utf-8")
        another.unlink(missing_ok=True)
        if version:
            shutil.copy(event, another)

    _warm_up(order, edit)
    return Stage(folder, edit, lambda: waqai(order)).begin()


def _warm_up(order: Sequence[str], edit: Callable[[int], None]) -> None:
    """Build in this process: what a build loads and computes once for ever is not to be an operation of every one."""
    for version in (0, 1, 0):
        edit(version)
        with redirect_stdout(StringIO()), suppress(SystemExit):
            waqai(order)


STAGES = {stage.__name__: stage for stage in (few_files, brought, small_timeline)}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Let every operation fail in every way.")
    parser.add_argument("--stage", choices=STAGES, action="append", help="what is published; by default all")
    parser.add_argument("--only", choices=FAILURES, action="append", help="the ways to fail; by default all")
    parser.add_argument("--sample", type=int, default=0, help="how many operations of each; by default all")
    order = parser.parse_args()
    wrong = 0
    for name in order.stage or STAGES:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            stage = STAGES[name](Path(folder).resolve())
            wrong += sum(_all_of(name, stage, FAILURES[each], order.sample) for each in order.only or FAILURES)
    parser.exit(bool(wrong))


def _all_of(name: str, stage: Stage, failure: Failure, sample: int) -> int:
    """Let operations fail in one way, the two versions in turn; how many went wrong."""
    count, wrong, done = stage.operations(failure), 0, 0
    for number in _chosen(count, sample):
        found = stage.attempt(failure, number)
        wrong, done = wrong + bool(found), done + 1
        print("\n".join(found), end="\n" if found else "", flush=True)  # noqa: T201 - a command speaks
        if not done % TOLD:
            print(f"{name}, {failure.name}: {done} of {count}, {wrong} went wrong", flush=True)  # noqa: T201 - same
    print(f"{name}, {failure.name}: {done} of {count} operations; {wrong} went wrong", flush=True)  # noqa: T201 - same
    return wrong


def _chosen(count: int, sample: int) -> Iterable[int]:
    """The numbers of the operations: all, or so many in even distances."""
    if not sample or sample >= count:
        return range(1, count + 1)
    return (1 + count * (2 * each + 1) // (2 * sample) for each in range(sample))


if __name__ == "__main__":
    main()
