"""The states of a timeline that git remembers, read without touching the work tree and without running anything of it.

Files are read as git stores them: no filter, no attribute, no hook and no link of the revision has any say. Only
ordinary files are given out.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ORDINARY = ("100644", "100755")
MOST_BYTES = 1 << 20
"""No file of a timeline is as large; a larger one is left out, and then missed by whoever reads the timeline."""


class RevisionError(Exception):
    """Git is missing, the folder is in no repository, or there is no such revision; the text is git's own."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What a commit did to one file."""

    commit: str
    date: str
    """The day and time of the commit (ISO 8601, with offset)."""
    path: str
    """The file's path in the timeline's folder, with slashes; of a file that was deleted, what it was."""
    path_before: str
    """Another one only where it was renamed."""
    blob: str
    """The id of its content; empty where it was deleted."""
    blob_before: str
    """Empty where it was new."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository, and where in it a timeline lies."""

    top: Path
    folder: str
    """The timeline's folder below the top, with slashes; empty for the top itself."""

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that a folder is in. Raises :class:`RevisionError`."""
        top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
        inside = folder.resolve().relative_to(top.resolve()).as_posix()
        return cls(top, "" if inside == "." else inside)

    @property
    def is_whole(self) -> bool:
        """Whether git has all commits, not only the latest (a shallow clone). Raises :class:`RevisionError`."""
        return _git(self.top, "rev-parse", "--is-shallow-repository").strip() == b"false"

    def commit(self, revision: str) -> str:
        """The full id of a revision that somebody named. Raises :class:`RevisionError`."""
        wanted = f"{revision}^{{commit}}"
        verified = ("--verify", "--quiet", "--end-of-options", wanted)
        return _git(self.top, "rev-parse", *verified, said=revision).decode().strip()

    def base(self, one: str, other: str) -> str:
        """The commit that two revisions came from, or the first of them where they have nothing in common."""
        try:
            return _git(self.top, "merge-base", self.commit(one), self.commit(other)).decode().strip()
        except RevisionError:
            return self.commit(one)

    def write(self, commit: str, target: Path, parts: tuple[str, ...]) -> None:
        """Write the files of the timeline at a commit into a new folder: only these parts of it, by their names."""
        prefix = f"{self.folder}/" if self.folder else ""
        for path, content in self._files(commit, [prefix + part for part in parts]):
            place = target / PurePosixPath(path.removeprefix(prefix))
            if not place.resolve().is_relative_to(target.resolve()):
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)

    def _files(self, commit: str, paths: list[str]) -> Iterator[tuple[str, bytes]]:
        listed = _git(self.top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
        entries = [entry.partition("\t") for entry in listed.decode("utf-8", "surrogateescape").split("\0") if entry]
        files = [(head.split(" ")[2], path) for head, _, path in entries if head.split(" ")[0] in ORDINARY]
        yield from zip((path for _, path in files), self._contents([blob for blob, _ in files]), strict=True)

    def _contents(self, blobs: list[str]) -> Iterator[bytes]:
        """The contents of blobs, in their order; empty for one that is too large."""
        stream = _git(self.top, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
        at = 0
        for _ in blobs:
            end = stream.index(b"\n", at)
            size = int(stream[at:end].split(b" ")[2])
            yield stream[end + 1 : end + 1 + size] if size <= MOST_BYTES else b""
            at = end + 1 + size + 1

    def touched(self, part: str) -> tuple[Touch, ...]:
        """What every commit up to HEAD did to the files of a part of the timeline, newest first."""
        under = f"{self.folder}/{part}" if self.folder else part
        form = ("--raw", "-M", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--no-show-signature")
        out = _git(self.top, "log", *form, "--format=%x01%H%x02%cI", "--end-of-options", "HEAD", "--", under)
        tokens = iter(out.decode("utf-8", "surrogateescape").split("\0"))
        found: list[Touch] = []
        commit = date = ""
        for token in tokens:
            if token.startswith("\1"):
                commit, _, date = token[1:].partition("\2")
            elif token.startswith((":", "\n:")):
                found.append(self._touch(commit, date, token.strip("\n").split(" "), tokens))
        return tuple(found)

    def _touch(self, commit: str, date: str, head: list[str], tokens: Iterator[str]) -> Touch:
        before = next(tokens)
        after = next(tokens) if head[4].startswith(("R", "C")) else before
        blobs = ["" if mode not in ORDINARY else blob for mode, blob in ((head[0][1:], head[2]), (head[1], head[3]))]
        within = f"{self.folder}/" if self.folder else ""
        return Touch(commit, date, after.removeprefix(within), before.removeprefix(within), blobs[1], blobs[0])

    def contents(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """The contents of blobs, by their ids."""
        wanted = list(dict.fromkeys(blob for blob in blobs if blob))
        return dict(zip(wanted, self._contents(wanted), strict=True))


def _git(folder: Path, *arguments: str, given: bytes = b"", said: str = "") -> bytes:
    """What a git command prints. Raises :class:`RevisionError`."""
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError as error:
        raise RevisionError(str(error)) from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(said or (reason[-1] if reason else " ".join(arguments[:1])))
    return done.stdout
