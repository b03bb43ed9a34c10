"""Whatever a pull request holds, the check ends soon, in little memory, and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.hostile.attacks import GROUPS, Attack, markdown
from tests.hostile.confined import Confinement, confinement
from tests.hostile.trying import faults_of, tried


@pytest.fixture(scope="module")
def confined() -> Iterator[Confinement]:
    """A process with limits, in which commands run."""
    with confinement() as started:
        yield started


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_an_attack_ends_within_two_seconds_and_256_mebibytes(
    confined: Confinement, group: Callable[[], Iterator[Attack]]
) -> None:
    """With a message and without a traceback; the limits are those of docs/security.md."""
    ended = {attack.name: faults_of(tried(attack, confined)) for attack in group()}
    assert {} == {name: faults for name, faults in ended.items() if faults}


@pytest.mark.parametrize("name", ["brackets", "links2", "html4", "mention", "mention2", "refdeep", "refdeep2"])
def test_brackets_that_would_keep_the_parser_busy_are_refused(confined: Confinement, name: str) -> None:
    """Of a body as of a page: what opens twenty and more at once is no text that anyone reads."""
    attacks = [attack for attack in markdown() if attack.name in {f"page: {name}", f"body: {name}"}]
    assert [1, 1] == [tried(attack, confined).said.count("[open-brackets]") for attack in attacks]
