"""Every parser and writer keeps its promise for inputs that nobody thought of, and for those that once broke it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.target import FINDS, Target
from tests.fuzz.targets import TARGETS

each_target = pytest.mark.parametrize("target", TARGETS.values(), ids=list(TARGETS))


@st.composite
def inputs(draw: st.DrawFn, target: Target) -> bytes:
    """Seeds in which a few places are changed: by words of the notation, by parts of other seeds, by anything."""
    seeds = list(target.seeds())
    data = bytearray(draw(st.sampled_from(seeds)))
    pieces = st.one_of(
        st.sampled_from(target.words).map(str.encode),
        st.sampled_from(seeds).map(lambda seed: seed[len(seed) // 3 : len(seed) // 2]),
        st.text(max_size=6).map(str.encode),
        st.binary(max_size=6),
    )
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        data[start : start + draw(st.integers(0, 12))] = draw(pieces)
    return bytes(data)


@each_target
@settings(max_examples=30)
@given(st.data())
def test_any_input_keeps_the_promise(target: Target, data: st.DataObject) -> None:
    """Of each target; `make fuzz` tries many more."""
    target.holds(data.draw(inputs(target)))


@each_target
def test_what_once_broke_the_promise_keeps_it_now(target: Target) -> None:
    """What `make fuzz` found stays."""
    for path in sorted((FINDS / target.name).glob("*")):
        target.holds(path.read_bytes())
