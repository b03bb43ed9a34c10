"""The synthetic timelines of the benchmark."""

from __future__ import annotations

import pytest

from bench.timeline import files_of, write
from waqai.content import Timeline, load


@pytest.fixture(scope="module")
def timeline(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    """A synthetic timeline of sixty events."""
    folder = tmp_path_factory.mktemp("synthetic")
    write(folder, 60)
    loaded = load(folder)
    assert isinstance(loaded, Timeline)
    return loaded


def test_a_synthetic_timeline_has_no_fault(timeline: Timeline) -> None:
    """Neither errors nor warnings."""
    assert timeline.problems == ()


def test_a_synthetic_timeline_is_the_same_each_time() -> None:
    """File by file."""
    assert list(files_of(30)) == list(files_of(30))


def test_every_title_of_a_synthetic_timeline_says_that_it_is_synthetic(timeline: Timeline) -> None:
    """In both languages."""
    titles = [event.title for event in timeline.library.events]
    assert all("Synthetic" in title["en"] and "اصطناعي" in title["ar"] for title in titles)


def test_a_synthetic_timeline_has_all_that_costs_time(timeline: Timeline) -> None:
    """Claims with chains, disputes, relations, moves, bodies."""
    library = timeline.library
    claimed = [claim for event in library.events for claim in event.claims]
    assert all(
        (
            any(len(claim.chain) > 2 for claim in claimed),
            any(claim.disputes for claim in claimed),
            any(claim.confirms for claim in claimed),
            any(event.differ for event in library.events),
            any(event.links for event in library.events),
            any(event.body for event in library.events),
            library.state.moves,
        )
    )
