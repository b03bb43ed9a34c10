"""`python -m tests.fuzz.guided TARGET [OPTION …]`: one target, with inputs chosen by the branches that they reach.

The options are those of libFuzzer, which atheris brings. It ends at the first input that breaks the promise.
"""

from __future__ import annotations

import sys
import time

import atheris

with atheris.instrument_imports(include=["waqai", "markdown_it"]):
    from tests.fuzz.targets import TARGETS

MOST_SECONDS = 2
"""Of the processor, for one input."""

target = TARGETS[sys.argv[1]]


def try_one(data: bytes) -> None:
    """Try an input; it may take only so long."""
    began = time.process_time()
    target.holds(data)
    assert time.process_time() - began <= MOST_SECONDS


for seed in target.seeds():
    target.holds(seed)  # what is loaded once is not to be laid to the first input's charge
atheris.Setup([sys.argv[0], *sys.argv[2:]], try_one)
atheris.Fuzz()
