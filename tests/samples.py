"""The sample timelines of tests/timelines, and what the commands say of them.

A folder of `broken/` is laid over `minimal/`, so that it holds only what is wrong. What no editor or version control
would keep as it is (invisible characters, other encodings, links, very long files) is described in its `recipe.toml`:

- `command`: the command to run, by default `["check"]`; `{folder}` stands for the timeline's folder. Its
  first argument is that folder, but for `import`, which is run as it is written
- `remove`: files and folders of `minimal/` to leave out
- `links`: path = target, for symbolic links
- `unreadable`: files that the system refuses to open
- `limits`: what is to be the limit instead, by the name of the constant: for those that only a huge timeline reaches
- `[[file]]`: `path`, `text` (a text, or a list of texts and of `{repeat, times}`), `encoding` (by default UTF-8)

`python -m tests.samples` writes the expected output of all of them anew, to be read before it is committed.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from errno import EACCES
from os import strerror
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner, Result

import waqai
from waqai import plainfile
from waqai.cli import main
from waqai.problems import Fault

TIMELINES = Path(__file__).parent / "timelines"
MINIMAL = TIMELINES / "minimal"
BROKEN = TIMELINES / "broken"
LANGUAGES = ("en", "ar")
RECIPE = "recipe.toml"
PLAIN = {"NO_COLOR": "1", "FORCE_COLOR": None, "TERM": "dumb"}
_CODE = re.compile(r"^(?! ).*\[([a-z0-9-]+)\]$", re.MULTILINE)


def declared_faults() -> dict[str, Fault]:
    """Every fault that the program declares, by code."""
    names = [module.name for module in pkgutil.walk_packages(waqai.__path__, "waqai.")]
    modules = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    faults = [value for module in modules for value in vars(module).values() if isinstance(value, Fault)]
    return {fault.code: fault for fault in faults}


def broken_samples() -> list[Path]:
    """The folders of `broken/`."""
    return sorted(path for path in BROKEN.iterdir() if path.is_dir())


def expected_output(sample: Path, language: str) -> Path:
    """The file that holds what the command says of a sample in a language."""
    return sample / f"expected.{language}.txt"


def said_of(sample: Path, parent: Path, language: str) -> Result:
    """Lay a broken sample out below `parent` and run its command; the problems are in its standard error."""
    folder = parent / sample.name
    recipe = tomllib.loads((sample / RECIPE).read_text("utf-8")) if (sample / RECIPE).is_file() else {}
    lay_out(sample, recipe, folder)
    command = [word.replace("{folder}", str(folder)) for word in recipe.get("command", ["check"])]
    if recipe.get("command", [""])[0] == "import":
        return run(*command, env={"LANGUAGE": language})
    with _refused([folder / name for name in recipe.get("unreadable", [])]), _limited(recipe.get("limits", {})):
        return run(command[0], str(folder), *command[1:], "--lang", language)


def run(*arguments: str, env: Mapping[str, str | None] | None = None) -> Result:
    """Run a command in this process, without colours."""
    return CliRunner().invoke(main, arguments, env={**PLAIN, **(env or {})})


def lay_out(sample: Path, recipe: Mapping[str, Any], folder: Path) -> None:
    """Put `minimal/`, a sample over it, and what its recipe describes into a new folder."""
    shutil.copytree(MINIMAL, folder)
    shutil.copytree(sample, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(RECIPE, "expected.*.txt"))
    for name in recipe.get("remove", []):
        shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink()
    for name, target in recipe.get("links", {}).items():
        (folder / name).symlink_to(target)
    for file in recipe.get("file", []):
        (folder / file["path"]).parent.mkdir(parents=True, exist_ok=True)
        (folder / file["path"]).write_bytes(_text(file["text"]).encode(file.get("encoding", "utf-8")))


def _text(parts: Any) -> str:
    if isinstance(parts, list):
        return "".join(map(_text, parts))
    return parts if isinstance(parts, str) else parts["repeat"] * parts["times"]


@contextmanager
def _refused(paths: list[Path]) -> Iterator[None]:
    """While it lasts, the system refuses to open these files, for the superuser too."""
    read = plainfile.read

    def refuse(path: Path, most: int) -> bytes:
        if path in paths:
            raise PermissionError(EACCES, strerror(EACCES), str(path))
        return read(path, most)

    with patch.object(plainfile, "read", refuse):
        yield


@contextmanager
def _limited(limits: Mapping[str, int]) -> Iterator[None]:
    """While it lasts, limits that only a huge timeline would reach are low."""
    with ExitStack() as stack:
        for name, limit in limits.items():
            stack.enter_context(patch(name, limit))
        yield


def codes_in(output: str) -> list[str]:
    """The codes of the problems in the output of a command, in their order."""
    return _CODE.findall(output)


def record(samples: list[Path]) -> None:
    """Write the expected output of samples anew."""
    for sample in samples:
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as parent:
                result = said_of(sample, Path(parent), language)
            expected_output(sample, language).write_text(result.stderr, "utf-8")


if __name__ == "__main__":
    record([path for path in broken_samples() if not sys.argv[1:] or path.name in sys.argv[1:]])
