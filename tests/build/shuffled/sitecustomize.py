"""Lists every folder in another order: Python loads a module of this name before any program."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from typing import Any, Self

_CHANCE = random.Random(int(os.environ["WAQAI_TEST_ORDER"]))  # noqa: S311 - no secret, only another order
_listdir, _scandir = os.listdir, os.scandir


class _Shuffled:
    """What `os.scandir` gives, in another order."""

    def __init__(self, *arguments: Any) -> None:
        with _scandir(*arguments) as found:
            self._entries = list(found)
        _CHANCE.shuffle(self._entries)
        self._left = iter(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Any]:
        return self._left

    def __next__(self) -> Any:
        return next(self._left)

    def close(self) -> None:
        """Nothing is open."""


def _shuffled(*arguments: Any) -> list[Any]:
    names = _listdir(*arguments)
    _CHANCE.shuffle(names)
    return names


vars(os).update(listdir=_shuffled, scandir=_Shuffled)
